"""Damaged copies of every file of the corpus: read, or refused in words, and nothing else.

PDF is parsed by a library in C, so its mutants go to the worker; the others are read in this process,
where a fault shows itself.
"""

from __future__ import annotations

import io
import json
import random
import re
import time
import warnings
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

import pytest

from briefing.errors import BadInput, BriefingError
from briefing.importing.common.metadata import complete
from briefing.importing.common.parsed import Hints, Parsed
from briefing.importing.mail import mailbox
from briefing.importing.process.host import Host
from briefing.importing.process.wire import from_wire, to_wire
from tests.briefing.importing.batch_importer import packed
from tests.briefing.importing.corpus import Case
from tests.briefing.importing.corpus.checking import mutants
from tests.briefing.importing.corpus.mail_cases import MAILBOX
from tests.briefing.importing.corpus.zips import zipped
from tests.briefing.importing.formats import MODULES, reader_of
from tests.briefing.importing.test_corpus import CASES, LISTS

FORMATS = tuple(sorted({*CASES, *LISTS}))
# Nearly every change to their bytes breaks the outer shape, so half of their mutants keep it.
SOUND = ("csl", "docx", "odt", "epub", "xlsx", "pptx")
IN_THE_WORKER = ("pdf",)
LARGE = 40_000  # bytes: larger files are left to the tests of hostile ones
FEW, MANY, BATCH = 40, 2000, 40
ANSWERS = ("read", "refused", "damaged")
SECONDS = 20.0  # of the processor, that one mutant may take


@dataclass(frozen=True)
class _Seen:
    """What became of the mutants of a format, and the processor seconds that the slowest of them took."""

    counts: Counter[str]
    slowest: float


def _files(module: str) -> tuple[Case, ...]:
    """Return the small files of a format's corpus."""
    cases = CASES.get(module) or tuple(Case(id_, "", data, "") for id_, data in LISTS[module])
    small = tuple(case for case in cases if len(case.data) <= LARGE)
    assert len(small) * 2 > len(cases), "most of the files of a corpus are small"
    return small


def _swapped(cases: tuple[Case, ...], count: int) -> Iterator[bytes]:
    """Yield files whose pieces have changed places, or come from another file, and files cut off."""
    chance = random.Random(2)
    for _ in range(count):
        data = chance.choice(cases).data
        other = chance.choice(cases).data
        a, b, c = sorted(chance.randrange(len(data) + 1) for _ in range(3))
        match chance.randrange(3):
            case 0:
                yield data[:a] + data[b:c] + data[a:b] + data[c:]
            case 1:
                yield data[:a] + other[min(a, len(other)) :]
            case _:
                yield data[:b]


# Values that another program might have written where a number, a word or a list belongs.
_ODD: tuple[object, ...] = (
    None,
    True,
    -1,
    10**30,
    1e300,
    "",
    "\ud800",
    "x" * 500,
    [],
    [[]],
    {},
    {"": ""},
    [None],
    "<b>",
)


def _changed_json(value: object, spare: list[object], chance: random.Random) -> object:
    """Return a value with some of what is in it replaced: sound JSON that means something else."""
    if chance.random() < 0.08:
        return chance.choice(spare)
    match value:
        case dict():
            return {key: _changed_json(one, spare, chance) for key, one in value.items()}
        case list():
            return [_changed_json(one, spare, chance) for one in value]
    return value


def _changed_xml(data: bytes, chance: random.Random) -> bytes:
    """Return sound XML that means something else: values swapped, empty elements left out or said again."""
    values = re.findall(rb'="([^"<&]*)"', data) or [b""]

    def one(found: re.Match[bytes]) -> bytes:
        if chance.random() > 0.05:
            return found.group()
        if found.group().startswith(b"<"):
            return found.group() * chance.choice((0, 2, 40))
        return b'="%s"' % chance.choice((*values, b"-1", b"99999999999", b""))

    return re.sub(rb'<[\w:]+(?: [^<>]*)?/>|="[^"<&]*"', one, data)


