"""When Python looks for garbage: between events, in the thread of the windows, and never else.

Left to itself it does so in whatever thread allocates next, or in the middle of a call of Qt's. A widget that nothing
but itself refers to was then destroyed by the thread that draws a brief, while Qt went through all widgets to give them
another look: the program ended without a word.
"""

import gc

from PySide6.QtCore import QAbstractEventDispatcher


def collect_between_events() -> None:
    """Collects from now on whenever the event loop has nothing to do; called in the thread of the windows."""
    gc.disable()
    dispatcher = QAbstractEventDispatcher.instance()
    assert dispatcher is not None
    dispatcher.aboutToBlock.connect(collect_if_due)


def collect_if_due() -> None:
    """Collects the generations of which more was made than Python's thresholds allow."""
    made, thresholds = gc.get_count(), gc.get_threshold()
    # From Python 3.14 on the oldest has no threshold: it is collected bit by bit with the one before.
    due = [generation for generation in range(3) if 0 < thresholds[generation] < made[generation]]
    if due:
        gc.collect(due[-1])
