"""Pages whose article an extractor finds only in part, or with what is none of it: real pages do each of this."""

from __future__ import annotations

from typing import Any

from tests.briefing.importing.corpus import Case
from tests.briefing.importing.corpus.html_pages import ARTICLE, FOUR, ONE, TEXT, THREE, TWO, paragraphs, utf8

_BODY = paragraphs(*ARTICLE)
_TITLE = "The river plan"
_H1 = f"<h1>{_TITLE}</h1>"
_WORDS = f"{_TITLE}\n{TEXT}"
_MENU = "".join(f'<li><a href="/{n}">{n}</a></li>' for n in ("Ports", "Letters", "Barges", "Tides"))
_OFFER = (
    '<div class="gate"><div>ONLY FOR FRIENDS OF THE POST</div><p class="gate-words">Read all that the Post '
    "writes on rivers for a month.</p><ul><li>The letter from the upper course, each morning at "
    "six.</li></ul></div>"
)
_CAPTION = "Barges wait below the second lock on Friday (Photo: River Pictures)"
_TOOLS = "".join(
    f"<div><span>{word}</span></div>" for word in ("川柳", "将棋", "占い", "料理", "相撲", "株価", "地図")
)
_FLASH = ("両国は６日から川の水位を共同で測り始める。", "港は夏のあいだも開いたままになると大臣は述べた。")


def _bare(body: str, attributes: str = ' lang="en"') -> bytes:
    """Return a page without any of the marks that show where its article is."""
    return f'<html{attributes}><head><meta charset="utf-8"></head><body>{body}</body></html>'.encode()


def _case(name: str, data: bytes, words: str = _WORDS, **rest: Any) -> Case:
    return Case(name, f"{name}.html", data, words, **rest)


WITNESS_CASES: tuple[Case, ...] = (
    _case("an article in a hidden wrapper",
        _bare(f'<ul class="top">{_MENU}</ul><div hidden id="S:0"><main><article>{_H1}{_BODY}</article></main>'
            '</div><div style="display:none"><p>Choose how your data are used here.</p></div>'), quiet=True),
    _case("the end of an article hidden until read on",
        utf8(_H1 + paragraphs(ONE, TWO, THREE) + f"<div hidden>{paragraphs(FOUR)}</div>"),
        "\n".join((_TITLE, ONE, TWO, THREE)), absent=(FOUR,),
        notices=("1 hidden line (“Engineers of both states will meet",)),
    _case("subheads that are links",
        utf8(f'{_H1}{paragraphs(ONE)}<h3><a href="/a">Four days of talks</a></h3>{paragraphs(TWO)}<h3><a '
            f'href="/b">Low water</a></h3>{paragraphs(THREE)}<h3><a href="/c">The gauges</a></h3>'
            f"{paragraphs(FOUR)}"), notices=("3 links to other stories (“Four days",)),
    _case("paragraphs for those who pay",
        utf8(_H1 + paragraphs(ONE, TWO) + paragraphs(THREE, FOUR).replace("<p>", '<p class="paywall">')),
        quiet=True),
    _case("an offer twice among the paragraphs, and labels for screen readers",
        utf8(_H1 + paragraphs(ONE) + '<div class="unseen">Story goes on</div>' + _OFFER * 2
            + paragraphs(TWO, THREE) + '<div class="unseen">Story goes on</div>' + paragraphs(FOUR)),
        absent=("for a month", "each morning", "goes on"), notices=("8 other lines (“Story goes on”",)),
    _case("captions in plain boxes, said twice",
        utf8(_H1 + paragraphs(ONE, TWO) + f'<div class="slot big">{_CAPTION}</div>' + paragraphs(THREE)
            + f'<div class="slide">{_CAPTION}</div>' + paragraphs(FOUR)),
        absent=("Barges wait",), notices=("2 captions (“Barges wait below",)),
    _case("a word of the article in the bar above it and below it",
        _bare('<div class="bar"><ul><li>Rivers</li><li>Tides: high at noon</li><li>Your place</li></ul></div>'
            f"<article><p>Rivers</p>{_H1}{_BODY}</article><div><div>Prices of barges at the upper "
            "port, for each ton and day</div></div><p>Rivers</p>"),
        f"Rivers\n{_WORDS}", absent=("high at noon", "Prices"), notices=("5 other lines (“Rivers”",)),
    _case("a flash of two Japanese sentences among labels",
        _bare(f'<ul>{_MENU}</ul><h1>川の水位</h1><div class="body">{paragraphs(*_FLASH)}</div><div>{_TOOLS}</div>',
            ' lang="ja"'), "\n".join(("川の水位", *_FLASH)), absent=("将棋", "Ports"),
        notices=("11 other lines",)),
    _case("one role that is wrong inside another",
        _bare(f'<div id="newsletter-page"><div class="popular story">{_H1}{_BODY}</div></div>'), quiet=True),
    _case("a page that is all in noscript", _bare(f"<noscript><ul>{_MENU}</ul>{_H1}{_BODY}</noscript>"),
        quiet=True),
    _case("a page for subscribers that is whole",
        utf8(_H1 + _BODY + paragraphs(*(f"{n}. {ONE}" for n in (1, 2))), '<script '
            'type="application/ld+json">{"@type":"NewsArticle","headline":"The river plan",'
            '"isAccessibleForFree":false}</script>'), f"{_WORDS}\n1. {ONE}\n2. {ONE}", quiet=True),
    _case("a page for subscribers whose article has more words",
        utf8(_H1 + _BODY + paragraphs(*(f"{n}. {ONE}" for n in (1, 2))), '<script '
            'type="application/ld+json">{"@type":"NewsArticle","headline":"The river plan",'
            '"wordCount":400,"isAccessibleForFree":false}</script>'), f"{_WORDS}\n1. {ONE}\n2. {ONE}",
        notices=("for subscribers only",)),
)  # fmt: skip
