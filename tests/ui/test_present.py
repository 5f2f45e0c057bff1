"""Presenting: what a room sees of the numbers, painted; and whose they are."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage, QPainter

from desktop_app.briefing.content.words import words_in
from desktop_app.drawing.palette import Role, palette
from desktop_app.edits import cards, criteria, perspectives, scores
from desktop_app.model import reads
from desktop_app.model.records import Card, CardKind, PerspectiveKind
from desktop_app.ui.pages.present.marks import Lines
from desktop_app.ui.pages.present.pages import Screen, lay_out
from desktop_app.ui.pages.present.painting import paint_page
from desktop_app.viewmodels.present.points import SlideItem
from desktop_app.viewmodels.present.steps import Slide, Step, StepId, StepKind, steps
from tests.ui.conftest import Hands

FAINT = 64  # of 255
SCREEN = Screen(1280.0, 720.0, 8.0)


def _steps(hands: Hands) -> list[Step]:
    return steps(hands.document, hands.workspace.map_id, hands.workspace.session.results(hands.workspace.map_id, None))


def _painted(step: Step, *, numbers: bool = False) -> list[NDArray[np.int16]]:
    """The pages of a step in shades of grey."""
    found = []
    for page in lay_out(step, SCREEN, numbers=numbers):
        image = QImage(1280, 720, QImage.Format.Format_Grayscale8)
        with QPainter(image) as painter:
            paint_page(painter, page, palette("projector"))
        found.append(np.frombuffer(bytes(image.constBits()), np.uint8).astype(np.int16))
    return found


def _look_alike(one: Step, other: Step) -> bool:
    """Whether two steps show the same while numbers are hidden; Qt paints edges a little differently each time."""
    pages = list(zip(_painted(one), _painted(other), strict=True))
    return all(int(np.abs(page - again).max()) < FAINT for page, again in pages)


def _texts(step: Step, *, numbers: bool) -> list[str]:
    return [text for page in lay_out(step, SCREEN, numbers=numbers) for text in page.texts]


def _result(hands: Hands) -> Step:
    return next(step for step in _steps(hands) if step.kind is StepKind.RESULT)


def test_no_number_shows_before_it_is_revealed(example: Hands) -> None:
    before = _steps(example)
    for card in list(example.document.all(Card)):
        if card.kind is CardKind.CLAIM:
            cards.set_plausibility(example.document, card.id, 0.2)
    options = reads.options(example.document, example.workspace.map_id)
    first = reads.criteria(example.document, example.workspace.map_id)[0]
    criteria.set_weight(example.document, first.id, 5.0)
    for number, option in enumerate(options):
        scores.set_score(example.document, option.id, first.id, 10.0 + number)
    after = _steps(example)
    assert [step.id for step in after] == [step.id for step in before]
    assert all(_look_alike(one, other) for one, other in zip(before[:-1], after[:-1], strict=True))
    matrix = next(step for step in after if step.kind is StepKind.MATRIX)
    (hidden,), (shown,) = _painted(matrix), _painted(matrix, numbers=True)
    assert int(np.abs(hidden - shown).max()) > FAINT
    assert not any(
        character.isdigit() for step in after for character in step.spoken.replace("1994", "").replace("Article 5", "")
    )


def test_a_chosen_person_s_numbers_are_never_the_result(example: Hands) -> None:
    own = _texts(_result(example), numbers=True)
    person = perspectives.add_perspective(
        example.document, example.workspace.map_id, "Esi", PerspectiveKind.STAKEHOLDER
    )
    option = reads.options(example.document, example.workspace.map_id)[0]
    for criterion in reads.criteria(example.document, example.workspace.map_id):
        perspectives.set_score_number(example.document, person.id, option.id, criterion.id, likely=100.0)
    example.workspace.view.choose_perspective(person.id)
    example.trigger("present")
    window = example.window.presenting.window
    assert window is not None
    assert _texts(_result(example), numbers=True) == own
    assert "My numbers" in own
    shown = example.window.presenting.presentation
    assert shown is not None
    assert next(step for step in shown.steps if step.kind is StepKind.RESULT) == _result(example)


def test_nobody_else_s_numbers_need_no_name(hands: Hands) -> None:
    option = cards.add_option(hands.document, hands.workspace.map_id, "Yes")
    rival = cards.add_option(hands.document, hands.workspace.map_id, "No")
    cost = criteria.add_criterion(hands.document, hands.workspace.map_id, "Cost")
    criteria.set_weight(hands.document, cost.id, 10.0)
    scores.set_score(hands.document, option.id, cost.id, 40.0)
    scores.set_score(hands.document, rival.id, cost.id, 70.0)
    assert "My numbers" not in _texts(_result(hands), numbers=True)
    perspectives.add_perspective(hands.document, hands.workspace.map_id, "Esi", PerspectiveKind.PERSON)
    assert "My numbers" in _texts(_result(hands), numbers=True)
    assert "My numbers" not in _texts(_result(hands), numbers=False)


def test_where_the_facilitator_scored_nothing_the_room_is_the_result(hands: Hands) -> None:
    options = [cards.add_option(hands.document, hands.workspace.map_id, name) for name in ("Yes", "No")]
    cost = criteria.add_criterion(hands.document, hands.workspace.map_id, "Cost")
    for number, name in enumerate(("Amina", "Boris", "Carla")):
        person = perspectives.add_perspective(hands.document, hands.workspace.map_id, name, PerspectiveKind.PERSON)
        perspectives.set_weights(hands.document, person.id, {cost.id: 50.0})
        perspectives.set_score_number(hands.document, person.id, options[0].id, cost.id, likely=20.0 * number)
        perspectives.set_score_number(hands.document, person.id, options[1].id, cost.id, likely=90.0)
    shown = _texts(_result(hands), numbers=True)
    assert any("3 people" in text for text in shown)
    assert [text for text in shown if text in {"A", "B"}] == ["A", "B"]
    assert shown.index("2nd") < shown.index("1st")
    assert {"20", "90"} <= set(shown)
    assert not {"Amina", "Boris", "Carla"} & set(" ".join(shown).split())


def test_an_empty_map_is_presented_by_its_title(hands: Hands) -> None:
    found = _steps(hands)
    assert [step.kind for step in found] == [StepKind.QUESTION]
    assert found[0].title == "work"


def _hidden_places(hands: Hands, kind: StepKind) -> list[tuple[str, float, float]]:
    """What is read, and where, on the pages of a step while numbers are hidden."""
    step = next(step for step in _steps(hands) if step.kind is kind)
    marks = [mark for page in lay_out(step, SCREEN, numbers=False) for mark in page.marks]
    return [
        (mark.text.text, mark.area.x(), mark.area.y())
        for mark in marks
        if isinstance(mark, Lines) and mark.text is not None
    ]


def test_a_long_title_from_the_right_stands_at_the_right_behind_its_letter() -> None:
    words = "المبنى بعيد عن وسط المدينة " * 16
    slide = Slide(StepKind.POINTS, words.strip(), words_in("en"), letter="A", items=(SlideItem("Near", Role.PRO, "+"),))
    page = _painted(Step(StepId(StepKind.POINTS), slide, 0))[0].reshape(720, 1280)
    inked = np.abs(page - page[0, 0]) > FAINT
    for band in np.array_split(inked[inked.any(axis=1)], 4):
        assert np.flatnonzero(band.any(axis=0)).max() > 1200


def test_where_things_stand_tells_nothing_of_hidden_numbers(example: Hands) -> None:
    before = {kind: _hidden_places(example, kind) for kind in (StepKind.MATRIX, StepKind.RESULT)}
    option = reads.options(example.document, example.workspace.map_id)[1]
    first = reads.criteria(example.document, example.workspace.map_id)[0]
    scores.clear_score(example.document, option.id, first.id)
    assert {kind: _hidden_places(example, kind) for kind in before} == before
    for criterion in reads.criteria(example.document, example.workspace.map_id):
        scores.clear_score(example.document, option.id, criterion.id)
    assert {kind: _hidden_places(example, kind) for kind in before} == before
    # As near to 100 as a range may come: "57–100".
    for criterion in reads.criteria(example.document, example.workspace.map_id)[1:]:
        scores.set_score(example.document, option.id, criterion.id, 100.0)
    assert any("–100" in text for step in _steps(example) if step.kind in before for text in _texts(step, numbers=True))
    assert {kind: _hidden_places(example, kind) for kind in before} == before


def test_what_points_come_to_is_said_when_all_have_come(example: Hands) -> None:
    about = [step for step in _steps(example) if step.slide.letter == "A"]
    said = [any(text.startswith("Leans") for text in _texts(step, numbers=True)) for step in about]
    assert said == [False] * (len(about) - 1) + [True]
