"""Authors are stated, never invented: one rule for all formats."""

from __future__ import annotations

import pytest

from briefing.importing.common.authors import first_last, is_stated_name, split_names, stated_authors
from briefing.importing.common.parsed import Hints
from tests.briefing.importing.corpus import docx_made as docx
from tests.briefing.importing.corpus.pdf_maker import Sheet, pdf
from tests.briefing.importing.corpus.rtf_cases import rtf
from tests.briefing.importing.formats import reader_of
from tests.work import calls

# What is stated, the language of the page, and who that is.
STATED = [
    ("Jane Roe", "", ("Jane Roe",)),
    ("Jane Roe, Bo Dan and Ali Kaya", "", ("Jane Roe", "Bo Dan", "Ali Kaya")),
    ("Jane Roe; Bo Dan | Ali Kaya & Mo Lee", "", ("Jane Roe", "Bo Dan", "Ali Kaya", "Mo Lee")),
    ("Anna Kern und Jo Blum", "de", ("Anna Kern", "Jo Blum")),
    ("Anna Kern und Jo Blum", "", ("Anna Kern", "Jo Blum")),
    ("Anna Kern und Jo Blum", "en", ("Anna Kern", "Jo Blum")),
    ("Kern et al.", "en", ("Kern et al.",)),
    ("Luc Roche et Zoé Petit", "fr-FR", ("Luc Roche", "Zoé Petit")),
    ("Ana Ruiz y Eva Gil", "es", ("Ana Ruiz", "Eva Gil")),
    ("José Ortega y Gasset", "es", ("José Ortega y Gasset",)),
    ("Ana Ruiz y Eva Gil", "en", ("Ana Ruiz y Eva Gil",)),
    ("Ana Reis e Eva Luz", "pt", ("Ana Reis", "Eva Luz")),
    ("Ida Bo i Jan Lis", "pl", ("Ida Bo", "Jan Lis")),
    ("Ali Kaya ve Ece Su", "tr", ("Ali Kaya", "Ece Su")),
    ("Иван Ким и Ольга Лим", "ru", ("Иван Ким", "Ольга Лим")),
    ("Іван Кім та Ольга Лім", "uk", ("Іван Кім", "Ольга Лім")),
    ("王小明和李大山", "zh", ("王小明", "李大山")),
    ("王小明、李大山", "zh", ("王小明", "李大山")),
    ("Lind, Marta", "", ("Marta Lind",)),
    ("van der Berg, Jan", "", ("Jan van der Berg",)),
    ("Roe, J. B.", "", ("J. B. Roe",)),
    ("Roe, Jane; Dan, Bo", "", ("Jane Roe", "Bo Dan")),
    ("Roe, Jane and Dan, Bo", "", ("Jane Roe", "Bo Dan")),
    ("Roe, J., Dan, B.", "", ("J. Roe", "B. Dan")),
    ("Jane Roe, Reuters", "", ("Jane Roe",)),
    ("Jane Roe, Northern Wire", "", ("Jane Roe",)),
    ("The Daily Post and Jane Roe", "", ("Jane Roe",)),
    ("Northern Wire", "", ("Northern Wire",)),
    ("February 25, 2021", "", ()),
    ("25. Februar 2021", "de", ()),
    ("2021-02-25", "", ()),
    ("Monday", "", ()),
    ("12:40", "", ()),
    ("post.example.com", "", ()),
    ("www.post.example", "", ()),
    ("https://post.example/jane", "", ()),
    ("jane@post.example", "", ()),
    ("Jane Roe <jane@post.example>", "", ("Jane Roe",)),
    ("jane@post.example (Jane Roe)", "", ("Jane Roe",)),
    ("W:CAR:MP:FP", "", ()),
    ("RPT/2024-17", "", ()),
    ("AB_CD", "", ()),
    ("J.R.R. Tolk", "", ("J.R.R. Tolk",)),
    ("MARTA LIND", "", ("MARTA LIND",)),
    ("M. O'Neil-Smythe III", "", ("M. O'Neil-Smythe III",)),
    ("---", "", ()),
    ("", "", ()),
]


