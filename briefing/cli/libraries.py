"""Which package of the system brings a library that the window needs and that is not there (Linux)."""

from __future__ import annotations

import re

# The library by the beginning of its file's name: the package on Debian and Ubuntu, and on Fedora. Qt's page
# on the requirements of X11 lists them; wheels of Qt bring none of these along.
PACKAGES: tuple[tuple[str, str, str], ...] = (
    ("libxcb-cursor", "libxcb-cursor0", "xcb-util-cursor"),
    ("libxcb-icccm", "libxcb-icccm4", "xcb-util-wm"),
    ("libxcb-image", "libxcb-image0", "xcb-util-image"),
    ("libxcb-keysyms", "libxcb-keysyms1", "xcb-util-keysyms"),
    ("libxcb-render-util", "libxcb-render-util0", "xcb-util-renderutil"),
    ("libxcb-randr", "libxcb-randr0", "libxcb"),
    ("libxcb-render", "libxcb-render0", "libxcb"),
    ("libxcb-shape", "libxcb-shape0", "libxcb"),
    ("libxcb-shm", "libxcb-shm0", "libxcb"),
    ("libxcb-sync", "libxcb-sync1", "libxcb"),
    ("libxcb-xfixes", "libxcb-xfixes0", "libxcb"),
    ("libxcb-xinerama", "libxcb-xinerama0", "libxcb"),
    ("libxcb-xkb", "libxcb-xkb1", "libxcb"),
    ("libxcb.", "libxcb1", "libxcb"),
    ("libxkbcommon-x11", "libxkbcommon-x11-0", "libxkbcommon-x11"),
    ("libxkbcommon", "libxkbcommon0", "libxkbcommon"),
    ("libX11-xcb", "libx11-xcb1", "libX11-xcb"),
    ("libX11", "libx11-6", "libX11"),
    ("libSM", "libsm6", "libSM"),
    ("libICE", "libice6", "libICE"),
    ("libEGL", "libegl1", "libglvnd-egl"),
    ("libGL", "libgl1", "libglvnd-glx"),
    ("libdbus-1", "libdbus-1-3", "dbus-libs"),
    ("libfontconfig", "libfontconfig1", "fontconfig"),
    ("libfreetype", "libfreetype6", "freetype"),
    ("libglib-2", "libglib2.0-0", "glib2"),
    ("libwayland-cursor", "libwayland-cursor0", "libwayland-cursor"),
    ("libwayland-egl", "libwayland-egl1", "libwayland-egl"),
    ("libwayland-client", "libwayland-client0", "libwayland-client"),
)
_LIBRARY = re.compile(r"lib[\w+.-]*?\.so[\w.]*")


def library_in(message: str) -> str:
    """Return the file's name of the library that a message of the system's loader is about; "" where none
    is.
    """
    found = _LIBRARY.search(message)
    return found.group() if found else ""


def advice(library: str) -> str:
    """Return what to do about a missing library: the package that brings it, where it is one of the table."""
    for beginning, debian, fedora in PACKAGES:
        if library.startswith(beginning):
            return (
                f"Install {debian} (Debian, Ubuntu) or {fedora} (Fedora) with the system's package manager."
            )
    return "Install the package that brings it with the system's package manager."
