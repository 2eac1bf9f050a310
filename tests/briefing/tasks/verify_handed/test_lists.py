"""The list of what left in a file: lost, damaged, replaced, of an older version; what it holds and where it
shows.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from html import unescape

import markdown
import pytest

from briefing.exporting import sent_lines
from briefing.exporting.options import PLAIN, Options
from briefing.exporting.sent_lines import SentLine
from briefing.tasks.verify_handed import (
    ADDED,
    CHANGED,
    FOUND,
    GONE,
    MOVED,
    NO_LIST,
    NO_QUOTE,
    OLDER_LIST,
    REWORDED,
    SPACES,
    UNSOURCED,
    verify,
)
from tests.briefing.exporting.goldens import tool
from tests.briefing.tasks.verify_handed.test_alterations import ARTICLES, checked, exported
from tests.briefing.tasks.verify_handed.word_changes import ALTERATIONS, HARMLESS, Doc

TEXT = pytest.mark.parametrize("suffix", [".md", ".html"])
LIST = re.compile(rb"<!-- What left.*?-->\n?", re.DOTALL)


@TEXT
def test_a_file_without_its_list_cannot_be_checked_whole_and_that_is_no_pass(suffix: str) -> None:
    found = checked(suffix, LIST.sub(b"", exported(suffix)))
    assert [a.state for a in found.wrong] == [NO_LIST]
    assert "cannot be checked as a whole" in found.wrong[0].message
    assert not found.holds


@TEXT
@pytest.mark.parametrize(
    "change",
    [
        lambda data: re.sub(rb"(?<=\n)([A-Za-z0-9+/]{60})", lambda m: m[1][::-1], data, count=1),
        lambda data: data.replace(b"<!-- What left", LIST.search(data)[0] + b"<!-- What left"),  # type: ignore[index]
    ],
)
def test_a_damaged_list_or_a_second_one_is_named(suffix: str, change: Callable[[bytes], bytes]) -> None:
    found = checked(suffix, change(exported(suffix)))
    assert NO_LIST in {a.state for a in found.wrong}


@TEXT
def test_a_word_replaced_throughout_a_file_is_not_replaced_in_its_list(suffix: str) -> None:
    data = exported(suffix).replace(b"oughly even chance", b"oughly nil chance")
    assert any(
        a.state == CHANGED and "likelihood of the judgement" in a.message for a in checked(suffix, data).wrong
    )


def listed(doc: Doc, packed: str) -> bool:
    """Put another list in, or take it out ("")."""
    name = next(
        n
        for n in doc.parts
        if re.fullmatch(r"customXml/item\d+\.xml", n) and b"briefing-desk" in doc.parts[n]
    )
    held = next(node for node in doc.root(name) if node.tag.endswith("}left"))
    held.text = packed
    if not packed:
        held.getparent().remove(held)
    return True


def test_a_list_put_in_place_of_the_one_that_left_is_named_by_its_number() -> None:
    doc = Doc(exported(".docx"))
    listed(doc, sent_lines.dump([SentLine("text", "Another brief.")]))
    assert "its check number differs" in checked(".docx", doc.save()).wrong[-1].message


def test_a_word_file_that_lost_its_list_passes_by_its_number_or_not_at_all() -> None:
    doc = Doc(exported(".docx", Options(quotes="none", annex=True)))
    assert HARMLESS["the list lost, the check number kept"](doc)
    assert checked(".docx", doc.save()).holds
    assert ALTERATIONS["a judgement is turned round"](doc)
    found = checked(".docx", doc.save())
    assert [a.state for a in found.wrong if a.state != NO_QUOTE] == [NO_LIST]
    assert "something was changed" in found.wrong[-1].message


OLDER = (
    "a judgement is turned round", "a likelihood", "two note marks change places",
    "all notes of a claim are taken out",
    "a date in a note", "a grade in a note", "a heading is reworded", "the marking above and below",
    "the role of an actor",
    "a paragraph nobody tagged is taken out", "a claim is moved under another heading", "a tracked deletion",
)  # fmt: skip


def of_an_older_version(options: Options = PLAIN) -> Doc:
    doc = Doc(exported(".docx", options))
    listed(doc, "")
    doc.gone.add("docProps/custom.xml")
    return doc


@pytest.mark.parametrize("name", OLDER)
def test_a_file_of_an_older_version_is_held_against_what_it_keeps(name: str) -> None:
    doc = of_an_older_version()
    assert ALTERATIONS[name](doc)
    assert {a.state for a in checked(".docx", doc.save()).wrong} & {ADDED, CHANGED, GONE, MOVED, REWORDED}


@pytest.mark.parametrize(
    "options",
    [PLAIN, Options(annex=True, contents=True), Options(template="memo", notes="endnotes", together=True)],
)
@pytest.mark.parametrize(
    "name",
    ["nothing", "tags and bookmarks gone", "runs split, with proofing marks and revision ids", "blanks"],
)
def test_but_an_untouched_one_holds(options: Options, name: str) -> None:
    doc = of_an_older_version(options)
    assert HARMLESS[name](doc)
    found = checked(".docx", doc.save())
    assert found.holds
    assert {a.state for a in found.found} <= {FOUND, SPACES, UNSOURCED, OLDER_LIST}


@TEXT
def test_the_list_holds_no_word_that_the_file_does_not_show(suffix: str) -> None:
    data = exported(suffix, Options(contents=True, annex=True))
    packed = LIST.search(data)
    assert packed
    text = unescape(LIST.sub(b"", data).decode()).replace("\\", "")
    lines = sent_lines.load(packed[0].decode().partition("\n")[2].removesuffix("-->\n"))
    words = {word for line in lines for word in re.findall(r"\w+", f"{line.words} {' '.join(line.links)}")}
    assert len(words) > 100
    assert not [word for word in words if word not in text]
    assert suffix != ".md" or not any(line.id for line in lines)


def test_readers_of_markdown_do_not_show_the_list() -> None:
    text = exported(".md").decode()
    bare = LIST.sub(b"", exported(".md")).decode()
    shown, without = (markdown.markdown(t, extensions=["footnotes", "tables", "meta"]) for t in (text, bare))
    assert "".join(re.sub("<!--.*?-->", "", shown, flags=re.DOTALL).split()) == "".join(without.split())
    pandoc = tool("pandoc")

    def plain(source: str) -> bytes:
        return subprocess.run(
            [pandoc, "-f", "markdown", "-t", "plain"], input=source.encode(), capture_output=True, check=True
        ).stdout

    assert plain(text).strip() == plain(bare).strip()


def test_notes_that_a_template_has_are_not_taken_for_quotes_that_failed() -> None:
    found = verify("x.docx", exported(".docx", Options(quotes="none", annex=True)), ARTICLES)
    assert found.holds
    assert NO_QUOTE not in {a.state for a in found.found}
