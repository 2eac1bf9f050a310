"""Reference files as the common programs write them, and what each record must become."""

from __future__ import annotations

import json
from dataclasses import dataclass

from briefing.importing.common.parsed import Part
from tests.briefing.importing.corpus import Hostile


@dataclass(frozen=True)
class Reference:
    """A file, the records it holds, and a piece of each notice, in order, of which there are no others."""

    id: str
    module: str
    data: bytes
    records: tuple[Part, ...]
    notices: tuple[str, ...] = ()


def _part(title: str, publisher: str = "", authors: tuple[str, ...] = (), published: str = "",
          url: str = "", kind: str = "article", language: str = "", accessed: str = "") -> Part:  # fmt: skip
    return Part("", kind=kind, title=title, publisher=publisher, authors=authors, published=published,
                url=url, language=language, accessed=accessed)  # fmt: skip


_ZOTERO_RIS = """TY  - NEWS
TI  - Bridge closed; nobody hurt
AU  - Smith, Jane Q.
AU  - Kaya, Ali
T2  - Morning Post
AB  - The bridge was closed
on Monday.
DA  - 2026/03/02/
PY  - 2026
UR  - https://post.example/a;jsessionid=1?b=2
Y2  - 2026/03/05/10:00:00
LA  - en-GB
KW  - bridges
KW  - traffic
ER  -\x20

"""

_TAGGED = """%0 Newspaper Article
%T A port closes
for a week
%A Roe, Ann
%A Lind, Bo
%J Harbour Post
%D 2020
%8 March 4
%P 3-4
%U https://post.example/a
%[ May 1, 2020
%X The port was closed.

%0 Report
%T Water: a count
%A World Health Organization,
%I WHO Press
%D 2019
%R 10.1000/xyz
%G English
%K water
counts

%0 Generic
%T Bez tytułu
%D 2021

%0 Generic
%D 2022
"""

_ENDNOTE_RIS = (
    "\r\n\r\nTY  - RPRT\r\nA1  - World Health Organization\r\nT1  - Water: a count\r\nPB  - WHO Press\r\n"
    "Y1  - 2019///spring\r\nDO  - doi:10.1000/xyz(12)3\r\nN1  - Bought.\r\nSP  - 1\r\nEP  - 40\r\nER  - \r\n"
)

_BROKEN_RIS = """TY  - JOUR
TI  - No end here
AU  - Ruiz, Ana, Jr.
JO  - Roads
PY  - 2020
TY  - ELEC
TI  - The second, with a
title on two lines
UR  - https://b.example/2
ER  -
TY  - NEWS
AU  - Nobody
T2  - Untitled Times
ER  -
TY - NEWS
TI - Single blanks
DA - 4 May 2021
ER -
"""

_SHARED_BIB = r"""
@xdata{site, url = {https://roads.example/a}, urldate = {2020-01-02}}
@inproceedings{ruiz, title = {Roads}, author = {Ruiz, Ana}, crossref = {TALKS}, xdata = {site, nowhere}}
@proceedings{talks, title = {Talks of the year}, publisher = {River Institute}, year = 2019, month = may,
  language = {spanish}, crossref = {ruiz}}
"""

_ZOTERO_BIB = r"""
@article{smith_bridge_2026,
	title = {Bridge closed: {Nobody} hurt},
	url = {https://post.example/bridge_closed%20now~x},
	abstract = {The bridge was closed.},
	language = {en-GB},
	urldate = {2026-03-05},
	journal = {Morning Post},
	author = {Smith, Jane Q. and Kaya, Ali},
	month = mar,
	year = {2026},
	note = {Section: News},
	keywords = {bridges, traffic},
	file = {Full Text:/home/me/x.pdf:application/pdf},
}

@misc{noauthor_page_nodate,
	title = {Page \& paper: 50\% of \$5},
	howpublished = {\url{https://page.example/a_b}},
	author = {{World Health Organization}},
}
"""

_JABREF = r"""% Encoding: UTF-8
@String{post = "Morning " # "Post"}

@Article{Goedel1931,
  author    = {G{\"o}del, Kurt and \'{A}lvarez, Jos{\'e} Mar{\'\i}a and {\L}uczak, Rafa{\l} and van der Berg, Jr., Jan and others},
  date      = {2020-05-04/2020-05-06},
  title     = {{\"U}ber r\^ole -- na\"{\i}vet\'e ``x''},
  subtitle  = {Erster Teil},
  journaltitle = post # { Extra},
  doi       = {10.1000/182},
  langid    = {ngerman},
}

@TechReport{rep, author="Jane Doe", title="A {R}eport", institution="Institute of Roads", year=1999, month="12~" # dec}

@Comment{jabref-meta: databaseType:bibtex;}
"""

