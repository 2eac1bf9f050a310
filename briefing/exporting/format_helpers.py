"""Small things every format needs: clean text, dates in words, safe links, direction, number ranges."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from briefing import inline
from briefing.inline import Run

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?=$|[T ])")
# XML 1.0 (and so Word) holds no C0 control but tab, LF and CR, no surrogate, no U+FFFE or U+FFFF.
_SUSPECT = re.compile("[\x00-\x08\x0b-\x1f\x85\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_DIRTY = re.compile(f"\r\n|{_SUSPECT.pattern}")
_BREAKS = ("\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029")
# The blocks of Hebrew, Arabic and their neighbours, and their presentation forms.
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
LEFT_TO_RIGHT = "\u200e"
_UNSAFE_IN_LINKS = re.compile(r"[\"'<>\\^`{|}()]")


class Cleaner:
    """Makes texts fit for every format and counts what it had to change."""

    def __init__(self) -> None:
        self.replaced = 0
        self.form_feeds = 0

    def text(self, raw: str) -> str:
        """Return text with LF as its only line end and U+FFFD for characters no format can hold."""
        # Python's own test is quickest, and what it passes holds none of them.
        return raw if raw.isprintable() or not _SUSPECT.search(raw) else _DIRTY.sub(self._fitting, raw)

    def line(self, raw: str) -> str:
        """Return clean text on one line, without spaces at its ends."""
        return raw.strip() if raw.isprintable() else self.text(raw).replace("\n", " ").strip()

    def runs(self, markdown: str) -> tuple[Run, ...]:
        """Return the runs of a statement, cleaned; links that are not safe keep their words only."""
        runs = inline.parse(self.line(markdown))
        if len(runs) == 1 and not runs[0].link:
            return runs
        return tuple(replace(r, link=safe_link(r.link)) if r.link else r for r in runs)

    def _fitting(self, match: re.Match[str]) -> str:
        found = match.group()
        if found in _BREAKS:
            self.form_feeds += found in ("\x0b", "\x0c")
            return "\n"
        self.replaced += 1
        return "\ufffd"

    def remarks(self) -> tuple[str, ...]:
        """Return what was changed, a sentence each, for the person who exports."""
        messages = []
        if self.replaced:
            messages.append(
                f"{counted(self.replaced, 'control character')} that no document can hold became “\ufffd”."
            )
        if self.form_feeds:
            messages.append(f"{counted(self.form_feeds, 'page break')} inside a text became a line break.")
        return tuple(messages)


def counted(number: int, noun: str) -> str:
    """Return “1 note”, “2 notes”, “1,200 notes”."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def safe_link(url: str) -> str:
    """Return the URL with risky characters percent-encoded (RFC 3986), or "" where no link may go.

    Only http, https and mailto (`inline.link_allowed`).
    """
    bare = url.strip()
    return _UNSAFE_IN_LINKS.sub(lambda m: f"%{ord(m.group()):02X}", bare) if inline.link_allowed(bare) else ""


def capital(words: str) -> str:
    """Return words with their first letter in upper case and the others as they are."""
    return words[:1].upper() + words[1:]


def sentence(words: str) -> str:
    """Return words with a full stop, where they end in none; a comma or the like at their end gives way to
    it.
    """
    words = words.rstrip(" ,;:")
    return words if not words or words[-1] in ".!?…”。！？؟۔।" else f"{words}."


def closing_mark(quote: str) -> str:
    """Return the mark that ends a quote. After right-to-left words it needs a left-to-right mark: else
    the quote and the reference that follows would change places on the page (UAX #9, N1).
    """
    return "”" if quote.isascii() or not _RTL.search(quote) else f"”{LEFT_TO_RIGHT}"


def apart(words: str) -> str:
    """Return words with a left-to-right mark behind them where any run from right to left.

    What follows, a date or a further name, then keeps its place in the line (UAX #9, N1 and W2).
    """
    return words if words.isascii() or not _RTL.search(words) else f"{words}{LEFT_TO_RIGHT}"


def long_date(iso: str) -> str:
    """Return an ISO 8601 date, partial ones too, as “13 March 2020”; anything else as it is."""
    match = _DATE.match(iso.strip())
    if match is None:
        return iso.strip()
    year, month, day = match.groups()
    if month and not 1 <= int(month) <= 12:
        return iso.strip()
    parts = (str(int(day)) if day else "", _MONTHS[int(month) - 1] if month else "", year)
    return " ".join(part for part in parts if part)


def is_rtl(text: str) -> bool:
    """Whether the first strong character is right-to-left (UAX #9, rules P2 and P3)."""
    if text.isascii():
        return False
    for char in text[:2000]:
        kind = unicodedata.bidirectional(char)
        if kind in ("R", "AL"):
            return True
        if kind == "L":
            return False
    return False


def ranges(numbers: Iterable[int]) -> str:
    """Return ascending numbers as printed: “1–3, 7”."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and spans[-1][1] == number - 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    return ", ".join(str(a) if a == b else f"{a}, {b}" if b == a + 1 else f"{a}–{b}" for a, b in spans)


ELLIPSIS = " … "
_ENDS = 5
_SHORT = 72


def ends_of(quote: str) -> str:
    """Return the first and last five words of a quote with “…” between, or all of it where it is short.

    Each part is code point by code point what the quote begins and ends with, so it can be found again.
    """
    if len(quote) <= _SHORT:
        return quote
    words = list(re.finditer(r"\S+", quote))
    if len(words) <= 2 * _ENDS + 2:
        return quote if len(quote) <= 3 * _SHORT else f"{quote[:24]}{ELLIPSIS}{quote[-24:]}"
    return f"{quote[: words[_ENDS - 1].end()]}{ELLIPSIS}{quote[words[-_ENDS].start() :]}"


def cited(numbers: tuple[int, ...], notes: str = "footnotes") -> str:
    """Return “ (notes 1–3)”, or “ (sources 1, 2)” where the list of sources is numbered; "" for none."""
    noun = "source" if notes == "list" else "note"
    return f" ({noun}{'s' * (len(numbers) > 1)} {ranges(numbers)})" if numbers else ""
