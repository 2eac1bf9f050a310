"""The pinned, hashed requirements: write them, check them, or print the part the core needs.

    uv run .ci/requirements.py            check requirements.txt against pyproject.toml (no network)
    uv run .ci/requirements.py --write    resolve again and write the file
    uv run .ci/requirements.py --core     print the pins without Qt

The check does not ask whether a newer release exists: it fails only where the file is wrong.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

from packaging.requirements import InvalidRequirement, Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PINS = ROOT / "requirements.txt"
QT = ("pyside6-essentials", "shiboken6")
HEADER = """\
# What Briefing Desk needs to run, pinned, each file by its hash.
# Install:  uv pip install --require-hashes -r requirements.txt
# Written by:  uv run .ci/requirements.py --write
"""
COMPILE = (
    "pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-annotate"
    " --no-header --no-emit-index-url --no-emit-find-links --no-config --quiet"
)
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


def entries(text: str) -> list[tuple[str, list[str]]]:
    """Return each logical line of a requirements file, comments left out: requirement and options."""
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    joined = "\n".join(lines).replace("\\\n", " ").splitlines()
    return [(line.split(" --", 1)[0].strip(), re.findall(r"--\S+", line)) for line in joined]


def entry_faults(requirement: str, options: list[str]) -> list[str]:
    """Return what is wrong with one pin, in words."""
    try:
        pin = Requirement(requirement)
    except InvalidRequirement:
        return [f"“{requirement}” is no pinned package"]
    specifiers = list(pin.specifier)
    faults = []
    if pin.url or len(specifiers) != 1 or specifiers[0].operator != "==" or "*" in specifiers[0].version:
        faults.append(f"{pin.name} is not pinned to one version")
    if not options:
        faults.append(f"{pin.name} has no hash")
    faults += [f"{pin.name} carries “{o}”, which is no SHA-256" for o in options if not HASH.fullmatch(o)]
    return faults


def faults(text: str, dependencies: list[str]) -> list[str]:
    """Return what is wrong with the file, in words; empty when it is right."""
    found = [fault for requirement, options in entries(text) for fault in entry_faults(requirement, options)]
    if re.search(r"\w+://|(?m:^\s*#.*\w\.(?:org|com|io|net)\b)", text):
        found.append("an address stands in the file")
    if found:
        return found
    pins = {canonicalize_name(r.name): r for r in (Requirement(line) for line, _ in entries(text))}
    for wanted in map(Requirement, dependencies):
        pin = pins.get(canonicalize_name(wanted.name))
        if pin is None:
            found.append(f"{wanted.name} is missing")
        elif next(iter(pin.specifier)).version not in wanted.specifier:
            found.append(f"{pin} is outside {wanted}")
    return found


def compiled() -> str:
    """Return a fresh file. Settings of this machine (other indexes, local wheels) are kept out."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("UV_", "PIP_"))}
    uv = os.environ.get("UV", "uv")
    command = [uv, *COMPILE.split()]
    done = subprocess.run(command, cwd=ROOT, env=clean, stdout=subprocess.PIPE, text=True, check=True)
    return HEADER + done.stdout


def core(text: str) -> str:
    """Return the file without Qt: what the core alone needs."""
    kept = [
        (pin, options) for pin, options in entries(text) if canonicalize_name(Requirement(pin).name) not in QT
    ]
    return "".join(f"{pin} {' '.join(options)}\n" for pin, options in kept)


def main(arguments: list[str]) -> None:
    if arguments == ["--write"]:
        PINS.write_text(compiled(), encoding="utf-8")
    elif arguments == ["--core"]:
        sys.stdout.write(core(PINS.read_text(encoding="utf-8")))
        return
    elif arguments not in ([], ["--check"]):
        sys.exit(__doc__)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    text = PINS.read_text(encoding="utf-8")
    if wrong := faults(text, project["dependencies"]):
        sys.exit("\n".join(f"requirements.txt: {fault}." for fault in wrong))
    sys.stdout.write(f"requirements.txt: {len(entries(text))} packages, each pinned and hashed.\n")


if __name__ == "__main__":
    main(sys.argv[1:])
