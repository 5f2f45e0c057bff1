"""The steps of a map: what is among them, in what order, in whose words."""

from pathlib import Path

import pytest

from desktop_app.edits import arguments, cards, criteria, maps, perspectives, scores, workbooks
from desktop_app.model import reads
from desktop_app.model.document import Document
from desktop_app.model.ids import WORKBOOK_ID, CardId, MapId
from desktop_app.model.records import Card, PerspectiveKind, Stance, Workbook
from desktop_app.samples import create_from_template, placeholder_texts, templates
from desktop_app.viewmodels.present.steps import Step, StepKind, steps
from desktop_app.weighing.results import weigh
from tests.sample_maps import seminar


def _steps(document: Document, map_id: MapId) -> list[Step]:
    return steps(document, map_id, weigh(document, map_id))


def _texts(found: list[Step]) -> set[str]:
    """Everything that the steps say of cards."""
    said = {
        text for step in found for text in (step.title, step.slide.kicker, *(item.text for item in step.slide.items))
    }
    return said | {row.name for step in found if step.slide.table is not None for row in step.slide.table.rows}


@pytest.mark.parametrize("name", [template.name for template in templates()])
def test_what_a_template_put_there_to_be_written_over_is_no_step(name: str, tmp_path: Path) -> None:
    template = next(item for item in templates() if item.name == name)
    with create_from_template(tmp_path / "new.steelyard", template) as session:
        document = session.document
        for found in reads.maps(document):
            assert not _texts(_steps(document, found.id)) & placeholder_texts()


def test_it_is_one_once_it_is_written_over_or_something_is_said_of_it(tmp_path: Path) -> None:
    template = next(item for item in templates() if item.name == "pros-and-cons")
    with create_from_template(tmp_path / "new.steelyard", template) as session:
        document, map_id = session.document, reads.maps(session.document)[0].id
        pro = next(card for card in document.all(Card) if card.text == "What speaks for it")
        con = next(card for card in document.all(Card) if card.text == "What speaks against it")
        cards.set_text(document, pro.id, "It is near")
        arguments.add_con(document, con.id, "That can be mended")
        assert {"It is near", "What speaks against it", "That can be mended"} <= _texts(_steps(document, map_id))


def test_every_step_has_an_identity_of_its_own_also_where_a_card_serves_twice_and_in_loops() -> None:
    document, map_id = seminar()
    first, second, _ = (option.id for option in reads.options(document, map_id))
    shown = arguments.add_pro(document, first, "It is said").id
    answer = arguments.add_con(document, shown, "Who says it?").id
    arguments.link_card(document, shown, second, Stance.OPPOSES)
    arguments.link_card(document, answer, first, Stance.OPPOSES)
    maps.allow_loops(document, map_id, allowed=True)
    arguments.link_card(document, shown, answer, Stance.SUPPORTS)
    found = [step.id for step in _steps(document, map_id)]
    assert len(found) == len(set(found))
    assert {item.subject for item in found if item.card == shown} == {first, second}
    assert {item.argument for item in found if item.card == answer} == {
        link.id for link in reads.arguments_from(document, answer)
    }


@pytest.mark.parametrize(
    ("language", "options", "label"),
    [
        ("en", "Options", "answers the pro"),
        ("de-AT", "Optionen", "entgegnet dem Pro"),
        ("uk", "Варіанти", None),
        ("ar", "الخيارات", None),
        ("fi", "Options", "answers the pro"),
    ],
)
def test_labels_are_in_the_language_of_the_workbook(language: str, options: str, label: str | None) -> None:
    document, map_id = seminar()
    shown = arguments.add_pro(document, reads.options(document, map_id)[0].id, "It is said").id
    arguments.add_con(document, shown, "Who says it?")
    workbooks.set_language(document, language)
    found = _steps(document, map_id)
    listed = next(step for step in found if step.kind is StepKind.OPTIONS)
    answer = next(step.newest for step in found if step.newest is not None and step.newest.text == "Who says it?")
    assert listed.title == options
    assert answer.label == label if label is not None else not answer.label.isascii()
    assert all(step.slide.is_from_right is (language == "ar") for step in found)


