"""“Do the methods agree?”: a badge and its sentence, wherever a verdict stands."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.model.ids import CardId
from desktop_app.ui.widgets import theme
from desktop_app.ui.widgets.text import PlainLabel
from desktop_app.ui.widgets.theme import SPACE
from desktop_app.weighing.arguments.method_agreement import agreement, agreement_sentence
from desktop_app.weighing.arguments.strength import StrengthGraph
from desktop_app.wording.sentence import text

# Above this many cards and arguments all methods together take longer than a frame: people ask for it then.
_MOST_UNASKED: Final = 1_500
_BADGE_PX: Final = 21


class AgreementBadge(QWidget):
    """Says of one verdict, or of several, whether every method stands on the same side of even.

    Args:
        centred: whether it stands in the middle, as under a beam.
        parent: the widget it lives in.
    """

    def __init__(self, parent: QWidget | None = None, *, centred: bool = False) -> None:
        super().__init__(parent)
        self._asked: tuple[StrengthGraph, list[tuple[str, CardId]]] | None = None
        self._agree = PlainLabel(text("methods.badge.agree"), "badge")
        self._differ = PlainLabel(text("methods.badge.differ"), "badgeWarning")
        self.ask = QPushButton(text("methods.ask"))
        self.ask.setObjectName("small")
        self.ask.clicked.connect(self._on_asked)
        self._summary = PlainLabel("", "hint", wraps=True)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        if centred:
            line.addStretch()
            self._summary.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        for badge in (self._agree, self._differ):
            badge.setMinimumHeight(theme.px(_BADGE_PX))
            line.addWidget(badge)
        line.addWidget(self.ask)
        line.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE // 2)
        column.addLayout(line)
        column.addWidget(self._summary)

    @property
    def words(self) -> str:
        """The badge and its sentence; empty while there is no verdict."""
        shown = next((badge.text() for badge in (self._agree, self._differ) if not badge.isHidden()), "")
        return f"{shown}. {self._summary.text()}" if shown and not self.isHidden() else ""

    def show_verdicts(self, strengths: StrengthGraph, verdicts: Sequence[tuple[str, CardId]]) -> None:
        """Compares the methods on these cards.

        Args:
            strengths: of their map.
            verdicts: each with how it is named before its sentence; empty where there is only one.
        """
        graph = strengths.graph
        weighed = [
            (name, card)
            for name, card in verdicts
            if any(graph.links[node].importance is not None for node in graph.arguments_on(card))
        ]
        self.setVisible(bool(weighed))
        self._asked = (strengths, weighed)
        is_quick = len(graph.base) + len(graph.links) <= _MOST_UNASKED
        self.ask.setVisible(not is_quick)
        self._agree.hide()
        self._differ.hide()
        self._summary.setVisible(is_quick)
        if weighed and is_quick:
            self._compare()

    def _on_asked(self) -> None:
        self._compare()
        self.ask.hide()
        self._summary.show()

    def _compare(self) -> None:
        strengths, verdicts = self._asked or (None, [])
        if strengths is None:
            return
        comparisons = [
            (name, compared) for name, card in verdicts if (compared := agreement(strengths, card)) is not None
        ]
        differing = [(name, compared) for name, compared in comparisons if not compared.agrees]
        self._agree.setVisible(not differing)
        self._differ.setVisible(bool(differing))
        if len(comparisons) == 1 or differing:
            sentences = [f"{name}{agreement_sentence(compared)}" for name, compared in differing or comparisons]
        else:
            sentences = [text("methods.all_agree", count=len(comparisons[0][1].leanings))] if comparisons else []
        self._summary.say(" ".join(sentences))
        self.setAccessibleName(self.words)
