"""What a screen reader hears of the example answers what a person asks, and each answer is computed here anew."""

import math
import re
from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.model import reads
from desktop_app.model.records import Argument, Card, CardKind, Confidence, Criterion, Score, Stance
from tests.ui.conftest import Hands

CLAIM = "Ratification may fail or take years in several parliaments"
ANSWER = "A phased entry into force would bridge the time"
WAIT_MS = 20_000
# WEIGHING 2.5: the weights drawn around mine, held reasonably firmly.
CONCENTRATION = 40.0
# WEIGHING 5: how far a score may be off, by how sure its judge is.
DOUBT = {Confidence.HIGH: 5.0, Confidence.MEDIUM: 15.0, Confidence.LOW: 30.0}
# A score from here on is high, WEIGHING 2.6.
HIGH = 60.0


def _heard(widget: QWidget) -> list[str]:
    """Every name, description and value in the window, in reading order."""

    def walk(found: QAccessibleInterface | None) -> Iterator[str]:
        if found is None or found.state().invisible:
            return
        for kind in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value):
            text = found.text(kind)
            if text:
                yield text
        for place in range(found.childCount()):
            yield from walk(found.child(place))

    return list(walk(QAccessible.queryAccessibleInterface(widget)))


def _one(heard: list[str], pattern: str) -> re.Match[str]:
    found = {match.group(): match for text in heard for match in re.finditer(pattern, text)}
    assert len(found) == 1, f"{pattern}: {sorted(found)}"
    return next(iter(found.values()))


class Sums:
    """The example's matrix as plain numbers, read from its records alone."""

    def __init__(self, hands: Hands) -> None:
        document, map_id = hands.document, hands.workspace.map_id
        self.options = reads.options(document, map_id)
        self.letters = [chr(ord("A") + place) for place in range(len(self.options))]
        self.criteria = sorted(
            (item for item in document.all(Criterion) if item.map == map_id), key=lambda item: item.rank
        )
        given = {(item.option, item.criterion): item for item in document.all(Score)}
        rows = [[given[one.id, item.id] for item in self.criteria] for one in self.options]
        self.scores = np.array([[score.likely for score in row] for row in rows], float)
        doubts = np.array([[DOUBT[score.confidence] for score in row if score.confidence] for row in rows])
        self.lows = np.clip(self.scores - doubts, 0, 100)
        self.highs = np.clip(self.scores + doubts, 0, 100)
        weights = np.array([item.weight for item in self.criteria])
        self.weights = weights / weights.sum()
        self.totals = self.scores @ self.weights
        self.first, self.second = (int(place) for place in np.argsort(-self.totals)[:2])

    def name(self, place: int) -> str:
        return self.options[place].text


@pytest.fixture
def heard(example: Hands) -> list[str]:
    """What is heard on the Criteria page when the trials have been run."""
    example.trigger("show_criteria_page")
    box = example.page.criteria.analysis.trials_box
    example.qtbot.waitUntil(lambda: "trials, seed" in box.summary, timeout=WAIT_MS)
    QApplication.processEvents()
    return _heard(example.window)


@pytest.fixture
def sums(example: Hands) -> Sums:
    return Sums(example)


def test_which_option_leads(heard: list[str], sums: Sums) -> None:
    letter = _one(heard, r"\b([A-Z]) is \d+ points ahead of [A-Z]").group(1)
    assert letter == sums.letters[sums.first]
    assert f"Option {letter}: {sums.name(sums.first)}" in heard
    assert f"Total {sums.totals[sums.first]:.0f}, 1st" in heard


def test_by_how_much_it_leads(heard: list[str], sums: Sums) -> None:
    said = _one(heard, r"\b[A-Z] is (\d+) points ahead of ([A-Z])")
    assert said.group(2) == sums.letters[sums.second]
    assert int(said.group(1)) == round(sums.totals[sums.first] - sums.totals[sums.second])


def test_how_robust_the_lead_is(heard: list[str], sums: Sums) -> None:
    said = _one(heard, r"([A-Z]) comes first in (\d+) of 100 trials that vary the weights")
    # Draws of its own: what is said of 10,000 may differ from these by as much as two seeds do.
    random, draws = np.random.default_rng(2026), 100_000
    weights = random.dirichlet(CONCENTRATION * sums.weights, draws)
    scores = random.triangular(sums.lows, sums.scores, sums.highs, (draws, *sums.scores.shape))
    firsts = np.bincount(np.einsum("nof,nf->no", scores, weights).argmax(axis=1)) / draws
    assert said.group(1) == sums.letters[sums.first]
    assert abs(int(said.group(2)) - 100 * firsts[sums.first]) <= 1.5


