"""Ways to every screen of the window, for tests that look at all of them."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QWidget

from desktop_app.model import reads
from desktop_app.model.records import Card, CardKind, SectionKind, Stance
from desktop_app.session import Session
from desktop_app.ui.pages.map.inspector.shares import SharesField
from desktop_app.ui.workspace.view import Page
from desktop_app.ui.workspace.weighing_commands import WeightsWay
from tests.brief_screens import is_drawn
from tests.full_map import crossing
from tests.ui.conftest import KEYS, Hands
from tests.ui.test_balance import drag_point
from tests.ui.test_canvas_mouse import Mouse

_LONG_MS: Final = 2000
CONS = ("Ratification may fail or take years in several parliaments", "Two piers stand in the reeds")


def _map(hands: Hands) -> None:
    hands.workspace.view.show_page(Page.MAP)


def _card(hands: Hands) -> None:
    _map(hands)
    hands.select(next(text for text in CONS if text in hands.texts))


def _option(hands: Hands) -> None:
    _map(hands)
    hands.workspace.select(reads.options(hands.document, hands.workspace.map_id)[0].id)


def _several(hands: Hands) -> None:
    _map(hands)
    hands.trigger("select_all")


def _balance(hands: Hands) -> None:
    hands.workspace.view.show_page(Page.BALANCE)


def _criteria(hands: Hands) -> None:
    hands.workspace.view.show_page(Page.CRITERIA)


def _cell(hands: Hands) -> None:
    _criteria(hands)
    option, criterion = _first(hands)
    hands.page.criteria.table.opened.emit((option, criterion), False)


def _criterion(hands: Hands) -> None:
    _criteria(hands)
    hands.page.criteria.table.opened.emit((None, _first(hands)[1]), False)


def _first(hands: Hands) -> tuple[int, int]:
    document, map_id = hands.document, hands.workspace.map_id
    return reads.options(document, map_id)[0].id, reads.criteria(document, map_id)[0].id


def _weights(way: WeightsWay) -> Callable[[Hands], None]:
    def show(hands: Hands) -> None:
        _criteria(hands)
        hands.page.criteria.find_weights(way)

    return show


def _naming(hands: Hands) -> None:
    _criteria(hands)
    hands.trigger("add_criterion")


def _compare(hands: Hands) -> None:
    hands.workspace.view.show_page(Page.COMPARE)


def _person(hands: Hands) -> None:
    hands.workspace.view.choose_perspective(reads.perspectives(hands.document, hands.workspace.map_id)[0].id)
    _card(hands)


def _hidden(hands: Hands) -> None:
    _card(hands)
    hands.trigger("hide_numbers")


def _brief(hands: Hands) -> None:
    hands.workspace.view.show_page(Page.BRIEF)
    hands.qtbot.waitUntil(lambda: is_drawn(hands.page.brief), timeout=60_000)


def _section(kind: SectionKind) -> Callable[[Hands], None]:
    def show(hands: Hands) -> None:
        _brief(hands)
        brief = hands.page.brief
        row = next(row for row, item in enumerate(brief.commands.sections) if item.kind is kind)
        brief.sections.setCurrentRow(row)

    return show


def _triggered(action: str, page: Callable[[Hands], None] = _map) -> Callable[[Hands], None]:
    def show(hands: Hands) -> None:
        page(hands)
        hands.trigger(action)

    return show


def _pasted(hands: Hands) -> None:
    hands.window.overlays.sort_text(
        "Which way?\n\n* By the river\n  + Flat [major]\n  - Floods in spring\n\nMore words here."
    )


def _palette(hands: Hands) -> None:
    _map(hands)
    _forget_recent(hands)
    hands.trigger("open_palette")


def _welcome(hands: Hands) -> None:
    _forget_recent(hands)
    hands.window.files.close()


def _forget_recent(hands: Hands) -> None:
    """Where a test's folder lies is another in each run."""
    hands.window._settings._keep("recent", {})


