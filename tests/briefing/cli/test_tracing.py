"""Commands that bring sources in, find in them and trace them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefing import lookup
from tests.briefing.cli.conftest import Line

Ids = dict[str, str]

STORY = """Patrols start on Sunday

13 March 2020

Turkish and Russian troops will begin joint patrols on a highway in the northwest on Sunday, the minister said on Friday.
The offensive killed hundreds and sent 1 million people fleeing toward the border, officials said.
Nobody said which unit would drive ahead of the first convoy or where the patrols would turn round.
"""  # noqa: E501
MAIL = b"""From: Mara Ellison <mara@wire.example>
To: desk@post.example
Subject: Notes from the road
Date: Fri, 13 Mar 2020 10:00:00 +0000
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=x

--x
Content-Type: text/plain; charset=utf-8

The convoy turned round before noon, drivers said.
--x
Content-Type: text/plain; charset=utf-8
Content-Disposition: attachment; filename="list.txt"

Five lorries waited at the crossing all day.
--x--
"""
FEED = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title>
<item><title>First</title><link>https://wire.example/1</link>
<description>The first story has some words in it.</description></item>
<item><title>Second</title><link>https://wire.example/2</link>
<description>The second story has other words in it.</description></item></channel></rss>"""


@pytest.fixture
def story(line: Line, written: Ids) -> str:
    """The id of an article added to the test's brief."""
    return line.on("add", _story()).out.split()[0]


def _story() -> Path:
    path = Path("story.txt")
    path.write_text(STORY, encoding="utf-8")
    return path


def test_a_web_page_comes_in_without_its_menus(line: Line, written: Ids) -> None:
    body = "".join(f"<p>{line_}</p>" for line_ in STORY.split("\n")[4:])
    page = (
        f'<html lang="en"><head><title>Patrols | Post</title><meta property="og:site_name" '
        f'content="Post"></head>'
        f"<body><nav><a href='/'>Home</a></nav><article><h1>Patrols</h1>{body * 4}</article></body></html>"
    )
    ident = line.on("add", _file("page.html", page.encode())).out.split()[0]
    source = lookup.source(line.read(), ident)
    assert (source.title, source.publisher, source.language) == ("Patrols", "Post", "en")
    assert "Home" not in line.on("text", ident).out


def _file(name: str, data: bytes) -> Path:
    path = Path(name)
    path.write_bytes(data)
    return path


def test_attachments_are_named_and_added_when_asked_for(line: Line, written: Ids) -> None:
    mail = _file("notes.eml", MAIL)
    first = line.on("add", mail)
    assert "has 1 attachment, not added: list.txt" in first.err
    again = line.on("add", "--attachments", mail)
    assert "“notes.eml” was not added: its words are in this brief already" in again.err
    assert any(s.filename == "list.txt" for s in line.read().sources)


def test_the_entries_of_a_feed_are_listed_and_picked(line: Line, written: Ids) -> None:
    feed = _file("feed.xml", FEED)
    listed = line.on("add", feed)
    assert (listed.code, listed.out) == (0, "")
    assert "1 – First https://wire.example/1" in listed.err
    assert line.on("add", feed, "--pick", "3").code == 2
    assert "names no entries" in line.on("add", feed, "--pick", "x").err


def test_a_private_address_is_refused_unless_it_is_meant(line: Line, written: Ids) -> None:
    refused = line.on("add", "http://127.0.0.1:8123/story")
    assert refused.code == 2
    assert "leads to this machine" in refused.err
    assert "Give --private if you mean it." in refused.err
    assert "this machine" not in line.on("add", "http://127.0.0.1:8123/story", "--private").err


def test_a_reference_file_makes_sources_without_text_that_wait_for_it(line: Line, written: Ids) -> None:
    ris = _file(
        "refs.ris", b"TY  - NEWS\nTI  - Patrols start on Sunday\nPB  - Post\nPY  - 2020/03/13\nER  - \n"
    )
    ident = line.on("add", ris).out.split()[0]
    assert lookup.source(line.read(), ident).text_sha == ""
    assert "no text" in line.on("sources").out
    completed = line.on("add", _story())
    assert completed.out.split()[0] == ident
    source = lookup.source(line.read(), ident)
    assert source.text_sha
    assert source.publisher == "Post"


def test_the_days_that_words_stand_for_are_listed(line: Line, story: str) -> None:
    rows = line.on("text", story, "--dates").out.split("\n")
    assert any(row.startswith("Sunday\t2020-03-15\t2020-03-15\t") for row in rows)


