"""RTF: a small reader of our own, one pass over the tokens with a stack of groups."""

from __future__ import annotations

from dataclasses import replace

from briefing.errors import BadInput
from briefing.importing.common.metadata import read_metadata
from briefing.importing.common.parsed import Hints, Parsed
from briefing.importing.common.properties import Properties, described
from briefing.importing.common.struck_out import finished
from briefing.importing.common.table_lines import tidy
from briefing.importing.rtf.rtf_state import RtfReader
from briefing.importing.rtf.rtf_tokens import tokens

_EXTRACTOR = "rtf 1"
_RULE = "———"


def read(data: bytes, hints: Hints) -> Parsed:
    """Return the text of an RTF document. Raises BadInput for what is none, or is nested too deep.

    `hints.charset` stands for a code page that the file does not name.
    """
    start = data[:64].find(b"{\\rt")
    if start < 0:
        raise BadInput("It is not RTF: it does not begin as RTF does.", "Check what the file really is.")
    reader = RtfReader(hints.charset)
    reader.read(tokens(data[start:]))
    below = [*reader.notes, *reader.comments]
    body = tidy(reader.lines)
    raw = "\n".join([body, "", _RULE, *below]) if below else body
    done = finished(raw)
    of_comments = (f"Comments put at the end of the text, below a line: {len(reader.comments):,}.",)
    notices = (
        *reader.omitted.notices(),
        *(of_comments if reader.comments else ()),
        *reader.told(),
        *done.notices,
    )
    parsed = replace(
        read_metadata(done.text),
        struck=done.struck,
        notices=notices,
        extractor=_EXTRACTOR,
        encoding=reader.encoding,
        guessed=reader.guessed,
    )
    stated = Properties(reader.info.get("title", ""), reader.info.get("author", ""))
    return described(parsed, [], stated)
