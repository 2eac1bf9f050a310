"""Large briefs for measuring: claims that quote made-up articles."""

from __future__ import annotations

import random

from briefing import text
from briefing.model import Brief, Claim, Evidence, Judgement, Section, Source
from briefing.quoting import anchor
from briefing.session import Body

_WORDS = [
    "patrol",
    "truce",
    "border",
    "convoy",
    "minister",
    "highway",
    "village",
    "talks",
    "agreed",
    "offensive",
    "northern",
    "joint",
    "forces",
    "people",
    "camp",
    "aid",
    "crossing",
    "statement",
    "Sunday",
    "Friday",
    "officials",
    "corridor",
    "joined",
    "halted",
    "shelling",
    "report",
]


def article(characters: int, seed: int) -> str:
    """Return made-up prose of about that many characters, in paragraphs."""
    rng = random.Random(seed)
    sentences: list[str] = []
    size = 0
    while size < characters:
        words = [rng.choice(_WORDS) for _ in range(rng.randint(8, 18))]
        sentence = " ".join(words).capitalize() + f" {rng.randint(1, 999_999)}. "
        sentences.append(sentence + ("\n" if rng.random() < 0.2 else ""))
        size += len(sentences[-1])
    return "".join(sentences)


def large(
    claims: int, sources: int = 1, characters: int = 4000
) -> tuple[Brief, tuple[Body, ...], dict[str, str]]:
    """Return a brief of `claims` claims with a quote each, its bodies, and its texts by hash."""
    texts = [article(characters, n) for n in range(sources)]
    shas = [text.sha256(t) for t in texts]
    known = tuple(
        Source(f"s{n:08d}", title=f"Article {n}", publisher="Example Wire", published="2020-03-13",
               accessed="2020-03-14", url=f"https://example.org/{n}", text_sha=shas[n], chars=len(texts[n]))
        for n in range(sources)
    )  # fmt: skip
    spans = [list(text.sentences(t)) for t in texts]
    items = []
    for i in range(claims):
        n = i % sources
        span = spans[n][(i // sources) % len(spans[n])]
        quote = anchor.describe(texts[n], span, shas[n])
        items.append(
            Claim(
                f"c{i:08d}",
                f"Claim {i}: {quote.exact}",
                evidence=(Evidence(f"e{i:08d}", known[n].id, quote),),
            )
        )
    sections = (
        Section("situation", "situation", "Situation", items=tuple(items)),
        Section(
            "outlook", "outlook", "Outlook", items=(Judgement("j00000001", "It holds", "likely", "icd203"),)
        ),
    )
    bodies = tuple(Body(sha, t.encode()) for sha, t in zip(shas, texts, strict=True))
    return (
        Brief("b00000001", "Large", sections=sections, sources=known),
        bodies,
        dict(zip(shas, texts, strict=True)),
    )
