"""Ranges of argued cells under every method and through loops, against draws weighed one by one."""

import numpy as np
import pytest

from desktop_app.model.records import Argument, Card, Confidence, Method, PremiseRule, ScoreMode
from desktop_app.weighing.arguments.methods import SEMANTICS
from desktop_app.weighing.arguments.strength import StrengthGraph
from desktop_app.weighing.criteria import argued
from desktop_app.weighing.criteria.argued import argued_score
from desktop_app.weighing.numbers import Doubt
from desktop_app.weighing.results import weigh
from tests.sure import sure
from tests.weighing.maps import MAP, MapBuilder
from tests.weighing.test_methods import restless


def doubted(*, loop: bool, rule: PremiseRule = PremiseRule.WEAKEST) -> MapBuilder:
    built = MapBuilder(loops_allowed=True, premise_rule=rule)
    built.option("A")
    built.criterion("Scope", 50)
    for name, plausibility in (("pro", 0.7), ("con", 0.6), ("deep", 0.5), ("join", 0.9)):
        built.card(name, plausibility, confidence=Confidence.LOW)
    built.argue("+", ["pro", "join"], "A", 1.0, criterion=built.criterion_ids["Scope"])
    built.argue("-", "con", "A", 0.75, criterion=built.criterion_ids["Scope"])
    built.argue("-deep", "deep", "pro", 1.0)
    built.argue("-undercut", "deep", "-", 0.5)
    if loop:
        built.argue("-back", "pro", "deep", 1.0)
    return built


def score_of(built: MapBuilder, method: Method) -> Doubt | None:
    document = built.document()
    strengths = StrengthGraph(document, MAP, semantics=SEMANTICS[method])
    return argued_score(document, strengths, [-built.ids["+"], -built.ids["-"]], 1)


@pytest.mark.parametrize("method", list(Method))
@pytest.mark.parametrize("loop", [False, True], ids=["plain", "looped"])
@pytest.mark.parametrize("rule", list(PremiseRule))
def test_a_range_is_that_of_draws_weighed_one_by_one(
    method: Method, loop: bool, rule: PremiseRule, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(argued, "DRAWS", 60)
    built = doubted(loop=loop, rule=rule)
    document = built.document()
    found = score_of(built, method)
    assert found is not None
    strengths = StrengthGraph(document, MAP, semantics=SEMANTICS[method])
    cards = [document.get(Card, built.ids[name]) for name in ("pro", "con", "deep", "join")]
    columns = {}
    for card in cards:
        doubt = strengths.graph.numbers.plausibility_doubt(card)
        assert doubt is not None
        columns[card.id] = argued.triangular(doubt, np.random.default_rng((1, card.id)).random(60)).clip(1e-9, 1 - 1e-9)
    # Everything on the option is tagged, so that the cell is the option's own strength.
    scores = [
        100 * sure(strengths.what_if(built.ids["A"], {card: float(column[draw]) for card, column in columns.items()}))
        for draw in range(60)
    ]
    assert found.low == pytest.approx(min(np.percentile(scores, 5), found.likely), abs=1e-4)
    assert found.high == pytest.approx(max(np.percentile(scores, 95), found.likely), abs=1e-4)
    assert found.likely == pytest.approx(100 * sure(strengths.values[built.ids["A"]]))


def test_a_range_over_a_loop_that_does_not_settle_in_every_draw_is_the_whole_scale(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    built = restless()
    built.card("doubted", 0.5, confidence=Confidence.LOW)
    # An undercut so heavy that at the likely value the loop is cut, and only some draws let it swing.
    built.card("cut", 1.0)
    built.argue("-cut", "cut", "-c0", 1.0)
    built.argue("-free", "doubted", "-cut", 1.0)
    document = built.document()
    strengths = StrengthGraph(document, MAP)
    found = argued_score(document, strengths, [-built.ids["+A"]], 1)
    if strengths.values[built.ids["A"]] is None:
        assert found is None
    else:
        assert found is not None
        assert (found.low, found.high) == (0, 100)


def test_a_cell_that_rests_on_a_loop_without_a_result_is_not_scored() -> None:
    built = restless()
    built.criterion("Scope", 50)
    built.score("A", "Scope", mode=ScoreMode.ARGUED)
    built.records = [
        record
        if not isinstance(record, Argument) or record.id != built.ids["+A"]
        else Argument(
            record.id,
            record.map,
            record.stance,
            record.rank,
            record.target_card,
            None,
            1.0,
            built.criterion_ids["Scope"],
        )
        for record in built.records
    ]
    results = weigh(built.document(), MAP)
    cell = results.cells[built.card_ids["A"], built.criterion_ids["Scope"]]
    assert cell.score is None
    assert results.options[built.card_ids["A"]].total is None