@pytest.mark.parametrize(("language", "is_said"), [("en", True), ("en-GB", True), ("de", False), ("fi", False)])
def test_a_closing_sentence_is_left_out_where_there_is_none_in_the_language(language: str, is_said: bool) -> None:
    document, map_id = seminar()
    workbooks.set_language(document, language)
    found = _steps(document, map_id)
    assert any(step.slide.closing for step in found) is is_said


def test_results_stand_in_the_order_of_the_map_whoever_leads() -> None:
    document, map_id = seminar()
    options = reads.options(document, map_id)
    criteria = reads.criteria(document, map_id)

    def listed() -> tuple[list[str], list[str]]:
        found = _steps(document, map_id)[-1]
        assert found.kind is StepKind.RESULT
        assert found.slide.table is not None
        rows = found.slide.table.rows
        return [row.letter for row in rows], [row.name for row in rows]

    for leader in options:
        for option in options:
            for criterion in criteria:
                scores.set_score(document, option.id, criterion.id, 90.0 if option == leader else 20.0)
        assert listed() == (["A", "B", "C"], [option.text for option in options])


def test_only_beside_results_is_there_room_for_bars() -> None:
    document, map_id = seminar()
    tables = {step.kind: step.slide.table for step in _steps(document, map_id) if step.slide.table is not None}
    assert len(tables) > 1
    assert [kind for kind, table in tables.items() if table.has_bars] == [StepKind.RESULT]


def test_no_number_is_in_the_words_of_a_step() -> None:
    document, map_id = seminar()
    card: CardId = arguments.add_pro(document, reads.options(document, map_id)[0].id, "It is said").id
    cards.set_plausibility(document, card, 0.37)
    assert not any("37" in step.spoken for step in _steps(document, map_id))


def test_what_was_weighed_is_shown_even_as_a_template_put_it(tmp_path: Path) -> None:
    template = next(item for item in templates() if item.name == "workshop")
    with create_from_template(tmp_path / "new.steelyard", template) as session:
        document, map_id = session.document, reads.maps(session.document)[0].id
        maps.hide_numbers(document, map_id, hidden=False)
        cost = criteria.add_criterion(document, map_id, "Cost")
        for person in reads.perspectives(document, map_id):
            perspectives.set_weights(document, person.id, {cost.id: 50.0})
            for option, likely in zip(reads.options(document, map_id), (30.0, 80.0), strict=True):
                perspectives.set_score_number(document, person.id, option.id, cost.id, likely=likely)
        result = _steps(document, map_id)[-1]
        assert result.slide.table is not None
        assert [row.letter for row in result.slide.table.rows] == ["A", "B"]
        assert result.slide.closing.startswith("B comes first")


def test_no_sentence_names_a_letter_that_is_not_shown(tmp_path: Path) -> None:
    template = next(item for item in templates() if item.name == "criteria-map")
    with create_from_template(tmp_path / "new.steelyard", template) as session:
        document, map_id = session.document, reads.maps(session.document)[0].id
        now, _, second = reads.options(document, map_id)
        cards.set_text(document, second.id, "A treaty")
        for criterion in reads.criteria(document, map_id):
            criteria.set_weight(document, criterion.id, 20.0)
            scores.set_score(document, now.id, criterion.id, 30.0)
            scores.set_score(document, second.id, criterion.id, 60.0)
        closing = _steps(document, map_id)[-1].slide.closing
        assert closing.startswith("C comes first")
        assert "B" not in closing.replace(".", " ").split()


def _empty() -> Document:
    return Document([Workbook(WORKBOOK_ID, "Work", "", "en", "2026-01-01T00:00:00Z")])


def _room(document: Document, map_id: MapId, names: tuple[str, ...]) -> None:
    """People who score two options on a criterion of their own weights."""
    options = [cards.add_option(document, map_id, name) for name in ("Yes", "No")]
    cost = criteria.add_criterion(document, map_id, "Cost")
    for name in names:
        person = perspectives.add_perspective(document, map_id, name, PerspectiveKind.PERSON)
        perspectives.set_weights(document, person.id, {cost.id: 50.0})
        for option, likely in zip(options, (20.0, 90.0), strict=True):
            perspectives.set_score_number(document, person.id, option.id, cost.id, likely=likely)


