"""The headline of a plain text: its first line, not wrapped prose nor a line that heads an article."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence

LONGEST = 150  # code points
_HEAD_LINES = 8  # of one block; more lines are a paragraph or a list
_LONGEST_HEAD = 120  # code points of a line that fills no field and still heads an article
_MOST_WORDS = 9
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SECOND_NUMBER = re.compile(r"(?<!\d)\d{1,2}(?!\d)|[^\W\d_]{3,}")
_HOST = re.compile(r"(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,10}(?:/\S*)?", re.IGNORECASE)
_MAIL = re.compile(r"\S{1,64}@\S{1,200}\.[a-z]{2,10}", re.IGNORECASE)
_BY = re.compile(
    r"(?:by|from|von|par|por|di|da|door|av|af|от|автор|written by|text|story by)\b\s*:?\s+\S.{0,100}",
    re.IGNORECASE,
)
_OF_TIME = re.compile(
    r"(?:(?:first |last )?(?:updated|published|posted|modified|filed)|\d{1,3} min(?:ute)?s? read)\b.{0,80}",
    re.IGNORECASE,
)
_OUTLET = re.compile(
    r"(?:the |al[- ])?(?:[^\W\d_][\w.’'-]*\s+){0,4}(?:wire|times|news(?:paper)?|press|gazette|journal|agency"
    r"|herald|tribune|observer|chronicle|telegraph|network|service|broadcasting|radio|television|tv|magazine|review|post"
    r"|bureau|correspondents?|editor|reporter|staff|writer|standard|guardian|independent|courier|monitor|today"
    r"|daily|weekly|zeitung|presse|nachrichten)(?: (?:online|desk|staff|agency))?",
    re.IGNORECASE,
)
_ENDS = ".!?;:,،؛۔。！？"
_SMALL = frozenset(
    ("al", "bin", "da", "de", "del", "der", "di", "du", "el", "ibn", "la", "le", "van", "von", "zu", "of",
     "and", "the", "for", "&", "–", "-")
)  # fmt: skip


def headline(text: str, fills_a_field: Callable[[str], bool]) -> str:
    """Return the first line where it looks like a headline, else "".

    Short, without a final full stop, followed by more, and not the first line of a wrapped paragraph: lines
    below it that head an article (who, when, where published) are set apart before that is judged.
    `fills_a_field` says whether a line is such by its form alone.
    """
    lines = [line.rstrip() for line in text[:20000].split("\n")]
    _drop_what_stands_before(lines, fills_a_field)
    block = lines[: lines.index("")] if "" in lines else lines
    if not block or not any(line.strip() for line in lines[1:]):
        return ""
    first = block[0].strip()
    if not 2 <= len(first) <= LONGEST or first[-1] in ".,;:،۔。" or not re.search(r"\w", first):
        return ""
    if re.match(r"[-*+•>]\s", first):
        return ""
    above = _above_the_head(block, fills_a_field)
    if above:
        return _joined(above)
    return "" if is_wrapped(block) else first


def _drop_what_stands_before(lines: list[str], fills_a_field: Callable[[str], bool]) -> None:
    """Take lines off the start that fill a field, and a block of nothing but an outlet and such lines."""
    while lines and (not lines[0].strip() or fills_a_field(lines[0])):
        del lines[0]
    block = lines[: lines.index("")] if "" in lines else []
    if len(block) > 1 and _OUTLET.fullmatch(block[0].strip()) and all(map(fills_a_field, block[1:])):
        del lines[: len(block)]
        _drop_what_stands_before(lines, fills_a_field)


def _above_the_head(block: Sequence[str], fills_a_field: Callable[[str], bool]) -> list[str]:
    """Return the lines above those that head the article; none where the block has no such lines.

    Either the first of these stands right below the headline, or the block ends with them.
    """
    heads = [fills_a_field(line) or is_head(line) for line in block[1 : _HEAD_LINES + 1]]
    if not any(heads):
        return []
    first = heads.index(True) + 1
    ends_so = len(block) <= _HEAD_LINES and all(heads[first - 1 :])
    # Where a paragraph follows at once, what merely looks like an outlet may be the second line of it.
    room = len(block[0]) + 1 + len(block[1].split()[0]) <= max(map(len, block[2:]), default=0)
    sure = first == 1 and (fills_a_field(block[1]) or room)
    return [line.strip() for line in block[:first]] if sure or ends_so else []


def is_head(line: str) -> bool:
    """Return whether a line that fills no field still heads an article: a byline in another form, a date
    with a place, a host, a mail address, an outlet's or a person's name.
    """
    line = line.strip()
    if not line or len(line) > _LONGEST_HEAD or len(line.split()) > _MOST_WORDS:
        return False
    if _HOST.fullmatch(line) or _MAIL.fullmatch(line) or _is_dated(line):
        return True
    if line[-1] in _ENDS:
        return False
    if _BY.fullmatch(line) or _OF_TIME.fullmatch(line) or _OUTLET.fullmatch(line):
        return True
    return len(line.split()) <= 5 and _is_all_names(line)


def _is_dated(line: str) -> bool:
    """Return whether a line is a date, alone or with a place or an outlet, in whatever language."""
    if line[-1] in _ENDS and not re.search(r"\b[^\W\d_]\.$", line):
        return False
    rest = _YEAR.sub(" ", line, count=1)
    return rest != line and _SECOND_NUMBER.search(rest) is not None and any(map(str.isdigit, rest))


def _is_all_names(line: str) -> bool:
    words = [word for word in re.split(r"[\s,|/]+", line) if word]
    return all(word[0].isupper() or word.lower() in _SMALL for word in words) and words[0][0].isupper()


def _joined(lines: list[str]) -> str:
    """Return a headline of one line, or of several where the next goes on the one before it."""
    words = lines[0]
    for line in lines[1:]:
        if not line[:1].islower() or len(words) + len(line) >= LONGEST:
            break
        words += f" {line}"
    return words


def is_wrapped(block: Sequence[str]) -> bool:
    """Return whether lines were broken to a width: no line had room for the first word of the next."""
    if len(block) < 2:
        return False
    if block[1].strip()[:1].islower():
        return True
    width = max(map(len, block))
    pairs = itertools.pairwise(block)
    return all(len(line) + 1 + len((after.split() or [""])[0]) > width for line, after in pairs)
