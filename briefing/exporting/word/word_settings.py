"""What word/settings.xml must say, put where the schema wants it (ECMA-376 part 1, 17.15.1.78)."""

from __future__ import annotations

from briefing.exporting.word.elements import Element, W, sub

# What follows the note properties in CT_Settings; they must stand before the first of these.
_AFTER_NOTES = (
    "compat", "docVars", "rsids", "attachedSchema", "themeFontLang", "clrSchemeMapping",
    "doNotIncludeSubdocsInStats",
    "doNotAutoCompressPictures", "forceUpgrade", "captions", "readModeInkLockDown", "smartTagType",
    "shapeDefaults",
    "doNotEmbedSmartTags", "decimalSymbol", "listSeparator",
)  # fmt: skip


def add_note_settings(settings: Element, tag: str) -> None:
    """Name the separators of the notes (`tag`: footnote or endnote); endnotes count 1, 2, 3, not i, ii,
    iii.
    """
    name = f"{W}{tag}Pr"
    made = settings.find(name)
    if made is None:
        made = sub(settings, f"{tag}Pr")
        settings.remove(made)
        before = [*_AFTER_NOTES, *(["endnotePr"] if tag == "footnote" else [])]
        _insert(settings, made, before)
    if tag == "endnote" and made.find(f"{W}numFmt") is None:
        form = sub(made, "numFmt", val="decimal")
        made.remove(form)
        position = made.find(f"{W}pos")
        made.insert(0 if position is None else 1, form)
    known = {note.get(f"{W}id") for note in made.findall(f"{W}{tag}")}
    for ident in ("-1", "0"):
        if ident not in known:
            sub(made, tag, id=ident)


def _insert(settings: Element, made: Element, before: list[str]) -> None:
    names = {f"{W}{name}" for name in before}
    for place, child in enumerate(settings):
        if child.tag in names or not str(child.tag).startswith(W):
            settings.insert(place, made)
            return
    settings.append(made)


def count_endnotes(body: Element) -> None:
    """Count endnotes 1, 2, 3 and set them below the text in every section; LibreOffice asks here only."""
    for section in body.iter(f"{W}sectPr"):
        found = section.find(f"{W}endnotePr")
        if found is not None:
            section.remove(found)
        made = sub(section, "endnotePr")
        sub(made, "numFmt", val="decimal")
        section.remove(made)
        before = ("headerReference", "footerReference", "footnotePr")
        place = sum(child.tag in {f"{W}{name}" for name in before} for child in section)
        section.insert(place, made)
