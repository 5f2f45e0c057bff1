"""Sorts a pasted text before it becomes a map: shows where each part goes, or lets it go elsewhere."""

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.base.errors import AppError
from desktop_app.base.plain_text import one_line
from desktop_app.drawing.palette import Role
from desktop_app.formats.any_text import is_article, read_any
from desktop_app.formats.article import sort_article
from desktop_app.formats.headings import without_colon
from desktop_app.formats.plan_parts import Home, TextPart, moved, parts_of
from desktop_app.model.plans import Plan
from desktop_app.model.records import CardKind
from desktop_app.ui.pages.welcome.part_menu import part_button
from desktop_app.ui.widgets import theme
from desktop_app.ui.widgets.choices import Choices
from desktop_app.ui.widgets.columns import ColumnPage
from desktop_app.ui.widgets.query_line import QueryLine
from desktop_app.ui.widgets.rows import clear_rows
from desktop_app.ui.widgets.text import PlainLabel, for_menu
from desktop_app.ui.widgets.theme import SPACE, SPACE_WIDE, interface_font
from desktop_app.wording.sentence import Grouped, say, spoken, text

_WIDTH_PX, _TOP_PX = 980, 56
_PAUSE_MS: Final = 400
_QUESTION_MARKS: Final = ("?", "？", "؟", ";")
_QUESTION_HINT: Final = say("paste.question.about")
_ROWS: Final = {
    Home.OPTION: Role.OPTION,
    Home.PRO: Role.PRO,
    Home.CON: Role.CON,
    Home.CLAIM: Role.INK,
    Home.CRITERION: Role.CRITERION,
    Home.SECTION: Role.EVIDENCE,
    Home.NOTE: Role.NOTE,
}


