"""Gives the keys to the window on top, as a window manager would: none runs in the X server of a test."""

from __future__ import annotations

import ctypes
from ctypes import POINTER, byref, c_int, c_uint, c_ulong, c_void_p
from typing import Any, ClassVar

_VIEWABLE, _TO_PARENT, _NOW = 2, 2, 0


class _Attributes(ctypes.Structure):
    """XWindowAttributes of Xlib, up to what is read here."""

    _fields_: ClassVar[list[tuple[str, Any]]] = [
        *((name, c_int) for name in ("x", "y", "width", "height", "border", "depth")),
        ("visual", c_void_p),
        ("root", c_ulong),
        *((name, c_int) for name in ("klass", "bit_gravity", "win_gravity", "backing_store")),
        *((name, c_ulong) for name in ("planes", "pixel")),
        ("save_under", c_int),
        ("colormap", c_ulong),
        *((name, c_int) for name in ("map_installed", "map_state")),
        *((name, ctypes.c_long) for name in ("all_masks", "your_mask", "no_propagate")),
        ("override_redirect", c_int),
        ("screen", c_void_p),
    ]


class TopWindow:
    """A connection to the X server of the environment."""

    def __init__(self) -> None:
        self._x = x = ctypes.CDLL("libX11.so.6")
        x.XOpenDisplay.restype = c_void_p
        x.XDefaultRootWindow.restype = c_ulong
        x.XDefaultRootWindow.argtypes = [c_void_p]
        x.XGetWindowAttributes.argtypes = [c_void_p, c_ulong, POINTER(_Attributes)]
        x.XSetInputFocus.argtypes = [c_void_p, c_ulong, c_int, c_ulong]
        x.XSync.argtypes = [c_void_p, c_int]
        x.XQueryTree.argtypes = [c_void_p, c_ulong, c_void_p, c_void_p, c_void_p, c_void_p]
        x.XFree.argtypes = [c_void_p]
        self._display = x.XOpenDisplay(None)

    def take_keys(self) -> None:
        """Give the keys to the uppermost window that a window manager would know of."""
        root, parent, count = c_ulong(), c_ulong(), c_uint()
        children = POINTER(c_ulong)()
        top = self._x.XDefaultRootWindow(self._display)
        self._x.XQueryTree(self._display, top, byref(root), byref(parent), byref(children), byref(count))
        shown = [window for window in children[: count.value] if self._managed(window)]
        if children:
            self._x.XFree(children)
        if shown:
            self._x.XSetInputFocus(self._display, shown[-1], _TO_PARENT, _NOW)
            self._x.XSync(self._display, 0)

    def _managed(self, window: int) -> bool:
        found = _Attributes()
        self._x.XGetWindowAttributes(self._display, window, byref(found))
        return found.map_state == _VIEWABLE and not found.override_redirect and found.width > 10
