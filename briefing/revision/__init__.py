"""Two versions of one article: what changed between them, and what that means for the quotes.

`compare` (words), `recall` (quotes and their claims), `suspects` (which source a new one may replace).
Nothing here moves a quote: a person accepts what `recall` proposes (`edits.revisions`).
"""

from briefing.revision.recall import Recalled, recall
from briefing.revision.suspects import address, suspects
from briefing.revision.word_difference import Hunk, compare

__all__ = ["Hunk", "Recalled", "address", "compare", "recall", "suspects"]
