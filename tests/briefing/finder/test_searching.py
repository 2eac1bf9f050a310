"""Search over all sources: what is found, in which order, and where exactly."""

from __future__ import annotations

import random
import string
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.finder import Filters, Index, parse, search
from briefing.finder.passages import LONGEST_PASSAGE
from briefing.finder.searching import expressions
from briefing.language.fold import words
from briefing.model import Source
from tests.briefing.finder.made import Desk

TEXTS = {
    "English": "Turkish and Russian troops held a joint patrol on the M4 highway.\nThe ceasefire holds, "
    "officials said.",
    "Arabic": "أعلنت الحُكُومَة وقف إطلاق النار في إدلب.\nوقالت المصادر إن الدوريات مستمرة.",
    "Cyrillic": "Совместный патруль прошёл по трассе М4.\nМинобороны России сообщило о перемирии в Идлибе.",
    "Turkish": "Türk ve Rus askerleri İdlib'de ortak devriye yaptı.\nIşık ve çığ haberleri.",
    "French": "Le cessez-le-feu à Idleb a été respecté, selon l’Élysée.\nUne trêve fragile.",
    "German": "Die Waffenruhe in Idlib hält, sagte Außenminister Müller.\nStraßen sind gesperrt.",
    "Chinese": "土耳其和俄罗斯在伊德利卜举行联合巡逻。\n停火仍然有效。",
}
LANGUAGES = list(TEXTS)


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk(*TEXTS.values())


@pytest.mark.parametrize(
    ("language", "typed", "said"),
    [
        ("English", "joint patrol ", ["joint", "patrol"]),
        ("English", '"joint patrol"', ["joint patrol"]),
        ("English", "CEASEF", ["ceasefire"]),
        ("English", "offic* ceasefire", ["ceasefire", "officials"]),
        ("English", "m4", ["M4"]),
        ("Arabic", "الحكومة ", ["الحُكُومَة"]),
        ("Arabic", "ادلب", ["إدلب"]),
        ("Arabic", '"وقف اطلاق النار"', ["وقف إطلاق النار"]),
        ("Arabic", "الدوري", ["الدوريات"]),
        ("Cyrillic", "СОВМЕСТНЫЙ", ["Совместный"]),
        ("Cyrillic", "прошел", ["прошёл"]),
        ("Cyrillic", "перемир", ["перемирии"]),
        ("Turkish", "idlib de ", ["İdlib", "de"]),
        ("Turkish", "isik", ["Işık"]),
        ("Turkish", "TÜRK ", ["Türk"]),
        ("French", "elysee", ["Élysée"]),
        ("French", "cessez-le-feu", ["cessez-le-feu"]),
        ("French", "l'elysee", ["l’Élysée"]),
        ("French", "treve fra", ["trêve", "fragile"]),
        ("German", "strassen", ["Straßen"]),
        ("German", "aussenminister muller", ["Außenminister", "Müller"]),
        ("Chinese", "停火", ["停火"]),
        ("Chinese", "联合巡逻", ["联合巡逻"]),
        ("Chinese", "停", ["停"]),
    ],
)
def test_words_are_found_in_every_language_as_the_reader_shows_them(
    desk: Desk, language: str, typed: str, said: list[str]
) -> None:
    hits = [hit for hit in desk.hits(typed) if hit.source_id == f"s{LANGUAGES.index(language)}"]
    assert [TEXTS[language][a:b] for a, b in hits[0].spans] == said


@pytest.mark.parametrize(
    ("typed", "languages"),
    [
        ("idlib", ["Turkish", "German"]),
        ("idl", ["Turkish", "German", "French"]),
        ("idl* -french -cessez", ["Turkish", "German"]),
        ('"patrol joint"', []),
        ("patrol ceasefire", ["English"]),
        ("patrols ", []),
        ("-idlib held", ["English"]),
        ("nothing", []),
        ("", []),
        ("is:", []),
        ("…", []),
    ],
)
def test_every_word_must_be_there_and_no_excluded_one(desk: Desk, typed: str, languages: list[str]) -> None:
    assert sorted(desk.found(typed)) == sorted(f"s{LANGUAGES.index(name)}" for name in languages)


