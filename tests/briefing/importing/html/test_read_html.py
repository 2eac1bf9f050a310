"""Web pages: the article whole, what is not the article left out, and hostile pages within bounds."""

from __future__ import annotations

import contextlib
import random
import re

import pytest

from briefing.errors import BriefingError
from briefing.importing.common.parsed import Hints
from briefing.importing.html import read_html
from briefing.importing.inputs import read_bytes
from briefing.importing.results import Imported
from tests.briefing.importing.corpus import Case, Hostile
from tests.briefing.importing.corpus.checking import faults
from tests.briefing.importing.corpus.html_cases import CASES, HOSTILE
from tests.briefing.importing.corpus.html_made import made


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_it_reads_the_article_and_nothing_else(case: Case) -> None:
    parsed = read_html.read(case.data, Hints(name=case.name))
    assert faults(case, parsed) == []
    assert parsed.text == case.words


def test_there_are_enough_cases_and_each_has_a_name_of_its_own() -> None:
    names = [*(case.id for case in CASES), *(hostile.id for hostile in HOSTILE)]
    assert len(CASES) >= 25
    assert len(set(names)) == len(names)


def test_it_reads_a_page_in_the_worker_under_all_its_limits() -> None:
    case = next(case for case in CASES if case.title and case.authors)
    read = read_bytes(case.name, case.data, hints=Hints(url="https://post.example/a"))
    assert isinstance(read, Imported)
    assert read.text == case.words
    assert read.source.title == case.title
    assert read.source.authors == case.authors


def test_a_request_to_switch_scripts_on_is_no_article() -> None:
    page = b"<html><body><noscript>Switch scripts on to read the Post.</noscript><div id=app></div></body>"
    with pytest.raises(BriefingError, match="no words"):
        read_html.read(page, Hints())


@pytest.mark.parametrize("path", ["b", "/a/b", "https://post.example/a/b", "//post.example/a/b"])
def test_an_address_is_resolved_against_where_the_page_came_from(path: str) -> None:
    page = f'<html><link rel="canonical" href="{path}"><body><p>Words of a page.</p></body></html>'.encode()
    parsed = read_html.read(page, Hints(url="https://post.example/a/x?utm=1"))
    assert parsed.url == "https://post.example/a/b"


def test_but_a_canonical_address_that_is_the_front_page_is_not_believed() -> None:
    page = (
        b'<html><link rel="canonical" href="https://post.example/"><body><p>Words of a '
        b"page.</p></body></html>"
    )
    assert read_html.read(page, Hints(url="https://post.example/a")).url == "https://post.example/a"


def test_a_saved_page_tells_where_it_was_saved_from() -> None:
    page = (
        b"<!DOCTYPE html>\n<!-- saved from url=(0022)https://post.example/a "
        b"-->\n<html><body><p>Words of a page.</p>"
    )
    assert read_html.read(page, Hints()).url == "https://post.example/a"


@pytest.mark.parametrize(
    ("head", "charset"),
    [
        (b"<meta charset=utf-8>", "utf-8"),
        (b"<META CHARSET = 'Windows-1251'>", "windows-1251"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-9">', "iso-8859-9"),
        (b'<?xml version="1.0" encoding="koi8-r"?><html>', "koi8-r"),
        (b"<!-- <meta charset=cp1251> --><meta charset=cp1254>", "cp1254"),
        (b"<meta charset=utf-16>", "utf-8"),
        (b"<meta charset=utf-7>", ""),
        (b"<p>charset=cp1251", ""),
        (b" " * 5000 + b"<meta charset=cp1251>", ""),
    ],
)
def test_the_encoding_a_page_names_is_found(head: bytes, charset: str) -> None:
    assert read_html.stated_charset(head) == charset


def test_of_articles_put_together_at_random_hardly_a_line_is_lost_or_added() -> None:
    wanted = lost = clutter = added = 0
    for seed in range(100):
        page = made(seed)
        text = read_html.read(page.markup.encode(), Hints()).text
        wanted, clutter = wanted + len(page.wanted), clutter + len(page.clutter)
        lost += sum(line not in text for line in page.wanted)
        added += sum(line in text for line in page.clutter)
    assert wanted > 1000
    assert lost <= wanted * 0.003
    assert added <= clutter * 0.003


@pytest.mark.slow
@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda hostile: hostile.id)
def test_a_hostile_page_is_read_or_refused_in_words(hostile: Hostile) -> None:
    try:
        read = read_bytes(hostile.name, hostile.make())
    except BriefingError as error:
        said = error.line()
    else:
        assert isinstance(read, Imported)
        said = "" if read.text.strip() else "no words"
    assert bool(said) == bool(hostile.says)
    assert re.search(hostile.says, said)


def _mutant(data: bytes, seed: int) -> bytes:
    chance = random.Random(seed)
    made = bytearray(data)
    for _ in range(chance.randint(1, 20)):
        at = chance.randrange(len(made))
        act = chance.randrange(4)
        if act == 0:
            made[at] = chance.randrange(256)
        elif act == 1:
            del made[at : at + chance.randint(1, 60)]
        elif act == 2:
            made[at:at] = made[: chance.randint(1, 200)]
        else:
            made[at:at] = chance.choice(
                (b"<", b">", b"</div>", b"<table>", b"<script>", b"\x00", b"&#x110000;", b'"')
            )
    return bytes(made) or b" "


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(20))
def test_a_damaged_page_is_read_or_refused_and_never_breaks_the_reader(seed: int) -> None:
    for number, case in enumerate(CASES):
        with contextlib.suppress(BriefingError):
            assert read_html.read(_mutant(case.data, seed * 100 + number), Hints()).text.strip()
