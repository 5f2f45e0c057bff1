"""The heads of the matrix: a criterion with its question, weight and lock; an option; plain words for the rest."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout
from typing_extensions import override

from desktop_app.base.plain_text import one_line
from desktop_app.drawing.palette import Role
from desktop_app.model.records import Criterion
from desktop_app.ui.pages.criteria.grid import GridCell
from desktop_app.ui.pages.criteria.weight_slider import WeightSlider
from desktop_app.ui.widgets import icons, theme
from desktop_app.ui.widgets.editable import EditableText
from desktop_app.ui.widgets.text import PlainLabel
from desktop_app.ui.widgets.theme import SPACE
from desktop_app.ui.workspace.pending_texts import TextTarget
from desktop_app.wording.rounding import percent, whole
from desktop_app.wording.sentence import Percent, Whole, say, text


class WordsHead(GridCell):
    """Words that name a row; nothing to do there."""

    def __init__(self, words: str) -> None:
        super().__init__(Role.PANEL)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        label = PlainLabel(words, wraps=theme.is_room())
        label.setFont(theme.interface_font(theme.TEXT_PX, bold=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 14, 10)
        column.addWidget(label)


@dataclass(frozen=True, slots=True)
class CriterionEdits:
    """What a criterion's head asks for."""

    rename: TextTarget
    ask: TextTarget
    weigh: Callable[[float], None]
    lock: Callable[[], None]
    confirm: Callable[[], None]
    give_back: Callable[[], None]


class CriterionHead(GridCell):
    """A criterion: name, question, weight as a slider and as a share.

    Signals:
        previewed: the raw weight under the hand, while it moves.
    """

    previewed = Signal(float)

    def __init__(self, edits: CriterionEdits) -> None:
        super().__init__()
        self._edits = edits
        self.name = EditableText(theme.interface_font(14, bold=True), takes_focus=False, shown_most=120)
        self.question = EditableText(
            theme.interface_font(theme.SMALL_PX),
            name="hint",
            placeholder=text("criterion.question.hint"),
            shown_most=160,
        )
        self.name.closed.connect(self.setFocus)
        self.slider = WeightSlider()
        self.slider.sliderReleased.connect(self._on_released)
        self.slider.valueChanged.connect(self._on_moved)
        self._share = PlainLabel("")
        self._share.setFont(theme.interface_font(theme.TEXT_PX, bold=True))
        self._share.setMinimumWidth(theme.px(42))
        self._share.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.lock = QToolButton()
        self.lock.setObjectName("icon")
        self.lock.setIconSize(QSize(theme.px(14), theme.px(14)))
        self.lock.clicked.connect(edits.lock)
        self.more = QToolButton()
        self.more.setObjectName("icon")
        self.more.setText("···")
        self.more.clicked.connect(self.opened)
        self._about = PlainLabel("", "hint", wraps=True)
        self.stale = QPushButton(text("criterion.stale.short") if theme.is_room() else text("criterion.stale"))
        self.stale.setObjectName("staleMark")
        self.stale.setToolTip(text("criterion.stale.tip"))
        self.stale.clicked.connect(edits.confirm)
        self.theirs = QPushButton(text("numbers.theirs") if theme.is_room() else text("criterion.theirs"))
        self.theirs.setObjectName("theirMark")
        self.theirs.setToolTip(text("criterion.theirs.tip"))
        self.theirs.clicked.connect(edits.give_back)
        self._lay_out()

    def show_criterion(
        self,
        criterion: Criterion,
        weight: float,
        share: float,
        *,
        can_edit: bool,
        hides: bool,
        is_theirs: bool,
    ) -> None:
        """Shows a criterion.

        Args:
            criterion: it.
            weight: raw, in the chosen perspective.
            share: of all weights, 0…1.
            can_edit: whether anything can be changed.
            hides: whether the map hides its numbers.
            is_theirs: whether the weights are the chosen perspective's own.
        """
        name = one_line(criterion.name, 60)
        self.slider.setVisible(not hides)
        self._share.setVisible(not hides)
        self.name.show_text(criterion.name, text("criterion.name"), self._edits.rename, can_edit=can_edit)
        self.question.show_text(
            criterion.question, text("criterion.question.spoken", name=name), self._edits.ask, can_edit=can_edit
        )
        # What a score would answer is asked of who prepares the page.
        self.question.setVisible(bool(criterion.question) or not theme.is_room())
        self.slider.setAccessibleName(
            text("criterion.weight.spoken", name=name, share=percent(share))
            if not hides
            else text("criterion.weight_of", name=name)
        )
        self.slider.blockSignals(True)  # noqa: FBT003
        if not self.slider.isSliderDown():
            self.slider.setValue(whole(weight))
        self.slider.blockSignals(False)  # noqa: FBT003
        self.slider.setEnabled(can_edit and not criterion.locked)
        self._share.setText(percent(share))
        self.lock.setIcon(
            icons.icon("lock" if criterion.locked else "unlock", Role.INK if criterion.locked else Role.FAINT)
        )
        self.lock.setEnabled(can_edit)
        words = text("criterion.unlock") if criterion.locked else text("criterion.lock")
        self.lock.setToolTip(words)
        self.lock.setAccessibleName(
            text("criterion.unlock.spoken" if criterion.locked else "criterion.lock.spoken", name=name)
        )
        self.more.setAccessibleName(text("criterion.more.spoken", name=name))
        self.more.setToolTip(text("criterion.more"))
        has_line = criterion.red_line is not None and not hides
        red = (
            text("criterion.red_line.at", value=Whole(criterion.red_line))
            if has_line and criterion.red_line is not None
            else ""
        )
        self._about.say(" · ".join(part for part in (one_line(criterion.direction, 60), red) if part))
        self._about.setVisible(bool(self._about.text()))
        self.theirs.setVisible(is_theirs and not hides)
        self.theirs.setEnabled(can_edit)
        self.theirs.setAccessibleName(text("criterion.theirs.spoken", name=name))
        self.stale.setVisible(criterion.stale and not hides)
        self.stale.setEnabled(can_edit)
        spoken_parts = [text("criterion.named", name=name)]
        if not hides:
            spoken_parts.append(text("criterion.weighs", share=Percent(share)))
            spoken_parts += [text("criterion.locked")] if criterion.locked else []
            spoken_parts += [text("numbers.theirs")] if is_theirs else []
        self.setAccessibleName(", ".join(spoken_parts))

    def show_share(self, share: float) -> None:
        """Shows the share it would have, while a weight is being moved."""
        self._share.setText(percent(share))

    @override
    def begin(self, typed: str) -> None:
        self.name.begin(typed)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(0)
        first.addWidget(self.name, 1)
        first.addWidget(self.lock, 0, Qt.AlignmentFlag.AlignTop)
        first.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        # Enter asks for the same.
        if theme.is_room():
            self.more.hide()
        last = QHBoxLayout()
        last.setContentsMargins(4, 2, 0, 0)
        last.addWidget(self.slider, 1)
        last.addWidget(self._share)
        about = QHBoxLayout()
        about.setContentsMargins(5, 0, 0, 0)
        about.addWidget(self._about)
        column = QVBoxLayout(self)
        column.setContentsMargins(11, SPACE, 10, SPACE)
        column.setSpacing(1)
        column.addLayout(first)
        if theme.is_room():
            # What is moved stands first: of a row little more may be in sight beneath the totals.
            column.addLayout(last)
        column.addWidget(self.question)
        column.addLayout(about)
        column.addWidget(self.stale, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.theirs, 0, Qt.AlignmentFlag.AlignLeft)
        if not theme.is_room():
            column.addLayout(last)
        column.addStretch()

    def _on_moved(self, value: int) -> None:
        if self.slider.isSliderDown():
            self.previewed.emit(float(value))
        else:
            self._on_released()  # by key or click: the gesture is over

    def _on_released(self) -> None:
        self._edits.weigh(float(self.slider.value()))


