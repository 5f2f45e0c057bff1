"""What the inspector says of a map as a whole, while no card is selected."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.base.plain_text import one_line
from desktop_app.edits import maps
from desktop_app.model import reads
from desktop_app.model.ids import CardId
from desktop_app.model.records import Card, CardKind, Map
from desktop_app.ui.pages.map.inspector.map_settings import MapSettings
from desktop_app.ui.pages.map.inspector.perspectives import PerspectivesField
from desktop_app.ui.widgets.fields import CommittingLine
from desktop_app.ui.widgets.method_agreement import AgreementBadge
from desktop_app.ui.widgets.text import PlainLabel
from desktop_app.ui.widgets.theme import SPACE
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.viewmodels.number_visibility import HIDDEN
from desktop_app.weighing.arguments.sentences import card_sentences, option_sentences, weighed_sentence
from desktop_app.wording.sentence import spoken, text


class MapSummary(QWidget):
    """Title, counts and standing of the shown map."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._title = CommittingLine()
        self._title.setAccessibleName(text("summary.title"))
        self._counts = PlainLabel("", "hint", wraps=True)
        self._standing = PlainLabel("", wraps=True)
        self.agreement = AgreementBadge()
        self.settings = MapSettings(workspace)
        self.perspectives = PerspectivesField(workspace)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        for widget in (
            PlainLabel(text("summary.map"), "fieldLabel"),
            self._title,
            self._counts,
            self._standing,
            self.agreement,
        ):
            column.addWidget(widget)
        column.addSpacing(SPACE)
        column.addWidget(self.settings)
        column.addSpacing(SPACE)
        column.addWidget(self.perspectives)

    def refresh(self) -> None:
        """Shows what there is now."""
        workspace = self._workspace
        self.perspectives.refresh()
        self.settings.refresh()
        if workspace.view.map_id is None:
            self._title.show_text("")
            self._counts.setText(text("summary.no_map"))
            self._standing.say("")
            self.agreement.hide()
            return
        document, results = workspace.document, workspace.results
        a_map = document.get(Map, workspace.map_id)
        map_id = a_map.id
        self._title.show_text(
            a_map.title,
            workspace.target(
                ("map title", map_id),
                text("target.map_title", title=one_line(a_map.title, 40)),
                lambda document, title: maps.rename_map(document, map_id, title),
            ),
        )
        self._title.setReadOnly(workspace.session.is_read_only)
        self._standing.setVisible(not a_map.numbers_hidden)
        if a_map.numbers_hidden:
            self._counts.setText(str(HIDDEN))
            self.agreement.hide()
            return
        self._counts.setText(str(weighed_sentence(results.weighed, len(results.arguments))))
        lines = []
        verdicts: list[tuple[str, CardId]] = []
        for option, letter in reads.option_letters(document, a_map.id).items():
            name = one_line(document.get(Card, option).text, 60)
            words = spoken([*option_sentences(results, option), *card_sentences(results.cards[option])])
            lines.append(f"{letter}  {name}\n{words}")
            verdicts.append((f"{letter}: ", option))
        for question in (card for card in reads.cards(document, a_map.id) if card.kind is CardKind.QUESTION):
            if results.cards[question.id].total:
                lines.insert(0, spoken(card_sentences(results.cards[question.id])))
                verdicts.insert(0, (text("summary.question_is"), question.id))
        self._standing.say("\n\n".join(lines))
        strengths = workspace.session.live_results(a_map.id, workspace.view.perspective).strengths
        self.agreement.show_verdicts(strengths, verdicts)