def test_a_score_of_the_facilitator_does_not_put_the_room_off_the_screen() -> None:
    document = _empty()
    map_id = maps.add_map(document, "Room").id
    _room(document, map_id, ("Amina", "Boris", "Carla"))
    options, (cost,) = reads.options(document, map_id), reads.criteria(document, map_id)
    scores.set_score(document, options[0].id, cost.id, 40.0)
    result = _steps(document, map_id)[-1]
    assert result.slide.table is not None
    assert result.slide.whose == "The room: mean of the numbers of 4 people"
    assert [row.numbers for row in result.slide.table.rows] == [("2nd", "4 of 4", "25"), ("1st", "3 of 4", "90")]


def test_the_numbers_of_one_person_alone_are_no_result() -> None:
    document = _empty()
    map_id = maps.add_map(document, "Room").id
    _room(document, map_id, ("Amina",))
    assert StepKind.RESULT not in {step.kind for step in _steps(document, map_id)}


def test_an_option_that_alone_has_numbers_is_not_first() -> None:
    document = _empty()
    map_id = maps.add_map(document, "One").id
    first = cards.add_option(document, map_id, "Yes")
    cards.add_option(document, map_id, "No")
    cost = criteria.add_criterion(document, map_id, "Cost")
    criteria.set_weight(document, cost.id, 10.0)
    scores.set_score(document, first.id, cost.id, 40.0)
    table = _steps(document, map_id)[-1].slide.table
    assert table is not None
    assert [row.numbers for row in table.rows] == [("", "40"), ("", "–")]


def test_a_point_that_was_weighed_is_shown_even_as_a_template_put_it(tmp_path: Path) -> None:
    template = next(item for item in templates() if item.name == "pros-and-cons")
    with create_from_template(tmp_path / "new.steelyard", template) as session:
        document, map_id = session.document, reads.maps(session.document)[0].id
        pro, con = (
            next(card for card in document.all(Card) if card.text == f"What speaks {side} it")
            for side in ("for", "against")
        )
        arguments.set_importance(document, reads.arguments_from(document, pro.id)[0].id, 0.75)
        person = perspectives.add_perspective(document, map_id, "Amina", PerspectiveKind.PERSON)
        arguments.set_importance(document, reads.arguments_from(document, con.id)[0].id, 0.25, perspective=person.id)
        assert {pro.text, con.text} <= _texts(_steps(document, map_id))


def test_an_answer_is_named_by_what_stands_right_above_it() -> None:
    document = _empty()
    map_id = maps.add_map(document, "Deep").id
    pro = arguments.add_pro(document, cards.add_option(document, map_id, "Yes").id, "It is near")
    con = arguments.add_con(document, pro.id, "It is not")
    arguments.add_con(document, con.id, "It is, by train")
    labels = [step.newest.label for step in _steps(document, map_id) if step.newest is not None]
    assert labels[-3:] == ["", "answers the pro", "answers the con"]


def test_an_answer_is_named_by_the_use_that_stands_above_it() -> None:
    document = _empty()
    map_id = maps.add_map(document, "Twice").id
    one, other = (cards.add_option(document, map_id, name) for name in ("Yes", "No"))
    shared = arguments.add_pro(document, one.id, "It is near")
    arguments.add_con(document, shared.id, "It is not")
    arguments.link_card(document, shared.id, other.id, Stance.OPPOSES)
    said = [
        (step.title, step.newest.label)
        for step in _steps(document, map_id)
        if step.newest is not None and step.newest.text == "It is not"
    ]
    assert said == [("Yes", "answers the pro"), ("No", "answers the con")]


def test_the_numbers_of_two_are_already_those_of_a_room() -> None:
    document, map_id = seminar()
    option, criterion = reads.options(document, map_id)[0], reads.criteria(document, map_id)[0]
    person = perspectives.add_perspective(document, map_id, "Anna", PerspectiveKind.PERSON)
    perspectives.set_score_number(document, person.id, option.id, criterion.id, likely=20)
    (result,) = (step for step in _steps(document, map_id) if step.kind is StepKind.RESULT)
    assert result.slide.whose == "The room: mean of the numbers of 2 people"
