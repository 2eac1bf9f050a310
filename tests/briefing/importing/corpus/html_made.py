"""Articles put together at random, with what must come back and what must not."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field

_VOCABULARY = (
    "the river minister of plan barges water on Friday said that a ports and valley first treaty to agree low"
    " summer engineers measure both states figures dry season upper course gauges with from will their in "
    "council"
)
_WRAPS = (
    "<article>{}</article>",
    '<div class="entry-content">{}</div>',
    '<main><div class="c-article-body">{}</div></main>',
    '<div id="content"><div class="story">{}</div></div>',
    '<div class="x1 y2"><div class="z">{}</div></div>',
)
_ASIDES = ("pull-quote", "inset", "callout")
_BOXES = ("ad-container", "advertisement", "newsletter-promo", "social-share", "related-links")


@dataclass
class Made:
    """One page: `wanted` are the pieces of its article, `clutter` the lines around and between them."""

    chance: random.Random
    wanted: list[str] = field(default_factory=list)
    clutter: list[str] = field(default_factory=list)
    markup: str = ""

    def want(self, least: int, most: int) -> str:
        """Return a sentence of the article with a first and a last word found nowhere else."""
        name = f"W{len(self.wanted)}"
        self.wanted.append(f"{name}a {self._words(least, most)} {name}z.")
        return self.wanted[-1]

    def clutters(self, least: int, most: int) -> str:
        """Return a line that is no part of the article."""
        self.clutter.append(f"C{len(self.clutter)}a {self._words(least, most)}")
        return self.clutter[-1]

    def _words(self, least: int, most: int) -> str:
        return " ".join(self.chance.choices(_VOCABULARY.split(), k=self.chance.randint(least, most)))


def made(seed: int) -> Made:
    """Return the page of this number: a menu, a headline, an article of 4 to 30 blocks, cards, a footer."""
    page = Made(random.Random(seed))
    article = "\n".join(_block(page) for _ in range(page.chance.randint(4, 30)))
    menu = "".join(
        f'<li><a href="/">{page.clutters(2, 3)}</a></li>' for _ in range(page.chance.randint(3, 30))
    )
    cards = "".join(
        f'<div><a href="/"><h3>{page.clutters(8, 9)}</h3></a><p>{page.clutters(12, 20)}</p></div>'
        for _ in range(page.chance.choice((0, 3, 12)))
    )
    page.markup = (
        '<!doctype html><html><head><meta charset="utf-8"><title>The river</title></head><body>'
        f'<div class="menu-top"><ul>{menu}</ul></div><h1>The '
        f"river</h1>{page.chance.choice(_WRAPS).format(article)}<div "
        f'class="cards">{cards}</div><footer><p>{page.clutters(12, 13)}</p></footer></body></html>'
    )
    return page


def _block(page: Made) -> str:
    roll = page.chance.random()
    want, clutters, pick = page.want, page.clutters, page.chance.choice
    rows: tuple[tuple[float, str], ...] = (
        (0.08, "<p>{s}</p>"),
        (0.50, "<p>{p}</p>"),
        (0.58, "<h2>The next part</h2><p>{p}</p>"),
        (0.66, "<ul><li>{s}</li><li>{s}</li><li>{p}</li></ul>"),
        (0.72, "<blockquote><p>{p}</p></blockquote>"),
        (0.76, '<figure><img src="x"><figcaption>{c}</figcaption></figure>'),
        (0.80, '<ul><li><a href="/x">{c}</a></li><li><a href="/y">{c}</a></li></ul>'),
        (0.84, '<p><strong>Read more:</strong> <a href="/x">{c}</a></p>'),
        (0.88, f'<div class="{pick(_BOXES)}"><p>{{c}}</p></div>'),
        (0.93, "<section><div><div><p>{p}</p><p>{p}</p></div></div></section>"),
        (0.97, f'<aside class="{pick(_ASIDES)}"><p>{{p}}</p></aside>'),
        (1.00, "<div>{p}</div>"),
    )
    markup = next(shape for share, shape in rows if roll < share)
    fills: tuple[tuple[str, Callable[[], str]], ...] = (
        ("{p}", lambda: want(12, 60)),
        ("{s}", lambda: want(3, 8)),
        ("{c}", lambda: clutters(6, 12)),
    )
    for mark, fill in fills:
        while mark in markup:
            markup = markup.replace(mark, fill(), 1)
    return markup
