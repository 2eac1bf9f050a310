"""Pieces of the pages made by the tests: an article's paragraphs and the page around them."""

from __future__ import annotations

ONE = (
    "Two neighbouring states will begin to measure their shared river together on Sunday, as a part of the "
    "plan they agreed on last week, the minister of water said on Friday."
)
TWO = (
    "The minister spoke after four days of talks about the details of the plan, which both sides have called "
    "a first step towards a lasting treaty on the river and its ports."
)
THREE = (
    "The plan keeps the ports of the lower valley open through the summer and the dry season that follows, "
    "when the river has been too low for barges in six of the last ten years."
)
FOUR = (
    "Engineers of both states will meet again in May to look at the figures of the first two months, and "
    "to settle who pays for the new gauges along the upper course."
)
ARTICLE = (ONE, TWO, THREE, FOUR)
TEXT = "\n".join(ARTICLE)

_MENU = "".join(
    f'<li><a href="/{name.lower()}">{name}</a></li>' for name in ("World", "Region", "Markets", "Weather")
)


def paragraphs(*texts: str) -> str:
    """Return texts as <p> elements."""
    return "".join(f"<p>{text}</p>\n" for text in texts)


def page(body: str, head: str = "", attributes: str = ' lang="en"', before: str = "", after: str = "") -> str:
    """Return a news page: a menu, the article in a <div> of an <article>, a footer."""
    return (
        f"<!DOCTYPE html>\n<html{attributes}><head>{head}</head><body>"
        f'<nav><ul class="menu">{_MENU}</ul></nav>{before}'
        f'<article><div class="story-body">{body}</div></article>{after}'
        "<footer><p>© 2024 The River Post. All rights reserved. Terms and conditions of use "
        "apply.</p></footer></body></html>"
    )


def utf8(body: str, head: str = "", **rest: str) -> bytes:
    """Return such a page in UTF-8, which it says of itself."""
    return page(body, '<meta charset="utf-8">' + head, **rest).encode()
