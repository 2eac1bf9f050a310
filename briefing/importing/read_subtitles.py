"""Subtitles, SubRip (.srt) and WebVTT (W3C): what is spoken as running text, its times kept as places."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from briefing.errors import BadInput
from briefing.importing.common.left_out import Omitted
from briefing.importing.common.parsed import Hints, Parsed
from briefing.importing.common.unit_text import UnitText
from briefing.importing.encoding.decode import decode, normalised
from briefing.quoting.locators import TIME_STEP

_CLOCK = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[,.](\d{3})"
_TIMES = re.compile(rf"[ \t]*{_CLOCK}[ \t]*-->[ \t]*{_CLOCK}(?:[ \t].*)?")
_LONGEST = 48 * 3600  # seconds that places are kept for
_PAUSE = 4.0  # seconds of silence that end a paragraph
_LONG = 45.0  # seconds after which a paragraph ends with its sentence
_LONGEST_PARAGRAPH = 120.0
_ENDS = re.compile(r"[.!?…。！？؟۔][\"'”’»)\]]*$")
_VOICE = re.compile(r"<v(?:\.[\w.]{1,80})?[ \t]{1,20}([^<>\n]{1,200})>")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,200}>|<\d[\d:.]{0,20}>|\{\\[^{}\n]{0,80}\}|</[A-Za-z]?>")
_TURN = re.compile(r"[-–—][ \t]*(?=\S)")
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_GAP = 0.05  # seconds between captions that scroll
_FLASH = 0.2  # seconds of a caption that only moves what is shown
_NOTE = "Notes of the transcript left out"
_SCROLLED = "Lines shown again as captions scroll, kept once"


@dataclass(frozen=True, slots=True)
class _Cue:
    """What is shown from `start` to `end` (seconds); `speaker` where it is named, `turn` where a dash begins
    it.
    """

    start: float
    end: float
    lines: tuple[str, ...]
    speaker: str = ""
    turn: bool = False


def read(data: bytes, hints: Hints) -> Parsed:
    """Return what is spoken, in paragraphs. Raises BadInput for a file without words at a time."""
    decoded = decode(data, hints.charset)
    text, lost = normalised(decoded.text)
    omitted = Omitted()
    cues = sorted(_cues(text, omitted), key=lambda cue: cue.start)
    if not cues:
        raise BadInput("It holds no words at a time.", "Check that this is a file of subtitles.")
    out = UnitText()
    steps: list[int] = []
    for paragraph in _paragraphs(_shown_once(cues, omitted)):
        if out.at:
            out.line("")
        line, places = _line(paragraph)
        for seconds, at in places:
            reached = int(min(seconds, _LONGEST)) // TIME_STEP
            steps += [out.at + at] * (reached + 1 - len(steps))
        out.line(line)
    return Parsed(
        out.whole(),
        notices=(*decoded.notices, *lost, *omitted.notices()),
        kind="transcript",
        pages=tuple(steps),
        encoding=decoded.encoding,
        guessed=decoded.guessed,
        extractor="subtitles 1",
    )


def _cues(text: str, omitted: Omitted) -> Iterator[_Cue]:
    """Yield the cues of all blocks; a block without a time is a note, a style or a header."""
    for block in re.split(r"\n[ \t]*\n", text):
        lines = block.strip("\n").split("\n")
        at = next((n for n, line in enumerate(lines[:3]) if _TIMES.fullmatch(line)), -1)
        if at >= 0:
            start, end = _seconds(lines[at])
            yield from _spoken(lines[at + 1 :], start, end)
        elif lines[0].startswith("NOTE"):
            omitted.add(_NOTE, " ".join(lines).removeprefix("NOTE"))


def _seconds(line: str) -> tuple[float, float]:
    times = _TIMES.fullmatch(line)
    if times is None:
        return 0.0, 0.0
    numbers = [int(part or 0) for part in times.groups()]
    start, end = (
        h * 3600 + m * 60 + s + int(str(ms).ljust(3, "0")) / 1000
        for h, m, s, ms in (numbers[:4], numbers[4:])
    )
    return start, end


def _spoken(shown: list[str], start: float, end: float) -> Iterator[_Cue]:
    """Yield the words of one cue: one piece, or one for each voice and each line that begins with a dash."""
    cue = _Cue(start, end, ())
    for line in shown:
        for n, piece in enumerate(_VOICE.split(line)):
            if n % 2:
                if cue.lines:
                    yield cue
                cue = _Cue(start, end, (), html.unescape(piece).strip())
                continue
            words = " ".join(html.unescape(_TAG.sub("", piece)).split())
            turn = bool(_TURN.match(words))
            if turn:
                words = _TURN.sub("", words, count=1)
                if cue.lines:
                    yield cue
                cue = replace(cue, lines=(), turn=True)
            if words:
                cue = replace(cue, lines=(*cue.lines, words))
    if cue.lines:
        yield cue


def _shown_once(cues: Iterable[_Cue], omitted: Omitted) -> Iterator[_Cue]:
    """Yield the cues without lines that the one before shows as well, where captions scroll up.

    Words that are said twice stand in cues of their own, which are kept.
    """
    before = _Cue(0.0, 0.0, ())
    for cue in cues:
        again = 0
        if cue.start - before.end <= _GAP:
            again = next((n for n, line in enumerate(cue.lines) if line not in before.lines), len(cue.lines))
        if again == len(cue.lines) and cue.end - cue.start > _FLASH:
            again = 0
        for line in cue.lines[:again]:
            omitted.add(_SCROLLED, line)
        before = cue
        if again < len(cue.lines):
            yield replace(cue, lines=cue.lines[again:])


def _paragraphs(cues: Iterable[_Cue]) -> Iterator[list[_Cue]]:
    """Yield cues by paragraph: one ends with its speaker, at a pause or, when long, with a sentence."""
    paragraph: list[_Cue] = []
    for cue in cues:
        last = paragraph[-1] if paragraph else None
        if last and (
            cue.turn
            or cue.speaker != last.speaker
            or cue.start - last.end >= _PAUSE
            or last.end - paragraph[0].start >= _LONGEST_PARAGRAPH
            or (last.end - paragraph[0].start >= _LONG and _ENDS.search(last.lines[-1][-20:]))
        ):
            yield paragraph
            paragraph = []
        paragraph.append(cue)
    if paragraph:
        yield paragraph


def _line(cues: list[_Cue]) -> tuple[str, list[tuple[float, int]]]:
    """Return a paragraph as a line, and when (seconds) the words at which code points of it are shown."""
    speaker = cues[0].speaker
    line, places = f"{speaker}: " if speaker else "", [(cues[0].start, 0)]
    for n, cue in enumerate(cues):
        if n:
            line += _between(line)
            places.append((cue.start, len(line)))
        line += _joined(cue.lines)
    return line, places


def _joined(lines: tuple[str, ...]) -> str:
    whole = ""
    for line in lines:
        whole += (_between(whole) if whole else "") + line
    return whole


def _between(line: str) -> str:
    """Return what parts a line from the one that goes on: Chinese and Japanese take no space."""
    return "" if _WIDE.match(line[-1:]) else " "
