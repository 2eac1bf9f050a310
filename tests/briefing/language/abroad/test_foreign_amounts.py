"""Amounts in other languages, a row for each way of writing one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.language.abroad.foreign_amounts import amounts_abroad
from briefing.language.abroad.numerals import LANGUAGES, values

ROWS = (
    ("de", "Es kamen dreiundzwanzig Boote mit 1.250 Kisten.", [(23, ""), (1250, "")]),
    ("de", "Die Kosten stiegen auf 2,4 Millionen Euro, um 3,5 Prozent.",
     [(2_400_000, "euro"), (3.5, "percent")]),
    ("de", "Hunderte warteten zwei Stunden.", [(200, ""), (2, "hour")]),
    ("nl", "Er waren drieëntwintig boten en 1.250 kisten.", [(23, ""), (1250, "")]),
    ("fr", "Vingt-trois bateaux et quatre-vingt-dix caisses.", [(23, ""), (90, "")]),
    ("fr", "1 250 caisses valent 2,4 millions d’euros.", [(1250, ""), (2_400_000, "euro")]),
    ("fr", "Une hausse de 12 pour cent en sept jours.", [(12, "percent"), (7, "day")]),
    ("es", "Veintitrés barcos, treinta y tres cajas, doscientos sacos.", [(23, ""), (33, ""), (200, "")]),
    ("es", "Costó 2,4 millones de dólares.", [(2_400_000, "dollar")]),
    ("it", "Ventitré barche e duecento casse, 3,5 per cento.", [(23, ""), (200, ""), (3.5, "percent")]),
    ("pt", "Vinte e três barcos, 1.250 caixas.", [(23, ""), (1250, "")]),
    ("pl", "Dwadzieścia trzy łodzie, 2,4 mln euro.", [(23, ""), (2_400_000, "euro")]),
    ("ru", "Пришли двадцать три лодки, 1 250 ящиков.", [(23, ""), (1250, "")]),
    ("ru", "Это 2,4 миллиона рублей, рост на 3,5 процента.", [(2_400_000, "rouble"), (3.5, "percent")]),
    ("uk", "Прийшло п’ятнадцять човнів за сім днів.", [(15, ""), (7, "day")]),
    ("ar", "وصل ثلاثة وعشرون قاربا و١٬٢٥٠ صندوقا", [(23, ""), (1250, "")]),
    ("ar", "بلغت الكلفة 2.4 مليون يورو", [(2_400_000, "euro")]),
    ("fa", "بیست و سه قایق و ۳٫۵ درصد", [(23, ""), (3.5, "percent")]),
    ("tr", "Yirmi üç tekne, yüzde 3,5 artış, 2,4 milyon avro.",
     [(23, ""), (3.5, "percent"), (2_400_000, "euro")]),
    ("zh", "二十三艘船，240万箱，百分之三点五。", [(23, ""), (2_400_000, ""), (3.5, "percent")]),
    ("zh", "费用为3亿欧元，增长12%。", [(300_000_000, "euro"), (12, "percent")]),
    ("sv", "Det var 1 250 lådor och 12 %.", [(1250, ""), (12, "percent")]),
)  # fmt: skip


@pytest.mark.parametrize(("language", "text", "found"), ROWS, ids=[row[1][:24] for row in ROWS])
def test_amounts_of_each_language_are_read(language: str, text: str, found: list[tuple[float, str]]) -> None:
    assert [(a.value, a.unit) for a in amounts_abroad(text, language)] == found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Im Jahr 2024 kam ein Boot."), ("fr", "Un bateau neuf est venu en 2019."),
        ("it", "Tu sei qui."), ("tr", "Bir tekne geldi."), ("zh", "星期二统一了，2024年。"),
        ("ru", "Один человек пришёл в 2024 году."),
    ],
)  # fmt: skip
def test_but_a_year_an_article_and_a_word_of_two_meanings_are_none(language: str, text: str) -> None:
    assert amounts_abroad(text, language) == ()


def test_vague_words_have_bounds() -> None:
    (amount,) = amounts_abroad("Сотни лодок пришли.", "ru")
    assert (amount.vague, amount.low, amount.high) == (True, 200, 999)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.sampled_from([*sorted(LANGUAGES), "x", "und"]))
def test_no_text_raises_and_places_are_its_own(text: str, language: str) -> None:
    for amount in amounts_abroad(text, language):
        assert 0 <= amount.start <= amount.core[0] < amount.core[1] <= amount.end <= len(text)


def test_no_word_of_a_language_stands_for_two_numbers() -> None:
    for language in LANGUAGES - {"zh"}:
        assert len(values(language)) >= 17, language
