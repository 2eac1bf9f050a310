"""What days the words of an article mean: the article's own date resolves "Sunday" and "last week"."""

from briefing.language.when.grammar import When, resolve

__all__ = ["When", "resolve"]
