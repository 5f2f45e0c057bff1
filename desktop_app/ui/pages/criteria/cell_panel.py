"""The details of one cell: level, range, how sure, where the score comes from, note, and its pros and cons."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout

from desktop_app.base.plain_text import one_line
from desktop_app.model import reads
from desktop_app.model.ids import ArgumentId, CardId
from desktop_app.model.kinds import MINUS, PLUS, STANCES
from desktop_app.model.records import Argument, Card, Confidence, Criterion, ScoreMode, Stance
from desktop_app.model.words import importance_word
from desktop_app.ui.pages.criteria.levels import LevelRows
from desktop_app.ui.pages.criteria.panels import Panel
from desktop_app.ui.widgets import theme
from desktop_app.ui.widgets.choices import Choices
from desktop_app.ui.widgets.fields import AdderLine, CommittingLine, CommittingText
from desktop_app.ui.widgets.rows import clear_rows
from desktop_app.ui.widgets.text import PlainLabel, for_menu
from desktop_app.ui.widgets.theme import SPACE
from desktop_app.ui.workspace.scoring import CellScoring
from desktop_app.viewmodels.number_owner import NumberOwner
from desktop_app.weighing.numbers import Doubt
from desktop_app.wording.rounding import whole
from desktop_app.wording.sentence import Whole, say, text

_SURE = (
    (say("cell.sure.high"), Confidence.HIGH),
    (say("cell.sure.medium"), Confidence.MEDIUM),
    (say("cell.sure.low"), Confidence.LOW),
    (say("cell.sure.not_said"), None),
)

_NUMBER_PX = 54


class CellPanel(Panel):
    """What can be said about an option on a criterion.

    Signals:
        jump_asked: a pro or con is to be shown on the map: its card and its argument.
    """

    jump_asked = Signal(object, object)

    def __init__(self, scoring: CellScoring) -> None:
        document = scoring.workspace.document
        option, criterion = document.get(Card, scoring.option), document.get(Criterion, scoring.criterion)
        super().__init__(text("cell.panel", option=one_line(option.text, 60), criterion=one_line(criterion.name, 60)))
        self.scoring = scoring
        self._title = self.title("")
        self._question = PlainLabel("", "hint", wraps=True)
        self.column.addWidget(self._question)
        self._whose = PlainLabel("", "hint", wraps=True)
        self.column.addWidget(self._whose)
        self.levels = LevelRows()
        self.levels.chosen.connect(scoring.set_likely)
        self.column.addWidget(self.levels)
        self.lines = {part: CommittingLine() for part in ("low", "likely", "high")}
        self.unknown, self.clear = QPushButton(text("cell.do_not_know")), QPushButton(text("cell.clear"))
        self._numbers()
        self.heading(text("cell.sure.heading"))
        self.sure = Choices(text("cell.sure"), [(str(words), sure) for words, sure in _SURE])
        self.sure.chosen.connect(scoring.set_confidence)
        self.column.addWidget(self.sure)
        self.heading(text("cell.mode"))
        self.mode = Choices(
            text("cell.mode"),
            ((text("cell.mode.judged"), ScoreMode.JUDGED), (text("cell.mode.argued"), ScoreMode.ARGUED)),
        )
        self.mode.chosen.connect(scoring.set_mode)
        self.column.addWidget(self.mode)
        self._argued = PlainLabel("", "hint", wraps=True)
        self.column.addWidget(self._argued)
        self.heading(text("cell.why"))
        self.note = CommittingText(1)
        self.note.setAccessibleName(text("cell.why"))
        self.column.addWidget(self.note)
        self._count = self.heading("")
        self._points = QVBoxLayout()
        self._points.setSpacing(0)
        self.column.addLayout(self._points)
        self.adder = AdderLine()
        self.adder.setPlaceholderText(text("cell.point.hint", minus=MINUS))
        self.adder.setAccessibleName(text("cell.point.new"))
        self.column.addWidget(self.adder)
        self.column.addStretch()
        self.refresh()

    @property
    def points(self) -> list[QPushButton]:
        """The pros and cons of the cell, one button each."""
        items = (self._points.itemAt(row) for row in range(self._points.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, QPushButton)]

    def take_keyboard(self, *, at_arguments: bool) -> None:
        """Gives the keyboard to the levels, or to what speaks to the cell."""
        first = (*self.points, self.adder)[0] if at_arguments else self.levels.first
        first.setFocus()

    def refresh(self) -> None:
        """Shows what there is now."""
        scoring, workspace = self.scoring, self.scoring.workspace
        document, score = workspace.document, self.scoring.score
        criterion = document.get(Criterion, scoring.criterion)
        result = workspace.results.cells[scoring.option, scoring.criterion]
        letter = reads.option_letters(document, workspace.map_id)[scoring.option]
        can_edit = not workspace.session.is_read_only
        is_argued = score is not None and score.mode is ScoreMode.ARGUED
        likely = score.likely if score is not None and not is_argued else None
        whose = scoring.whose
        judges = can_edit and (not is_argued or whose is not NumberOwner.MAPS)
        self._title.say(text("compare.option_on", letter=letter, name=one_line(criterion.name, 80)))
        self._question.say(one_line(criterion.question, 300))
        self._question.setVisible(bool(criterion.question))
        self.levels.show_levels(scoring.levels, likely, enabled=judges)
        shown = {"likely": likely, "low": None, "high": None}
        if score is not None and not is_argued:
            shown |= {"low": score.low, "high": score.high}
        for part, line in self.lines.items():
            value = shown[part]
            line.show_text("" if value is None else f"{value:g}", scoring.part_target(part))
            line.setReadOnly(not judges)
            line.setPlaceholderText(_placeholder(part, result.score if likely is not None else None))
        self._whose.setText(_whose_words(whose))
        self._whose.setVisible(whose is not NumberOwner.MAPS)
        self.unknown.setEnabled(judges)
        self.unknown.setVisible(whose is NumberOwner.MAPS)
        self.unknown.setChecked(score is not None and score.likely is None and not is_argued)
        self.clear.setText(text("cell.clear") if whose is NumberOwner.MAPS else text("cell.back_to_mine"))
        self.clear.setEnabled(can_edit and score is not None and whose is not NumberOwner.MINE)
        has_range = score is not None and (score.low is not None or score.high is not None)
        chosen = score.confidence if score is not None else None
        self.sure.show_choice(
            "a range" if has_range or likely is None else chosen, enabled=judges and likely is not None
        )
        # Whether arguments decide is the map's to say; a perspective's own number is always judged.
        mode = score.mode if score is not None else ScoreMode.JUDGED
        self.mode.show_choice(mode, enabled=can_edit and whose is NumberOwner.MAPS)
        self._argued.setText(_argued_words(result.argued, result.weighed, result.pros + result.cons))
        self.note.show_text(score.note if score is not None else "", scoring.note_target())
        self.note.setReadOnly(not can_edit or score is None)
        self.note.setPlaceholderText("" if score is not None else text("cell.score_first"))
        self._show_points()
        self.adder.setEnabled(can_edit)
        self.adder.ask(scoring.argument_target())

    def _numbers(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE)
        grid.setVerticalSpacing(2)
        for column, (part, line) in enumerate(self.lines.items()):
            label = PlainLabel(text(f"cell.part.{part}"), "fieldLabel")
            line.setAccessibleName(text(f"cell.part.{part}.spoken"))
            line.setFixedWidth(theme.px(_NUMBER_PX))
            grid.addWidget(label, 0, column)
            grid.addWidget(line, 1, column)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        self.unknown.setCheckable(True)
        self.unknown.clicked.connect(self._on_unknown)
        self.clear.clicked.connect(self.scoring.clear)
        for button in (self.unknown, self.clear):
            button.setObjectName("small")
            buttons.addWidget(button)
        grid.addLayout(buttons, 1, 3)
        self.column.addSpacing(SPACE)
        self.column.addLayout(grid)

    def _on_unknown(self) -> None:
        if self.unknown.isChecked():
            self.scoring.set_unknown()
        else:
            self.scoring.clear()
        self.refresh()

    def _show_points(self) -> None:
        arguments = self.scoring.arguments
        focused = next((at for at, button in enumerate(self.points) if button.hasFocus()), None)
        clear_rows(self._points)
        pros = sum(1 for argument in arguments if argument.stance is Stance.SUPPORTS)
        self._count.setText(text("cell.points", pros=f"{PLUS}{pros}", cons=f"{MINUS}{len(arguments) - pros}"))
        for argument in arguments:
            self._points.addWidget(self._point(argument))
        if focused is not None and focused < len(self.points):
            self.points[focused].setFocus()
        if not arguments:
            self._points.addWidget(PlainLabel(text("cell.no_points"), "hint", wraps=True))

    def _point(self, argument: Argument) -> QPushButton:
        document = self.scoring.workspace.document
        card = reads.premises_of(document, argument.id)[0].card
        text = document.get(Card, card).text
        naming = STANCES[argument.stance]
        words = importance_word(self.scoring.workspace.numbers.importance(argument))
        button = QPushButton(f"{naming.sign}  {for_menu(one_line(text, 44))}")
        button.setObjectName("answer")
        button.setAccessibleName(
            str(say("cell.point.spoken", label=naming.label, words=words, text=one_line(text, 160)))
        )
        button.setToolTip(str(say("cell.show_on_map")))
        button.clicked.connect(lambda _checked: self._jump(card, argument.id))
        return button

    def _jump(self, card: CardId, argument: ArgumentId) -> None:
        self.jump_asked.emit(card, argument)


def _whose_words(whose: NumberOwner) -> str:
    return text("cell.whose.theirs") if whose is NumberOwner.THEIRS else text("cell.whose.mine")


def _placeholder(part: str, score: Doubt | None) -> str:
    if score is None or part == "likely":
        return "–"
    return str(whole(score.low if part == "low" else score.high))


def _argued_words(argued: Doubt | None, weighed: int, total: int) -> str:
    if argued is None:
        return text("cell.argued.none") if total else ""
    span = f"{whole(argued.low)}–{whole(argued.high)}"
    return text("cell.argued", likely=Whole(argued.likely), span=span, weighed=weighed, total=total)
