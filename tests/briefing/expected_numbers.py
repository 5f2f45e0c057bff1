"""What a brief must say, worked out from the stored records by exact arithmetic of the tests' own.

Nothing here imports the program: the weighted sum, the log-odds and the rounding are written anew from the user guide.
"""

import json
import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any, TypeAlias

WORKBOOKS = Path(__file__).parent / "workbooks"
WIDER = {"high": 5, "medium": 15, "low": 30}  # "sure, fairly sure and unsure widen it by 5, 15 and 30 points"
MINUS = "\N{MINUS SIGN}"

# ("total", letter): "71" or "31–56" · ("leaning", letter): "+35", of the question: "" · ("weight", criterion): "25"
# ("score", letter, criterion): ("60", "40–75") · ("before", letter, letter): True, where no missing score can undo it
Key = tuple[str, ...]
Numbers = dict[Key, str | tuple[str, str] | bool]


# A record as JSON has it.
Row: TypeAlias = dict[str, Any]


@dataclass
class Expected:
    """The numbers, and in which order and by which names rows and columns stand.

    `lead` is what each criterion adds to the lead of the first option over the second; empty where a score is missing.
    """

    numbers: Numbers = field(default_factory=dict)
    criteria: list[str] = field(default_factory=list)
    letters: list[str] = field(default_factory=list)
    lead: dict[str, str] = field(default_factory=dict)


def tables_of(path: Path) -> dict[str, list[Row]]:
    """The records of an exported workbook."""
    tables: dict[str, list[Row]] = json.loads(path.read_text(encoding="utf-8"))["workbook"]["tables"]
    return tables


def nearest(value: Fraction) -> int:
    """The nearest whole number, halves away from zero."""
    size = math.floor(abs(value) + Fraction(1, 2))
    return -size if value < 0 else size


def signed(number: int) -> str:
    """With its sign, and a real minus; zero has none."""
    return f"+{number}" if number > 0 else str(number).replace("-", MINUS)


def expected_of(tables: dict[str, list[Row]], map_id: int) -> Expected:
    """Everything that every format should say about a map, as far as it says anything of the kind."""
    mine = {name: [row for row in rows if row.get("map") == map_id] for name, rows in tables.items()}
    assert {row["method"] for row in tables["map"] if row["id"] == map_id} == {"log-odds"}
    options = in_order(row for row in mine["card"] if row["kind"] == "option")
    letters = {row["id"]: chr(ord("A") + place) for place, row in enumerate(options)}
    criteria = in_order(mine["criterion"])
    found = Expected(criteria=[row["name"] for row in criteria], letters=list(letters.values()))
    sums: dict[str, tuple[int, int]] = {}
    exactly: dict[str, tuple[Fraction, Fraction]] = {}
    shares: dict[int, Fraction] = {}
    scores: dict[tuple[int, int], Row] = {}
    if criteria and options:
        whole_weight = sum(exact(row["weight"]) for row in criteria)
        shares = {row["id"]: exact(row["weight"]) / whole_weight for row in criteria}
        for row in criteria:
            share = shares[row["id"]]
            found.numbers["weight", row["name"]] = str(min(max(nearest(100 * share), 1), 99) if 0 < share < 1 else 100)
        scores = {(row["option"], row["criterion"]): row for row in tables["score"]}
        for option, letter in letters.items():
            least = most = Fraction(0)
            for row in criteria:
                score = scores.get((option, row["id"]))
                found.numbers["score", letter, row["name"]] = said_of(score)
                likely = None if score is None else score["likely"]
                least += shares[row["id"]] * (0 if likely is None else exact(likely))
                most += shares[row["id"]] * (100 if likely is None else exact(likely))
            exactly[letter] = (least, most)
            low, high = sums[letter] = (nearest(least), nearest(most))
            found.numbers["total", letter] = str(low) if least == most else f"{low}–{high}"
    # A place is a distance: a full point ahead, unrounded.
    for first, (least, _) in exactly.items():
        for second, (_, most) in exactly.items():
            if least - most >= 1:
                found.numbers["before", first, second] = True
    first, second = ([*sorted(sums, key=lambda letter: -sums[letter][0]), "", ""])[:2]
    is_certain = ("before", first, second) in found.numbers and sums[first][0] == sums[first][1]
    if is_certain and sums[second][0] == sums[second][1]:
        option_of = {letter: option for option, letter in letters.items()}
        for row in criteria:
            one, other = (exact(scores[option_of[letter], row["id"]]["likely"]) for letter in (first, second))
            found.lead[row["name"]] = signed(nearest(shares[row["id"]] * (one - other)))
    leanings = Leanings(tables, mine)
    asked = letters or {row["id"]: "" for row in mine["card"] if row["kind"] == "question"}
    for card, letter in asked.items():
        leaning = leanings.of(card)
        if leaning is not None:
            found.numbers["leaning", letter] = leaning
    return found


def said_of(score: Row | None) -> tuple[str, str]:
    """A cell: the score or the sign in its place, and the range in which it lies."""
    if score is None:
        return "–", ""
    if score["likely"] is None:
        return "?", ""
    likely = exact(score["likely"])
    low, high = likely, likely
    if score["low"] is not None or score["high"] is not None:
        low = likely if score["low"] is None else exact(score["low"])
        high = likely if score["high"] is None else exact(score["high"])
    elif score["confidence"]:
        wide = WIDER[score["confidence"]]
        low, high = max(likely - wide, Fraction(0)), min(likely + wide, Fraction(100))
    ends = nearest(low), nearest(high)
    return str(nearest(likely)), "" if ends[0] == ends[1] else f"{ends[0]}–{ends[1]}"


def exact(number: float) -> Fraction:
    """The decimal number that was stored."""
    return Fraction(str(number))


def in_order(rows: Iterable[Row]) -> list[Row]:
    """Records by rank, those of one rank by id."""
    return sorted(rows, key=lambda row: (row["rank"], row["id"]))


class Leanings:
    """Points on foot: importance times the weakest premise, less what undercuts it; added up, and bent."""

    def __init__(self, tables: dict[str, list[Row]], mine: dict[str, list[Row]]) -> None:
        self.cards = {row["id"]: row for row in mine["card"]}
        self.arguments = mine["argument"]
        self.premises: dict[int, list[int]] = {}
        for row in tables["premise"]:
            self.premises.setdefault(row["argument"], []).append(row["card"])

    def of(self, card: int) -> str | None:
        """The leaning as it is written; None where nothing on the card is weighed."""
        if not any(row["target_card"] == card and row["importance"] is not None for row in self.arguments):
            return None
        leaning = nearest(Fraction(round(200 * self.strength(card) - 100, 9)))
        return signed(leaning)

    def strength(self, card: int) -> float:
        given: float | None = self.cards[card].get("plausibility")
        base = 0.5 if given is None else given
        if base in {0, 1}:
            return base
        points = math.fsum(
            (1 if row["stance"] == "supports" else -1) * self.weight(row)
            for row in self.arguments
            if row["target_card"] == card and row["importance"] is not None
        )
        return 1 / (1 + math.exp(-(math.log(base / (1 - base)) + points)))

    def weight(self, argument: Row) -> float:
        undercuts = (
            row for row in self.arguments if row["target_argument"] == argument["id"] and row["importance"] is not None
        )
        left = math.prod(1 - self.weight(row) for row in undercuts)
        importance: float = argument["importance"]
        return importance * left * min(map(self.strength, self.premises[argument["id"]]))