_TWICE = """@article{a, title={First}, journal={J}}
@article{a, title={Second}, journal={J}}
@book{open, title={Never closed}, year=2001
@online{c, title={Third}, url={http://c.example/}, year={2003}, year={2004}}
@misc{d, author={Nobody}}
"""

_CSL = [
    {
        "id": "a", "type": "article-newspaper", "title": "Bridge <i>closed</i> &amp; shut",
        "container-title": "Morning Post",
        "publisher": "Post Ltd", "issued": {"date-parts": [[2026, 3, 2]]}, "URL": "https://post.example/a",
        "author": [{"family": "Smith", "given": "Jane"}, {"literal": "Agency Desk"},
                   {"family": "Berg", "given": "Jan", "non-dropping-particle": "van den", "suffix": "Jr."}],
        "language": "en-GB", "abstract": "Text.", "page": "3", "accessed": {"date-parts": [[2026, 3, 5]]},
    },
    {"type": "report", "title": "Roads", "publisher": "Ministry", "issued": {"date-parts": [["2020", "5"]]},
        "DOI": "10.1000/AB<1>"},
    {"type": "dataset", "title": "Counts", "issued": {"raw": "4 May 2021"}},
    {"type": "post", "title": "Words", "issued": {"literal": "2022"}, "URL": "javascript:alert(1)"},
]  # fmt: skip

_CROSSREF = {
    "type": "journal-article",
    "title": ["Listed"],
    "container-title": ["Roads"],
    "issued": {"date-parts": [[None]]},
}

_CSL_RECORDS = (
    _part("Bridge closed & shut", "Morning Post", ("Jane Smith", "Agency Desk", "Jan van den Berg Jr."),
          "2026-03-02", "https://post.example/a", language="en-GB", accessed="2026-03-05"),
    _part("Roads", "Ministry", (), "2020-05", "https://doi.org/10.1000/AB<1>", kind="report"),
    _part("Counts", published="2021-05-04", kind="data"),
    _part("Words", published="2022", kind="social"),
)  # fmt: skip

_ACCENTED_RIS = "TY  - NEWS\r\nTI  - “Prix élevé”\r\nAU  - Noël, Zoë\r\nER  - \r\n"
_ACCENTED_BIB = "@article{a, title = {“Prix élevé”}, author = {Noël, Zoë}}"
_ACCENTED = (_part("“Prix élevé”", authors=("Zoë Noël",)),)
_GUESSED = ("encoding is not stated",)

