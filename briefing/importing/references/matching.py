"""Which text a reference record belongs to: by its web address, or by its title. Never by a guess."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from briefing.language.fold import letters
from briefing.model import Source

# What is added to an address to follow its reader; it leads to the same page without.
_TRACKERS = re.compile(
    r"utm_\w+|[gd]clid|fbclid|msclkid|yclid|igshid|mc_[ce]id|_hs\w+|ref_src|ref_url|cmpid|smid|ocid|at_\w+",
    re.IGNORECASE,
)
_HOSTS_OF_COPIES = re.compile(r"(?:www\d?|m|mobile|amp)\.")
_SHORTEST_BEGINNING = 20  # code points: a shorter title may begin many others


@dataclass(frozen=True, slots=True)
class RecordMatch:
    """Record number `record` and the id of the source it describes, or "". `how`: "url", "title" or ""."""

    record: int
    source: str = ""
    how: str = ""


def match(records: Sequence[Source], sources: Sequence[Source]) -> tuple[RecordMatch, ...]:
    """Return one Match for each record, in order; a source is given to one record only.

    The address decides first, then the title: equal, or one beginning with the other where the dates
    agree. Where two sources fit, or two records want one source, none is matched.
    """
    by_url = _wanted(dict(enumerate(records)), _by_url(sources))
    taken = {found.id for found in by_url.values()}
    rest = {i: record for i, record in enumerate(records) if i not in by_url}
    titled = _wanted(rest, _by_title([source for source in sources if source.id not in taken]))
    return tuple(
        RecordMatch(i, by_url[i].id, "url") if i in by_url
        else RecordMatch(i, titled[i].id, "title") if i in titled
        else RecordMatch(i)
        for i in range(len(records))
    )  # fmt: skip


def same_address(a: str, b: str) -> bool:
    """Return whether two web addresses lead to the same page, by their writing; "" leads nowhere."""
    return bool(a and b) and canonical(a) == canonical(b) != ""


def canonical(url: str) -> str:
    """Return an address without what does not change where it leads; "" for what is no address.

    Scheme, “www.”, a port of the web, fragment, final slash, tracking parameters and the order of the others.
    """
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return ""
    if parts.scheme.lower() not in ("http", "https") or not host:
        return ""
    host = _HOSTS_OF_COPIES.sub("", host, count=1) if host.count(".") > 1 else host
    path = quote(unquote(parts.path), safe="/").rstrip("/")
    given = parse_qsl(parts.query, keep_blank_values=True)
    query = urlencode(sorted(pair for pair in given if not _TRACKERS.fullmatch(pair[0])))
    return f"{host}{f':{port}' if port not in (None, 80, 443) else ''}{path}{f'?{query}' if query else ''}"


def folded(title: str) -> str:
    """Return a title as words in lower case, without accents and punctuation."""
    return " ".join(re.findall(r"[^\W_]+", letters(title)))


Fitting = Callable[[Source], list[Source]]


def _by_url(sources: Sequence[Source]) -> Fitting:
    at: dict[str, list[Source]] = defaultdict(list)
    for source in sources:
        for key in {canonical(source.url), canonical(source.fetched_from)} - {""}:
            at[key].append(source)
    return lambda record: at.get(canonical(record.url), [])


def _by_title(sources: Sequence[Source]) -> Fitting:
    at: dict[str, list[Source]] = defaultdict(list)
    starting: dict[str, list[Source]] = defaultdict(list)
    for source in sources:
        key = folded(source.title)
        at[key].append(source)
        starting[key[:_SHORTEST_BEGINNING]].append(source)

    def fitting(record: Source) -> list[Source]:
        key = folded(record.title)
        if not key:
            return []
        if key in at:
            return _of_one_date(record, at[key])
        near = starting.get(key[:_SHORTEST_BEGINNING], [])
        return [s for s in near if _begins(key, folded(s.title)) and _agree(record.published, s.published)]

    return fitting


def _wanted(records: Mapping[int, Source], fitting: Fitting) -> dict[int, Source]:
    """Return the one source of each record that has exactly one and is alone in wanting it."""
    found = {i: fits[0] for i, record in records.items() if len(fits := fitting(record)) == 1}
    wanting = Counter(source.id for source in found.values())
    return {i: source for i, source in found.items() if wanting[source.id] == 1}


def _of_one_date(record: Source, equal: list[Source]) -> list[Source]:
    """Return those whose date does not speak against the record: columns keep one title for years."""
    return [
        s for s in equal if not s.published or not record.published or _agree(record.published, s.published)
    ]


def _begins(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= _SHORTEST_BEGINNING and long.startswith(short + " ")


def _agree(one: str, other: str) -> bool:
    """Return whether two ISO 8601 dates, possibly partial, can be the same; not where one is missing."""
    return bool(one and other) and (one.startswith(other) or other.startswith(one))
