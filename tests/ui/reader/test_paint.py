import itertools

import pytest

from briefing.model import STANCES
from ui.look.colours import DARK, LIGHT, Tokens, contrast
from ui.reader.article_marks import ArticleMark
from ui.reader.paint import brush_of

THEMES = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
CASES = [
    ArticleMark("e", ("c",), 0, 1, stance, uses, broken)
    for stance, uses, broken in itertools.product(STANCES, (1, 3), (False, True))
]


@THEMES
@pytest.mark.parametrize("mark", CASES, ids=lambda m: f"{m.stance}-{m.uses}-{m.broken}")
def test_words_stay_legible_on_every_mark(mark: ArticleMark, tokens: Tokens) -> None:
    assert contrast(tokens.text, brush_of(mark, tokens).ground) >= 4.5


@THEMES
def test_words_stay_legible_where_they_are_selected_found_or_lit(tokens: Tokens) -> None:
    assert contrast(tokens.selection_text, tokens.selection) >= 4.5
    assert contrast(tokens.text, tokens.accent_soft) >= 4.5
    assert contrast(tokens.text, tokens.flash) >= 4.5


@THEMES
def test_colour_never_speaks_alone(tokens: Tokens) -> None:
    kinds = [ArticleMark("e", ("c",), 0, 1, stance) for stance in ("supports", "contradicts", "context")]
    kinds.append(ArticleMark("e", ("c",), 0, 1, broken=True))
    lines = [brush_of(mark, tokens).line for mark in kinds]
    assert "" not in lines
    assert len(set(lines)) == len(lines)


@THEMES
def test_the_line_of_a_mark_can_be_seen_on_its_ground(tokens: Tokens) -> None:
    for mark in CASES:
        brush = brush_of(mark, tokens)
        assert contrast(brush.ink, brush.ground) >= 3


@THEMES
def test_what_several_claims_use_looks_stronger(tokens: Tokens) -> None:
    once, often = ArticleMark("e", ("c",), 0, 1), ArticleMark("e", ("c", "d"), 0, 1, uses=2)
    assert brush_of(once, tokens) != brush_of(often, tokens)
