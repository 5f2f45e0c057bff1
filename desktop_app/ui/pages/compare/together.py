"""What people come to together, never without how far apart they are."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.base.plain_text import one_line
from desktop_app.drawing.charts.picture import DrawnChart
from desktop_app.drawing.charts.shares import Strip, strips
from desktop_app.model import reads
from desktop_app.model.reads import Records
from desktop_app.model.records import Card
from desktop_app.ui.pages.analysis.box import AnalysisBox
from desktop_app.ui.widgets import theme
from desktop_app.ui.widgets.no_wheel import FittingCombo
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.viewmodels.compare.sheets import Who, choices_of_whom, of_whom
from desktop_app.weighing.criteria.matrix import NumberKind
from desktop_app.weighing.people.group import GroupResult, GroupRule, Sheet, Spread
from desktop_app.weighing.people.group_leaning import GroupLeaning, group_leaning_sentence
from desktop_app.weighing.people.group_sentences import group_sentences, points, rule_words, whose_sentence
from desktop_app.weighing.people.spread_sentences import accord_words
from desktop_app.weighing.people.together import group_result
from desktop_app.wording.rounding import signed, whole
from desktop_app.wording.sentence import say, text


class TogetherBox(QWidget):
    """Whose numbers are taken together, how, and what that gives.

    Attributes:
        who: whose; it stands wherever the page wants it, since it rules more than this box.

    Signals:
        asked: others are to be taken together, or in another way.
    """

    asked = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.who = FittingCombo(text("compare.who"))
        self.rule = FittingCombo(text("compare.rule"))
        for rule in GroupRule:
            self.rule.addItem(str(rule_words(rule)), rule)
        for choice in (self.who, self.rule):
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            choice.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            choice.activated.connect(lambda _: self.asked.emit())
        self.box = AnalysisBox(text("compare.together"), self.rule)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box)

    def members(self, sheets: tuple[Sheet, ...]) -> tuple[Sheet, ...]:
        """Those of the sheets that are taken together; nobody where there are not two."""
        known = choices_of_whom(sheets)
        chosen = self.who.currentData()
        self.who.clear()
        for who in known:
            self.who.addItem(who.label, who)
        self.who.setCurrentIndex(known.index(chosen) if chosen in known else 0)
        self.who.setVisible(bool(known))
        return of_whom(sheets, Who(self.who.currentData())) if known else ()

    @property
    def chosen_rule(self) -> GroupRule:
        """How numbers are taken together."""
        return GroupRule(self.rule.currentData())

    @property
    def chosen_group(self) -> Who:
        """Whose numbers are taken together, where there is a group."""
        return Who(self.who.currentData())

    def show_members(self, members: tuple[Sheet, ...], questions: Sequence[GroupLeaning]) -> GroupResult | None:
        """Shows what at least two of them come to together, on options and on questions; None without options."""
        workspace = self._workspace
        document = workspace.document
        rows = [_leaning_row(document, item) for item in questions]
        sentences = [str(group_leaning_sentence(document, item)) for item in questions]
        are_people = self.chosen_group in {Who.ROOM, Who.OTHERS}
        group: GroupResult | None = None
        if reads.options(document, workspace.map_id):
            group = group_result(document, workspace.map_id, members, self.chosen_rule)
            rows += self._rows(group)
            sentences.append(f"{whose_sentence(self.chosen_group.title, group)}.")
            is_room = self.chosen_group is Who.ROOM
            about_group = group_sentences(document, workspace.results, group, are_people=are_people, is_room=is_room)
            sentences += map(str, about_group)
        self.box.chart.show_chart(lambda width: _picture(rows, width))
        self.box.say(" ".join(sentences))
        self.setVisible(bool(sentences))
        return group

    def _rows(self, group: GroupResult) -> list[Strip]:
        document = self._workspace.document
        letters = reads.option_letters(document, self._workspace.map_id)
        rows = []
        for place, (option, spread) in enumerate(zip(group.options, group.spreads, strict=True)):
            if spread is None:
                continue
            value = group.values[place] if group.stands[place] else None
            name = f"{letters[option]}  {one_line(document.get(Card, option).text, 80)}"
            on_scale = None if value is None or group.rule is GroupRule.BORDA else _place(value, group.number)
            counted = text("compare.counted", count=spread.count, size=group.size) if spread.count < group.size else ""
            accord = f"{accord_words(spread.polarisation)}, ± {whole(_points(spread, group))}"
            label = f"{_written(value, group)}{counted}{accord}"
            values = tuple(value for value in spread.values if value is not None)
            shown = tuple(_shown(value, group.number) for value in values)
            rows.append(Strip(name, values, on_scale, label, shown))
        return rows


def _leaning_row(records: Records, group: GroupLeaning) -> Strip:
    counted = (
        text("compare.counted", count=len(group.leanings), size=group.size) if len(group.leanings) < group.size else ""
    )
    label = f"{signed(group.together)} · {counted}{accord_words(group.polarisation)}, ± {whole(group.deviation)}"
    places = tuple((leaning + 100) / 2 for leaning in group.leanings)
    shown = tuple(signed(leaning) for leaning in group.leanings)
    name = f"?  {one_line(records.get(Card, group.card).text, 80)}"
    return Strip(name, places, (group.together + 100) / 2, label, shown)


def _picture(rows: list[Strip], width: float) -> DrawnChart:
    return strips(rows, width, whole_names=theme.is_room())


def _place(value: float, number: NumberKind) -> float:
    """Where a total or leaning stands on 0…100."""
    return value if number is NumberKind.TOTAL else (value + 100) / 2


def _shown(place: float, number: NumberKind) -> str:
    return str(whole(place)) if number is NumberKind.TOTAL else signed(2 * place - 100)


def _points(spread: Spread, group: GroupResult) -> float:
    """The standard deviation in the points of what is shown."""
    return spread.deviation if group.number is NumberKind.TOTAL else 2 * spread.deviation


def _written(value: float | None, group: GroupResult) -> str:
    if value is None:
        return ""
    if group.rule is GroupRule.BORDA:
        return f"{say('group.points', points=points(value))} · "
    return f"{signed(value) if group.number is NumberKind.LEANING else whole(value)} · "
