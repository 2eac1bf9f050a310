import pytest

from briefing.text import sentences
from ui.reader import sentences as steps

SPANS = [(0, 10), (11, 20), (22, 30)]


@pytest.mark.parametrize(
    ("at", "span"),
    [
        ((0, 0), (0, 10)),
        ((5, 5), (0, 10)),
        ((10, 10), (11, 20)),
        ((11, 11), (11, 20)),
        ((0, 10), (11, 20)),
        ((3, 15), (22, 30)),
        ((3, 6), (0, 10)),
        ((0, 6), (0, 10)),
        ((13, 20), (11, 20)),
        ((11, 21), (22, 30)),
        ((22, 30), None),
        ((30, 30), None),
    ],
)
def test_the_next_sentence(at: tuple[int, int], span: tuple[int, int] | None) -> None:
    assert steps.next_sentence(SPANS, at) == span


@pytest.mark.parametrize(
    ("at", "span"), [((22, 30), (11, 20)), ((11, 20), (0, 10)), ((0, 10), None), ((25, 25), (22, 30))]
)
def test_the_sentence_before(at: tuple[int, int], span: tuple[int, int] | None) -> None:
    assert steps.previous_sentence(SPANS, at) == span


def test_it_takes_sentences_in_and_leaves_them_out_again() -> None:
    two = steps.extended(SPANS, (0, 10))
    three = steps.extended(SPANS, two)
    assert (two, three, steps.extended(SPANS, three)) == ((0, 20), (0, 30), (0, 30))
    assert (steps.shrunk(SPANS, three), steps.shrunk(SPANS, two), steps.shrunk(SPANS, (0, 10))) == (
        (0, 20),
        (0, 10),
        (0, 10),
    )


def test_a_text_without_sentences_has_nowhere_to_go() -> None:
    assert steps.next_sentence([], (0, 0)) is None
    assert steps.previous_sentence([], (0, 0)) is None


BODY = "Delegates of both banks met on Friday. They agreed."


@pytest.mark.parametrize(
    ("head", "authors"),
    [
        ("", ""),
        ("Talks resume\n\n", ""),
        ("WORLD\nTalks resume\nThe ferry may sail again soon.\nBy Ada Kern\n", ""),
        ("Talks resume\nThe ferry may sail again soon.\nAda Kern in Lindow\n", "Ada Kern, Bo Lind"),
        ("Talks resume\nMarch 13, 2020\nhttps://harbour.example/talks\n", ""),
        ("Gespräche beginnen\nVon Ada Kern\nFreitag, 13. März 2020\n", ""),
    ],
)
def test_the_body_begins_behind_title_standfirst_and_byline(head: str, authors: str) -> None:
    text = head + BODY
    first = steps.first_of_body(text, list(sentences(text)), authors)
    assert first is not None
    assert text[slice(*first)] == "Delegates of both banks met on Friday."


def test_a_sentence_that_begins_with_by_is_no_byline() -> None:
    text = "Talks resume\nBy Friday the ferry had sailed again.\nNobody was hurt on either bank."
    first = steps.first_of_body(text, list(sentences(text)))
    assert first is not None
    assert text[slice(*first)].startswith("By Friday")


@pytest.mark.parametrize("text", ["", "Contents\nPage 1\nPage 2"])
def test_without_prose_there_is_no_body(text: str) -> None:
    assert steps.first_of_body(text, list(sentences(text))) is None
