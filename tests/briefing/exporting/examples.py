"""One fictional brief with everything an export can meet, and the texts it quotes."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from briefing.errors import NotFound
from briefing.model import (
    Actor,
    Brief,
    Claim,
    Evidence,
    Judgement,
    Section,
    Source,
    Waiver,
)
from briefing.quoting.anchor import describe
from briefing.text import normalise, sha256

MADE = datetime(2031, 5, 9, 16, 30, tzinfo=UTC)

HARBOUR = normalise(
    "Ferry line reopens after strike\n\n"
    "The Port of Velmora will reopen its southern terminal on Monday, the harbour master Ines Torvald said "
    "on "
    'Thursday. "We have an agreement that both sides can live with," she told reporters - but she didn\'t '
    "say "
    "who pays.\n\n"
    "About 4,200 dock workers walked out on 28 April over night shifts. The union says at least 3,900 of "
    "them\ntook part; the operator, Nordhaven A/S, speaks of “fewer than 3,000”.\n\n"
    "Fuel reserves on the island of Saint Orla last until 20 May, the energy office said.\x0c"
    "Page 2\nThe ferries Aurora & Brise carry 1,150 passengers  a day 🚢.\n"
)
RADIO = normalise(
    "قالت إيناس تورفالد إن الميناء سيُفتح يوم الاثنين. وأضافت أن المحادثات مستمرة.\n"
    "ولم تعلق شركة نوردهافن على الأمر."
)
UNION = normalise(
    "No deal yet, says union\n\nThe strike committee has not agreed to anything, its speaker Tomas Brandvik "
    "said on Friday. * Members vote on 11 May. [Draft] <b>not</b> final_version | 50% of $300.\x07\n"
    "\n\n    1. Night pay is open.\n# Shifts too."
)

SOURCES = (
    Source(
        "s-harbour", "article", "Ferry line reopens after strike", "The Velmora Courier",
        ("Dana Whitlock", "Per Aasen"),
        "2031-05-08", "https://example.org/news?id=7&lang=en", "2031-05-09", "en", "B",
        "Local daily with a reporter at the quay; owned by a shipping family.", "", sha256(HARBOUR),
    ),
    Source(
        "s-radio", "transcript", "نشرة الميناء", "Radio Orla", (), "2031-05", "javascript:alert(1)",
        "2031-05-09", "ar",
        "C", "Public radio, in Arabic; its desk rewrites agency copy.", "TLP:GREEN", sha256(RADIO),
    ),
    Source(
        "s-union", "statement", "No deal yet, says union [*draft*]", "", (), "",
        "https://example.org/union_(2031)", "",
        "en", "", "", "", sha256(UNION), filename="union.txt",
    ),
    Source("s-unread", title="Harbour statistics 2030", publisher="Port Authority", published="2030",
        text_sha="0" * 64),
)  # fmt: skip

TEXTS = {sha256(t): t for t in (HARBOUR, RADIO, UNION)}
BY_SOURCE = {"s-harbour": HARBOUR, "s-radio": RADIO, "s-union": UNION}


def text_of(sha: str) -> str:
    if sha not in TEXTS:
        raise NotFound("No text is kept.")
    return TEXTS[sha]


def evidence(ident: str, source: str, words: str, stance: str = "supports", **fields: Any) -> Evidence:
    text = BY_SOURCE[source]
    start = text.index(words)
    return Evidence(ident, source, describe(text, (start, start + len(words))), stance, **fields)  # type: ignore[arg-type]


def example() -> Brief:
    """Return the brief; every quote in it stands in its text."""
    return Brief(
        id="b-velmora",
        title="Velmora: the port reopens, the dispute does not end",
        as_of="2031-05-09",
        cut_off="2031-05-09",
        audience="Minister for Transport & Islands",
        author="Desk 4 <North>",
        marking="TLP:AMBER+STRICT",
        standard="icd203",
        edition=2,
        sections=(
            Section("bottom-line", "prose", "Bottom line", items=(
                Claim("c-line", "The southern terminal is set to reopen on **Monday**, before Saint Orla "
                      "runs short of fuel. The dispute behind the strike is *not* settled: expect a second "
                      "stoppage if the vote of 11 May fails.", "assessed"),
                Claim("c-blank", "   ", evidence=(evidence("e-blank", "s-radio", "مستمرة"),)),
            )),
            Section("situation", "situation", "Situation", items=_situation()),
            Section("actors", "actors", "Actors"),
            Section("outlook", "outlook", "Outlook", items=_outlook()),
            Section("gaps", "gaps", "Gaps", items=(
                Claim("c-gap1", "Who pays for the new night shifts; Nordhaven's accounts for 2030 would "
                    "tell.", "gap"),
                Claim("c-gap2", "Whether the pilots would join a second strike.", "gap"),
            )),
            Section("annexes", "prose", "Annexes"),
            Section("source-summary", "summary", "Source summary", items=(
                Claim("c-sum", "Two of three sources report at second hand. None had access to the talks "
                    "themselves.", "editorial"),
            )),
        ),
        actors=(
            Actor("a-torvald", "Ines Torvald", ("the harbour master", "إيناس تورفالد"), "person",
                "Harbour master of Velmora",
                  (Claim("c-pos", "Wants the terminal open before the weekend traffic.", facet="position",
                         evidence=(evidence("e-pos", "s-harbour", "We have an agreement that both sides can "
                             "live with"),)),
                   Claim("c-cap", "She can order tugs but not crews.", "assumption", facet="capability"))),
            Actor("a-union", "Dockers’ Union", (), "organisation", "Speaks for 4,200 workers | night shift"),
            Actor("a-empty"),
        ),
        sources=SOURCES,
    )  # fmt: skip


def _situation() -> tuple[Claim, ...]:
    return (
        Claim("c-open", "The port reopens its southern terminal on Monday, the [harbour "
            "master](https://example.org/port) says.",
              evidence=(evidence("e-open", "s-harbour", "will reopen its southern terminal on Monday",
                  credibility="2"),
                        evidence("e-open2", "s-radio", "الميناء سيُفتح يوم الاثنين",
                            translation="the port will be opened on Monday"),
                        evidence("e-against", "s-union", "has not agreed to anything", "contradicts",
                            note="The union speaks of the deal, not of the terminal"))),
        Claim("c-count", "At least 3,900 of 4,200 dock workers walked out.", marking="TLP:GREEN",
              waivers=(Waiver("L3", "the union's own count, given as such"),),
              evidence=(evidence("e-count", "s-harbour", "The union says at least 3,900 of them\ntook part; "
                  "the operator, Nordhaven A/S, speaks of “fewer than 3,000”"),
                        evidence("e-vote", "s-union",
                            "* Members vote on 11 May. [Draft] <b>not</b> final_version | 50% of "
                            "$300.\x07\n\n\n    1. Night pay is open.\n# Shifts too.", "context"))),
        Claim("c-fuel", "1. Fuel on Saint Orla lasts until 20 May -- if ferries #1 & #2 run... 🚢",
              evidence=(evidence("e-fuel", "s-harbour", "last until 20 May, the energy office said.\x0cPage "
                  "2\nThe ferries Aurora & Brise carry 1,150 passengers  a day 🚢"),)),
        Claim("c-arabic", "قالت إذاعة أورلا إن المحادثات مستمرة (Radio Orla).",
              evidence=(evidence("e-arabic", "s-radio", "وأضافت أن المحادثات مستمرة."),)),
        Claim("c-bare", "Hotels in the old town report cancellations\x0b."),
    )  # fmt: skip


def _outlook() -> tuple[Judgement, ...]:
    return (
        Judgement("j-open", "The terminal opens by Monday evening.", "very likely", "icd203", "moderate",
                  "Two accounts agree, but both go back to one person", "Monday 12 May 2031",
                  ("c-open", "c-fuel"),
                  ("Tugs ordered for Sunday night", "Crews called in by text message")),
        Judgement("j-strike", "A second walk-out follows within a month.", "roughly even chance", "", "low",
            "", "until 9 June 2031",
                  ("c-count", "c-blank"), marking="TLP:AMBER"),
        Judgement("j-open-end", "Ferry fares rise in the autumn."),
    )  # fmt: skip
