"""What Qt keeps with a thread is never shared between threads."""

import threading

from desktop_app.drawing.fonts import qt_font
from desktop_app.drawing.per_thread import remembered_per_thread
from desktop_app.drawing.tokens import CLAIM


def in_another_thread(act: object) -> object:
    found: list[object] = []
    thread = threading.Thread(target=lambda: found.append(act()))  # type: ignore[operator]
    thread.start()
    thread.join()
    return found[0]


def test_each_thread_has_a_font_of_its_own_and_keeps_it() -> None:
    mine = qt_font(CLAIM)
    assert qt_font(CLAIM) is mine
    assert in_another_thread(lambda: qt_font(CLAIM) is mine) is False


def test_only_so_many_are_kept_where_that_is_said() -> None:
    made: list[int] = []

    @remembered_per_thread(most=1)
    def double(number: int) -> int:
        made.append(number)
        return 2 * number

    assert [double(1), double(1), double(2), double(1)] == [2, 2, 4, 2]
    assert made == [1, 2, 1]
