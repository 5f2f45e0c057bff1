"""The analysis beneath the matrix: if one weight changed, one option against another, trials, doubts, costs."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from desktop_app.base.plain_text import one_line
from desktop_app.drawing.charts.robustness import (
    cost_chart,
    doubt_picture,
    pair_picture,
    ranks_picture,
    sweep_picture,
)
from desktop_app.edits import scores
from desktop_app.model import reads
from desktop_app.model.ids import CardId
from desktop_app.model.records import Card, Map
from desktop_app.ui.pages.analysis.box import AnalysisBox
from desktop_app.ui.pages.analysis.direction_box import DirectionBox
from desktop_app.ui.pages.analysis.findings_box import FindingsBox
from desktop_app.ui.widgets import theme
from desktop_app.ui.widgets.no_wheel import NoWheelCombo
from desktop_app.ui.widgets.theme import SPACE_WIDE
from desktop_app.ui.workspace.latest_only_worker import Cancelled, LatestOnlyWorker, Progress
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.viewmodels.number_visibility import hides_numbers
from desktop_app.weighing.criteria.findings import finding_sentences, review
from desktop_app.weighing.criteria.lead import outside_sentence
from desktop_app.weighing.results import Results
from desktop_app.weighing.robustness import sentences
from desktop_app.weighing.robustness.cost import (
    Better,
    cost_names,
    undecided_names,
    value_against_cost,
    with_direction,
)
from desktop_app.weighing.robustness.cost_sentences import cost_sentences
from desktop_app.weighing.robustness.draws import Firmness, WeightKnowledge
from desktop_app.weighing.robustness.names import Names, read_names
from desktop_app.weighing.robustness.pairs import doubt_bars, head_to_head, holds_at_worst, worst_doubts
from desktop_app.weighing.robustness.report import all_turns, least_move_sentence
from desktop_app.weighing.robustness.smaa import Simulation, simulate
from desktop_app.weighing.robustness.sweep import Sweep, sweeps, turns
from desktop_app.weighing.robustness.table import ScoreTable, read_table
from desktop_app.wording.sentence import Sentence, say, spoken, text

_KNOWLEDGE = (
    (say("analysis.weights.around"), WeightKnowledge.AROUND),
    (say("analysis.weights.stated"), WeightKnowledge.STATED),
    (say("analysis.weights.ranked"), WeightKnowledge.RANKED),
    (say("analysis.weights.any"), WeightKnowledge.ANY),
)
_FIRMNESS = (
    (say("analysis.firmness.rough"), Firmness.ROUGH),
    (say("analysis.firmness.reasonable"), Firmness.REASONABLE),
    (say("analysis.firmness.firm"), Firmness.FIRM),
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
        self.criterion, self.pair, self.knowledge, self.firmness, self.cost = (NoWheelCombo() for _ in range(5))
        for words, known in _KNOWLEDGE:
            self.knowledge.addItem(str(words), known)
        for words, firm in _FIRMNESS:
            self.firmness.addItem(str(words), firm)
        self.firmness.setCurrentIndex(1)
        for choice, name in (
            (self.criterion, text("analysis.weight.spoken")),
            (self.pair, text("analysis.pair.spoken")),
            (self.knowledge, text("analysis.weights.spoken")),
            (self.firmness, text("analysis.firmness.spoken")),
            (self.cost, text("analysis.cost.spoken")),
        ):
            choice.setAccessibleName(name)
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.sweep_box = AnalysisBox(text("analysis.sweep"), self.criterion)
        self.pair_box = AnalysisBox(text("analysis.pair"), self.pair)
        self.trials_box = AnalysisBox(text("analysis.trials"), self.knowledge, self.firmness)
        self.doubt_box = AnalysisBox(text("analysis.doubt"))
        self.cost_box = AnalysisBox(text("analysis.cost"), self.cost)
        self.direction_box = DirectionBox(self._on_direction)
        self.findings_box = FindingsBox()
        self.trials = LatestOnlyWorker(self)
        columns = 1 if theme.is_room() else 2
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(SPACE_WIDE)
        boxes = (self.sweep_box, self.pair_box, self.trials_box, self.doubt_box, self.cost_box)
        for number, box in enumerate(boxes):
            grid.addWidget(box, number // columns, number % columns)
        grid.addWidget(self.direction_box, grid.rowCount(), 0, 1, columns)
        grid.addWidget(self.findings_box, grid.rowCount(), 0, 1, columns)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
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
        # Shown while it lies on no page, it would be a window.
        self.hide()

    def refresh(self) -> None:
        """Looks at the ranking anew; not while it lies on no page, or on one that is hidden."""
        page = self.parentWidget()
        if page is None or not page.isVisible():
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
            self.trials_box.say(text("analysis.trials.waiting"))
            self._look(results, is_preview=True)

    # --- inside --------------------------------------------------------------------------------------

    def _look(self, results: Results | None, *, is_preview: bool = False) -> None:
        """Shows all that is computed at once; None: nothing is to be seen.

        In a preview what is compared stays, and the search for the least move waits: a step has one frame.
        """
        self._results = results
        self._table = table = read_table(self._workspace.document, results) if results is not None else None
        self.setVisible(table is not None and len(table.options) > 1)
        if table is None or len(table.options) < 2:
            return
        self._sweeps = sweeps(table)
        if not is_preview or table.options != self._offered:
            self._offered = table.options
            self._offer_criteria(table)
            self._offer_pairs(table)
        self.sweep_box.setVisible(bool(self._sweeps))
        self._show_sweep(searches=not is_preview)
        self._show_pair()
        self._show_doubt()
        self._offer_costs()
        if not is_preview and results is not None:
            document = self._workspace.document
            self.findings_box.show_findings(finding_sentences(document, results, review(document, results)))

    def _names(self, table: ScoreTable) -> Names:
        return read_names(self._workspace.document, self._workspace.map_id, table)

    def _say(self, box: AnalysisBox, lines: Sequence[Sentence], names: Names) -> None:
        """Shows sentences about a lead beneath a chart, who stands outside right after the first."""
        box.say(spoken([*lines[:1], *outside_sentence(names), *lines[1:]]))

    def _offer_criteria(self, table: ScoreTable) -> None:
        """The weight whose change turns the ranking soonest comes first to the eye."""
        names = self._names(table).criteria
        _offer(
            self.criterion,
            [(one_line(names[item.criterion], 40), table.criteria[item.criterion]) for item in self._sweeps],
        )
        turns = all_turns(self._sweeps, table.standing())
        if self.criterion not in self._chosen and turns:
            self.criterion.setCurrentIndex(self._sweeps.index(turns[0].sweep))

    def _offer_pairs(self, table: ScoreTable) -> None:
        letters, now = self._names(table).options, table.standing()
        others = sorted((place for place in range(len(letters)) if place != now.first), key=_by_most(table))
        pairs = [(now.first, other) for other in others]
        pairs += [(one, other) for one in others for other in others if one < other]
        _offer(
            self.pair,
            [
                (text("analysis.one_against_other", one=letters[one], other=letters[other]), (one, other))
                for one, other in pairs
            ],
            keeps=self.pair in self._chosen,
        )

    def _offer_costs(self) -> None:
        names = cost_names(self._workspace.document, self._results) if self._results is not None else []
        _offer(self.cost, [(one_line(name, 40), name) for name in names])
        self.cost_box.setVisible(bool(names))
        if names:
            self._show_cost()
        undecided = undecided_names(self._workspace.document, self._results) if self._results is not None else ()
        self.direction_box.show_names(undecided, can_edit=not self._workspace.session.is_read_only)

    def _on_direction(self, name: str, better: Better) -> None:
        map_id = self._workspace.map_id
        self._workspace.attempt(
            lambda document: scores.rename_fact(document, map_id, name, with_direction(name, better))
        )

    def _on_chosen(self, choice: NoWheelCombo, show: Callable[[], None]) -> None:
        self._chosen.add(choice)
        show()

    def _show_sweep(self, *, searches: bool) -> None:
        place, table = self.criterion.currentIndex(), self._table
        if table is None or not 0 <= place < len(self._sweeps):
            return
        swept, now, names = self._sweeps[place], table.standing(), self._names(table)
        own = turns(swept, now)
        self.sweep_box.chart.show_chart(lambda width: sweep_picture(swept, own, names, width))
        lines = list(sentences.weight_sentences(table, all_turns(self._sweeps, now), self._sweeps, now, names))
        move = least_move_sentence(table, now, names) if searches and now.is_alone else None
        lines += [move] if move is not None else []
        self._say(self.sweep_box, lines, names)

    def _show_pair(self) -> None:
        chosen, table = self.pair.currentData(), self._table
        if chosen is None or table is None:
            return
        names = self._names(table)
        pair = head_to_head(table, *chosen)
        self.pair_box.chart.show_chart(lambda width: pair_picture(pair, names, width, whole_names=theme.is_room()))
        self._say(self.pair_box, [sentences.pair_sentence(pair, names)], names)

    def _show_doubt(self) -> None:
        table = self._table
        now = table.standing() if table is not None else None
        if table is None or now is None or now.rival is None:
            return
        names = self._names(table)
        bars, pair = doubt_bars(table, now.first, now.rival), head_to_head(table, now.first, now.rival)
        self.doubt_box.chart.show_chart(
            lambda width: doubt_picture(bars, pair, names, width, whole_names=theme.is_room())
        )
        worst, holds = worst_doubts(table, now.first), holds_at_worst(table, now.first)
        lines = [
            say(
                "chart.lead" if now.comes_first else "chart.lead.open",
                one=names.options[now.first],
                other=names.options[now.rival],
            ),
            *sentences.doubt_sentences(table, worst, now, names, holds_at_worst=holds),
        ]
        self._say(self.doubt_box, lines, names)

    def _show_cost(self) -> None:
        if self._results is None:
            return
        workspace = self._workspace
        picture = value_against_cost(workspace.document, self._results, self.cost.currentData())
        letters = reads.option_letters(workspace.document, workspace.map_id)
        self.cost_box.chart.show_chart(lambda width: cost_chart(picture, letters, width))
        self.cost_box.say(spoken(cost_sentences(picture, letters) or [say("cost.few")]))

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

    def _on_trials(self, simulation: Simulation) -> None:
        if self._table is None or simulation.options != self._table.options:
            return
        document = self._workspace.document
        letters = self._names(self._table).options
        shown = [
            f"{letter}  {one_line(document.get(Card, option).text, 60)}"
            for letter, option in zip(letters, simulation.options, strict=True)
        ]
        self.trials_box.chart.show()
        self.trials_box.chart.show_chart(
            lambda width: ranks_picture(simulation, shown, width, whole_names=theme.is_room())
        )
        names = self._names(self._table)
        sentence = sentences.trials_sentence(simulation, self._table, names)
        drawn = say("trials.drawn", draws=f"{simulation.acceptability.draws:,}", seed=simulation.seed)
        lines = [drawn] if sentence is None else [sentence, drawn]
        self._say(self.trials_box, lines, names)


def _offer(choice: NoWheelCombo, items: Sequence[tuple[str, object]], *, keeps: bool = True) -> None:
    """Renews what can be chosen; the choice stays if it is to and still can, else it is the first."""
    chosen = choice.currentData() if keeps else None
    choice.blockSignals(True)  # noqa: FBT003
    choice.clear()
    for words, value in items:
        choice.addItem(words, value)
    kept = next((place for place, (_, value) in enumerate(items) if value == chosen), 0)
    choice.setCurrentIndex(kept)
    choice.blockSignals(False)  # noqa: FBT003


def _by_most(table: ScoreTable) -> Callable[[int], float]:
    """Sorts options by the most they can have, highest first."""
    totals = table.totals()
    return lambda place: -totals[place][1]
