"""How several people's arguments lean on one card together, and how far apart they are (WEIGHING 4)."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.model.ids import CardId
from desktop_app.model.reads import Records
from desktop_app.model.records import Card
from desktop_app.weighing.arguments.sentences import quoted
from desktop_app.weighing.people.disagreement import polarisation, standard_deviation
from desktop_app.weighing.people.group import GroupRule, Sheet
from desktop_app.weighing.people.group_sentences import rule_words
from desktop_app.weighing.people.pooling import mean, median
from desktop_app.wording.sentence import Sentence, Signed, say


@dataclass(frozen=True, slots=True)
class GroupLeaning:
    """One card in several people's numbers, leanings -100…100.

    Attributes:
        rule: mean or median of results; other rules do not speak of a single card.
        size: how many people there are.
        leanings: of those whose numbers lead to one.
        together: by the rule.
        deviation: the standard deviation, in points of leaning.
        polarisation: 0 all equal, 1 half at either end.
        has_shares: whether some of them count more than others.
    """

    card: CardId
    rule: GroupRule
    size: int
    leanings: tuple[float, ...]
    together: float
    deviation: float
    polarisation: float
    has_shares: bool


def group_leaning(members: Sequence[Sheet], card: CardId, rule: GroupRule) -> GroupLeaning | None:
    """How a card leans for people together: by the median where the rule is one, else by the mean.

    Returns:
        None where fewer than two of them have weighed anything on it.
    """
    pairs = [(leaning, sheet.share) for sheet in members if (leaning := sheet.results.cards[card].leaning) is not None]
    if len(pairs) < 2:
        return None
    is_median = rule in {GroupRule.MEDIAN_OF_RESULTS, GroupRule.MEDIAN_OF_INPUTS}
    places = [(leaning + 100) / 2 for leaning, _ in pairs]
    return GroupLeaning(
        card=card,
        rule=GroupRule.MEDIAN_OF_RESULTS if is_median else GroupRule.MEAN_OF_RESULTS,
        size=len(members),
        leanings=tuple(leaning for leaning, _ in pairs),
        together=median(pairs) if is_median else mean(pairs),
        deviation=2 * standard_deviation(places),
        polarisation=polarisation(places),
        has_shares=len({share for _, share in pairs}) > 1,
    )


def group_leaning_sentence(records: Records, group: GroupLeaning) -> Sentence:
    """Which way it leans for them together, over how many, and between what they range."""
    return say(
        "group.leaning",
        rule=rule_words(group.rule, by_shares=group.has_shares),
        count=len(group.leanings),
        size=group.size,
        card=quoted(records.get(Card, group.card).text),
        leaning=Signed(group.together),
        low=Signed(min(group.leanings)),
        high=Signed(max(group.leanings)),
    )
