"""Hypothesis strategies for texts and whole briefs, hard cases included."""

from __future__ import annotations

from functools import cache
from itertools import count

from hypothesis import strategies as st

from briefing.model import (
    ACTOR_KINDS,
    CLAIM_KINDS,
    FACETS,
    SECTION_KINDS,
    SOURCE_KINDS,
    STANCES,
    Actor,
    Brief,
    Claim,
    Evidence,
    Figure,
    Judgement,
    Placed,
    Quote,
    Remark,
    Section,
    Source,
    Waiver,
)
from briefing.scales import CONFIDENCE, CREDIBILITY, MARKINGS, RELIABILITY, STANDARDS
from briefing.session import Body
from briefing.text import normalise, sha256, trim_span, word_count
from tests.briefing.pictures import PICTURES

# Emoji and flags outside the BMP, combining marks, a no-break space, Arabic, a soft hyphen, a tab.
HARD_PIECES = (
    "patrol ",
    "Idlib, ",
    "Team Alpha said so. ",
    "1\u202f000 km",
    "30\u00a0% ",
    "e\u0301te\u0301 ",
    "a\u0300\u0316\u0323",
    "قوات مشتركة ",
    "دوريات. ",
    "🚚",
    "👩‍🚒 ",
    "🇹🇷🇷🇺",
    "Москва ",
    "北京。",
    "co\u00adoperate ",
    "“so be it” ",
    "it’s *not* [a](link) ",
    "\t",
    " ",
)
MARKS = ("", *(marking.label for marking in MARKINGS), "HOUSE — INTERNAL")
DATES = ("", "2020", "2020-03", "2020-03-13")


# A strategy is dear to make, and a brief draws lines some hundred times: it is made once.
@cache
def lines(min_size: int = 0, max_size: int = 8) -> st.SearchStrategy[str]:
    """Text on one line: a mixture of hard pieces and any other characters."""
    other = st.characters(codec="utf-8", exclude_categories=("Cc", "Zl", "Zp")).map(normalise)
    return st.lists(st.one_of(st.sampled_from(HARD_PIECES), other), min_size=min_size, max_size=max_size).map(
        lambda pieces: "".join(pieces)
    )


@cache
def texts(max_paragraphs: int = 4) -> st.SearchStrategy[str]:
    """A normalised source text of one or more lines, never empty of words."""
    return st.lists(lines(), min_size=1, max_size=max_paragraphs).map(
        lambda parts: normalise("\n\n".join(("Words.", *parts)))
    )


@st.composite
def quotes(draw: st.DrawFn, text: str) -> Quote:
    """A quote of `text`: a span without blanks at its ends, with 32 characters around it."""
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    start, end = trim_span(text, start, end)
    if start == end:
        start, end = 0, len("Words.")
    return Quote(text[start:end], text[max(0, start - 32) : start], text[end : end + 32], start, sha256(text))


@cache
def _waivers() -> st.SearchStrategy[tuple[Waiver, ...]]:
    return st.lists(lines(1, 1), max_size=1).map(
        lambda reasons: tuple(Waiver("L3", r, r[::2]) for r in reasons)
    )


@cache
def _remarks() -> st.SearchStrategy[tuple[Remark, ...]]:
    one = st.builds(
        Remark, st.just("r1"), lines(max_size=1), st.just("2020-03-14"), lines(), st.just(""), st.booleans()
    )
    return st.lists(one, max_size=1).map(tuple)


@st.composite
def _sources(draw: st.DrawFn, ids: count[int]) -> tuple[Source, str]:
    text = draw(texts())
    source = Source(
        id=f"s{next(ids):08d}",
        kind=draw(st.sampled_from(SOURCE_KINDS)),
        title=draw(lines()),
        publisher=draw(lines(max_size=2)),
        authors=tuple(draw(st.lists(lines(1, 2), max_size=2))),
        published=draw(st.sampled_from(DATES)),
        url=draw(st.sampled_from(("", "https://example.org/a?b=1&c=%20"))),
        accessed=draw(st.sampled_from(DATES)),
        language=draw(st.sampled_from(("", "en", "ar"))),
        grade=draw(st.sampled_from(("", *(letter for letter, _ in RELIABILITY)))),
        descriptor=draw(lines(max_size=2)),
        marking=draw(st.sampled_from(MARKS)),
        text_sha=sha256(text),
        words=word_count(text),
        chars=len(text),
        notices=tuple(draw(st.lists(lines(1, 2), max_size=1))),
        read=draw(st.booleans()),
        encoding=draw(st.sampled_from(("", "cp1251"))),
        guessed=draw(st.booleans()),
        pages=tuple(sorted(draw(st.lists(st.integers(0, len(text)), max_size=3)))),
        fetched_from=draw(st.sampled_from(("", "https://example.org/a"))),
        origin=draw(lines(max_size=1)),
        waivers=draw(_waivers()),
    )
    return source, text