class PastePage(ColumnPage):
    """Where the parts of one text will go.

    Signals:
        accepted: the title of the map and the plan to be carried out.
        cancelled: nothing is to be made.
    """

    accepted = Signal(str, object)
    cancelled = Signal()

    def __init__(
        self,
        text: str,
        known_sources: Iterable[str],
        parent: QWidget | None = None,
        *,
        makes_workbook: bool,
        as_lines: bool | None = None,
    ) -> None:
        super().__init__(_WIDTH_PX, _TOP_PX, parent)
        self._makes_workbook = makes_workbook
        self._text = text
        self._known_sources = tuple(known_sources)
        self._is_article = is_article(text) if as_lines is None else not as_lines
        self._lists = _lists(text) if self._is_article else []
        self._asked = ""
        self._sorted_for = ""
        self._shown: list[TextPart] = []
        self._asked_anew = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._asked_anew.timeout.connect(self._sort_for_question)
        self._criteria_heading: str | None = None
        self._moves: list[tuple[TextPart, Home]] = []
        self.question = QueryLine()
        self.reading = Choices(
            str(say("paste.reading")),
            ((str(say("paste.reading.text")), False), (str(say("paste.reading.lines")), True)),
        )
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._make = QPushButton(str(say("paste.make")))
        self._lay_out()
        self.question.setPlaceholderText(str(say("paste.question.hint")))
        self._take_question()
        self.question.selectAll()
        self.question.textChanged.connect(lambda _: self._follow_question())
        self.question.textEdited.connect(lambda _: self._asked_anew.start())
        self.question.returnPressed.connect(self._on_accepted)
        self.reading.chosen.connect(self.read_as)
        self.refresh()

    def read_as(self, as_lines: object) -> None:
        """Sorts the text anew, as lines with signs or as text; what was sent elsewhere before is forgotten.

        A question that the person wrote stays.
        """
        before = self._is_article
        self._is_article = not as_lines
        try:
            self._read()
        except AppError as error:
            self._is_article = before
            self.messages.say(error, offers_copy=False)
        else:
            self._lists = _lists(self._text, self._sorted_for) if self._is_article else []
            if self.question.text() == self._asked:
                self._take_question()
            self._moves.clear()
            self._criteria_heading = None
        self.refresh()

    def refresh(self) -> None:
        """Shows what would be made now."""
        clear_rows(self._rows)
        self.reading.show_choice(not self._is_article, enabled=True)
        plan = self._plan()
        parts = self._shown = parts_of(plan)
        self._question_row = _PlanRow(text("paste.question.row"), Role.INK, "", str(_QUESTION_HINT))
        self._rows.addWidget(self._question_row)
        for home, role in _ROWS.items():
            here = [part for part in parts if part.home is home]
            if here:
                key = home.name.lower()
                words = text(f"paste.count.{key}", count=len(here))
                row = _PlanRow(words, role, _beginnings(here), text(f"paste.about.{key}"))
                row.add(part_button(words, here, self._move))
                self._rows.addWidget(row)
            elif home is Home.CRITERION and self._lists:
                self._rows.addWidget(self._lists_row())
        for words, role, texts, hint in (
            (text("paste.sources"), Role.MUTED, [item.title for item in plan.sources], text("paste.sources.about")),
            (text("paste.notices"), Role.WARNING, list(map(str, plan.notices)), text("paste.notices.about")),
        ):
            if texts:
                self._rows.addWidget(_PlanRow(words, role, one_line(" · ".join(texts), 220), hint))
        self._follow_question()

    def send(self, parts: Sequence[TextPart], home: Home) -> None:
        """Sends parts elsewhere."""
        self._moves += [(part, home) for part in parts]
        self.refresh()

    @override
    def restyle(self) -> None:
        super().restyle()
        for row in self.findChildren(_PlanRow):
            row.restyle()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    # --- inside --------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.setObjectName("paste")
        self.question.setObjectName("question")
        self.question.setAccessibleName(text("paste.question"))
        box = QFrame()
        box.setObjectName("card")
        inside = QVBoxLayout(box)
        inside.setContentsMargins(18, SPACE, 18, SPACE_WIDE)
        inside.addLayout(self._rows)
        title = PlainLabel(text("paste.title"), "pageTitle")
        title.setFont(interface_font(24, bold=True))
        words = len(self._text.split())
        self.column.setSpacing(SPACE)
        self.column.addWidget(title)
        sentences = [
            say("paste.words", count=Grouped(words)),
            *([] if self._makes_workbook else [say("paste.one_undo")]),
        ]
        self.column.addWidget(PlainLabel(spoken(sentences), "cardText"))
        self.column.addSpacing(SPACE)
        self.column.addWidget(PlainLabel(text("paste.question"), "fieldLabel"))
        self.column.addWidget(self.question)
        self.column.addSpacing(SPACE)
        self.column.addWidget(box)
        self.column.addSpacing(SPACE)
        self.column.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        self._again = QPushButton(text("paste.again"))
        self._again.setObjectName("quiet")
        self._again.clicked.connect(self._forget_moves)
        reading = PlainLabel(text("paste.reading"), "fieldLabel")
        cancel = QPushButton(text("paste.cancel"))
        cancel.clicked.connect(self.cancelled)
        self._make.setObjectName("primary")
        self._make.clicked.connect(self._on_accepted)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        buttons.addWidget(reading)
        buttons.addWidget(self.reading)
        buttons.addWidget(self._again)
        buttons.addStretch()
        buttons.addWidget(cancel)
        buttons.addWidget(self._make)
        return buttons

    def _lists_row(self) -> QWidget:
        """Offers the lists of an article as criteria, where none are chosen."""
        row = _PlanRow(text("paste.no_criteria"), Role.CRITERION, text("paste.no_criteria.about"), "")
        choose = QPushButton(text("paste.choose_list"))
        choose.setAccessibleName(text("paste.choose_list.spoken"))
        menu = QMenu(choose)
        for heading, words in self._lists:
            menu.addAction(for_menu(words)).triggered.connect(lambda _=False, heading=heading: self._judge_on(heading))
        choose.setProperty("hasMenu", True)  # noqa: FBT003
        choose.setMenu(menu)
        row.add(choose)
        return row

    def _judge_on(self, heading: str) -> None:
        self._criteria_heading = heading
        self.refresh()

    def _move(self, parts: Sequence[TextPart], home: Home) -> None:
        # The menu whose entry was chosen is still open: the rows are made anew when it has closed.
        QTimer.singleShot(0, self, lambda: self.send(parts, home))

    def _forget_moves(self) -> None:
        self._moves.clear()
        self._criteria_heading = None
        self.refresh()

    def _follow_question(self) -> None:
        asked = self.question.text().strip()
        self._question_row.say(asked or "…")
        self._make.setEnabled(bool(asked))
        self._again.setVisible(bool(self._moves) or self._criteria_heading is not None)

    def _sort_for_question(self) -> None:
        """Sorts the text by what is asked now: pros of closing a street are cons of keeping it.

        What the person has sent elsewhere stays where it is, and so does all else.
        """
        asked = self.question.text().strip()
        if self._moves or self._criteria_heading is not None or asked == self._sorted_for:
            return
        self._sorted_for = asked
        if parts_of(self._plan()) != self._shown:
            self._lists = _lists(self._text, asked) if self._is_article else []
            self.refresh()

    def _take_question(self) -> None:
        """Takes what the text asks; the headline of an article is its source's title unless it asks."""
        self.question.clear()
        plan = self._read()
        asked = next((card.text for card in plan.cards if card.kind is CardKind.QUESTION), "")
        is_asked = not plan.sources or asked.rstrip().endswith(_QUESTION_MARKS)
        self._asked = asked if is_asked else ""
        self.question.setText(self._asked)
        self._sorted_for = self._asked

    def _read(self) -> Plan:
        return read_any(
            self._text,
            question=self.question.text().strip() or None,
            asked=self._sorted_for,
            criteria_heading=self._criteria_heading,
            known_sources=self._known_sources,
            as_lines=not self._is_article,
        )

    def _plan(self) -> Plan:
        plan = self._read()
        for part, home in self._moves:
            plan = moved(plan, part, home)
        return plan

    def _on_accepted(self) -> None:
        question = self.question.text().strip()
        if not question:
            return
        self._sort_for_question()
        try:
            plan = self._plan()
        except AppError as error:
            self.messages.say(error, offers_copy=False)
            return
        self.accepted.emit(question, plan)


