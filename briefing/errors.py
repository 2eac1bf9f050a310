"""The errors that are shown to a person: what happened, why, and what to do.

Anything else that is raised is a fault of the program and is reported as one.
"""

from __future__ import annotations

from typing import Literal, get_args

# What code decides by; texts are for people, and are never compared. "password": the file opens with one;
# "worker": the process that reads files did not get through it; "template": a template for Word cannot be
# used; "several": the words stand there more than once.
Reason = Literal["", "password", "worker", "template", "several", "scan"]
REASONS: tuple[Reason, ...] = get_args(Reason)


class BriefingError(Exception):
    """The world's fault, not ours. `str()` is the message: what and why; `hint` is what to do.

    `reason` is what code decides by, where it has to distinguish this error from others of its class.
    """

    def __init__(self, message: str, hint: str = "", reason: Reason = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.reason: Reason = reason

    def line(self) -> str:
        """Message and hint on one line, as the command line prints it."""
        return f"{self.message} {self.hint}".strip().replace("\n", " ")


class NotFound(BriefingError):
    """An id, a quote or a template that is not there."""


class Refused(BriefingError):
    """An edit that would break a rule of the brief; nothing was changed."""


class BadInput(BriefingError):
    """Input from outside (a file, a paste, a field) that cannot be used."""


class NeedsPassword(BadInput):
    """A file that opens with a password only, which was not given or is not the right one."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message, hint, "password")


class StorageError(BriefingError):
    """The brief file cannot be opened, read or written; nothing was changed."""


class Locked(StorageError):
    """Another window or program holds the brief file."""


class Damaged(StorageError):
    """The brief file fails its own checks and was not touched."""


class TooNew(StorageError):
    """The brief file was written by a newer version of this program."""


class CheckFailed(BriefingError):
    """A check that guards an act (export, verify) failed."""
