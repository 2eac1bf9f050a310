"""The table of the house's words: a file of one's own and one that is shared."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import house_terms
from briefing.errors import BadInput, BriefingError, StorageError
from briefing.house_terms import HouseTerm

CELL = st.text('abc ü’,"é', min_size=1, max_size=8).map(lambda s: " ".join(s.split())).filter(bool)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BRIEFING_HOME", str(tmp_path / "home"))
    return tmp_path


@given(st.lists(st.builds(HouseTerm, CELL, st.tuples(CELL.map(lambda s: f"{s}x")), CELL), max_size=5))
def test_what_is_written_is_read_again(terms: list[HouseTerm]) -> None:
    terms = [term for term in terms if term.write not in term.instead]
    assert house_terms.read(house_terms.written(terms), "t") == tuple(terms)


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ("Türkiye,Turkey\n,Kiev\n", 2, "is empty"),
        ("# notes\n\nKyiv\n", 3, "does not say"),
        ("a,b,c,d\n", 1, "4 columns"),
        ("a,a\n", 1, "in place of itself"),
        ('a,"b\n', 1, "unexpected end"),
        ("a," + "b" * 300, 1, "longer than"),
    ],
)
def test_an_error_names_the_line(text: str, line: int, why: str) -> None:
    with pytest.raises(BadInput) as error:
        house_terms.read(text, "desk.csv")
    assert f"“desk.csv”, line {line}" in error.value.message
    assert why in error.value.message


def test_the_persons_own_term_goes_before_that_of_the_desk(home: Path) -> None:
    desk = home / "desk.csv"
    desk.write_text("write,not,long form\nTürkiye,Turkey\nKyiv,Kiev\n", encoding="utf-8-sig")
    house_terms.share(desk)
    house_terms.save((HouseTerm("Kyiv", ("Kiew",)),))
    assert house_terms.known() == (HouseTerm("Kyiv", ("Kiew",)), HouseTerm("Türkiye", ("Turkey",)))
    house_terms.share(None)
    assert house_terms.known() == (HouseTerm("Kyiv", ("Kiew",)),)


def test_a_shared_file_that_is_gone_or_no_table_is_a_message(home: Path) -> None:
    desk = home / "desk.csv"
    with pytest.raises(BadInput):
        house_terms.share(desk)
    desk.write_text("Kyiv,Kiev\n")
    house_terms.share(desk)
    desk.unlink()
    with pytest.raises(StorageError, match="not there"):
        house_terms.known()
    for raw in (b"\xff\xfe", b"x" * (5 << 20)):
        desk.write_bytes(raw)
        with pytest.raises(BriefingError):
            house_terms.known()
