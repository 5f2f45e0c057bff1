"""How a map is weighed is set in the inspector; verdicts say whether methods agree and who has which share."""

from collections.abc import Callable
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.edits import arguments, cards, maps
from desktop_app.model import reads
from desktop_app.model.changes import ChangeSet
from desktop_app.model.ids import CardId
from desktop_app.model.records import Argument, Map, Method, PremiseRule, Stance
from desktop_app.ui.pages.map.inspector.map_settings import MapSettings
from desktop_app.ui.pages.map.inspector.shares import SharesField
from desktop_app.ui.widgets.method_agreement import AgreementBadge
from desktop_app.ui.widgets.text import PlainLabel
from desktop_app.ui.workspace.view import Page
from desktop_app.viewmodels.inspector.depth import has_answers, has_at_most
from desktop_app.weighing.arguments.method_agreement import agreement
from desktop_app.weighing.arguments.shapley import shapley
from desktop_app.weighing.results import LiveResults
from desktop_app.wording.rounding import signed
from desktop_app.wording.sentence import literal
from tests.sample_maps import empty
from tests.ui.conftest import KEYS, Hands


def _map(hands: Hands) -> Map:
    return hands.document.get(Map, hands.workspace.map_id)


def _settings(hands: Hands) -> MapSettings:
    hands.workspace.select(None)
    return hands.page.inspector.summary.settings


def _shares(hands: Hands) -> SharesField:
    return hands.page.inspector.strength_box.shares


def _deep_option(hands: Hands) -> CardId:
    """Selects an option with answers beneath its pros and cons."""
    for option in hands.workspace.results.options:
        hands.workspace.select(option)
        if _shares(hands).isVisible():
            return option
    raise AssertionError


def _choose_method(settings: MapSettings) -> None:
    settings.method.show_value(Method.DF_QUAD)
    settings.method.activated.emit(settings.method.currentIndex())


def _choose_premises(settings: MapSettings) -> None:
    settings.premises.show_value(PremiseRule.PRODUCT)
    settings.premises.activated.emit(settings.premises.currentIndex())


@pytest.mark.parametrize(
    ("change", "field", "value", "step"),
    [
        (_choose_method, "method", Method.DF_QUAD, "Undo Set method"),
        (_choose_premises, "premise_rule", PremiseRule.PRODUCT, "Undo Set premise rule"),
        (lambda settings: settings.sharpness.take(2.0), "sharpness", 2.0, "Undo Set sharpness"),
        (lambda settings: settings.loops.click(), "loops_allowed", True, "Undo Allow loops"),
        (lambda settings: settings.hidden.click(), "numbers_hidden", True, "Undo Hide numbers"),
        (lambda settings: settings.draws.take(500), "draws", 500, "Undo Set simulation"),
        (lambda settings: settings.seed.take(7), "seed", 7, "Undo Set simulation"),
    ],
)
def test_each_setting_of_a_map_is_one_step(
    example: Hands, change: Callable[[MapSettings], None], field: str, value: object, step: str
) -> None:
    before = _map(example)
    change(_settings(example))
    assert getattr(_map(example), field) == value
    assert example.window.actions_by_name["undo"].text() == step
    example.trigger("undo")
    assert _map(example) == before


def test_sharpness_belongs_to_the_log_odds_balance_alone(example: Hands) -> None:
    settings = _settings(example)
    assert settings.sharpness.isEnabled()
    _choose_method(settings)
    assert not settings.sharpness.isEnabled()


def test_the_summary_and_an_option_say_whether_the_methods_agree(example: Hands) -> None:
    example.workspace.select(None)
    assert example.page.inspector.summary.agreement.words.startswith("≠ methods differ. D: The methods do not agree: ")
    option = next(iter(example.workspace.results.options))
    example.workspace.select(option)
    strengths = example.workspace.session.live_results(example.workspace.map_id).strengths
    found = agreement(strengths, option)
    assert found is not None
    words = example.page.inspector.strength_box.agreement.words
    assert words == f"✓ methods agree. All {len(found.leanings)} methods agree: against."


