"""The reader: an article typeset for reading, its marks, and the gestures that link its words.

Foreign text is shown as plain text only. Offsets outside this package are code points of the source text.
"""

from ui.reader.marks import Header, Mark
from ui.reader.reader import Reader

__all__ = ["Header", "Mark", "Reader"]
