"""What the window remembers between runs, in one INI file. Nothing of a brief's content is in it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

RECENT_LIMIT = 12
SCALES = (100, 110, 125, 150, 175, 200)
"""Sizes of the text in per cent of the system's."""


class Settings:
    """Typed access to the settings file; `path` None is the user's own (the platform's place for it)."""

    def __init__(self, path: Path | None = None) -> None:
        if path is None:
            scope = QSettings.Scope.UserScope
            self._store = QSettings(QSettings.Format.IniFormat, scope, "Briefing Desk", "briefing-desk")
        else:
            self._store = QSettings(str(path), QSettings.Format.IniFormat)

    def sync(self) -> None:
        """Write to disk now."""
        self._store.sync()

    def recent(self) -> tuple[str, ...]:
        """Return the paths of briefs opened last, newest first. Files that are gone are left in."""
        count = self._int("recent/size", 0, 0, RECENT_LIMIT)
        found = (self._text(f"recent/{i}") for i in range(count))
        return tuple(path for path in found if path)

    def add_recent(self, path: str) -> None:
        """Put a brief at the top of the recent ones."""
        self._set_recent((path, *(p for p in self.recent() if p != path)))

    def drop_recent(self, path: str) -> None:
        """Forget a brief among the recent ones."""
        self._set_recent(tuple(p for p in self.recent() if p != path))

    def _set_recent(self, paths: tuple[str, ...]) -> None:
        self._store.remove("recent")
        self._store.setValue("recent/size", min(len(paths), RECENT_LIMIT))
        for i, path in enumerate(paths[:RECENT_LIMIT]):
            self._store.setValue(f"recent/{i}", path)

    def state(self, name: str) -> QByteArray:
        """Return a saved state ("geometry", "window", "splitter…"), empty when there is none."""
        value = self._store.value(f"state/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_state(self, name: str, value: QByteArray) -> None:
        """Keep a state under a name."""
        self._store.setValue(f"state/{name}", value)

    @property
    def theme(self) -> str:
        """ "system", "light" or "dark"."""
        value = self._text("view/theme")
        return value if value in ("light", "dark") else "system"

    @theme.setter
    def theme(self, mode: str) -> None:
        self._store.setValue("view/theme", mode)

    @property
    def scale(self) -> int:
        """The size of text, one of SCALES."""
        value = self._int("view/scale", 100, SCALES[0], SCALES[-1])
        return min(SCALES, key=lambda s: abs(s - value))

    @scale.setter
    def scale(self, per_cent: int) -> None:
        self._store.setValue("view/scale", per_cent)

    @property
    def serif(self) -> bool:
        """Whether articles are read in a serif face."""
        return self._text("view/serif") != "false"

    @serif.setter
    def serif(self, on: bool) -> None:
        self._store.setValue("view/serif", "true" if on else "false")

    @property
    def author(self) -> str:
        """The name put into new briefs."""
        return self._text("person/author")

    @author.setter
    def author(self, name: str) -> None:
        self._store.setValue("person/author", name)

    @property
    def folder(self) -> str:
        """The folder used last, "" at first."""
        return self._text("person/folder")

    @folder.setter
    def folder(self, path: str) -> None:
        self._store.setValue("person/folder", path)

    def last_export(self, brief_id: str) -> tuple[str, str]:
        """Return the format and the path of a brief's last export; two empty texts when there is none."""
        return self._text(f"export/{brief_id}/format"), self._text(f"export/{brief_id}/path")

    def set_last_export(self, brief_id: str, form: str, path: str) -> None:
        """Keep where and as what a brief was exported."""
        self._store.setValue(f"export/{brief_id}/format", form)
        self._store.setValue(f"export/{brief_id}/path", path)

    def _text(self, key: str) -> str:
        value = self._store.value(key, "")
        return value if isinstance(value, str) else ""

    def _int(self, key: str, default: int, low: int, high: int) -> int:
        text = str(self._store.value(key, default))
        return max(low, min(high, int(text))) if text.isascii() and text.isdigit() else default
