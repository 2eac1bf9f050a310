"""Whether the system asks for less motion: of Windows Qt knows by itself; Linux is asked here."""

from __future__ import annotations

import sys
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

_PORTAL = (
    "org.freedesktop.portal.Desktop",
    "/org/freedesktop/portal/desktop",
    "org.freedesktop.portal.Settings",
)
_WAIT_MS = 200


@cache
def less_asked() -> bool:
    """Return whether the system asks for less motion, as it did when this was first wanted.

    Windows: its menus are neither slid nor faded. Linux: the desktop's portal says that animations are off.
    """
    if sys.platform == "win32":
        effects = (Qt.UIEffect.UI_AnimateMenu, Qt.UIEffect.UI_FadeMenu)
        return not any(QApplication.isEffectEnabled(effect) for effect in effects)
    return sys.platform.startswith("linux") and _portal_says_off()


def _portal_says_off() -> bool:
    from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage, QDBusVariant

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return False
    question = QDBusMessage.createMethodCall(*_PORTAL, "Read")
    question.setArguments(["org.gnome.desktop.interface", "enable-animations"])
    answer = bus.call(question, QDBus.CallMode.Block, _WAIT_MS)
    values = answer.arguments()
    if answer.type() != QDBusMessage.MessageType.ReplyMessage or not values:
        return False  # no portal, or one that knows nothing of it
    value = values[0]
    while isinstance(value, QDBusVariant):
        value = value.variant()
    return value is False
