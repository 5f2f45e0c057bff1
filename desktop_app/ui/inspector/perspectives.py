"""The perspectives of the shown map: named, added and removed in place. Their numbers are set where numbers are."""

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop_app.edits import perspectives
from desktop_app.model import reads
from desktop_app.model.records import Perspective, PerspectiveKind
from desktop_app.ui.perspective_button import KIND_WORDS
from desktop_app.ui.theme import SPACE
from desktop_app.ui.widgets.fields import CommittingLine
from desktop_app.ui.widgets.rows import clear_rows
from desktop_app.ui.widgets.text import PlainLabel, one_line
from desktop_app.ui.workspace import Workspace


class PerspectivesField(QWidget):
    """Whose numbers there are besides the map's own."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._shown: list[Perspective] | None = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACE // 2)
        self.line = QLineEdit()
        self.line.setPlaceholderText("Add one: name, Enter")
        self.line.setAccessibleName("Add a perspective")
        self.kind = QComboBox()
        self.kind.setAccessibleName("Kind of the new perspective")
        for kind in reversed(PerspectiveKind):
            self.kind.addItem(KIND_WORDS[kind], kind)
        self.line.returnPressed.connect(self._on_entered)
        self._adding = QWidget()
        adding = QHBoxLayout(self._adding)
        adding.setContentsMargins(0, 0, 0, 0)
        adding.setSpacing(SPACE // 2)
        adding.addWidget(self.line, 1)
        adding.addWidget(self.kind)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE // 2)
        column.addWidget(PlainLabel("Perspectives: other people’s numbers on this map", "fieldLabel", wraps=True))
        column.addLayout(self._rows)
        column.addWidget(self._adding)

    def refresh(self) -> None:
        """Shows what there is now."""
        workspace = self._workspace
        self.setVisible(workspace.view.map_id is not None)
        if workspace.view.map_id is None:
            return
        self._adding.setVisible(not workspace.session.is_read_only)
        found = reads.perspectives(workspace.document, workspace.map_id)
        if found == self._shown:
            return
        self._shown = found
        clear_rows(self._rows)
        for perspective in found:
            self._rows.addWidget(self._row(perspective))

    def _row(self, perspective: Perspective) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE // 2)
        name = CommittingLine()
        name.show_text(perspective.name)
        name.setAccessibleName(f"Name of the perspective {one_line(perspective.name, 60)}")
        name.setReadOnly(self._workspace.session.is_read_only)
        name.committed.connect(lambda text: self._on_renamed(perspective, text))
        line.addWidget(name, 1)
        line.addWidget(PlainLabel(KIND_WORDS[perspective.kind], "hint"))
        if not self._workspace.session.is_read_only:
            remove = QPushButton("×")
            remove.setObjectName("quiet")
            remove.setAccessibleName(f"Remove the perspective {one_line(perspective.name, 60)}")
            remove.setFixedWidth(28)
            remove.clicked.connect(lambda: self._on_removed(perspective))
            line.addWidget(remove)
        return row

    def _on_renamed(self, perspective: Perspective, name: str) -> None:
        self._workspace.attempt(lambda document: perspectives.rename_perspective(document, perspective.id, name))

    def _on_removed(self, perspective: Perspective) -> None:
        self._workspace.attempt(lambda document: perspectives.delete_perspective(document, perspective.id))

    def _on_entered(self) -> None:
        name, map_id = self.line.text().strip(), self._workspace.map_id
        kind = PerspectiveKind(self.kind.currentData())
        if not name:
            return
        added = self._workspace.run(lambda document: perspectives.add_perspective(document, map_id, name, kind))
        if added is not None:
            self.line.clear()
            self._workspace.view.choose_perspective(added.id)
