"""Beside the comparison: who is compared, who puts what first, and the comparison in sentences."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.model import reads
from desktop_app.ui.pages.map.inspector.perspectives import PerspectivesField
from desktop_app.ui.widgets.rows import clear_rows
from desktop_app.ui.widgets.text import PlainLabel
from desktop_app.ui.widgets.theme import SPACE, SPACE_WIDE
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.weighing.criteria.matrix import NumberKind
from desktop_app.weighing.people.group import Comparison
from desktop_app.weighing.people.group_sentences import comparison_sentences
from desktop_app.wording.sentence import Listed, say, text

_WIDTH_PX = 316


class ComparePanel(QScrollArea):
    """The perspectives of the map, to be kept in order, and what they say in words."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.field = PerspectivesField(workspace)
        self._firsts = QFrame()
        self._firsts.setObjectName("card")
        self._rows = QGridLayout(self._firsts)
        self._rows.setContentsMargins(10, SPACE, 10, SPACE)
        self._rows.setVerticalSpacing(2)
        self._title = PlainLabel("", "fieldLabel", wraps=True)
        self._summary = PlainLabel("", "hint", wraps=True)
        self.setObjectName("inspector")
        self.setWidgetResizable(True)
        self.setFixedWidth(_WIDTH_PX)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QWidget()
        body.setObjectName("inspectorBody")
        column = QVBoxLayout(body)
        column.setContentsMargins(SPACE_WIDE, SPACE_WIDE, SPACE_WIDE, SPACE_WIDE)
        column.setSpacing(SPACE)
        column.addWidget(self.field)
        column.addSpacing(SPACE)
        for widget in (self._title, self._firsts, self._summary):
            column.addWidget(widget)
        column.addStretch()
        self.setWidget(body)

    @property
    def summary(self) -> str:
        """The comparison in sentences."""
        return self._summary.text()

    @property
    def firsts(self) -> str:
        """Who puts what first, in one line."""
        return self._firsts.accessibleName()

    def show_comparison(self, comparison: Comparison | None, further: Sequence[str] = ()) -> None:
        """Shows who is compared and what they say, after further sentences; None: there is nothing to compare."""
        self.field.refresh()
        counted = self._counted(comparison) if comparison is not None else []
        for widget in (self._title, self._firsts):
            widget.setVisible(bool(counted))
        self._summary.setVisible(comparison is not None)
        if comparison is None:
            self._summary.setText("")
            self._firsts.setAccessibleName("")
            return
        by = "scores" if comparison.number is NumberKind.TOTAL else "leanings"
        self._title.setText(text(f"compare.first_by.{by}"))
        clear_rows(self._rows)
        for row, (words, count) in enumerate(counted):
            self._rows.addWidget(PlainLabel(words), row, 0)
            self._rows.addWidget(PlainLabel(str(count), "stanceTitle"), row, 1, Qt.AlignmentFlag.AlignRight)
        self._firsts.setAccessibleName(", ".join(f"{words}: {count}" for words, count in counted))
        sentences = (*further, *map(str, comparison_sentences(self._workspace.document, comparison)))
        self._summary.say("\n".join(sentences))

    def _counted(self, comparison: Comparison) -> list[tuple[str, int]]:
        """How often each option comes first, most often first, among all that the sentence beneath counts."""
        letters = reads.option_letters(self._workspace.document, self._workspace.map_id)
        counts: Counter[str] = Counter()
        if not any(rank for ranks in comparison.ranks for rank in ranks):
            return []
        for sheet, ranks in zip(comparison.sheets, comparison.ranks, strict=True):
            if not sheet.is_somebody:
                continue
            may = [option for option, rank in zip(comparison.options, ranks, strict=True) if rank and rank.best == 1]
            sure = [option for option, rank in zip(comparison.options, ranks, strict=True) if rank and rank.worst == 1]
            is_sure = bool(may) and may == sure
            words = (
                say("compare.first", options=Listed(tuple(letters[option] for option in may), most=None))
                if is_sure
                else say("rank.undecided")
            )
            counts[str(words)] += 1
        return counts.most_common()
