"""A screen reader that asks everything, at any moment: also while the screens are still being told of a change."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

from desktop_app.model.changes import ChangeSet
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.workspace.workspace import Workspace

TEXTS = (
    QAccessible.Text.Name,
    QAccessible.Text.Description,
    QAccessible.Text.Value,
    QAccessible.Text.Help,
    QAccessible.Text.Accelerator,
)
_DEEPEST = 40


@contextmanager
def switched_on() -> Iterator[None]:
    """Accessibility is active, as on a desktop with assistive technology."""
    QAccessible.setActive(True)
    try:
        yield
    finally:
        QAccessible.setActive(False)


def read_all(root: QWidget) -> list[str]:
    """Asks every interface below a widget everything, and returns all names in the order of the tree."""
    names: list[str] = []
    interface = QAccessible.queryAccessibleInterface(root)
    if interface is not None:
        _read(interface, names, 0)
    return names


def _read(interface: QAccessibleInterface, names: list[str], depth: int) -> None:
    assert depth < _DEEPEST, "an interface is its own descendant"
    if not interface.isValid():
        return
    interface.role()
    state = interface.state()
    interface.rect()
    names.append(interface.text(TEXTS[0]))
    for kind in TEXTS[1:]:
        interface.text(kind)
    written = interface.textInterface()
    if written is not None:
        written.text(0, written.characterCount())
    value = interface.valueInterface()
    if value is not None:
        value.currentValue()
    # Offscreen and hidden parts are asked, too: a reader may hold on to what it was given.
    if state.invalid:
        return
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child is not None:
            _read(child, names, depth + 1)


class Listening:
    """Reads a whole window at each moment at which Qt may tell a reader something.

    The first subscriber of the document reads while no screen has followed the change.
    """

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.walks = 0
        self._workspace: Workspace | None = None

    def attach(self) -> None:
        """Listens to the workbook that is open now."""
        workspace = self.window.workspace
        if workspace is None or workspace is self._workspace:
            return
        self._workspace = workspace
        workspace.document._subscribers.insert(0, self._on_change)
        workspace.document.subscribe(self._on_change)
        view, page = workspace.view, self.window.work_page
        assert page is not None
        for signal in (
            view.selection_changed,
            view.map_changed,
            view.page_changed,
            view.folding_changed,
            view.perspective_changed,
            view.cell_changed,
            page.side.outline.model().modelAboutToBeReset,
            page.side.outline.model().modelReset,
            page.side.outline.model().dataChanged,
            page.side.outline.selectionModel().currentChanged,
            page.canvas.editor.textChanged,
        ):
            signal.connect(self._read)

    def _on_change(self, _: ChangeSet) -> None:
        self._read()

    def _read(self, *_: object) -> None:
        if self._workspace is self.window.workspace:
            self.walks += 1
            read_all(self.window)
