"""The quotes of a file that was handed over, looked for in the articles code point by code point.

One that is not there is held against the nearest passage, and the letters that were altered are named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from briefing.exporting.handed_file import HandedQuote
from briefing.exporting.sent_lines import UNSEEN
from briefing.model import Quote
from briefing.quoting.nearest import candidates
from briefing.tasks.verify_handed.handed_finding import ALTERED, FOUND, MISSING, NO_QUOTE, SPACES, Attested
from briefing.tasks.verify_handed.text_difference import difference
from briefing.text import Span, shortened

# Below this likeness (0 to 100) a passage is another one, and not the quote with letters altered.
_SAME_PASSAGE = 82.0
_RANKED_AT_MOST = 60
# What an editor puts where words are left out; our own export writes “ … ”.
LEFT_OUT = re.compile(r"\s*\[\s*(?:…|\.{3})\s*\]\s*|\s*(?:…|\.{3})\s*")
_WIDEST_GAP = 20_000


def looked_for(quotes: tuple[HandedQuote, ...], texts: Mapping[str, str]) -> Iterator[Attested]:
    """Yield what became of each quote. `texts`: name of each article to its clean text."""
    seen = {(quote.number, quote.words) for quote in quotes if not quote.annex}
    lost = 0
    for quote in quotes:
        # The annex repeats the quotes of the notes; one that says something else is reported.
        if quote.annex and {(quote.number, quote.words), (0, quote.words)} & seen:
            continue
        if not quote.words.strip():
            message = "This note shows no quote that could be looked for."
            yield Attested(quote.number, "", NO_QUOTE, message=message)
            continue
        made = _exact(quote, texts) or _in_parts(quote, texts) or _bare(quote, texts)
        if made is None:
            lost += 1
            made = _nearest(quote, texts if lost <= _RANKED_AT_MOST else {})
        yield made


def _exact(quote: HandedQuote, texts: Mapping[str, str]) -> Attested | None:
    places = [(name, text.find(quote.words)) for name, text in texts.items() if quote.words in text]
    if not places:
        return None
    name, at = _named_of(quote, places)
    others = [other for other, _ in places if other != name]
    message = f"The same words stand in {', '.join(f'“{other}”' for other in others[:3])}." if others else ""
    if texts[name].find(quote.words, at + 1) >= 0:
        message = f"The words stand there more than once. {message}".strip()
    return Attested(quote.number, quote.words, FOUND, name, (at, at + len(quote.words)), quote.words, message)


def _bare(quote: HandedQuote, texts: Mapping[str, str]) -> Attested | None:
    """A quote that a program has put marks of direction round, which show nothing."""
    words = quote.words.strip(UNSEEN)
    return _exact(replace(quote, words=words), texts) if words and words != quote.words else None


def _named_of(quote: HandedQuote, places: list[tuple[str, int]]) -> tuple[str, int]:
    """Of several articles with these words, return the one whose name the reference has, else the first."""
    said = " ".join(re.findall(r"\w+", quote.said.casefold()))

    def likeness(place: tuple[str, int]) -> int:
        words = re.findall(r"\w{4,}", place[0].rpartition(".")[0].casefold())
        return sum(word in said for word in words)

    return max(places, key=likeness)


def _in_parts(quote: HandedQuote, texts: Mapping[str, str]) -> Attested | None:
    """A quote that the file shows by its ends only, or whose blank lines the file could not keep."""
    kept = [piece for piece in LEFT_OUT.split(quote.words) if piece]
    pieces = [re.escape(piece) for piece in kept]
    if not 1 <= len(pieces) <= 8 or (len(pieces) == 1 and "\n" not in quote.words):
        return None
    gap = rf"[\s\S]{{1,{_WIDEST_GAP}}}?"
    pattern = re.compile(gap.join(re.sub(r"(?:\\\n)+", r"\\n+", piece) for piece in pieces))
    for name, text in texts.items():
        match = pattern.search(text)
        if match:
            left = len(match.group()) - sum(map(len, kept))
            said = f"Shown in parts: {left:,} characters between them are left out."
            said = said if len(pieces) > 1 else "Blank lines are left out."
            return Attested(quote.number, quote.words, FOUND, name, match.span(), match.group(), said)
    return None


def _nearest(quote: HandedQuote, texts: Mapping[str, str]) -> Attested:
    best: tuple[float, str, Span] | None = None
    for name, text in texts.items():
        wanted = Quote(quote.words, "", "", _likely_start(quote.words, text), "")
        for found in candidates(text, wanted, most=1):
            if best is None or found.score > best[0]:
                best = (found.score, name, found.span)
    if best is None:
        message = f"“{shortened(quote.words, 60)}” is in none of the articles{_named_in(quote)}."
        return Attested(quote.number, quote.words, MISSING, message=message)
    score, name, span = best
    passage = texts[name][span[0] : span[1]]
    if score >= _SAME_PASSAGE:
        message = f"Altered: {difference(quote.words, passage)}."
        if quote.words.split() == passage.split():
            message = "Word for word, except for the spaces between the words."
            return Attested(quote.number, quote.words, SPACES, name, span, passage, message)
        return Attested(quote.number, quote.words, ALTERED, name, span, passage, message)
    message = (
        f"“{shortened(quote.words, 60)}” is in none of the articles{_named_in(quote)}; the nearest words are "
        f"“{shortened(passage, 90)}”."
    )
    return Attested(quote.number, quote.words, MISSING, name, span, passage, message)


def _named_in(quote: HandedQuote) -> str:
    """The source as the note names it: the article to ask for."""
    said = re.split(r"\(accessed|https?://|<", " ".join(quote.said.split()))[0].strip(" ,.—*[(\u200e")
    return f" (the note names {shortened(said.replace('*', ''), 90)})" if said else ""


def _likely_start(words: str, text: str) -> int:
    """Return where the quote would begin, by any piece of it that stands in the text as it is."""
    size = max(6, min(32, len(words) // 6))
    for offset in range(0, max(1, len(words) - size), size):
        at = text.find(words[offset : offset + size])
        if at >= 0:
            return max(0, at - offset)
    return 0
