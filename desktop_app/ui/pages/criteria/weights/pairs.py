"""Weights from pairs: which of two criteria matters more, and how much, in nine words; never for scores."""

from collections.abc import Mapping
from itertools import combinations
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.base.plain_text import one_line
from desktop_app.edits.criteria import set_judgement
from desktop_app.model.ids import CriterionId
from desktop_app.model.records import Criterion, Judgement, WeightFrom
from desktop_app.ui.pages.criteria.weights.way import Way
from desktop_app.ui.widgets import theme
from desktop_app.ui.widgets.no_wheel import NoWheelSlider
from desktop_app.ui.widgets.rows import clear_rows
from desktop_app.ui.widgets.text import PlainLabel
from desktop_app.ui.widgets.theme import SPACE
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.weighing.criteria.weights import (
    MOST_COMPARED,
    PairwiseWeights,
    judged_weights,
    pairwise_sentences,
    raw_weights,
)
from desktop_app.wording.rounding import tenth, whole
from desktop_app.wording.sentence import say, text

Pair = tuple[CriterionId, CriterionId]
_MOST: Final = 9
_NAME_PX: Final = 104


def ratio_words(first: str, second: str, ratio: float) -> str:
    """A pairwise answer in words: “Cost matters strongly more than Speed (5 : 1)”."""
    if ratio < 1:
        first, second, ratio = second, first, 1 / ratio
    step = min(_MOST, max(1, whole(ratio)))
    sentence = say(f"pairs.ratio.{step}", first=first, second=second)
    return str(sentence) if step == 1 else text("pairs.times", said=sentence, times=tenth(ratio).replace(".0", ""))


