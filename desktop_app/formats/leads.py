"""Leads: the few words before a colon by which a list item says its point, as articles have them."""

from dataclasses import dataclass
from typing import Final

_LONGEST_LEAD: Final = 100
_MOST_WORDS: Final = 14


@dataclass(frozen=True, slots=True)
class ItemLead:
    """A list item taken apart: what it claims, and the rest."""

    claim: str
    rest: str


def split_lead(text: str) -> ItemLead | None:
    """The lead of a text and what follows it; None when it has none."""
    claim, colon, rest = text.partition(": ")
    claim, rest = claim.strip(), rest.strip()
    if not colon or not claim or not rest or len(claim) > _LONGEST_LEAD or len(claim.split()) > _MOST_WORDS:
        return None
    return ItemLead(claim, rest)
