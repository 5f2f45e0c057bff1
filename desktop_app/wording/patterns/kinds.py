"""What kinds of cards and pros and cons are called in a sentence; their labels are with the cards."""

from typing import Final

from desktop_app.wording.patterns.pattern import Pattern, pattern

PATTERNS: Final[tuple[Pattern, ...]] = (
    pattern("kind.question.one", "question"),
    pattern("kind.question.many", "questions"),
    pattern("kind.option.one", "option"),
    pattern("kind.option.many", "options"),
    pattern("kind.claim.one", "claim"),
    pattern("kind.claim.many", "claims"),
    pattern("kind.evidence.one", "piece of evidence"),
    pattern("kind.evidence.many", "pieces of evidence"),
    pattern("kind.note.one", "note"),
    pattern("kind.note.many", "notes"),
    pattern("kind.pro.one", "pro"),
    pattern("kind.pro.many", "pros"),
    pattern("kind.con.one", "con"),
    pattern("kind.con.many", "cons"),
)
