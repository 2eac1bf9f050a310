"""What makes the clipper's host known to a browser: a small JSON file for the user, on Windows a key besides.

Where each browser looks is stated by its makers (Chromium: "Native messaging"; Mozilla: "Native manifests").
The file names a program without arguments, so a small launcher stands beside it.
"""

from __future__ import annotations

import contextlib
import json
import os
import shlex
import stat
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing import user_folders
from briefing.errors import NotFound, StorageError

HOST_NAME = "org.briefing_desk.clipper"
CHROMIUM_ID = "ppjakfandpllpiflanmkcppjmjcfhnfl"  # follows from "key" in clipper/extension/manifest.json
FIREFOX_ID = "clipper@briefing-desk.org"


@dataclass(frozen=True, slots=True)
class Browser:
    """One browser: where it looks for hosts. `linux` is below the user's configuration, or with "~/" below
    the home; `macos` below Application Support; `windows` is a key of the current user.
    """

    name: str
    title: str
    linux: str
    macos: str
    windows: str
    firefox: bool = False


BROWSERS: tuple[Browser, ...] = (
    Browser(
        "chromium", "Chromium", "chromium/NativeMessagingHosts", "Chromium/NativeMessagingHosts",
        r"Software\Chromium\NativeMessagingHosts",
    ),
    Browser(
        "chrome", "Google Chrome", "google-chrome/NativeMessagingHosts",
        "Google/Chrome/NativeMessagingHosts", r"Software\Google\Chrome\NativeMessagingHosts",
    ),
    Browser(
        "edge", "Microsoft Edge", "microsoft-edge/NativeMessagingHosts",
        "Microsoft Edge/NativeMessagingHosts", r"Software\Microsoft\Edge\NativeMessagingHosts",
    ),
    Browser(
        "firefox", "Firefox", "~/.mozilla/native-messaging-hosts", "Mozilla/NativeMessagingHosts",
        r"Software\Mozilla\NativeMessagingHosts", firefox=True,
    ),
)  # fmt: skip


def browser(name: str) -> Browser:
    """Return the browser of this name. Raises NotFound with the known ones."""
    for known in BROWSERS:
        if known.name == name:
            return known
    names = ", ".join(known.name for known in BROWSERS)
    raise NotFound(f"There is no browser “{name}” here.", f"Use one of: {names}.")


def install(which: Browser, command: Sequence[str] | None = None) -> Path:
    """Make the host known to a browser, for this user, and return the file that does it.

    `command` starts the host; None: this program. Raises StorageError.
    """
    target = manifest_path(which)
    try:
        launcher = _write_launcher(command or _this_program())
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(json.dumps(manifest(which, launcher), indent=2) + "\n", encoding="utf-8")
        if sys.platform == "win32":
            _register(which, target)
    except OSError as error:
        raise _refused(which, error) from error
    return target


def uninstall(which: Browser) -> bool:
    """Take back what `install` wrote for a browser; return whether there was any. Raises StorageError."""
    target = manifest_path(which)
    there = target.exists()
    try:
        target.unlink(missing_ok=True)
        if sys.platform == "win32":
            _register(which, None)
        if not any(manifest_path(other).exists() for other in BROWSERS):
            _launcher().unlink(missing_ok=True)
    except OSError as error:
        raise _refused(which, error) from error
    return there


def manifest(which: Browser, launcher: Path) -> dict[str, object]:
    """Return what the browser is to know of the host, and who alone may start it."""
    allowed = (
        {"allowed_extensions": [FIREFOX_ID]}
        if which.firefox
        else {"allowed_origins": [f"chrome-extension://{CHROMIUM_ID}/"]}
    )
    return {
        "name": HOST_NAME,
        "description": "Takes clipped pages for Briefing Desk",
        "path": str(launcher),
        "type": "stdio",
        **allowed,
    }


def manifest_path(which: Browser) -> Path:
    """Return where the file for a browser lies on this system."""
    name = f"{HOST_NAME}.json"
    if sys.platform == "win32":
        return user_folders.data_dir() / "clipper" / which.name / name
    if sys.platform == "darwin":
        return user_folders.expanded("~/Library/Application Support") / which.macos / name
    if which.linux.startswith("~/"):
        return user_folders.expanded(which.linux) / name
    return user_folders.expanded(os.environ.get("XDG_CONFIG_HOME") or "~/.config") / which.linux / name


def _launcher() -> Path:
    return user_folders.data_dir() / "clipper" / ("host.bat" if sys.platform == "win32" else "host")


def _write_launcher(command: Sequence[str]) -> Path:
    """Write the program that a browser starts; what the browser passes to it is not wanted."""
    path = _launcher()
    words = [*command, "clip", "--host"]
    home = os.environ.get(user_folders.HOME_VARIABLE, "")
    variable = user_folders.HOME_VARIABLE
    if sys.platform == "win32":
        moved = f'@set "{variable}={home}"\r\n' if home else ""
        text = f"@echo off\r\n{moved}{subprocess.list2cmdline(words)}\r\n"
    else:
        moved = f"{variable}={shlex.quote(home)} export {variable}\n" if home else ""
        text = f"#!/bin/sh\n{moved}exec {shlex.join(words)}\n"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
    if sys.platform != "win32":
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def _this_program() -> tuple[str, ...]:
    """Return the command that starts this program again, from wherever the browser stands."""
    if getattr(sys, "frozen", False):
        return (sys.executable,)
    import briefing

    main = user_folders.resolved(briefing.__file__).parent.parent / "main.py"
    if main.exists():
        return (sys.executable, str(main))
    return (sys.executable, "-m", "briefing.cli")


def _register(which: Browser, target: Path | None) -> None:
    """Write or remove the key by which Windows' browsers find the file."""
    if sys.platform == "win32":
        import winreg

        key = f"{which.windows}\\{HOST_NAME}"
        if target is None:
            with contextlib.suppress(FileNotFoundError):
                winreg.DeleteKey(winreg.HKEY_CURRENT_USER, key)
        else:
            winreg.SetValue(winreg.HKEY_CURRENT_USER, key, winreg.REG_SZ, str(target))


def _refused(which: Browser, error: OSError) -> StorageError:
    return StorageError(
        f"{which.title} could not be set up ({error.strerror or error}).",
        "Check that its folder may be written to.",
    )
