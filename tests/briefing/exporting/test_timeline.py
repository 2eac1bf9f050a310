"""The picture of a chronology: true to time, long gaps cut out and named, about then shown as such."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from briefing.exporting.timeline_layout import Timeline, TimelineEntry, lasting, timeline
from briefing.exporting.timeline_svg import svg


def placed(*days: str) -> Timeline:
    found = timeline(TimelineEntry(f"c{n}", day, f"Row {n}") for n, day in enumerate(days))
    assert found is not None
    return found


def test_marks_stand_true_to_time() -> None:
    line = placed("2020-01-01", "2020-01-11", "2020-01-20")
    one, two, three = line.marks
    assert (one.start, three.end, line.breaks) == (0.0, 1.0, ())
    assert two.start == pytest.approx(0.5)
    assert one.end - one.start == pytest.approx(1 / 20)


def test_a_span_is_as_long_as_it_lasts_and_about_is_marked() -> None:
    month, day = placed("2020-01~", "2020-01-31").marks
    assert (month.start, month.end, month.circa, month.day) == (0.0, 1.0, True, "c. January 2020")
    assert (day.end, day.circa) == (1.0, False)


def test_a_long_gap_is_cut_out_and_named_so_that_the_rest_has_room() -> None:
    line = placed("2019-01-01", "2020-03-01", "2020-03-03", "2020-03-05")
    (gap,) = line.breaks
    assert (gap.days, gap.words) == (424, "14 months")
    assert line.marks[0].end < gap.at < line.marks[1].start
    assert line.marks[3].start - line.marks[1].start > 0.5
    assert line.described == "4 rows, 1 January 2019 to 5 March 2020; nothing for 14 months."


def test_two_rows_alone_have_no_gap_to_cut() -> None:
    assert placed("2019-01-01", "2020-03-01").breaks == ()


def test_rows_without_a_day_are_counted_and_no_day_at_all_is_no_picture() -> None:
    assert placed("2020", "", "long ago").undated == 2
    assert timeline([TimelineEntry("c", "", "x")]) is None


@pytest.mark.parametrize(
    ("days", "words"),
    [(1, "1 day"), (13, "2 weeks"), (9, "9 days"), (40, "6 weeks"), (61, "2 months"), (800, "2 years")],
)
def test_a_gap_is_named_in_the_largest_unit_it_has_two_of(days: int, words: str) -> None:
    assert lasting(days) == words


@given(st.lists(st.dates().map(lambda day: day.isoformat()), min_size=1, max_size=12))
def test_every_mark_stands_on_the_axis_in_order_of_time(days: list[str]) -> None:
    line = placed(*sorted(days))
    starts = [mark.start for mark in line.marks]
    assert starts == sorted(starts)
    assert all(-1e-9 <= mark.start < mark.end <= 1 + 1e-9 for mark in line.marks)
    for gap in line.breaks:
        assert not any(mark.start < gap.at < mark.end for mark in line.marks)


def test_the_svg_is_well_formed_escapes_words_and_says_all_in_titles() -> None:
    line = placed("2019-01-01", "2020-03-01~", "2020-03-03", "2020-03-05")
    mark = replace(line.marks[0], label='<script> & "words" ' + "long " * 40)
    drawn = etree.fromstring(svg(replace(line, marks=(mark, *line.marks[1:]))))
    titles = [t.text or "" for t in drawn.iter("{*}title")]
    assert titles[0].startswith('1 January 2019: <script> & "words" long')
    assert len(titles) == 4
    assert len([r for r in drawn.iter("{*}rect") if r.get("class") == "circa"]) == 1
    assert "nothing for" in (drawn.findtext("{*}desc") or "")
