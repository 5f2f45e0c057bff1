"""Names found by letters, times in words, whose a number is, and what nobody has weighed."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.edits import arguments, cards, criteria, perspectives
from desktop_app.model.records import PerspectiveKind, Stance
from desktop_app.viewmodels.brief.snapshots import snapshot
from desktop_app.viewmodels.compare.sheets import Who, choices_of_whom, of_whom, read_sheets
from desktop_app.viewmodels.matching import fit
from desktop_app.viewmodels.moments import place_words, when_words
from desktop_app.viewmodels.number_owner import NumberOwner, whose_importance, whose_weight
from desktop_app.viewmodels.quick_pass.unweighed import is_there, unweighed
from tests.viewmodels.opened import Opened

NOW = datetime(2026, 3, 12, 15, 0, tzinfo=UTC).astimezone()


@given(st.text("abc d", min_size=1, max_size=20), st.text("abc", min_size=1, max_size=4))
def test_a_name_fits_where_each_typed_word_is_in_it_and_its_beginning_fits_best(name: str, typed: str) -> None:
    found = fit(typed, name)
    letters = iter(name)
    assert (found is not None) is all(letter in letters for letter in typed)
    if found is not None and not name.startswith(typed):
        best = fit(typed, typed + name[len(typed) :])
        assert best is not None
        assert best > found


def test_a_word_fits_better_at_the_beginning_of_a_word_than_inside_one_and_than_spread() -> None:
    begins, inside, spread = fit("add", "go and add"), fit("add", "go paddock"), fit("add", "a d in d x")
    assert begins is not None
    assert inside is not None
    assert spread is not None
    assert begins > inside > spread
    assert fit("add zebra", "add") is None


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(seconds=59), "just now"),
        (timedelta(minutes=1), "1 minute ago"),
        (timedelta(minutes=59), "59 minutes ago"),
        (timedelta(hours=2), "2 hours ago"),
        (timedelta(days=1), "yesterday"),
        (timedelta(days=6), "6 days ago"),
        (timedelta(days=14), "2 weeks ago"),
        (timedelta(days=70), "2026-01-01"),
        (timedelta(seconds=-5), "just now"),
    ],
)
def test_a_moment_is_said_as_people_say_it(ago: timedelta, words: str) -> None:
    assert when_words(NOW - ago, NOW) == words


def test_a_folder_is_said_from_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: Path("/home/ann"))
    assert place_words(Path("/home/ann/Term 2/Essays")) == "Term 2 / Essays"
    assert place_words(Path("/home/ann")) == "Home"
    assert place_words(Path("/media/stick")) == str(Path("/media/stick"))


def test_what_nobody_has_weighed_is_asked_in_the_order_of_the_tree(shown: Opened) -> None:
    option = shown.option("A")
    pro = shown.point(option, Stance.SUPPORTS, "one")
    asked = unweighed(shown)
    assert [(item.card, item.argument) for item in asked] == [(pro.id, shown.link(pro).id), (pro.id, None)]
    arguments.set_importance(shown.document, shown.link(pro).id, 0.0)
    assert [item.argument for item in unweighed(shown)] == [None]
    cards.set_plausibility(shown.document, pro.id, 0.5)
    assert unweighed(shown) == []
    first = asked[0]
    assert is_there(shown, first)
    shown.session.undo()
    shown.session.undo()
    shown.session.undo()
    assert not is_there(shown, first)


def test_a_number_is_the_maps_theirs_or_shared(shown: Opened) -> None:
    option = shown.option("A")
    pro = shown.point(option, Stance.SUPPORTS, "one", 0.5)
    scope = criteria.add_criterion(shown.document, shown.map_id, "Scope")
    person = perspectives.add_perspective(shown.document, shown.map_id, "Ann", PerspectiveKind.PERSON)
    link = shown.link(pro).id
    assert whose_importance(shown, link) is NumberOwner.MAPS
    shown.view.perspective = person.id
    assert whose_importance(shown, link) is NumberOwner.MINE
    arguments.set_importance(shown.document, link, 1.0, perspective=person.id)
    assert whose_importance(shown, link) is NumberOwner.THEIRS
    assert whose_weight(shown, scope.id) is NumberOwner.MINE


def test_people_are_the_room_and_a_group_of_one_is_none(shown: Opened) -> None:
    option = shown.option("A")
    pro = shown.point(option, Stance.SUPPORTS, "one", 0.5)
    assert choices_of_whom(read_sheets(shown)) == []
    for name in ("Ann", "Ben"):
        person = perspectives.add_perspective(shown.document, shown.map_id, name, PerspectiveKind.PERSON)
        arguments.set_importance(shown.document, shown.link(pro).id, 1.0, perspective=person.id)
    sheets = read_sheets(shown)
    assert Who.ROOM in choices_of_whom(sheets)
    assert [sheet.name for sheet in of_whom(sheets, Who.OTHERS)] == ["Ann", "Ben"]
    assert of_whom(sheets, Who.STAKEHOLDERS) == ()


def test_a_snapshot_of_a_brief_stays_as_it_was(shown: Opened) -> None:
    shown.option("A")
    taken = snapshot(shown)
    before = set(taken.records.records())
    shown.option("B")
    assert set(taken.records.records()) == before
    assert taken.map_id == shown.map_id
    assert taken.log == ()
