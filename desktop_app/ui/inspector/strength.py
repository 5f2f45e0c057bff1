"""Where a card's strength or leaning comes from: its points, which add up, and what it hangs on, in sentences."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.drawing.palette import Role
from desktop_app.model.records import Card, CardKind, Map
from desktop_app.ui.agreement import AgreementBadge
from desktop_app.ui.inspector.depth import has_at_most
from desktop_app.ui.inspector.figures import FigureRows
from desktop_app.ui.inspector.shares import SharesField
from desktop_app.ui.theme import SPACE
from desktop_app.ui.widgets.text import PlainLabel, one_line
from desktop_app.ui.workspace import Workspace
from desktop_app.weighing.explain import Explanation, explain
from desktop_app.weighing.results import CardResult
from desktop_app.weighing.rounding import percent, signed, whole
from desktop_app.weighing.sentences import (
    argument_name,
    card_sentence,
    explanation_sentences,
    rank_words,
    sensitivity_sentence,
    total_sentence,
)
from desktop_app.weighing.turning import sensitivities

_MOST_TRIED = 150


class StrengthBox(QWidget):
    """Explains one card."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._heading = PlainLabel("Where its strength comes from, in points", "fieldLabel", wraps=True)
        self._box = FigureRows()
        self._said = PlainLabel("", "hint", wraps=True)
        self._said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE - 2)
        self.agreement = AgreementBadge()
        self.shares = SharesField(workspace)
        for widget in (self._heading, self._box, self._said, self.agreement, self.shares):
            column.addWidget(widget)

    @property
    def words(self) -> str:
        """What it says beneath the points."""
        return self._said.text()

    def show_card(self, card: Card) -> None:
        """Explains a card, unless its map hides all numbers."""
        hidden = self._workspace.document.get(Map, card.map).numbers_hidden
        self.setVisible(card.kind is not CardKind.NOTE and not hidden)
        if card.kind is CardKind.NOTE or hidden:
            self.shares.sharing.cancel()
            return
        view, session = self._workspace.view, self._workspace.session
        live = session.live_results(card.map, view.perspective)
        explanation = explain(live.strengths, card.id)
        result = live.current.cards[card.id]
        leans = card.kind in {CardKind.QUESTION, CardKind.OPTION}
        self._heading.setText(
            "Where its leaning comes from, in points" if leans else "Where its strength comes from, in points"
        )
        self._fill(result, explanation, leans=leans)
        said = self._sentences(card, explanation, leans=leans)
        # Every number below is tried: with very many of them the answer would keep people waiting.
        if explanation.leaning is not None and has_at_most(live.strengths.graph, card.id, _MOST_TRIED):
            said.append(sensitivity_sentence(self._workspace.document, sensitivities(live.strengths, card.id, most=1)))
        self._said.say(" ".join(said))
        self.agreement.show_verdicts(live.strengths, [("", card.id)] if leans else [])
        self.shares.show_card(card.id)

    def _sentences(self, card: Card, explanation: Explanation, *, leans: bool) -> list[str]:
        results = self._workspace.results
        said: list[str] = []
        if leans:
            option = results.options.get(card.id)
            if option is not None and option.total is not None:
                said.append(total_sentence(option.total))
                if option.rank is not None:
                    said.append(f"Ranked {rank_words(option.rank)}.")
            said += explanation_sentences(self._workspace.document, results, explanation)
        else:
            said.append(card_sentence(results.cards[card.id]))
        return said

    def _fill(self, result: CardResult, explanation: Explanation, *, leans: bool) -> None:
        self._box.clear()
        shows = bool(explanation.contributions) and result.base_points is not None and result.strength is not None
        self._box.setVisible(shows)
        self._heading.setVisible(shows)
        if not shows or result.base_points is None or result.strength is None:
            return
        document = self._workspace.document
        if not leans:
            base = self._workspace.numbers.plausibility(document.get(Card, result.card))
            before = f"Before its own arguments ({percent(base if base is not None else 0.5)})"
            self._box.add(before, signed(result.base_points))
        for contribution in explanation.contributions:
            role = Role.PRO if contribution.points >= 0 else Role.CON
            name = one_line(argument_name(document, contribution.argument), 48)
            self._box.add(name, signed(contribution.points), role)
        total = result.base_points + sum(item.points for item in explanation.contributions)
        shown = [whole(result.base_points), *(whole(item.points) for item in explanation.contributions)]
        note = "" if sum(shown) == whole(total) else " (rounded)"
        ends = f"leaning {signed(result.leaning or 0)}" if leans else f"strength {whole(100 * result.strength)}"
        self._box.add(f"Together {signed(total)} points{note}", ends, bold=True)
