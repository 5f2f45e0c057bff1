"""One source a card cites: its row, which opens to quote, place, and everything that is said of the source."""

from collections.abc import Mapping
from typing import Final, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop_app.base.plain_text import one_line
from desktop_app.drawing.faces import source_grade
from desktop_app.drawing.palette import Role
from desktop_app.edits import sources
from desktop_app.model.document import Document
from desktop_app.model.ids import CitationId, SourceId
from desktop_app.model.records import Citation, Source, Verification
from desktop_app.ui.widgets import icons
from desktop_app.ui.widgets.fields import CommittingLine, CommittingText
from desktop_app.ui.widgets.no_wheel import NoWheelCombo
from desktop_app.ui.widgets.text import PlainLabel
from desktop_app.ui.widgets.theme import SPACE
from desktop_app.ui.workspace.pending_texts import TextTarget
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.wording.sentence import Sentence, say, text

T = TypeVar("T")

_NOT_JUDGED: Final = say("citation.not_judged")
_RELIABILITY: Final = {
    None: _NOT_JUDGED,
    "A": say("citation.reliability.a"),
    "B": say("citation.reliability.b"),
    "C": say("citation.reliability.c"),
    "D": say("citation.reliability.d"),
    "E": say("citation.reliability.e"),
    "F": say("citation.reliability.f"),
}
_CREDIBILITY: Final = {
    None: _NOT_JUDGED,
    1: say("citation.credibility.1"),
    2: say("citation.credibility.2"),
    3: say("citation.credibility.3"),
    4: say("citation.credibility.4"),
    5: say("citation.credibility.5"),
    6: say("citation.credibility.6"),
}
_VERIFICATION: Final = {
    Verification.UNVERIFIED: say("citation.verification.unverified"),
    Verification.OPENED: say("citation.verification.opened"),
    Verification.TRACED: say("citation.verification.traced"),
    Verification.CORROBORATED: say("citation.verification.corroborated"),
    Verification.DISPUTED: say("citation.verification.disputed"),
}
_TEXTS: Final = (
    ("title", say("citation.title")),
    ("author", say("citation.author")),
    ("publisher", say("citation.publisher")),
    ("date", say("citation.date")),
    ("url", say("citation.url")),
    ("accessed", say("citation.accessed")),
    ("key", say("citation.key")),
)


