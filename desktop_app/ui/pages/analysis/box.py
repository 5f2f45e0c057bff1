"""A box of the analysis: a title, what it says in a sentence, choices, a chart."""

from PySide6.QtWidgets import QComboBox, QFrame, QVBoxLayout, QWidget

from desktop_app.ui.widgets.chart import ChartView
from desktop_app.ui.widgets.rows import beside
from desktop_app.ui.widgets.text import PlainLabel
from desktop_app.ui.widgets.theme import SPACE, SPACE_WIDE


class AnalysisBox(QFrame):
    """One question and its answer.

    Args:
        title: the question, said before the chart's words.
        choices: what can be chosen, beside the title.
    """

    def __init__(self, title: str, *choices: QComboBox, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.chart = ChartView(title)
        # Nothing beneath it jumps while a chart waits for its numbers.
        policy = self.chart.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.chart.setSizePolicy(policy)
        self._summary = PlainLabel("", "hint", wraps=True)
        head = beside()
        head.setSpacing(SPACE)
        head.addWidget(PlainLabel(title, "sectionTitle", wraps=True), 1)
        for choice in choices:
            head.addWidget(choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_WIDE, SPACE + 4, SPACE_WIDE, SPACE + 4)
        column.setSpacing(SPACE)
        column.addLayout(head)
        column.addWidget(self.chart)
        column.addWidget(self._summary)
        column.addStretch()

    @property
    def summary(self) -> str:
        """The sentence beneath the chart."""
        return self._summary.text()

    def say(self, sentence: str) -> None:
        """Shows the sentence."""
        self._summary.say(sentence)
