"""Where a card's strength or leaning comes from: its points, which add up, and what it hangs on, in sentences."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop_app.base.plain_text import one_line
from desktop_app.drawing.palette import Role
from desktop_app.model.ids import CardId
from desktop_app.model.records import Card, CardKind, Map
from desktop_app.ui.pages.map.inspector.figures import FigureRows
from desktop_app.ui.pages.map.inspector.shares import SharesField
from desktop_app.ui.widgets.method_agreement import AgreementBadge
from desktop_app.ui.widgets.text import PlainLabel
from desktop_app.ui.widgets.theme import SPACE
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.viewmodels.inspector.depth import MOST_UNASKED, has_at_most
from desktop_app.weighing.arguments.explain import Explanation, explain
from desktop_app.weighing.arguments.graph import argument_of
from desktop_app.weighing.arguments.leaning_on import Contribution
from desktop_app.weighing.arguments.sentences import (
    argument_name,
    card_sentences,
    explanation_sentences,
    option_sentences,
    sensitivity_sentence,
)
from desktop_app.weighing.arguments.tipping_points import sensitivities
from desktop_app.weighing.results import CardResult, LiveResults
from desktop_app.wording.rounding import percent, signed, whole
from desktop_app.wording.sentence import Sentence, Signed, Whole, spoken, text

_MOST_TRIED = 150
_MOST_ROWS = 24


class StrengthBox(QWidget):
    """Explains one card."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._card: Card | None = None
        self._heading = PlainLabel(text("strength.comes_from"), "fieldLabel", wraps=True)
        self._box = FigureRows()
        self._summary = PlainLabel("", "hint", wraps=True)
        self._summary.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE - 2)
        self.why = QPushButton(text("strength.why"))
        self.why.setObjectName("small")
        self.why.clicked.connect(self._on_why)
        self.agreement = AgreementBadge()
        self.shares = SharesField(workspace)
        for widget in (self._heading, self._box, self._summary):
            column.addWidget(widget)
        column.addWidget(self.why, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.agreement)
        column.addWidget(self.shares)

    @property
    def words(self) -> str:
        """What it says beneath the points."""
        return self._summary.text()

    def show_card(self, card: Card) -> None:
        """Explains a card, unless its map hides all numbers."""
        hidden = self._workspace.document.get(Map, card.map).numbers_hidden
        self.setVisible(card.kind is not CardKind.NOTE and not hidden)
        if card.kind is CardKind.NOTE or hidden:
            self.shares.sharing.cancel()
            return
        view, session = self._workspace.view, self._workspace.session
        live = session.live_results(card.map, view.perspective)
        result = live.current.cards[card.id]
        leans = card.kind in {CardKind.QUESTION, CardKind.OPTION}
        # What would turn a result is looked for in all of its branch; in a very large one only when somebody asks.
        is_quick = has_at_most(live.strengths.graph, card.id, MOST_UNASKED)
        explanation = explain(live.strengths, card.id) if leans and is_quick else _points_alone(live, card.id)
        self._card = card
        self.why.setVisible(leans and not is_quick and explanation.leaning is not None)
        self._heading.setText(text("leaning.comes_from") if leans else text("strength.comes_from"))
        self._fill(result, explanation, leans=leans)
        sentences = self._sentences(card, explanation, leans=leans and is_quick)
        # Every number below is tried: with very many of them the answer would keep people waiting.
        if explanation.leaning is not None and has_at_most(live.strengths.graph, card.id, _MOST_TRIED):
            largest = sensitivities(live.strengths, card.id, most=1)
            sentences.append(sensitivity_sentence(self._workspace.document, live.current, card.id, largest))
        self._summary.say(spoken(sentences))
        self.agreement.show_verdicts(live.strengths, [("", card.id)] if leans else [])
        self.shares.show_card(card.id)

    def _sentences(self, card: Card, explanation: Explanation, *, leans: bool) -> list[Sentence]:
        results = self._workspace.results
        sentences = list(option_sentences(results, card.id)) if card.id in results.options else []
        if leans:
            return [*sentences, *explanation_sentences(self._workspace.document, results, explanation)]
        return [*sentences, *card_sentences(results.cards[card.id])]

    def _on_why(self) -> None:
        """Says what a result in a very large branch hangs on."""
        card = self._card
        if card is None or self._workspace.document.find(Card, card.id) is None:
            return
        live = self._workspace.session.live_results(card.map, self._workspace.view.perspective)
        self._summary.say(spoken(self._sentences(card, explain(live.strengths, card.id), leans=True)))
        self.why.hide()

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
            before = text("strength.before", base=percent(base if base is not None else 0.5))
            self._box.add(before, signed(result.base_points))
        for contribution in explanation.contributions[:_MOST_ROWS]:
            role = Role.PRO if contribution.points >= 0 else Role.CON
            name = one_line(argument_name(document, contribution.argument), 48)
            self._box.add(name, signed(contribution.points), role)
        rest = [item.points for item in explanation.contributions[_MOST_ROWS:]]
        if rest:
            self._box.add(text("strength.lighter", count=len(rest)), signed(sum(rest)))
        total = result.base_points + sum(item.points for item in explanation.contributions)
        rows = [item.points for item in explanation.contributions[:_MOST_ROWS]]
        shown = [whole(part) for part in (result.base_points, *rows, *([sum(rest)] if rest else []))]
        together = "strength.together" if sum(shown) == whole(total) else "strength.together.rounded"
        if leans:
            ends = text("strength.ends.leaning", leaning=Signed(result.leaning or 0))
        else:
            ends = text("strength.ends.strength", strength=Whole(100 * result.strength))
        self._box.add(text(together, total=Signed(total)), ends, bold=True)


def _points_alone(live: LiveResults, card: CardId) -> Explanation:
    """The points of a card without what it hangs on, as `explain` has them."""
    arguments = [live.current.arguments[argument_of(node)] for node in live.strengths.graph.arguments_on(card)]
    contributions = [Contribution(item.argument, item.points) for item in arguments if item.points is not None]
    return Explanation(
        card=card,
        leaning=live.current.cards[card].leaning,
        contributions=tuple(sorted(contributions, key=lambda item: (-abs(item.points), item.argument))),
    )
