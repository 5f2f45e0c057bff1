"""Weighing with loops: what follows edits is what is weighed afresh, and settled numbers fit each other."""

import math
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.edits import arguments, cards, maps
from desktop_app.model.changes import ChangeSet
from desktop_app.model.document import Document
from desktop_app.model.ids import WORKBOOK_ID, ArgumentId, MapId
from desktop_app.model.records import Argument, Card, Method, PremiseRule, Stance, Workbook
from desktop_app.weighing.arguments.solving import body, effective_importance
from desktop_app.weighing.results import LiveResults, weigh

PIPS = [0.0, 0.25, 0.5, 0.75, 1.0, None]


def tangled(data: st.DataObject) -> tuple[Document, MapId]:
    """A few claims that bear on each other, and undercuts, in any direction."""
    document = Document([Workbook(WORKBOOK_ID, "T", "", "en", "2026-01-01T00:00:00Z")], source_of_ids=random.Random(1))
    map_id = maps.add_map(document, "M").id
    maps.allow_loops(document, map_id, allowed=True)
    made = [cards.add_claim(document, map_id, f"c{place}").id for place in range(4)]
    for card in made:
        cards.set_plausibility(document, card, data.draw(st.one_of(st.none(), st.floats(0.05, 0.95))))
    for _ in range(data.draw(st.integers(2, 7))):
        source, target = data.draw(st.sampled_from(made)), data.draw(st.sampled_from(made))
        if source != target:
            linked = arguments.link_card(document, source, target, data.draw(st.sampled_from(list(Stance))))
            arguments.set_importance(document, linked.id, data.draw(st.sampled_from(PIPS)))
    links = sorted(argument.id for argument in document.all(Argument))
    for link in links[: data.draw(st.integers(0, 2))]:
        undercut = arguments.add_undercut(document, link, "beside the point")
        for own in document.referring(Argument, "target_argument", link):
            arguments.set_importance(document, own.id, 0.75)
        arguments.link_card(document, made[0], undercut.id, Stance.SUPPORTS)
    return document, map_id


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_results_that_follow_edits_are_those_weighed_afresh_with_loops_as_well(data: st.DataObject) -> None:
    document, map_id = tangled(data)
    live = LiveResults(document, map_id)

    def follow(change_set: ChangeSet) -> None:
        live.update(change_set)

    document.subscribe(follow)
    for _ in range(data.draw(st.integers(1, 5))):
        links: list[ArgumentId | None] = [*sorted(item.id for item in document.all(Argument))]
        argument = data.draw(st.sampled_from(links or [None]))
        card = data.draw(st.sampled_from(sorted(item.id for item in document.all(Card))))
        choice = data.draw(st.integers(0, 4))
        if choice == 0 and argument is not None:
            arguments.set_importance(document, argument, data.draw(st.sampled_from(PIPS)))
        elif choice == 1:
            cards.set_plausibility(document, card, data.draw(st.one_of(st.none(), st.floats(0, 1))))
        elif choice == 2 and argument is not None and document.get(Argument, argument).target_card is not None:
            arguments.flip_stance(document, argument)
        elif choice == 3:
            maps.set_method(document, map_id, data.draw(st.sampled_from(list(Method))))
        else:
            maps.set_premise_rule(document, map_id, data.draw(st.sampled_from(list(PremiseRule))))
        assert live.current == weigh(document, map_id)


def _known(value: float | None) -> float:
    assert value is not None
    return value


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_settled_numbers_are_what_their_own_arguments_make_of_them(data: st.DataObject) -> None:
    document, map_id = tangled(data)
    strengths = LiveResults(document, map_id).strengths
    graph, values = strengths.graph, strengths.values
    for node, value in values.items():
        if value is None:
            continue
        if node < 0:
            effective = effective_importance(graph, node, values, values)
            expected = 0.0 if effective is None else effective * (body(graph, node, values, values) or 0.0)
        else:
            weighed = [item for item in graph.arguments_on(node) if graph.links[item].importance is not None]
            pros = [_known(values[item]) for item in weighed if graph.links[item].sign > 0]
            cons = [_known(values[item]) for item in weighed if graph.links[item].sign < 0]
            expected = graph.semantics.strength(graph.base[node], pros, cons, graph.gain)
        assert math.isclose(value, expected, abs_tol=1e-7)