def test_where_methods_differ_it_is_said_which(hands: Hands) -> None:
    document = hands.document
    question = cards.add_question(document, hands.workspace.map_id, "Repair it?")
    for text in ("Safe", "Handsome", "Popular"):
        pro = arguments.add_pro(document, question.id, text)
        link = hands.workspace.place_of(pro.id)
        assert link is not None
        assert link.argument is not None
        arguments.set_importance(document, link.argument, 0.75)
        cards.set_plausibility(document, pro.id, 0.7)
    con = arguments.add_con(document, question.id, "Ruinous")
    link = hands.workspace.place_of(con.id)
    assert link is not None
    assert link.argument is not None
    arguments.set_importance(document, link.argument, 1.0)
    cards.set_plausibility(document, con.id, 0.95)
    hands.select("Repair it?")
    words = hands.page.inspector.strength_box.agreement.words
    assert words.startswith("≠ methods differ. The methods do not agree: ")
    assert "DF-QuAD says against" in words


def test_the_most_sensitive_number_is_named(example: Hands) -> None:
    example.workspace.select(next(iter(example.workspace.results.options)))
    assert "Most sensitive to how " in example.page.inspector.strength_box.words


def test_shares_of_deep_arguments_come_on_demand_and_go_when_numbers_change(example: Hands, qtbot: QtBot) -> None:
    option = _deep_option(example)
    field = _shares(example)
    shown: list[int] = []
    field.progress.valueChanged.connect(shown.append)
    example.trigger("break_down")
    qtbot.waitUntil(lambda: not field.sharing.is_running, timeout=20_000)
    assert shown[-1] == 100
    live = example.workspace.session.live_results(example.workspace.map_id)
    found = shapley(live.strengths, option)
    assert found is not None
    assert field.summary.isVisible()
    assert field.summary.text().startswith("The largest share is that of “")
    assert len(field.rows.words) == min(12, len(found.shares))
    assert field.rows.words[0].endswith(signed(found.shares[0].leaning))
    maps.set_sharpness(example.document, example.workspace.map_id, 2.0)
    assert not field.summary.isVisible()
    assert not field.rows.isVisible()


def test_sharing_out_can_be_cancelled_and_then_answers_nothing(example: Hands, qtbot: QtBot) -> None:
    _deep_option(example)
    field = _shares(example)
    field.ask.setFocus()
    example.press(KEYS.Key_Space)
    field.cancel.click()
    field.sharing.stop()
    qtbot.wait(1)
    assert field.ask.isVisible()
    assert not field.summary.isVisible()


def test_a_loop_is_marked_circular_on_its_cards_and_in_its_sentence(hands: Hands) -> None:
    document, map_id = hands.document, hands.workspace.map_id
    maps.allow_loops(document, map_id, allowed=True)
    first = cards.add_claim(document, map_id, "Trust grows")
    second = arguments.add_pro(document, first.id, "Trade grows")
    arguments.link_card(document, first.id, second.id, Stance.SUPPORTS)
    for link in list(document.all(Argument)):
        arguments.set_importance(document, link.id, 0.5)
    hands.workspace.select(first.id)
    assert "Circular: arguments run in a loop here." in hands.page.inspector.strength_box.words


def test_the_balance_draws_points_that_add_up_to_their_sum(example: Hands) -> None:
    option = next(iter(example.workspace.results.options))
    example.workspace.select(option)
    example.workspace.view.show_page(Page.BALANCE)
    results = example.workspace.results
    on = [results.arguments[item.id] for item in reads.arguments_on(example.document, option)]
    points = sorted((item.points for item in on if item.points is not None), key=lambda value: -abs(value))
    words = example.page.balance.reasons.chart.words
    assert [part.rsplit(" ", 1)[1].rstrip(".") for part in words.split("; ")] == [
        *(signed(value) for value in points),
        signed(sum(points)),
    ]
    assert example.page.balance.agreement.words == "✓ methods agree. All 5 methods agree: against."


def test_a_claim_on_the_balance_begins_with_what_it_is_by_itself(example: Hands) -> None:
    example.workspace.view.show_page(Page.BALANCE)
    claim = example.card("The assurances of 1994 named no action and were not enforced")
    cards.set_plausibility(example.document, claim.id, 0.7)
    example.page.balance.show_subject(claim.id)
    reasons = example.page.balance.reasons
    assert reasons.chart.words.startswith("By itself (70 %) +85; ")
    assert "Where it comes from, in points that add up" in {label.text() for label in reasons.findChildren(PlainLabel)}


