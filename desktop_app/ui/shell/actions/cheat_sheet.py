"""Every key there is, for the cheat sheet: those of the rows, then those that screens handle themselves."""

from collections.abc import Iterator, Sequence

from PySide6.QtGui import QKeySequence

from desktop_app.ui.shell.actions.action import Action
from desktop_app.ui.shell.actions.menu_tree import Menu
from desktop_app.ui.shell.keys_page import KeyGroup
from desktop_app.viewmodels.handled_keys import HANDLED_KEYS


def key_groups(actions: Sequence[Action]) -> list[KeyGroup]:
    """Each menu, then each screen that handles keys itself, with what its keys do and how they are named."""
    return list(_groups(actions))


def _groups(actions: Sequence[Action]) -> Iterator[KeyGroup]:
    for menu in (menu for menu in Menu if menu.parent is None):
        rows = [
            (row.text.rstrip("…"), ",  ".join(map(_named, row.keys)))
            for row in actions
            if menu in (row.menu, row.menu.parent) and row.keys
        ]
        if rows:
            yield menu.title, rows
    for where in dict.fromkeys(spec.where for spec in HANDLED_KEYS):
        yield (
            str(where),
            [(str(spec.text), ",  ".join(map(str, spec.keys))) for spec in HANDLED_KEYS if spec.where == where],
        )


def _named(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
