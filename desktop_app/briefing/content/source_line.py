"""A source as the list of sources has it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source in the list.

    Attributes:
        number: by which the text cites it, from 1.
        text: author, title, publisher, date as one line.
        url: as it was given; made a link only if it is safe.
        grade: reliability and credibility in words, and how far it was checked.
        places: where in it, and what is quoted.
        short: author and year, for citing in the text.
    """

    number: int
    text: str
    url: str
    grade: str
    places: tuple[str, ...] = ()
    short: str = ""
