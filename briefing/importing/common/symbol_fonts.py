"""The characters that fonts of signs show (Symbol, Wingdings), whose codes are none of Unicode's."""

from __future__ import annotations

UNKNOWN_SYMBOL = "□"
NOT_SHOWN = f"Symbols without a character of their own, shown as {UNKNOWN_SYMBOL}"
_SYMBOL = dict(
    zip(
        range(0x41, 0x7B),
        "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ",
        strict=True,
    )
) | {
    0xA0: "€", 0xA2: "′", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓",
    0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡",
    0xBB: "≈", 0xBC: "…", 0xC7: "∩", 0xC8: "∪", 0xCE: "∈", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xD6: "√",
    0xE2: "®", 0xE3: "©", 0xE4: "™", 0xE5: "∑", 0xF2: "∫",
}  # fmt: skip
_WINGDINGS = {
    0x22: "✂", 0x28: "☎", 0x29: "✆", 0x2A: "✉", 0x46: "☞", 0x4A: "☺", 0x4C: "☹", 0x6C: "●", 0x6E: "■",
    0x6F: "□", 0x71: "❑", 0x75: "◆", 0x76: "❖", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢", 0xDF: "←", 0xE0: "→",
    0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip


def symbol(font: str, code: str) -> str:
    """Return the character that `code` (hex) shows in a font; UNKNOWN_SYMBOL for a glyph without one."""
    try:
        number = int(code, 16)
    except ValueError:
        return UNKNOWN_SYMBOL
    low = number - 0xF000 if 0xF000 <= number <= 0xF0FF else number
    family = font.strip().lower()
    if family in ("symbol", "wingdings"):
        table = _SYMBOL if family == "symbol" else _WINGDINGS
        found = table.get(low, "")
        return found or (chr(low) if family == "symbol" and 0x20 <= low < 0x41 else UNKNOWN_SYMBOL)
    usual = 0x20 <= number < 0x110000 and not (0xD800 <= number <= 0xF8FF)
    return chr(number) if usual and not family.startswith(("wingdings", "webdings")) else UNKNOWN_SYMBOL