def test_every_beginning_of_a_word_finds_it(desk: Desk) -> None:
    for end in range(1, len("ceasefire") + 1):
        assert "s0" in desk.found("ceasefire"[:end])


def test_but_a_word_ended_by_a_blank_is_whole(desk: Desk) -> None:
    assert desk.found("ceasef ") == []


@pytest.fixture(scope="module")
def outlets() -> Desk:
    made = Desk()
    made.add("Patrol one.", publisher="Reuters", published="2020-03-15", grade="A", read=True)
    made.add("Patrol two.", publisher="AP", published="2020-04", grade="B")
    made.add("Patrol three.", publisher="Anadolu", url="https://aa.com.tr/x", published="2021-01-02")
    made.add("No such word.", publisher="Reuters", published="2020-03-16")
    return made


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("patrol", ["s0", "s1", "s2"]),
        ("outlet:reuters patrol", ["s0"]),
        ("patrol outlet:aa.com", ["s2"]),
        ("patrol after:2020-04-10", ["s1", "s2"]),
        ("patrol before:2020-12", ["s0", "s1"]),
        ("patrol after:2020-04 before:2020-04", ["s1"]),
        ("patrol grade:a", ["s0"]),
        ("patrol is:used", ["s1"]),
        ("patrol is:unused", ["s0", "s2"]),
        ("patrol is:unread", ["s1", "s2"]),
        ("outlet:reuters", ["s0", "s3"]),
        ("outlet:reuters -such", ["s0"]),
        ("is:used -patrol", []),
        ("-patrol", ["s3"]),
    ],
)
def test_operators_narrow_the_search(outlets: Desk, typed: str, found: list[str]) -> None:
    assert sorted(outlets.found(typed, used=frozenset({"s1"}))) == found


def test_filters_alone_list_the_sources_in_their_order_with_their_first_sentence(outlets: Desk) -> None:
    hits = outlets.hits("", filters=Filters(outlet="reuters"))
    assert [(hit.source_id, outlets.text(hit.source_id)[hit.start : hit.end], hit.spans) for hit in hits] == [
        ("s0", "Patrol one.", ()),
        ("s3", "No such word.", ()),
    ]


def test_chosen_and_typed_filters_both_count(outlets: Desk) -> None:
    assert outlets.found("patrol grade:a", filters=Filters(outlet="AP")) == []
    assert outlets.found("patrol outlet:reuters", filters=Filters(outlet="AP")) == ["s0"]


def test_sources_used_or_changed_since_the_last_key_count(outlets: Desk) -> None:
    assert outlets.found("patrol is:used", used=frozenset({"s1"})) == ["s1"]
    assert outlets.found("patrol is:used", used=frozenset({"s2"})) == ["s2"]
    changed = list(outlets.sources)
    assert search(outlets.index, changed, "patrol grade:c", outlets.text_of) == ()
    changed[0] = replace(changed[0], grade="C")
    assert [hit.source_id for hit in search(outlets.index, changed, "patrol grade:c", outlets.text_of)] == [
        "s0"
    ]


def test_at_most_so_many_articles(outlets: Desk) -> None:
    assert len(outlets.found("patrol", limit=2)) == 2


def test_words_close_together_come_before_words_far_apart() -> None:
    far = "A patrol left. " + "Nothing else was said that day. " * 20 + "The corridor is joint."
    desk = Desk(
        far,
        far + " More.",
        "Officials spoke at length about it all. The joint patrol used the corridor.",
        far + " Yes.",
    )
    assert desk.found("joint patrol")[0] == "s2"


def test_a_title_that_says_it_comes_before_a_text_that_does() -> None:
    desk = Desk("The patrol was seen. A patrol is a patrol.", "Many roads were used.")
    desk.add("A convoy was seen on the road that day.", title="Patrol leaves Idlib")
    assert desk.found("patrol") == ["s2", "s0"]


