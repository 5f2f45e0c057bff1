"""Presenting: one thing at a time, legible from the back row, without numbers until they are revealed."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from desktop_app.drawing.palette import palette
from desktop_app.edits import arguments, cards
from desktop_app.model import reads
from desktop_app.model.records import Card, CardKind
from desktop_app.ui.present.frames import Legibility, legibility, paint_step
from desktop_app.ui.present.steps import Step, StepKind, steps
from tests.ui.conftest import Hands


def _steps(hands: Hands) -> list[Step]:
    return steps(hands.document, hands.workspace.map_id, hands.workspace.results)


def _painted(step: Step, need: Legibility, *, numbers: bool = False, width: int = 960) -> tuple[bytes, float]:
    image = QImage(width, width * 9 // 16, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        size = paint_step(painter, step, QRectF(image.rect()), palette("projector"), need, numbers=numbers)
    return bytes(image.constBits()), size


def test_the_steps_go_from_the_question_to_the_result(example: Hands) -> None:
    kinds = [step.kind for step in _steps(example)]
    assert kinds[:2] == [StepKind.QUESTION, StepKind.OPTIONS]
    assert kinds[-2:] == [StepKind.MATRIX, StepKind.RESULT]
    assert set(kinds[2:-2]) == {StepKind.POINTS}


def test_every_pro_con_and_answer_comes_once_as_the_newest(example: Hands) -> None:
    newest = [step.newest.text for step in _steps(example) if step.newest is not None]
    argued = [place for place in example.workspace.places.values() if place.argument is not None]
    assert sorted(newest) == sorted(example.document.get(Card, place.card).text for place in argued)


def test_an_answer_stands_on_the_side_of_what_it_answers(example: Hands) -> None:
    step = next(step for step in _steps(example) if step.newest and step.newest.text.startswith("A phased entry"))
    assert step.cons[-1] is step.newest
    assert step.newest is not None
    assert step.newest.label == "answers the con"
    assert step.newest.depth == 1


def test_no_number_shows_before_it_is_revealed(example: Hands) -> None:
    need = legibility(540, 5)
    before = [_painted(step, need)[0] for step in _steps(example)]
    for card in list(example.document.all(Card)):
        if card.kind is CardKind.CLAIM:
            cards.set_plausibility(example.document, card.id, 0.2)
    options = reads.options(example.document, example.workspace.map_id)
    criteria = reads.criteria(example.document, example.workspace.map_id)
    from desktop_app.edits import scores
    from desktop_app.edits.criteria import set_weight

    set_weight(example.document, criteria[0].id, 5.0)
    for number, option in enumerate(options):
        scores.set_score(example.document, option.id, criteria[0].id, 10.0 + number)
    after = _steps(example)
    without_ranking = [step for step in after if step.kind is not StepKind.RESULT]
    assert [_painted(step, need)[0] for step in without_ranking] == before[: len(without_ranking)]
    matrix = next(step for step in after if step.kind is StepKind.MATRIX)
    assert _painted(matrix, need)[0] != _painted(matrix, need, numbers=True)[0]
    assert not any(
        character.isdigit() for step in after for character in step.spoken.replace("1994", "").replace("Article 5", "")
    )


def test_every_step_of_a_big_map_is_legible_from_the_back_row(hands: Hands) -> None:
    document, map_id = hands.document, hands.workspace.map_id
    question = cards.add_question(document, map_id, "What should the town do with the old harbour?")
    with document.transaction("Fill"):
        for number in range(10):
            option = cards.add_option(document, map_id, f"Option {number} " + "with a long name " * 3)
            for point in range(10):
                add = arguments.add_pro if point % 2 else arguments.add_con
                made = add(document, option.id, f"Reason {point} of option {number} " + "that goes on and on " * point)
                arguments.add_con(document, made.id, "An answer to it")
                arguments.add_evidence(document, made.id, "A report about it")
    assert document.count(Card) > 300
    need = legibility(540, 5)
    for step in _steps(hands)[::7]:
        _, size = _painted(step, need)
        assert size >= need.least_px - 0.01
    assert question.text in _steps(hands)[0].title


def test_an_empty_map_is_presented_by_its_title(hands: Hands, tmp_path: Path) -> None:
    found = _steps(hands)
    assert [step.kind for step in found] == [StepKind.QUESTION]
    assert found[0].title == "work"


@pytest.mark.parametrize("back_row", [4.0, 8.0, 12.0])
def test_a_question_is_set_as_large_as_all_its_words_have_room(example: Hands, back_row: float) -> None:
    step = _steps(example)[0]
    width, height = 1600, 1000
    image = QImage(width, height, QImage.Format.Format_Grayscale8)
    with QPainter(image) as painter:
        paint_step(
            painter, step, QRectF(image.rect()), palette("projector"), legibility(height, back_row), numbers=False
        )
    rows = np.frombuffer(bytes(image.constBits()), np.uint8).reshape(height, image.bytesPerLine())[:, :width]
    inked = np.flatnonzero((rows < 128).any(axis=1))
    # Words without room would be cut at nine tenths of what lies within the margins.
    margin = 0.04 * width
    assert inked[-1] < margin + 0.9 * (height - 2 * margin) - 1
