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
        said = [str(group_leaning_sentence(document, item)) for item in questions]
        are_people = self.chosen_group in {Who.ROOM, Who.OTHERS}
        found: GroupResult | None = None
        if reads.options(document, workspace.map_id):
            found = group_result(document, workspace.map_id, members, self.chosen_rule)
            rows += self._rows(found)
            said.append(f"{whose_sentence(self.chosen_group.title, found)}.")
            is_room = self.chosen_group is Who.ROOM
            found_said = group_sentences(document, workspace.results, found, are_people=are_people, is_room=is_room)
            said += [str(sentence) for sentence in found_said]
        self.box.chart.show_chart(lambda width: _picture(rows, width))
        self.box.say(" ".join(said))
        self.setVisible(bool(said))
        return found

    def _rows(self, found: GroupResult) -> list[Strip]:
        document = self._workspace.document
        letters = reads.option_letters(document, self._workspace.map_id)
        rows = []
        for place, (option, spread) in enumerate(zip(found.options, found.spreads, strict=True)):
            if spread is None:
                continue
            value = found.values[place] if found.stands[place] else None
            name = f"{letters[option]}  {one_line(document.get(Card, option).text, 80)}"
            on_scale = None if value is None or found.rule is GroupRule.BORDA else _place(value, found.number)
            counted = text("compare.counted", count=spread.count, size=found.size) if spread.count < found.size else ""
            accord = f"{accord_words(spread.polarisation)}, ± {whole(_points(spread, found))}"
            said = f"{_written(value, found)}{counted}{accord}"
            values = tuple(value for value in spread.values if value is not None)
            shown = tuple(_shown(value, found.number) for value in values)
            rows.append(Strip(name, values, on_scale, said, shown))
        return rows


def _leaning_row(records: Records, found: GroupLeaning) -> Strip:
    counted = (
        text("compare.counted", count=len(found.leanings), size=found.size) if len(found.leanings) < found.size else ""
    )
    said = f"{signed(found.together)} · {counted}{accord_words(found.polarisation)}, ± {whole(found.deviation)}"
    places = tuple((leaning + 100) / 2 for leaning in found.leanings)
    shown = tuple(signed(leaning) for leaning in found.leanings)
    name = f"?  {one_line(records.get(Card, found.card).text, 80)}"
    return Strip(name, places, (found.together + 100) / 2, said, shown)


def _picture(rows: list[Strip], width: float) -> DrawnChart:
    return strips(rows, width, whole_names=theme.is_room())


def _place(value: float, number: NumberKind) -> float:
    """Where a total or leaning stands on 0…100."""
    return value if number is NumberKind.TOTAL else (value + 100) / 2


def _shown(place: float, number: NumberKind) -> str:
    return str(whole(place)) if number is NumberKind.TOTAL else signed(2 * place - 100)


def _points(spread: Spread, found: GroupResult) -> float:
    """The standard deviation in the points of what is shown."""
    return spread.deviation if found.number is NumberKind.TOTAL else 2 * spread.deviation


def _written(value: float | None, found: GroupResult) -> str:
    if value is None:
        return ""
    if found.rule is GroupRule.BORDA:
        return f"{say('group.points', points=points(value))} · "
    return f"{signed(value) if found.number is NumberKind.LEANING else whole(value)} · "
