"""How the shown map is weighed: method, sharpness, premises, loops, hidden numbers, draws. Each change is one step."""

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QCheckBox, QFormLayout, QVBoxLayout, QWidget

from desktop_app.edits import maps
from desktop_app.model.document import Document
from desktop_app.model.ids import LARGEST_ID, MapId
from desktop_app.model.records import Map, Method, PremiseRule
from desktop_app.ui.widgets.fields import NumberLine
from desktop_app.ui.widgets.no_wheel import FittingCombo
from desktop_app.ui.widgets.text import PlainLabel
from desktop_app.ui.widgets.theme import SPACE
from desktop_app.ui.workspace.pending_texts import TextTarget
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.wording.sentence import say, text

_METHODS: Final = {
    Method.LOG_ODDS: (
        say("method.log_odds"),
        say("method.log_odds.about"),
    ),
    Method.SIMPLE: (
        say("method.simple"),
        say("method.simple.about"),
    ),
    Method.QUADRATIC_ENERGY: (
        say("method.quadratic_energy"),
        say("method.quadratic_energy.about"),
    ),
    Method.DF_QUAD: (
        say("method.df_quad"),
        say("method.df_quad.about"),
    ),
}
_PREMISES: Final = {
    PremiseRule.WEAKEST: say("method.premises.weakest"),
    PremiseRule.PRODUCT: say("method.premises.product"),
}


class MapSettings(QWidget):
    """The settings behind every number of a map."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.method = FittingCombo(text("method.method"))
        for method, (words, _) in _METHODS.items():
            self.method.addItem(str(words), method)
        self._about = PlainLabel("", "hint", wraps=True)
        self.sharpness = NumberLine(text("method.sharpness.spoken"), 0.1, 4, 0.25)
        self.premises = FittingCombo(text("method.premises.spoken"))
        for rule, words in _PREMISES.items():
            self.premises.addItem(str(words), rule)
        self.loops = QCheckBox(text("method.loops"))
        self.hidden = QCheckBox(text("method.hidden"))
        self.draws = NumberLine(text("method.draws.spoken"), 100, 1_000_000, 1_000)
        self.seed = NumberLine(text("method.seed.spoken"), 0, LARGEST_ID, 1)
        self._lay_out()
        self.method.activated.connect(lambda _: self._on_method())
        self.premises.activated.connect(lambda _: self._on_premises())
        self.loops.clicked.connect(
            lambda on: self._edit(lambda document, map_id: maps.allow_loops(document, map_id, allowed=on))
        )
        self.hidden.clicked.connect(
            lambda on: self._edit(lambda document, map_id: maps.hide_numbers(document, map_id, hidden=on))
        )

    def refresh(self) -> None:
        """Shows what there is now."""
        settings = self._workspace.document.find(Map, self._workspace.view.map_id)
        self.setVisible(settings is not None)
        if settings is None:
            return
        can_edit = not self._workspace.session.is_read_only
        self.method.show_value(settings.method)
        self._about.setText(str(_METHODS[settings.method][1]))
        map_id, read = settings.id, self.sharpness.read
        self.sharpness.show_number(
            settings.sharpness,
            self._workspace.target(
                ("sharpness", map_id),
                text("method.sharpness"),
                lambda document, text: maps.set_sharpness(document, map_id, read(text)),
            ),
        )
        self.premises.show_value(settings.premise_rule)
        self.loops.setChecked(settings.loops_allowed)
        self.hidden.setChecked(settings.numbers_hidden)
        self.draws.show_number(settings.draws, self._simulation(map_id, "draws", text("method.draws"), self.draws))
        self.seed.show_number(settings.seed, self._simulation(map_id, "seed", text("method.seed.spoken"), self.seed))
        fields = (self.method, self.premises, self.loops, self.hidden, self.draws, self.seed)
        for field in fields:
            field.setEnabled(can_edit)
        # The other methods have no gain: their weights must stay within 1.
        self.sharpness.setEnabled(can_edit and settings.method is Method.LOG_ODDS)

    # --- inside --------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(SPACE)
        form.setVerticalSpacing(SPACE - 2)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(PlainLabel(text("method.method"), "fieldLabel"), self.method)
        form.addRow(self._about)
        form.addRow(PlainLabel(text("method.sharpness"), "fieldLabel"), self.sharpness)
        form.addRow(PlainLabel(text("method.premises"), "fieldLabel"), self.premises)
        form.addRow(PlainLabel(text("method.draws"), "fieldLabel"), self.draws)
        form.addRow(PlainLabel(text("method.seed"), "fieldLabel"), self.seed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE - 2)
        column.addWidget(PlainLabel(text("method.title"), "sectionTitle"))
        column.addLayout(form)
        column.addWidget(self.loops)
        column.addWidget(self.hidden)

    def _edit(self, change: Callable[[Document, MapId], object]) -> None:
        """Runs a change of the shown map; what the fields show follows also when it fails."""
        map_id = self._workspace.map_id
        if not self._workspace.attempt(lambda document: change(document, map_id)):
            self.refresh()

    def _on_method(self) -> None:
        method = Method(self.method.currentData())
        if method is not self._shown.method:
            self._edit(lambda document, map_id: maps.set_method(document, map_id, method))

    def _on_premises(self) -> None:
        rule = PremiseRule(self.premises.currentData())
        if rule is not self._shown.premise_rule:
            self._edit(lambda document, map_id: maps.set_premise_rule(document, map_id, rule))

    def _simulation(self, map_id: MapId, field: str, name: str, line: NumberLine) -> TextTarget:
        read = line.read

        def change(document: Document, text: str) -> None:
            settings = document.get(Map, map_id)
            numbers = {"seed": settings.seed, "draws": settings.draws} | {field: round(read(text))}
            maps.set_simulation(document, map_id, **numbers)

        return self._workspace.target((field, map_id), name, change)

    @property
    def _shown(self) -> Map:
        return self._workspace.document.get(Map, self._workspace.map_id)