def _lists(text: str, question: str | None = None) -> list[tuple[str, str]]:
    """The lists of an article that could be criteria: the words above each, and how it is offered."""
    return [
        (
            article_list.lead_in or title,
            f"{one_line(without_colon(article_list.lead_in or title), 70)} ({len(article_list.items)})",
        )
        for title, article_list in sort_article(text, question).lists
    ]


def _beginnings(parts: Sequence[TextPart]) -> str:
    """What the parts begin with, and how many items a list in one has."""
    named = (f"{one_line(part.title, 70)}{f' ({part.items})' if part.items else ''}" for part in parts)
    return one_line(" · ".join(named), 96)


class _PlanRow(QFrame):
    """What goes to one place."""

    def __init__(self, words: str, role: Role, beginnings: str, hint: str) -> None:
        super().__init__()
        self.setObjectName("row")
        self._line = line = QHBoxLayout(self)
        line.setContentsMargins(4, 14, 4, 14)
        line.setSpacing(SPACE_WIDE)
        self._role = role
        self._label = label = PlainLabel(words)
        label.setFixedWidth(130)
        self._beginnings = PlainLabel("", wraps=True)
        column = QVBoxLayout()
        column.setSpacing(3)
        column.addWidget(self._beginnings)
        if hint:
            column.addWidget(PlainLabel(hint, "hint"))
        line.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(column, 1)
        self.restyle()
        self.say(beginnings)

    def restyle(self) -> None:
        """Names its parts in the look that holds now."""
        self._label.setFont(interface_font(theme.TEXT_PX, bold=True))
        palette = self._label.palette()
        palette.setColor(self._label.foregroundRole(), theme.colour(self._role))
        self._label.setPalette(palette)

    def add(self, button: QPushButton) -> None:
        """Puts a button at the end."""
        self._line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def say(self, beginnings: str) -> None:
        """Shows what the parts begin with."""
        self._beginnings.say(beginnings)