class OptionHead(GridCell):
    """An option: its letter and its text.

    Signals:
        menu_asked: what can be done with it is asked for.
    """

    menu_asked = Signal()

    def __init__(self) -> None:
        super().__init__(Role.PANEL)
        self._letter = PlainLabel("")
        self._letter.setFont(theme.interface_font(theme.TEXT_PX, bold=True))
        palette = self._letter.palette()
        palette.setColor(self._letter.foregroundRole(), theme.colour(Role.OPTION))
        self._letter.setPalette(palette)
        self.text = EditableText(theme.interface_font(theme.TEXT_PX, bold=True), takes_focus=False, shown_most=90)
        self.text.closed.connect(self.setFocus)
        self.more = QToolButton()
        self.more.setObjectName("icon")
        self.more.setText("···")
        self.more.setToolTip(text("criterion.option.more.tip"))
        self.more.clicked.connect(self.menu_asked)
        line = QHBoxLayout(self)
        line.setContentsMargins(14, SPACE, SPACE, SPACE)
        line.setSpacing(4)
        line.addWidget(self._letter, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.text, 1, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        if theme.is_room():
            self.more.hide()
        self._letter.setContentsMargins(0, 2, 0, 0)

    def show_option(self, letter: str, text: str, target: TextTarget, *, can_edit: bool) -> None:
        """Shows an option by its letter; another text goes to `target`."""
        self._letter.setText(letter)
        self.text.show_text(text, str(say("criterion.option.spoken", letter=letter)), target, can_edit=can_edit)
        self.setAccessibleName(str(say("criterion.option.named", letter=letter, text=one_line(text, 120))))
        self.more.setAccessibleName(str(say("criterion.option.more", letter=letter)))

    @override
    def begin(self, typed: str) -> None:
        self.text.begin(typed)


class TotalCell(GridCell):
    """What the scores of an option add up to, and its place."""

    def __init__(self) -> None:
        super().__init__(Role.PANEL)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.figure, self.place = PlainLabel(""), PlainLabel("", "hint", wraps=True)
        self.figure.setFont(theme.interface_font(22, bold=True))
        self.place.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._flag = PlainLabel("", "mark", wraps=True)
        line = QHBoxLayout()
        line.addWidget(self.figure)
        line.addWidget(self.place, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(15, SPACE, 14, SPACE)
        column.setSpacing(2)
        column.addLayout(line)
        column.addWidget(self._flag)

    @property
    def flag(self) -> str:
        """What its red lines say."""
        return self._flag.text()

    def show_total(self, figure: str, place: str, flag: str) -> None:
        """Shows a total, its place among the others, and what its red lines say."""
        self.figure.setText(figure)
        self.place.setText(place)
        self._flag.setText(flag)
        self._flag.setVisible(bool(flag))
        self.setAccessibleName(text("criteria.total.spoken", figure=figure, place=f"{place} {flag}").strip())
