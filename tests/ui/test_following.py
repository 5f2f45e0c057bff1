"""Whoever follows a workbook is told of an action once, whatever happens to the others, and the report is true."""

import random
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import FunctionType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QThread, QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot
from typing_extensions import override

from desktop_app.edits import cards
from desktop_app.model import reads
from desktop_app.model.records import Card, CardKind
from desktop_app.ui.pages.analysis.panel import AnalysisPanel
from desktop_app.ui.pages.balance.page import BalancePage
from desktop_app.ui.pages.brief.page import BriefPage
from desktop_app.ui.pages.compare.page import ComparePage
from desktop_app.ui.pages.criteria.page import CriteriaPage
from desktop_app.ui.pages.map.inspector.inspector import Inspector
from desktop_app.ui.pages.map.side_panel import SidePanel
from desktop_app.ui.shell.bug_report import BugReport
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.shell.status_bar import StatusBar
from desktop_app.ui.shell.top_bar import TopBar
from desktop_app.ui.workspace.latest_only_worker import LatestOnlyWorker
from desktop_app.ui.workspace.view import Page
from desktop_app.viewmodels.canvas.scene import Scene
from desktop_app.weighing.results import LiveResults, weigh
from desktop_app.wording.sentence import say
from tests.random_edits import RandomEdit
from tests.ui.conftest import Hands
from tests.ui.refusing import records_of

