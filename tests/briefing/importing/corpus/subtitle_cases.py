"""Subtitles with their truth: what is spoken, in paragraphs, and files that mean harm."""

from __future__ import annotations

from tests.briefing.importing.corpus import Case, Hostile


def srt(*cues: tuple[str, str, str]) -> bytes:
    """Return a SubRip file of cues: start, end ("00:01,000") and words."""
    blocks = (
        f"{n}\n00:{start} --> 00:{end}\n{words}\n" for n, (start, end, words) in enumerate(cues, start=1)
    )
    return "\n".join(blocks).encode()


def vtt(*blocks: str) -> bytes:
    """Return a WebVTT file of blocks."""
    return "\n\n".join(("WEBVTT", *blocks, "")).encode()


def _case(id: str, data: bytes, words: str, name: str = "a.srt", **more: object) -> Case:
    return Case(id, name, data, words, **more)  # type: ignore[arg-type]


_SCROLLING = vtt(
    "00:00.000 --> 00:02.000\nthe harbour was closed", "00:02.000 --> 00:02.010\nthe harbour was closed\n ",
    "00:02.010 --> 00:04.000\nthe harbour was closed\non Monday the mayor", "00:04.000 --> 00:04.010\non Monday the mayor",
    "00:04.010 --> 00:06.000\non Monday the mayor\nsaid",
)  # fmt: skip

CASES: tuple[Case, ...] = (
    _case("sentences over cues", srt(("00:01,000", "00:03,000", "The minister said"), ("00:03,100", "00:05,000", "the dam\nhad held.")),
        "The minister said the dam had held.", quiet=True),
    _case("styles and places", srt(("00:01,000", "00:03,000", "{\\an8}<i>He said</i> <font color=\"red\">no</font> &amp; left: 3 < 4.")),
        "He said no & left: 3 < 4.", quiet=True),
    _case("dashes", srt(("00:01,000", "00:03,000", "- Was it 40?\n- It was 14."), ("00:03,000", "00:04,000", "Or less.")),
        "Was it 40?\n\nIt was 14. Or less.", quiet=True),
    _case("a pause", srt(("00:01,000", "00:03,000", "One"), ("00:08,000", "00:09,000", "two")), "One\n\ntwo", quiet=True),
    _case("out of order", srt(("00:08,000", "00:09,000", "two."), ("00:05,000", "00:07,000", "One,")), "One, two.", quiet=True),
    _case("said twice", srt(("00:01,000", "00:02,000", "No."), ("00:02,000", "00:03,000", "No.")), "No. No.", quiet=True),
    _case("no numbers", b"00:00:01,000 --> 00:00:02,000\nWords.\n\n00:00:02,000 --> 00:00:03,000\nMore.", "Words. More.", quiet=True),
    _case("windows", "\ufeff1\r\n00:00:01,000 --> 00:00:02,000 X1:10\r\nПлотина\r\nцела.\r\n\r\n".encode(), "Плотина цела.", quiet=True),
    _case("cp1251", "1\n00:00:01,000 --> 00:00:02,000\nМинистр сообщил, что плотина разрушена.\n".encode("cp1251"),
        "Министр сообщил, что плотина разрушена.", notices=("guessed",)),
    _case("chinese", srt(("00:01,000", "00:03,000", "大坝已经"), ("00:03,000", "00:05,000", "修好了。")), "大坝已经修好了。", quiet=True),
    _case("voices", vtt("00:01.000 --> 00:02.000 align:start\n<v Ann Roe>Good evening <c.loud>all</c>.",
        "a name\n00:02.000 --> 00:03.000\n<v Bo>Evening.\n<v.low Ann Roe>The dam <00:02.500>held."),
        "Ann Roe: Good evening all.\n\nBo: Evening.\n\nAnn Roe: The dam held.", "a.vtt", quiet=True),
    _case("blocks that nobody speaks", vtt("NOTE typed by\nhand", "STYLE\n::cue {}", "00:01.000 --> 00:02.000\nWords.").replace(b"WEBVTT", b"WEBVTT - a title", 1),
        "Words.", "a.vtt", absent=("title", "cue"), notices=("Notes of the transcript left out: 1 (“typed by hand”).",)),
    _case("scrolling", _SCROLLING, "the harbour was closed on Monday the mayor said", "a.vtt",
        notices=("Lines shown again as captions scroll, kept once: 4",)),
)  # fmt: skip

_NO_WORDS = "no words at a time"
_TIME = b"00:00:01,000 --> 00:00:02,000\n"
HOSTILE: tuple[Hostile, ...] = (
    Hostile("no cues", "a.vtt", lambda: b"WEBVTT\n\nNOTE words", _NO_WORDS),
    Hostile("times without words", "a.srt", lambda: (b"1\n" + _TIME + b"\n") * 50_000, _NO_WORDS),
    Hostile("one cue of many lines", "a.srt", lambda: b"1\n" + _TIME + b"word\n" * 400_000),
    Hostile("one long line", "a.srt", lambda: b"1\n" + _TIME + b"a " * 4_000_000),
    Hostile("many cues at one time", "a.srt", lambda: b"".join(b"%d\n%swords %d\n\n" % (n, _TIME, n) for n in range(100_000))),
    Hostile("tags that never end", "a.vtt", lambda: b"WEBVTT\n\n" + _TIME + b"<v " * 500_000 + b"<a" * 500_000 + b"{\\" * 500_000),
    Hostile("blanks after a voice", "a.vtt", lambda: b"WEBVTT\n\n" + _TIME + b"<v" + b" " * 3_000_000),
    Hostile("late times", "a.srt", lambda: b"1\n999:59:59,000 --> 999:59:59,999\nwords\n"),
    Hostile("voices by the thousand", "a.vtt", lambda: b"WEBVTT\n\n" + _TIME + b"<v A>a" * 200_000),
    Hostile("blanks between lines", "a.srt", lambda: b"1\n" + _TIME + b"a\n" + (b" " * 1000 + b"\n") * 5_000 + b"b"),
)  # fmt: skip
