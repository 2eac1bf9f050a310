"""Articles kept from one key to the next."""

from __future__ import annotations

from briefing.finder.article_cache import NO_TEXT, ArticleCache
from tests.briefing.finder.made import Desk


def test_an_article_is_read_and_folded_once() -> None:
    desk, held = Desk("Été."), ArticleCache()
    sha = desk.sources[0].text_sha
    assert held.read(sha, desk.text_of).folded.text == "ete "
    assert held.read(sha, desk.text_of).text == "Été."
    assert desk.reads == 1


def test_the_one_read_longest_ago_goes_first() -> None:
    desk, held = Desk("a" * 40, "b" * 40, "c" * 40), ArticleCache(most=100)
    a, b, c = (source.text_sha for source in desk.sources)
    for sha in (a, b, a, c, a, c):
        held.read(sha, desk.text_of)
    assert desk.reads == 3
    held.read(b, desk.text_of)
    assert desk.reads == 4


def test_but_one_longer_than_all_that_is_kept_is_read_every_time() -> None:
    desk, held = Desk("a" * 200), ArticleCache(most=100)
    for _ in range(2):
        assert held.read(desk.sources[0].text_sha, desk.text_of).text == "a" * 200
    assert desk.reads == 2


def test_a_text_that_is_not_there_is_empty_and_asked_for_again() -> None:
    desk, held = Desk(), ArticleCache()
    assert held.read("", desk.text_of) is NO_TEXT
    assert held.read("gone", desk.text_of) is NO_TEXT
    assert held.read("gone", desk.text_of) is NO_TEXT
    assert desk.reads == 2
