"""Packages made of the sample, and packages that somebody has altered since."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from briefing import storage
from briefing.exporting.options import Options
from briefing.exporting.request import ExportRequest
from briefing.tasks import sample
from briefing.tasks.write_export import publish

MADE = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
Files = dict[str, bytes]


def package_of_sample(folder: Path, **options: str) -> Path:
    """Return the package of the sample brief, written into a folder."""
    brief, target = folder / "sample.brief", folder / "sample.zip"
    if not brief.exists():
        sample.build(brief)
    opened = storage.open_brief(brief, read_only=True)
    with opened.store as store:
        request = ExportRequest(opened.brief, Options(**options), made=MADE)  # type: ignore[arg-type]
        publish(request, store.text, target, original_of=store.original)
    return target


def files_of(package: bytes) -> Files:
    """Return the files of a package by their paths."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed_again(files: Files) -> bytes:
    """Return a package of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def article(files: Files) -> str:
    """Return the path of the first article."""
    return min(name for name in files if name.startswith("articles/"))


def _letter(files: Files) -> None:
    quote = json.loads(files["manifest.json"])["quotes"][0]
    path = next(
        s["text"] for s in json.loads(files["manifest.json"])["sources"] if s["id"] == quote["source"]
    )
    text = files[path].decode()
    at = quote["start"] + 1
    files[path] = (text[:at] + ("x" if text[at] != "x" else "y") + text[at + 1 :]).encode()


def _gone(files: Files) -> None:
    del files[article(files)]


def _hash(files: Files) -> None:
    manifest = json.loads(files["manifest.json"])
    digest = manifest["files"][0]["sha256"]
    manifest["files"][0]["sha256"] = ("0" if digest[0] != "0" else "1") + digest[1:]
    files["manifest.json"] = json.dumps(manifest).encode()


def _added(files: Files) -> None:
    files["articles/999-more.txt"] = b"More."


def _document(files: Files) -> None:
    name = json.loads(files["manifest.json"])["document"]
    files[name] += b" "


# What was done to a package, and what is said of it.
ALTERATIONS: dict[str, tuple[Callable[[Files], None], str]] = {
    "one letter of an article": (_letter, "26 of 27 quotes"),
    "an article gone": (_gone, "files"),
    "one digit of a hash": (_hash, "27 of 27 quotes"),
    "a file added": (_added, "27 of 27 quotes"),
    "the brief itself": (_document, "27 of 27 quotes"),
}
