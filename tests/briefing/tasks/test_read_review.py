"""A reviewed file from the disk: read in the worker, told clearly where it cannot be, and nothing lost on the
way.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from briefing import lookup, reviewing
from briefing.errors import BadInput
from briefing.importing.process.host import of_file
from briefing.outside.pipes import Cancelled
from briefing.reviewing import review_wire
from briefing.tasks import read_review
from tests.briefing.exporting.examples import example
from tests.briefing.reviewing.word import Desk, exported


@pytest.fixture
def data() -> bytes:
    desk = Desk(exported(example(), actors="table"))
    desk.track(desk.control("c-count"), "3,900", "4,000")
    control = desk.control("c-bare").getparent()
    desk.comment(control, control, "Says who? 🚢", done=True)
    return desk.save()


def test_what_the_worker_answers_is_what_is_read_here(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "back.docx").write_bytes(data)
    file = read_review.read(example(), tmp_path / "back.docx")
    assert file == review_wire.read(data, [item.id for item in lookup.statements(example())])
    assert [p.kind for p in reviewing.review(example(), file).proposals] == ["reword", "comment"]


def test_a_file_that_cannot_be_trusted_is_named(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Notes.", encoding="utf-8")
    with pytest.raises(BadInput, match=r"“notes\.txt” could not be read\. It is not a Word document"):
        read_review.read(example(), tmp_path / "notes.txt")
    for name in ("missing.docx", "."):
        with pytest.raises(BadInput):
            read_review.read(example(), tmp_path / name)


def test_advice_that_is_for_adding_is_not_given_here() -> None:
    advice = "Is it the right file?"
    assert of_file(BadInput("It took too long.", "In any words.", "worker"), "a.docx").hint == advice
    assert of_file(BadInput("It is damaged."), "a.docx").hint == advice
    assert of_file(BadInput("It is damaged.", "Save it again."), "a.docx").hint == "Save it again."


def test_reading_can_be_stopped(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "back.docx").write_bytes(data)
    with pytest.raises(Cancelled):
        read_review.read(example(), tmp_path / "back.docx", cancelled=lambda: True)


def broken(path: tuple[Any, ...], value: Any) -> Any:
    answer: Any = json.loads(json.dumps(review_wire.answer(exported(example()), [])))
    at = answer
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    return answer


RUBBISH: tuple[tuple[tuple[Any, ...], Any], ...] = (
    (("paragraphs",), 3), (("paragraphs", 0), []), (("paragraphs", 0, 1), None), (("paragraphs", 0, 2), [1]),
    (("paragraphs", 0, 0, 0, 0), 7), (("paragraphs", 0, 0, 0, 1), "yes"),
    (("paragraphs", 0, 0, 0, 0), "\ud800"),
    (("notes",), []), (("comments",), [["1", "A", "", "Words", ""]]), (("manifest",), []),
    (("manifest", 1), "2"),
    (("manifest", 1), 1 << 50), (("manifest", 3, 0), ["id"]),
)  # fmt: skip


@pytest.mark.parametrize(("path", "value"), RUBBISH, ids=ascii)
def test_an_answer_that_makes_no_sense_is_none(path: tuple[Any, ...], value: Any) -> None:
    with pytest.raises((ValueError, TypeError, KeyError, AttributeError)):
        review_wire.from_wire(broken(path, value))


def test_a_link_that_may_not_be_followed_does_not_come_through() -> None:
    file = review_wire.from_wire(broken(("paragraphs", 0, 0, 0, 3), "javascript:alert(1)"))
    assert file.text.paragraphs[0].pieces[0].run.link == ""
