"""The Word templates that come with the program: one record each, which the command line and the window
read.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class WordLayout:
    """One template: `id` is also the name of its file in resources/word, `name` is shown to people.

    `one_page`: it promises to fill one page.
    """

    id: str
    name: str
    one_page: bool = False

    def read(self) -> bytes:
        """Return the bytes of the template."""
        return files("resources").joinpath("word", f"{self.id}.docx").read_bytes()


LAYOUTS: tuple[WordLayout, ...] = (
    WordLayout("memo", "Memo"),
    WordLayout("one-pager", "One page", one_page=True),
    WordLayout("situation-report", "Situation report"),
)


def ids() -> tuple[str, ...]:
    """Return the ids of all, in the order in which they are offered."""
    return tuple(layout.id for layout in LAYOUTS)


def layout_of(ident: str) -> WordLayout | None:
    """Return the template of an id, None for the path of another one."""
    return next((layout for layout in LAYOUTS if layout.id == ident), None)
