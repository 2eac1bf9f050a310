import pytest

from ui.reader import notices

LINKS = "Left out of the article: 33 links to other stories (“Israel bans …”; “What we know …”; …)."
BOXES = "Left out of the article: 4 lines of newsletter boxes (“Sign up”)."
HIDDEN = "Hidden text left out: 2 (“five words (of it)”)."
PAYWALL = "The page says that its article is for subscribers only: check that it is whole."


@pytest.mark.parametrize(
    ("notice", "acts"),
    [
        (LINKS, False),
        (HIDDEN, False),
        ("Lines that run another way than the page stand apart on pages 1–15.", False),
        ("Headers and footers left out: 3.", False),
        (PAYWALL, True),
        ("The encoding is not stated; Windows-1252 was guessed. Check the accented letters.", True),
        ("It is larger than can be kept: what lies beyond row 9, and rows out of order, are left out.", True),
        ("A newer version of this article is in the brief.", True),
        ("Bytes were lost.", True),
    ],
)
def test_only_what_a_reader_must_act_on_asks_for_it(notice: str, acts: bool) -> None:
    assert notices.asks_to_act(notice) is acts


def test_notices_are_parted_in_their_order() -> None:
    assert notices.parted((LINKS, PAYWALL, BOXES)) == ((PAYWALL,), (LINKS, BOXES))


@pytest.mark.parametrize(
    ("given", "line"),
    [
        ((), ""),
        ((LINKS,), "Left out: 33 links to other stories"),
        ((LINKS, BOXES), "Left out: 33 links to other stories · 4 lines of newsletter boxes"),
        ((HIDDEN,), "Left out: Hidden text: 2"),
    ],
)
def test_one_line_names_kinds_and_numbers(given: tuple[str, ...], line: str) -> None:
    assert notices.left_out_line(given) == line
