"""Whose story an article is."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model import Brief, Claim, Evidence, Quote, Source
from briefing.origins import OriginEntry, Origins, Signatures, agency_of, count, group, phrase
from briefing.text import sha256
from tests.briefing.suggest.corpus import articles

SHARED = Path(__file__).resolve().parents[3] / "shared" / "articles" / "idlib-patrols.txt"
ANADOLU = """ANKARA

Turkey and Russia have reached an agreement on how joint patrols along the M4 road in Idlib will work, National \
Defense Minister Hulusi Akar told Anadolu Agency.
The first patrol sets out on March 15, Akar said, after a Russian military delegation had spent four days in the \
Turkish capital. "We will continue to do our part so that a lasting calm is achieved in the region," he added."""  # noqa: E501


def prose(seed: int, words: int = 120, names: str = "") -> str:
    """Return made-up prose: the same words for the same seed, with some names of its own in it."""
    rng = random.Random(seed)
    cast = names.split() or [
        f"{rng.choice('BDKLMRT')}{rng.choice('aeiou')}rn{rng.choice('aeiou')}{seed}{n}" for n in range(6)
    ]
    plain = [
        f"{rng.choice('bdfgklmnprst')}{rng.choice('aeiou')}{rng.choice('lmnrs')}{rng.randint(0, 99)}"
        for _ in range(words)
    ]
    return " ".join(rng.choice(cast) if n % 9 == 4 else word for n, word in enumerate(plain))


def entry(ident: str, text: str, **fields: object) -> OriginEntry:
    return OriginEntry(Source(ident, text_sha=sha256(text), **fields), text)  # type: ignore[arg-type]


def sets(origins: Origins) -> set[frozenset[str]]:
    return {frozenset(origin.members) for origin in origins.groups}


def parted(*groups: str) -> set[frozenset[str]]:
    return {frozenset(names.split()) for names in groups}


NAMES = "Akar Ankara Idlib Moscow Turkey Syria"
A, B, C = prose(1), prose(2), prose(3)


def half(text: str, first: bool = True) -> str:
    words = text.split()
    return " ".join(words[: len(words) // 2] if first else words[len(words) // 2 :])


@pytest.mark.parametrize(
    ("text", "fields", "agency"),
    [
        ("ANKARA, Turkey (AP) — Troops moved.", {}, "AP"),
        ("Troops\nBy SUZAN FRASER, Associated Press\nText.", {}, "AP"),
        ("Troops moved.", {"authors": ("Associated Press",)}, "AP"),
        ("Troops moved.", {"authors": ("Suzan Fraser, AP",)}, "AP"),
        ("Troops moved.", {"publisher": "Reuters"}, "Reuters"),
        ("MOSCOW (Reuters) - Russia said.", {"publisher": "Some Paper"}, "Reuters"),
        ("Text.\nSome information for this report was provided by The Associated Press and Reuters.", {}, "AP"),  # noqa: E501
        ("Text.\nSome information for this report came from Reuters.", {}, "Reuters"),
        ("Text.\nab/cd AFP/File", {}, "AFP"),
        ("Der Text. (dpa)", {}, "DPA"),
        ("Text.\nab/cd (dpa, AFP)", {}, "DPA"),
        ("MOSCOW, March 13. /TASS/. Russia said.", {}, "TASS"),
        ("BEIJING, March 13 (Xinhua) -- China said.", {}, "Xinhua"),
        ("Text.\nAssociated Press writers in Beirut contributed to this report.", {}, "AP"),
        ("Text.", {"publisher": "Anadolu Agency"}, "Anadolu"),
        ("© Reuters 2020\nText.", {}, "Reuters"),
        ("The minister told Anadolu Agency that patrols begin.", {}, ""),
        ("A video seen by Reuters shows the road.", {}, ""),
        ("BERLIN (dpa) - Der Bund zahlt.", {}, "DPA"),
        ("Der Text.\nMit Material von dpa", {}, "DPA"),
        ("Der Text.\nQuelle: ntv.de, dpa", {}, "DPA"),
        ("Texte.\nLe Monde avec AFP", {}, "AFP"),
        ("Texte.", {"authors": ("Le Monde avec AFP",)}, "AFP"),
        ("Washington, AFP – Le ministre part.", {}, "AFP"),
        ("Madrid, 13 mar (EFE).- El gobierno paga.", {}, "EFE"),
        ("Texto.\nCon información de EFE", {}, "EFE"),
        ("(ANSA) - ROMA, 13 MAR - Il governo paga.", {}, "ANSA"),
        ("Testo.\nFonte: ANSA", {}, "ANSA"),
        ("МОСКВА, 13 мар - РИА Новости. Войска вышли.", {}, "RIA Novosti"),
        ("МОСКВА, 13 марта. /ТАСС/. Войска вышли.", {}, "TASS"),
        ("Metin.\nKaynak: AA", {}, "Anadolu"),
        ("新华社北京3月13日电 中国", {}, "Xinhua"),
        ("أنقرة (رويترز) - قال الوزير", {}, "Reuters"),
        ("باريس (أ ف ب) - قال الوزير", {}, "AFP"),
        ("إسطنبول/ الأناضول\nقال الوزير", {}, "Anadolu"),
        ("Text.", {"authors": ("By The Associated Press",)}, "AP"),
        ("Text.", {"publisher": "AP News"}, "AP"),
        ("По данным ТАСС, войска вышли.", {}, ""),
        ("Los soldados dijeron a EFE que esperan.", {}, ""),
        ("selon l'AFP, qui cite un ministre.", {}, ""),
        ("The AP saw nothing. APRIL was cold.", {"publisher": "Apple News"}, ""),
        ("", {}, ""),
    ],
)  # fmt: skip
def test_an_agency_is_known_by_its_credit(text: str, fields: dict[str, object], agency: str) -> None:
    assert agency_of(text, Source("s1", **fields)) == agency  # type: ignore[arg-type]


def test_a_reprint_and_a_cut_down_one_are_one_origin() -> None:
    found = group(
        [entry("s1", A), entry("s2", f"Our outlet. {A} Read more."), entry("s3", half(A)), entry("s4", B)]
    )
    assert sets(found) == parted("s1 s2 s3", "s4")
    assert "100 % of the shorter text shared" in found.of["s3"].reason("s3")


def test_two_halves_of_one_story_are_one_origin_through_the_whole() -> None:
    story = prose(8, 160, NAMES)
    found = group([entry("s1", story), entry("s2", half(story)), entry("s3", half(story, False))])
    assert sets(found) == parted("s1 s2 s3")


def test_less_than_half_is_not_enough_without_a_common_credit() -> None:
    some = " ".join(A.split()[:45])
    one, other = entry("s1", A), entry("s2", f"{some} {B}")
    assert sets(group([one, other])) == parted("s1", "s2")
    by_ap = [replace(e, text=f"ANKARA (AP) — {e.text}") for e in (one, other)]
    found = group([replace(e, source=replace(e.source, text_sha=sha256(e.text))) for e in by_ap])
    assert sets(found) == parted("s1 s2")
    assert found.groups[0].reason("s1").startswith("AP credit, ")


def test_two_stories_of_one_agency_are_two_origins() -> None:
    assert sets(group([entry("s1", f"ANKARA (AP) — {A}"), entry("s2", f"PARIS (AP) — {B}")])) == parted(
        "s1", "s2"
    )


@pytest.mark.parametrize(
    ("title", "day", "one"),
    [
        ("Turkish and Russian troops to start patrols in Syria", "2020-03-14", True),
        ("Turkish and Russian troops to start patrols in Syria", "2020-03-20", False),
        ("Turkish and Russian troops to start patrols in Syria", "", False),
        ("Moscow markets fall", "2020-03-13", False),
    ],
)
def test_a_rewritten_story_is_one_by_credit_day_and_title(title: str, day: str, one: bool) -> None:
    first = entry("s1", prose(5, names=NAMES),
        title="Turkish, Russian troops to start Syria patrols on Sunday",
                  published="2020-03-13", authors=("Associated Press",))  # fmt: skip
    second = entry("s2", prose(6, names=NAMES), title=title, published=day, publisher="AP")
    assert (len(group([first, second]).groups) == 1) == one


def test_a_round_up_does_not_make_one_of_two_stories() -> None:
    both = f"The week. {A} And elsewhere. {half(B)}"
    found = group([entry("s1", A), entry("s2", half(B)), entry("s3", both)])
    assert sets(found) == parted("s1 s3", "s2")


def test_nor_do_two_round_ups_of_the_same_stories() -> None:
    one, other = f"{A} {half(B)} {half(C)}", f"Today. {A} {half(B)} Weather. {half(C)}"
    found = group([entry("s1", A), entry("s2", B), entry("s3", C), entry("s4", one), entry("s5", other)])
    assert sets(found) == parted("s1 s4 s5", "s2", "s3")


def test_nor_a_text_that_is_half_of_each() -> None:
    middle = f"{half(A, False)} {half(B)}"
    found = group([entry("s1", A), entry("s2", B), entry("s3", middle)])
    assert not any({"s1", "s2"} <= members for members in sets(found))


NOTICE = """

