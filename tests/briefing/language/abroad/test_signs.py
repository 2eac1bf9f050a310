"""Denials, doubts and directions by language."""

from __future__ import annotations

import pytest

from briefing.language.abroad.signs import LANGUAGES, signs_of

# Language: a denial, a doubt, a rise, a fall.
ROWS = {
    "de": ("Der Hafen ist nicht offen.", "Der Hafen könnte öffnen.", "Die Preise stiegen.",
     "Die Preise sanken."),
    "fr": ("Le port n'est pas ouvert.", "Le port pourrait ouvrir.", "Les prix augmentent.",
     "Les prix baissent."),
    "es": ("El puerto no abrió.", "El puerto podría abrir.", "Los precios subieron.", "Los precios bajaron."),
    "it": ("Il porto non ha aperto.", "Il porto potrebbe aprire.", "I prezzi sono saliti.",
     "I prezzi sono scesi."),
    "pt": ("O porto não abriu.", "O porto poderia abrir.", "Os preços subiram.", "Os preços caíram."),
    "nl": ("De haven is niet open.", "De haven zou openen.", "De prijzen stegen.", "De prijzen daalden."),
    "pl": ("Port nie jest otwarty.", "Port może zostać otwarty.", "Ceny wzrosły.", "Ceny spadły."),
    "ru": ("Порт не открыт.", "Порт может открыться.", "Цены выросли.", "Цены упали."),
    "uk": ("Порт не відкрито.", "Порт може відкритися.", "Ціни зросли.", "Ціни впали."),
    "ar": ("لم يفتح الميناء", "قد يفتح الميناء", "ارتفعت الأسعار", "انخفضت الأسعار"),
    "fa": ("بندر باز نشد", "شاید بندر باز شود", "افزایش قیمت", "کاهش قیمت"),
    "tr": ("Liman açılmadı.", "Liman açılabilir.", "Fiyatlar yükseldi.", "Fiyatlar düştü."),
    "zh": ("港口没有开放。", "港口可能开放。", "价格上涨。", "价格下跌。"),
}  # fmt: skip


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_each_language_has_its_signs_and_no_other(language: str) -> None:
    found = [signs_of(text, language) for text in ROWS[language]]
    assert found == [{"denial"}, {"doubt"}, {"rise"}, {"fall"}]


def test_of_a_language_without_tables_nothing_is_read() -> None:
    assert signs_of("Hamnen är inte öppen.", "sv") == frozenset()
