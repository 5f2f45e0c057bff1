"""No thread but that of the windows destroys a widget: whatever another one allocates, it looks for no garbage."""

from tests.ui.own_process import run_script

_RUN = """
import sys, threading, weakref
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from desktop_app import __main__ as program
from desktop_app.ui.shell import app

destroyed_by = []

def allocate():
    for _ in range(50_000):
        circle = []
        circle.append(circle)

def plant():
    for _ in range(10):
        widget = QWidget()
        widget.itself = widget
        weakref.finalize(widget, lambda: destroyed_by.append(threading.current_thread().name))
    del widget
    worker = threading.Thread(target=allocate, name="worker")
    worker.start()
    worker.join()
    QTimer.singleShot(100, leave)

def leave():
    print(len(destroyed_by), *set(destroyed_by))
    QApplication.closeAllWindows()
    QApplication.quit()

app.make_application(["steelyard"])
QTimer.singleShot(500, plant)
sys.argv[1:] = []
sys.exit(program.main())
"""


def test_widgets_that_only_refer_to_themselves_are_destroyed_by_the_thread_of_the_windows() -> None:
    assert run_script(_RUN).stdout.split() == ["10", "MainThread"]