def test_what_would_turn_it(heard: list[str], sums: Sums) -> None:
    said = _one(heard, r"(\w+): above (\d+) % ([A-Z]) is on top; now (\d+) %")
    names = [item.name for item in sums.criteria]
    place = names.index(said.group(1))
    # The other weights keep their proportions: both totals are straight lines over this weight.
    others = np.delete(np.arange(len(names)), place)
    kept = sums.weights[others] / sums.weights[others].sum()
    ahead = sums.scores[sums.first] - sums.scores[sums.second]
    at_none, at_all = ahead[others] @ kept, ahead[place]
    # From the next whole percent on it holds literally.
    assert int(said.group(2)) == math.ceil(100 * at_none / (at_none - at_all))
    assert said.group(3) == sums.letters[sums.second]
    assert int(said.group(4)) == round(100 * sums.weights[place])


def _speaking(hands: Hands, sums: Sums, option: int, criterion: int) -> list[Argument]:
    """Weighed arguments straight for or against an option that speak to a criterion."""
    document = hands.document
    return [
        argument
        for argument in document.all(Argument)
        if argument.target_card == sums.options[option].id
        and argument.criterion == sums.criteria[criterion].id
        and argument.importance is not None
    ]


def test_which_score_is_least_supported(heard: list[str], sums: Sums, example: Hands) -> None:
    said = _one(heard, r"[Ll]east supported: ([A-Z]) on (\w+)")
    cells = [(option, criterion) for option in range(len(sums.options)) for criterion in range(len(sums.criteria))]
    least = min(cells, key=lambda cell: (len(_speaking(example, sums, *cell)), -sums.weights[cell[1]]))
    assert (said.group(1), said.group(2)) == (sums.letters[least[0]], sums.criteria[least[1]].name)


def test_which_cells_contradict_their_arguments(heard: list[str], sums: Sums, example: Hands) -> None:
    marked = {
        match.groups() for text in heard for match in re.finditer(r"\b([A-Z]) on (\w+): only cons, scored \d+", text)
    }
    assert marked == {
        (sums.letters[option], sums.criteria[criterion].name)
        for option in range(len(sums.options))
        for criterion in range(len(sums.criteria))
        for found in [_speaking(example, sums, option, criterion)]
        if found and all(item.stance is Stance.OPPOSES for item in found) and sums.scores[option, criterion] >= HIGH
    }
    for letter, criterion in marked:
        option = sums.name(sums.letters.index(letter))
        assert any(text.startswith(f"{option}, {criterion}: ") and "≠ only cons" in text for text in heard)


def test_why_a_claim_is_as_strong_as_it_is(example: Hands) -> None:
    example.select(CLAIM)
    QApplication.processEvents()
    heard = _heard(example.page.inspector)
    claim, answer = example.card(CLAIM), example.card(ANSWER)
    (against,) = (item for item in example.document.all(Argument) if item.target_card == claim.id)
    assert claim.kind is CardKind.CLAIM
    assert claim.plausibility is not None
    assert answer.plausibility is not None
    assert against.importance is not None
    # MODEL: the log-odds of what is likely by itself, less importance times strength of what answers it.
    before = math.log(claim.plausibility / (1 - claim.plausibility))
    taken = against.importance * answer.plausibility
    assert f"Before its own arguments ({100 * claim.plausibility:.0f} %)" in heard
    assert f"+{100 * before:.0f}" in heard
    assert f"−{100 * taken:.0f}" in heard
    assert f"Together +{100 * (before - taken):.0f} points" in heard
    assert any(text.startswith(f"Strength {100 / (1 + math.exp(taken - before)):.0f} of 100.") for text in heard)


def _numbers(text: str) -> list[int]:
    return [int(found.replace("\N{MINUS SIGN}", "-")) for found in re.findall(r"[+\N{MINUS SIGN}]?\d+", text)]


def _after(heard: list[str], beginning: str) -> str:
    return next(text.removeprefix(beginning) for text in heard if text.startswith(beginning))


def test_every_total_rank_and_weight_is_what_the_records_come_to(heard: list[str], sums: Sums) -> None:
    order = list(np.argsort(-sums.totals))
    ranks = {0: "1st", 1: "2nd", 2: "3rd", 3: "4th"}
    said = [text for text in heard if re.fullmatch(r"Total \d+, \w+", text)]
    assert said == [f"Total {total:.0f}, {ranks[order.index(place)]}" for place, total in enumerate(sums.totals)]
    for criterion, weight in zip(sums.criteria, sums.weights, strict=True):
        assert f"Criterion {criterion.name}, weight {100 * weight:.0f} %" in heard


