"""A show of a map: what a merge, a shorter step, a kept place and a hidden number do to what the room sees."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import pytest

from desktop_app.edits import arguments, cards, deleting, maps, merging
from desktop_app.model import reads
from desktop_app.model.changes import ChangeSet
from desktop_app.model.document import Document
from desktop_app.model.ids import CardId, MapId
from desktop_app.model.records import Card
from desktop_app.viewmodels.present.places import go_to_kept, place_to_keep, step_of_card
from desktop_app.viewmodels.present.presentation import Blank, Presentation
from desktop_app.viewmodels.present.steps import Step, StepId, StepKind, steps
from desktop_app.weighing.results import weigh
from desktop_app.wording.sentence import literal
from tests.sample_maps import seminar


@dataclass
class Room:
    """A map, and a show of it that follows as a window does."""

    document: Document
    map_id: MapId
    show: Presentation

    @property
    def steps(self) -> list[Step]:
        return steps(self.document, self.map_id, weigh(self.document, self.map_id))

    def follow(self, *, hidden: bool = False) -> None:
        self.show.show_steps(self.steps, hides_numbers=hidden)

    def point_on(self, card: CardId, text: str) -> CardId:
        made = arguments.add_pro(self.document, card, text)
        self.follow()
        return made.id

    def go_to(self, text: str) -> StepId:
        at = next(n for n, step in enumerate(self.show.steps, 1) if step.newest and step.newest.text == text)
        assert self.show.go_to(at)
        return self.show.step.id

    @property
    def newest(self) -> str:
        return self.show.step.newest.text if self.show.step.newest is not None else ""


@pytest.fixture
def room() -> Room:
    document, map_id = seminar()
    show = Presentation(map_id, steps(document, map_id, weigh(document, map_id)))
    return Room(document, map_id, show)


@pytest.fixture
def option(room: Room) -> CardId:
    return reads.options(room.document, room.map_id)[0].id


def test_a_point_is_found_by_its_argument_when_its_card_is_merged_into_another(room: Room, option: CardId) -> None:
    other = cards.add_claim(room.document, room.map_id, "Others say it, too")
    shown = room.point_on(option, "It is said")
    before = room.go_to("It is said")
    merging.merge_cards(room.document, other.id, [shown])
    room.follow()
    assert room.newest == "Others say it, too"
    assert room.show.step.id.argument == before.argument


def test_so_it_is_when_the_argument_has_a_second_reason(room: Room, option: CardId) -> None:
    other = cards.add_claim(room.document, room.map_id, "Others say it, too")
    shown = room.point_on(option, "It is said")
    (link,) = reads.arguments_from(room.document, shown)
    arguments.add_premise(room.document, link.id, "And so is this")
    room.follow()
    room.go_to("It is said")
    merging.merge_cards(room.document, other.id, [shown])
    room.follow()
    assert room.newest == "Others say it, too"


def test_undo_of_a_merge_shows_the_card_that_was_merged(room: Room, option: CardId) -> None:
    other = cards.add_claim(room.document, room.map_id, "Others say it, too")
    shown = room.point_on(option, "It is said")
    room.go_to("It is said")
    merges: list[ChangeSet] = []
    room.document.subscribe(merges.append)
    merging.merge_cards(room.document, other.id, [shown])
    room.follow()
    room.document.replay(merges[0].inverse(), lambda _: None)
    room.follow()
    assert room.newest == "It is said"


def test_what_is_added_or_goes_elsewhere_leaves_the_room_where_it_is(room: Room, option: CardId) -> None:
    room.point_on(option, "It is said")
    before = room.go_to("It is said")
    room.show.toggle_blank(Blank.BLACK)
    first = room.show.steps[2].id.card
    assert first is not None
    arguments.add_con(room.document, first, "No")
    room.follow()
    assert room.show.step.id == before
    deleting.delete_branch(room.document, first)
    room.follow()
    assert room.show.step.id == before
    assert room.show.blank is Blank.BLACK


def test_a_point_that_goes_gives_way_to_the_one_before_it(room: Room, option: CardId) -> None:
    first, second = room.point_on(option, "First"), room.point_on(option, "Second")
    room.show.page_count = lambda _step, _numbers: 3
    room.go_to("Second")
    room.show.next()
    deleting.delete_branch(room.document, second)
    room.follow()
    assert (room.newest, room.show.page) == ("First", 0)
    deleting.delete_branch(room.document, first)
    room.follow()
    assert room.show.number > 1


def test_a_step_that_has_become_shorter_shows_its_last_page(room: Room) -> None:
    pages = 4
    room.show.page_count = lambda _step, _numbers: pages
    for _ in range(3):
        room.show.next()
    assert (room.show.number, room.show.page) == (1, 3)
    pages = 2
    assert room.show.page == 1
    room.show.next()
    assert (room.show.number, room.show.page) == (2, 0)
    room.show.back()
    assert (room.show.number, room.show.page) == (1, 1)


def test_whoever_follows_is_told_once_of_each_change_and_no_more_when_done(room: Room) -> None:
    told: list[int] = []
    end = room.show.follow(lambda: told.append(room.show.number))
    room.show.next()
    room.follow()
    assert not room.show.go_to(99)
    room.show.toggle_numbers()
    end()
    room.show.next()
    assert told == [2, 2, 2]


def test_a_map_that_hides_its_numbers_shows_none(room: Room) -> None:
    room.show.toggle_numbers()
    room.show.go_to(len(room.show.steps))
    last = room.show.step.kind
    assert last is StepKind.RESULT
    maps.hide_numbers(room.document, room.map_id, hidden=True)
    room.follow(hidden=True)
    assert room.show.step.kind is StepKind.POINTS
    assert room.show.number == len(room.show.steps)
    assert not room.show.reveals_numbers
    assert not room.show.toggle_numbers()


# --- the place that is kept ------------------------------------------------------------------------------------


@pytest.fixture
def again(room: Room) -> Callable[[object], Presentation]:
    def go_on(kept: object) -> Presentation:
        show = Presentation(room.map_id, room.steps)
        show.page_count = lambda _step, _numbers: 3
        go_to_kept(show, kept)
        return show

    return go_on


def test_a_show_goes_on_where_it_was_left(room: Room, again: Callable[[object], Presentation]) -> None:
    room.show.page_count = lambda _step, _numbers: 3
    for _ in range(13):
        room.show.next()
    show = again(place_to_keep(room.show))
    assert (show.step.id, show.page) == (room.show.step.id, room.show.page)
    assert room.show.page == 1


def test_it_goes_on_at_the_nearest_step_before_when_its_own_is_gone(
    room: Room, option: CardId, again: Callable[[object], Presentation]
) -> None:
    room.point_on(option, "First")
    second = room.point_on(option, "Second")
    room.go_to("Second")
    kept = place_to_keep(room.show)
    deleting.delete_branch(room.document, second)
    show = again(kept)
    assert show.step.newest is not None
    assert (show.step.newest.text, show.page) == ("First", 0)


def test_what_is_kept_of_a_long_show_stays_small(room: Room, option: CardId) -> None:
    with room.document.transaction(literal("Fill")):
        for number in range(300):
            arguments.add_pro(room.document, option, f"Reason {number}")
    room.follow()
    room.show.go_to(len(room.show.steps))
    assert len(str(place_to_keep(room.show))) < 10_000


_STRANGE: Final[tuple[object, ...]] = (
    None,
    7,
    "here",
    [],
    {},
    {"trail": None},
    {"trail": 3},
    {"trail": [3, None, "x", [], {}]},
    {"trail": [["points", 1, 2]]},
    {"trail": [["film", 1, 2, 3]]},
    {"trail": [[[], 1, 2, 3]]},
    {"trail": [["points", "1", {}, 2.5]]},
    {"trail": [["points", 1, 2, True]]},
    {"page": 2, "trail": [["points", 10**30, -1, 0]]},
)


def test_what_was_kept_by_a_stranger_counts_as_not_kept(room: Room, again: Callable[[object], Presentation]) -> None:
    for kept in _STRANGE:
        show = again(kept)
        assert (show.step.id, show.page) == (StepId(StepKind.QUESTION), 0)


@pytest.mark.parametrize("page", [-5, 99, None, "2", 1.5, True, [1]])
def test_a_page_that_is_none_leads_to_one_that_is(
    room: Room, again: Callable[[object], Presentation], page: object
) -> None:
    step = room.show.steps[4].id
    show = again({"page": page, "trail": [[step.kind.value, step.subject, step.argument, step.card]]})
    assert show.step.id == step
    assert 0 <= show.page < show.pages


# --- the step of a card ----------------------------------------------------------------------------------------


def _step_of(room: Room, card: CardId) -> StepId | None:
    return step_of_card(room.document, room.show.steps, card, None)


def test_a_point_is_shown_at_its_own_step(room: Room, option: CardId) -> None:
    shown = room.point_on(option, "It is said")
    assert _step_of(room, shown) == room.go_to("It is said")


def test_a_card_that_serves_twice_is_shown_where_it_is_meant(room: Room, option: CardId) -> None:
    other = reads.options(room.document, room.map_id)[1].id
    shown = room.point_on(option, "It is said")
    again = arguments.link_card(
        room.document, shown, other, next(iter(reads.arguments_on(room.document, option))).stance
    )
    room.follow()
    there = [step.id for step in room.show.steps if step.id.card == shown]
    assert [step.subject for step in there] == [option, other]
    links = reads.arguments_from(room.document, shown)
    assert again is not None
    for link in links:
        found = step_of_card(room.document, room.show.steps, shown, link.id)
        assert found is not None
        assert (found.subject, found.argument) == (link.target_card, link.id)


def test_an_option_is_shown_at_its_first_point_and_the_question_at_the_beginning(room: Room, option: CardId) -> None:
    first = next(step.id for step in room.show.steps if step.id.subject == option)
    assert _step_of(room, option) == first
    bare = cards.add_option(room.document, room.map_id, "Nothing is said of it")
    room.follow()
    assert _step_of(room, bare.id) == StepId(StepKind.OPTIONS)
    question = next(card for card in room.document.all(Card) if card.text == room.show.steps[0].title)
    assert _step_of(room, question.id) == StepId(StepKind.QUESTION)


def test_a_note_is_shown_with_the_card_it_belongs_to(room: Room, option: CardId) -> None:
    shown = room.point_on(option, "It is said")
    note = cards.add_note(room.document, room.map_id, "Ask them", under=shown)
    assert _step_of(room, note.id) == room.go_to("It is said")


def test_a_loose_note_and_a_card_of_another_map_have_no_step(room: Room) -> None:
    loose = cards.add_note(room.document, room.map_id, "Ask them")
    elsewhere = cards.add_question(room.document, maps.add_map(room.document, "Other").id, "And then?")
    assert _step_of(room, loose.id) is None
    assert _step_of(room, elsewhere.id) is None
    assert _step_of(room, CardId(1)) is None