@pytest.mark.parametrize(("stated", "language", "names"), STATED, ids=range(len(STATED)))
def test_authors_are_the_people_that_are_stated(stated: str, language: str, names: tuple[str, ...]) -> None:
    assert stated_authors([stated], language) == names


@pytest.mark.parametrize(
    ("stated", "names"),
    [
        ("Alvarez-Lind, Marta", ("Marta Alvarez-Lind",)),
        ("Lind, Marta Anna", ("Marta Anna Lind",)),
        ("Alvarez Lind, Marta", ("Alvarez Lind, Marta",)),
        ("King, Martin L., Jr.", ("Martin L. King Jr.",)),
        ("Marta Lind, Bo Dan", ("Marta Lind", "Bo Dan")),
    ],
)
def test_in_properties_a_single_comma_stands_in_one_name(stated: str, names: tuple[str, ...]) -> None:
    assert stated_authors([stated], inverted=True) == names


def test_the_publisher_is_no_author_where_a_person_is_named() -> None:
    assert stated_authors(["Jane Roe", "Aurora"], publisher="Aurora") == ("Jane Roe",)
    assert stated_authors(["Aurora"], publisher="Aurora") == ("Aurora",)


def test_names_are_turned_and_parted() -> None:
    assert first_last("Roe, Jane, Jr.") == "Jane Roe Jr."
    assert split_names("Jane Roe, Bo Dan and Ali Kaya") == ("Jane Roe", "Bo Dan", "Ali Kaya")
    assert not is_stated_name("x" * 300)


@pytest.mark.parametrize("piece", ["a and ", "a,", "<a@b>", "a;", "A:", "(", "1.", "van der ", "a@", "www."])
def test_a_statement_of_any_length_costs_little(piece: str) -> None:
    assert calls(lambda: stated_authors([piece * 200_000], "de")) < 200_000


_BODY = "The board met in the old customs house and heard four witnesses."
_NOTICE = "The author was taken from the file’s properties"


def _made_pdf(author: str) -> bytes:
    sheet = Sheet()
    sheet.lines(60, 700, [_BODY, "Nobody else came."])
    return pdf([sheet], info=f"/Author({author})/CreationDate(D:20310503120000Z)")


def _made_word(author: str) -> bytes:
    core = docx.core(f"<dc:creator>{author}</dc:creator>")
    return docx.document(docx.p(_BODY), core=core)


def _made_rtf(author: str) -> bytes:
    both = rf"{{\\info{{\\author {author}}}{{\\author Registry 2}}}}".replace("\\\\", "\\")
    return rtf(both.encode() + _BODY.encode())


@pytest.mark.parametrize(("kind", "made"), [("pdf", _made_pdf), ("docx", _made_word), ("rtf", _made_rtf)])
def test_documents_say_where_the_name_is_from_and_that_it_is_to_be_checked(kind: str, made: object) -> None:
    shown = reader_of(kind)(made("Alvarez-Lind, Marta"), Hints())  # type: ignore[operator]
    assert shown.authors == ("Marta Alvarez-Lind",)
    (notice,) = (one for one in shown.notices if one.startswith(_NOTICE))
    assert notice.endswith("; check the name.")
    assert ("made on 2031-05-03" in notice) is (kind == "pdf")
    for none in ("W:CAR:MP:FP", "post.example.com", "3 May 2031", "user"):
        shown = reader_of(kind)(made(none), Hints())  # type: ignore[operator]
        assert shown.authors == ()
        assert not any(one.startswith(_NOTICE) for one in shown.notices)


def test_a_date_in_a_byline_is_no_author() -> None:
    page = (
        "<html lang=en><body><article><h1>Talks resume</h1><div class=byline>February 25, 2021</div>"
        f"<p>{_BODY} {_BODY}</p><p>{_BODY} Nobody wrote it down.</p></article></body></html>"
    )
    assert reader_of("html")(page.encode(), Hints()).authors == ()