REFERENCES: tuple[Reference, ...] = (
    Reference("a newspaper article from Zotero", "ris", _ZOTERO_RIS.encode(),
              (_part("Bridge closed; nobody hurt", "Morning Post", ("Jane Q. Smith", "Ali Kaya"),
                  "2026-03-02",
                     "https://post.example/a;jsessionid=1?b=2", language="en-GB", accessed="2026-03-05"),),
              ("Left out of the records: abstracts (1), keywords (1).",)),
    Reference("three records as EndNote exports them", "endnote", _TAGGED.encode(),
              (_part("A port closes for a week", "Harbour Post", ("Ann Roe", "Bo Lind"), "2020-03-04",
                     "https://post.example/a", accessed="2020-05-01"),
               _part("Water: a count", "WHO Press", ("World Health Organization",), "2019",
                     "https://doi.org/10.1000/xyz", kind="report", language="en"),
               _part("Bez tytułu", kind="other", published="2021")),
              ("Records that could not be read: 1 (“a record without a title”).",
               "Left out of the records: abstracts (1), keywords (1), volume, issue and pages (1).")),
    Reference("a record with a mark before it", "endnote", b"\xef\xbb\xbf\r\n%0 Web Page\r\n%T Dams\r\n",
              (_part("Dams"),)),
    Reference("a report from EndNote", "ris", _ENDNOTE_RIS.encode(),
              (_part("Water: a count", "WHO Press", ("World Health Organization",), "2019",
                     "https://doi.org/10.1000/xyz(12)3", kind="report"),),
              ("notes (1), volume, issue and pages (1)",)),
    Reference("records without ends, titles or second blanks", "ris", _BROKEN_RIS.encode(),
              (_part("No end here", "Roads", ("Ana Ruiz Jr.",), "2020"),
               _part("The second, with a title on two lines", url="https://b.example/2"),
               _part("Single blanks", published="2021-05-04")),
              ("Records that could not be read: 1 (“Untitled Times”).",)),
    Reference("RIS with a byte order mark", "ris", b"\xef\xbb\xbf" + _ACCENTED_RIS.encode(), _ACCENTED),
    Reference("RIS in windows-1252", "ris", _ACCENTED_RIS.encode("cp1252"), _ACCENTED, _GUESSED),
    Reference("RIS in utf-16", "ris", _ACCENTED_RIS.encode("utf-16"), _ACCENTED),
    Reference("entries from Zotero", "bibtex", _ZOTERO_BIB.encode(),
              (_part("Bridge closed: Nobody hurt", "Morning Post", ("Jane Q. Smith", "Ali Kaya"), "2026-03",
                     "https://post.example/bridge_closed%20now~x", language="en-GB", accessed="2026-03-05"),
               _part("Page & paper: 50% of $5", "", ("World Health Organization",), "",
                   "https://page.example/a_b")),
              ("abstracts (1), attached files (1), keywords (1), notes (1)",)),
    Reference("a library from JabRef", "bibtex", _JABREF.encode(),
              (_part("Über rôle – naïveté “x”: Erster Teil", "Morning Post Extra",
                     ("Kurt Gödel", "José María Álvarez", "Rafał Łuczak", "Jan van der Berg Jr."),
                     "2020-05-04",
                     "https://doi.org/10.1000/182", language="de"),
               _part("A Report", "Institute of Roads", ("Jane Doe",), "1999-12-12", kind="report"))),
    Reference("keys and fields used twice, a brace never closed", "bibtex", _TWICE.encode(),
              (_part("First", "J"), _part("Second", "J"),
               _part("Third", published="2003", url="http://c.example/")),
              ("Records that could not be read: 2 (“@book{open, title={Never closed}, year=2001”, “a record "
                  "without a title”).",)),
    Reference("BibTeX with a byte order mark", "bibtex", b"\xef\xbb\xbf" + _ACCENTED_BIB.encode(), _ACCENTED),
    Reference("BibTeX in windows-1252", "bibtex", _ACCENTED_BIB.encode("cp1252"), _ACCENTED, _GUESSED),
    Reference("a paper in a volume, and fields that several share", "bibtex", _SHARED_BIB.encode(),
              (_part("Roads", "River Institute", ("Ana Ruiz",), "2019-05", "https://roads.example/a",
                  "report", "es", "2020-01-02"),
               _part("Talks of the year", "River Institute", (), "2019-05", kind="report", language="es"))),
    Reference("a year, and the day in another field", "ris",
              b"TY  - NEWS\nTI  - A\nPY  - 2024\nY1  - 2024/03/04/\nER  - \n"
              b"TY  - NEWS\nTI  - B\nPY  - 2024\nY1  - 2023/12/30/\nER  - \n",
              (_part("A", published="2024-03-04"), _part("B", published="2024"))),
    Reference("the references of a document, by an organisation", "csl",
              b'{"references": [{"type": "webpage", "title": "A", "author": [{"name": "Water Office"}]}]}',
              (_part("A", authors=("Water Office",)),)),
    Reference("access dates as notes", "bibtex",
              b"@misc{a, title={A}, note={Accessed: 2024-03-04}}\n"
              b"@misc{b, title={B}, note={[Online; accessed 4-March-2024]}}\n"
              b"@misc{c, title={C}, lastaccessed={March 4, 2024}, note={Accessed by few}}\n",
              (*(_part(title, accessed="2024-03-04") for title in "ABC"),), ("notes (1)",)),
    Reference("braces and words in names", "bibtex",
              b"@article{a, title={T}, author={{Barnes and Noble, Inc.} and Anderson, Andy AND Ludwig van "
              b"Beethoven}}",
              (_part("T", authors=("Barnes and Noble, Inc.", "Andy Anderson", "Ludwig van Beethoven")),)),
    Reference("CSL-JSON", "csl", json.dumps(_CSL).encode(), _CSL_RECORDS,
              ("Left out of the records: abstracts (1), volume, issue and pages (1).",)),
    Reference("CSL-JSON under items, with a byte order mark", "csl",
              b"\xef\xbb\xbf" + json.dumps({"items": _CSL[1:]}, ensure_ascii=False).encode(),
              _CSL_RECORDS[1:]),
    Reference("one CSL item, its fields as lists", "csl", json.dumps(_CROSSREF).encode(),
              (_part("Listed", "Roads", kind="other"),)),
    Reference("CSL-JSON with items that are none", "csl",
              json.dumps([7, None, "words", {"title": 7},
                  {"type": "book", "title": "Kept", "author": [None, {}, "Doe, J."]}]).encode(),
              (_part("Kept", authors=("J. Doe",), kind="other"),),
              ("Records that could not be read: 4 (“7”, “None”, “words”, “a record without a title”).",)),
    Reference("dates that are none", "csl",
              json.dumps([{"type": "webpage", "title": str(i), "issued": issued} for i, issued in enumerate((
                  {"date-parts": [[2026, 13, 40]]}, {"date-parts": [[2026, 2, 30]]}, {"date-parts": []},
                  "2026-02", 7,
                  {"date-parts": [[2026, 1, 2, 3]]}, {"date-parts": [["x"]]}))]).encode(),
              tuple(_part(str(i), published=date) for i,
                  date in enumerate(("2026", "2026-02", "", "2026-02", "", "", "")))),
)  # fmt: skip

