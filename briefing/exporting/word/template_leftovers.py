"""What a template leaves round the brief that its reader would take for the brief's: sample text, prompts, a
second title.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefing.exporting.blocks import Front
from briefing.exporting.format_helpers import counted
from briefing.exporting.word import unclaimed_lines
from briefing.exporting.word.brief_place import WordPlace
from briefing.exporting.word.elements import VAL, Element, W, run
from briefing.text import shortened

_HOW = (
    "To say where the brief goes, put a content control with the tag “brief” there in Word (Developer, Rich "
    "Text Content Control, Properties), or a bookmark named “brief” (Insert, Bookmark), and save the "
    "template: what stands in it gives way to the brief."
)
_MUCH = 60  # words; a letterhead has fewer
_NAMED = 4
_SHOWN = 60
# How houses write what is to be typed over: [Recipient names], «Field», <date>.
_PROMPT = re.compile(
    r"\[[^\[\]\n]{2,90}\]|«[^«»\n]{1,60}»|<[^\s<>][^<>\n]{0,60}[^\s<>]>|\blorem ipsum\b", re.IGNORECASE
)
_LETTER = re.compile(r"[^\W\d_]{2}")
_BUTTON = re.compile(r"\s*MACROBUTTON\s+\S+\s+(.+)", re.IGNORECASE | re.DOTALL)
_BINDING = re.compile(r"coreProperties\b.*[:/](title|creator)\b", re.DOTALL)


def fill_bound(roots: Iterable[Element], front: Front) -> bool:
    """Fill the controls that are bound to the document's own title and author; return whether one shows the
    title.

    Word does so by itself; other programs show what stands in the file.
    """
    values = {"title": front.title, "creator": front.author}
    shows_title = False
    for root in roots:
        for control in root.iter(f"{W}sdt"):
            binding = control.find(f"{W}sdtPr/{W}dataBinding")
            found = _BINDING.search(binding.get(f"{W}xpath", "")) if binding is not None else None
            content = control.find(f"{W}sdtContent")
            if found is None or content is None or not values[found[1]]:
                continue
            say(content, values[found[1]])
            prompt = control.find(f"{W}sdtPr/{W}showingPlcHdr")
            if prompt is not None:
                prompt.getparent().remove(prompt)
            shows_title = shows_title or found[1] == "title"
    return shows_title


def say(content: Element, words: str) -> None:
    """Put words into the content of a control, in place of what stands there."""
    texts = list(content.iter(f"{W}t"))
    if not texts:
        holder = next(content.iter(f"{W}p"), content)
        run(holder, words)
        return
    texts[0].text = words
    for text in texts[1:]:
        text.getparent().remove(text)
    for style in list(content.iter(f"{W}rStyle")):
        if style.get(VAL) == "PlaceholderText":
            style.getparent().remove(style)


def remarks(
    body: Element,
    edges: Iterable[Element],
    place: WordPlace,
    values: Iterable[str],
    *,
    marked: bool,
    twice: bool,
) -> list[str]:
    """Return a sentence for each thing that stays. `marked`: the template says where the brief goes; `twice`:
    it shows the title by itself; `values` were filled in and are no prompts.
    """
    messages = []
    before = _text(place.passed(f"{W}p"))
    whole = len(unclaimed_lines.words(body).split())
    if not marked and before:
        messages.append(
            f"The template does not say where the brief goes: it stands behind "
            f"{counted(len(before.split()), 'word')} of the template (“{shortened(before, _SHOWN)}”). {_HOW}"
        )
    elif whole > _MUCH:
        behind = max(0, whole - len(before.split()))
        messages.append(
            f"The template has text of its own round the brief: {counted(len(before.split()), 'word')} "
            f"before it and {behind:,} behind it. Look whether it may leave."
        )
    found = list(dict.fromkeys(words for root in (body, *edges) for words in _prompts(root)))
    ours = tuple(values)
    found = [words for words in found if not any(words in value for value in ours)]
    if found:
        named = ", ".join(f"“{shortened(words, _SHOWN)}”" for words in found[:_NAMED])
        more = f" and {len(found) - _NAMED:,} more" if len(found) > _NAMED else ""
        messages.append(
            f"Prompts of the template stay in the file: {named}{more}. Fill them in or take them out. A "
            f"content control with the tag title, audience, author, as-of, cut-off, edition or marking is "
            f"filled by the export."
        )
    if twice:
        messages.append(
            "The template shows the document's title in a control of its own, and the brief's title stands "
            "once more where the brief begins. Give that control the tag “title”, and the brief leaves its "
            "own title out."
        )
    return messages


def _text(paragraphs: Iterable[Element]) -> str:
    lines = ("".join(t.text or "" for t in p.iter(f"{W}t") if _own(t, p)) for p in paragraphs)
    return " ".join(" ".join(lines).split())


def _own(text: Element, paragraph: Element) -> bool:
    """Whether words are a paragraph's own, not those of a text box in it."""
    return next(text.iterancestors(f"{W}p")) is paragraph


def _prompts(root: Element) -> Iterator[str]:
    for control in root.iter(f"{W}sdt"):
        if control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None:
            content = control.find(f"{W}sdtContent")
            words = " ".join(unclaimed_lines.words(content).split()) if content is not None else ""
            words = words or " ".join(
                "".join(content.itertext(f"{W}t")).split() if content is not None else ()
            )
            if words:
                yield words
    for code in _codes(root):
        if (button := _BUTTON.match(code)) is not None:
            yield " ".join(button[1].split())
    for line in unclaimed_lines.lines(root):
        yield from (found for found in _PROMPT.findall(line.words) if _LETTER.search(found))


def _codes(root: Element) -> Iterator[str]:
    """Yield the codes of fields, each whole though it stands in several runs."""
    code = ""
    for node in root.iter(f"{W}fldSimple", f"{W}fldChar", f"{W}instrText"):
        if node.tag == f"{W}fldSimple":
            yield node.get(f"{W}instr", "")
        elif node.tag == f"{W}instrText":
            code += node.text or ""
        else:
            yield code
            code = ""
    yield code
