"""What is asked of an export, as one record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from briefing.exporting.options import PLAIN, Options
from briefing.model import Brief

if TYPE_CHECKING:
    from briefing.citing.csl_styles import Styled
    from briefing.exporting.blocks import Proof, StandingBlock


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """A brief and how it leaves. `broken` names evidence whose note must say that it was not found.

    `standing` is what stood when it left; a `draft` says on each page that it is one; `made` is when, None
    for a preview.
    `proof` is what the checks found, for the annex of evidence (`options.annex`) and what was set aside
    (`options.waivers`); `styled` how a CSL style names each source (`options.style`).
    `picture_of` gives the picture of a figure by its SHA-256, and raises NotFound or StorageError; None where
    only the words are asked for. `name`: the stem of the file's name.
    """

    brief: Brief
    options: Options = PLAIN
    broken: frozenset[str] = frozenset()
    standing: StandingBlock | None = None
    draft: bool = False
    made: datetime | None = None
    proof: Proof | None = None
    styled: Mapping[str, Styled] | None = None
    picture_of: Callable[[str], bytes] | None = None
    name: str = "brief"
