"""The tables of colours: light and dark, each also in high contrast; and the contrast of two colours."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Tokens:
    """Named colours as #RRGGBB. Text tokens reach 4.5:1 on window, surface and surface_2 (WCAG 2.2 AA).

    `edge` is the border of controls: 3:1 on the same grounds and on `hover`. `highlight…` are grounds for
    passages of an article, under `text`; each has its own mark beside the colour. `dim` is the shade behind
    an overlay, with alpha.
    """

    dark: bool
    window: str
    surface: str
    surface_2: str
    hover: str
    line: str
    line_strong: str
    edge: str
    text: str
    text_muted: str
    accent: str
    accent_hover: str
    accent_text: str
    accent_soft: str
    link: str
    ok: str
    warn: str
    warn_soft: str
    error: str
    error_soft: str
    contradict: str
    context: str
    highlight: str
    highlight_strong: str
    highlight_contradict: str
    highlight_context: str
    flash: str
    selection: str
    selection_text: str


LIGHT = Tokens(
    dark=False,
    window="#f5f5f3",
    surface="#ffffff",
    surface_2="#ededea",
    hover="#e8e8e4",
    line="#e1e1dc",
    line_strong="#c4c5c1",
    edge="#7f8288",
    text="#1d1f23",
    text_muted="#5c6068",
    accent="#2f5bd0",
    accent_hover="#264cb3",
    accent_text="#ffffff",
    accent_soft="#e3eafb",
    link="#2a52bd",
    ok="#1b6e40",
    warn="#865400",
    warn_soft="#fcf2da",
    error="#b3261e",
    error_soft="#fce9e7",
    contradict="#94277f",
    context="#3b617f",
    highlight="#fdedb3",
    highlight_strong="#fbd96b",
    highlight_contradict="#f5d6ee",
    highlight_context="#d6e6f4",
    flash="#ffc53d",
    selection="#c9d8fb",
    selection_text="#14161a",
)

DARK = Tokens(
    dark=True,
    window="#1a1b1e",
    surface="#222327",
    surface_2="#2b2d32",
    hover="#32343a",
    line="#34363c",
    line_strong="#4d5058",
    edge="#7c8089",
    text="#e7e7e4",
    text_muted="#a6aab2",
    accent="#8ba9ff",
    accent_hover="#a3bbff",
    accent_text="#10131c",
    accent_soft="#2b3552",
    link="#9db6ff",
    ok="#74cf9b",
    warn="#e6b75f",
    warn_soft="#3a301b",
    error="#ff938a",
    error_soft="#42231f",
    contradict="#eba3db",
    context="#93c0e4",
    highlight="#524518",
    highlight_strong="#6f5a12",
    highlight_contradict="#552a4c",
    highlight_context="#24425a",
    flash="#806200",
    selection="#3a4f86",
    selection_text="#ffffff",
)


HIGH_LIGHT = replace(
    LIGHT,
    window="#ffffff",
    surface_2="#ffffff",
    hover="#dfe6f7",
    line="#000000",
    line_strong="#000000",
    edge="#000000",
    text="#000000",
    text_muted="#262626",
    accent="#0033a0",
    accent_hover="#002478",
    accent_soft="#dbe5ff",
    link="#00279c",
    ok="#004d22",
    warn="#5c3600",
    warn_soft="#fff3d6",
    error="#930007",
    error_soft="#ffe9e8",
    contradict="#70005c",
    context="#0b3a5e",
    selection="#00328f",
    selection_text="#ffffff",
)

HIGH_DARK = replace(
    DARK,
    window="#000000",
    surface="#000000",
    surface_2="#000000",
    hover="#1d2b4f",
    line="#ffffff",
    line_strong="#ffffff",
    edge="#ffffff",
    text="#ffffff",
    text_muted="#e2e2e2",
    accent="#a8c0ff",
    accent_hover="#c4d4ff",
    accent_text="#000000",
    accent_soft="#14234d",
    link="#b4c8ff",
    ok="#8df0b5",
    warn="#ffd37a",
    warn_soft="#2b2000",
    error="#ffb0aa",
    error_soft="#3a0f0c",
    contradict="#ffbdf1",
    context="#b3dbff",
    selection="#bcd0ff",
    selection_text="#000000",
)

TABLES = (LIGHT, DARK, HIGH_LIGHT, HIGH_DARK)


def tokens(dark: bool, high: bool = False) -> Tokens:
    """Return the table of colours for a dark or a light window; `high`: with the highest contrast."""
    if high:
        return HIGH_DARK if dark else HIGH_LIGHT
    return DARK if dark else LIGHT


def of_window(colour: str, dark: bool) -> Tokens:
    """Return the table whose windows have this colour (#rrggbb), else the light or dark one."""
    return next((table for table in TABLES if table.window == colour), tokens(dark))


def luminance(colour: str) -> float:
    """Return the relative luminance of #RRGGBB, 0 to 1 (WCAG 2.2)."""
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def disabled_ink(table: Tokens) -> str:
    """Return the ink of what cannot be used now (WCAG asks no contrast of it)."""
    return "#6f737b" if table.dark else "#9b9ea3"