def test_under_df_quad_nothing_adds_up_so_nothing_is_drawn(example: Hands) -> None:
    example.workspace.select(next(iter(example.workspace.results.options)))
    example.workspace.view.show_page(Page.BALANCE)
    assert example.page.balance.reasons.isVisible()
    maps.set_method(example.document, example.workspace.map_id, Method.DF_QUAD)
    assert not example.page.balance.reasons.isVisible()


def test_a_setting_that_is_no_number_is_refused_until_it_is_given_up(example: Hands) -> None:
    line = _settings(example).draws
    line.setFocus()
    for typed in ("many", "nan"):
        line.selectAll()
        example.type(typed)
        example.press(KEYS.Key_Return)
        assert line.text() == typed
        assert f"“{typed}” is no number. Type a number from 100 to 1,000,000." in example.refusal
        assert _map(example).draws == 10_000
    example.press(KEYS.Key_Escape)
    assert line.text() == "10,000"
    assert not example.refusal
    example.press(KEYS.Key_Up)
    assert _map(example).draws == 11_000
    line.selectAll()
    example.type("5")
    example.press(KEYS.Key_Escape)
    assert line.text() == "11,000"
    line.selectAll()
    example.type("5")
    example.press(KEYS.Key_Return)
    assert _map(example).draws == 100


def test_on_a_large_map_the_methods_are_compared_when_somebody_asks(qtbot: QtBot) -> None:
    document = empty()
    map_id = maps.add_map(document, "Large").id
    question = cards.add_question(document, map_id, "All of it?")
    for number in range(800):
        arguments.add_pro(document, question.id, f"Reason {number}")
    for argument in list(document.all(Argument)):
        arguments.set_importance(document, argument.id, 0.25)
    badge = AgreementBadge()
    qtbot.addWidget(badge)
    badge.show_verdicts(LiveResults(document, map_id).strengths, [("", question.id)])
    assert badge.words == ""
    badge.ask.click()
    assert badge.words == "✓ methods agree. All 5 methods agree: for."


def _follow(live: LiveResults, change_set: ChangeSet) -> None:
    live.update(change_set)


def test_how_much_lies_below_a_card_is_known_without_looking_at_all_of_it() -> None:
    document = empty()
    map_id = maps.add_map(document, "M").id
    option = cards.add_option(document, map_id, "Go")
    pro = arguments.add_pro(document, option.id, "First")
    live = LiveResults(document, map_id)
    graph = live.strengths.graph
    document.subscribe(partial(_follow, live))
    (first,) = document.all(Argument)
    arguments.set_importance(document, first.id, 0.5)
    assert not has_answers(graph, option.id)
    assert has_at_most(graph, option.id, 2)
    arguments.add_con(document, pro.id, "Not so")
    assert not has_answers(graph, option.id)
    for argument in list(document.all(Argument)):
        arguments.set_importance(document, argument.id, 0.5)
    assert has_answers(graph, option.id)
    assert not has_at_most(graph, option.id, 3)
    assert has_at_most(graph, option.id, 4)
    objection = arguments.add_undercut(document, first.id, "Beside the point")
    assert not has_answers(graph, objection.id)


def test_in_a_very_large_branch_what_would_turn_it_is_said_when_somebody_asks(hands: Hands) -> None:
    document = hands.document
    with document.transaction(literal("Much")):
        question = cards.add_question(document, hands.workspace.map_id, "All of it?")
        for number in range(780):
            arguments.add_pro(document, question.id, f"Reason {number}")
        for argument in list(document.all(Argument)):
            arguments.set_importance(document, argument.id, 0.25)
    hands.select("All of it?")
    box = hands.page.inspector.strength_box
    assert box.why.isVisible()
    assert "No single weighed number turns it." not in box.words
    box.why.click()
    assert "No single weighed number turns it." in box.words
    assert not box.why.isVisible()
    hands.workspace.view.show_page(Page.BALANCE)
    assert hands.page.balance.beam.words.startswith("Leans for, +")
    assert hands.page.balance.beam.words.endswith("says what would turn it.")
