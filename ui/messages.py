"""Says things in one window: a bar for a message, a bar for long work."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ui.look.banner import Banners, Choice, ProgressBanner


class Teller:
    """Shows bars in one window: called for a message, `progress` for long work."""

    def __init__(self, banners: Banners) -> None:
        self._banners = banners

    def __call__(
        self, message: str, hint: str = "", kind: str = "warning", choices: Sequence[Choice] = ()
    ) -> None:
        self._banners.tell(message, hint, kind, choices)

    def progress(self, text: str, cancel: Callable[[], None]) -> ProgressBanner:
        """Show a bar with a count and Cancel."""
        return self._banners.progress(text, cancel)
