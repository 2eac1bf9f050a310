"""Lines of pages to running text: paragraphs joined, over columns and pages too, hyphens repaired."""

from __future__ import annotations

import itertools
import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field

from briefing.importing.common.parsed import Repair
from briefing.importing.pdf.page_line import PageLine

_JOINED_LETTERS = re.compile(
    "[\ufb00-\ufb06\ufb13-\ufb17\ufb50-\ufbb1\ufbd3-\ufdcf\ufdf0-\ufdfb\ufe70-\ufefc]"
)
_SOFT = "\xad"
_TAIL = re.compile(r"[^\W\d_](?:[\w’'-]*\w)?$")
_HEAD = re.compile(r"^\w+")
_WORDS = re.compile(r"\w+(?:-\w+)*")
# The numbers of notes may follow the full stop; "$45.2" ends no sentence.
_ENDED = re.compile(
    r"[.!?:؟。…][\"”’»)\]]*$|(?<!\d)[.!?:؟。…][\"”’»)\]]*(?:\d{1,3}(?:, ?\d{1,3}){0,9}|\[\d{1,3}\])$"
)
_ITEM = re.compile(r"(?:[•◦▪‣–—*·-]|\(?(?:\d{1,3}|[a-z])[.)])\s")
# What is written with a hyphen after a name or a noun, whether or not it stands in the text once more.
_SECOND_PARTS = re.compile(
    "(?:backed|based|led|held|made|run|owned|linked|aligned|controlled|funded|trained|born|speaking|style"
    "|related|wide|level|term|sponsored|affiliated|supplied|occupied|brokered|mediated|allied|sized|old|week|month|year|hour"
    "|minute)"
)
_FIRST_PARTS = re.compile("(?:юго|северо|south|north)")


_SPARSE = 1.5  # times as wide for its letters as the middle line


@dataclass(slots=True)
class PdfFlow:
    """The text of a file: its lines, paragraph by paragraph, each line with the number of its page."""

    paragraphs: list[list[tuple[PageLine, int]]] = field(default_factory=list)
    heads: int = 0  # paragraphs before all others: the heads of the first page

    def add(self, page: int, runs: list[list[PageLine]], margins: list[PageLine] | None = None) -> None:
        """Add the runs of one page; the first goes on the last paragraph where it is one with it.

        `margins` stand at its head and foot: the first page's heads stand before its text, the rest between
        paragraphs.
        """
        apart = self._below_heads(page, runs, margins or [])
        asides = [line for run in runs for line in run if line.aside]
        body = [[line for line in run if not line.aside] for run in runs]
        notes = _notes(body)
        at = len(self.paragraphs)
        for run in body:
            if run:
                self._add_run(page, run)
        # Before the last paragraph, which may go on overleaf.
        alone = [[line] for line in asides] + notes + [[line] for line in apart]
        extra = [[(line, page) for line in lines] for lines in alone]
        last = max(at, len(self.paragraphs) - 1)
        self.paragraphs[last:last] = extra

    def _below_heads(self, page: int, runs: list[list[PageLine]], margins: list[PageLine]) -> list[PageLine]:
        """Put the heads of the first page with words before its text; return what else is in its margins."""
        if self.paragraphs:
            return margins
        top = max((line.base for run in runs for line in run if not line.aside), default=0.0)
        heads = [line for line in margins if line.base > top]
        self.paragraphs += [[(line, page)] for line in heads]
        self.heads = len(heads)
        return [line for line in margins if line.base <= top]

    def _add_run(self, page: int, run: list[PageLine]) -> None:
        prose = [line for line in run if not line.row]
        rights = _rights(prose, near=len(prose) < len(run))
        rows = _rows(prose)
        pitch = _pitch(prose)
        paragraph = self.paragraphs[-1] if len(self.paragraphs) > self.heads else []
        at = -1  # of the line before, among those of prose
        for number, line in enumerate(run):
            if not paragraph or line.row or (last := paragraph[-1][0]).row:
                goes_on = False
            elif number:
                goes_on = at not in rows and at + 1 not in rows and _is_one(last, line, rights[at], pitch)
            else:
                goes_on = self._goes_over(line, run[1] if len(run) > 1 else None)
            if goes_on:
                paragraph.append((line, page))
            else:
                paragraph = [(line, page)]
                self.paragraphs.append(paragraph)
            at += not line.row

    def _goes_over(self, line: PageLine, after: PageLine | None) -> bool:
        """Return whether a paragraph that ends a column or page goes on with the first line of the next."""
        written = self.paragraphs[-1]
        last = written[-1][0]
        if last.aside or _is_of_another_kind(line, last.size):
            return False
        if last.hyphen or last.text.endswith((_SOFT, "-")) or line.text[:1].islower():
            return not _ENDED.search(last.text)
        indented = after is not None and line.left > after.left + 0.7 * line.size
        if indented or (len(written) == 1 and not _ENDED.search(last.text) and len(last.text) < 40):
            return False
        widest = max(one.right - one.left for one, _ in written)
        wide = last.right - last.left
        full = len(written) > 1 and wide + _first_word(line) > widest - 0.05 * line.size
        return full if _ENDED.search(last.text) else full or wide > 0.6 * widest


