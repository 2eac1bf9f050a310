"""A handed-over file from the disk: parsed in the worker and not here, after the articles, and told of where
it cannot be.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable, Iterator
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from briefing.errors import BadInput
from briefing.exporting import handed_wire
from briefing.exporting.handed_file import Handed
from briefing.exporting.options import PLAIN, Options
from briefing.importing.process.host import Host
from briefing.outside import children
from briefing.outside.pipes import Cancelled
from briefing.tasks.verify_handed import OLDER_LIST, format_of, from_disk, held_against, verify
from tests.briefing.tasks.verify_handed.test_alterations import ARTICLES, exported
from tests.briefing.tasks.verify_handed.test_lists import of_an_older_version

SUFFIXES = (".docx", ".md", ".html")
W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    made.mkdir()
    for name, text in ARTICLES.items():
        (made / name).write_text(text, encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def worker() -> Iterator[Host]:
    with Host() as host:
        yield host


def read_here(suffix: str, data: bytes) -> Handed:
    made: Handed = import_module(format_of(f"x{suffix}").reader).read(data)
    return made


def over_the_wire(suffix: str, data: bytes) -> Any:
    return json.loads(json.dumps(handed_wire.answer(data, format_of(f"x{suffix}").reader)))


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize(
    "options", [PLAIN, Options(annex=True, contents=True, notes="list")], ids=["plain", "annex"]
)
def test_what_comes_over_the_wire_is_what_is_read(suffix: str, options: Options) -> None:
    data = exported(suffix, options)
    assert handed_wire.from_wire(over_the_wire(suffix, data)) == read_here(suffix, data)


def test_the_list_of_an_older_version_comes_over_as_well() -> None:
    data = of_an_older_version().save()
    found = handed_wire.from_wire(over_the_wire(".docx", data))
    assert found == read_here(".docx", data)
    assert OLDER_LIST in {a.state for a in held_against(found, ARTICLES).found}


def test_one_process_parses_all_of_it_and_the_file_last_while_nothing_is_parsed_here(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[str] = []
    asked: list[str] = []
    start, exchange = children.start, Host._exchange

    def counted(*arguments: Any, does: str, **more: Any) -> Any:
        started.append(does)
        return start(*arguments, does=does, **more)

    def noted(host: Host, header: dict[str, Any], *rest: Any) -> Any:
        asked.append(header["module"].rpartition(".")[2])
        return exchange(host, header, *rest)

    def never(data: bytes) -> Handed:
        raise AssertionError("it was parsed in the program's own process")

    monkeypatch.setattr(children, "start", counted)
    monkeypatch.setattr(Host, "_exchange", noted)
    expected = {suffix: verify(f"x{suffix}", exported(suffix), ARTICLES) for suffix in SUFFIXES}
    for suffix in SUFFIXES:
        monkeypatch.setattr(f"{format_of(f'x{suffix}').reader}.read", never)
        (tmp_path / f"x{suffix}").write_bytes(exported(suffix))
        started.clear()
        asked.clear()
        assert from_disk.check(tmp_path / f"x{suffix}", folder).checked == expected[suffix]
        assert started.count("reads files") == 1
        assert asked == ["read_plain"] * len(ARTICLES) + ["handed_wire"]


def with_text(text: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", text)
    return out.getvalue()


def document(inner: str) -> bytes:
    return with_text(f'<w:document xmlns:w="{W_NS}"><w:body>{inner}</w:body></w:document>')


def too_large() -> bytes:
    out = BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package,
        package.open("word/document.xml", "w") as part,
    ):
        for _ in range(65):
            part.write(bytes(1 << 20))
    return out.getvalue()


HOSTILE: tuple[tuple[str, str, Callable[[], bytes], str], ...] = (
    ("no archive", "x.docx", lambda: b"PK no", "damaged or closed by a password"),
    ("another archive", "x.docx", lambda: with_text("").replace(b"document", b"dokument"), "not a Word file"),
    ("a document type", "x.docx", lambda: with_text("<!DOCTYPE x><x/>"), "holds a document type"),
    ("entities", "x.docx", lambda: with_text('<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'),
        "holds a document type"),
    ("inflated", "x.docx", too_large, "too large to be an export"),
    ("nested", "x.docx", lambda: document("<w:sdt>" * 1_500 + "</w:sdt>" * 1_500), "nested deeper"),
    ("nested in HTML", "x.html", lambda: b"<p>" + b"<b>" * 3_000, ""),
    ("no HTML", "x.html", lambda: b"", "not an HTML file"),
    ("no UTF-8", "x.md", lambda: b"\xff\xfe\xff", "not in UTF-8"),
    ("no UTF-8 in HTML", "x.html", lambda: b"<p>\xff", "not in UTF-8"),
    ("a letter by halves", "x.md", lambda: b'---\ntitle: "\\ud800"\n---\n', "makes no sense"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("name", "data", "said"), [row[1:] for row in HOSTILE], ids=[row[0] for row in HOSTILE]
)
def test_a_file_that_cannot_be_read_or_trusted_is_named(
    name: str, data: Callable[[], bytes], said: str, worker: Host
) -> None:
    if not said:  # a browser shows it, and so it is only one without a list
        assert from_disk._parsed(name, format_of(name).reader, data(), worker).left is None
        return
    with pytest.raises(BadInput, match=said) as caught:
        from_disk._parsed(name, format_of(name).reader, data(), worker)
    assert f"“{name}” could not be read" in caught.value.message
    assert "left out" not in f"{caught.value.message} {caught.value.hint}"


@pytest.mark.parametrize(
    ("name", "said"), [("x.pdf", "cannot be checked"), ("gone.docx", "There is no file")]
)
def test_what_is_no_export_is_refused_before_anything_is_started(
    name: str, said: str, tmp_path: Path, folder: Path
) -> None:
    if name != "gone.docx":
        (tmp_path / name).write_bytes(b"%PDF-1.7")
    with pytest.raises(BadInput, match=said):
        from_disk.check(tmp_path / name, folder)


def test_its_reading_ends_at_a_deadline_that_is_told(tmp_path: Path) -> None:
    with (
        Host(seconds=0.0) as host,
        pytest.raises(BadInput, match=r"“x\.md” could not be read.*took longer") as caught,
    ):
        from_disk._parsed("x.md", format_of("x.md").reader, exported(".md"), host)
    assert caught.value.hint == "Is it the right file?"


@pytest.mark.parametrize("looks", [0, 3, 6])
def test_checking_can_be_stopped_at_any_time(looks: int, tmp_path: Path, folder: Path) -> None:
    (tmp_path / "x.html").write_bytes(exported(".html"))
    asked = iter(range(looks))
    with pytest.raises(Cancelled):
        from_disk.check(tmp_path / "x.html", folder, cancelled=lambda: next(asked, None) is None)


def broken(path: tuple[Any, ...], value: Any) -> Any:
    answer = over_the_wire(".docx", of_an_older_version().save())
    at = answer
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    return answer


RUBBISH: tuple[tuple[tuple[Any, ...], Any], ...] = (
    (("quotes",), 3), (("quotes", 0), []), (("quotes", 0, 0), "1"), (("quotes", 0, 1), None),
    (("quotes", 0, 3), 1),
    (("quotes", 0, 1), "\ud800"), (("claims", 0, 3), ["1"]), (("claims", 0, 2), 1 << 50),
    (("shown", 0, 1), 7),
    (("shown", 0, 4), "link"), (("shown", 0, 7), [1]), (("shown", 0), ["text", "Words."]), (("left",), 1),
    (("listed",), []),
    (("listed", 1), "2"), (("listed", 6), "words"), (("damaged",), None), (("marking",), 1),
    (("number",), True),
)  # fmt: skip


@pytest.mark.parametrize(("path", "value"), RUBBISH, ids=ascii)
def test_an_answer_that_makes_no_sense_is_none(path: tuple[Any, ...], value: Any) -> None:
    with pytest.raises((ValueError, TypeError, KeyError, AttributeError)):
        handed_wire.from_wire(broken(path, value))
