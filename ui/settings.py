"""What the window remembers between starts: an INI file in the user's data folder."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from briefing import user_folders
from ui.look.theme import MODES, Mode

RECENT = 12


class Settings:
    """A typed view of the settings file. Recent briefs are paths on this machine; nothing leaves it."""

    def __init__(self, path: Path | None = None) -> None:
        file = path or user_folders.data_dir() / "settings.ini"
        self._store = QSettings(str(file), QSettings.Format.IniFormat)

    def _text(self, key: str, default: str = "") -> str:
        value = self._store.value(key, default)
        return value if isinstance(value, str) else default

    def _set(self, key: str, value: object) -> None:
        self._store.setValue(key, value)
        self._store.sync()

    @property
    def recent(self) -> tuple[Path, ...]:
        """The briefs opened last, newest first."""
        value = self._store.value("recent", [])
        paths = [value] if isinstance(value, str) else value if isinstance(value, list) else []
        return tuple(Path(p) for p in paths if isinstance(p, str) and p)

    def add_recent(self, path: Path) -> None:
        """Put a brief first."""
        whole = path.absolute()
        kept = [whole, *(p for p in self.recent if p != whole)][:RECENT]
        self._set("recent", [str(p) for p in kept])

    def forget_recent(self, path: Path) -> None:
        """Take a brief off the list."""
        self._set("recent", [str(p) for p in self.recent if p != path.absolute()])

    def place_in(self, path: Path) -> tuple[str, ...]:
        """Return where a brief was left, as `Places.here` named it; () where that is not known."""
        return next((tuple(place) for known, *place in self._places() if known == str(path.absolute())), ())

    def keep_place(self, path: Path, place: tuple[str, ...]) -> None:
        """Keep where a brief was left; of the briefs opened last, as many as are listed."""
        whole = str(path.absolute())
        others = [known for known in self._places() if known[0] != whole]
        self._set("places", json.dumps([[whole, *place], *others][:RECENT]))

    def _places(self) -> list[list[str]]:
        try:
            kept = json.loads(self._text("places", "[]"))
        except ValueError:
            return []
        rows = kept if isinstance(kept, list) else []
        return [row for row in rows if isinstance(row, list) and row and all(isinstance(x, str) for x in row)]

    @property
    def model_folder(self) -> str:
        """The folder of a sentence-embedding model for suggestions, "" for none."""
        return self._text("model_folder")

    @model_folder.setter
    def model_folder(self, folder: str) -> None:
        self._set("model_folder", folder)

    @property
    def theme(self) -> Mode:
        value = self._text("theme", "system")
        return next((mode for mode in MODES if mode == value), "system")

    @theme.setter
    def theme(self, mode: Mode) -> None:
        self._set("theme", mode)

    @property
    def high_contrast(self) -> bool:
        """Whether the highest contrast is shown even where the system does not ask for it."""
        return self._text("high_contrast") == "yes"

    @high_contrast.setter
    def high_contrast(self, on: bool) -> None:
        self._set("high_contrast", "yes" if on else "")

    @property
    def less_motion(self) -> bool:
        """Whether nothing fades even where the system does not ask for less motion."""
        return self._text("less_motion") == "yes"

    @less_motion.setter
    def less_motion(self, on: bool) -> None:
        self._set("less_motion", "yes" if on else "")

    @property
    def scale(self) -> float:
        """The size of text, 1.0 the normal one, between 0.7 and 2.0."""
        try:
            return min(2.0, max(0.7, float(self._text("scale", "1.0"))))
        except ValueError:
            return 1.0

    @scale.setter
    def scale(self, value: float) -> None:
        self._set("scale", f"{min(2.0, max(0.7, value)):.2f}")

    @property
    def serif(self) -> bool:
        return self._text("serif", "yes") == "yes"

    @serif.setter
    def serif(self, on: bool) -> None:
        self._set("serif", "yes" if on else "no")

    @property
    def tab_sections(self) -> bool:
        """Whether Tab in the brief goes to the next section; else it leaves the brief, as in any form."""
        return self._text("tab_sections", "yes") == "yes"

    @tab_sections.setter
    def tab_sections(self, on: bool) -> None:
        self._set("tab_sections", "yes" if on else "no")

    @property
    def spelling(self) -> bool:
        """Whether words that no dictionary has are marked as they are typed."""
        return self._text("spelling", "yes") == "yes"

    @spelling.setter
    def spelling(self, on: bool) -> None:
        self._set("spelling", "yes" if on else "no")

    @property
    def author(self) -> str:
        return self._text("author")

    @author.setter
    def author(self, name: str) -> None:
        self._set("author", name)

    def last_export(self, brief_id: str) -> str:
        """Return the path of a brief's last export, or ""."""
        return self._text(f"export/{brief_id}")

    def last_was_draft(self, brief_id: str) -> bool:
        """Whether a brief's last export was a draft."""
        return self._text(f"export_draft/{brief_id}") == "yes"

    def set_last_export(self, brief_id: str, path: str, *, draft: bool = False) -> None:
        """Remember where a brief was exported to, and whether as a draft."""
        self._set(f"export/{brief_id}", path)
        self._set(f"export_draft/{brief_id}", "yes" if draft else "")

    def known_folders(self) -> tuple[Path, ...]:
        """Return the folders of recent briefs and of all last exports."""
        exports = [self._text(key) for key in self._store.allKeys() if key.startswith("export/")]
        return tuple(dict.fromkeys(p.parent for p in (*self.recent, *(Path(e) for e in exports if e))))

    def state(self, name: str) -> QByteArray:
        """Return a saved geometry or splitter state; an empty one when there is none."""
        value = self._store.value(f"state/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_state(self, name: str, value: QByteArray) -> None:
        """Save a geometry or splitter state."""
        self._set(f"state/{name}", value)
