"""A name in each spelling and script keeps its sounds."""

from __future__ import annotations

import pytest

from briefing.language.abroad.sounds import alike, sounds

ALIKE = (
    (("Kharkiv", "en"), ("Charkiw", "de"), ("Járkov", "es"), ("Харьков", "ru"), ("خاركيف", "ar"),
     ("Harkiv", "tr")),
    (("Putin", "en"), ("Poutine", "fr"), ("Путиным", "ru"), ("بوتين", "ar")),
    (("Zelensky", "en"), ("Selenskyj", "de"), ("Зеленский", "ru"), ("زيلينسكي", "ar"), ("Ζελένσκι", "el")),
    (("Netanyahu", "en"), ("Netanjahu", "de"), ("נתניהו", "he"), ("Нетаньяху", "ru")),
    (("Erdogan", "en"), ("Erdoğan", "tr"), ("أردوغان", "ar"), ("Эрдоган", "ru")),
    (("Macron", "en"), ("Макрон", "ru"), ("ماكرون", "ar")),
    (("Wagner", "en"), ("Вагнер", "ru")),
)  # fmt: skip


@pytest.mark.parametrize("ways", ALIKE, ids=[ways[0][0] for ways in ALIKE])
def test_each_spelling_of_a_name_is_found_by_its_sounds(ways: tuple[tuple[str, str], ...]) -> None:
    first = sounds(*ways[0])
    assert [way for way in ways if not alike(first, sounds(*way))] == []


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (("Kherson", "en"), ("Харьков", "ru")), (("Zelensky", "en"), ("Путин", "ru")),
        (("Merkel", "en"), ("شولتس", "ar")), (("Lavrov", "en"), ("Шойгу", "ru")),
    ],
)  # fmt: skip
def test_but_another_name_has_others(one: tuple[str, str], two: tuple[str, str]) -> None:
    assert not alike(sounds(*one), sounds(*two))
