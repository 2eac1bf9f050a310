"""Web pages: how fast they are read, against trafilatura alone in the same process."""

from __future__ import annotations

import random

import trafilatura

from briefing.importing.common.parsed import Hints
from briefing.importing.html import read_html
from tests.bench.measure import row, seconds

_PAGES = 30
_SMALLEST, _LARGEST = 5_000, 200_000  # bytes of a page
_TARGET = 1.5
_VOCABULARY = (
    "the river minister of plan barges water on Friday said that a ports and valley first treaty to agree low"
    " summer engineers measure both states figures dry season upper course gauges with from will their in"
)


def pages(count: int = _PAGES) -> list[bytes]:
    """Return news pages of growing size: head and JSON-LD, menus, article, related stories, comments."""
    step = (_LARGEST / _SMALLEST) ** (1 / max(1, count - 1))
    return [_page(random.Random(number), int(_SMALLEST * step**number)) for number in range(count)]


def _page(chance: random.Random, size: int) -> bytes:
    """Return a page of about `size` bytes, some two fifths of them the article, as on news sites."""
    article: list[str] = []
    while sum(map(len, article)) < size * 0.4:
        article.append(_piece(chance, len(article)))
    head = (
        '<meta charset="utf-8"><title>The plan for the river | The River Post</title>'
        '<meta property="og:site_name" content="The River Post"><meta property="article:published_time" '
        'content="2024-03-02"><script type="application/ld+json">{"@type":"NewsArticle","headline":"The '
        'plan for the river","author":{"name":"Ana Field"},"datePublished":"2024-03-02T10:00:00Z"}</script>'
        f"<script>var state = '{'x' * int(size * 0.2)}'</script>"
    )
    links = "".join(
        f'<li class="item"><a href="/{n}"><span>{_words(chance, 6)}</span></a></li>'
        for n in range(size // 900)
    )
    cards = "".join(
        f'<div class="card"><a href="/c{n}"><h3>{_words(chance, 7)}</h3></a><p>{_words(chance, 15)}</p></div>'
        for n in range(size // 1500)
    )
    return (
        f"<!DOCTYPE html><html "
        f'lang="en"><head>{head}</head><body><header><nav><ul>{links}</ul></nav></header><main><article><h1>The plan for the river</h1><div class="byline">By Ana Field</div><div class="body">{"".join(article)}</div></article>'  # noqa: E501
        f'<section class="related">{cards}</section></main><footer><p>© 2024 The River '
        f"Post</p><ul>{links[: size // 20]}</ul></footer></body></html>"
    ).encode()


def _piece(chance: random.Random, number: int) -> str:
    if number % 12 == 7:
        return f"<h2>{_words(chance, 5)}</h2>"
    if number % 12 == 9:
        return f"<ul>{''.join(f'<li>{_words(chance, 9)}</li>' for _ in range(4))}</ul>"
    if number % 12 == 11:
        return f'<figure><img src="p.jpg"><figcaption>{_words(chance, 12)}</figcaption></figure>'
    return (
        f'<p>{_words(chance, 30)} <a href="/w{number}">{_words(chance, 3)}</a> '
        f"<b>{_words(chance, 2)}</b> {_words(chance, 20)}.</p>"
    )


def _words(chance: random.Random, count: int) -> str:
    return " ".join(chance.choices(_VOCABULARY.split(), k=count)).capitalize()


def main() -> None:
    """Print pages a second and the ratio of the times, small and large pages apart as well."""
    made = pages()
    texts = [page.decode() for page in made]
    ours = seconds(lambda: [read_html.read(page, Hints()) for page in made], 5)
    theirs = seconds(lambda: [trafilatura.extract(text, include_comments=False) for text in texts], 5)
    theirs_with = seconds(lambda: [trafilatura.extract(text, with_metadata=True) for text in texts], 3)
    row("web pages a second, ours", len(made) / ours, "/s")
    row("web pages a second, trafilatura alone", len(made) / theirs, "/s")
    row("web pages, ours / trafilatura alone", ours / theirs, "x", _TARGET)
    row("web pages, ours / trafilatura with its metadata", ours / theirs_with, "x", _TARGET)


if __name__ == "__main__":
    main()
