"""Spelling of what a brief says: dictionaries, a person's own words, and which words are no dictionary's."""

from briefing.spelling.dictionaries import DictionaryFile, folders, language_names, region, region_of
from briefing.spelling.own_words import OwnWords, ignored_in, of_user
from briefing.spelling.speller import Speller, load, ready
from briefing.spelling.word_check import UnknownWord, known_names, unknown_words

__all__ = [
    "DictionaryFile",
    "OwnWords",
    "Speller",
    "UnknownWord",
    "folders",
    "ignored_in",
    "known_names",
    "language_names",
    "load",
    "of_user",
    "ready",
    "region",
    "region_of",
    "unknown_words",
]
