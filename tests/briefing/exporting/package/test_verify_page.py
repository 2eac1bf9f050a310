"""The page within a package, in a real browser: the same verdicts as the command line's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.exporting.package.check_package import check
from tests.briefing.exporting.package.altered import ALTERATIONS, files_of, package_of_sample, packed_again
from tests.chromium import PROGRAM, Browser, running, until

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(PROGRAM is None, reason="Chromium is not installed"),
]


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return package_of_sample(tmp_path_factory.mktemp("package"))


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with running(tmp_path_factory.mktemp("browser")) as started:
        yield started


def opened(browser: Browser, package: Path, folder: Path) -> str:
    """Open the page of a package as unpacked, choose the package in it, and wait for its verdict."""
    page = folder / "verify.html"
    page.write_bytes(files_of(package.read_bytes())["verify.html"])
    session = browser.open(page.as_uri())
    root = browser("DOM.getDocument", session)["root"]["nodeId"]
    field = browser("DOM.querySelector", session, nodeId=root, selector="#file")["nodeId"]
    browser("DOM.setFileInputFiles", session, nodeId=field, files=[str(package)])
    until(lambda: browser.value(session, "document.getElementById('verdict') !== null"))
    return session


def verdict(browser: Browser, session: str) -> str:
    return str(browser.value(session, "document.getElementById('verdict').textContent"))


def test_an_untouched_package_holds_and_a_quote_is_lit_in_its_article(
    browser: Browser, package: Path, tmp_path: Path
) -> None:
    session = opened(browser, package, tmp_path)
    said = verdict(browser, session)
    checked = check(package.read_bytes())[0]
    assert "This package holds. 27 of 27 quotes" in said.replace(".27", ". 27")
    assert checked.number in said
    lit = (
        "Array.from(document.querySelectorAll('button.quote'), button => { button.click();"
        "return document.querySelector('mark')?.textContent })"
    )
    assert browser.value(session, lit) == [quote.quote for quote in checked.quotes]


@pytest.mark.parametrize("done", ALTERATIONS)
def test_what_was_altered_is_said(done: str, browser: Browser, package: Path, tmp_path: Path) -> None:
    alter, says = ALTERATIONS[done]
    files = files_of(package.read_bytes())
    alter(files)
    target = tmp_path / "altered.zip"
    target.write_bytes(packed_again(files))
    session = opened(browser, target, tmp_path)
    said = verdict(browser, session)
    assert "does not hold" in said
    assert says in said
    wrong = browser.value(session, "document.querySelector('table').textContent")
    (part,) = [one for one in check(target.read_bytes())[0].files if one.state != "same"]
    assert wrong == part.state + part.path


def test_a_file_that_is_no_package_is_refused(browser: Browser, package: Path, tmp_path: Path) -> None:
    page = opened(browser, package, tmp_path)
    assert "holds" in verdict(browser, page)
    other = tmp_path / "other.zip"
    other.write_bytes(
        packed_again({"a.txt": b"a", "verify.html": files_of(package.read_bytes())["verify.html"]})
    )
    session = opened(browser, other, tmp_path)
    assert "this is no evidence package" in verdict(browser, session)


def test_the_page_loads_nothing_and_speaks_with_nobody(package: Path) -> None:
    page = files_of(package.read_bytes())["verify.html"].decode()
    assert "default-src 'none'" in page
    assert not [
        word
        for word in ("http:", "https:", "fetch(", "XMLHttp", "import(", "src=", "WebSocket")
        if word in page
    ]
