"""An actor as one line of the page: `Name (alias, alias) · role`."""

from __future__ import annotations

from briefing.model import Actor

DOT = " · "


def format_line(actor: Actor) -> str:
    """Return the line; `parse_line` reads it back."""
    aliases = f" ({', '.join(actor.aliases)})" if actor.aliases else ""
    return f"{actor.name}{aliases}{DOT + actor.role if actor.role else ''}"


def parse_line(line: str) -> tuple[str, tuple[str, ...], str]:
    """Return name, aliases and role of a typed line. A dot without spaces belongs to the words."""
    head, _, role = line.partition(DOT)
    name, aliases = head.strip(), ""
    cut = _last_bracket(name)
    if cut > 0:
        name, aliases = name[:cut].strip(), name[cut + 1 : -1]
    parts = (a.strip() for a in aliases.replace(";", ",").split(","))
    return name, tuple(dict.fromkeys(a for a in parts if a)), role.strip()


def _last_bracket(name: str) -> int:
    """Return where the bracket opens that the end of `name` closes; -1 when it closes none."""
    depth = 0
    for i in range(len(name) - 1 if name.endswith(")") else -1, -1, -1):
        depth += (name[i] == ")") - (name[i] == "(")
        if depth == 0:
            return i
    return -1
