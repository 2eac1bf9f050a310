"""The guess of a one-byte encoding over words of several languages."""

from __future__ import annotations

import pytest

from briefing.importing.charsets import guess, label


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("café", "cp1252"),
        ("CAFÉ “ÉLYSÉE” – naïve", "cp1252"),
        ("El niño soñó con la mañana; ¿qué más?", "cp1252"),
        ("A reunião não terminou: são três opções", "cp1252"),
        ("Færgen går på lørdag, sagde Åse", "cp1252"),
        ("Þingið samþykkti að skipið færi á föstudag", "cp1252"),
        ("Traghetto: più sì, perché è così", "cp1252"),
        ("Příliš žluťoučký kůň úpěl ďábelské ódy", "cp1250"),
        ("Türk ve Suriye sınırı; Erdoğan açıkladı, işçiler görüştü", "cp1254"),
        ("İSTANBUL Boğazı", "cp1254"),
        ("МОСКВА, 13 марта. Министр сообщил о переговорах", "cp1251"),
        ("Паром", "cp1251"),
        ("Український уряд заявив, що її рішення є", "cp1251"),
        ("Министр сообщил о переговорах", "koi8_r"),
        ("قال الوزير إن الهدنة ستصبح دائمة", "cp1256"),
        ("Ο υπουργός είπε ότι η εκεχειρία", "cp1253"),
        ("שר הביטחון אמר כי הפסקת האש", "cp1255"),
        ("only plain words", "cp1252"),
        ("", "cp1252"),
    ],
)
def test_it_guesses(text: str, encoding: str) -> None:
    assert guess(text.encode(encoding)) == encoding


def test_it_names_encodings_as_people_know_them() -> None:
    assert label("cp1251") == "Windows-1251 (Cyrillic)"
    assert label("tis_620") == "tis_620"
