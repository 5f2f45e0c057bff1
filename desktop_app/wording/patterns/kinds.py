"""How many cards of a kind, in a sentence; the labels of kinds are with the cards."""

from typing import Final

from desktop_app.wording.patterns.pattern import Pattern, counted

PATTERNS: Final[tuple[Pattern, ...]] = (
    counted("kind.question", "{count} question", "{count} questions", count="count"),
    counted("kind.option", "{count} option", "{count} options", count="count"),
    counted("kind.claim", "{count} claim", "{count} claims", count="count"),
    counted("kind.evidence", "{count} piece of evidence", "{count} pieces of evidence", count="count"),
    counted("kind.note", "{count} note", "{count} notes", count="count"),
)
