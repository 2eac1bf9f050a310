"""How a case is held against what an importer gave back."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Iterator

from briefing.errors import BadInput
from briefing.importing.common.parsed import Parsed
from briefing.importing.inputs import read_bytes
from briefing.importing.process.confine import CPU_SECONDS
from tests.briefing.importing.corpus import Case, Hostile
from tests.briefing.importing.corpus.zips import zipped
from tests.work import spent

OWN_SECONDS = 5  # of the processor, beside the worker's: this process, and the worker's start and end


def faults(case: Case, parsed: Parsed) -> list[str]:
    """Return what is wrong with the answer, in words; nothing when the case is met."""
    found: list[str] = []
    named = "\n".join(parsed.notices)
    lost = set(case.lost.split())
    at = 0
    for word in case.words.split():
        place = parsed.text.find(word, at)
        if place < 0:
            found.append(f"the word {word!r} is missing after {parsed.text[max(0, at - 20) : at]!r}")
        else:
            at = place + len(word)
    found += [f"the lost {word!r} is not named" for word in lost if word not in named]
    found += [f"{words!r} is in the text" for words in case.absent if words in parsed.text]
    found += [f"no notice says {words!r}" for words in case.notices if words not in named]
    if case.quiet and parsed.notices:
        found.append(f"there are notices: {named}")
    for name in ("title", "publisher", "authors", "published", "url", "language"):
        expected = getattr(case, name)
        if expected is not None and getattr(parsed, name) != expected:
            found.append(f"{name} is {getattr(parsed, name)!r}, not {expected!r}")
    return found


def hold_to_bounds(hostile: Hostile) -> None:
    """Read a hostile file as the program does, in the worker; assert that it ends, in clear words, and within
    the worker's share of the processor.
    """
    before = spent()
    said = "it was read"
    try:
        read_bytes(hostile.name, hostile.make())
    except BadInput as error:
        said = error.message
    assert re.search(hostile.says, said), said
    assert spent() - before < CPU_SECONDS + OWN_SECONDS


def mutants(cases: tuple[Case, ...], count: int) -> Iterator[bytes]:
    """Yield damaged copies of the cases: bytes changed, cut and repeated, inside the parts of archives
    too.
    """
    chance = random.Random(1)
    for _ in range(count):
        data = chance.choice(cases).data
        if not data.startswith(b"PK") or chance.random() < 0.2:
            yield _damaged(data, chance)
            continue
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        name = chance.choice(list(parts))
        yield zipped(parts | {name: _damaged(parts[name], chance)})


def _damaged(data: bytes, chance: random.Random) -> bytes:
    found = bytearray(data)
    for _ in range(chance.randint(1, 5)):
        at = chance.randrange(len(found) + 1)
        other = chance.randrange(len(found) + 1)
        act = chance.randrange(3)
        if act == 0:
            found[at : at + 1] = bytes((chance.randrange(256),))
        elif act == 1:
            del found[at : at + chance.randrange(60)]
        else:
            found[at:at] = found[other : other + chance.randrange(200)]
    return bytes(found)
