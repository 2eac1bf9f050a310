"""The guess of a language, and the cases where none is made."""

from __future__ import annotations

import pytest

from briefing.language.guess import language_of


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The crews of the ferry had stopped work, and it was not clear when they would be back.", "en"),
        ("Les équipages du bac avaient cessé le travail et la réunion est prévue pour vendredi.", "fr"),
        ("Die Fähre ist wieder da, und das Treffen mit den Leuten von der Insel wird auch sein.", "de"),
        ("El barco salió por la mañana con los pasajeros y el correo de la isla, que no es poco.", "es"),
        ("Vapur yeniden sefere başladı ve iki yüz yolcu için daha çok yer var, ancak bir gün daha.", "tr"),
        ("Паром вышел из порта во вторник, и на борту было двести пассажиров, а также почта.", "ru"),
        ("غادرت العبارة الميناء بعد تسعة أيام وكان على متنها ركاب من الجزيرة في يوم الجمعة", "ar"),
        ("Το πλοίο έφυγε από το λιμάνι", "el"),
        ("フェリーは火曜日の朝に港を出た", "ja"),
        ("渡轮星期二早上离开港口前往岛上", "zh"),
        ("", ""),
        ("Ferry strike ends", ""),
        ("1234 5678 90", ""),
        ("lorem ipsum dolor sit amet consectetur adipiscing elit sed eiusmod tempor", ""),
        ("the ferry le bac der Hafen el barco", ""),
    ],
)
def test_it_tells_the_language_or_leaves_it(text: str, code: str) -> None:
    assert language_of(text) == code
