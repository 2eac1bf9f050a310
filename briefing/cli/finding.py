"""Commands that find words and evidence over all articles: search, suggest."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import asdict
from typing import TYPE_CHECKING

from briefing import edits, inline
from briefing.cli.command import Command, brief_argument
from briefing.cli.command_desk import CommandDesk, editing, find_claim, reading
from briefing.cli.printing import columns, counted, show, tell
from briefing.errors import BadInput
from briefing.model import Brief, Claim, Evidence, new_id
from briefing.quoting import anchor
from briefing.user_folders import expanded

if TYPE_CHECKING:
    from briefing.suggest import Suggestion


def _search_arguments(parser: ArgumentParser) -> None:
    brief_argument(parser)
    parser.add_argument(
        "query",
        metavar="QUERY",
        help='words, "phrases", prefix*, one OR another, -without; outlet:AP after:2020-03',
    )
    parser.add_argument("--outlet", default="", metavar="NAME", help="only articles of this outlet")
    parser.add_argument("--since", default="", metavar="DATE", help="only articles of this date or later")
    parser.add_argument("--until", default="", metavar="DATE", help="only articles of this date or earlier")
    parser.add_argument("--grade", default="", metavar="LETTER", help="only sources of this grade")
    use = parser.add_mutually_exclusive_group()
    use.add_argument("--used", action="store_true", help="only articles that are quoted")
    use.add_argument("--unused", action="store_true", help="only articles that are not quoted yet")
    parser.add_argument("--limit", type=int, default=20, metavar="N", help="at most this many articles (20)")


def _search(args: Namespace) -> int:
    from briefing.finder import Filters, index_for, parse, search
    from briefing.finder.filters import is_date

    for name, value in (("since", args.since), ("until", args.until)):
        if value and not is_date(value):
            raise BadInput(f"--{name} “{value}” is not a date.", "Write it as 2020-03-13, 2020-03 or 2020.")
    used = True if args.used else False if args.unused else None
    filters = Filters(outlet=args.outlet, since=args.since, until=args.until, grade=args.grade, used=used)
    with reading(args.brief) as desk:
        brief = desk.brief
        index = index_for(brief)
        try:
            index.update(brief.sources, desk.text_of)
            hits = search(
                index,
                brief.sources,
                args.query,
                desk.text_of,
                filters=filters,
                used=_quoted(brief),
                limit=args.limit,
            )
            found = {hit.source_id for hit in hits}
            texts = {s.id: index.read(s.text_sha, desk.text_of).text for s in brief.sources if s.id in found}
        finally:
            index.close()
    rows = [{**asdict(h), "words": texts[h.source_id][h.start : h.end]} for h in hits]
    lines = [columns(h.source_id, h.start, _lit(texts[h.source_id], h.start, h.end, h.spans)) for h in hits]
    for word in parse(args.query).ignored:
        tell(f"“{word}” is nothing to search for and was ignored.")
    lines.append(f"{counted(len(hits), 'passage')} in {counted(len(texts), 'article')}.")
    show(args, {"hits": rows}, lines)
    return 0


def _quoted(brief: Brief) -> frozenset[str]:
    from briefing import lookup

    return frozenset(linked.source for _, linked in lookup.evidence(brief))


def _lit(text: str, start: int, end: int, spans: tuple[tuple[int, int], ...]) -> str:
    """Return a passage with the found words between « and »."""
    shown, at = "", start
    for low, high in sorted(spans):
        if low < at:
            continue
        shown += f"{text[at:low]}«{text[low:high]}»"
        at = high
    return shown + text[at:end]


def _suggest_arguments(parser: ArgumentParser) -> None:
    brief_argument(parser)
    parser.add_argument("claim", metavar="CLAIM", nargs="?", default="", help="a claim's id or its beginning")
    parser.add_argument(
        "--text", default="", metavar="WORDS", help="words to find evidence for, in place of a claim"
    )
    parser.add_argument("--limit", type=int, default=5, metavar="N", help="at most this many passages (5)")
    parser.add_argument("--link", type=int, default=0, metavar="N", help="link the passage with this number")
    parser.add_argument(
        "--model",
        default="",
        metavar="FOLDER",
        help="compare meaning too: a folder with model.onnx and tokenizer.json",
    )


def _refuse_unclear(args: Namespace) -> None:
    """Raise BadInput where the arguments do not say for what evidence is sought, or to what it is linked."""
    if bool(args.claim) == bool(args.text):
        raise BadInput("Name a claim, or give --text, and not both.", "See `outline` for the ids.")
    if args.link and not args.claim:
        raise BadInput("Only a claim can be linked to.", "Name the claim in place of --text.")


def _linked_to(claim: Claim) -> tuple[tuple[str, int, int], ...]:
    """Return the passages that a claim has as evidence: the source, and from where to where, in code
    points.
    """
    return tuple((e.source, e.quote.start, e.quote.end) for e in claim.evidence)


def _numbered(found: tuple[Suggestion, ...], number: int) -> Suggestion:
    """Return the passage with this number, counted from 1. Raises BadInput where there is none."""
    if not 1 <= number <= len(found):
        raise BadInput(f"There is no passage {number}.", f"They are numbered 1 to {len(found)}.")
    return found[number - 1]


def _suggest(args: Namespace) -> int:
    _refuse_unclear(args)
    opened = editing(args.brief) if args.link else reading(args.brief)
    with opened as desk:
        claim = find_claim(desk.brief, args.claim) if args.claim else None
        words = inline.plain(claim.text) if claim is not None else args.text
        linked = _linked_to(claim) if claim is not None else ()
        found = _suggestions(desk, words, linked, args)
        texts = {
            s.id: desk.text_of(s.text_sha) for s in desk.brief.sources if s.id in {f.source_id for f in found}
        }
        if args.link and claim is not None:
            _link(desk, claim.id, _numbered(found, args.link))
    rows = [{**asdict(f), "text": texts[f.source_id][f.start : f.end]} for f in found]
    show(
        args,
        {"suggestions": rows},
        [
            columns(n, f.source_id, f.start, f"“{texts[f.source_id][f.start : f.end]}”", f.why)
            for n, f in enumerate(found, start=1)
        ]
        or ["No article has anything similar."],
    )
    return 0


def _suggestions(
    desk: CommandDesk, words: str, linked: tuple[tuple[str, int, int], ...], args: Namespace
) -> tuple[Suggestion, ...]:
    from briefing.finder import index_for, vectors_for
    from briefing.suggest import load, suggest

    ranker = load(expanded(args.model), vectors_for(desk.brief)) if args.model else None
    index = index_for(desk.brief)
    try:
        index.update(desk.brief.sources, desk.text_of)
        return suggest(
            words,
            desk.brief.sources,
            desk.text_of,
            finder=index,
            linked=linked,
            limit=args.limit,
            ranker=ranker,
        )
    finally:
        index.close()


def _link(desk: CommandDesk, claim_id: str, found: Suggestion) -> None:
    source = next(s for s in desk.brief.sources if s.id == found.source_id)
    quote = anchor.describe(desk.text_of(source.text_sha), (found.start, found.end), source.text_sha)
    evidence = Evidence(new_id("e"), source.id, quote)
    desk.apply("Link a suggested quote", edits.link_quote, claim_id, evidence)
    tell(f"Linked to {claim_id} as {evidence.id}.")


SEARCH = Command(
    "search", "find words over all articles", 'search idlib.brief "joint patrols"', _search_arguments,
    _search, True,
    "The found words stand between « and ». Case and accents do not matter.",
)  # fmt: skip
SUGGEST = Command(
    "suggest", "suggest evidence for a claim over all articles", "suggest idlib.brief c7m2 --link 1",
    _suggest_arguments,
    _suggest, True,
)  # fmt: skip
