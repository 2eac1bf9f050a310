"""The language of a sentence: what is stated, its script, its small words."""

from __future__ import annotations

import pytest

from briefing.language.spoken import spoken


@pytest.mark.parametrize(
    ("text", "tag", "language"),
    [
        ("The port is open.", "", "en"),
        ("Talks go on", "", "en"),
        ("Ms von der Leyen pledged 50 billion euros.", "", "en"),
        ("Ruth Ames’s son left.", "", "en"),
        ("Lavrov met Zarif in Baku.", "", "en"),
        ("Der Vertrag wurde am 12. Oktober unterzeichnet.", "", "de"),
        ("La inflación subió al 3,5 %.", "", "es"),
        ("Переговори почнуться у вівторок, але не всі прийдуть", "", "uk"),
        ("Порт закрыт", "", "ru"),
        ("الميناء مغلق", "", "ar"),
        ("港口关闭", "", "zh"),
        ("Порт закрыт", "en", "ru"),
        ("Порт зачинено", "uk", "uk"),
        ("Der Hafen ist offen.", "en-GB", "en"),
        ("ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ", "", "und"),
        ("", "", "en"),
        ("12", "", "en"),
    ],
)
def test_it_is_what_is_stated_or_what_script_and_words_show(text: str, tag: str, language: str) -> None:
    assert spoken(text, tag) == language
