"""Whatever is edited, taken back, made again and merged while a map is shown: the room keeps what it sees.

The truth is the list of steps before and after each action; where the show must stand is worked out from those alone.
"""

import random
from collections.abc import Callable, Sequence
from functools import partial

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from desktop_app.edits import arguments, cards, criteria, deleting, maps, merging, moving
from desktop_app.model import reads
from desktop_app.model.changes import ChangeSet
from desktop_app.model.errors import RecordMissingError, RuleError
from desktop_app.model.ids import CardId, MapId
from desktop_app.model.records import Card, CardKind, Map, Premise, Stance
from desktop_app.viewmodels.present.places import go_to_kept, place_to_keep
from desktop_app.viewmodels.present.presentation import Blank, Presentation
from desktop_app.viewmodels.present.steps import Step, StepId, StepKind, steps
from desktop_app.weighing.results import weigh
from tests.random_edits import RandomEdit
from tests.sample_maps import seminar

_NUMBERS = {StepKind.MATRIX, StepKind.RESULT}
_CHOICE = st.integers(0, 10_000)


def _pages_of(step: Step, numbers: bool) -> int:
    """Some steps have several pages, and more of them with numbers."""
    return 1 + len(step.title + step.spoken) % 3 + numbers


def _still(sought: StepId, before: Sequence[StepId], after: Sequence[StepId]) -> StepId | None:
    """What a step has become: itself, or what its argument now says on the same subject."""
    if sought in after:
        return sought
    if sought.argument is None:
        return None

    def said(among: Sequence[StepId]) -> set[StepId]:
        return {item for item in among if (item.subject, item.argument) == (sought.subject, sought.argument)}

    now = said(after) - said(before) or said(after)
    return next(iter(now)) if len(now) == 1 else None


def _expected(shown: StepId, before: Sequence[StepId], after: Sequence[StepId]) -> StepId:
    earlier = reversed(before[: before.index(shown) + 1])
    found = (_still(item, before, after) for item in earlier)
    return next((item for item in found if item is not None), after[0])


