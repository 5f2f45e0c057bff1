"""The analysis beneath the matrix: if one weight changed, one option against another, trials, doubts, costs."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from desktop_app.drawing.charts.robustness import (
    cost_chart,
    pair_picture,
    ranks_picture,
    sweep_picture,
    tornado_picture,
)
from desktop_app.model import reads
from desktop_app.model.ids import CardId
from desktop_app.model.records import Card, Map
from desktop_app.ui.analysis.box import AnalysisBox
from desktop_app.ui.analysis.look_box import LookBox
from desktop_app.ui.hidden import hides_numbers
from desktop_app.ui.latest import Cancelled, Latest, Progress
from desktop_app.ui.theme import SPACE_WIDE
from desktop_app.ui.widgets.text import one_line
from desktop_app.ui.workspace import Workspace
from desktop_app.weighing.findings import find, finding_sentences
from desktop_app.weighing.results import Results
from desktop_app.weighing.robustness import sentences
from desktop_app.weighing.robustness.cost import cost_names, value_against_cost
from desktop_app.weighing.robustness.draws import Firmness, WeightKnowledge
from desktop_app.weighing.robustness.pairs import head_to_head, nearest_turn, tornado
from desktop_app.weighing.robustness.smaa import Simulation, simulate
from desktop_app.weighing.robustness.sweep import Sweep, sweeps
from desktop_app.weighing.robustness.table import ScoreTable, read_table

_KNOWLEDGE = (
    ("weights around mine", WeightKnowledge.AROUND),
    ("exactly my weights", WeightKnowledge.STATED),
    ("weights in my order", WeightKnowledge.RANKED),
    ("any weights", WeightKnowledge.ANY),
)
_FIRMNESS = (
    ("roughly", Firmness.ROUGH),
    ("reasonably sure", Firmness.REASONABLE),
    ("firmly", Firmness.FIRM),
)


class AnalysisPanel(QWidget):
    """What the ranking of the shown map hangs on; hidden while nothing can be ranked."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._results: Results | None = None
        self._offered: tuple[CardId, ...] = ()
        self._table: ScoreTable | None = None
        self._sweeps: tuple[Sweep, ...] = ()
        self.criterion, self.pair, self.knowledge, self.firmness, self.cost = (QComboBox() for _ in range(5))
        for words, known in _KNOWLEDGE:
            self.knowledge.addItem(words, known)
        for words, firm in _FIRMNESS:
            self.firmness.addItem(words, firm)
        self.firmness.setCurrentIndex(1)
        for choice, name in (
            (self.criterion, "Weight that changes"),
            (self.pair, "Options compared"),
            (self.knowledge, "What is known of the weights"),
            (self.firmness, "How firm the weights are"),
            (self.cost, "Cost"),
        ):
            choice.setAccessibleName(name)
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.sweep_box = AnalysisBox("If one weight changed", self.criterion)
        self.pair_box = AnalysisBox("One against another, in points of the total", self.pair)
        self.trials_box = AnalysisBox("How often each comes first", self.knowledge, self.firmness)
        self.doubt_box = AnalysisBox("How far doubt about scores moves the lead")
        self.cost_box = AnalysisBox("Value against cost", self.cost)
        self.look_box = LookBox()
        self.trials = Latest(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(SPACE_WIDE)
        boxes = (self.sweep_box, self.pair_box, self.trials_box, self.doubt_box, self.cost_box)
        for number, box in enumerate(boxes):
            grid.addWidget(box, number // 2, number % 2)
        grid.addWidget(self.look_box, grid.rowCount(), 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        # What a person has chosen stays; until then the choice follows the ranking.
        self._chosen: set[QComboBox] = set()
        for choice, show in (
            (self.criterion, self._show_sweep),
            (self.pair, self._show_pair),
            (self.cost, self._show_cost),
        ):
            choice.activated.connect(lambda _, choice=choice, show=show: self._on_chosen(choice, show))
        self.knowledge.activated.connect(lambda _: self._ask_trials())
        self.firmness.activated.connect(lambda _: self._ask_trials())
        self.trials.done.connect(self._on_trials)
        self.destroyed.connect(self.trials.stop)
        self.refresh()

    def refresh(self) -> None:
        """Looks at the ranking anew; not while the page it lies on is hidden."""
        page = self.parentWidget()
        if page is not None and not page.isVisible():
            self.trials.cancel()
            return
        has_map = self._workspace.view.map_id is not None
        self._look(self._workspace.results if has_map and not hides_numbers(self._workspace) else None)
        if self._table is not None and len(self._table.options) > 1:
            self._ask_trials()
        else:
            self.trials.cancel()

    def preview(self, results: Results) -> None:
        """Looks at the ranking under a weight that is being moved; trials wait until it is let go."""
        if self.isVisible():
            self.trials.cancel()
            self.trials_box.chart.hide()
            self.trials_box.say("Drawn again when the weight is let go.")
            self._look(results, is_preview=True)

    # --- inside --------------------------------------------------------------------------------------

    def _look(self, results: Results | None, *, is_preview: bool = False) -> None:
        """Shows all that is computed at once; None: nothing is to be seen.

        In a preview what is compared stays, and the search for the smallest change waits: a step has one frame.
        """
        self._results = results
        self._table = read_table(self._workspace.document, results) if results is not None else None
        complete = self._table.complete() if self._table is not None else None
        can_compare = complete is not None and len(complete.options) > 1
        self.setVisible(self._table is not None and len(self._table.options) > 1)
        for box in (self.sweep_box, self.pair_box, self.doubt_box):
            box.setVisible(can_compare)
        if self._table is None or len(self._table.options) < 2:
            return
        if can_compare and complete is not None:
            self._sweeps = sweeps(complete)
            if not is_preview or complete.options != self._offered:
                self._offered = complete.options
                self._offer_criteria(complete)
                self._offer_pairs(complete)
            self._show_sweep(searches=not is_preview)
            self._show_pair()
            self._show_doubt()
        self._offer_costs()
        if not is_preview and results is not None:
            document = self._workspace.document
            self.look_box.show_findings(finding_sentences(document, results, find(document, results)))

    @property
    def _complete(self) -> ScoreTable:
        assert self._table is not None
        return self._table.complete()

    def _names(self, table: ScoreTable) -> sentences.Names:
        return sentences.read_names(self._workspace.document, self._workspace.map_id, table)

    def _offer_criteria(self, table: ScoreTable) -> None:
        """The weight whose change turns the ranking soonest comes first to the eye."""
        names = self._names(table).criteria
        _offer(
            self.criterion,
            [(one_line(names[item.criteria[0]], 40), table.criteria[item.criteria[0]]) for item in self._sweeps],
        )
        if self.criterion not in self._chosen and self._sweeps:
            nearest = min(range(len(self._sweeps)), key=lambda place: _distance(self._sweeps[place]))
            self.criterion.setCurrentIndex(nearest)

    def _offer_pairs(self, table: ScoreTable) -> None:
        letters = self._names(table).options
        leader = table.leader() or 0
        others = sorted(
            (place for place in range(len(letters)) if place != leader), key=lambda place: -table.totals()[place]
        )
        pairs = [(leader, other) for other in others]
        pairs += [(one, other) for one in others for other in others if one < other]
        _offer(
            self.pair,
            [(f"{letters[one]} against {letters[other]}", (one, other)) for one, other in pairs],
            keeps=self.pair in self._chosen,
        )

    def _offer_costs(self) -> None:
        names = cost_names(self._workspace.document, self._results) if self._results is not None else []
        _offer(self.cost, [(one_line(name, 40), name) for name in names])
        self.cost_box.setVisible(bool(names))
        if names:
            self._show_cost()

    def _on_chosen(self, choice: QComboBox, show: Callable[[], None]) -> None:
        self._chosen.add(choice)
        show()

    def _show_sweep(self, *, searches: bool = True) -> None:
        place = self.criterion.currentIndex()
        if not 0 <= place < len(self._sweeps):
            return
        swept, names = self._sweeps[place], self._names(self._complete)
        self.sweep_box.chart.show_chart(lambda width: sweep_picture(swept, names, width))
        deciding = [item for item in self._sweeps if item.switches]
        said = [sentences.sweep_sentence(swept, names)]
        if deciding != [swept]:
            said.append(sentences.sweeps_sentence(self._sweeps, names))
        if searches:
            said.append(sentences.weight_change_sentence(nearest_turn(self._complete), self._complete, names))
        self.sweep_box.say(" ".join(said))

    def _show_pair(self) -> None:
        chosen = self.pair.currentData()
        if chosen is None:
            return
        names = self._names(self._complete)
        pair = head_to_head(self._complete, *chosen)
        self.pair_box.chart.show_chart(lambda width: pair_picture(pair, names, width))
        self.pair_box.say(sentences.head_to_head_sentence(pair, names))

    def _show_doubt(self) -> None:
        table = self._complete
        leader, names = table.leader() or 0, self._names(table)
        totals = table.totals()
        second = max((place for place in range(len(totals)) if place != leader), key=totals.__getitem__)
        bars, lead = tornado(table, leader, second), totals[leader] - totals[second]
        self.doubt_box.chart.show_chart(lambda width: tornado_picture(bars, lead, names, width))
        said = sentences.tornado_sentence(bars, lead, names)
        self.doubt_box.say(f"Lead of {names.options[leader]} over {names.options[second]}. {said}")

    def _show_cost(self) -> None:
        if self._results is None:
            return
        workspace = self._workspace
        picture = value_against_cost(workspace.document, self._results, self.cost.currentData())
        letters = {
            int(option): letter for option, letter in reads.option_letters(workspace.document, workspace.map_id).items()
        }
        self.cost_box.chart.show_chart(lambda width: cost_chart(picture, letters, width))
        self.cost_box.say(sentences.cost_sentence(picture, letters))

    def _ask_trials(self) -> None:
        if self._table is None:
            return
        # Qt gives back plain strings.
        knowledge, firmness = WeightKnowledge(self.knowledge.currentData()), Firmness(self.firmness.currentData())
        self.firmness.setVisible(knowledge is WeightKnowledge.AROUND)
        settings = self._workspace.document.get(Map, self._workspace.map_id)
        table, seed, draws = self._table, settings.seed, settings.draws

        def run(progress: Progress, cancelled: Cancelled) -> Simulation | None:
            return simulate(
                table, knowledge, firmness=firmness, seed=seed, draws=draws, progress=progress, cancelled=cancelled
            )

        self.trials.ask(run)

    def _on_trials(self, found: Simulation) -> None:
        if self._table is None or found.options != self._table.options:
            return
        document = self._workspace.document
        letters = self._names(self._table).options
        shown = [
            f"{letter}  {one_line(document.get(Card, option).text, 60)}"
            for letter, option in zip(letters, found.options, strict=True)
        ]
        self.trials_box.chart.show()
        self.trials_box.chart.show_chart(lambda width: ranks_picture(found, shown, width))
        said = sentences.simulation_sentence(found, self._names(self._table))
        self.trials_box.say(f"{said} {found.acceptability.draws:,} draws, seed {found.seed}.")


def _offer(choice: QComboBox, items: Sequence[tuple[str, object]], *, keeps: bool = True) -> None:
    """Renews what can be chosen; the choice stays if it is to and still can, else it is the first."""
    chosen = choice.currentData() if keeps else None
    choice.blockSignals(True)  # noqa: FBT003
    choice.clear()
    for words, value in items:
        choice.addItem(words, value)
    kept = next((place for place, (_, value) in enumerate(items) if value == chosen), 0)
    choice.setCurrentIndex(kept)
    choice.blockSignals(False)  # noqa: FBT003


def _distance(swept: Sweep) -> float:
    """How far the weight is from the nearest point where the lead changes."""
    return min((abs(share - swept.now) for share in swept.switches), default=2.0)
