"""The command that checks a folder with a model for suggestions by meaning: model."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import asdict
from typing import TYPE_CHECKING

from briefing.cli.command import Command
from briefing.cli.printing import columns, show, tell
from briefing.user_folders import expanded

if TYPE_CHECKING:
    from briefing.suggest.model_check import ModelReport


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("folder", metavar="FOLDER", help="a folder with model.onnx and tokenizer.json")


def _model(args: Namespace) -> int:
    """Print what the folder holds; return 1 where suggestions cannot use it."""
    from briefing.suggest.model_check import checked

    report = checked(expanded(args.folder))
    show(args, asdict(report), _lines(report))
    if report.wrong:
        tell(f"{report.wrong} {report.hint}")
        return 1
    if report.like <= report.unlike:
        tell(
            "It embeds, but like sentences are no nearer than others (in English). "
            "Is the tokenizer that of this model?"
        )
    return 0


def _lines(report: ModelReport) -> list[str]:
    found = [
        columns("model", report.model or "missing"),
        columns("tokenizer", report.tokenizer or "missing"),
    ]
    if report.wrong:
        return found
    from briefing.suggest.model_check import LIKE, SENTENCE, UNLIKE

    return [
        *found,
        columns("output", report.output, report.pooling),
        columns("dimensions", report.dimensions),
        columns("embedded", f"“{SENTENCE}”"),
        columns("cosine", report.like, f"“{LIKE}”"),
        columns("cosine", report.unlike, f"“{UNLIKE}”"),
    ]


MODEL = Command(
    "model", "check whether suggestions can use the model of a folder; exit code 1 where not",
    "model ~/models/minilm",
    _arguments, _model, True,
    "The folder holds a sentence-embedding model in ONNX form (model.onnx, there or in its folder onnx) and "
    "its tokenizer.json. One sentence is embedded, and compared with one of like meaning and another.",
)  # fmt: skip
