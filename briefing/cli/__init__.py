"""The command line: the same functions as the window's, without Qt.

Exit codes: 0 done, 1 a check failed, 2 wrong use or bad input, 70 a fault of the program (EX_SOFTWARE
of sysexits.h), 130 and 141 stopped by Ctrl+C or by a closed pipe, as shells have it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from briefing.cli.printing import tell
from briefing.errors import BriefingError, CheckFailed

DONE, CHECK_FAILED, BAD_INPUT, OUR_FAULT, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 70, 130, 141


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command, or open the window where there is none; return the exit code. Raises nothing."""
    _speak_utf8()
    try:
        code = _run(list(sys.argv[1:] if argv is None else argv))
        sys.stdout.flush()
        return code
    except BriefingError as error:
        tell(error.line())
        return CHECK_FAILED if isinstance(error, CheckFailed) else BAD_INPUT
    except KeyboardInterrupt:
        tell("Stopped. What was done before is kept.")
        return INTERRUPTED
    except BrokenPipeError:
        # The reader has gone (`| head`); Python would complain once more when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except OSError as error:
        place = f" ({error.filename})" if error.filename else ""
        tell(f"The system refused: {error.strerror or error}{place}. Check the place and its free space.")
        return BAD_INPUT
    except SystemExit as done:  # argparse, after --help and --version
        return int(done.code or DONE)
    except Exception:  # noqa: BLE001  the last place where a fault of ours can be recognised and reported
        import traceback

        traceback.print_exc()
        tell(
            "This is a fault of the program, not yours. Please report it with the lines above; see "
            "SECURITY.md."
        )
        return OUR_FAULT


def _run(argv: list[str]) -> int:
    if not argv or argv[0] == "--sample" or argv[0].endswith(".brief"):
        return _show(argv)
    from briefing.cli import parser

    names = {command.name for command in parser.COMMANDS}
    if argv and (argv[0] in names or {"-h", "--help", "--version"}.intersection(argv)):
        args = parser.command_parser().parse_args(argv)
        return int(args.command.run(args))
    return _show(argv)


def _show(argv: list[str]) -> int:
    """Open the window, which should not wait for the commands to be loaded."""
    from briefing.cli.open_window import run_window

    return run_window(argv)


def _speak_utf8() -> None:
    """Texts hold any character; what standard output cannot take is escaped, never an error."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            utf8 = (getattr(stream, "encoding", None) or "").lower().replace("-", "") == "utf8"
            reconfigure(errors="backslashreplace", **({} if utf8 else {"encoding": "utf-8"}))