def _rights(run: list[PageLine], *, near: bool) -> list[float]:
    """Return for each line where its column ends: of the lines near it if asked, or where the run holds
    several columns.
    """
    left = min((line.left for line in run), default=0.0)
    right = max((line.right for line in run), default=0.0)
    middle = left + 0.4 * (right - left)
    if not near and sum([line.left > middle for line in run]) < 3:
        return [right] * len(run)
    return [
        max(
            other.right
            for other in run[max(0, i - 5) : i + 6]
            if other is line or abs(other.left - line.left) < 3 * line.size
        )
        for i, line in enumerate(run)
    ]


def _rows(run: list[PageLine]) -> set[int]:
    """Return the numbers of the lines that are rows of a table: far wider than so many letters are."""
    wide = [(line.right - line.left) / (len(line.text) * line.size or 1.0) for line in run]
    most = _SPARSE * sorted(wide)[len(wide) // 2] if wide else 0.0
    return {i for i, one in enumerate(wide) if one > most and " " in run[i].text}


def _is_one(before: PageLine, line: PageLine, right: float, pitch: float) -> bool:
    """Return whether a line goes on the paragraph of the one before it, in a column that ends at `right`."""
    size = before.size or 1.0
    step = before.base - line.base
    if abs(step) < 0.3 * size:  # one baseline: pieces of one line
        return True
    if step < 0 or step > 1.25 * pitch * size or _is_of_another_kind(line, size):
        return False
    if right - before.right > 2 * size and abs(before.left + before.right - line.left - line.right) < 3:
        return True  # centred
    if line.left > before.left + 0.7 * size and not _ITEM.match(before.text):
        return False
    return _is_full(before, line, right, size)


def _is_of_another_kind(line: PageLine, size: float) -> bool:
    """Return whether a line begins an item of a list, or is set in another size than `size` (points)."""
    step = line.size - size
    return step > 0.12 * size or -step > 0.12 * size or _ITEM.match(line.text) is not None


def _is_full(before: PageLine, line: PageLine, right: float, size: float) -> bool:
    """Return whether a line ends where the column does, not where its paragraph does: `line`, the next, may
    show it.
    """
    if before.hyphen or before.right > right - size:
        return True
    wide = before.right - before.left > 0.7 * (right - before.left)
    if (
        (wide or len(before.text) > 40)
        and (wide or line.text[0].islower())
        and not _ENDED.search(before.text)
    ):
        return True
    return before.right + _first_word(line) > right - 0.05 * size


def _first_word(line: PageLine) -> float:
    """Return how wide a line's first word and a space before it are, all letters taken as equally wide."""
    return (line.text.find(" ") + 1 or len(line.text) + 1) * (line.right - line.left) / len(line.text)


def _pitch(run: list[PageLine]) -> float:
    """Return the usual distance between baselines, times the letters' height: the middle one, or a guess."""
    steps = []
    for one, two in itertools.pairwise(run):
        size = one.size if one.size > two.size else two.size
        if 0.5 * size < one.base - two.base < 3 * size:
            steps.append((one.base - two.base) / size)
    # Where every other step parts paragraphs the lower third still is within one.
    return sorted(steps)[len(steps) // 3] if steps else 1.3


def _notes(runs: list[list[PageLine]]) -> list[list[PageLine]]:
    """Take footnotes (smaller lines at the end of a run, beginning with a number or mark) out of the runs."""
    taken: list[list[PageLine]] = []
    for run in runs:
        if len(run) < 3:
            continue
        sizes = [line.size for line in run]
        sizes += [line.size for line in run if line.row for _ in range(line.text.count("\t"))]
        body = sorted(sizes)[len(sizes) // 2]
        start = len(run)
        while start > 1 and run[start - 1].size < 0.92 * body and not run[start - 1].row:
            start -= 1
        notes = run[start:]
        if not notes or not re.match(r"[\d*†‡§¹²³⁴-⁹\[]", notes[0].text):
            continue
        del run[start:]
        for line in notes:
            if not taken or re.match(r"[\d*†‡§¹²³⁴-⁹\[]", line.text):
                taken.append([])
            taken[-1].append(line)
    return taken


@dataclass(slots=True)
class Written:
    """The text, what was repaired in it, and where each page that has words begins (page: code point)."""

    text: str
    mends: tuple[Repair, ...]
    starts: dict[int, int]


def written(flow: PdfFlow) -> Written:
    """Return the running text of a flow, a paragraph a line."""
    words: frozenset[str] | None = None
    out: list[str] = []
    mends: list[Repair] = []
    starts: dict[int, int] = {}
    length = 0
    for paragraph in flow.paragraphs:
        last: PageLine | None = None
        for line, page in paragraph:
            if last is not None and _breaks_a_word(last):
                words = _known(flow) if words is None else words
                printed = out.pop()
                length -= len(printed)
                whole, repair = _repaired(printed, last, line.text, words)
                if repair:
                    mends.append(Repair(length + repair[0], repair[1], repair[2]))
                starts.setdefault(page, length + min(len(printed), len(whole)))
                out.append(whole)
                length += len(whole)
                text = ""
            else:
                if out:
                    out.append("\n" if last is None else " ")
                    length += 1
                starts.setdefault(page, length)
                text = line.text
            last = line
            if text:
                out.append(text)
                length += len(text)
    return _parted("".join(out), mends, starts)


def _breaks_a_word(line: PageLine) -> bool:
    return line.hyphen or (line.text[-1:] in "-\xad\u2010" and len(line.text) > 1 and line.text[-2].isalpha())


def _known(flow: PdfFlow) -> frozenset[str]:
    """Return the words of the file in lower case, but for those that a line's end breaks."""
    found: set[str] = set()
    for paragraph in flow.paragraphs:
        after_break = False
        for line, _ in paragraph:
            words = _WORDS.findall(line.text.lower())
            found.update(words[after_break : len(words) - _breaks_a_word(line)])
            after_break = _breaks_a_word(line)
    return frozenset(found)


def _repaired(
    printed: str, before: PageLine, text: str, words: frozenset[str]
) -> tuple[str, tuple[int, int, str] | None]:
    """Return two lines joined at a hyphen, and the repair: its place, its length, the words as printed."""
    mark = "-" if before.hyphen else printed[-1]
    stem = printed if before.hyphen else printed[:-1]
    tail, head = _TAIL.search(stem), _HEAD.match(text)
    first, second = (tail[0] if tail else ""), (head[0] if head else "")
    hyphen = "" if mark == _SOFT or not _keeps_hyphen(first, second, words) else mark
    start = len(stem) - len(first)
    length = len(first) + len(hyphen) + len(second)
    shown = f"{first}{'-' if mark == _SOFT else mark}\n{second}"
    return stem + hyphen + text, (start, length, shown) if length else None


def _keeps_hyphen(first: str, second: str, words: frozenset[str]) -> bool:
    """Return whether a word is a compound ("Russian-backed"), not one that only the line's end broke
    ("communi-cation").
    """
    one, two = first.lower(), second.lower()
    if not one or not two or not second[0].isalpha():
        return True
    if f"{one}-{two}" in words:
        return True
    if one + two in words:
        return False
    if second[0].isupper() and not _is_in_capitals(first, second):
        return True
    if "-" in one or _SECOND_PARTS.fullmatch(two) or _FIRST_PARTS.fullmatch(one):
        return True
    return len(one) > 2 and len(two) > 2 and one in words and two in words


def _is_in_capitals(first: str, second: str) -> bool:
    """Return whether a broken word is written in capitals; a lone one at its start is no sign of that."""
    return len(first) > 1 and first.isupper() and second.isupper()


def _parted(text: str, mends: list[Repair], starts: dict[int, int]) -> Written:
    """Part letters that are printed as one ("ﬁ"), take soft hyphens out, and move what follows."""
    if not (_JOINED_LETTERS.search(text) or _SOFT in text):
        return Written(text, tuple(mends), starts)
    out: list[str] = []
    moved: list[tuple[int, int]] = [(0, 0)]  # from this place of the old text on, by so much
    by = end = 0
    own: list[Repair] = []
    for match in re.finditer(f"{_JOINED_LETTERS.pattern}|{_SOFT}", text):
        letters = "" if match[0] == _SOFT else unicodedata.normalize("NFKC", match[0])
        out += [text[end : match.start()], letters]
        if letters:
            own.append(Repair(match.start() + by, len(letters), match[0]))
        by += len(letters) - 1
        end = match.end()
        moved.append((end, by))
    out.append(text[end:])

    def place(old: int) -> int:
        return old + moved[bisect_right(moved, (old, 1 << 40)) - 1][1]

    kept = [Repair(place(m.start), place(m.start + m.length) - place(m.start), m.raw) for m in mends]
    return Written(
        "".join(out),
        tuple(sorted([*kept, *own], key=lambda repair: repair.start)),
        {page: place(start) for page, start in starts.items()},
    )
