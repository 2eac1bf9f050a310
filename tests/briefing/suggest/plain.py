"""The measure to beat: BM25 over the sentences of an article, with nothing else (k1 1.2, b 0.75, no
stems).
"""

from __future__ import annotations

import math
import re

from briefing.text import sentences

_WORD = re.compile(r"\w+")


def ranked(text: str, claim: str, limit: int, k1: float = 1.2, b: float = 0.75) -> list[tuple[int, int]]:
    """Return the spans of the best sentences, best first."""
    spans = list(sentences(text))
    bags = [_WORD.findall(text[start:end].lower()) for start, end in spans]
    mean = sum(map(len, bags)) / len(bags)
    asked = set(_WORD.findall(claim.lower()))
    held = {word: sum(word in bag for bag in bags) for word in asked}
    scores = []
    for bag in bags:
        score = 0.0
        for word in asked & set(bag):
            often = bag.count(word)
            idf = math.log(1 + (len(bags) - held[word] + 0.5) / (held[word] + 0.5))
            score += idf * often * (k1 + 1) / (often + k1 * (1 - b + b * len(bag) / mean))
        scores.append(score)
    order = sorted(range(len(spans)), key=lambda at: -scores[at])
    return [spans[at] for at in order[:limit] if scores[at] > 0]
