"""Commands that check a brief: verify, export."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote

from briefing import citing, house_terms
from briefing.checks import quotes
from briefing.checks.findings import Finding
from briefing.cli.command import Command, brief_argument
from briefing.cli.command_desk import reading
from briefing.cli.models import model_argument, near_by
from briefing.cli.printing import columns, counted, plain, show, tell
from briefing.errors import BadInput
from briefing.exporting import formats, options
from briefing.exporting.options import CHOICES, PLAIN, Options
from briefing.exporting.request import ExportRequest
from briefing.exporting.word import layouts
from briefing.house_terms import HouseTerm
from briefing.model import Brief
from briefing.user_folders import expanded


def _verify_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "brief",
        metavar="BRIEF",
        help=f"the brief file; or an exported {formats.suffixes(formats.verified())} with --sources",
    )
    parser.add_argument(
        "--sources",
        default="",
        metavar="FOLDER",
        help="the articles: check a file that was handed over against them",
    )
    parser.add_argument(
        "--check-number",
        default="",
        metavar="NUMBER",
        help="the check number that the sender names; another one fails",
    )


def _verify_handed(args: Namespace) -> int:
    """Check an exported file with nothing but the articles; return 1 where it is not what left, or a quote
    not as it stands there.
    """
    from briefing.tasks.verify_handed import from_disk

    held = from_disk.check(expanded(args.brief), expanded(args.sources))
    for words in held.unread:
        tell(words)
    checked = held.checked
    rows = [plain(asdict(a), ("more_than_words",)) for a in checked.found]
    quiet = all(a.state == "no quote" for a in checked.quotes)
    lines = [
        columns(a.number or "–", a.state, a.source or "–", a.message or a.quote)
        for a in checked.found
        if a.state != "found" and not (quiet and a.state == "no quote")
    ]
    lines += from_disk.verdict(checked)
    agrees = _agrees(args.check_number, checked.number)
    if not agrees:
        lines.append(_OTHER_NUMBER)
    answer = {
        "quotes": len(checked.quotes), "wrong": len(checked.wrong), "lines": checked.lines,
        "check_number": checked.number, "attested": rows,
    }  # fmt: skip
    show(args, answer, lines)
    return 0 if checked.holds and agrees else 1


def _verify_package(args: Namespace) -> int:
    """Hold an evidence package against its manifest, and its brief against the articles in it; return 1 where
    one of them does not hold.
    """
    from briefing.tasks.verify_handed import from_package

    held = from_package.check(expanded(args.brief))
    package, agrees = held.package, _agrees(args.check_number, held.package.number)
    lines = [columns(part.state, part.path) for part in package.files if part.state != "same"]
    lines += [
        columns(one.number, one.state, one.source, one.quote)
        for one in package.quotes
        if one.state != "found"
    ]
    lines += [columns(a.number or "–", a.state, a.source or "–", a.message or a.quote) for a in held.wrong]
    lines += [*held.verdict(), *([] if agrees else [_OTHER_NUMBER])]
    answer = {
        "check_number": package.number,
        "files": [asdict(one) for one in package.files],
        "quotes": [asdict(one) for one in package.quotes],
        "document": [plain(asdict(a), ("more_than_words",)) for a in held.wrong],
    }
    show(args, answer, lines)
    return 0 if held.holds and agrees else 1


_OTHER_NUMBER = (
    "The check number is not the one that you were given: the list of exported lines in "
    "this file is not the sender's."
)


def _agrees(given: str, number: str) -> bool:
    return not given or "".join(filter(str.isalnum, given)).upper() == number.replace("-", "")


def _verify(args: Namespace) -> int:
    if args.sources:
        return _verify_handed(args)
    if PurePath(args.brief).suffix.casefold() == formats.PACKAGE.suffix:
        return _verify_package(args)
    if formats.reader_for(PurePath(args.brief)) and expanded(args.brief).is_file():
        raise BadInput(
            f"“{Path(args.brief).name}” is not a brief.",
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
        help="only this rule, such as L3; may be repeated",
    )
    parser.add_argument("--sarif", action="store_true", help="print SARIF 2.1.0, for other tools")
    model_argument(parser)


def _named_rules(typed: list[str], known: list[str]) -> list[str]:
    """Return the ids of the rules that were typed. Raises BadInput for one that is not known."""
    wanted = [rule.upper() for rule in typed]
    strays = [rule for rule in wanted if rule not in known]
    if strays:
        raise BadInput(f"There is no rule “{strays[0]}”.", f"One of: {', '.join(known)}.")
    return wanted


def _asking(locks: int) -> str:
    """Return how many findings ask for a reason, as the end of a sentence."""
    if not locks:
        return ""
    return f"; {'one asks' if locks == 1 else f'{locks:,} ask'} for a reason at an export"


def _sarif(brief: Brief, found: Iterable[Finding], name: str) -> dict[str, Any]:
    from briefing.checks.sarif import sarif_log

    return sarif_log(brief, found, quote(Path(name).as_posix()))


def _check(args: Namespace) -> int:
    """Print what the rules find; return 1 while an error stands, or what asks for a reason at an export."""
    from briefing import checks
    from briefing.origins.of_brief import keys_of, origins_of

    wanted = _named_rules(args.rule, [rule.id for rule in checks.CHECKS])
    with reading(args.brief) as desk:
        brief, text_of = desk.brief, desk.text_of
        verdicts = quotes.verify(brief, text_of)
        origins, near = keys_of(origins_of(brief, text_of)), near_by(args.model, brief)
        facts = checks.Facts(verdicts, origins, text_of, date.today(), near, _house_terms(brief))
        asked = [rule for rule in checks.CHECKS if not wanted or rule.id in wanted]
        found = checks.Checker(asked).run(brief, facts)
    if args.sarif:
        print(json.dumps(_sarif(brief, found, args.brief), ensure_ascii=False, indent=2))
        return 1 if checks.standing(found) else 0
    rows = [{**asdict(f), "span": list(f.span) if f.span else None} for f in found]
    lines = [line for f in found for line in _lines_of(f, brief)]
    stood = checks.standing(found)
    errors = sum(f.severity == "error" for f in stood)
    locks = sum(checks.kind_of(f).locks for f in stood)
    lines.append(f"{counted(len(found), 'finding')}, {counted(errors, 'error')} standing{_asking(locks)}.")
    show(args, {"findings": rows, "errors": errors, "ask_for_a_reason": locks}, lines)
    return 1 if stood else 0


def _house_terms(brief: Brief) -> tuple[HouseTerm, ...]:
    """Return the words of the house where the brief asks for them: nobody else is bothered by their file."""
    return house_terms.known() if any(rule.startswith("+") for rule in brief.rules_off) else ()


def _lines_of(finding: Finding, brief: Brief) -> Iterator[str]:
    """Yield a finding as a line, and below what is missing in form the table to fill in."""
    from briefing.checks.completeness import FILL_IN, lacking

    yield columns(finding.rule, finding.severity, finding.item_id, _line_of(finding))
    if finding.fix == FILL_IN and finding.item_id == brief.id:
        yield from (
            columns("", row.source.id, needed.field) for row in lacking(brief) for needed in row.needed
        )


def _line_of(finding: Finding) -> str:
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
    how = parser.add_mutually_exclusive_group()
    how.add_argument(
        "--draft",
        action="store_true",
        help="export as a draft: every page says DRAFT, and whatever stands needs no reason",
    )
    how.add_argument(
        "--force",
        default="",
        metavar="REASON",
        help="export although a quote is lost or a source says otherwise; the file shows the reason",
    )
    look = parser.add_argument_group(
        "how it looks", "what is not given is as at the last export from the window"
    )
    for name, values in CHOICES.items():
        look.add_argument(f"--{name}", choices=values, help=_LOOKS[name])
    others = {name: help for name, help in _LOOKS.items() if name not in CHOICES}
    for name, words in others.items():
        if isinstance(getattr(PLAIN, name), bool):
            look.add_argument(f"--{name}", choices=("yes", "no"), help=words)
        else:
            look.add_argument(f"--{name}", metavar="FILE", help=words)


_LOOKS = {
    "notes": "where the notes are: at the foot of the page, at the end, or a numbered list of sources",
    "citation": "how a note names its source",
    "quotes": "the quotes in the notes",
    "actors": "actors as a table or as a list",
    "page": "the size of the page in Word",
    "links": "how Markdown cites: footnotes, or citation keys with a references file",
    "articles": "the cited articles in an evidence package (.zip): whole, or the quoted words alone",
    "template": f"for a Word file: a template of your house, or one of ours: {', '.join(layouts.ids())}",
    "style": "a CSL style to cite by (with the extra cite)",
    "together": "several quotes of a claim in one note",
    "annex": "an annex with the evidence of every claim",
    "contents": "a table of contents",
    "portions": "the marking of each claim before it",
    "numbered": "paragraphs numbered through, as submissions have them",
    "waivers": "what was let stand, in words, with your reason: in the annex, or in “About this brief”",
}


def _chosen(args: Namespace, brief: Brief) -> Options:
    chosen = options.read(brief.export_choices)
    for name in _LOOKS:
        value = getattr(args, name)
        if value is not None:
            chosen = options.with_choice(chosen, name, value)
    return chosen


def _export(args: Namespace) -> int:
    from briefing.tasks.write_export import publish

    path = expanded(args.output)
    with reading(args.brief) as desk:
        request = ExportRequest(desk.brief, _chosen(args, desk.brief), draft=args.draft)
        report = publish(request, desk.text_of, path, reason=args.force, original_of=desk.store.original)
    show(args, {**plain(asdict(report)), "path": str(report.path)}, [str(report.path)])
    for remark in report.remarks:
        tell(remark)
    kind = formats.exporter_for(path)
    if args.template is not None and "template" not in kind.options:
        tell(f"{kind.name} takes no Word template: the one given was not used.")
    return 0


def _references_arguments(parser: ArgumentParser) -> None:
    brief_argument(parser)
    parser.add_argument(
        "-o", "--output", required=True, metavar="FILE", help=f"the file to write: {citing.suffixes()}"
    )
    parser.add_argument("--cited", action="store_true", help="only the sources that are quoted")


def _references(args: Namespace) -> int:
    from briefing import lookup
    from briefing.tasks import write_export

    path = expanded(args.output)
    kind = citing.format_for(path)
    with reading(args.brief) as desk:
        quoted = {linked.source for _, linked in lookup.evidence(desk.brief)}
        sources = [s for s in desk.brief.sources if not args.cited or s.id in quoted]
        write_export.write(path, citing.write(kind, sources).encode())
    show(args, {"path": str(path), "sources": len(sources)}, [str(path)])
    return 0


REFERENCES = Command(
    "references", "write the list of sources for a reference manager", "references idlib.brief -o idlib.ris",
    _references_arguments, _references, True,
)  # fmt: skip
VERIFY = Command(
    "verify", "find every quote again in its source; exit code 1 where one fails", "verify idlib.brief",
    _verify_arguments, _verify, True,
    "With --sources a file that was handed over is checked by somebody who has only the articles: every "
    "quote is looked for letter by letter, every other line is compared with the list of exported lines "
    "that the file keeps, and claims are named that have no evidence, or another number than their quotes. "
    "A file without that list fails.",
)  # fmt: skip
CHECK = Command(
    "check", "ask the rules of the craft; exit code 1 where an error stands, or what asks for a reason at "
        "an export", "check idlib.brief --rule L3 --rule L14",
    _check_arguments, _check, True,
    "A finding can be waived with `set ID waivers \"L14: the reason\"`, a rule switched off with `set brief "
    "rules_off L14`.",
)  # fmt: skip
EXPORT = Command(
    "export", f"write the brief as {formats.named(formats.written())}", "export idlib.brief -o idlib.docx",
    _export_arguments,
    _export, True,
    "Every quote is found again first, and every rule asked. Where a quote is not found where it was made, "
    "or a claim says otherwise than a source, nothing is written and the exit code is 1, unless --force "
    "gives a reason or --draft makes it a draft. Other errors are named and stop nothing.",
)  # fmt: skip
