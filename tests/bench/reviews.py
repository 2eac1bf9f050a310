"""Export and review of large briefs: nothing changed, one claim in ten reworded, all tags lost."""

from __future__ import annotations

import resource
from functools import partial

from briefing.exporting.word.elements import W
from tests.bench.briefs import large
from tests.bench.measure import row, seconds
from tests.briefing.reviewing.word import Desk, exported, review


def reworded(data: bytes) -> bytes:
    """Return the file with a tracked word in each tenth claim."""
    desk = Desk(data)
    for content in list(desk.body.iter(f"{W}sdtContent"))[::10]:
        word = desk.words(content).split()[1]
        desk.track(content, word, "otherwise")
    return desk.save()


def untagged(data: bytes) -> bytes:
    """Return the file without tags, bookmarks and manifest, each tenth claim reworded."""
    desk = Desk(reworded(data))
    for name in ("tag", "bookmarkStart", "bookmarkEnd"):
        for element in list(desk.body.iter(f"{W}{name}")):
            element.getparent().remove(element)
    desk.forget()
    return desk.save()


def main() -> None:
    """Print times for 100, 1,000 and 10,000 claims, and the memory they took."""
    for claims in (100, 1_000, 10_000):
        brief, _, _ = large(claims, 20, 60_000 if claims > 1000 else 20_000)
        data = exported(brief)
        times = 3 if claims <= 1000 else 1
        row(f"export, {claims:,} claims", seconds(partial(exported, brief), times), "s")
        changed, bare = reworded(data), untagged(data)
        for name, file in (
            ("untouched", data),
            ("a tenth reworded", changed),
            ("no tags, a tenth reworded", bare),
        ):
            took = seconds(partial(review, brief, file), times)
            row(f"review, {claims:,} claims, {name}", took, "s")
        found = review(brief, changed).proposals
        row(f"proposals, {claims:,} claims", len(found), "", None)
        row("memory so far", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "MB")


if __name__ == "__main__":
    main()