def _sound(module: str, cases: tuple[Case, ...], count: int) -> Iterator[bytes]:
    """Yield files whose outer shape is sound, so that the damage comes to the inner parts of a reader."""
    chance = random.Random(3)
    loaded = [json.loads(c.data.decode("utf-8-sig")) for c in cases] if module == "csl" else []
    for _ in range(count):
        if loaded:
            yield json.dumps(_changed_json(chance.choice(loaded), [*_ODD, *loaded], chance)).encode()
            continue
        with zipfile.ZipFile(io.BytesIO(chance.choice(cases).data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        whole = {n: _changed_xml(d, chance) if b"<" in d[:200] else d for n, d in parts.items()}
        yield zipped(whole)


def _all(module: str, count: int) -> Iterator[bytes]:
    cases = _files(module)
    quarter = count // 4
    if module in SOUND:
        yield from _sound(module, cases, count // 2)
        yield from mutants(cases, count - count // 2 - quarter)
    else:
        yield from mutants(cases, count - quarter)
    yield from _swapped(cases, quarter)


def _here(module: str) -> Callable[[bytes], Parsed]:
    read = reader_of(module)
    return lambda data: complete(read(data, Hints()))


def _outcome(read: Callable[[bytes], Parsed], data: bytes) -> str:
    """Return "read", "refused" or "damaged"; anything that a worker would not put in words raises."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            parsed = read(data)
    except BriefingError as error:
        if not error.message:
            return "refused without a word"
        return "damaged" if "damaged" in error.message else "refused"
    assert from_wire(to_wire(parsed)) == parsed
    return "read"


def _try_here(module: str, count: int) -> _Seen:
    counts: Counter[str] = Counter()
    slowest = 0.0
    read = _here(module)
    for number, data in enumerate(_all(module, count)):
        started = time.process_time()
        try:
            counts[_outcome(read, data)] += 1
        except Exception as error:
            error.add_note(f"mutant {number} of {module}: {data[:80]!r}")
            raise
        slowest = max(slowest, time.process_time() - started)
    return _Seen(counts, slowest)


def _try_in_the_worker(module: str, count: int) -> _Seen:
    """Read the mutants in batches; those of a batch that ended its process, one by one."""
    counts: Counter[str] = Counter()
    slowest = 0.0
    files = _all(module, count)
    with Host(seconds=SECONDS) as host:
        while batch := list(islice(files, BATCH)):
            try:
                answer = host.parse("batch_importer", packed(batch), Hints(name=module))
                outcomes, seconds = json.loads(answer.text)
                counts.update(outcomes)
                slowest = max(slowest, seconds)
            except BadInput:
                read = partial(host.parse, MODULES[module], hints=Hints())
                counts.update(_outcome(read, data) for data in batch)
                counts["batches that ended the worker"] += 1
    return _Seen(counts, slowest)


def _try(module: str, count: int) -> _Seen:
    seen = (_try_in_the_worker if module in IN_THE_WORKER else _try_here)(module, count)
    assert sum(seen.counts[outcome] for outcome in ANSWERS) == count, seen.counts
    assert seen.slowest < SECONDS
    return seen


@pytest.fixture(autouse=True)
def _batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(Path(__file__).parent))


@pytest.mark.parametrize("module", FORMATS)
def test_a_damaged_file_of_any_format_is_read_or_refused(module: str) -> None:
    assert _try(module, FEW).counts.total() >= FEW


@pytest.mark.slow
@pytest.mark.parametrize("module", FORMATS)
def test_two_thousand_damaged_files_of_a_format_are_read_or_refused(module: str) -> None:
    seen = _try(module, MANY)
    print(f"{module}: {dict(seen.counts)}, the slowest {seen.slowest:.2f} s")
    assert seen.counts["read"]


def test_a_damaged_mailbox_is_cut_into_mails_or_holds_none() -> None:
    cases = (Case("mailbox", "", MAILBOX, ""),)
    for data in (*mutants(cases, 400), *_swapped(cases, 100)):
        mails = list(mailbox.messages(io.BytesIO(data)))
        assert mailbox.count(io.BytesIO(data)) == len(mails)
        assert sum(map(len, mails)) <= len(data)


@pytest.mark.parametrize("module", ["plain", "docx"])
def test_the_same_mutants_are_made_each_time(module: str) -> None:
    assert list(_all(module, 8)) == list(_all(module, 8))


def test_but_a_reader_that_breaks_is_found_out() -> None:
    def broken(_data: bytes) -> Parsed:
        raise IndexError

    with pytest.raises(IndexError):
        _outcome(broken, b"x")
    with pytest.raises(BadInput), Host() as host:
        host.parse("briefing.importing.no_such_module", b"x", Hints())
