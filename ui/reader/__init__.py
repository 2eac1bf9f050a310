"""The reader: an article typeset for reading, its marks, and the gestures that link its words.

Foreign text is shown as plain text only. Offsets outside this package are code points of the source text.
"""

from ui.reader.article_marks import ArticleHeader, ArticleMark
from ui.reader.reader_pane import ReaderPane

__all__ = ["ArticleHeader", "ArticleMark", "ReaderPane"]
