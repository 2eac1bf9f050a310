"""What the callers of `inputs` know of the pipes to its processes: how an exchange can end without an answer."""

from __future__ import annotations

from briefing.outside.pipes import Cancelled, Died, TooMuch, TooSlow

__all__ = ["Cancelled", "Died", "TooMuch", "TooSlow"]
