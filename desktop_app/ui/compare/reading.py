"""What the Compare page shows of a workspace: the sheets to be compared, and where a number stands in the window."""

from enum import Enum

from desktop_app.model import reads
from desktop_app.model.records import Argument, Card, Criterion, Perspective, PerspectiveKind, Stance
from desktop_app.model.words import MINUS, PLUS
from desktop_app.ui.perspective_button import MY_NUMBERS
from desktop_app.ui.widgets.text import one_line
from desktop_app.ui.workspace import Workspace
from desktop_app.weighing.group import PEOPLE, Sheet, Subject, SubjectKind
from desktop_app.weighing.numbers import read_numbers
from desktop_app.weighing.sentences import argument_name, quoted


class Who(Enum):
    """Whose numbers are taken together."""

    PEOPLE = "me and people"
    OTHERS = "people without me"
    OUTLOOKS = "outlooks"
    ALL = "all of them"


def read_sheets(workspace: Workspace) -> tuple[Sheet, ...]:
    """The map's own sheet, then those of its perspectives in order, with the results the session keeps."""
    document, session, map_id = workspace.document, workspace.session, workspace.map_id

    def sheet(found: Perspective | None) -> Sheet:
        chosen = found.id if found is not None else None
        return Sheet(
            perspective=chosen,
            kind=found.kind if found is not None else None,
            name=one_line(found.name, 60) or "(no name)" if found is not None else MY_NUMBERS,
            share=found.share if found is not None else 1.0,
            numbers=read_numbers(document, chosen),
            results=session.results(map_id, chosen),
        )

    return tuple(sheet(found) for found in (None, *reads.perspectives(document, map_id)))


def of_whom(sheets: tuple[Sheet, ...], who: Who) -> tuple[Sheet, ...]:
    """Those of the sheets that are taken together; the map's own counts as a person's."""
    if who is Who.ALL:
        return sheets
    if who is Who.OUTLOOKS:
        return tuple(sheet for sheet in sheets if sheet.kind is PerspectiveKind.SCENARIO)
    people = tuple(sheet for sheet in sheets if sheet.kind in PEOPLE)
    return people if who is Who.OTHERS else (sheets[0], *people)


def choices_of_whom(sheets: tuple[Sheet, ...]) -> list[Who]:
    """The groups of at least two that there are, the most telling first."""
    found: list[Who] = []
    for who in Who:
        members = of_whom(sheets, who)
        if len(members) > 1 and members not in [of_whom(sheets, known) for known in found]:
            found.append(who)
    return found


def subject_title(workspace: Workspace, subject: Subject) -> str:
    """A number by what it is about, as a heading: the claim, "− con", "Weight of Scope", "C on Scope"."""
    document = workspace.document
    if subject.kind is SubjectKind.IMPORTANCE and subject.argument is not None:
        sign = PLUS if document.get(Argument, subject.argument).stance is Stance.SUPPORTS else MINUS
        return f"{sign} {argument_name(document, subject.argument)[1:-1]}"
    if subject.kind is SubjectKind.PLAUSIBILITY and subject.card is not None:
        return quoted(document.get(Card, subject.card).text)
    assert subject.criterion is not None
    name = one_line(document.get(Criterion, subject.criterion).name, 60)
    if subject.card is None:
        return f"Weight of {name}"
    return f"{reads.option_letters(document, workspace.map_id)[subject.card]} on {name}"


def show_claim(workspace: Workspace, subject: Subject) -> None:
    """Turns to the card whose plausibility or importance a number is."""
    view, document = workspace.view, workspace.document
    card = subject.card
    if subject.argument is not None:
        card = reads.premises_of(document, subject.argument)[0].card
    if card is not None:
        workspace.show_card(card)
        if subject.argument is not None:
            view.select(card, subject.argument)
