"""What programs change by themselves is no reviewer's edit: spaces, invisible marks, the form of quotation
marks.

Two texts are held against each other in a folded form, one letter for each thing a reader sees. What is the
same there keeps the letters it left with; only what differs is taken from the reviewed file.

`language/fold` answers another question, and its record would be wrong here. It levels case, accents and
spellings, one character at a time, to find words; a review must see a changed case or accent, and a program
changes sequences ("...", "--", "(c)"). And its spans are what stands behind a match, where neighbours may
share a character; here each character belongs to exactly one letter, so that all of them put together are the
text that left.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from briefing import inline
from briefing.inline import Run
from briefing.revision.word_difference import Hunk, compare

# Scripts in which a joiner or non-joiner between two letters is spelling (Unicode 15, 23.2): Arabic and its
# neighbours, the scripts of India and South-East Asia, Mongolian; and emoji, which joiners make into one.
_JOINED = "\u0590-\u109f\u1780-\u18af\ua840-\uabff\ufb50-\ufeff\ufe0f\u2600-\u27bf\U0001f000-\U0001faff"
_DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = f"\u00ad\u034f\u180e\u200b\u2060-\u2064\u206a-\u206f\ufeff{_DIRECTION}"
_VARIANT = "\ufe00-\ufe0f"
# Letters: the mark U+061C among them has a direction and is no word.
_RIGHT_TO_LEFT = re.compile("[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")

# What a person types and what Word makes of it, in the order in which they are looked for: the letter both
# become.
_TYPED: tuple[tuple[str, str, str], ...] = (
    ("space", rf"[\s{_INVISIBLE}]*\s[\s{_INVISIBLE}]*", " "),
    ("gone", f"[{_INVISIBLE}{_VARIANT}]+|(?<![{_JOINED}])[\u200c\u200d]+", ""),
    ("ellipsis", r"\.\.\.|…", "…"),
    ("right", "-->|==>|[→➔➢]", "→"),
    ("left", "<--|<==|[←]", "←"),
    ("dash", r"(?<=\s)-{1,3}(?=\s)|-{2,3}|[\u2012-\u2015]", "–"),
    ("hyphen", "[\u2010\u2011]", "-"),
    ("double", '[“”„‟"″]|[«»][\u00a0\u202f]|[«»]', '"'),
    ("single", "[‘’‚‛'`´′‹›]", "'"),
    ("sign", r"\(c\)|\(C\)|©", "©"),
    ("registered", r"\(r\)|\(R\)|®", "®"),
    ("mark", r"\(tm\)|\(TM\)|™", "™"),
    ("half", r"(?<![\d/])1/2(?![\d/])|½", "½"),
    ("quarter", r"(?<![\d/])1/4(?![\d/])|¼", "¼"),
    ("quarters", r"(?<![\d/])3/4(?![\d/])|¾", "¾"),
)
# French typing puts a no-break space before these by itself.
_BEFORE_HIGH = "[\u00a0\u202f](?=[:;!?»])"
_ATOM = re.compile(
    "|".join([f"(?P<high>{_BEFORE_HIGH})", *(f"(?P<{name}>{form})" for name, form, _ in _TYPED)])
    + "|(?P<composed>.[\u0300-\u036f\u0653-\u0655]+)|(?P<other>.)",
    re.DOTALL,
)
_LETTER = {name: letter for name, _, letter in _TYPED} | {"high": ""}
_PLAIN = re.compile(r"(?:[A-Za-z0-9,;:!?%&+]|\.(?!\.)| (?! ))*")
_STARTS = re.compile(r"(?:^|[.!?…:]['\"]? )['\"]?$")


@dataclass(frozen=True, slots=True)
class FoldedLetters:
    """`letters`: a text as it is compared; `starts`: where each of them begins in `raw`, and one past the
    end.
    """

    raw: str
    letters: str
    starts: tuple[int, ...]

    def slice(self, start: int, end: int) -> str:
        """The raw words of a span of the letters."""
        return self.raw[self.starts[start] : self.starts[end]]


@lru_cache(maxsize=4096)
def fold(raw: str) -> FoldedLetters:
    """Return a text as it is compared: spaces as one, no invisible marks, typographic signs in one form."""
    if _PLAIN.fullmatch(raw):
        return FoldedLetters(raw, raw, tuple(range(len(raw) + 1)))
    letters: list[str] = []
    starts: list[int] = []
    for atom in _ATOM.finditer(raw):
        letter = _folded(atom)
        letters.append(letter)
        starts += [atom.start()] * len(letter)
    # Marks before the first letter go with it.
    first = (0,) if starts else ()
    return FoldedLetters(raw, "".join(letters), (*first, *starts[1:], len(raw)))


def _folded(atom: re.Match[str]) -> str:
    name = atom.lastgroup or "other"
    if name == "composed":
        return unicodedata.normalize("NFC", atom[0])
    return _LETTER.get(name, atom[0])


def folded(words: str) -> str:
    """Return words in one case as they are compared, without spaces at their ends."""
    return fold(words).letters.casefold().strip()


def same(one: str, two: str) -> bool:
    """Whether two texts say the same but for what programs change by themselves."""
    return fold(one).letters.strip() == fold(two).letters.strip()


def as_left(theirs: Sequence[Run], left: Sequence[Run]) -> tuple[Run, ...]:
    """Return the runs of a reviewed text with the letters of `left` wherever both say the same.

    Of what is new, spaces become one and invisible marks go; a first letter that was only made a capital, and
    a link that is only written in another way, are as they left.
    """
    theirs = tuple(_linked(theirs, left))
    old, new = fold(inline.text_of(left)), fold(inline.text_of(theirs))
    if not old.letters and not new.letters:
        # No letter holds the marks that left: a text of invisible marks alone stands as it was.
        return tuple(left)
    styles = [run for run in theirs for _ in run.text]
    made: list[Run] = []
    for hunk in compare(old.letters, new.letters):
        (a, b), (c, d) = hunk.old, hunk.new
        if hunk.kind == "equal" or _capital(hunk, old.letters, new.letters):
            pairs = zip(range(a, b), range(c, d), strict=True)
            made += [replace(styles[new.starts[j]], text=old.slice(i, i + 1)) for i, j in pairs]
        else:
            made += _cleaned(new.raw, styles, new.starts[c], new.starts[d])
    return inline.merged(made)


def clean(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return new words without invisible marks, and with one space where several stand.

    Marks of direction stay where right-to-left words are among them.
    """
    runs = tuple(runs)
    words = inline.text_of(runs)
    return inline.merged(_cleaned(words, [run for run in runs for _ in run.text], 0, len(words)))