class CitationRow(QFrame):
    """A citation of the shown card; a click or Enter opens and closes it."""

    def __init__(self, workspace: Workspace, citation: CitationId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._citation = citation
        self.setObjectName("card")
        self._form = QWidget()
        self._title = PlainLabel("", wraps=True)
        self._details = PlainLabel("", "hint", wraps=True)
        self._grade = PlainLabel("", "value")
        self.toggle = QPushButton()
        self.toggle.setObjectName("quiet")
        self.toggle.setFixedWidth(26)
        self.toggle.clicked.connect(lambda _: self.open(is_open=self._form.isHidden()))
        self._remove = QPushButton("×")
        self._remove.setObjectName("quiet")
        self._remove.setFixedWidth(26)
        self._remove.clicked.connect(self._on_removed)
        self.delete = QPushButton(text("citation.delete_source"))
        self.delete.setObjectName("small")
        self.delete.clicked.connect(self._on_deleted)
        self.texts = {name: CommittingLine() for name, _ in _TEXTS}
        self.quote, self.place = CommittingText(2), CommittingLine()
        self.reliability, self.credibility, self.verification = NoWheelCombo(), NoWheelCombo(), NoWheelCombo()
        self._lay_out()
        self._connect()
        self.refresh()

    def open(self, *, is_open: bool) -> None:
        """Shows everything that is said of the source, or only the row."""
        self._form.setVisible(is_open)
        self.toggle.setIcon(icons.icon("chevron-down" if is_open else "chevron-right", Role.MUTED, 14))
        self.toggle.setAccessibleName(
            text("citation.close" if is_open else "citation.open", key=one_line(self._source().key))
        )

    def refresh(self) -> None:
        """Shows what is said now; the citation must still be there."""
        citation, source = self._of_citation(), self._source()
        self._title.say(one_line(source.title or source.key, 120))
        details = (citation.locator, str(_VERIFICATION[source.verification]))
        self._details.say(one_line(" · ".join(part for part in details if part)))
        self._grade.setText(source_grade(source))
        self._grade.setVisible(bool(source_grade(source)))
        about = f"“{one_line(source.title or source.key, 40)}”"
        for name, words in _TEXTS:
            self.texts[name].show_text(
                getattr(source, name),
                self._describing(source.id, name, text("target.field_of", field=words, about=about)),
            )
        self.quote.show_text(citation.quote, self._citing("quote", text("target.quote_from", about=about)))
        self.place.show_text(citation.locator, self._citing("locator", text("target.place_in", about=about)))
        for combo, value in (
            (self.reliability, source.reliability),
            (self.credibility, source.credibility),
            (self.verification, source.verification),
        ):
            combo.setCurrentIndex(combo.findData(value))
        self._allow(can_edit=not self._workspace.session.is_read_only)
        self.open(is_open=not self._form.isHidden())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._form.isHidden():
            self.open(is_open=False)
            self.toggle.setFocus()
        else:
            super().keyPressEvent(event)

    # --- inside --------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(2)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._title)
        words.addWidget(self._details)
        head.addLayout(words, 1)
        for widget in (self._grade, self.toggle, self._remove):
            head.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        grid = QGridLayout(self._form)
        grid.setContentsMargins(0, SPACE // 2, 4, 4)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        fields: list[tuple[str, QWidget]] = [(text("citation.quote"), self.quote), (text("citation.place"), self.place)]
        fields += [(str(words), self.texts[name]) for name, words in _TEXTS]
        fields += [
            (text("citation.reliability"), self.reliability),
            (text("citation.credibility"), self.credibility),
            (text("citation.verification"), self.verification),
        ]
        for row, (label, field) in enumerate(fields):
            field.setAccessibleName(label)
            _be_narrow(field)
            grid.addWidget(PlainLabel(label, "fieldLabel"), row, 0)
            grid.addWidget(field, row, 1)
        grid.addWidget(self.delete, len(fields), 0, 1, 2)
        _offer(self.reliability, _RELIABILITY)
        _offer(self.credibility, _CREDIBILITY)
        _offer(self.verification, _VERIFICATION)
        self.place.setPlaceholderText(text("citation.place.example"))
        self._form.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 4, 6)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self._form)

    def _connect(self) -> None:
        for combo in (self.reliability, self.credibility):
            combo.activated.connect(lambda _: self._on_graded())
        self.verification.activated.connect(lambda _: self._on_verified())

    def _allow(self, *, can_edit: bool) -> None:
        self._remove.setVisible(can_edit)
        self.delete.setEnabled(can_edit)
        self._remove.setAccessibleName(text("citation.remove", key=one_line(self._source().key)))
        self.quote.setReadOnly(not can_edit)
        for field in (*self.texts.values(), self.place):
            field.setReadOnly(not can_edit)
        for combo in (self.reliability, self.credibility, self.verification):
            combo.setEnabled(can_edit)

    def _of_citation(self) -> Citation:
        return self._workspace.document.get(Citation, self._citation)

    def _source(self) -> Source:
        return self._workspace.document.get(Source, self._of_citation().source)

    def _describing(self, source: SourceId, field: str, name: str) -> TextTarget:
        return self._workspace.target(
            ("source", source, field),
            name,
            lambda document, text: sources.describe_source(document, source, **{field: text}),
        )

    def _citing(self, field: str, name: str) -> TextTarget:
        cited = self._citation

        def cite(document: Document, text: str) -> None:
            citation = document.get(Citation, cited)
            texts = {"quote": citation.quote, "locator": citation.locator} | {field: text}
            sources.change_citation(document, cited, **texts)

        return self._workspace.target(("citation", cited, field), name, cite)

    def _on_graded(self) -> None:
        source, grades = self._source().id, (self.reliability.currentData(), self.credibility.currentData())
        self._workspace.attempt(lambda document: sources.grade_source(document, source, *grades))

    def _on_verified(self) -> None:
        source, verification = self._source().id, Verification(self.verification.currentData())
        self._workspace.attempt(lambda document: sources.verify_source(document, source, verification))

    def _on_deleted(self) -> None:
        source = self._source().id
        self._workspace.attempt(lambda document: sources.delete_source(document, source))

    def _on_removed(self) -> None:
        self._workspace.attempt(lambda document: sources.remove_citation(document, self._citation))


def _be_narrow(field: QWidget) -> None:
    """A long word or choice must not widen the panel."""
    field.setSizePolicy(QSizePolicy.Policy.Ignored, field.sizePolicy().verticalPolicy())
    field.setMinimumWidth(60)


def _offer(combo: NoWheelCombo, words: Mapping[T, Sentence]) -> None:
    for value, word in words.items():
        combo.addItem(str(word), value)