def test_words_are_found_over_all_articles(line: Line, story: str) -> None:
    found = line.on("search", "joint patr")
    assert "«joint» «patrols»" in found.out
    assert json.loads(line.on("search", "unit", "--unused", "--json").out)["hits"]
    assert "0 passages" in line.on("search", "unit", "--used").out
    assert line.on("search", "zzz").code == 0
    slip = line.on("search", "patrols grade:Z")
    assert "“grade:Z” is nothing to search for" in slip.err
    wrong = line.on("search", "patrols", "--since", "yesterday")
    assert wrong.code
    assert "is not a date" in wrong.err


def test_evidence_is_suggested_and_linked(line: Line, story: str, written: Ids) -> None:
    claim = line.on("claim", "situation", "A million people have fled to the border.").id
    listed = line.on("suggest", claim)
    assert listed.out.startswith(f"1\t{story}\t")
    assert "1 million" in listed.out.split("\n")[0]
    assert line.on("suggest", claim, "--link", "1").code == 0
    assert "1 million people" in lookup.claim(line.read(), claim).evidence[0].quote.exact
    assert line.on("suggest", claim, "--link", "99").code == 2
    assert line.on("suggest").code == 2
    assert line.on("suggest", "--text", "Which unit drives ahead").out.startswith("1\t")


def test_a_corrected_article_tells_what_became_of_each_quote(line: Line, story: str, written: Ids) -> None:
    killed = line.on(
        "claim", "situation", "Hundreds died.", "--quote", story, "The offensive killed hundreds"
    ).id
    fled = line.on(
        "claim", "situation", "Nobody knows the unit.", "--quote", story, "which unit would drive ahead"
    ).id
    corrected = _file("new.txt", STORY.replace("killed hundreds", "killed dozens").encode())
    revised = line.on("revise", story, corrected)
    assert revised.code == 1
    rows = {row.split("\t")[0]: row.split("\t") for row in revised.out.split("\n") if "\t" in row}
    assert rows[killed][2] == "changed"
    assert "dozens" in revised.out
    assert rows[fled][2:4] == ["same", "accept"]
    new = next(s for s in line.read().sources if s.supersedes == story)
    assert line.on("revise", story, "--accept-same").code == 1
    brief = line.read()
    assert lookup.claim(brief, fled).evidence[0].source == new.id
    assert lookup.claim(brief, killed).evidence[0].source == story
    assert line.on("revise", story, "--accept", rows[killed][1]).code == 0
    assert "dozens" in lookup.claim(line.read(), killed).evidence[0].quote.exact
    assert line.on("verify").code == 0


def test_a_version_is_asked_for_where_there_is_none(line: Line, story: str) -> None:
    assert "has no newer version" in line.on("revise", story).err


def test_whose_story_an_article_is_can_be_said_by_hand(line: Line, story: str, written: Ids) -> None:
    other = written["source"]
    assert json.loads(line.on("origin", story, "--same-as", other, "--json").out)["members"]
    rows = {row["id"]: row for row in json.loads(line.on("sources", "--json").out)}
    assert rows[story]["origin_id"] == rows[other]["origin_id"]
    line.on("origin", story, "--apart")
    rows = {row["id"]: row for row in json.loads(line.on("sources", "--json").out)}
    assert rows[story]["origin_id"] != rows[other]["origin_id"]
    line.on("origin", story, "--automatic")
    assert lookup.source(line.read(), story).origin == ""


def test_a_text_is_read_again_by_another_encoding(line: Line, written: Ids) -> None:
    path = _file("old.txt", "Совместное патрулирование начнётся в воскресенье".encode("koi8_r"))
    ident = line.on("add", path, "--charset", "cp1252").out.split()[0]
    assert "патрулирование" not in line.on("text", ident).out
    assert line.on("reread", ident, "--charset", "koi8-r").code == 0
    assert "патрулирование" in line.on("text", ident).out
    assert "is not an encoding" in line.on("reread", ident, "--charset", "klingon").err


def test_a_text_that_is_quoted_keeps_its_encoding(line: Line, written: Ids) -> None:
    path = _file("old.txt", "Совместное патрулирование начнётся в воскресенье".encode("koi8_r"))
    ident = line.on("add", path).out.split()[0]
    line.on("claim", "situation", "They start.", "--quote", ident, "патрулирование")
    refused = line.on("reread", ident, "--charset", "cp1252")
    assert refused.code == 2
    assert "quoted as it reads now" in refused.err
