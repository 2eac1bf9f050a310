"""Suggested evidence: the sentences of the sources that best carry a claim."""

from briefing.suggest.best_sentences import Finder, Suggestion, search_words, suggest, suggest_in
from briefing.suggest.semantic import Ranker, load

__all__ = ["Finder", "Ranker", "Suggestion", "load", "search_words", "suggest", "suggest_in"]