def test_a_source_met_by_title_or_publisher_only_shows_its_first_sentence() -> None:
    desk = Desk()
    desk.add("First words. Then more.", title="Patrol", publisher="Anadolu")
    desk.add("", title="Patrol", publisher="Anadolu")
    by_title = {hit.source_id: hit for hit in desk.hits("patrol anadolu")}
    assert (by_title["s0"].start, by_title["s0"].end, by_title["s0"].spans) == (0, 12, ())
    assert (by_title["s1"].start, by_title["s1"].end, by_title["s1"].spans) == (0, 0, ())


def test_the_best_three_passages_of_an_article_are_shown_together() -> None:
    desk = Desk("A patrol. A road.\nThe joint patrol.\nJoint work.\nOne more patrol.\nA patrol again.")
    hits = desk.hits("joint patrol")
    assert len(hits) == 3
    assert desk.text("s0")[hits[0].start : hits[0].end] == "The joint patrol."


def test_two_sentences_side_by_side_are_one_passage_where_the_words_are_in_both() -> None:
    desk = Desk("Before. The corridor is safe. The patrol left. After.")
    (hit,) = desk.hits("corridor patrol")
    assert desk.text("s0")[hit.start : hit.end] == "The corridor is safe. The patrol left."


def test_a_very_long_sentence_is_cut_round_the_words() -> None:
    desk = Desk("word " * 300 + "the safe corridor " + "word " * 300)
    (hit,) = desk.hits('"safe corridor"')
    assert hit.end - hit.start <= LONGEST_PASSAGE
    assert desk.said('"safe corridor"') == ["safe corridor"]


def test_a_phrase_over_a_line_end_is_shown_whole() -> None:
    desk = Desk("They opened the safe\ncorridor today.")
    (hit,) = desk.hits('"safe corridor"')
    assert desk.said('"safe corridor"') == ["safe\ncorridor"]
    assert hit.start == 0


def test_sources_of_one_text_are_each_found() -> None:
    desk = Desk("One patrol.", "One patrol.")
    assert desk.found("patrol") == ["s0", "s1"]


def test_a_text_that_is_gone_is_found_by_its_title_only() -> None:
    desk = Desk()
    source = desk.add("The patrol left.", title="A convoy")
    assert desk.found("patrol") == ["s0"]
    desk = Desk(index=desk.index)
    desk.sources = (source,)
    assert desk.found("convoy") == ["s0"]


def test_many_matches_stop_the_reading_and_still_titles_and_close_words_are_found() -> None:
    desk = Desk()
    desk.add("Long ago. A word. Then the joint patrol.", title="Old")
    desk.add("Filler.", title="Joint work of a patrol")
    for number in range(1_100):
        desk.add(f"A joint decision, number {number}. {'Nothing much was said then. ' * 3}A patrol.")
    desk.hits("")
    desk.reads = 0
    hits = desk.hits("joint patrol")
    assert {"s0", "s1"} <= {hit.source_id for hit in hits}
    assert desk.reads < 100
    assert len(hits) < 70


def test_the_next_key_reads_no_article_again() -> None:
    desk = Desk(*TEXTS.values())
    desk.hits("i")
    desk.reads = 0
    desk.hits("id")
    assert desk.reads == 0


@pytest.mark.parametrize(
    "typed",
    [
        '"',
        "NOT",
        "AND OR",
        "a NEAR b",
        "{head}: x",
        "^x",
        "x*y",
        "(",
        "-(",
        "a" * 5000,
        "\x00",
        "\ud800",
        "1.5+2",
    ],
)
def test_nothing_typed_is_read_as_syntax(desk: Desk, typed: str) -> None:
    desk.hits(typed)


def test_expressions_hold_nothing_but_quoted_words() -> None:
    asked = parse('a "b c" -d -"e f" g')
    assert expressions(asked, lambda _: ()) == ('("a") AND ("b c") AND ("g"*)', '"d" OR "e f"')
    assert expressions(asked, lambda start: (start, f"{start}h"))[0] == '("a") AND ("b c") AND ("g" OR "gh")'


PIECES = st.sampled_from(
    [
        "patrol",
        "joint",
        "حُكُومَة",
        "停火",
        "Straße",
        "l’Élysée",
        "e\u0301",
        "ﬃ",
        " ",
        "  ",
        ". ",
        "\n",
        "-",
        "…",
        "\u200b",
        "x" * 30,
    ]
)
TYPED = st.text(max_size=30) | st.lists(
    PIECES | st.sampled_from(["-", '"', "*", "outlet:", "is:used ", "a", "st"]), max_size=8
).map("".join)


