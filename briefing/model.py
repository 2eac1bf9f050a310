"""The frozen types of a brief. Tuples inside, so that a snapshot never changes.

Ids are random (`new_id`), never reused: an id that has left in an exported file means the same
thing for ever. Offsets are code points of the normalised text (see `text.normalise`).
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Literal, get_args

ClaimKind = Literal["reported", "assessed", "assumption", "gap", "editorial"]
BasisKind = Literal[
    "judgement", "claim", "quote", "source", "origin"
]  # what stands in the basis of a judgement
ClaimKindOrNone = Literal["", ClaimKind]
Stance = Literal["supports", "contradicts", "context"]
ActorKind = Literal["", "person", "group", "organisation", "state", "place"]
Facet = Literal["", "position", "interests", "capability", "intent", "relations"]
SectionKind = Literal["prose", "situation", "actors", "outlook", "gaps", "summary", "chronology"]
SourceKind = Literal["article", "report", "statement", "transcript", "data", "social", "other"]
ConfidenceLevel = Literal["", "high", "moderate", "low"]
Grade = Literal["", "A", "B", "C", "D", "E", "F"]
Credibility = Literal["", "1", "2", "3", "4", "5", "6"]
PictureMime = Literal["image/png", "image/jpeg"]

# The same lists for what is read at run time; forms, messages and the tables of a brief file are made from
# them.
CLAIM_KINDS: tuple[ClaimKind, ...] = get_args(ClaimKind)
STANCES: tuple[Stance, ...] = get_args(Stance)
ACTOR_KINDS: tuple[ActorKind, ...] = get_args(ActorKind)
FACETS: tuple[Facet, ...] = get_args(Facet)
SECTION_KINDS: tuple[SectionKind, ...] = get_args(SectionKind)
SOURCE_KINDS: tuple[SourceKind, ...] = get_args(SourceKind)
CONFIDENCE_LEVELS: tuple[ConfidenceLevel, ...] = get_args(ConfidenceLevel)
GRADES: tuple[Grade, ...] = get_args(Grade)
CREDIBILITIES: tuple[Credibility, ...] = get_args(Credibility)

# Bytes of one file that is read or kept: a brief file takes values of up to 64 MiB, their row included.
LARGEST_FILE = 63 << 20

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"


def new_id(prefix: str) -> str:
    """Return a fresh id: `prefix` (one letter) and eight random characters, 40 bits."""
    return prefix + "".join(_ALPHABET[byte % 32] for byte in os.urandom(8))


@dataclass(frozen=True, slots=True)
class Quote:
    """Exact words of one source text: a W3C TextQuoteSelector and TextPositionSelector.

    `start` is a code point offset into the text whose SHA-256 is `text_sha`.
    """

    exact: str
    prefix: str
    suffix: str
    start: int
    text_sha: str

    @property
    def end(self) -> int:
        return self.start + len(self.exact)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quote of a source, linked to a claim. `credibility` is "" or "1".."6" (Admiralty).

    `linked_to`: the claim's plain text when a review last changed it under this link, "" otherwise: the
    link was made to those words, and nobody has looked since.
    """

    id: str
    source: str
    quote: Quote
    stance: Stance = "supports"
    credibility: Credibility = ""
    translation: str = ""
    note: str = ""
    linked_to: str = ""


@dataclass(frozen=True, slots=True)
class Waiver:
    """A finding of rule `rule` that stands by the author's decision, with the typed reason.

    `words`: the plain text it was given for, spaces levelled; of other words the rule asks again. "" for any
    words.
    """

    rule: str
    reason: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """What somebody said about a claim or judgement: a reviewer's comment, or an answer to one.

    `at`: the moment (ISO 8601) or "". `reply_to` is the id of the remark it answers, "" for the first.
    `done`: settled, kept, no longer asked.
    """

    id: str
    author: str
    at: str
    text: str
    reply_to: str = ""
    done: bool = False


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition as it was handed on. `frozen_at`: the moment (ISO 8601); `statement`: what it said had
    changed.

    `snapshot_sha` names the kept snapshot of the brief (see `briefing.snapshot`).
    """

    number: int
    frozen_at: str
    statement: str
    snapshot_sha: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement. `text` is inline Markdown (bold, italic, links) on one line.

    `facet` says what an actor's statement is about; "" elsewhere. `day`: when it happened, of a row of a
    chronology, as EDTF of level 1 (ISO 8601-2): "2023-10-13", "2023-10", "2023-10-13/2023-10-15", "2023-10~";
    "" elsewhere.
    """

    id: str
    text: str = ""
    kind: ClaimKind = "reported"
    evidence: tuple[Evidence, ...] = ()
    marking: str = ""
    facet: Facet = ""
    waivers: tuple[Waiver, ...] = ()
    remarks: tuple[Remark, ...] = ()
    day: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A forecast argued from claims. `likelihood` is a term of `standard`, or "" while undecided."""

    id: str
    text: str = ""
    likelihood: str = ""
    standard: str = ""
    confidence: ConfidenceLevel = ""
    confidence_reason: str = ""
    horizon: str = ""
    basis: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    marking: str = ""
    waivers: tuple[Waiver, ...] = ()
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture in a section. `text` is its caption, inline Markdown on one line.

    `picture_sha` names the kept picture, `width` by `height` pixels. `credit` says whose it is, `source` is
    the id of the article it is from, "" for none; `alternative` is what it shows, for who cannot see it.
    `share` is its width, in per cent of the width of the words.
    """

    id: str
    text: str = ""
    picture_sha: str = ""
    mime: PictureMime = "image/png"
    width: int = 0
    height: int = 0
    alternative: str = ""
    credit: str = ""
    source: str = ""
    share: int = 100
    marking: str = ""
    waivers: tuple[Waiver, ...] = ()
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Actor:
    id: str
    name: str = ""
    aliases: tuple[str, ...] = ()
    kind: ActorKind = ""
    role: str = ""
    statements: tuple[Claim, ...] = ()