class PairRow(QWidget):
    """One pair: the first at the left, the second at the right; the slider leans to what matters more."""

    def __init__(self, first: str, second: str) -> None:
        super().__init__()
        self._names = (first, second)
        left, right = PlainLabel("", "fieldLabel", wraps=True), PlainLabel("", "fieldLabel", wraps=True)
        left.say(first)
        right.say(second)
        left.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for label in (left, right):
            label.setFixedWidth(theme.px(_NAME_PX))
        self.slider = NoWheelSlider(1 - _MOST, _MOST - 1)
        self.slider.setPageStep(2)
        self.equal, self.clear = QPushButton(text("pairs.equal")), QPushButton(text("weighing.clear"))
        self.equal.setObjectName("small")
        self.equal.setAccessibleName(text("pairs.equal.spoken", first=first, second=second))
        self.clear.setObjectName("quiet")
        self.clear.setAccessibleName(text("pairs.clear.spoken", first=first, second=second))
        self.words = PlainLabel("", "hint", wraps=True)
        self.slider.valueChanged.connect(lambda value: self._say(_ratio(value)))
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE)
        line.addWidget(left)
        line.addWidget(self.slider, 1)
        line.addWidget(right)
        line.addWidget(self.equal)
        last = QHBoxLayout()
        last.setContentsMargins(theme.px(_NAME_PX) + SPACE, 0, 0, 0)
        last.addWidget(self.words, 1)
        last.addWidget(self.clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(0)
        column.addLayout(line)
        column.addLayout(last)

    def show_answer(self, ratio: float | None, *, fits_least: bool, can_edit: bool) -> None:
        """Shows an answer; None: not compared."""
        value = 0 if ratio is None else round(1 / ratio - 1) if ratio < 1 else round(1 - ratio)
        self.slider.show_number(value)
        name = "hollow" if ratio is None else "pair"
        if self.slider.objectName() != name:
            self.slider.setObjectName(name)
            self.slider.style().unpolish(self.slider)
            self.slider.style().polish(self.slider)
        self._say(ratio)
        if fits_least:
            self.words.setText(text("pairs.fits_least", words=self.words.text()))
        self.clear.setVisible(ratio is not None)
        for widget in (self.slider, self.equal, self.clear):
            widget.setEnabled(can_edit)

    def _say(self, ratio: float | None) -> None:
        words = text("pairs.not_compared") if ratio is None else ratio_words(*self._names, ratio)
        self.words.say(words)
        self.slider.setAccessibleName(text("pairs.slider", one=self._names[0], other=self._names[1], words=words))


class PairWay(Way):
    """Asks about each pair; every answer is kept at once, the weights only when they are used."""

    step = say("step.weigh_in_pairs")
    weight_from = WeightFrom.PAIRS

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._shown: list[Criterion] = []
        self.rows: dict[Pair, PairRow] = {}
        self._intro = PlainLabel("", wraps=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.look_again = QPushButton(text("pairs.look_again"))
        self.look_again.setObjectName("small")
        self.look_again.clicked.connect(self._on_looked)
        self.column.addWidget(self._intro)
        self.column.addLayout(self._rows)
        self.column.addWidget(self.look_again, 0, Qt.AlignmentFlag.AlignLeft)
        self.refresh()

    @override
    def refresh(self) -> None:
        criteria = self.criteria
        is_few = len(criteria) <= MOST_COMPARED
        self._intro.setText(
            text("pairs.intro") if is_few else text("pairs.too_many", most=MOST_COMPARED, count=len(criteria))
        )
        if not is_few:
            criteria = []
        if [(item.id, item.name) for item in criteria] != [(item.id, item.name) for item in self._shown]:
            self._build(criteria)
        self._shown = criteria
        worst = self._worst()
        can_edit = not self.workspace.session.is_read_only
        for pair, row in self.rows.items():
            row.show_answer(self._answer(pair), fits_least=set(pair) == worst, can_edit=can_edit)
        self.look_again.setVisible(bool(worst))

    @override
    def proposed(self) -> Mapping[CriterionId, float] | None:
        judged = self._judged()
        if judged is None:
            return None
        return raw_weights(judged.weights, [criterion.id for criterion in self._shown])

    @override
    def summary(self) -> str:
        judged = self._judged()
        if judged is None:
            return text("pairs.until") if self.rows else ""
        return " ".join(pairwise_sentences(judged, [criterion.name for criterion in self._shown]))

    @override
    def take_keyboard(self) -> None:
        first = next((row for pair, row in self.rows.items() if self._answer(pair) is None), None)
        target = first or next(iter(self.rows.values()), None)
        if target is not None:
            target.slider.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self, criteria: list[Criterion]) -> None:
        clear_rows(self._rows)
        self.rows = {}
        for first, second in combinations(criteria, 2):
            pair = (first.id, second.id)
            row = self.rows[pair] = PairRow(one_line(first.name, 40), one_line(second.name, 40))
            row.slider.committed.connect(lambda value, pair=pair: self._on_answered(pair, _ratio(value)))
            row.equal.clicked.connect(lambda _checked, pair=pair: self._on_answered(pair, 1.0))
            row.clear.clicked.connect(lambda _checked, pair=pair: self._on_answered(pair, None))
            self._rows.addWidget(row)

    def _judged(self) -> PairwiseWeights | None:
        return judged_weights(self.workspace.document, self.workspace.map_id) if self._shown else None

    def _answer(self, pair: Pair) -> float | None:
        for item in self.workspace.document.referring(Judgement, "map", self.workspace.map_id):
            if {item.first, item.second} == set(pair):
                return item.ratio if item.first == pair[0] else 1 / item.ratio
        return None

    def _worst(self) -> set[CriterionId]:
        """The pair whose answer fits the others least, where they do not fit together well."""
        judged = self._judged()
        if judged is None or judged.worst is None or not judged.should_revise:
            return set()
        return {self._shown[judged.worst.first].id, self._shown[judged.worst.second].id}

    def _on_answered(self, pair: Pair, ratio: float | None) -> None:
        self.workspace.attempt(lambda document: set_judgement(document, *pair, ratio))

    def _on_looked(self) -> None:
        worst = self._worst()
        row = next((row for pair, row in self.rows.items() if set(pair) == worst), None)
        if row is not None:
            row.slider.setFocus(Qt.FocusReason.OtherFocusReason)


def _ratio(value: int) -> float:
    """What the place of a slider says: 4 to the right, the second matters 5 times as much."""
    return 1 / (1 + value) if value > 0 else 1.0 - value
