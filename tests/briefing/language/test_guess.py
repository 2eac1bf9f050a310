"""The guess of a language, and the cases where none is made."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.language.guess import language_of, likeliest, primary
from tests.briefing.language.tables import LANGUAGES

HOUSE = Path(__file__).parents[4] / "shared" / "cases" / "house" / "languages.txt"


@pytest.mark.parametrize(("code", "text"), LANGUAGES)
def test_short_news_of_each_language_is_known(code: str, text: str) -> None:
    assert language_of(text) == code == likeliest(text)


@pytest.mark.skipif(not HOUSE.exists(), reason="the paragraphs are not here")
def test_so_are_paragraphs_that_others_wrote() -> None:
    rows = [line.split("\t") for line in HOUSE.read_text(encoding="utf-8").splitlines()]
    assert [(code, language_of(text)) for code, text in rows] == [(code, code) for code, _ in rows]


@pytest.mark.parametrize(
    ("text", "code"),
    [("Talks go on", "en"), ("Порт закрыт", "ru"), ("الميناء مغلق", "ar"), ("12", "en"), ("qux " * 50, "")],
)
def test_a_text_too_short_to_tell_is_of_the_language_that_its_script_is_news_in(text: str, code: str) -> None:
    assert likeliest(text) == code


@pytest.mark.parametrize(("tag", "code"), [("en-GB", "en"), ("FR", "fr"), ("zh-Hans-CN", "zh"), ("", "")])
def test_a_tag_begins_with_its_language(tag: str, code: str) -> None:
    assert primary(tag) == code


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
