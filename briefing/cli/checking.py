"""Commands that check a brief: verify, export."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path

from briefing.checks import quotes
from briefing.checks.findings import Finding
from briefing.cli.command import Command, brief_argument
from briefing.cli.opening import reading
from briefing.cli.printing import columns, counted, plain, show, tell
from briefing.errors import BadInput
from briefing.exporting import options
from briefing.exporting.options import CHOICES, Options
from briefing.model import Brief
from briefing.outside import reader
from briefing.places import expanded

_MOST_BYTES = 255 << 20


def _verify_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "brief", metavar="BRIEF", help="the brief file; or an exported .docx or .md with --sources"
    )
    parser.add_argument(
        "--sources",
        default="",
        metavar="FOLDER",
        help="the articles: check a file that was handed over against them",
    )


def _verify_handed(args: Namespace) -> int:
    """Check an exported file with nothing but the articles; return 1 where a quote is not as it stands there."""
    from briefing.attest import verify_file
    from briefing.importing import door

    path, folder = expanded(args.brief), expanded(args.sources)
    data = _exported(path)
    texts: dict[str, str] = {}
    for result in door.read_files([folder]):
        if isinstance(result, door.Imported):
            texts[result.name] = result.text
        elif isinstance(result, door.Failed) and (result.leads_out or not result.skipped):
            tell(f"{result.message} {result.hint}")
    if not texts:
        raise BadInput(
            f"There is no article in {folder}.", "Give the folder, or the file, that the quotes come from."
        )
    found = verify_file(path.name, data, texts)
    wrong = [a for a in found if not a.holds]
    quotes_in = [a for a in found if not a.of_claim]
    rows = [{**asdict(a), "span": list(a.span) if a.span else None} for a in found]
    shown = [a for a in quotes_in if a.state != "no quote"]
    lines = [
        columns(a.number or "–", a.state, a.source or "–", a.message or a.quote)
        for a in found
        if a.state != "found" and (shown or a.of_claim)
    ]
    lines.append(_verdict(len(shown), len(quotes_in), sum(not a.of_claim for a in wrong)))
    show(args, {"quotes": len(quotes_in), "wrong": len(wrong), "attested": rows}, lines)
    return 1 if wrong or not shown else 0


def _exported(path: Path) -> bytes:
    """Return the bytes of an exported file. Raises BadInput."""
    try:
        data = reader.read(path, _MOST_BYTES + 1)
    except (FileNotFoundError, reader.NotAFile) as error:
        raise BadInput(f"There is no file {path}.", "Give the exported .docx or .md file.") from error
    except OSError as error:
        raise reader.why_not(error, path.name) from error
    if len(data) > _MOST_BYTES:
        raise BadInput(f"“{path.name}” is larger than {_MOST_BYTES >> 20} MiB.", "Is it the right file?")
    return data


def _verdict(shown: int, quotes_in: int, wrong: int) -> str:
    """Return the last line. A file that shows no quotes cannot be checked, and that is no pass."""
    if not shown:
        return (
            "This file shows no quotes, so nothing in it can be held against the articles. "
            "Ask for an export with its quotes, or with the annex of evidence."
        )
    return f"{quotes_in - wrong} of {counted(quotes_in, 'quote')} found in the articles, word for word."


def _verify(args: Namespace) -> int:
    if args.sources:
        return _verify_handed(args)
    if Path(args.brief).suffix.lower() in (".docx", ".md") and expanded(args.brief).is_file():
        raise BadInput(
            f"“{Path(args.brief).name}” is no brief.",
            "An exported file needs the articles too: --sources FOLDER.",
        )
    with reading(args.brief) as desk:
        verdicts = quotes.verify(desk.brief, desk.text_of)
    lost = [v for v in verdicts if not v.holds]
    found = len(verdicts) - len(lost)
    rows = [{**asdict(v), "span": list(v.span) if v.span else None} for v in verdicts]
    lines = [columns(v.claim_id, v.evidence_id, v.source_id, v.state, v.message) for v in lost]
    lines.append(f"{found} of {counted(len(verdicts), 'quote')} found in their sources, word for word.")
    show(args, {"quotes": len(verdicts), "found": found, "verdicts": rows}, lines)
    if lost:
        tell(
            f"{counted(len(lost), 'quote')} of “{Path(args.brief).name}” cannot be found where made. "
            "Link the passages again, or `unlink` them."
        )
    return 1 if lost else 0


def _check_arguments(parser: ArgumentParser) -> None:
    brief_argument(parser)
    parser.add_argument(
        "--rule",
        action="append",
        default=[],
        metavar="ID",
        help="only this rule, such as L3; may be said again",
    )


def _check(args: Namespace) -> int:
    """Print what the rules find; return 1 while an error stands."""
    from briefing import checks
    from briefing.origins.whole import keys_of, origins_of

    known = [rule.id for rule in checks.CHECKS]
    wanted = [rule.upper() for rule in args.rule]
    strays = [rule for rule in wanted if rule not in known]
    if strays:
        raise BadInput(f"There is no rule “{strays[0]}”.", f"One of: {', '.join(known)}.")
    with reading(args.brief) as desk:
        brief, text_of = desk.brief, desk.text_of
        verdicts = quotes.verify(brief, text_of)
        facts = checks.Facts(verdicts, keys_of(origins_of(brief, text_of)), text_of, date.today())
        found = [f for f in checks.run(brief, facts) if not wanted or f.rule in wanted]
    rows = [{**asdict(f), "span": list(f.span) if f.span else None} for f in found]
    lines = [columns(f.rule, f.severity, f.item_id, _said(f)) for f in found]
    errors = checks.standing(found)
    lines.append(f"{counted(len(found), 'finding')}, {counted(len(errors), 'error')} standing.")
    show(args, {"findings": rows, "errors": len(errors)}, lines)
    return 1 if errors else 0


def _said(finding: Finding) -> str:
    return (
        f"{finding.message} (waived: {finding.waived})"
        if finding.waived
        else f"{finding.message} {finding.hint}".strip()
    )


def _export_arguments(parser: ArgumentParser) -> None:
    brief_argument(parser)
    parser.add_argument(
        "-o", "--output", required=True, metavar="FILE", help="the file to write; its ending says the format"
    )
    parser.add_argument(
        "--force",
        default="",
        metavar="REASON",
        help="export although errors stand; the file shows the reason",
    )
    look = parser.add_argument_group(
        "how it looks", "what is not said is as at the last export from the window"
    )
    for name, values in CHOICES.items():
        look.add_argument(f"--{name}", choices=values, help=_LOOKS[name])
    for name in ("template", "style"):
        look.add_argument(f"--{name}", metavar="FILE", help=_LOOKS[name])
    for name in ("together", "annex", "contents", "portions"):
        look.add_argument(f"--{name}", choices=("yes", "no"), help=_LOOKS[name])


_LOOKS = {
    "notes": "where the notes stand: at the foot of the page, at the end, or a numbered list of sources",
    "citation": "how a note names its source",
    "quotes": "the quotes in the notes",
    "actors": "actors as a table or as a list",
    "page": "the size of the page in Word",
    "links": "how Markdown cites: footnotes, or citation keys with a references file",
    "template": "a Word template of your house, or one of ours: memo, one-pager, situation-report",
    "style": "a CSL style to cite by (with the extra cite)",
    "together": "several quotes of a claim in one note",
    "annex": "an annex with the evidence of every claim",
    "contents": "a table of contents",
    "portions": "the marking of each claim before it",
}


def _chosen(args: Namespace, brief: Brief) -> Options:
    chosen = options.read(brief.export_choices)
    for name in _LOOKS:
        value = getattr(args, name)
        if value is not None:
            chosen = options.with_choice(chosen, name, value)
    return chosen


def _export(args: Namespace) -> int:
    from briefing.publish import publish

    path = expanded(args.output)
    with reading(args.brief) as desk:
        report = publish(
            desk.brief, desk.text_of, path, force=args.force.strip(), now=datetime.now().astimezone(),
            options=_chosen(args, desk.brief),
        )  # fmt: skip
    show(args, {**plain(asdict(report)), "path": str(report.path)}, [str(report.path)])
    for remark in report.remarks:
        tell(remark)
    return 0


def _references_arguments(parser: ArgumentParser) -> None:
    brief_argument(parser)
    parser.add_argument(
        "-o", "--output", required=True, metavar="FILE", help="the file to write: .json (CSL), .ris or .bib"
    )
    parser.add_argument("--cited", action="store_true", help="only the sources that are quoted")


def _references(args: Namespace) -> int:
    from briefing import citing, lookup, publish

    path = expanded(args.output)
    kind = citing.format_for(path)
    with reading(args.brief) as desk:
        quoted = {linked.source for _, linked in lookup.evidence(desk.brief)}
        sources = [s for s in desk.brief.sources if not args.cited or s.id in quoted]
        publish.write(path, citing.write(kind, sources).encode())
    show(args, {"path": str(path), "sources": len(sources)}, [str(path)])
    return 0


REFERENCES = Command(
    "references", "write the list of sources for a reference manager", "references idlib.brief -o idlib.ris",
    _references_arguments, _references, True,
)  # fmt: skip
VERIFY = Command(
    "verify", "find every quote again in its source; exit code 1 where one fails", "verify idlib.brief",
    _verify_arguments, _verify, True,
    "With --sources a file that was handed over is checked by somebody who has only the articles: every quote is "
    "looked for letter by letter, and claims are named that have no evidence, or another number than their quotes.",
)  # fmt: skip
CHECK = Command(
    "check", "ask the rules of the craft; exit code 1 where an error stands", "check idlib.brief --rule L3 --rule L14",
    _check_arguments, _check, True,
    "A finding can be waived with `set ID waivers \"L14: the reason\"`, a rule switched off with `set brief "
    "rules_off L14`.",
)  # fmt: skip
EXPORT = Command(
    "export", "write the brief as Word, Markdown or HTML", "export idlib.brief -o idlib.docx", _export_arguments,
    _export, True,
    "Every quote is found again first, and every rule asked. Where a quote fails or an error stands nothing is "
    "written and the exit code is 1, unless --force gives a reason.",
)  # fmt: skip
