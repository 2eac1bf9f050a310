"""Opening the window from the command line, and what happens where there is no display."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

from briefing.cli.command import Parser
from briefing.cli.libraries import advice, library_in
from briefing.cli.printing import PROGRAM, tell
from briefing.errors import BriefingError, NotFound
from briefing.exporting import formats
from briefing.user_folders import expanded

# Loaded by its name: nothing in `briefing` imports the window, and the commands work where Qt is not
# installed.
_WINDOW = "ui.app"
# What the sample is exported as where no window can show it.
_LEFT = (formats.WORD, formats.MARKDOWN)


def run_window(argv: list[str]) -> int:
    """Open the window as the arguments say; return its exit code."""
    parser = Parser(prog=PROGRAM, add_help=False, allow_abbrev=False)
    parser.add_argument("brief", nargs="?", default=None)
    parser.add_argument("--sample", action="store_true")
    parser.add_argument("--new-program", action="store_true")
    if argv and not argv[0].startswith("-"):
        _check_brief(argv[0])
    args = parser.parse_args(argv)
    if args.brief is not None and args.sample:
        raise BriefingError("--sample opens the sample, not a brief.", "Give one or the other.")
    if has_display(os.environ, sys.platform):
        return _open(args.brief, args.sample, own=args.new_program)
    if args.sample:
        tell("There is no display here, so the sample brief is built and exported instead of shown.")
        return build_sample(Path.cwd())
    raise BriefingError(
        "There is no display here, so no window can open.",
        "Use the commands (see `briefing --help`), or --sample to build and export the sample.",
    )


def _check_brief(name: str) -> None:
    """Return whether it is a mistyped command, not a brief: it is no file."""
    if expanded(name).exists():
        return
    import difflib

    from briefing.cli.parser import COMMANDS

    near = difflib.get_close_matches(name, [command.name for command in COMMANDS], 1)
    hint = f"Did you mean `{near[0]}`?" if near else "Make one with `new`, or see `briefing --help`."
    raise NotFound(f"There is no brief and no command “{name}”.", hint)


def has_display(environ: Mapping[str, str], platform: str) -> bool:
    """Whether a window can be shown: always on Windows and macOS, elsewhere where a server is named."""
    if platform in ("win32", "cygwin", "darwin"):
        return True
    return any(environ.get(name) for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"))


def _open(brief: str | None, sample: bool, *, own: bool) -> int:
    gc.disable()  # the window turns it on again once it stands: nothing of the start is garbage
    try:
        apart = {"own": True} if own else {}
        return int(import_module(_WINDOW).run(brief, sample, **apart))
    except ImportError as error:
        if not (error.name or "").startswith(("PySide6", "shiboken6")):
            raise
        raise BriefingError(
            f"The window cannot be loaded ({error}).",
            f"{advice(library_in(str(error)))} The commands work without it, see `briefing --help`.",
        ) from error
    finally:
        gc.enable()


def build_sample(folder: Path) -> int:
    """Build the sample in a folder and export it to Word and Markdown, printing the three paths.

    Nothing that is there is overwritten: the first free one of sample, sample-2, sample-3 … is taken.
    """

    from briefing import storage
    from briefing.exporting.request import ExportRequest
    from briefing.tasks import sample
    from briefing.tasks.write_export import publish

    stem = _free_stem(folder)
    path = sample.build(stem.with_suffix(".brief"))
    print(path)
    opened = storage.open_brief(path, read_only=True)
    with opened.store as store:
        for known in _LEFT:
            target = path.with_suffix(known.suffix)
            publish(ExportRequest(opened.brief, picture_of=store.original), store.text, target)
            print(target)
    return 0


def _free_stem(folder: Path) -> Path:
    number = 1
    while True:
        stem = folder / ("sample" if number == 1 else f"sample-{number}")
        if not any(stem.with_suffix(suffix).exists() for suffix in (".brief", *(f.suffix for f in _LEFT))):
            return stem
        number += 1
