"""The command for a model for suggestions by meaning: what its folder lacks; a brief read ahead: model."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import asdict
from typing import TYPE_CHECKING

from briefing.cli.command import Command
from briefing.cli.command_desk import reading
from briefing.cli.printing import columns, counted, show, tell
from briefing.user_folders import expanded

if TYPE_CHECKING:
    from briefing.checks.rule_types import Near
    from briefing.model import Brief
    from briefing.suggest.model_check import ModelReport


def model_argument(parser: ArgumentParser) -> None:
    """Add the option that names a model for what the articles have in other words."""
    parser.add_argument(
        "--model",
        default="",
        metavar="FOLDER",
        help="look in the articles by meaning for what no quote has: a folder with model.onnx and "
        "tokenizer.json",
    )


def near_by(folder: str, brief: Brief | None = None) -> Near | None:
    """Return what looks in articles by meaning with the model of a folder, None where none is named.

    The vectors are kept where those of the brief are. Raises ModelFailed.
    """
    if not folder:
        return None
    from briefing.finder import vectors_for
    from briefing.suggest import load
    from briefing.suggest.nearness import Nearness

    return Nearness(load(expanded(folder), vectors_for(brief) if brief else None)).sentences


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("folder", metavar="FOLDER", help="a folder with model.onnx and tokenizer.json")
    parser.add_argument(
        "--embed",
        default="",
        metavar="BRIEF",
        help="read the articles of a brief with it ahead: what suggestions need is then kept",
    )


def _model(args: Namespace) -> int:
    """Print what the folder holds; return 1 where suggestions cannot use it."""
    from briefing.suggest.model_check import checked

    if args.embed:
        return _embed(args)
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


def _embed(args: Namespace) -> int:
    """Make the vectors of a brief's sentences, with a line at each tenth of them."""
    from briefing.finder import vectors_for
    from briefing.suggest import load
    from briefing.suggest.ahead import make_ahead

    shown = [0]

    def progress(done: int, total: int) -> None:
        if done * 10 // total > shown[0]:
            shown[0] = done * 10 // total
            tell(f"{done:,} of {counted(total, 'sentence')} …")

    with reading(args.embed) as desk:
        embedding = load(expanded(args.folder), vectors_for(desk.brief))
        made = make_ahead(embedding, desk.brief, desk.text_of, progress)
    words = f"{counted(made.sentences, 'sentence')}, {made.made:,} of them new."
    show(args, asdict(made), [words])
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
    "its tokenizer.json. One sentence is embedded, and compared with one of like meaning and another. With "
    "--embed the sentences of a brief's articles are read ahead, and how far it is goes to standard error.",
)  # fmt: skip
