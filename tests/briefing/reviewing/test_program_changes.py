"""What programs do by themselves is no edit; what a person does is, and comes back clean."""

from __future__ import annotations

import pytest

from briefing import inline
from briefing.reviewing import program_changes


def back(left: str, theirs: str) -> str:
    return inline.write(program_changes.as_left(inline.parse(theirs), inline.parse(left))).strip()


NO_EDIT = [
    ("two blanks", "The port opens.", "The  port opens."),
    ("a line break behind a blank", "The port opens.", "The port \n opens."),
    ("a no-break space", "3,900 of them", "3,900\u00a0of them"),
    ("a narrow no-break space", "20 %", "20\u202f%"),
    ("a left-to-right mark", "The port opens.", "The port\u200e opens.\u200e"),
    ("marks of embedding", "The port opens.", "\u202aThe port\u202c opens."),
    ("an isolate", "Radio Orla says", "\u2066Radio Orla\u2069 says"),
    ("a byte order mark", "The port", "\ufeffThe port"),
    ("a zero-width space", "The port", "The \u200bport"),
    ("a soft hyphen", "reopening", "reopen\u00ading"),
    ("a word joiner", "The port", "The\u2060 port"),
    ("a joiner between Latin letters", "The port", "The po\u200drt"),
    ("curly quotation marks", "He said \"no\" to O'Hara", "He said “no” to O’Hara"),
    ("straight ones", "“No”, she said", '"No", she said'),
    ("German ones", '"Nein"', "„Nein“"),
    ("French ones with their spaces", '"Non", dit-elle', "«\u00a0Non\u00a0», dit-elle"),
    ("a space before a French colon", "Bilan: trois", "Bilan\u00a0: trois"),
    ("an ellipsis", "and so on...", "and so on…"),
    ("a dash between blanks", "the port - and the quay", "the port – and the quay"),
    ("two hyphens", "the port -- and", "the port — and"),
    ("a hyphen that does not break", "cease-fire", "cease\u2011fire"),
    ("a capital at the front", "the port opens", "The port opens"),
    ("a capital behind a full stop", "It closed. then it opened", "It closed. Then it opened"),
    ("signs", "(c) 1/2 --> 3/4", "© ½ → ¾"),
    ("composed letters", "caf\u00e9", "cafe\u0301"),
    ("a picture form of an emoji", "All ⚓ fine", "All ⚓\ufe0f fine"),
    ("a slash behind a host", "See [it](https://example.org).", "See [it](https://example.org/)."),
    ("a host in capitals", "See [it](https://example.org/A).", "See [it](https://Example.ORG/A)."),
    ("a text of invisible marks alone, which a program drops", "\u00ad", ""),
    ("the same with other marks in their place", "\u200b\u2060", "\ufeff"),
    ("blanks round bold words", "The **port** opens", "The **port**  opens"),
]  # fmt: skip


@pytest.mark.parametrize(("left", "theirs"), [c[1:] for c in NO_EDIT], ids=[c[0] for c in NO_EDIT])
def test_what_a_program_does_is_no_edit(left: str, theirs: str) -> None:
    assert back(left, theirs) == left
    assert (
        program_changes.same(left, theirs)
        or "[" in left
        or left[0].islower()
        or "then" in left
        or "**" in left
    )


EDITS = [
    ("a joiner put into a Persian word", "میخواهم بروم", "می\u200cخواهم بروم", "می\u200cخواهم بروم"),
    ("a joiner taken out of one", "می\u200cخواهم", "میخواهم", "میخواهم"),
    ("a joiner of an Indic script", "क्ष", "क्\u200dष", "क्\u200dष"),
    ("an emoji of several", "All fine", "All fine 👨\u200d👩\u200d👧", "All fine 👨\u200d👩\u200d👧"),
    ("a word, and a mark pasted with it", "The port opens.", "The\u200e old\u200e  port opens.",
        "The old port opens."),
    ("a word, and quotation marks elsewhere", '"No", she said', "“No”, he said", '"No", he said'),
    ("a capital inside a sentence", "the port of may", "the port of May", "the port of May"),
    ("a capital made small", "The port", "the port", "the port"),
    ("a hyphen for a range", "10-15", "10–15", "10–15"),
    ("bold", "The port  opens", "The **port** opens", "The **port**  opens"),
    ("another link", "See [it](https://a.org).", "See [it](https://b.org).", "See [it](https://b.org)."),
    ("a path in other letters", "See [it](https://a.org/X/y).", "See [it](https://a.org/x/y).",
        "See [it](https://a.org/x/y)."),
    ("a right-to-left mark in Arabic that is new", "قالت إذاعة", "قالت إذاعة (5\u200f)",
        "قالت إذاعة (5\u200f)"),
    ("new words with a no-break space", "Up", "Up 5\u00a0%", "Up 5\u00a0%"),
    ("all of it", "Up", "Down  now", "Down now"),
    ("nothing left", "Up", "", ""),
]  # fmt: skip


CLEAN = [
    ("several spaces", "a  b \n c", "a b c"),
    ("a no-break space", "5\u00a0%", "5\u00a0%"),
    ("a narrow one", "5\u202f%", "5\u202f%"),
    ("but not beside another space", "5\u00a0 %", "5 %"),
    ("spaces at the ends", " a ", "a"),
    ("invisible marks", "\ufeffa\u200b\u2060b\u00ad", "ab"),
    ("marks of direction in words from left to right", "a\u200eb\u200fc\u061c", "abc"),
    ("the same beside words from right to left", "ا\u200eb\u200fc\u061c\u2066d", "ا\u200eb\u200fc\u061cd"),
    ("the form of a sign", "\u2693\ufe0f \u2693\ufe00", "\u2693\ufe0f \u2693\ufe00"),
    ("two marks at once", "a\u200b\ufe0f\ufe00\u2060b", "a\ufe0f\ufe00b"),
    ("a joiner that is spelling", "می\u200cخواهم", "می\u200cخواهم"),
    ("one that is none", "po\u200drt", "port"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "words"), [c[1:] for c in CLEAN], ids=[c[0] for c in CLEAN])
def test_new_words_are_cleaned_of_what_no_reader_sees(typed: str, words: str) -> None:
    assert program_changes.cleaned(typed) == words


@pytest.mark.parametrize(
    ("raw", "letters", "starts"),
    [
        ("plain.", "plain.", (0, 1, 2, 3, 4, 5, 6)),
        ("", "", (0,)),
        ("\u200ba  b", "a b", (0, 2, 4, 5)),
        ("cafe\u0301!", "caf\u00e9!", (0, 1, 2, 3, 5, 6)),
        ("a\u0323\u0302b", "\u1ead" + "b", (0, 3, 4)),
        ("«\u00a0Non»…", '"Non"…', (0, 2, 3, 4, 5, 6, 7)),
        ("\u200b", "", (1,)),
    ],
    ids=ascii,
)
def test_folded_letters_know_where_they_begin(raw: str, letters: str, starts: tuple[int, ...]) -> None:
    program_changes.fold.cache_clear()
    found = program_changes.fold(raw)
    assert (found.letters, found.starts) == (letters, starts)
    assert found.slice(0, len(letters)) == (raw if letters else "")


@pytest.mark.parametrize(("left", "theirs", "said"), [c[1:] for c in EDITS], ids=[c[0] for c in EDITS])
def test_what_a_person_does_is_one_and_comes_back_clean(left: str, theirs: str, said: str) -> None:
    assert back(left, theirs) == said != left
    assert back(said, theirs) == said
