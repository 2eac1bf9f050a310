"""One small brief that most core tests start from, and short ways to change it."""

from __future__ import annotations

from typing import Any

from briefing.model import Actor, Brief, Claim, Evidence, Judgement, Section, Source
from briefing.quoting.anchor import describe
from briefing.text import sha256

TEXT = "Patrols begin on Sunday, the minister said. A million people have fled. Russia keeps its bases."
OTHER = "The patrols will not begin on Sunday, officials said."


def evidence(ident: str, words: str, source: str = "s1", **fields: Any) -> Evidence:
    """Return evidence that quotes `words` of a sample source."""
    text = TEXT if source == "s1" else OTHER
    start = text.index(words)
    return Evidence(ident, source, describe(text, (start, start + len(words))), **fields)


def sample() -> Brief:
    """Return a brief with every kind of row: claims c1 c2 c3 c4 c5, judgements j1 j2, actors a1 a2.

    j1 rests on c1 and c3, j2 on c2. Evidence: e1 e2 (c1), e3 (c3).
    """
    c1 = Claim(
        "c1",
        "Patrols **begin** on Sunday.",
        evidence=(evidence("e1", "begin on Sunday"), evidence("e2", "officials said", "s2")),
    )
    c2 = Claim("c2", "A million have fled.")
    c3 = Claim("c3", "Wants a corridor.", facet="interests", evidence=(evidence("e3", "the minister said"),))
    return Brief(
        "b1",
        "Idlib: joint patrols",
        sections=(
            Section("situation", "situation", "Situation", items=(c1, c2)),
            Section("actors", "actors", "Actors", items=(Claim("c5", "Others watch."),)),
            Section(
                "outlook",
                "outlook",
                "Outlook",
                items=(
                    Judgement("j1", "The truce holds.", "likely", "icd203", "low", basis=("c1", "c3")),
                    Judgement("j2", "Aid arrives.", basis=("c2",)),
                ),
            ),
            Section("gaps", "gaps", "Gaps"),
        ),
        actors=(
            Actor(
                "a1",
                "Hulusi Akar",
                ("Akar",),
                "person",
                "defence minister",
                (c3, Claim("c4", "Has troops there.")),
            ),
            Actor("a2", "Russia", (), "state"),
        ),
        sources=(
            Source("s1", title="Patrols", text_sha=sha256(TEXT)),
            Source("s2", title="No patrols", text_sha=sha256(OTHER), supersedes="s1"),
        ),
    )