class Shows(RuleBasedStateMachine):
    """A workbook that is edited, and a show of one of its maps that is led through."""

    @initialize()
    def begin(self) -> None:
        self.document, self.map_id = seminar()
        self.document._random = random.Random(3)
        self.past: list[ChangeSet] = []
        self.future: list[ChangeSet] = []
        self.told = 0
        self.show = self.made(self.map_id)
        self.before = self.ids()

    def made(self, map_id: MapId) -> Presentation:
        show = Presentation(map_id, self.steps(map_id), hides_numbers=self.hides(map_id))
        show.page_count = _pages_of
        show.follow(self.on_told)
        return show

    def on_told(self) -> None:
        self.told += 1

    def steps(self, map_id: MapId) -> list[Step]:
        return steps(self.document, map_id, weigh(self.document, map_id))

    def hides(self, map_id: MapId) -> bool:
        return self.document.get(Map, map_id).numbers_hidden

    def ids(self) -> list[StepId]:
        hides = self.hides(self.map_id)
        return [step.id for step in self.steps(self.map_id) if not (hides and step.id.kind in _NUMBERS)]

    def followed(self, act: Callable[[], object]) -> None:
        """Edits, and lets the show follow as a window does."""
        seen: list[ChangeSet] = []
        end = self.document.subscribe(seen.append)
        try:
            act()
        except (RuleError, RecordMissingError):
            assert not seen
        finally:
            end()
        if seen:
            self.past += seen
            self.future.clear()
            self.refresh()

    def refresh(self) -> None:
        if self.document.find(Map, self.map_id) is None:
            # The window turns to another map, and so does the show.
            self.map_id = reads.maps(self.document)[0].id
            self.show = self.made(self.map_id)
            self.before = self.ids()
            return
        shown, page, told = self.show.step.id, self.show.page, self.told
        pages, reveals = self.show.pages, self.show.reveals_numbers
        self.show.show_steps(self.steps(self.map_id), hides_numbers=self.hides(self.map_id))
        after = self.ids()
        assert self.show.step.id == _expected(shown, self.before, after)
        if self.show.step.id == shown and (self.show.pages, self.show.reveals_numbers) == (pages, reveals):
            assert self.show.page == page
        elif self.show.step.id != shown and _still(shown, self.before, after) is None:
            assert self.show.page == 0
        assert self.told == told + 1
        self.before = after

    # --- what is done to the map ---------------------------------------------------------------------

    @rule(data=st.data())
    def edit(self, data: st.DataObject) -> None:
        self.followed(lambda: RandomEdit(self.document, data.draw).act())

    @rule(which=_CHOICE, sign=st.sampled_from(["pro", "con", "answer", "evidence", "undercut", "premise", "option"]))
    def add(self, which: int, sign: str) -> None:
        card = self.one(self.shown_cards(), which)
        links = reads.arguments_from(self.document, card)
        match sign:
            case "pro":
                act = partial(arguments.add_pro, self.document, card, "It would help")
            case "con" | "answer":
                act = partial(arguments.add_con, self.document, card, "It would not")
            case "evidence":
                act = partial(arguments.add_evidence, self.document, card, "A report says so")
            case "option":
                act = partial(cards.add_option, self.document, self.map_id, "Another way")
            case _ if not links:
                return
            case "undercut":
                act = partial(arguments.add_undercut, self.document, links[0].id, "That is another matter")
            case _:
                act = partial(arguments.add_premise, self.document, links[0].id, "And it is near")
        self.followed(act)

    @rule(which=_CHOICE, keeps=st.booleans())
    def delete_card(self, which: int, keeps: bool) -> None:
        card = self.one(self.shown_cards(), which)
        self.followed(
            lambda: (deleting.delete_keeping_children if keeps else deleting.delete_branch)(self.document, card)
        )

    @precondition(lambda self: self.show.step.id.card is not None)
    @rule(keeps=st.booleans())
    def delete_what_is_shown(self, keeps: bool) -> None:
        shown = self.show.step.id
        card = shown.card
        assert card is not None
        act = deleting.delete_keeping_children if keeps else deleting.delete_branch
        self.followed(lambda: act(self.document, card, link=shown.argument))

    @precondition(lambda self: self.show.step.id.card is not None)
    @rule(which=_CHOICE)
    def merge_what_is_shown(self, which: int) -> None:
        shown = self.show.step.id.card
        assert shown is not None
        claims = [item for item in reads.cards(self.document, self.map_id) if item.kind is CardKind.CLAIM]
        into = self.one([item.id for item in claims], which)
        self.followed(lambda: merging.merge_cards(self.document, into, [shown]))

    @rule(which=_CHOICE, up=st.booleans())
    def reorder(self, which: int, up: bool) -> None:
        card = self.one(self.shown_cards(), which)
        links = self.document.referring(Premise, "card", card)
        link = links[0].argument if links else None
        self.followed(lambda: (moving.move_up if up else moving.move_down)(self.document, card, link=link))

    @rule(which=_CHOICE, to=_CHOICE, again=st.booleans(), stance=st.sampled_from(list(Stance)))
    def move_or_use_again(self, which: int, to: int, again: bool, stance: Stance) -> None:
        card, target = self.one(self.shown_cards(), which), self.one(self.shown_cards(), to)
        if again:
            self.followed(lambda: arguments.link_card(self.document, card, target, stance))
        else:
            self.followed(lambda: moving.move_under(self.document, card, target, stance))

    @rule(which=_CHOICE)
    def rename(self, which: int) -> None:
        card = self.one(self.shown_cards(), which)
        self.followed(lambda: cards.set_text(self.document, card, f"Said otherwise {which}"))

    @rule(hidden=st.booleans())
    def hide_numbers(self, hidden: bool) -> None:
        self.followed(lambda: maps.hide_numbers(self.document, self.map_id, hidden=hidden))

    @rule()
    def lose_a_criterion(self) -> None:
        there = reads.criteria(self.document, self.map_id)
        if there:
            self.followed(lambda: criteria.delete_criterion(self.document, there[0].id))

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        self.future.append(self.past.pop())
        self.document.replay(self.future[-1].inverse(), lambda _: None)
        self.refresh()

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        self.past.append(self.future.pop())
        self.document.replay(self.past[-1], lambda _: None)
        self.refresh()

    # --- what is done to the show --------------------------------------------------------------------

    @rule(times=st.integers(1, 12))
    def next(self, times: int) -> None:
        for _ in range(times):
            at, page, pages = self.show.number, self.show.page, self.show.pages
            self.show.next()
            is_last = page + 1 == pages
            if not is_last:
                assert (self.show.number, self.show.page) == (at, page + 1)
            elif at < len(self.before):
                assert (self.show.number, self.show.page) == (at + 1, 0)
            else:
                assert (self.show.number, self.show.page) == (at, page)

    @rule(times=st.integers(1, 12))
    def back(self, times: int) -> None:
        for _ in range(times):
            at, page = self.show.number, self.show.page
            self.show.back()
            if page:
                assert (self.show.number, self.show.page) == (at, page - 1)
            elif at > 1:
                assert (self.show.number, self.show.page) == (at - 1, self.show.pages - 1)
            else:
                assert (self.show.number, self.show.page) == (1, 0)

    @rule(number=st.integers(-1, 60))
    def go_to(self, number: int) -> None:
        before = self.show.step.id, self.show.page
        is_one = 1 <= number <= len(self.before)
        assert self.show.go_to(number) is is_one
        if is_one:
            assert self.show.step.id == self.before[number - 1]
            assert self.show.page == 0
        else:
            assert (self.show.step.id, self.show.page) == before

    @rule()
    def reveal(self) -> None:
        was = self.show.reveals_numbers
        possible = self.show.toggle_numbers()
        assert possible is not self.hides(self.map_id)
        assert self.show.reveals_numbers is (possible and not was)

    @rule(blank=st.sampled_from(list(Blank)))
    def cover(self, blank: Blank) -> None:
        was = self.show.blank
        self.show.toggle_blank(blank)
        assert self.show.blank is (None if was is blank else blank)

    @rule()
    def end_and_go_on(self) -> None:
        shown, kept = self.show.step.id, place_to_keep(self.show)
        self.show = self.made(self.map_id)
        go_to_kept(self.show, kept)
        assert self.show.step.id == shown

    # --- what is always so ---------------------------------------------------------------------------

    @invariant()
    def one_step_is_shown(self) -> None:
        show = self.show
        assert [step.id for step in show.steps] == self.before
        assert show.step is show.steps[show.number - 1]
        assert 0 <= show.page < show.pages
        assert len(set(self.before)) == len(self.before)
        if self.hides(self.map_id):
            assert not show.reveals_numbers
            assert not any(step.id.kind in _NUMBERS for step in show.steps)

    def shown_cards(self) -> list[CardId]:
        """What can be acted on: half of it is what the room sees."""
        every = [card.id for card in reads.cards(self.document, self.map_id)]
        seen = [item for step in self.before for item in (step.card, step.subject) if item is not None]
        return sorted(every) + [item for item in seen if self.document.find(Card, item) is not None]

    def one(self, items: list[CardId], which: int) -> CardId:
        return items[which % len(items)] if items else CardId(0)


TestShows = Shows.TestCase
TestShows.settings = settings(stateful_step_count=30)
