"""A document is changed by one thread; edits of others come by one door."""

import threading
from collections.abc import Callable
from concurrent.futures import CancelledError
from typing import Any

import pytest

from desktop_app.edits import maps
from desktop_app.model.document import Document
from desktop_app.model.edit_queue import EditQueue
from desktop_app.model.errors import RuleError, WrongThreadError
from desktop_app.model.records import Map
from desktop_app.wording.sentence import literal


def in_another_thread(work: Callable[[], Any]) -> Any:
    found: list[Any] = []

    def run() -> None:
        try:
            found.append(work())
        except Exception as error:  # noqa: BLE001  # handed to the test
            found.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join(10)
    return found[0]


def test_a_thread_that_does_not_own_a_document_cannot_change_it() -> None:
    document = Document()
    error = in_another_thread(lambda: maps.add_map(document, "From elsewhere"))
    assert isinstance(error, WrongThreadError)
    assert document.count(Map) == 0


def test_posted_edits_run_in_the_owners_thread_and_in_order() -> None:
    document = Document()
    queue = EditQueue(document)
    ran_in: list[int] = []

    def add(title: str) -> Callable[[Document], str]:
        def edit(given: Document) -> str:
            ran_in.append(threading.get_ident())
            return maps.add_map(given, title).title

        return edit

    futures = in_another_thread(lambda: [queue.post(add("A")), queue.post(add("B"))])
    assert document.count(Map) == 0
    queue.run_all()
    assert [future.result(0) for future in futures] == ["A", "B"]
    assert [item.title for item in sorted(document.all(Map), key=lambda item: item.rank)] == ["A", "B"]
    assert set(ran_in) == {threading.get_ident()}


def test_what_an_edit_raises_is_for_who_posted_it_and_the_next_one_runs() -> None:
    document = Document()
    queue = EditQueue(document)

    def refuse(_: Document) -> None:
        raise RuleError(literal("No."))

    first, second = in_another_thread(
        lambda: [queue.post(refuse), queue.post(lambda given: maps.add_map(given, "A").title)]
    )
    queue.run_all()
    assert isinstance(first.exception(0), RuleError)
    assert second.result(0) == "A"


def test_the_owner_is_woken_by_what_others_post_and_runs_its_own_at_once() -> None:
    document = Document()
    queue = EditQueue(document)
    woken: list[int] = []
    queue.wake_by(lambda: woken.append(threading.get_ident()))
    assert queue.post(lambda given: maps.add_map(given, "Mine").title).result(0) == "Mine"
    assert not woken
    in_another_thread(lambda: queue.post(lambda given: maps.add_map(given, "Theirs")))
    assert len(woken) == 1


def test_nothing_runs_after_closing_and_nobody_waits_for_ever() -> None:
    document = Document()
    queue = EditQueue(document)
    before = in_another_thread(lambda: queue.post(lambda given: maps.add_map(given, "A")))
    queue.close()
    after = in_another_thread(lambda: queue.post(lambda given: maps.add_map(given, "B")))
    own = queue.post(lambda given: maps.add_map(given, "C"))
    queue.run_all()
    for future in (before, after, own):
        with pytest.raises(CancelledError):
            future.result(0)
    assert document.count(Map) == 0
