"""“All the way down”: what each argument below a card makes of its result, on demand, with progress and Cancel."""

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from desktop_app.base.plain_text import one_line
from desktop_app.drawing.palette import Role
from desktop_app.model.ids import ArgumentId, CardId
from desktop_app.model.records import Map
from desktop_app.ui.pages.map.inspector.figures import FigureRows
from desktop_app.ui.widgets.text import PlainLabel
from desktop_app.ui.widgets.theme import SPACE
from desktop_app.ui.workspace.latest_only_worker import Cancelled, LatestOnlyWorker, Progress
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.viewmodels.inspector.depth import has_answers
from desktop_app.weighing.arguments.graph import argument_of
from desktop_app.weighing.arguments.sentences import argument_name, shares_sentence
from desktop_app.weighing.arguments.shapley import EXACT_PLAYERS, Shares, players_of, shapley
from desktop_app.weighing.arguments.strength import StrengthGraph
from desktop_app.wording.rounding import signed
from desktop_app.wording.sentence import Signed, Tenth, say, text

_MOST_SHOWN = 12
# With more arguments than this below a card, those directly on it share the result, each with all that rests on it.
_MOST_PLAYERS = 100
_UNSTABLE = say("shares.unstable")


def sharers(strengths: StrengthGraph, card: CardId) -> tuple[ArgumentId, ...]:
    """The arguments among which a result is shared out: all that are weighed, where those are not too many."""
    weighed = sorted(node for node in strengths.graph.below(card) if node < 0)
    if len(weighed) > _MOST_PLAYERS:
        return players_of(strengths, card)
    return tuple(argument_of(node) for node in weighed)


class SharesField(QWidget):
    """Shares a card's result out among everything that rests on it."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._card: CardId | None = None
        self.sharing = LatestOnlyWorker(self)
        self.ask = QPushButton(text("shares.ask"))
        self.ask.setToolTip(text("shares.ask.tip"))
        self.ask.setObjectName("small")
        self.cancel = QPushButton(text("shares.cancel"))
        self.cancel.setObjectName("small")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(text("shares.sharing"))
        self.rows = FigureRows()
        self.summary = PlainLabel("", "hint", wraps=True)
        line = QHBoxLayout()
        line.setSpacing(SPACE)
        line.addWidget(self.ask)
        line.addWidget(self.progress, 1)
        line.addWidget(self.cancel)
        line.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE - 2)
        column.addLayout(line)
        column.addWidget(self.rows)
        column.addWidget(self.summary)
        self.ask.clicked.connect(self.start)
        self.cancel.clicked.connect(self._on_cancelled)
        self.sharing.progressed.connect(lambda share: self.progress.setValue(round(100 * share)))
        self.sharing.done.connect(self._on_done)
        self.destroyed.connect(self.sharing.stop)

    def show_card(self, card: CardId) -> None:
        """Offers to share out what a card comes to; what was found for other numbers goes."""
        workspace = self._workspace
        self.sharing.cancel()
        self._card = card
        graph = workspace.session.live_results(workspace.map_id, workspace.view.perspective).strengths.graph
        # Where nothing lies deeper, the points say it all.
        self.setVisible(has_answers(graph, card))
        self._rest()

    def start(self) -> None:
        """Shares out."""
        if self._card is None or self.isHidden():
            return
        workspace = self._workspace
        self._rest()
        self.ask.hide()
        self.progress.setValue(0)
        self.progress.show()
        self.cancel.show()
        # A copy: later changes of the map do not reach the answer.
        strengths = workspace.session.live_results(workspace.map_id, workspace.view.perspective).strengths.copied()
        card, seed = self._card, workspace.document.get(Map, workspace.map_id).seed

        def run(progress: Progress, cancelled: Cancelled) -> Shares | None:
            return shapley(strengths, card, sharers(strengths, card), seed=seed, progress=progress, cancelled=cancelled)

        self.sharing.ask(run)

    def _rest(self) -> None:
        """Nothing is asked, nothing is found."""
        self.ask.show()
        self.progress.hide()
        self.cancel.hide()
        self.rows.clear()
        self.rows.hide()
        self.summary.hide()

    def _on_cancelled(self) -> None:
        self.sharing.cancel()
        self._rest()
        self.ask.setFocus()

    def _on_done(self, shares: Shares | None) -> None:
        had_keyboard = self.cancel.hasFocus()
        self._rest()
        if had_keyboard:
            self.ask.setFocus()
        self.summary.show()
        if shares is None:
            self.summary.setText(str(_UNSTABLE))
            return
        document = self._workspace.document
        for share in shares.shares[:_MOST_SHOWN]:
            role = Role.PRO if share.leaning >= 0 else Role.CON
            self.rows.add(one_line(argument_name(document, share.argument), 60), signed(share.leaning), role)
        self.rows.setVisible(bool(shares.shares))
        if shares.permutations is not None:
            off = Tenth(2 * (shares.error or 0.0))
            how = say("shares.orders_tried", count=shares.permutations, off=off)
        elif len(shares.shares) > EXACT_PLAYERS:
            how = say("shares.in_proportion")
        else:
            how = say("shares.every_combination")
        sentences = [shares_sentence(document, shares), say("shares.start", start=Signed(shares.start), how=how)]
        left = len(shares.shares) - _MOST_SHOWN
        if left > 0:
            sentences.append(say("shares.not_listed", count=left))
        self.summary.say(" ".join(map(str, sentences)))
