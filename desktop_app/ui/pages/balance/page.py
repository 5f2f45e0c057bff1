"""The balance of one card: its pros and cons in two columns under a beam. It asks for edits and computes nothing."""

from dataclasses import replace

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.edits import cards
from desktop_app.edits.drafts import Draft
from desktop_app.model import reads
from desktop_app.model.ids import ArgumentId, CardId
from desktop_app.model.kinds import OPPOSITE
from desktop_app.model.records import Argument, Card, CardKind, Map, Stance
from desktop_app.model.tree import Place
from desktop_app.ui.pages.balance.beam import Beam
from desktop_app.ui.pages.balance.column import PointColumn
from desktop_app.ui.pages.balance.point import PointAction, PointCard
from desktop_app.ui.pages.balance.reasons import Reasons
from desktop_app.ui.pages.balance.subject_bar import SubjectBar
from desktop_app.ui.widgets import theme
from desktop_app.ui.widgets.fields import AdderLine
from desktop_app.ui.widgets.method_agreement import AgreementBadge
from desktop_app.ui.widgets.theme import SPACE, SPACE_WIDE
from desktop_app.ui.workspace.new_cards import new_card_target
from desktop_app.ui.workspace.pending_texts import TextTarget
from desktop_app.ui.workspace.refreshing import RefreshPart
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.viewmodels.balance import moves
from desktop_app.viewmodels.balance.beam_words import beam_words
from desktop_app.viewmodels.balance.points import (
    BalancePoint,
    PointOrder,
    can_be_weighed,
    column_of,
    points_on,
    subject_for,
    without_numbers,
)
from desktop_app.viewmodels.number_owner import whose_importance
from desktop_app.weighing.arguments.balance import balance
from desktop_app.wording.sentence import text


