"""The guess of an encoding over words of several languages."""

from __future__ import annotations

import time

import pytest

from briefing.importing.encoding.charsets import guess, label
from briefing.importing.encoding.decode import decode


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


# Three sentences of a report each, in the encodings that its country kept files in.
_REPORTS = {
    "The minister’s “pause” – the third – cost €40 million. It’s “no end… yet”. Naïve hopes, he said.": (
        "cp1252",
    ),
    "Le président a été reçu après des négociations très difficiles. Les députés ont rejeté le budget "
    "présenté en décembre. Où ira la région ?": ("cp1252", "latin-1", "iso8859_15", "cp850", "cp437",
        "mac_roman"),
    "Rozmowy zostaną wznowione w przyszłym tygodniu. Według policji część mieszkańców opuściła miasto. "
    "Środki będą dostępne później.": ("cp1250", "iso8859_2", "cp852", "mac_latin2"),
    "Görüşmelerin yeniden başlayacağını açıkladı. Çok sayıda kişi yaralandı. Bazıları şehri terk etti.": (
        "cp1254", "iso8859_9", "cp857", "mac_turkish",
    ),
    "Переговоры о переправе начнутся в понедельник. Министр сообщил, что паром возобновит работу. "
    "Ещё шестеро жителей остаются в больнице.": ("cp1251", "koi8_r", "iso8859_5", "cp866", "mac_cyrillic"),
    "Міністр повідомив про переговори в Києві. Кілька людей зазнали поранень. Її стан тяжкий.": (
        "cp1251", "koi8_u", "iso8859_5", "mac_cyrillic",
    ),
    "قال الوزير إن المحادثات ستستأنف. وأضافت الشرطة أن عددا من السكان أصيبوا. وارتفعت الأسعار.": (
        "cp1256", "iso8859_6",
    ),
    "Οι συνομιλίες θα συνεχιστούν. Αρκετοί άνθρωποι τραυματίστηκαν. Οι τιμές αυξήθηκαν σε όλη τη χώρα.": (
        "cp1253", "iso8859_7", "cp737",
    ),
    "השיחות יתחדשו בשבוע הבא. נפצעו כמה אנשים וחלק מהתושבים עזבו. המחירים עלו בכל הארץ.": (
        "cp1255", "iso8859_8", "cp862",
    ),
    "Derybos bus atnaujintos kitą savaitę. Keli žmonės buvo sužeisti. Įmonės nedirba, keliai uždaryti.": (
        "cp1257", "iso8859_13",
    ),
    "外務大臣は、協議が来週再開されると発表した。住民がけがをした。価格は全国で上がっている。": (
        "shift_jis", "euc_jp", "iso2022_jp", "utf-16-le",
    ),
    "外交部长表示，谈判将于下周恢复。据警方称，多人受伤。全国的燃料价格都在上涨。": ("gb18030", "utf-16-be"),
    "外交部長表示，談判將於下週恢復。據警方稱，多人受傷。全國的燃料價格都在上漲。": ("big5", "utf-16-le"),
    "◇ 환경부(環境部)는 6일 수문(水門) 점검을 다음 주에 다시 시작한다고 밝혔다. ▲ 주민 12명 ○ 귀가. "
    "㈜한강 측은 “이상 없다”고 했다.": (
        "euc_kr", "cp949", "utf-16-le",
    ),
    "北, 南측에 회담 제의… 美·日 “환영”. 정부 당국자는 “北측의 의도를 분석 중”이라고 말했다.": ("euc_kr",),
    "■ 수문 점검 일정 ① 남문 ② 북문 ※ 예산 3,000억원, KBS는 A씨의 말을 전했다.": ("euc_kr",),
    "รัฐมนตรีกล่าวว่าการเจรจาจะเริ่มต้นใหม่ในสัปดาห์หน้า ตำรวจระบุว่ามีผู้ได้รับบาดเจ็บหลายคน": (
        "cp874", "tis_620", "iso8859_11",
    ),
    "แถลงข่าว 13 มีนาคม 2563 ผู้ว่าฯ เปิดเผยว่า น้ำท่วม 12 จังหวัด ประชาชน 4,000 คน (BBC)": ("cp874", "tis_620"),
    "외교부 장관은 협상이 다음 주에 재개될 것이라고 밝혔다. 주민은 도시를 떠났다.": ("euc_kr", "utf-16-be"),
}  # fmt: skip


@pytest.mark.parametrize("report", _REPORTS)
def test_three_sentences_come_out_right_and_flagged_as_a_guess(report: str) -> None:
    read = {encoding: decode(report.encode(encoding)) for encoding in _REPORTS[report]}
    assert {encoding: got.text for encoding, got in read.items() if got.text != report} == {}
    assert all(got.guessed and got.notices for got in read.values())


@pytest.mark.parametrize("text", ["한국 경제", "서울", "ข่าวด่วนวันนี้", "การประชุมสภา"])
def test_a_word_or_two_are_enough(text: str) -> None:
    name = "cp874" if text[0] < "\u1000" else "cp949"
    assert guess(text.encode(name)) == name


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(report, names[0]) for report, names in _REPORTS.items() if names[0] in ("euc_kr", "cp874", "gb18030")],
)
def test_a_byte_of_damage_does_not_change_the_guess(text: str, encoding: str) -> None:
    data = (text * 10).encode(encoding)
    broken = data[: len(data) // 2] + b"\xff" + data[len(data) // 2 :]
    assert decode(broken).encoding == {"euc_kr": "cp949"}.get(encoding, encoding)


def test_a_guess_that_damages_characters_is_refused() -> None:
    data = bytes(range(0xE0, 0x100)) * 40 + "слово за слово".encode("cp1251")
    assert "\ufffd" not in decode(data).text


@pytest.mark.parametrize(
    "unit", [b"\xe9", b"\xb0\xa1", b"\xa1", b"\xff\xfe", bytes(range(0x80, 0x100)), b"a\xe9b "]
)
def test_a_guess_takes_bounded_work(unit: bytes) -> None:
    before = time.process_time()
    guess(unit * (10_000_000 // len(unit)))
    assert time.process_time() - before < 2