def _of_crossing(show: Callable[[Hands], None], *, read_only: bool = False) -> Callable[[Hands], None]:
    """A screen of the map with everything."""

    def show_it(hands: Hands) -> None:
        path = hands.workspace.session.path.with_name("crossing.steelyard")
        Session.create_from(path, crossing()[0].records()).close()
        hands.window.files._open(lambda: Session.open(path, read_only=read_only))
        hands.page.canvas.setFocus()
        show(hands)

    return show_it


def _text(text: str) -> Callable[[Hands], None]:
    def show(hands: Hands) -> None:
        _map(hands)
        hands.select(text)

    return show


def _focused(hands: Hands) -> None:
    _text("Eleven minutes less for 14,000 commuters a day")(hands)
    hands.trigger("focus_branch")


def _far(hands: Hands) -> None:
    _map(hands)
    for _ in range(6):
        hands.trigger("zoom_out")


def _written(hands: Hands) -> None:
    _card(hands)
    hands.page.canvas.setFocus()
    hands.press(KEYS.Key_Tab)
    hands.page.canvas.editor.setPlainText("A new pro")


def _named(hands: Hands) -> None:
    _criteria(hands)
    hands.trigger("add_option")


def _second_question(hands: Hands) -> None:
    _map(hands)
    hands.trigger("weigh_rest")
    hands.press(KEYS.Key_Return)


def _second_stakeholder(hands: Hands) -> None:
    hands.workspace.view.choose_perspective(reads.perspectives(hands.document, hands.workspace.map_id)[3].id)
    _criteria(hands)


def _found(hands: Hands) -> None:
    _map(hands)
    hands.trigger("find_cards")
    hands.type("bridge")


def _typed_command(hands: Hands) -> None:
    _palette(hands)
    hands.type("weight")


def _folded(hands: Hands) -> None:
    _text("A new road bridge")(hands)
    hands.trigger("fold_to_first")


def _room(hands: Hands) -> None:
    _balance(hands)
    hands.workspace.view.show_page(Page.CRITERIA)
    hands.window.room.enter()


def _in_room(show: Callable[[Hands], None]) -> Callable[[Hands], None]:
    def show_it(hands: Hands) -> None:
        show(hands)
        hands.window.room.enter()

    return show_it


def _evidence(hands: Hands) -> None:
    hands.workspace.select(next(card for card in hands.document.all(Card) if card.kind is CardKind.EVIDENCE).id)
    _map(hands)


def _dragged(hands: Hands) -> None:
    _map(hands)
    mouse = Mouse(hands)
    hands.select("The rails lie there already")
    hands.page.canvas.finish_animation()
    start, end = mouse.at("The rails lie there already"), mouse.at("Two piers stand in the reeds", 0.75)
    mouse.press(start)
    mouse.drag_to((start + end) / 2)
    mouse.drag_to(end)


def _spanned(hands: Hands) -> None:
    _map(hands)
    mouse = Mouse(hands)
    start = mouse.at("The rails lie there already", 1.1)
    mouse.press(start, Qt.KeyboardModifier.ShiftModifier)
    mouse.drag_to(start + QPoint(-60, -40))
    mouse.drag_to(start + QPoint(-120, -120))


def _dragged_point(hands: Hands) -> None:
    hands.select("A tram on the old bridge")
    _balance(hands)
    target = hands.page.balance.columns[Stance.OPPOSES]
    drag_point(hands, "The rails lie there already", target.mapToGlobal(target.rect().center()), drop=False)


def _shared_out(hands: Hands) -> None:
    _text("A new road bridge")(hands)
    field = hands.page.inspector.findChild(SharesField)
    assert field is not None
    hands.click(field.ask)
    hands.qtbot.waitUntil(lambda: not field.sharing.is_running)


CROSSING: dict[str, Callable[[Hands], None]] = {
    "map": _map,
    "shared con": _card,
    "assumption": _text("The old bridge bears forty tonnes"),
    "in a loop": _text("The old bridge rusts"),
    "option": _text("A ferry every ten minutes"),
    "evidence": _evidence,
    "note": _text("Ask the harbour master about ice"),
    "branch alone": _focused,
    "folded": _folded,
    "from afar": _far,
    "new card": _written,
    "new option": _named,
    "balance": _balance,
    "criteria": _criteria,
    "cell": _cell,
    "criterion": _criterion,
    "numbers of commuters": _second_stakeholder,
    "compare": _compare,
    "found": _found,
    "typed command": _typed_command,
    "second question": _second_question,
    "card being dragged": _dragged,
    "cards being spanned": _spanned,
    "point being dragged": _dragged_point,
    "shares": _shared_out,
    "judged pairs": _weights(WeightsWay.PAIRS),
    **{f"{kind.value} of the brief": _section(kind) for kind in (SectionKind.WORDS, SectionKind.RECOMMENDATION)},
}

