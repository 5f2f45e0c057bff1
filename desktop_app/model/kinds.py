"""What kinds of cards and the two stances are called and how they look: one row each, for screens, paper and texts."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from desktop_app.model.records import CardKind, Stance
from desktop_app.wording.sentence import Sentence, say

PLUS: Final = "+"
MINUS: Final = "\N{MINUS SIGN}"
QUOTE: Final = "\N{HEAVY DOUBLE TURNED COMMA QUOTATION MARK ORNAMENT}"


@dataclass(frozen=True, slots=True)
class Naming:
    """A kind of card, or a stance, as people meet it.

    Attributes:
        label: as a title ("Evidence").
        sign: the sign that stands for it on screen and paper.
        typed: the sign that begins its line in the text grammar.
        role: the colour by meaning, as `drawing.palette.Role` names it.
        is_statement: it can be true, so that it has a likelihood, sources, and pros and cons by being one itself.
    """

    label: Sentence
    sign: str
    typed: str
    role: str
    is_statement: bool


def _naming(key: str, sign: str, typed: str, role: str, *, is_statement: bool = False) -> Naming:
    return Naming(say(f"card.{key}"), sign, typed, role, is_statement)


def kind_counted(kind: CardKind, count: int) -> Sentence:
    """So many cards of a kind: "1 question", "3 pieces of evidence"."""
    return say(f"kind.{kind.value}", count=count)


KINDS: Final[Mapping[CardKind, Naming]] = MappingProxyType(
    {
        CardKind.QUESTION: _naming("question", "?", "?", "question"),
        CardKind.OPTION: _naming("option", "◆", "*", "option"),
        CardKind.CLAIM: _naming("claim", "•", "+", "muted", is_statement=True),
        CardKind.EVIDENCE: _naming("evidence", QUOTE, ">", "evidence", is_statement=True),
        CardKind.NOTE: _naming("note", "·", "?", "note"),
    }
)
STATEMENTS: Final = frozenset(kind for kind, naming in KINDS.items() if naming.is_statement)
STANCES: Final[Mapping[Stance, Naming]] = MappingProxyType(
    {
        Stance.SUPPORTS: _naming("pro", PLUS, "+", "pro"),
        Stance.OPPOSES: _naming("con", MINUS, "-", "con"),
    }
)
OPPOSITE: Final[Mapping[Stance, Stance]] = MappingProxyType(
    {Stance.SUPPORTS: Stance.OPPOSES, Stance.OPPOSES: Stance.SUPPORTS}
)
