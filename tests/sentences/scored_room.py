"""What people's scores and weights come to made one, and who is named beside it."""

import math
from collections.abc import Sequence
from fractions import Fraction

from tests.sentences.leads import must, must_list
from tests.sentences.people import ANYTHING, Sheet, Table, pool
from tests.sentences.scoring import Scores
from tests.sentences.together import Together
from tests.sentences.words import Read


def _sheets(table: Table) -> list[Sheet]:
    """All its sheets, which hold scores."""
    found = [sheet for sheet in table.sheets if isinstance(sheet, Sheet)]
    assert len(found) == len(table.sheets)
    return found


def judge_beside_totals(scores: Scores, table: Table, said: Sequence[Read], suffix: str) -> None:
    """Who stands outside, right after the lead, and that nobody set a weight."""
    keys = [read.key for read in said]
    given = [(a, k) for sheet in _sheets(table) for a, k in sheet.cells if a in table.outside]
    outside = f"group.outside{'.weightless' if given else ''}{suffix}"
    weights = f"group.weights{suffix}"
    must(not any(key.startswith("group.outside") and key != outside for key in keys), f"{given} are scores")
    must(keys.count(outside) == bool(table.outside), f"{table.outside} are scored by nobody")
    for read in (read for read in said if read.key == outside):
        must(said[1] is read, "who stands outside is said right after the lead")
        must_list(read, "options" if "options" in read.said else "one", table.outside)
    are_missing = all(sheet.shares is None for sheet in _sheets(table))
    is_unset = len(scores.criteria) > 1 and not any(sheet.touches_weights for sheet in _sheets(table))
    must(
        keys.count(f"group.weights.missing{suffix}") == are_missing,
        "that nobody set all weights is said where it is so",
    )
    must(keys.count(weights) == is_unset, "that nobody set a weight is said where it is so")


def of_scores(scores: Scores, table: Table, is_median: bool) -> Together | None:
    """The results of everybody's numbers made one; a score that fewer than half gave is missing.

    Where weights were asked for and nobody gave all of them, they are missing, too. None where no criterion has any.
    """
    size, names = len(table.sheets), scores.criteria
    given = [(sheet.shares, sheet.share) for sheet in _sheets(table) if sheet.shares is not None]
    raw = {
        k: pool([(shares[k], part) for shares, part in given], is_median=is_median) if given else Fraction(0)
        for k in names
    }
    shares = {k: w / sum(raw.values(), Fraction(0)) for k, w in raw.items() if w > 0} if given else None
    if shares == {}:
        return None
    counting = names if shares is None else list(shares)
    said = {(a, k): _said(table, a, k) for a in table.options for k in counting}
    cells = {place: pool(v, is_median=is_median) for place, v in said.items() if len(v) >= math.ceil(size / 2)}
    one = Sheet(name="", kind=None, cells=cells, shares=shares)
    ends = {a: one.ends(a, counting) or ANYTHING for a in table.options}
    counts = {a: min((len(said[a, k]) for k in counting), default=size) for a in table.options}
    known = {a: low for a, (low, high) in ends.items() if low == high}
    return Together(ends, known, counts, size, lambda _one, _other: True)


def _said(table: Table, option: str, criterion: str) -> list[tuple[Fraction, Fraction]]:
    """Everybody's score in a cell, with the share of who gave it."""
    place = option, criterion
    return [(sheet.cells[place], sheet.share) for sheet in _sheets(table) if place in sheet.cells]
