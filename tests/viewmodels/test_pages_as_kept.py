"""What pages show of the map with everything, kept as lines of `pages` beside this one, ids replaced by texts."""

from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path

import pytest

from desktop_app.model import reads
from desktop_app.model.records import Stance
from desktop_app.session import Session
from desktop_app.viewmodels.balance.beam_words import beam_words
from desktop_app.viewmodels.balance.points import PointOrder, can_be_weighed, column_of, points_on
from desktop_app.viewmodels.compare.sheets import Who, choices_of_whom, of_whom, read_sheets
from desktop_app.viewmodels.compare.standing import argued_questions, heads, option_rows, question_rows, row_sentence
from desktop_app.viewmodels.present.steps import Step, steps
from desktop_app.viewmodels.quick_pass.unweighed import unweighed
from desktop_app.weighing.arguments.balance import balance
from desktop_app.weighing.people.comparing import compare
from desktop_app.weighing.people.group import GroupRule
from desktop_app.weighing.people.group_leaning import group_leaning, group_leaning_sentence
from desktop_app.weighing.people.group_sentences import group_sentences
from desktop_app.weighing.people.together import group_result
from tests.full_map import crossing
from tests.kept import assert_kept, lines_of, with_names
from tests.small_maps import MAPS, small_map
from tests.viewmodels.opened import Looked, Opened

KEPT = Path(__file__).parent / "pages"


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Opened]:
    document, map_id = crossing()
    with Session.create_from(tmp_path / "full.steelyard", document.records()) as session:
        yield Opened(session, Looked(map_id))


def _assert_kept(full: Opened, name: str, values: Iterable[tuple[str, object]]) -> None:
    lines = (line for key, value in values for line in lines_of(value, key))
    assert_kept(KEPT / f"{name}.txt", with_names(full.document, lines))


def _step(step: Step) -> tuple[object, ...]:
    slide = step.slide
    told = (slide.kicker, slide.title, slide.letter, slide.table, slide.closing, slide.whose, slide.items)
    return (step.id, step.newest_at, step.is_last, *(told if step.is_last else ()))


def _show(full: Opened) -> Iterator[tuple[str, object]]:
    for step in steps(full.document, full.map_id, full.results):
        yield step.kind.value, _step(step)


def _balances(full: Opened) -> Iterator[tuple[str, object]]:
    for card in reads.by_rank(reads.cards(full.document, full.map_id)):
        if not can_be_weighed(full.document, card.id):
            continue
        points = points_on(full.document, full.results, card.id)
        yield card.text, beam_words(full, card, balance(full.document, full.results, card.id))
        for stance, order in product((Stance.SUPPORTS, Stance.OPPOSES), PointOrder):
            yield f"{stance.value} {order.name}", [point.argument for point in column_of(points, stance, order)]
        yield "points", points


def test_a_show_has_the_steps_it_had(full: Opened) -> None:
    _assert_kept(full, "show", _show(full))


def test_the_balance_shows_what_it_did(full: Opened) -> None:
    _assert_kept(full, "balance", _balances(full))


@pytest.mark.parametrize("name", MAPS)
def test_pages_show_of_a_small_map_what_they_did(tmp_path: Path, name: str) -> None:
    document, map_id = small_map(name)
    with Session.create_from(tmp_path / "small.steelyard", document.records()) as session:
        opened = Opened(session, Looked(map_id))
        values = [*_show(opened), *_balances(opened), ("unweighed", unweighed(opened))]
        _assert_kept(opened, f"small/{name}", values)


def test_people_are_compared_as_they_were(full: Opened) -> None:
    def values() -> Iterator[tuple[str, object]]:
        document, sheets = full.document, read_sheets(full)
        comparison = compare(document, full.map_id, sheets)
        columns = heads(full, sheets)
        yield "heads", columns
        yield "in order of distance", comparison.differences
        yield "spreads", comparison.spreads
        yield "choices", choices_of_whom(sheets)
        for who, rule in product(choices_of_whom(sheets), GroupRule):
            members = of_whom(sheets, who)
            leanings = [
                item for card in argued_questions(full) if (item := group_leaning(members, card.id, rule)) is not None
            ]
            together = group_result(document, full.map_id, members, rule)
            yield f"{who.value} by {rule.value}", option_rows(full, comparison, together)
            rows = question_rows(argued_questions(full), sheets, leanings)
            yield "questions", [row_sentence(row, columns) for row in rows]
            yield "leanings", [str(group_leaning_sentence(document, item)) for item in leanings]
            told = group_sentences(
                document, full.results, together, are_people=who is Who.ROOM, is_room=who is Who.ROOM
            )
            yield "told", [str(sentence) for sentence in told]

    _assert_kept(full, "compare", values())


def test_who_weighs_the_rest_is_asked_for_what_he_was(full: Opened) -> None:
    _assert_kept(full, "unweighed", [("unweighed", unweighed(full))])
