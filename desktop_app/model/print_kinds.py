"""How a brief is printed, in a few words each: what the record `Brief` chooses from."""

from enum import StrEnum


class Margins(StrEnum):
    """How much white a page of a brief keeps around its text."""

    NARROW = "narrow"
    NORMAL = "normal"
    WIDE = "wide"


class CitationStyle(StrEnum):
    """How a brief names its sources: by numbers of a list, in footnotes, or as (author, date)."""

    NUMBERS = "numbers"
    FOOTNOTES = "footnotes"
    AUTHOR_DATE = "author-date"
