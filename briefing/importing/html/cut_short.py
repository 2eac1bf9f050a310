"""Whether the article of a page for subscribers is only its beginning."""

from __future__ import annotations

from briefing.importing.html.line_kinds import weight

_SHARE = 0.8  # of the article as the page measures it
_LETTERS_OF_WORD = 6.0
_BEGINNING = 900  # weight of a text that may be no more than a beginning
_CUT_OFF = ("…", "...", "[…]", "[...]")


def is_cut(text: str, words_stated: int, body: str) -> bool:
    """Return whether a text seems to be only the beginning of its article.

    `words_stated`: how many words the page says the article has, 0 where it does not. `body`: the article as
    given to search engines, "" where there is none; it may itself be only a beginning.
    """
    size = weight(text)
    if words_stated:
        return size < _SHARE * words_stated * _LETTERS_OF_WORD and len(text.split()) < _SHARE * words_stated
    return size < _SHARE * weight(body) or size < _BEGINNING or text.rstrip().endswith(_CUT_OFF)