@settings(max_examples=80)
@given(st.lists(st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=80), max_size=4), TYPED)
def test_spans_lie_in_their_passage_and_say_what_was_typed(texts: list[str], typed: str) -> None:
    desk = Desk(*texts)
    terms = parse(typed).wanted
    for hit in desk.hits(typed):
        text = desk.text(hit.source_id)
        assert 0 <= hit.start <= hit.end <= len(text)
        assert list(hit.spans) == sorted(set(hit.spans))
        for start, end in hit.spans:
            assert hit.start <= start < end <= hit.end
            found = words(text[start:end])
            assert any(
                word.startswith(term.words[0]) or term.words[0] in word for term in terms for word in found
            )
    desk.index.close()


@given(st.integers(0, 10**6))
def test_every_word_of_a_text_finds_it(seed: int) -> None:
    rng = random.Random(seed)
    text = " ".join(
        "".join(rng.choices(string.ascii_letters + "éßЖك", k=rng.randint(1, 6))) for _ in range(12)
    )
    desk = Desk(text, "Nothing.")
    for word in text.split():
        assert "s0" in desk.found(word)
        assert "s0" in desk.found(word + " ")
    desk.index.close()


def test_a_begun_word_is_asked_for_as_the_words_it_may_become_while_they_are_few() -> None:
    texts = {"few": "patrol patrols patrolled", "many": " ".join(f"convoy{n}" for n in range(40))}
    sources = tuple(Source(name, text_sha=name) for name in texts)
    index = Index()
    index.update(sources, texts.__getitem__)
    assert index.begun("patrol") == ("patrol", "patrolled", "patrols")
    assert index.begun("convoy") == index.begun("pat") == index.begun("zebra") == ()
    for typed, wanted in (("patroll", ["few"]), ("convoy", ["many"]), ("patrol conv", [])):
        hits = search(index, sources, typed, texts.__getitem__)
        assert list(dict.fromkeys(hit.source_id for hit in hits)) == wanted
    index.close()


@pytest.mark.parametrize("typed", ["1000 ", "1,000 ", "1 000 euros", '"1.000 euros"', "1000"])
def test_a_number_is_found_however_its_thousands_are_parted(typed: str) -> None:
    texts = {
        "comma": "It cost 1,000 euros.",
        "blank": "It cost 1\u202f000 euros.",
        "bare": "It cost 1000 euros.",
    }
    sources = tuple(Source(name, text_sha=name) for name in texts)
    index = Index()
    index.update(sources, texts.__getitem__)
    hits = search(index, sources, typed, texts.__getitem__)
    found = {hit.source_id: [texts[hit.source_id][a:b] for a, b in hit.spans] for hit in hits}
    index.close()
    assert found.keys() == texts.keys() - ({"bare"} if " " in typed.strip() or '"' in typed else set())
    assert all(any("000" in words for words in lit) for lit in found.values())


@pytest.mark.parametrize(
    ("typed", "missed"),
    [
        ("ceasefire", ""), ("cease-fire ", ""), ("cease fire", ""), ("cease fir", ""), ("truce OR ceasefire ", ""),  # noqa: E501
        ("truce | strike", "bare hyphen blank"), ('"cease fire held"', "bare hyphen"), ("held -ceasefire", "bare hyphen blank"),  # noqa: E501
    ],
)  # fmt: skip
def test_a_word_is_found_in_one_and_in_two_parts(typed: str, missed: str) -> None:
    texts = {
        "bare": "The ceasefire was kept.",
        "hyphen": "A cease-fire began.",
        "blank": "The cease fire held.",
        "other": "An airstrike held.",
    }
    sources = tuple(Source(name, text_sha=name) for name in texts)
    index = Index()
    index.update(sources, texts.__getitem__)
    found = {hit.source_id for hit in search(index, sources, typed, texts.__getitem__)}
    index.close()
    assert {"bare", "hyphen", "blank"} - found == set(missed.split())
