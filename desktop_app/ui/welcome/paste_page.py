"""Sorts a pasted text before it becomes a map: shows where each part goes and asks for the question."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop_app.base.errors import AppError
from desktop_app.drawing.palette import Role
from desktop_app.formats.any_text import is_article, read_any
from desktop_app.formats.article import ArticleParts, sort_article
from desktop_app.formats.headings import without_colon
from desktop_app.model.plans import Link, Plan
from desktop_app.model.records import CardKind
from desktop_app.ui import theme
from desktop_app.ui.theme import SPACE, SPACE_WIDE, interface_font
from desktop_app.ui.widgets.message_bar import MessageBar
from desktop_app.ui.widgets.text import PlainLabel, one_line

_WIDTH_PX = 980
_NO_CRITERIA = "no criteria"


class PastePage(QScrollArea):
    """Where the parts of one text will go.

    Signals:
        accepted: the title of the map and the plan to be carried out.
        cancelled: nothing is to be made.
    """

    accepted = Signal(str, object)
    cancelled = Signal()

    def __init__(self, text: str, known_sources: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._known_sources = tuple(known_sources)
        self._parts: ArticleParts | None = sort_article(text) if is_article(text) else None
        self.messages = MessageBar()
        self.question = QLineEdit()
        self.criteria = QComboBox()
        self._rows = QVBoxLayout()
        self._make = QPushButton("Make the map")
        self._lay_out()
        plan = self._plan()
        self.question.setText(next((card.text for card in plan.cards if card.kind is CardKind.QUESTION), ""))
        self._offer_lists()
        self.criteria.currentIndexChanged.connect(lambda _: self.refresh())
        self.question.textChanged.connect(lambda _: self.refresh())
        self.question.returnPressed.connect(self._on_accepted)
        self.refresh()

    def refresh(self) -> None:
        """Shows what would be made now."""
        while (item := self._rows.takeAt(0)) is not None:
            row = item.widget()
            if row is not None:
                row.hide()
                row.deleteLater()
        for words, role, examples, hint in _summary(self._plan()):
            self._rows.addWidget(_row(words, role, examples, hint))
        self._make.setEnabled(bool(self.question.text().strip()))

    # --- inside --------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.setObjectName("paste")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.question.setFont(interface_font(16, bold=True))
        self.question.setAccessibleName("What is the question?")
        self.criteria.setAccessibleName("List that holds the criteria")
        box = QFrame()
        box.setObjectName("card")
        inside = QVBoxLayout(box)
        inside.setContentsMargins(18, SPACE, 18, SPACE)
        inside.addLayout(self._rows)
        self._lists_line = QWidget()
        lists = QHBoxLayout(self._lists_line)
        lists.setContentsMargins(4, 0, 4, 0)
        lists.addWidget(PlainLabel("Criteria are the list under", "fieldLabel"))
        lists.addWidget(self.criteria, 1)
        column_widget = QWidget()
        column_widget.setMaximumWidth(_WIDTH_PX)
        column = QVBoxLayout(column_widget)
        column.setSpacing(SPACE)
        for widget in (*self._heading(), PlainLabel("What is the question?", "fieldLabel"), self.question):
            column.addWidget(widget)
        column.addWidget(self._lists_line)
        column.addWidget(box)
        column.addSpacing(SPACE)
        column.addLayout(self._buttons())
        body = QWidget()
        body.setObjectName("page")
        outer = QVBoxLayout(body)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.messages)
        middle = QHBoxLayout()
        middle.setContentsMargins(32, 48, 32, 32)
        middle.addStretch(1)
        middle.addWidget(column_widget, 20)
        middle.addStretch(1)
        outer.addLayout(middle)
        outer.addStretch(1)
        self.setWidget(body)

    def _heading(self) -> tuple[PlainLabel, PlainLabel]:
        title = PlainLabel("Sort what you pasted", "pageTitle")
        title.setFont(interface_font(24, bold=True))
        words = len(self._text.split())
        return title, PlainLabel(f"{words:,} words. Check where each part goes. One undo takes it all back.", "hint")

    def _buttons(self) -> QHBoxLayout:
        cancel = QPushButton("Cancel")
        cancel.clicked.connect(self.cancelled)
        self._make.setObjectName("primary")
        self._make.clicked.connect(self._on_accepted)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(cancel)
        buttons.addSpacing(SPACE)
        buttons.addWidget(self._make)
        return buttons

    def _offer_lists(self) -> None:
        self.criteria.addItem(_NO_CRITERIA, None)
        lists = self._parts.lists if self._parts is not None else ()
        for title, found in lists:
            words = without_colon(found.lead_in or title)
            self.criteria.addItem(f"{one_line(words, 90)} ({len(found.items)})", found.lead_in or title)
        self._lists_line.setVisible(bool(lists))

    def _plan(self) -> Plan:
        return read_any(
            self._text,
            question=self.question.text().strip() or None,
            criteria_heading=self.criteria.currentData() if self._parts is not None else None,
            known_sources=self._known_sources,
        )

    def _on_accepted(self) -> None:
        question = self.question.text().strip()
        if not question:
            return
        try:
            plan = self._plan()
        except AppError as error:
            self.messages.say(error, offers_copy=False)
            return
        self.accepted.emit(question, plan)


def _summary(plan: Plan) -> list[tuple[str, Role, list[str], str]]:
    """What a plan makes, part by part: how much, its colour, what it begins with, and where it goes."""
    by_link = {link: [card.text for card in plan.cards if card.link is link] for link in Link}
    of_kind = {kind: [card.text for card in plan.cards if card.kind is kind] for kind in CardKind}
    rest = [card.text for card in plan.cards if card.link is Link.ROOT and card.kind is CardKind.CLAIM]
    parts = (
        ("option", "options", Role.OPTION, of_kind[CardKind.OPTION], "beneath the question"),
        ("pro", "pros", Role.PRO, by_link[Link.SUPPORTS], "speak for what stands above them"),
        ("con", "cons", Role.CON, by_link[Link.OPPOSES], "speak against what stands above them"),
        ("claim", "claims", Role.INK, rest, "stand by themselves"),
        ("criterion", "criteria", Role.CRITERION, [item.name for item in plan.criteria], "options are judged on them"),
        ("section", "sections", Role.MUTED, [item.title for item in plan.sections], "parts of the brief"),
        ("note", "notes", Role.NOTE, of_kind[CardKind.NOTE], "left as notes, nothing lost"),
        ("source", "sources", Role.MUTED, [item.title for item in plan.sources], "cited by what came from it"),
        ("remark", "remarks", Role.WARNING, list(plan.notices), "taken as plain text"),
    )
    return [
        (f"{len(texts)} {one if len(texts) == 1 else many}", role, texts, hint)
        for one, many, role, texts, hint in parts
        if texts
    ]


def _row(words: str, role: Role, examples: list[str], hint: str) -> QWidget:
    row = QFrame()
    row.setObjectName("row")
    line = QHBoxLayout(row)
    line.setContentsMargins(4, 12, 4, 12)
    line.setSpacing(SPACE_WIDE)
    label = PlainLabel(words)
    label.setFont(interface_font(theme.TEXT_PX, bold=True))
    palette = label.palette()
    palette.setColor(label.foregroundRole(), theme.colour(role))
    label.setPalette(palette)
    label.setFixedWidth(120)
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addWidget(PlainLabel(one_line(" · ".join(one_line(text, 70) for text in examples), 200), wraps=True))
    column.addWidget(PlainLabel(hint, "hint"))
    line.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
    line.addLayout(column, 1)
    return row
