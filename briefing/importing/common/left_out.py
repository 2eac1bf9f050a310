"""What an importer left out of a text, counted and named with its first words: nothing is lost silently."""

from __future__ import annotations

from briefing.importing.common.cleaning import NOTICE_LIMIT, clean

_WORDS_SHOWN = 120  # code points of each thing left out
_KEPT = 40  # things of a kind whose words are kept; the rest is counted


class Omitted:
    """Counts things by kind and keeps their first words, in the order they were met."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}
        self._words: dict[str, list[str]] = {}

    def add(self, kind: str, words: str = "") -> None:
        """Count one thing of `kind`, a sentence's beginning such as "Tracked deletions left out"."""
        self._counts[kind] = self._counts.get(kind, 0) + 1
        kept = self._words.setdefault(kind, [])
        shown = clean(words, _WORDS_SHOWN) if len(kept) < _KEPT else ""
        if shown and shown not in kept:
            kept.append(shown)

    def notices(self) -> tuple[str, ...]:
        """Return one sentence a kind: "Hidden text left out: 2 (“five words of it”, “and more”)."."""
        return tuple(self._sentence(kind, count) for kind, count in self._counts.items())

    def _sentence(self, kind: str, count: int) -> str:
        head = f"{kind}: {count:,}"
        room = NOTICE_LIMIT - len(head) - 10
        shown: list[str] = []
        for words in self._words[kind]:
            room -= len(words) + 4
            if room < 0:
                shown.append("…")
                break
            shown.append(f"“{words}”")
        return f"{head} ({', '.join(shown)})." if shown else f"{head}."
