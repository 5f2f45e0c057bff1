"""What another thread posts is seen in the window as own edits are, and takes away nothing that is being written."""

import threading
from concurrent.futures import Future
from typing import Any

from desktop_app.edits import arguments
from desktop_app.model.errors import RuleError
from desktop_app.model.records import Card
from desktop_app.store.errors import DiskFullError
from desktop_app.wording.sentence import literal
from tests.ui.conftest import KEYS, Hands
from tests.ui.refusing import refusing


def post(hands: Hands, edit: Any) -> "Future[Any]":
    """Posts from another thread and lets the window's events run until the edit has."""
    found: list[Future[Any]] = []
    session = hands.workspace.session
    thread = threading.Thread(target=lambda: found.append(session.post(edit)))
    thread.start()
    thread.join()
    hands.qtbot.waitUntil(found[0].done)
    return found[0]


def test_a_posted_card_is_drawn_and_can_be_undone(hands: Hands) -> None:
    hands.press(KEYS.Key_Tab)
    hands.write("Which way?")
    question = hands.card("Which way?").id
    assert post(hands, lambda document: arguments.add_pro(document, question, "From the hall").id).result(0)
    assert "From the hall" in hands.texts
    drawn = [hands.document.get(Card, place.card).text for place in hands.page.canvas.scene.places]
    assert drawn == ["Which way?", "From the hall"]
    hands.trigger("undo")
    assert "From the hall" not in hands.texts


def test_a_posted_edit_leaves_alone_what_is_being_written(hands: Hands) -> None:
    hands.press(KEYS.Key_Tab)
    hands.write("Which way?")
    question = hands.card("Which way?").id
    hands.press(KEYS.Key_F2)
    hands.type(" Really")
    post(hands, lambda document: arguments.add_pro(document, question, "From the hall"))
    assert hands.card("Which way?").text == "Which way?"
    hands.type("?")
    hands.press(KEYS.Key_Return)
    assert hands.texts[0] == "Which way? Really?"


def test_a_refused_edit_is_told_to_who_posted_it_and_a_full_disk_to_the_room(hands: Hands) -> None:
    def refuse(_: object) -> None:
        raise RuleError(literal("No."))

    assert isinstance(post(hands, refuse).exception(0), RuleError)
    hands.press(KEYS.Key_Tab)
    hands.write("Which way?")
    question = hands.card("Which way?").id
    with refusing(hands, DiskFullError(literal("The disk is full."), literal("Free some space."))):
        failed = post(hands, lambda document: arguments.add_pro(document, question, "From the hall"))
        assert failed.exception(0) is not None
        assert hands.window.status.saved.startswith("Not saved")
    assert "From the hall" not in hands.texts
