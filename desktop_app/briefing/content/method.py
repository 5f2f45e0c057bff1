"""How the numbers of a brief came about, in sentences: the note of every paper, and what the method's part adds."""

from collections.abc import Sequence
from typing import Final

from desktop_app.briefing.content.parts import (
    ArgumentsPart,
    ChartsPart,
    MapPart,
    MatrixPart,
    MethodPart,
    OptionsPart,
    Part,
)
from desktop_app.briefing.content.presets import MapForm, Preset
from desktop_app.model.reads import Records, sources
from desktop_app.model.records import Perspective, SectionKind
from desktop_app.weighing.criteria.argued import DRAWS
from desktop_app.weighing.criteria.matrix import CellState
from desktop_app.weighing.method_note import method_note, short_note
from desktop_app.weighing.results import Results
from desktop_app.wording.full_stops import ended
from desktop_app.wording.sentence import Value, say, text

_WITH_NUMBERS: Final = (OptionsPart, MatrixPart, ArgumentsPart, ChartsPart)


def method_part(records: Records, results: Results, title: str) -> MethodPart | None:
    """Everything a reader needs to have the same results again; None where there is nothing to have."""
    settings = results.settings
    sentences = list(method_note(records, results))
    total = len(results.arguments)
    if total:
        how_many = ".all" if results.weighed == total else "" if results.weighed else ".none"
        counts = {"total": total} | ({} if how_many else {"weighed": results.weighed})
        sentences.append(say(f"note.counted{how_many}", **counts))
    if any(cell.state is CellState.ARGUED for cell in results.cells.values()):
        drawn: dict[str, Value] = {"draws": f"{DRAWS:,}", "seed": settings.seed, "numpy": settings.numpy_version}
        sentences.append(say("note.argued", **drawn))
    if results.has_loops:
        sentences.append(say("note.loops"))
        if any(card.strength is None for card in results.cards.values()):
            sentences.append(say("note.unstable"))
    if not sentences:
        return None
    perspective = records.find(Perspective, results.perspective)
    others = [whose_line(perspective)]
    if sources(records):
        others.append(text("method.grades"))
    return MethodPart(title, (*(str(sentence) for sentence in sentences), *others))


def whose_line(perspective: Perspective | None) -> str:
    """Whose numbers these are; None: the map's own."""
    return ended(text("method.perspective", name=perspective.name if perspective else text("numbers.own")))


def note_parts(
    records: Records, results: Results | None, leads: Sequence[str], parts: Sequence[Part], form: Preset
) -> tuple[MethodPart, ...]:
    """The note alone, without a heading, where a form prints numbers and has no part that says how they came about."""
    is_drawn = any(isinstance(part, MapPart) and part.sheets is not None for part in parts)
    has_numbers = bool(leads) or is_drawn or any(isinstance(part, _WITH_NUMBERS) for part in parts)
    if results is None or not has_numbers or any(isinstance(part, MethodPart) for part in parts):
        return ()
    # Short forms, posters, and forms whose part for the method somebody left out have a line of it.
    is_short = form.compact or form.map is MapForm.POSTER or SectionKind.METHOD in form.sections
    sentences = short_note(records, results) if is_short else method_note(records, results)
    return (MethodPart("", tuple(str(sentence) for sentence in sentences)),) if sentences else ()
