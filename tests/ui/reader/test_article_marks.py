from hypothesis import given
from hypothesis import strategies as st

from ui.reader.article_marks import ArticleMark, ArticleMarks

SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=20)


def marks_of(spans: list[tuple[int, int]]) -> list[ArticleMark]:
    return [ArticleMark(f"e{n}", ("c",), start, start + size) for n, (start, size) in enumerate(spans)]


@given(SPANS, st.integers(0, 90), st.integers(1, 20))
def test_it_finds_just_the_marks_that_touch_a_stretch(
    spans: list[tuple[int, int]], low: int, size: int
) -> None:
    marks = marks_of(spans)
    found = {m.evidence_id for m in ArticleMarks(marks).within(low, low + size)}
    assert found == {m.evidence_id for m in marks if m.start < low + size and m.end > low}


def test_the_shortest_mark_at_a_place_comes_first() -> None:
    wide, narrow = ArticleMark("wide", ("c",), 0, 20), ArticleMark("narrow", ("c",), 5, 9)
    assert ArticleMarks([wide, narrow]).at(6) == (narrow, wide)


def test_but_the_end_of_a_mark_is_outside_it() -> None:
    assert ArticleMarks([ArticleMark("e", ("c",), 0, 5)]).at(5) == ()