Item = Claim | Judgement
Placed = Item | Figure  # what may stand in a section


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its items. The section of kind "actors" shows the brief's actors before its items.

    `id` is a slug ("situation"), unique in the brief; `limit` is a length in words, 0 for none.
    """

    id: str
    kind: SectionKind = "prose"
    title: str = ""
    guidance: str = ""
    limit: int = 0
    items: tuple[Placed, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """What is known of one article. Its text lives in the store under `text_sha` and never changes.

    `published`, `accessed`: ISO 8601 dates, possibly partial, or "". `grade`: "" or "A".."F".
    `original_sha` names the kept original bytes, `words` and `chars` measure the text. A source known
    only by its record (a reference file) has no text: `text_sha` is "".
    `encoding`: by which the text was decoded, where that is a question; `guessed`, when nothing named it.
    `pages`: where each page, slide, row or step of time begins, in code points of the text (see `locators`).
    `mends_sha` names the kept list of places where the text was repaired (hyphens at line ends, ligatures).
    `fetched_from`, `fetched_at`: the final address and the moment (ISO 8601) of a fetch. `origin`: "" as
    computed, else whose story it is, by hand.
    `struck_sha` names the kept list of passages that the article shows struck out (`text.StruckPassage`).
    `note`: what the analyst notes for the desk; kept with the brief, never printed.
    """

    id: str
    kind: SourceKind = "article"
    title: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    url: str = ""
    accessed: str = ""
    language: str = ""
    grade: Grade = ""
    descriptor: str = ""
    marking: str = ""
    text_sha: str = ""
    original_sha: str = ""
    supersedes: str = ""
    filename: str = ""
    words: int = 0
    chars: int = 0
    notices: tuple[str, ...] = ()
    read: bool = False
    encoding: str = ""
    guessed: bool = False
    extractor: str = ""
    pages: tuple[int, ...] = ()
    mends_sha: str = ""
    fetched_from: str = ""
    fetched_at: str = ""
    origin: str = ""
    waivers: tuple[Waiver, ...] = ()
    struck_sha: str = ""
    note: str = ""

    @property
    def body_shas(self) -> tuple[str, ...]:
        """The hashes of all that is kept of it: text, file, lists of places; none for what it has not."""
        return tuple(filter(None, (self.text_sha, self.original_sha, self.mends_sha, self.struck_sha)))


@dataclass(frozen=True, slots=True)
class Brief:
    """A whole snapshot. `standard` is a key of `scales.STANDARDS`; dates are ISO 8601 or "".

    `rules_off`: ids of rules that are not asked of this brief, and with "+" before it of one that is asked
    although it is off by itself. `stale_days`: a source older than this is
    warned of; 0 for no limit. `change_statement`: what changed since the edition before. `export_choices`:
    what was chosen at the last export, as "name=value".
    """

    id: str
    title: str = ""
    as_of: str = ""
    cut_off: str = ""
    audience: str = ""
    author: str = ""
    marking: str = ""
    standard: str = "icd203"
    edition: int = 1
    template: str = ""
    language: str = "en"
    sections: tuple[Section, ...] = ()
    actors: tuple[Actor, ...] = ()
    sources: tuple[Source, ...] = ()
    rules_off: tuple[str, ...] = ()
    stale_days: int = 0
    change_statement: str = ""
    editions: tuple[Edition, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    export_choices: tuple[str, ...] = ()
