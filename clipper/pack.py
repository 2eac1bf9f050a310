"""Pack the clipper for the stores: one zip file a browser family, the same bytes each time.

    python clipper/pack.py [FOLDER]

Prints the files written. Each store refuses what is only for the other, so it is taken out of its manifest.
"""

from __future__ import annotations

import json
import sys
import zipfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
EXTENSION = HERE / "extension"
FILES = ("background.js", "collect.js", *(f"icons/{size}.png" for size in (16, 32, 48, 128)))
_MADE = (2020, 1, 1, 0, 0, 0)


def manifest_for(family: str) -> dict[str, Any]:
    """Return the manifest of "chromium" or "firefox"."""
    manifest: dict[str, Any] = json.loads((EXTENSION / "manifest.json").read_text(encoding="utf-8"))
    if family == "firefox":
        for name in ("key", "minimum_chrome_version"):
            del manifest[name]
        del manifest["background"]["service_worker"]
    else:
        del manifest["browser_specific_settings"]
        del manifest["background"]["scripts"]
    return manifest


def pack(family: str, folder: Path) -> Path:
    """Write the package of one family into a folder and return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    manifest = manifest_for(family)
    target = folder / f"briefing-desk-clipper-{manifest['version']}-{family}.zip"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        written = {name: (EXTENSION / name).read_bytes() for name in FILES}
        written["manifest.json"] = json.dumps(manifest, indent=2).encode()
        for name, data in sorted(written.items()):
            archive.writestr(zipfile.ZipInfo(name, _MADE), data, zipfile.ZIP_DEFLATED)
    return target


if __name__ == "__main__":
    where = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "dist"
    for each in ("chromium", "firefox"):
        sys.stdout.write(f"{pack(each, where)}\n")