class BalancePage(QScrollArea):
    """The page on which the pros and cons of one card are weighed."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.subject: CardId | None = None
        self._points: dict[ArgumentId, PointCard] = {}
        self._current: ArgumentId | None = None
        self._is_filling = False
        self._chosen_here: CardId | None = None
        self.beam = Beam()
        self.columns = {stance: PointColumn(stance) for stance in (Stance.SUPPORTS, Stance.OPPOSES)}
        self._orders = dict.fromkeys(self.columns, PointOrder.HEAVIEST)
        self.bar = SubjectBar(workspace)
        self.agreement = AgreementBadge(centred=True)
        self.reasons = Reasons(workspace)
        self.beginning = AdderLine()
        self._weighed = QWidget()
        self._body = QWidget()
        self._lay_out()
        workspace.refreshed.connect(self._on_refreshed)

    # --- showing -------------------------------------------------------------------------------------

    def show_subject(self, card: CardId | None) -> None:
        """Shows the balance of a card."""
        self.subject, self._current = card, None
        self.refresh(swings=False)

    def refresh(self, *, swings: bool = True) -> None:
        """Shows what there is now, while the page is shown; cards of points are kept.

        Args:
            swings: whether the beam may swing there.
        """
        if not self.isVisible():
            return
        workspace = self._workspace
        document = workspace.document
        if self.subject is None or not self._is_here(self.subject):
            self.subject = self._first_subject()
        card = document.find(Card, self.subject)
        has_begun = card is not None and self.beginning.hasFocus()
        self._weighed.setVisible(card is not None)
        can_begin = workspace.view.map_id is not None and not workspace.session.is_read_only
        self.beginning.setVisible(card is None)
        self.beginning.setEnabled(can_begin)
        if card is None:
            if workspace.view.map_id is not None:
                question = Draft(workspace.map_id, CardKind.QUESTION)
                self.beginning.ask(new_card_target(workspace, question, "balance", on_leaving=False))
            return
        current, had_keyboard = self._current, self._has_keyboard_on_point()
        self._is_filling = True
        results, numbers = workspace.results, not document.get(Map, card.map).numbers_hidden
        self.bar.show_card(card)
        points = points_on(document, results, card.id)
        self._keep_points({point.argument for point in points})
        weighed = balance(document, results, card.id)
        if not numbers:
            points = [without_numbers(point) for point in points]
        # Filled before they stand in a column: a text that comes into view by itself lays out the whole column anew.
        cards = {point.argument: self._card_of(point) for point in points}
        for point in points:
            texts = {premise: (document.get(Card, premise).text, self._wording(premise)) for premise in point.premises}
            can_edit = not workspace.session.is_read_only
            whose = whose_importance(workspace, point.argument).words
            cards[point.argument].show_point(point, texts, can_edit=can_edit, numbers=numbers, whose=whose)
        for stance, column in self.columns.items():
            side = weighed.pros if stance is Stance.SUPPORTS else weighed.cons
            side = side if numbers else replace(side, weighed=side.total)
            shown = column_of(points, stance, self._orders[stance])
            column.show_points([cards[point.argument] for point in shown], side.weighed, side, self._orders[stance])
            column.adder.setEnabled(not workspace.session.is_read_only)
            column.adder.ask(self._adding(card, stance))
        self.beam.show_balance(beam_words(workspace, card, weighed), swings=swings)
        strengths = workspace.session.live_results(card.map, workspace.view.perspective).strengths
        self.agreement.show_verdicts(strengths, [("", card.id)] if numbers else [])
        self.reasons.show_card(card)
        self._is_filling = False
        if has_begun:
            self.setFocus()
        elif had_keyboard:
            # A card that changes columns loses the keyboard on its way; one that is gone leaves it to the column.
            kept = self._points.get(current) if current is not None else None
            (kept or self.columns[Stance.SUPPORTS].adder).setFocus()

    def point(self, argument: ArgumentId) -> PointCard:
        """The card of a pro or con."""
        return self._points[argument]

    def edit_selected(self, typed: str) -> None:
        """Opens the editor of the current point."""
        if self._current in self._points:
            self._points[self._current].edit(typed)

    def write(self, draft: Draft) -> bool:
        """Takes the keyboard to the line in which a pro or con of the shown card is typed; says whether it is one."""
        is_typed_here = draft.kind is CardKind.CLAIM and draft.undercuts is None
        if draft.parent is None or draft.stance is None or not is_typed_here:
            return False
        if draft.parent != self.subject:
            if self._current not in self._points:
                return False
            self.show_subject(draft.parent)
        self.columns[draft.stance].adder.setFocus()
        return True

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        selected = self._workspace.view.selected
        place = self._workspace.place_of(selected) if selected is not None else None
        if place is not None:
            self.subject = subject_for(self._workspace.document, place)
        self.refresh(swings=False)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        pros, cons = self.columns.values()
        current = self._points.get(self._current) if self._current is not None else None
        first = current or next(iter((*pros.points, *cons.points)), None) or pros.adder
        (first if self.subject is not None else self.beginning).setFocus(event.reason())

    # --- inside --------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.setObjectName("balance")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(text("page.balance"))
        self._body.setObjectName("page")
        self.bar.chosen.connect(self.show_subject)
        columns = QWidget()
        # Pros left, cons right, as the beam shows them, in whichever direction the language runs.
        columns.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        sides = QHBoxLayout(columns)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(26)
        for stance, column in self.columns.items():
            column.setLayoutDirection(QApplication.layoutDirection())
            sides.addWidget(column, 1)
            column.order_chosen.connect(lambda order, stance=stance: self._on_order_chosen(stance, order))
            column.adder.committed.connect(lambda _, column=column: self.ensureWidgetVisible(column.adder))
            column.adder.left_upwards.connect(lambda stance=stance: self._focus_last(stance))
        weighed = QVBoxLayout(self._weighed)
        weighed.setContentsMargins(0, 0, 0, 0)
        weighed.setSpacing(SPACE)
        # In a room the points come first: sentences between the pans would make a tower, above the points hide them.
        parts = (columns, self.beam.sentences, self.agreement) if theme.is_room() else (self.agreement, columns)
        for part in (self.bar, self.beam, *parts, self.reasons):
            weighed.addWidget(part, 1 if part is columns else 0)
        self.beginning.setObjectName("adder")
        self.beginning.setPlaceholderText(text("balance.begin.hint"))
        self.beginning.setAccessibleName(text("balance.begin"))
        whole_page = QVBoxLayout(self._body)
        whole_page.setContentsMargins(34, SPACE + 4, 34, SPACE_WIDE)
        whole_page.addWidget(self.beginning)
        whole_page.addWidget(self._weighed, 1)
        whole_page.addStretch(0)
        self.setWidget(self._body)

    def _card_of(self, point: BalancePoint) -> PointCard:
        existing = self._points.get(point.argument)
        if existing is not None:
            return existing
        made = self._points[point.argument] = PointCard(point.argument)
        argument = point.argument
        made.focused.connect(lambda: self._on_focused(argument))
        made.asked.connect(lambda action: self._on_asked(argument, action))
        made.weighed.connect(lambda importance: moves.weigh(self._workspace, argument, importance))
        made.answer_asked.connect(lambda _card, _answer: self._open_own(argument))
        made.dragged.connect(lambda where: self._on_dragged(argument, where))
        made.dropped.connect(lambda where: self._on_dropped(argument, where))
        made.drag_cancelled.connect(self._hide_drop)
        return made

    def _adding(self, card: Card, stance: Stance) -> TextTarget:
        draft = Draft(card.map, CardKind.CLAIM, parent=card.id, stance=stance)
        return new_card_target(self._workspace, draft, f"balance, {stance.value}", on_leaving=False)

    def _wording(self, premise: CardId) -> TextTarget:
        return self._workspace.target(
            ("text on the balance", premise),
            text("target.point_text"),
            lambda document, text: cards.set_text(document, premise, text),
        )

    def _keep_points(self, wanted: set[ArgumentId]) -> None:
        for argument in self._points.keys() - wanted:
            gone = self._points.pop(argument)
            gone.hide()
            gone.deleteLater()

    def _first_subject(self) -> CardId | None:
        """The question, else whatever has pros and cons, else any card that could."""
        document = self._workspace.document
        shown_cards = [document.get(Card, card) for card in self._workspace.places]
        able = [card for card in shown_cards if card.kind is not CardKind.NOTE]
        weighed = [card for card in able if can_be_weighed(document, card.id)]
        questions = [card for card in able if card.kind is CardKind.QUESTION]
        return next((card.id for card in (*questions, *weighed, *able)), None)

    def _is_here(self, card: CardId) -> bool:
        record = self._workspace.document.find(Card, card)
        return record is not None and record.map == self._workspace.view.map_id and record.kind is not CardKind.NOTE

    def _has_keyboard_on_point(self) -> bool:
        current = self._points.get(self._current) if self._current is not None else None
        return current is not None and current.hasFocus()

    def _argument(self, argument: ArgumentId) -> Argument:
        return self._workspace.document.get(Argument, argument)

    # --- answering -----------------------------------------------------------------------------------

    def _on_refreshed(self, parts: RefreshPart) -> None:
        shown = self.subject
        if parts & RefreshPart.MAP:
            self.subject = self._current = None
        place = self._chosen_place() if parts & RefreshPart.SELECTION else None
        subject = subject_for(self._workspace.document, place)
        if subject is not None and self._is_here(subject):
            self.subject = subject
        if parts & (RefreshPart.RECORDS | RefreshPart.MAP | RefreshPart.PERSPECTIVE) or self.subject != shown:
            self.refresh(swings=self.subject == shown)
        if place is not None and place.argument in self._points:
            self._current = place.argument
            self._show_whole(self._points[place.argument])

    def _chosen_place(self) -> Place | None:
        """Where the card hangs that was chosen elsewhere, such as in the outline; None: it was chosen here."""
        selected = self._workspace.view.selected
        if selected is None or selected == self._chosen_here or not self.isVisible():
            return None
        self._chosen_here = None
        return self._workspace.place_of(selected)

    def _on_focused(self, argument: ArgumentId) -> None:
        """The keyboard came to a point: it is the selected card, of the map too."""
        if self._is_filling:
            return
        self._current = argument
        self._chosen_here = reads.premises_of(self._workspace.document, argument)[0].card
        self._workspace.view.select(self._chosen_here, argument)
        self._show_whole(self._points[argument])

    def _show_whole(self, card: PointCard) -> None:
        area = QRect(card.mapTo(self._body, QPoint(0, 0)), card.size())
        self.ensureVisible(area.center().x(), area.center().y(), 0, area.height() // 2 + SPACE_WIDE)

    def _on_order_chosen(self, stance: Stance, order: PointOrder) -> None:
        self._orders[stance] = order
        self.refresh()

    def _on_asked(self, argument: ArgumentId, action: PointAction) -> None:
        stance = self._argument(argument).stance
        if action in {PointAction.UP, PointAction.DOWN, PointAction.LEFT, PointAction.RIGHT}:
            self._move_keyboard(argument, action)
        elif action is PointAction.OWN_BALANCE:
            self._open_own(argument)
        elif self._workspace.session.is_read_only:
            return
        elif action in {PointAction.EARLIER, PointAction.LATER}:
            self._shift(argument, earlier=action is PointAction.EARLIER)
        elif action in {PointAction.DELETE, PointAction.DELETE_KEEPING}:
            self._delete(argument, keeping=action is PointAction.DELETE_KEEPING)
        else:
            wanted = {PointAction.PRO: Stance.SUPPORTS, PointAction.CON: Stance.OPPOSES}.get(action, OPPOSITE[stance])
            moves.turn(self._workspace, argument, wanted)

    def _move_keyboard(self, argument: ArgumentId, action: PointAction) -> None:
        stance = self._argument(argument).stance
        here = self.columns[stance]
        shown = [card.argument for card in here.points]
        row = shown.index(argument)
        if action is PointAction.UP:
            (here.points[row - 1] if row else here.points[0]).setFocus()
        elif action is PointAction.DOWN:
            (here.points[row + 1] if row + 1 < len(shown) else here.adder).setFocus()
        elif (action is PointAction.LEFT) == (stance is Stance.OPPOSES):
            there = self.columns[OPPOSITE[stance]]
            middle = self._points[argument].geometry().center().y()
            nearest = min(there.points, key=lambda card: abs(card.geometry().center().y() - middle), default=None)
            (nearest or there.adder).setFocus()

    def _focus_last(self, stance: Stance) -> None:
        points = self.columns[stance].points
        if points:
            points[-1].setFocus()

    def _shift(self, argument: ArgumentId, *, earlier: bool) -> None:
        """Moves a point; a sorted column is shown in the map's own order from then on."""
        assert self.subject is not None
        self._orders[self._argument(argument).stance] = PointOrder.OWN
        moves.shift(self._workspace, self.subject, argument, earlier=earlier)
        self.refresh()

    def _delete(self, argument: ArgumentId, *, keeping: bool) -> None:
        stance = self._argument(argument).stance
        shown = [card.argument for card in self.columns[stance].points]
        row = shown.index(argument)
        others = shown[row + 1 :] + shown[:row][::-1]
        moves.delete(self._workspace, argument, keeping=keeping)
        if argument not in self._points:
            target: QWidget = self._points[others[0]] if others else self.columns[stance].adder
            target.setFocus()

    def _open_own(self, argument: ArgumentId) -> None:
        """Shows the balance of what a point says."""
        premises = reads.premises_of(self._workspace.document, argument)
        weighed = [item.card for item in premises if can_be_weighed(self._workspace.document, item.card)]
        self.show_subject((weighed or [premises[0].card])[0])
        self.setFocus()

    # --- dragging ------------------------------------------------------------------------------------

    def _column_at(self, screen: QPoint) -> PointColumn | None:
        for column in self.columns.values():
            if column.rect().contains(column.mapFromGlobal(screen)):
                return column
        return None

    def _on_dragged(self, argument: ArgumentId, screen: QPoint) -> None:
        target, stance = self._column_at(screen), self._argument(argument).stance
        here = self._body.mapFromGlobal(screen)
        self.ensureVisible(here.x(), here.y(), 0, SPACE_WIDE)
        for column in self.columns.values():
            becomes = text(f"balance.drop.{column.stance}")
            words = becomes if column.stance is not stance else ""
            column.show_drop(screen if column is target else None, words, argument)

    def _on_dropped(self, argument: ArgumentId, screen: QPoint) -> None:
        self._hide_drop()
        target = self._column_at(screen)
        if target is None:
            return
        stance = self._argument(argument).stance
        beside, before = target.neighbour_at(screen, argument)
        if target.stance is stance:
            self._orders[stance] = PointOrder.OWN
        elif self._orders[target.stance] is PointOrder.HEAVIEST:
            beside = None
        moves.put(self._workspace, argument, target.stance, beside=beside, before=before)
        self.refresh()
        self._points[argument].setFocus()

    def _hide_drop(self) -> None:
        for column in self.columns.values():
            column.show_drop(None)
