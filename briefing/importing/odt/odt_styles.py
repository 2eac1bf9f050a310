"""The styles of an OpenDocument text that change its words: hidden, raised, numbered, titles."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from briefing.importing.common.list_numerals import spelled
from briefing.importing.odt.namespaces import STYLE, TEXT

_MOST_PARENTS = 20  # of one style; they may go round in a circle
_KINDS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


@dataclass(frozen=True, slots=True)
class OdtLevel:
    """How one level of a list is numbered; `kind` "" stands for a bullet."""

    kind: str = ""
    before: str = ""
    after: str = ""
    start: int = 1
    shown: int = 1  # how many levels the number names: 2 for "3.1"


@dataclass(slots=True)
class OdtStyles:
    """`raised`: style to "super" or "sub". `parents`: automatic style to the one it is made from."""

    hidden: set[str] = field(default_factory=set)
    raised: dict[str, str] = field(default_factory=dict)
    lines_through: dict[str, bool] = field(default_factory=dict)
    parents: dict[str, str] = field(default_factory=dict)
    lists: dict[str, dict[int, OdtLevel]] = field(default_factory=dict)

    def is_struck(self, style: str) -> bool | None:
        """Return whether a style, or one it is made from, strikes words through; None where none says."""
        for _ in range(_MOST_PARENTS):
            if style in self.lines_through:
                return self.lines_through[style]
            style = self.parents.get(style, "")
        return None

    def is_title(self, style: str) -> bool:
        """Return whether a paragraph's style is the one for titles, or made from it."""
        return "Title" in (style, self.parents.get(style))

    def lead(self, style: str, counts: list[int]) -> str:
        """Return what stands before an item, `counts` being the numbers of all levels down to it."""
        levels = self.lists.get(style, {})
        level = levels.get(len(counts), OdtLevel())
        if not level.kind:
            return "- "
        first = max(0, len(counts) - max(1, level.shown))
        numbers = [
            spelled(count, levels.get(place + 1, level).kind or "decimal")
            for place, count in enumerate(counts)
            if place >= first
        ]
        return f"{level.before}{'.'.join(numbers)}{level.after} "

    def start(self, style: str, depth: int) -> int:
        """Return the number a list begins with at a depth from 1."""
        return self.lists.get(style, {}).get(depth, OdtLevel()).start


def read_styles(*roots: etree._Element | None) -> OdtStyles:
    """Return the styles declared in content.xml and styles.xml."""
    styles = OdtStyles()
    for root in roots:
        if root is None:
            continue
        for item in root.iter(f"{STYLE}style"):
            _read_style(item, styles)
        for item in root.iter(f"{TEXT}list-style"):
            name = item.get(f"{STYLE}name", "")
            styles.lists[name] = {
                _int(level.get(f"{TEXT}level"), 1): _level(level)
                for level in item
                if level.tag in (f"{TEXT}list-level-style-number", f"{TEXT}list-level-style-bullet")
            }
    return styles


def _read_style(item: etree._Element, styles: OdtStyles) -> None:
    name = item.get(f"{STYLE}name", "")
    styles.parents[name] = item.get(f"{STYLE}parent-style-name", "")
    props = item.find(f"{STYLE}text-properties")
    if props is None:
        return
    if props.get(f"{TEXT}display") == "none":
        styles.hidden.add(name)
    lines = [props.get(f"{STYLE}text-line-through-{kind}") for kind in ("style", "type")]
    if any(lines):
        styles.lines_through[name] = "none" not in lines
    position = props.get(f"{STYLE}text-position", "").split(" ")[0]
    if position in ("super", "sub"):
        styles.raised[name] = position
    elif position.rstrip("%").lstrip("-").isdigit() and position.strip("0%-"):
        styles.raised[name] = "sub" if position.startswith("-") else "super"


def _level(item: etree._Element) -> OdtLevel:
    if item.tag.endswith("bullet"):
        return OdtLevel()
    return OdtLevel(
        kind=_KINDS.get(item.get(f"{STYLE}num-format", ""), "none"),
        before=item.get(f"{STYLE}num-prefix", ""),
        after=item.get(f"{STYLE}num-suffix", ""),
        start=_int(item.get(f"{TEXT}start-value"), 1),
        shown=_int(item.get(f"{TEXT}display-levels"), 1),
    )


def _int(value: str | None, default: int) -> int:
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 7 else default
