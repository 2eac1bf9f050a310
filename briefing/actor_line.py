"""An actor as one line of the page: `Name (alias, alias) · role`, and in the ways it can be typed."""

from __future__ import annotations

import re

from briefing.model import Actor

DOT = " · "
# What parts a role from a name where there is no dot, which few keyboards have.
_PARTED = re.compile(r"\s+[-–—]\s+|:\s+")
_DANGLING = re.compile(r"(?:\s+[-–—]|:|\s)+$")
_AFTER_BRACKET = re.compile(r"\)\s*,\s*")


def format_line(actor: Actor) -> str:
    """Return the line; `parse_line` reads it back."""
    aliases = f" ({', '.join(actor.aliases)})" if actor.aliases else ""
    return f"{actor.name}{aliases}{DOT + actor.role if actor.role else ''}"


def parse_line(line: str) -> tuple[str, tuple[str, ...], str]:
    """Return name, aliases and role of a typed line.

    The role follows a dot with spaces round it, else a dash with spaces round it, a colon with a space behind
    it, or a comma behind the bracket of the aliases.
    """
    name, role = _parted(line)
    aliases = ""
    cut = _last_bracket(name)
    if cut > 0:
        name, aliases = name[:cut].strip(), name[cut + 1 : -1]
    parts = (a.strip() for a in aliases.replace(";", ",").split(","))
    return name, tuple(dict.fromkeys(a for a in parts if a)), role.strip()


def reads_as(line: str, actor: Actor) -> bool:
    """Return whether a typed line says what is known of an actor."""
    return parse_line(line) == (actor.name, actor.aliases, actor.role)


def _parted(line: str) -> tuple[str, str]:
    """Return what stands before a role, and the role."""
    head, dot, role = line.partition(DOT)
    if role.strip():
        return head.strip(), role
    head = _DANGLING.sub("", head if dot else line).lstrip()
    marks = sorted([*_PARTED.finditer(head), *_AFTER_BRACKET.finditer(head)], key=lambda match: match.start())
    for match in marks:
        before = head[: match.start()] + (")" if match.group().startswith(")") else "")
        if _closed(before):
            return before.strip(), head[match.end() :]
    return head, ""


def _closed(words: str) -> bool:
    return words.count("(") == words.count(")")


def _last_bracket(name: str) -> int:
    """Return where the bracket opens that the end of `name` closes; -1 when it closes none."""
    depth = 0
    for i in range(len(name) - 1 if name.endswith(")") else -1, -1, -1):
        depth += (name[i] == ")") - (name[i] == "(")
        if depth == 0:
            return i
    return -1
