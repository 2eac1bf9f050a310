"""An actor as one typed line, and back."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing.actor_line import format_line, parse_line
from briefing.model import Actor


@pytest.mark.parametrize(
    ("line", "name", "aliases", "role"),
    [
        ("Hulusi Akar", "Hulusi Akar", (), ""),
        ("Hulusi Akar · Turkish defence minister", "Hulusi Akar", (), "Turkish defence minister"),
        (
            "HTS (Hay’at Tahrir al-Sham, al-Nusra) · armed group",
            "HTS",
            ("Hay’at Tahrir al-Sham", "al-Nusra"),
            "armed group",
        ),
        ("HTS (a; b;a,, )", "HTS", ("a", "b"), ""),
        ("  Akar  ()  ·  minister  ", "Akar", (), "minister"),
        ("A·B · role · more", "A·B", (), "role · more"),
        ("A (b) c (d)", "A (b) c", ("d",), ""),
        ("A (b (c))", "A", ("b (c)",), ""),
        ("(unknown)", "(unknown)", (), ""),
        ("A) b)", "A) b)", (), ""),
        ("A (b) c", "A (b) c", (), ""),
        ("", "", (), ""),
        (" · role", "", (), "role"),
        ("Akar - Turkish minister", "Akar", (), "Turkish minister"),
        ("Akar – minister", "Akar", (), "minister"),
        ("Akar — minister - of defence", "Akar", (), "minister - of defence"),
        ("Akar: minister", "Akar", (), "minister"),
        ("HTS (al-Nusra, Hay’at), armed group", "HTS", ("al-Nusra", "Hay’at"), "armed group"),
        ("HTS (al-Nusra) - armed group: Idlib", "HTS", ("al-Nusra",), "armed group: Idlib"),
        ("HTS (Hay’at: the body), armed group", "HTS", ("Hay’at: the body",), "armed group"),
        ("Ibn-Khaldun Institute", "Ibn-Khaldun Institute", (), ""),
        ("A - B · role", "A - B", (), "role"),
        ("Smith, John", "Smith, John", (), ""),
        ("Akar - ", "Akar", (), ""),
        ("Akar (b):", "Akar", ("b",), ""),
        ("Reuters 12:30", "Reuters 12:30", (), ""),
    ],
)
def test_it_reads_name_aliases_and_role(line: str, name: str, aliases: tuple[str, ...], role: str) -> None:
    assert parse_line(line) == (name, aliases, role)


@given(st.text(st.sampled_from("ab ·-–:(),;é🚚"), max_size=20))
@example("a · · b")
@example("a (b) (c)")
@example("a ((b)")
@example("a (b), c · ")
@example("a - · ")
@example("a - -")
@example("a: - :")
def test_a_line_that_was_read_is_written_and_read_the_same(line: str) -> None:
    name, aliases, role = parse_line(line)
    assert parse_line(format_line(Actor("a1", name, aliases, "", role))) == (name, aliases, role)