# How each of them brings itself up to date, and the page on which it can be seen; None: on every page.
FOLLOWERS: dict[type, tuple[str, Page | None]] = {
    Inspector: ("refresh", Page.MAP),
    SidePanel: ("refresh", None),
    TopBar: ("refresh", None),
    StatusBar: ("show_workspace", None),
    MainWindow: ("_refresh", None),
    BalancePage: ("refresh", Page.BALANCE),
    CriteriaPage: ("refresh", Page.CRITERIA),
    AnalysisPanel: ("refresh", Page.CRITERIA),
    ComparePage: ("refresh", Page.COMPARE),
    BriefPage: ("refresh", Page.BRIEF),
}


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each follower brought itself up to date."""
    counts: Counter[str] = Counter()
    for kind, (method, _) in FOLLOWERS.items():
        monkeypatch.setattr(kind, method, _counting(kind, getattr(kind, method), counts))
    return counts


def _counting(kind: type, original: FunctionType, counts: Counter[str]) -> Callable[..., object]:
    # Qt hands a slot as many arguments as it takes; of the counter it cannot tell.
    takes = original.__code__.co_argcount - 1

    def count(self: object, *given: object, **named: object) -> object:
        counts[kind.__name__] += 1
        return original(self, *given[:takes], **named)

    return count


def _act(hands: Hands, data: st.DataObject) -> str:
    """Does one thing a person can do; says what."""
    workspace = hands.workspace
    acts = ["edit"] * 5 + ["undo", "redo", "delete", "select", "weigh"]
    what = data.draw(st.sampled_from(acts))
    placed = list(workspace.places)
    if what == "edit":
        workspace.run(lambda document: RandomEdit(document, data.draw).act())
    elif what == "delete" and placed:
        workspace.select(data.draw(st.sampled_from(placed)))
        QApplication.processEvents()
        return "select, then delete"
    elif what == "select" and placed:
        workspace.select(data.draw(st.sampled_from(placed)))
    elif what in {"undo", "redo"}:
        hands.trigger(what)
    elif what == "weigh":
        hands.trigger("set_major")
    return what


@given(st.data())
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_each_follower_is_refreshed_once_for_an_action_and_none_is_forgotten(
    counted: Counter[str],
    window: MainWindow,
    qtbot: QtBot,
    tmp_path_factory: pytest.TempPathFactory,
    data: st.DataObject,
) -> None:
    assert window.files.create_at(tmp_path_factory.mktemp("followed") / "work.steelyard")
    hands = Hands(qtbot, window)
    # The same ids in every run, so that Hypothesis can replay and shrink.
    hands.document._random = random.Random(1)
    workspace = hands.workspace
    for page in (Page.BRIEF, Page.COMPARE, Page.MAP):
        workspace.view.show_page(page)  # made when they are first shown
    workspace.view.show_page(data.draw(st.sampled_from(list(Page))))
    for _ in range(data.draw(st.integers(3, 12))):
        before, revision, map_id = records_of(hands.document), hands.document.revision, workspace.view.map_id
        counted.clear()
        what = _act(hands, data)
        if what == "select, then delete":
            counted.clear()
            hands.trigger("delete_branch")
        assert max(counted.values(), default=0) <= 1, (what, counted)
        if hands.document.revision != revision and records_of(hands.document) != before:
            page = workspace.view.page
            has_map = workspace.view.map_id is not None and workspace.view.map_id == map_id
            seen = {kind.__name__ for kind, (_, of) in FOLLOWERS.items() if of is None or (of is page and has_map)}
            assert seen <= {name for name, count in counted.items() if count}, (what, page)


def test_turning_to_another_map_while_a_section_is_chosen_refreshes_everybody_once(
    counted: Counter[str], example: Hands
) -> None:
    view = example.workspace.view
    first = next(item.id for item in reads.maps(example.document) if item.id != view.map_id)
    view.show_page(Page.BRIEF)
    example.page.brief.sections.setCurrentRow(2)
    assert view.section is not None
    view.show_page(Page.BALANCE)
    counted.clear()
    view.show_map(first)
    assert example.workspace.view.section is None
    assert set(counted.values()) == {1}


def test_a_screen_that_fails_keeps_no_other_from_following_and_the_report_says_it_is_saved(
    example: Hands, monkeypatch: pytest.MonkeyPatch, reports: list[str]
) -> None:
    example.workspace.view.show_page(Page.MAP)
    option = next(card for card in example.document.all(Card) if card.kind is CardKind.OPTION)
    example.workspace.select(option.id)
    with monkeypatch.context() as patch:
        patch.setattr(Scene, "follow", lambda *_: 1 / 0)
        example.workspace.run(lambda document: cards.set_text(document, option.id, "Another text"))
    assert example.document.get(Card, option.id).text == "Another text"
    assert example.page.inspector.text_field.toPlainText() == "Another text"
    assert "is saved, but the screen could not follow it" in reports[-1]
    assert "ZeroDivisionError" in reports[-1]


def test_results_that_fail_once_starve_nobody_and_the_next_action_works(
    example: Hands, monkeypatch: pytest.MonkeyPatch, reports: list[str]
) -> None:
    option = next(
        card
        for card in example.document.all(Card)
        if card.kind is CardKind.OPTION and card.map == example.workspace.map_id
    )
    example.workspace.select(option.id)
    example.page.canvas.setFocus()
    with monkeypatch.context() as patch:
        patch.setattr(LiveResults, "update", lambda *_: 1 / 0)
        example.trigger("add_con")
        example.write("It is late")
    assert "is saved, but the screen could not follow it" in reports[-1]
    assert "It is late" in example.texts
    made = example.card("It is late")
    assert made.id in example.page.canvas.scene.index
    assert example.page.side.outline._model.index_of(made.id).isValid()
    assert example.workspace.session.undo_label == "Add con"
    count = len(reports)
    example.trigger("set_major")
    assert len(reports) == count
    assert example.workspace.results == weigh(example.document, example.workspace.map_id)


def test_a_fault_before_anything_was_written_says_that_the_action_was_not_carried_out(
    hands: Hands, reports: list[str]
) -> None:
    QTimer.singleShot(0, lambda: 1 / 0)
    hands.qtbot.waitUntil(lambda: bool(reports))
    assert "Your last action was not carried out; everything before it is saved." in reports[-1]


def test_a_fault_after_the_write_says_that_the_action_is_saved(hands: Hands, reports: list[str]) -> None:
    def act() -> None:
        cards.add_question(hands.document, hands.workspace.map_id, "Shall we?")
        raise ZeroDivisionError

    QTimer.singleShot(0, act)
    hands.qtbot.waitUntil(lambda: bool(reports))
    assert "What you did last is saved" in reports[-1]
    assert hands.texts == ["Shall we?"]


def test_a_report_can_be_copied_and_the_screens_made_anew(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    assert window.files.create_at(tmp_path / "work.steelyard")
    page = window.work_page
    report = BugReport("ZeroDivisionError: a fault of the program", is_saved=True, has_workbook=True)
    qtbot.addWidget(report)
    report.anew_asked.connect(window.show_anew)
    buttons = {button.text(): button for button in report.findChildren(QPushButton)}
    buttons["Copy the report"].click()
    text = report.findChild(QPlainTextEdit)
    assert text is not None
    assert QApplication.clipboard().text() == text.toPlainText()
    assert "ZeroDivisionError: a fault of the program" in text.toPlainText()
    buttons["Show the workbook anew"].click()
    assert window.work_page is not page
    assert window.workspace is not None


class _Failing(QThread):
    """A thread that fails, as a job of the window may."""

    @override
    def run(self) -> None:
        raise LookupError


def test_a_fault_in_another_thread_is_reported_and_keeps_no_later_fault_from_it(
    hands: Hands, reports: list[str]
) -> None:
    worker = LatestOnlyWorker(hands.window)
    worker.ask(lambda _progress, _cancelled: 1 / 0)
    hands.qtbot.waitUntil(lambda: len(reports) == 1)
    thread = _Failing(hands.window)
    thread.start()
    hands.qtbot.waitUntil(lambda: len(reports) == 2)
    assert thread.wait()
    assert ("ZeroDivisionError" in reports[0], "LookupError" in reports[1]) == (True, True)
    for report in (reports[0], reports[1]):
        assert "writes nothing to your workbook" in report
        assert "Your last action" not in report
    QTimer.singleShot(0, lambda: iter(()).__next__())
    hands.qtbot.waitUntil(lambda: len(reports) == 3)
    assert "StopIteration" in reports[2]
    assert "Your last action was not carried out" in reports[2]


def test_faults_of_one_moment_are_one_report(hands: Hands, reports: list[str]) -> None:
    for error in (KeyError("first"), LookupError("second")):
        sys.excepthook(type(error), error, None)
    hands.qtbot.waitUntil(lambda: bool(reports))
    QApplication.processEvents()
    assert len(reports) == 1
    assert "KeyError: 'first'" in reports[0]
    assert "LookupError: second" in reports[0]


def test_a_fault_right_after_another_workbook_was_opened_says_nothing_of_the_one_before(
    hands: Hands, tmp_path: Path, reports: list[str]
) -> None:
    hands.trigger("add_child")
    hands.write("Shall we?")
    QApplication.processEvents()
    assert hands.window.files.create_at(tmp_path / "another.steelyard")
    sys.excepthook(ZeroDivisionError, ZeroDivisionError("a fault"), None)
    assert str(say("bug_report.not_done")) in reports[-1]