_RIS, _BIB, _JSON, _ENW = "a.ris", "a.bib", "a.json", "a.enw"
_NOTHING = "holds no records|can be read|not complete JSON"

HOSTILE: tuple[Hostile, ...] = (
    Hostile("no records", _RIS, lambda: b"words", _NOTHING),
    Hostile("records without end", _RIS, lambda: b"TY  - NEWS\nTI  - a\n" * 20_000),
    Hostile("one long line", _RIS, lambda: b"TY  - NEWS\nTI  - " + b"a" * 10_000_000),
    Hostile("many lines of one field", _RIS, lambda: b"TY  - NEWS\nTI  - a\n" + b"word\n" * 50_000),
    Hostile("many authors", _RIS, lambda: b"TY  - NEWS\nTI  - a\n" + b"AU  - A, B\n" * 50_000),
    Hostile("unknown tags", _RIS, lambda: b"TY  - XXXX\nZ9  - a\nTI  - a\n\xff\xfe\x00\nER  - \n"),
    Hostile("no tags", _ENW, lambda: b"words", _NOTHING),
    Hostile("records of nothing", _ENW, lambda: b"%0 Book\n" * 50_000, _NOTHING),
    Hostile("one long value", _ENW, lambda: b"%0 Book\n%T " + b"a" * 10_000_000),
    Hostile("many lines of one value", _ENW, lambda: b"%0 Book\n%T a\n" + b"word\n" * 200_000),
    Hostile("many editors", _ENW, lambda: b"%0 Book\n%T a\n" + b"%A A, B\n" * 50_000),
    Hostile("no entries", _BIB, lambda: b"@", _NOTHING),
    Hostile("open braces", _BIB, lambda: b"@article{a, title=" + b"{" * 100_000, "nested too deep"),
    Hostile("deep braces", _BIB, lambda: b"@article{a, title=" + b"{" * 5_000 + b"}" * 5_000 + b"}",
        "nested too deep"),
    Hostile("strings of strings", _BIB, lambda: b'@string{s0 = "ha"}' + b"".join(
        f"@string{{s{i} = {' # '.join([f's{i - 1}'] * 10)}}}".encode() for i in range(1,
            12)) + b"@misc{a, title=s11}"),
    Hostile("a string of itself", _BIB, lambda: b"@string{s = s # s}@misc{a, title=s}"),
    Hostile("a command without end", _BIB, lambda: b"@misc{a, title={" + b"\\'" * 2_000 + b"}}"),
    Hostile("commands of TeX", _BIB, lambda: rb"@misc{a, title={\input{/etc/passwd}\def\x{\x\x}\x "
        rb"\write18{ls}}}"),
    Hostile("many openings", _BIB, lambda: b"@a{\n" * 2_000, _NOTHING),
    Hostile("deep JSON", _JSON, lambda: b"[" * 200_000, _NOTHING),
    Hostile("deep objects", _JSON, lambda: b'{"items":' * 200_000, _NOTHING),
    Hostile("a long number", _JSON, lambda: b'[{"title":"a","issued":' + b"9" * 100_000 + b"}]", _NOTHING),
    Hostile("a feed in JSON", _JSON, lambda: b'{"version": "https://jsonfeed.org/version/1.1", "items": '
        b'[{"title": "a"}]}', "JSON feed"),
    Hostile("no list", _JSON, lambda: b'{"items": 7}', _NOTHING),
    Hostile("more records than are taken", _JSON, lambda: json.dumps([{"title": "a"}] * 6_000).encode()),
    Hostile("lone surrogates", _JSON, lambda: b'[{"title":"a\\ud800b","URL":"https://a.example/\\udfff"}]'),
)  # fmt: skip
