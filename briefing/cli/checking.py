"""Commands that check a brief: verify, export."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from briefing.checks import quotes
from briefing.cli.command import Command, brief_argument
from briefing.cli.opening import reading
from briefing.cli.printing import columns, counted, plain, show, tell


def _verify(args: Namespace) -> int:
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


def _export_arguments(parser: ArgumentParser) -> None:
    brief_argument(parser)
    parser.add_argument(
        "-o", "--output", required=True, metavar="FILE", help="the file to write; its ending says the format"
    )
    parser.add_argument(
        "--force", default="", metavar="REASON", help="export although quotes fail; the file shows the reason"
    )


def _export(args: Namespace) -> int:
    from briefing.publish import publish

    path = Path(args.output).expanduser()
    with reading(args.brief) as desk:
        report = publish(
            desk.brief, desk.text_of, path, force=args.force.strip(), now=datetime.now().astimezone()
        )
    show(args, {**plain(asdict(report)), "path": str(report.path)}, [str(report.path)])
    for remark in report.remarks:
        tell(remark)
    return 0


VERIFY = Command(
    "verify", "find every quote again in its source; exit code 1 where one fails", "verify idlib.brief",
    brief_argument, _verify, True,
)  # fmt: skip
EXPORT = Command(
    "export", "write the brief as Word, Markdown or HTML", "export idlib.brief -o idlib.docx", _export_arguments,
    _export, True,
    "Every quote is found again first. Where one fails nothing is written and the exit code is 1, unless --force "
    "gives a reason.",
)  # fmt: skip