def test_the_charts_say_in_words_what_they_draw(heard: list[str], sums: Sums) -> None:
    swept = _one(heard, r"Totals over the weight of (\w+): (.+?)\. above \d+ %").groups()
    place = [item.name for item in sums.criteria].index(swept[0])
    others = np.delete(np.arange(len(sums.criteria)), place)
    without = sums.scores[:, others] @ (sums.weights[others] / sums.weights[others].sum())
    ends = np.column_stack([without, sums.scores[:, place]])
    assert _numbers(swept[1]) == [math.floor(end + 0.5) for end in ends.ravel()]
    # One against another: what each criterion gives the first, and how far doubt about it moves that.
    ahead = sums.weights * (sums.scores[sums.first] - sums.scores[sums.second])
    pair = _after(heard, "One against another, in points of the total. ")
    assert _numbers(pair) == [round(value) for value in ahead]
    doubt = _after(heard, "How far doubt about scores moves the lead. ")
    least = sums.weights * (sums.lows[sums.first] - sums.highs[sums.second])
    most = sums.weights * (sums.highs[sums.first] - sums.lows[sums.second])
    for criterion, own, low, high in zip(sums.criteria, ahead, least, most, strict=True):
        lead = [round(ahead.sum() - own + end) for end in (low, high)]
        assert _numbers(_one([doubt], rf"{criterion.name} from (\S+) to ([+\N{{MINUS SIGN}}]?\d+)").group()) == lead


def test_no_smaller_move_of_weight_than_the_one_said_makes_a_tie(heard: list[str], sums: Sums) -> None:
    said = int(_one(heard, r"draws level with [A-Z] if (\d+) of 100 points of weight move").group(1))
    behind = [place for place in range(len(sums.totals)) if place != sums.first]
    ahead = np.array([sums.scores[sums.first] - sums.scores[place] for place in behind])
    # Many moves of weight at random; those of the points said, and of a point less.
    random = np.random.default_rng(7)
    draws = 200_000
    to = random.integers(len(sums.weights), size=draws)
    given = random.dirichlet(np.full(len(sums.weights), 0.3), draws)
    given[np.arange(draws), to] = 0
    given /= given.sum(axis=1, keepdims=True)

    def least_lead(points: int) -> float:
        moved = sums.weights - given * points / 100
        moved[np.arange(draws), to] += points / 100
        return float((moved[(moved >= 0).all(axis=1)] @ ahead.T).min())

    assert least_lead(said) <= 0 < least_lead(said - 1)


class Odds:
    """Strengths by log-odds on a map without loops and undercuts, as MODEL says, by plain recursion."""

    def __init__(self, hands: Hands) -> None:
        self.document = hands.document

    def points(self, card: Card, stance: Stance) -> float:
        """What all arguments of one side come to, in log-odds."""
        return sum(self.weight(item) for item in self.document.all(Argument) if self._bears(item, card, stance))

    def weight(self, argument: Argument) -> float:
        """Importance times the strength of its weakest premise."""
        assert argument.importance is not None
        premises = reads.premises_of(self.document, argument.id)
        return argument.importance * min(self.strength(self.document.get(Card, item.card)) for item in premises)

    def strength(self, card: Card) -> float:
        """0…1; what nobody said of a claim is as likely as not."""
        likely = 0.5 if card.plausibility is None else card.plausibility
        base = math.log(likely / (1 - likely))
        odds = base + self.points(card, Stance.SUPPORTS) - self.points(card, Stance.OPPOSES)
        return 1 / (1 + math.exp(-odds))

    def _bears(self, argument: Argument, card: Card, stance: Stance) -> bool:
        return argument.target_card == card.id and argument.stance is stance


def test_the_balance_of_the_first_map_comes_from_its_cards(example: Hands) -> None:
    first = reads.maps(example.document)[0]
    example.workspace.view.show_map(first.id)
    example.trigger("show_balance_page")
    QApplication.processEvents()
    heard = _heard(example.page.balance)
    question = next(card for card in reads.cards(example.document, first.id) if card.kind is CardKind.QUESTION)
    odds = Odds(example)
    pros, cons = odds.points(question, Stance.SUPPORTS), odds.points(question, Stance.OPPOSES)
    leaning = 200 / (1 + math.exp(cons - pros)) - 100
    spoken = " ".join(heard)
    for words in (f"{100 * pros:.0f}", f"{100 * cons:.0f}", f"Leans against, \N{MINUS SIGN}{abs(leaning):.0f}"):
        assert words in spoken
    # Without its heaviest con.
    heaviest = max(
        (item for item in example.document.all(Argument) if item.target_card == question.id), key=odds.weight
    )
    without = 200 / (1 + math.exp(cons - odds.weight(heaviest) - pros)) - 100
    claim = example.document.get(Card, reads.premises_of(example.document, heaviest.id)[0].card)
    assert f"Without “{claim.text}” it would lean \N{MINUS SIGN}{abs(without):.0f}." in spoken