Follow AP’s coverage of the region at https://apnews.com/hub/world. The Associated Press is solely responsible for
all content. Copyright 2024 The Associated Press. All rights reserved. This material may not be published, broadcast,
rewritten or redistributed without permission."""  # noqa: E501
FOOTER = """

Sign up for our morning newsletter to get the day's most important stories in your inbox before breakfast. You can
unsubscribe at any time by using the link at the bottom of each message. By signing up you agree to our terms of use
and privacy policy. If you are dissatisfied with our response to a complaint, you can contact the press council by
telephone or through its website. Read more from our foreign desk, or share your story with us in confidence."""  # noqa: E501


@pytest.mark.parametrize("many", [2, 3, 5, 9])
@pytest.mark.parametrize(("words", "below", "outlet"), [(100, NOTICE, ""), (75, FOOTER, "Daily Herald")])
def test_what_stands_below_a_few_articles_joins_nothing(
    many: int, words: int, below: str, outlet: str
) -> None:
    stories = [" ".join(article.text.split()[:words]) for article in articles("desk")[:many]]
    pages = [
        entry(f"s{n}", text + below, publisher=outlet or f"Outlet {n}") for n, text in enumerate(stories)
    ]
    assert len(group(pages).groups) == many


@pytest.mark.parametrize("outlets", [1, 40])
def test_what_stands_on_every_page_joins_nothing(outlets: int) -> None:
    cookies = prose(99, 60)
    pages = [
        entry(f"s{n}", f"{prose(n, 90)} {cookies}", publisher=f"Outlet {n % outlets}") for n in range(40)
    ]
    assert len(group(pages).groups) == 40


def test_not_even_where_it_is_the_greater_part_of_what_one_outlet_prints() -> None:
    cookies = prose(99, 200)
    pages = [entry(f"s{n:02}", f"{prose(n, 60)} {cookies}", publisher="One") for n in range(20)]
    reprint = entry("s99", prose(3, 60), publisher="Two")
    assert sets(group([*pages, reprint])) == parted("s03 s99", *(f"s{n:02}" for n in range(20) if n != 3))


def test_but_a_story_that_all_outlets_carry_is_one() -> None:
    reprints = [entry(f"s{n}", f"{A} {prose(100 + n, 15)}", publisher=f"Outlet {n}") for n in range(60)]
    assert len(group(reprints).groups) == 1


@pytest.mark.parametrize("text", ["", "Access denied.", "seven words are too few for one"])
def test_texts_of_few_words_are_like_nothing(text: str) -> None:
    assert len(group([entry("s1", text), entry("s2", text)]).groups) == 2


def test_what_a_person_said_counts() -> None:
    found = group(
        [
            entry("s1", A, origin="Ministry"),
            entry("s2", B, origin="Ministry"),
            entry("s3", A),
            entry("s4", half(A)),
        ]
    )
    assert sets(found) == parted("s1 s2", "s3 s4")
    assert (found.of["s1"].label, found.of["s1"].by_hand, found.of["s2"].reason("s2")) == (
        "Ministry",
        True,
        "by hand",
    )


def test_versions_are_always_one_origin() -> None:
    found = group(
        [
            entry("s1", A),
            entry("s2", B, supersedes="s1"),
            entry("s3", half(A)),
            entry("s4", C, supersedes="gone"),
        ]
    )
    assert sets(found) == parted("s1 s2 s3", "s4")
    assert sets(
        group([entry("s1", A, origin="X"), entry("s2", B, supersedes="s1"), entry("s3", A)])
    ) == parted("s1 s2", "s3")


def test_and_the_newest_version_says_whose_it_is() -> None:
    found = group(
        [entry("s1", A, origin="X"), entry("s2", B, supersedes="s1", origin="Y"), entry("s3", C, origin="Y")]
    )
    assert sets(found) == parted("s1 s2 s3")


def test_an_origin_is_named_after_its_oldest_source() -> None:
    found = group([
        entry("s1", f"X (AP) — {A}", title="Reprint", published="2020-03-14"),
        entry("s2", A, title="Story", published="2020-03-13"),
        entry("s3", half(A), title="Undated"),
    ])  # fmt: skip
    assert [(o.id, o.label, o.members) for o in found.groups] == [("s2", "AP · Story", ("s2", "s1", "s3"))]


POOL = [
    entry("a", A), entry("b", half(A), published="2020-03-13"), entry("c", B), entry("d", f"{A} {half(B)}"),
    entry("e", half(B)), entry("f", C, origin="X"), entry("g", half(C), supersedes="a"),
    entry("h", A, origin="X"),
    entry("i", f"{half(A, False)} {half(B)}"), entry("j", f"{B} {C}"), entry("k", ""),
]  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(POOL), unique_by=lambda e: e.source.id), st.randoms())
def test_the_order_of_sources_changes_nothing(entries: list[OriginEntry], rng: random.Random) -> None:
    first = group(entries)
    rng.shuffle(entries)
    assert group(entries) == first
    assert sorted(m for o in first.groups for m in o.members) == sorted(e.source.id for e in entries)


def test_kept_signatures_change_nothing_and_stay_few() -> None:
    few = Signatures(most=300)
    assert group(POOL, few) == group(POOL, few) == group(POOL)
    kept = Signatures()
    assert kept.of("x", A) is kept.of("x", "not looked at")
    assert few.of("new", A) is not few.of("", A)


def test_quotes_are_counted_by_origin() -> None:
    origins = group([entry("s1", A), entry("s2", half(A)), entry("s3", B)])
    words = Quote("w", "", "", 0, "")
    linked = [Evidence(f"e{n}", f"s{n}", words) for n in (1, 2, 3)]
    linked += [Evidence("e4", "s3", words, "contradicts"), Evidence("e5", "gone", words)]
    brief = Brief("b1", sources=tuple(Source(f"s{n}") for n in (1, 2, 3)))
    assert count(brief, Claim("c1", evidence=tuple(linked[:2])), origins) == 1
    assert count(brief, Claim("c1", evidence=tuple(linked)), origins) == 2
    assert phrase(linked[:2], origins) == "2 quotes, 1 origin"
    assert phrase(linked[:1], origins) == "1 quote, 1 origin"
    assert phrase([], origins) == "0 quotes, 0 origins"


@pytest.mark.skipif(not SHARED.exists(), reason="the shared article is not there")
def test_the_ap_story_its_page_and_a_cut_down_reprint_are_one_and_anadolu_another() -> None:
    text = SHARED.read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line]
    story = "ANKARA, Turkey (AP) — " + "\n".join(line for line in lines[2:] if not line.startswith("- "))
    found = group([
        entry("s1", story, published="2020-03-13", title=lines[0]),
        entry("s2", text, publisher="VOA", published="2020-03-13", title=lines[0]),
        entry("s3", "\n".join(lines[2:6]), publisher="A small paper"),
        entry("s4", ANADOLU, publisher="Anadolu Agency", published="2020-03-13"),
    ])  # fmt: skip
    assert sets(found) == parted("s1 s2 s3", "s4")
    assert found.of["s3"].label == f"AP · {lines[0]}"
