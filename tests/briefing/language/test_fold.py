"""What counts as the same letter."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.language.fold import fold, words

ALIKE = [
    ("case", "CEASEFIRE", "ceasefire"),
    ("accents", "Élysée déçu", "elysee decu"),
    ("accents as marks of their own", "e\u0301lyse\u0301e", "élysée"),
    ("ligatures", "oﬃcial ﬂag", "official flag"),
    ("full width", "ＮＡＴＯ", "nato"),
    ("Turkish dots", "İSTANBUL Diyarbakır", "istanbul diyarbakir"),
    ("sharp s", "Straße", "STRASSE"),
    ("umlauts", "Müller", "muller"),
    ("letters with a stroke", "Łódź Ørsted đak", "lodz orsted dak"),
    ("Cyrillic case", "МОСКВА", "москва"),
    ("Cyrillic yo and short i", "Ёлкой", "елкои"),
    ("Ukrainian g and ye", "Ґедь Є", "гедь е"),
    ("Arabic vowels", "حُكُومَة", "حكومة"),
    ("Arabic hamza", "إدلب أدلب", "ادلب ادلب"),
    ("Arabic ta marbuta", "حكومة", "حكومه"),
    ("Arabic alif maqsura and Persian letters", "علی کابل", "على كابل"),
    ("tatweel", "محمـــد", "محمد"),
    ("digits", "٢٠٢٠ ۲۰۲۰ ๒๕๖๓", "2020 2020 2563"),
    ("soft hyphens", "cease\u00adfire", "ceasefire"),
]


@pytest.mark.parametrize(("name", "one", "other"), ALIKE, ids=[case[0] for case in ALIKE])
def test_words_written_in_different_ways_are_the_same(name: str, one: str, other: str) -> None:
    assert words(one) == words(other) != ()


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("l'accord d’Astana", ("l", "accord", "d", "astana")),
        ("M4-M5 (north)", ("m4", "m5", "north")),
        ("停火 agreement", ("停", "火", "agreement")),
        ("㋿元年", ("令", "和", "元", "年")),
        ("ตกลง", ("ต", "ก", "ล", "ง")),
        ("हिन्दी", ("हिन्दी",)),
        ("\ud800 \x00 …", ()),
        ("", ()),
    ],
)
def test_words_are_parted(text: str, parts: tuple[str, ...]) -> None:
    assert words(text) == tuple(unicodedata.normalize("NFKD", part) for part in parts)


@pytest.mark.parametrize(
    ("text", "word", "stands"),
    [
        ("une trêve\u0301e", "treve", "trêve\u0301e"),
        ("im Straßenbau", "strassenbau", "Straßenbau"),
        ("e\u0301lan", "elan", "e\u0301lan"),
        ("oﬃcial", "official", "oﬃcial"),
        ("在停火后", "火", "火"),
    ],
)
def test_a_folded_span_leads_back_to_the_letters(text: str, word: str, stands: str) -> None:
    folded = fold(text)
    at = folded.text.index(word)
    start, end = folded.span(at, at + len(word))
    assert text[start:end].startswith(stands[: end - start])
    assert words(text[start:end])[0].startswith(word)


@given(st.text())
def test_each_folded_word_leads_back_to_letters_that_fold_to_it(text: str) -> None:
    folded, at = fold(text), 0
    for word in folded.text.split():
        at = folded.text.index(word, at)
        start, end = folded.span(at, at + len(word))
        assert 0 <= start < end <= len(text)
        assert word in " ".join(words(text[start:end]))
        at += len(word)


@given(st.text())
def test_folding_holds_words_and_blanks_only_and_folds_to_itself(text: str) -> None:
    folded = " ".join(words(text))
    assert not set(folded) & set("\"*():^{}'+-\n\t\x00")
    assert words(folded) == words(text)
