"""Says things in one window: a bar for a message, a bar for long work, a word in the status bar."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ui.look import speech
from ui.look.banner import Banner, BannerKind, Banners, Choice, ProgressBanner


class Messages:
    """Shows bars in one window, and words in its status bar."""

    def __init__(self, banners: Banners, say: Callable[[str], None]) -> None:
        self._banners = banners
        self._say = say

    def tell(
        self, message: str, hint: str = "", kind: BannerKind = "warning", choices: Sequence[Choice] = ()
    ) -> Banner:
        """Show a bar and return it: what, why, what to do. Its kind is "info", "warning" or "error"."""
        return self._banners.tell(message, hint, kind, choices)

    def fail(self, message: str, hint: str = "") -> None:
        """Show what could not be done."""
        self._banners.tell(message, hint, "error")

    def say(self, text: str) -> None:
        """Say a word in the status bar, for a while, and to a screen reader."""
        self._say(text)
        self.speak(text)

    def speak(self, text: str, *, urgent: bool = False) -> None:
        """Say to a screen reader what the eye sees elsewhere."""
        speech.say(self._banners.window(), text, urgent=urgent)

    def progress(self, text: str, cancel: Callable[[], object] | None) -> ProgressBanner:
        """Show a bar with a count, and with Cancel where the work can be cancelled."""
        return self._banners.progress(text, cancel)

    def forget_errors(self) -> None:
        """Take away the bars that speak of errors."""
        for bar in self._banners.bars():
            if bar.objectName() == "banner_error":
                bar.close_bar()