def _cleaned(raw: str, styles: Sequence[Run], start: int, end: int) -> Iterator[Run]:
    """Yield a span of words as `clean` leaves them; what stands before it decides whether a joiner is
    spelling.
    """
    kept = "\u200e\u200f\u061c" if _RIGHT_TO_LEFT.search(raw) else ""
    for atom in _ATOM.finditer(raw, start, end):
        text = atom[0]
        if atom.lastgroup == "gone":
            text = "".join(c for c in text if c in kept or "\ufe00" <= c <= "\ufe0f")
        elif atom.lastgroup == "space" and text not in ("\u00a0", "\u202f"):
            # A no-break space that a person typed between two words stays; a line break or several spaces do
            # not.
            text = " "
        yield replace(styles[atom.start()], text=text)


def cleaned(words: str) -> str:
    """Return plain words as `clean` leaves them."""
    return inline.text_of(clean((Run(words),))).strip()


def _capital(hunk: Hunk, old: str, new: str) -> bool:
    """Whether a first letter of a sentence was made a capital, as programs do, and nothing else."""
    was, now = old[slice(*hunk.old)], new[slice(*hunk.new)]
    first = len(was) - len(was.lstrip("'\""))
    return (
        len(was) == len(now)
        and was != now
        and was[first : first + 1].islower()
        and was[: first + 1].upper() + was[first + 1 :] == now
        and _STARTS.search(new[: hunk.new[0]]) is not None
    )


def _linked(theirs: Sequence[Run], left: Sequence[Run]) -> Iterator[Run]:
    """Give links the form they left with where they lead to the same place."""
    known = {_address(run.link): run.link for run in left if run.link}
    for run in theirs:
        yield replace(run, link=known.get(_address(run.link), run.link)) if run.link else run


def _address(url: str) -> str:
    """An address as it is compared: programs add a slash behind a bare host and write its letters small (RFC
    3986, 6.2).
    """
    scheme, mark, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme.casefold()}{mark}{host.casefold()}{slash if path else ''}{path}" if mark else url