SCREENS: dict[str, Callable[[Hands], None]] = {
    "map": _map,
    "card": _card,
    "option": _option,
    "several cards": _several,
    "numbers of a person": _person,
    "hidden numbers": _hidden,
    "balance": _balance,
    "criteria": _criteria,
    "cell": _cell,
    "criterion": _criterion,
    "new criterion": _naming,
    **{f"weights by {way.name.lower()}": _weights(way) for way in WeightsWay},
    "compare": _compare,
    "brief": _brief,
    "options of the brief": _section(SectionKind.OPTIONS),
    "find": _triggered("find_cards"),
    "weighing one after another": _triggered("weigh_rest"),
    "settings": _triggered("open_settings"),
    "keys": _triggered("show_keys"),
    "templates": _triggered("choose_template"),
    "palette": _palette,
    "pasted text": _pasted,
    "welcome": _welcome,
    **{f"crossing, {name}": _of_crossing(show) for name, show in CROSSING.items()},
    **{
        f"read only, {name}": _of_crossing(show, read_only=True)
        for name, show in (("map", _card), ("balance", _balance), ("criteria", _cell), ("compare", _compare))
    },
}


def _of_empty(show: Callable[[Hands], None]) -> Callable[[Hands], None]:
    """A screen of a workbook in which nothing is yet."""

    def show_it(hands: Hands) -> None:
        path = hands.workspace.session.path.with_name("empty.steelyard")
        hands.window.files.create_at(path)
        hands.page.canvas.setFocus()
        show(hands)

    return show_it


SCREENS |= {
    f"empty, {name}": _of_empty(show)
    for name, show in (
        ("map", _map),
        ("balance", _balance),
        ("criteria", _criteria),
        ("compare", _compare),
        ("brief", _brief),
        ("weighing one after another", _triggered("weigh_rest")),
    )
}


SMALL: dict[str, Callable[[Hands], None]] = {
    "map": _of_crossing(_card),
    "balance": _of_crossing(_balance),
    "criteria": _of_crossing(_cell),
    "weights": _of_crossing(_weights(WeightsWay.PAIRS)),
    "compare": _of_crossing(_compare),
    "brief": _of_crossing(_brief),
    "settings": _triggered("open_settings"),
    "room": _of_crossing(_room),
    "room, map": _of_crossing(_in_room(_card)),
    "room, balance": _of_crossing(_in_room(_balance)),
    "room, compare": _of_crossing(_in_room(_compare)),
    "welcome": _welcome,
}
"""Screens that are also looked at in a small, dark window."""


def settled(hands: Hands) -> None:
    """Waits for what is being worked out, for what moves, and until nothing changes any more."""
    window, page = hands.window, hands.window.work_page
    if page is not None:
        page.canvas.finish_animation()
        hands.qtbot.waitUntil(lambda: not page.criteria.analysis.trials.is_running, timeout=60_000)
    seen = window.grab().toImage()
    for _ in range(50):
        hands.qtbot.waitUntil(lambda: not _is_waiting(window), timeout=10_000)
        if window.work_page is not None:
            # It goes by itself, sooner or later.
            window.work_page.room_line.hide()
        hands.qtbot.wait(60)
        before, seen = seen, window.grab().toImage()
        if seen == before and not _is_waiting(window):
            return
    raise AssertionError("the window goes on changing")


def _is_waiting(window: QWidget) -> bool:
    """Whether anything is about to be done after a short while."""
    return any(
        timer.isActive() and timer.isSingleShot() and timer.interval() < _LONG_MS
        for timer in window.findChildren(QTimer)
    )
