"""The inspector: the selected card's text, numbers and sources, and where its strength comes from."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop_app.base.plain_text import one_line
from desktop_app.drawing.palette import Role
from desktop_app.edits import arguments, cards
from desktop_app.model import reads
from desktop_app.model.ids import CriterionId
from desktop_app.model.kinds import KINDS, STANCES, STATEMENTS
from desktop_app.model.records import Argument, Card, CardKind, Stance
from desktop_app.model.tree import Place
from desktop_app.model.words import link_words
from desktop_app.ui.pages.map.inspector.many import ManyCards
from desktop_app.ui.pages.map.inspector.sources import SourcesField
from desktop_app.ui.pages.map.inspector.strength import StrengthBox
from desktop_app.ui.pages.map.inspector.summary import MapSummary
from desktop_app.ui.widgets.fields import CommittingLine, CommittingText
from desktop_app.ui.widgets.no_wheel import NoWheelCombo
from desktop_app.ui.widgets.text import PlainLabel, isolated
from desktop_app.ui.widgets.theme import SPACE, SPACE_WIDE
from desktop_app.ui.widgets.weighing import ImportanceField, PlausibilityField
from desktop_app.ui.workspace.refreshing import RefreshPart
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.viewmodels.number_owner import whose_importance, whose_plausibility
from desktop_app.viewmodels.number_visibility import HIDDEN, hides_numbers
from desktop_app.wording.sentence import text


class Inspector(QScrollArea):
    """Shows and edits the selected card; without one, sums up the map."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.title = PlainLabel("", "stanceTitle", wraps=True)
        self._text_label = PlainLabel(text("inspector.claim"), "fieldLabel")
        self._text = CommittingText(2)
        self._notes = CommittingText(3)
        self._tags = CommittingLine()
        self._importance = ImportanceField()
        self._plausibility = PlausibilityField()
        self._criterion_label = PlainLabel(text("inspector.criterion"), "fieldLabel")
        self._criterion = NoWheelCombo()
        self._sources = SourcesField(workspace)
        self._strength = StrengthBox(workspace)
        self._hidden = PlainLabel(str(HIDDEN), "hint", wraps=True)
        self._summary = MapSummary(workspace)
        self.many = ManyCards(workspace)
        self._lay_out()
        self._importance.chosen.connect(self._on_importance)
        self._plausibility.chosen.connect(self._on_plausibility)
        self._criterion.activated.connect(self._on_criterion)
        # What has come is laid out first, then brought into view.
        self._strength.shares.sharing.done.connect(lambda _: QTimer.singleShot(0, self._show_shares))
        workspace.refreshed.connect(self._on_refreshed)
        self.refresh()

    @property
    def text_field(self) -> CommittingText:
        """The field with the card's text."""
        return self._text

    @property
    def importance_field(self) -> ImportanceField:
        """The pips."""
        return self._importance

    @property
    def sources_field(self) -> SourcesField:
        """What the card cites."""
        return self._sources

    @property
    def plausibility_field(self) -> PlausibilityField:
        """The slider."""
        return self._plausibility

    @property
    def strength_box(self) -> StrengthBox:
        """Where the card's strength comes from."""
        return self._strength

    @property
    def summary(self) -> MapSummary:
        """What is said of the map while no card is selected."""
        return self._summary

    def break_down(self) -> None:
        """Shares out what the selected card comes to among everything that rests on it."""
        self._strength.shares.start()
        self._show_shares()

    def refresh(self) -> None:
        """Shows what there is now."""
        place = self._workspace.selected_place
        is_many = len(self._workspace.view.chosen) > 1
        self.many.setVisible(is_many)
        self._card_part.setVisible(place is not None and not is_many)
        self._summary.setVisible(place is None and not is_many)
        if is_many:
            self.many.refresh()
        elif place is None:
            self._summary.refresh()
        else:
            self._show(place)

    def _lay_out(self) -> None:
        self.setObjectName("inspector")
        self.setWidgetResizable(True)
        self.setMinimumWidth(290)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._text.setAccessibleName(text("inspector.text"))
        self._notes.setAccessibleName(text("inspector.notes"))
        self._notes.setPlaceholderText(text("inspector.notes.hint"))
        self._tags.setAccessibleName(text("inspector.tags"))
        self._tags.setPlaceholderText(text("inspector.tags.hint"))
        self._criterion.setAccessibleName(text("inspector.criterion"))
        self._card_part = QWidget()
        column = QVBoxLayout(self._card_part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE - 2)
        column.addWidget(self.title)
        column.addSpacing(SPACE)
        for label, field in (
            (self._text_label, self._text),
            (PlainLabel(text("inspector.notes"), "fieldLabel"), self._notes),
            (PlainLabel(text("inspector.tags.label"), "fieldLabel"), self._tags),
            (None, self._hidden),
            (None, self._importance),
            (None, self._plausibility),
            (self._criterion_label, self._criterion),
            (None, self._sources),
            (None, self._strength),
        ):
            if label is not None:
                column.addWidget(label)
            column.addWidget(field)
            column.addSpacing(SPACE - 2)
        body = QWidget()
        body.setObjectName("inspectorBody")
        outer = QVBoxLayout(body)
        outer.setContentsMargins(SPACE_WIDE, SPACE_WIDE, SPACE_WIDE, SPACE_WIDE)
        outer.addWidget(self._card_part)
        outer.addWidget(self._summary)
        outer.addWidget(self.many)
        outer.addStretch()
        self.setWidget(body)

    def _show(self, place: Place) -> None:
        document = self._workspace.document
        card = document.get(Card, place.card)
        can_edit = not self._workspace.session.is_read_only
        argument = document.find(Argument, place.argument)
        self._show_title(card, argument)
        self._text_label.setText(str(KINDS[card.kind].label))
        about = f"“{one_line(card.text, 40)}”"
        target = self._workspace.target
        card_id = card.id
        self._text.show_text(
            card.text,
            target(
                ("text in the panel", card_id),
                text("target.text_of", about=about),
                lambda document, text: cards.set_text(document, card_id, text),
            ),
        )
        self._notes.show_text(
            card.notes,
            target(
                ("notes", card_id),
                text("target.notes_of", about=about),
                lambda document, text: cards.set_notes(document, card_id, text),
            ),
        )
        self._tags.show_text(
            ", ".join(card.tags),
            target(
                ("tags", card_id),
                text("target.tags_of", about=about),
                lambda document, text: cards.set_tags(document, card_id, cards.tags_in(text)),
            ),
        )
        for field in (self._text, self._notes, self._tags):
            field.setReadOnly(not can_edit)
        hidden = hides_numbers(self._workspace)
        self._hidden.setVisible(hidden and card.kind is not CardKind.NOTE)
        weighs = argument is not None and not place.is_joined and not hidden
        self._importance.setVisible(weighs)
        if argument is not None and weighs:
            role = Role(STANCES[argument.stance].role)
            result = self._workspace.results.arguments[argument.id]
            whose = whose_importance(self._workspace, argument.id)
            self._importance.show_importance(
                result.importance, role, enabled=can_edit, whose=whose.words, back=whose.back
            )
        can_be_true = card.kind in STATEMENTS and not hidden
        self._plausibility.setVisible(can_be_true)
        if can_be_true:
            whose = whose_plausibility(self._workspace, card.id)
            self._plausibility.show_plausibility(
                self._workspace.numbers.plausibility(card),
                enabled=can_edit,
                whose=whose.words,
                back=whose.back,
            )
        self._show_criterion(card, argument, can_edit=can_edit)
        self._sources.show_card(card)
        self._strength.show_card(card)

    def _show_title(self, card: Card, argument: Argument | None) -> None:
        document = self._workspace.document
        if argument is None:
            self.title.setText(str(KINDS[card.kind].label))
            return
        words = link_words(document, argument)
        target = document.find(Card, argument.target_card)
        phrase = words.words
        if target:
            does = "supports" if argument.stance is Stance.SUPPORTS else "opposes"
            phrase = text(f"inspector.{does}", words=phrase, target=one_line(target.text, 60))
        self.title.say(f"{words.sign} {phrase}")

    def _show_criterion(self, card: Card, argument: Argument | None, *, can_edit: bool) -> None:
        document = self._workspace.document
        criteria = reads.criteria(document, card.map)
        target = document.find(Card, argument.target_card) if argument is not None else None
        speaks = bool(criteria) and target is not None and target.kind is CardKind.OPTION
        self._criterion.setVisible(speaks)
        self._criterion_label.setVisible(speaks)
        if not speaks or argument is None:
            return
        self._criterion.clear()
        self._criterion.addItem(text("inspector.criterion.none"), None)
        for criterion in criteria:
            self._criterion.addItem(isolated(one_line(criterion.name, 60)), criterion.id)
        self._criterion.setCurrentIndex(max(0, self._criterion.findData(argument.criterion)))
        self._criterion.setEnabled(can_edit)

    def _on_refreshed(self, parts: RefreshPart) -> None:
        if parts & (RefreshPart.RECORDS | RefreshPart.MAP | RefreshPart.SELECTION | RefreshPart.PERSPECTIVE):
            self.refresh()

    def _on_importance(self, importance: float | None) -> None:
        place = self._workspace.selected_place
        link = place.argument if place is not None else None
        perspective = self._workspace.view.perspective
        if link is not None:
            self._workspace.attempt(
                lambda document: arguments.set_importance(document, link, importance, perspective=perspective)
            )

    def _on_plausibility(self, plausibility: float | None) -> None:
        card = self._shown_card()
        perspective = self._workspace.view.perspective
        if card is not None:
            self._workspace.attempt(
                lambda document: cards.set_plausibility(document, card.id, plausibility, perspective=perspective)
            )

    def _on_criterion(self, position: int) -> None:
        place = self._workspace.selected_place
        link = place.argument if place is not None else None
        chosen: CriterionId | None = self._criterion.itemData(position)
        if link is not None:
            self._workspace.attempt(lambda document: arguments.set_criterion(document, link, chosen))

    def _show_shares(self) -> None:
        self.ensureWidgetVisible(self._strength.shares)

    def _shown_card(self) -> Card | None:
        return self._workspace.document.find(Card, self._workspace.view.selected)
