"""The ranking by each person's weights over the same scores: whether weights are worth arguing about (WEIGHING 4)."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.model.ids import CardId, PerspectiveId
from desktop_app.model.reads import Records, option_letters
from desktop_app.model.records import Card
from desktop_app.weighing.criteria.standing import Interval, standing
from desktop_app.weighing.people.group import Sheet
from desktop_app.weighing.robustness.table import read_table
from desktop_app.wording.sentence import Listed, Sentence, say


@dataclass(frozen=True, slots=True)
class RankingByWeights:
    """The first sheet's scores under one sheet's weights.

    Attributes:
        options: in play, the likeliest to come first before the others.
        totals: least and most of each; the same where no score that counts is missing.
        firsts: who comes first for certain, more than one where they are level; none where that is open.
        count: how many give these weights.
    """

    perspective: PerspectiveId | None
    name: str
    options: tuple[CardId, ...]
    totals: tuple[Interval, ...]
    firsts: tuple[CardId, ...]
    count: int


def rankings_by_weights(records: Records, sheets: Sequence[Sheet]) -> tuple[RankingByWeights, ...]:
    """One ranking for each set of weights that somebody gives, of the options that the first sheet has scored.

    Everybody whose weights are known counts once; those who leave the map's weights as they are give those.

    Returns:
        Nothing where fewer than two options are in play, or all give the same weights.
    """
    table = read_table(records, sheets[0].results)
    known: list[list[Sheet]] = []
    for sheet in sheets:
        if sheet.has_weights and sheet.is_somebody:
            alike = (group for group in known if _are_alike(group[0], sheet))
            given = next(alike, None)
            known.append([sheet]) if given is None else given.append(sheet)
    if table is None or len(table.options) < 2 or len(known) < 2:
        return ()
    made = []
    for sheet, *others in known:
        totals = table.totals([sheet.results.weights[criterion] for criterion in table.criteria])
        ranking = standing(totals)
        assert ranking is not None
        order = sorted(range(len(totals)), key=lambda place: (ranking.ranks[place].best, -sum(totals[place])))
        made.append(
            RankingByWeights(
                sheet.perspective,
                sheet.name,
                options=tuple(table.options[place] for place in order),
                totals=tuple(totals[place] for place in order),
                firsts=tuple(table.options[place] for place in ranking.may if ranking.ranks[place].worst == 1),
                count=1 + len(others),
            )
        )
    return tuple(made)


def by_weights_sentence(records: Records, rankings: Sequence[RankingByWeights]) -> Sentence:
    """Whether the weights people give, at least two sets of them, change what comes first, and for how many."""
    letters = option_letters(records, records.get(Card, rankings[0].options[0]).map)
    counts: dict[tuple[CardId, ...], int] = {}
    for ranking in rankings:
        firsts = tuple(option for option in letters if option in ranking.firsts)
        counts[firsts] = counts.get(firsts, 0) + ranking.count
    if len(counts) == 1 and () not in counts:
        firsts = next(iter(counts))
        key = "weights.agree" if len(firsts) == 1 else "weights.agree.level"
        return say(key, options=Listed(tuple(letters[option] for option in firsts)))
    clauses = tuple(
        say("weights.first", options=Listed(tuple(letters[option] for option in firsts)), count=count)
        if firsts
        else say("weights.open", count=count)
        for firsts, count in sorted(counts.items(), key=lambda pair: -pair[1])
    )
    return say("weights.differ", firsts=Listed(clauses, most=None), count=sum(counts.values()))


def _are_alike(one: Sheet, other: Sheet) -> bool:
    """Whether two give the same weights, but for the last digits."""
    theirs = other.results.weights
    return all(math.isclose(share, theirs[criterion]) for criterion, share in one.results.weights.items())
