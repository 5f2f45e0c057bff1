"""The example, the templates and the tutorial: whole, readable, and beginning where history begins."""

from pathlib import Path

import pytest

from desktop_app import samples
from desktop_app.cli import main
from desktop_app.model import reads
from desktop_app.model.records import CardKind, Perspective, PerspectiveKind
from desktop_app.session import Session


def test_the_example_holds_three_outlooks_and_two_stakeholders_on_each_map(tmp_path: Path) -> None:
    with samples.create_example(tmp_path / "example.steelyard") as session:
        for a_map in reads.maps(session.document):
            kinds = [item.kind for item in reads.perspectives(session.document, a_map.id)]
            assert kinds.count(PerspectiveKind.SCENARIO) == 3
            assert kinds.count(PerspectiveKind.STAKEHOLDER) == 2


def test_every_perspective_of_the_example_moves_a_result(tmp_path: Path) -> None:
    with samples.create_example(tmp_path / "example.steelyard") as session:
        for perspective in session.document.all(Perspective):
            own = session.results(perspective.map)
            theirs = session.results(perspective.map, perspective.id)
            assert (own.cards, own.options) != (theirs.cards, theirs.options), perspective.name


def test_history_begins_after_the_making_of_a_sample(tmp_path: Path) -> None:
    with samples.create_example(tmp_path / "example.steelyard") as session:
        assert session.undo_label is None
    with samples.create_tutorial(tmp_path / "tutorial.steelyard") as session:
        assert session.undo_label is None


def test_there_are_templates_to_begin_with() -> None:
    names = [template.name for template in samples.templates()]
    assert len(names) == len(set(names)) > 3


@pytest.mark.parametrize("template", samples.templates(), ids=lambda template: template.name)
def test_options_of_a_template_begin_with_continue_as_now(template: samples.Template, tmp_path: Path) -> None:
    with samples.create_from_template(tmp_path / "new.steelyard", template, author="Anna") as session:
        document = session.document
        assert reads.workbook(document).author == "Anna"
        for a_map in reads.maps(document):
            options = reads.options(document, a_map.id)
            assert not options or options[0].text == "Continue as now"
        assert session.undo_label is None


def test_every_criterion_of_a_template_has_five_labelled_levels(tmp_path: Path) -> None:
    for template in samples.templates():
        with samples.create_from_template(tmp_path / f"{template.name}.steelyard", template) as session:
            for a_map in reads.maps(session.document):
                for criterion in reads.criteria(session.document, a_map.id):
                    assert [level.value for level in reads.levels(session.document, criterion.id)] == [
                        0,
                        25,
                        50,
                        75,
                        100,
                    ]


def test_the_command_line_begins_with_a_template_and_asks_its_own_question(tmp_path: Path) -> None:
    path = tmp_path / "plan.steelyard"
    assert main(["new", str(path), "--template", "criteria-map", "--question", "Which bridge?"]) == 0
    with Session.open(path) as session:
        (a_map,) = reads.maps(session.document)
        assert a_map.title == "Which bridge?"
        asked = [card.text for card in reads.cards(session.document, a_map.id) if card.kind is CardKind.QUESTION]
        assert asked == ["Which bridge?"]


def test_a_template_that_does_not_exist_is_refused_with_the_names_of_those_that_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "plan.steelyard"
    with pytest.raises(SystemExit) as ended:
        main(["new", str(path), "--template", "swot"])
    assert ended.value.code == 2
    assert "criteria-map" in capsys.readouterr().err
    with pytest.raises(samples.TemplateMissingError, match="There are: pros-and-cons"):
        samples.template_named("swot")
    assert not path.exists()