@st.composite
def _claims(draw: st.DrawFn, ids: count[int], sources: tuple[tuple[Source, str], ...], facet: bool) -> Claim:
    evidence = []
    for source, text in draw(st.lists(st.sampled_from(sources), max_size=2)) if sources else ():
        evidence.append(
            Evidence(
                f"e{next(ids):08d}",
                source.id,
                draw(quotes(text)),
                draw(st.sampled_from(STANCES)),
                draw(st.sampled_from(("", *(grade for grade, _ in CREDIBILITY)))),
                draw(lines(max_size=1)),
                draw(lines(max_size=1)),
            )
        )
    return Claim(
        f"c{next(ids):08d}",
        draw(lines()),
        draw(st.sampled_from(CLAIM_KINDS)),
        tuple(evidence),
        draw(st.sampled_from(MARKS)),
        draw(st.sampled_from(FACETS)) if facet else "",
        draw(_waivers()),
        draw(_remarks()),
        draw(st.sampled_from(("", "2023-10-13", "2023-10~", "2023-10-13/2023-10-15"))),
    )


@st.composite
def _judgements(draw: st.DrawFn, ids: count[int], claims: tuple[str, ...]) -> Judgement:
    standard = draw(st.sampled_from(STANDARDS))
    return Judgement(
        f"j{next(ids):08d}",
        draw(lines()),
        draw(st.sampled_from(("", *(rung.term for rung in standard.rungs)))),
        standard.id,
        draw(st.sampled_from(("", *(level for level, _ in CONFIDENCE)))),
        draw(lines(max_size=1)),
        draw(lines(max_size=1)),
        tuple(draw(st.lists(st.sampled_from(claims), max_size=2, unique=True))) if claims else (),
        tuple(draw(st.lists(lines(1, 1), max_size=2))),
        draw(st.sampled_from(MARKS)),
        draw(_waivers()),
        draw(_remarks()),
    )


@st.composite
def _figures(draw: st.DrawFn, ids: count[int], sources: tuple[tuple[Source, str], ...]) -> Figure:
    return Figure(
        f"f{next(ids):08d}",
        draw(lines()),
        draw(st.sampled_from(tuple(PICTURES))),
        "image/png",
        4,
        2,
        draw(lines(max_size=1)),
        draw(lines(max_size=1)),
        draw(st.sampled_from(("", *(source.id for source, _ in sources)))),
        draw(st.integers(10, 100)),
        draw(st.sampled_from(MARKS)),
        draw(_waivers()),
        draw(_remarks()),
    )


@st.composite
def briefs_and_bodies(draw: st.DrawFn) -> tuple[Brief, tuple[Body, ...]]:
    """A whole brief whose quotes are true, with the bodies (by hash) of its sources and figures."""
    ids = count(1)
    read = tuple(draw(st.lists(_sources(ids), max_size=3)))
    sections = []
    known: list[str] = []
    for kind in draw(st.lists(st.sampled_from(SECTION_KINDS), max_size=3, unique=True)):
        items: list[Placed] = list(draw(st.lists(_claims(ids, read, False), max_size=3)))
        known += [item.id for item in items]
        items += draw(st.lists(_judgements(ids, tuple(known)), max_size=2))
        items += draw(st.lists(_figures(ids, read), max_size=1))
        order = draw(st.permutations(items))
        limit = draw(st.integers(0, 500))
        sections.append(Section(kind, kind, draw(lines()), draw(lines(max_size=1)), limit, tuple(order)))
    actors = []
    for _ in range(draw(st.integers(0, 2))):
        statements = tuple(draw(st.lists(_claims(ids, read, True), max_size=2)))
        aliases = tuple(draw(st.lists(lines(1, 1), max_size=2)))
        actor_kind = draw(st.sampled_from(ACTOR_KINDS))
        ident = f"a{next(ids):08d}"
        actors.append(Actor(ident, draw(lines()), aliases, actor_kind, draw(lines(max_size=1)), statements))
    brief = Brief(
        id="b00000000",
        title=draw(lines()),
        as_of=draw(st.sampled_from(DATES)),
        cut_off=draw(st.sampled_from(DATES)),
        audience=draw(lines(max_size=1)),
        author=draw(lines(max_size=1)),
        marking=draw(st.sampled_from(MARKS)),
        standard=draw(st.sampled_from(STANDARDS)).id,
        edition=draw(st.integers(1, 20)),
        template=draw(st.sampled_from(("", "situation"))),
        sections=tuple(sections),
        actors=tuple(actors),
        sources=tuple(source for source, _ in read),
        rules_off=draw(st.sampled_from(((), ("L14", "L18")))),
        stale_days=draw(st.sampled_from((0, 90))),
        change_statement=draw(lines(max_size=1)),
        waivers=draw(_waivers()),
    )
    bodies = {sha256(text): Body(sha256(text), text.encode()) for _, text in read}
    bodies |= {sha: Body(sha, data) for sha, data in PICTURES.items()}
    return brief, tuple(bodies.values())


def briefs() -> st.SearchStrategy[Brief]:
    """A whole brief; see `briefs_and_bodies` for the texts it quotes."""
    return briefs_and_bodies().map(lambda both: both[0])
