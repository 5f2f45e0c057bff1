"""What the Compare page shows of a workspace: the sheets to be compared, and where a number stands in the window."""

from dataclasses import replace
from enum import Enum

from desktop_app.base.plain_text import one_line
from desktop_app.model import reads
from desktop_app.model.ids import PerspectiveId
from desktop_app.model.kinds import STANCES
from desktop_app.model.records import Argument, Card, Criterion, PerspectiveKind
from desktop_app.viewmodels.number_owner import MY_NUMBERS
from desktop_app.viewmodels.shown_map import ShownMap
from desktop_app.weighing.arguments.sentences import argument_name, quoted
from desktop_app.weighing.people import room
from desktop_app.weighing.people.group import Sheet, Subject, SubjectKind
from desktop_app.weighing.results import Results
from desktop_app.wording.sentence import text


class Who(Enum):
    """Whose numbers are taken together; the room is people only, and the map's own where somebody set any."""

    ROOM = "room"
    OTHERS = "others"
    STAKEHOLDERS = "stakeholders"
    OUTLOOKS = "outlooks"
    ALL = "all"

    @property
    def label(self) -> str:
        """What they are called."""
        return text(f"compare.who.{self.value}")

    @property
    def title(self) -> str:
        """The same at the beginning of a line."""
        return text(f"compare.who.{self.value}.title")


def read_sheets(shown: ShownMap) -> tuple[Sheet, ...]:
    """The map's own sheet, then those of its perspectives in order, with the results the session keeps."""
    session, map_id = shown.session, shown.map_id

    def known(chosen: PerspectiveId | None) -> Results:
        return session.results(map_id, chosen)

    sheets = room.read_sheets(shown.document, map_id, own_name=str(MY_NUMBERS), known=known)
    return tuple(replace(sheet, name=one_line(sheet.name, 60) or text("perspective.no_name")) for sheet in sheets)


def of_whom(sheets: tuple[Sheet, ...], who: Who) -> tuple[Sheet, ...]:
    """Those of the sheets that are taken together; who holds no numbers is nobody."""
    if who is Who.ALL:
        return tuple(sheet for sheet in sheets if sheet.is_somebody)
    kind = {Who.STAKEHOLDERS: PerspectiveKind.STAKEHOLDER, Who.OUTLOOKS: PerspectiveKind.SCENARIO}.get(who)
    if kind is not None:
        return tuple(sheet for sheet in sheets if sheet.kind is kind)
    people = room.room(sheets)
    return people if who is Who.ROOM else tuple(sheet for sheet in people if sheet.perspective is not None)


def choices_of_whom(sheets: tuple[Sheet, ...]) -> list[Who]:
    """The groups of at least two that there are, the most telling first."""
    groups: list[Who] = []
    for who in Who:
        members = of_whom(sheets, who)
        if len(members) > 1 and members not in [of_whom(sheets, known) for known in groups]:
            groups.append(who)
    return groups


def subject_title(shown: ShownMap, subject: Subject) -> str:
    """A number by what it is about, as a heading: the claim, "− con", "Weight of Scope", "C on Scope"."""
    document = shown.document
    if subject.kind is SubjectKind.IMPORTANCE and subject.argument is not None:
        sign = STANCES[document.get(Argument, subject.argument).stance].sign
        return f"{sign} {argument_name(document, subject.argument)[1:-1]}"
    if subject.kind is SubjectKind.PLAUSIBILITY and subject.card is not None:
        return quoted(document.get(Card, subject.card).text)
    assert subject.criterion is not None
    name = one_line(document.get(Criterion, subject.criterion).name, 60)
    if subject.card is None:
        return text("compare.weight_of", name=name)
    return text("compare.option_on", letter=reads.option_letters(document, shown.map_id)[subject.card], name=name)
