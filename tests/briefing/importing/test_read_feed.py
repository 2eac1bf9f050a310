"""RSS and Atom as a list of entries."""

from __future__ import annotations

import contextlib
import random
import re
import warnings

import pytest

from briefing.errors import BadInput
from briefing.importing.common.parsed import Hints
from briefing.importing.inputs import read_bytes
from briefing.importing.read_feed import read
from briefing.importing.results import Listing
from tests.briefing.importing.corpus import Hostile
from tests.briefing.importing.corpus.feed_cases import FEEDS, HOSTILE, Feed


@pytest.mark.parametrize("feed", FEEDS, ids=lambda feed: feed.id)
def test_it_lists_the_entries_with_what_is_known_of_each(feed: Feed) -> None:
    parsed = read(feed.data, Hints(url=feed.url))
    assert (parsed.text, parsed.title, parsed.parts_are) == ("", feed.title, "entries")
    assert len(parsed.parts) == len(feed.entries)
    for part, entry in zip(parsed.parts, feed.entries, strict=True):
        assert (part.title, part.url, part.published) == (entry.title, entry.url, entry.published)
        assert (part.authors, part.publisher, part.note) == (entry.authors, feed.title, entry.note)
        assert entry.text in part.data.decode()
        assert bool(part.data) == bool(entry.text) == part.name.endswith(".html")
        assert "/" not in part.name
        assert part.language == entry.language or not entry.language
    assert len(parsed.notices) == len(feed.notices), parsed.notices
    assert all(said in notice for said, notice in zip(feed.notices, parsed.notices, strict=True))
    assert re.fullmatch(r"feed 1, feedparser [\d.]+", parsed.extractor)


def test_an_entry_comes_as_a_page_that_tells_what_the_feed_told() -> None:
    page = read(FEEDS[0].data, Hints()).parts[0].data.decode()
    assert page.startswith('<!doctype html>\n<html lang="en-gb">')
    assert '<meta charset="utf-8"><title>Bridge closed — again</title>' in page
    assert '<meta name="author" content="Ali Kaya">' in page
    assert 'published_time" content="2026-03-02"' in page


def test_it_works_within_the_limits_of_the_worker() -> None:
    listing = read_bytes("all.xml", FEEDS[0].data)
    assert isinstance(listing, Listing)
    assert [entry.title for entry in listing.entries] == ["Bridge closed — again", "A teaser"]
    assert b"Nobody was hurt." in listing.entries[0].data


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda hostile: hostile.id)
def test_a_feed_that_means_harm_is_refused_or_bounded(hostile: Hostile) -> None:
    if hostile.says:
        with pytest.raises(BadInput, match=hostile.says):
            read(hostile.make(), Hints())
    else:
        with contextlib.suppress(BadInput):
            assert read(hostile.make(), Hints()).parts_are == "entries"


@pytest.mark.parametrize("seed", range(4))
def test_a_damaged_feed_is_read_or_refused(seed: int) -> None:
    chance = random.Random(seed)
    small = [feed for feed in FEEDS if len(feed.data) < 5000]
    for _ in range(100):
        data = bytearray(chance.choice(small).data)
        for _ in range(chance.randint(1, 8)):
            at = chance.randrange(len(data))
            act = chance.randrange(3)
            if act == 0:
                data[at] = chance.randrange(256)
            elif act == 1:
                del data[at : at + chance.randint(1, 40)]
            else:
                data[at:at] = data[chance.randrange(len(data)) :][:40]
            if not data:
                break
        with contextlib.suppress(BadInput), warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of the library's reader of tag soup
            assert read(bytes(data), Hints()).parts


_SETS = (
    '<!ENTITY % HTMLlat1 PUBLIC "-//W3C//ENTITIES Latin 1 for XHTML//EN" '
    '"http://www.w3.org/TR/xhtml1/DTD/xhtml-lat1.ent">'
)
_ENTRY = (
    '<rss version="2.0"><channel><title>Caf&eacute; R&amp;D &amp;eacute;</title><item><title>One</title>'
    "<link>http://paper.example/1</link><description>&lt;p&gt;Twelve&nbsp;boats &unheard;left.&lt;/p&gt;"
    "</description></item></channel></rss>"
)


@pytest.mark.parametrize(
    "doctype",
    [
        f"<!DOCTYPE rss [{_SETS}]>",
        f'<!DOCTYPE rss PUBLIC "-//A//B//EN" "http://a.example/rss.dtd" [\n{_SETS}\n%HTMLlat1;\n]>\n',
        '<!DOCTYPE rss [<!ENTITY % l SYSTEM "xhtml-symbol.ent">%l;]>',
    ],
)
def test_a_feed_with_the_entity_sets_of_xhtml_is_read_with_their_letters(doctype: str) -> None:
    parsed = read(f'<?xml version="1.0"?>{doctype}{_ENTRY}'.encode(), Hints())
    assert parsed.title == "Café R&D é"
    assert [part.title for part in parsed.parts] == ["One"]


@pytest.mark.parametrize(
    "doctype",
    [
        f'<!DOCTYPE rss [{_SETS}<!ENTITY a "b">]>',
        '<!DOCTYPE rss [<!ENTITY % l SYSTEM "http://evil.example/xhtml-lat1.ent">%l;]>',
        f"<!DOCTYPE rss [{_SETS}<!ELEMENT rss ANY>]>",
        "<!DOCTYPE rss [" + "%l;" * 200_000 + "<",
        "<!DOCTYPE rss [" + _SETS * 20_000 + "<!ENTITY",
    ],
    ids=range(5),
)
def test_but_any_other_declaration_is_refused(doctype: str) -> None:
    with pytest.raises(BadInput, match="entities"):
        read(f"{doctype}{_ENTRY}".encode(), Hints())


def test_an_entry_with_a_summary_only_has_it_as_a_page() -> None:
    (part,) = read(_ENTRY.replace("&eacute;", "").replace("&unheard;", "").encode(), Hints()).parts
    assert (part.data, part.url) == (b"", "http://paper.example/1")
    assert "<p>Twelve" in part.summary
    assert "boats left.</p>" in part.summary
