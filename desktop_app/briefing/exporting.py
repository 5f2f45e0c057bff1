"""Exports a map by the ending of the file: the brief as PDF, Word, slides, HTML, text or data; the drawing alone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from desktop_app.base.errors import AppError
from desktop_app.briefing.content.clean import as_marking
from desktop_app.briefing.content.compose import compose
from desktop_app.briefing.content.method import method_part
from desktop_app.briefing.content.numbering import outline_numbers
from desktop_app.briefing.content.parts import BriefContent, MapPart
from desktop_app.briefing.content.room import Whose, read_whose
from desktop_app.briefing.content.words import words_in
from desktop_app.briefing.data.csv_and_json import brief_json, csv_table
from desktop_app.briefing.errors import ExportCancelledError
from desktop_app.briefing.pages.pdf import Cancelled, ExportReport, Progress, export_pdf, never, silent
from desktop_app.briefing.text.markdown import markdown
from desktop_app.briefing.writing import replace_file
from desktop_app.drawing.display import DisplayList, arranged, display_list, marked
from desktop_app.drawing.palette import palette, printed
from desktop_app.drawing.svg import svg
from desktop_app.model.ids import MapId
from desktop_app.model.log import LogEntry
from desktop_app.model.reads import Records, brief
from desktop_app.model.records import Brief, Map, Record
from desktop_app.model.tables import TABLES
from desktop_app.model.tree import places
from desktop_app.store.read_only import CHANGED
from desktop_app.weighing.results import Results
from desktop_app.wording.full_stops import ended

Made = tuple[bytes, tuple[str, ...]]


class UnknownEndingError(AppError):
    """The file's ending names no format that can be written."""

    default_code = "unknown-ending"


class OptionNotOfferedError(AppError):
    """What was asked for cannot be had in this format."""

    default_code = "option-not-offered"


@dataclass(frozen=True, slots=True)
class Wishes:
    """How an export is wanted, beyond its format.

    Attributes:
        preset: name of a form to be laid out anew; None takes the brief's own, as its author arranged it.
        attach: whether a PDF carries the whole workbook, so that it can be made from the PDF again.
        log: what was done, for minutes.
        previous: an earlier Word export; what changed since is then listed.
        scale: pixels a map unit, for PNG.
        is_changed_outside: whether the file's own sum does not confirm what is exported; the report then says so, and
            JSON too.
    """

    preset: str | None = None
    attach: bool = False
    log: Sequence[LogEntry] = ()
    previous: bytes | None = None
    scale: float = 2.0
    is_changed_outside: bool = False


@dataclass(frozen=True, slots=True)
class _Order:
    """Everything a format needs."""

    records: Records
    map_id: MapId
    results: Results
    wishes: Wishes
    whose: Whose

    def content(self, *, draw: bool = False) -> BriefContent:
        return compose(
            self.records, self.map_id, self.results, draw=draw, preset=self.wishes.preset, log=self.wishes.log
        )

    def everything(self) -> list[Record]:
        return [record for table in TABLES for record in self.records.all(table.record)]

    def numbered(self) -> DisplayList:
        """The map as it is drawn beside an outline."""
        placed = places(self.records, self.map_id)
        shown = self.whose.results if self._shows_numbers() else None
        return arranged(self.whose.records, self.map_id, placed, shown, numbers=outline_numbers(placed))

    def alone(self) -> DisplayList:
        """The map as a picture of its own, with the classification of its brief at head and foot."""
        drawn = display_list(self.whose.records, self.map_id, self.whose.results)
        found = brief(self.records, self.map_id)
        return drawn if found is None else marked(drawn, as_marking(found.classification))

    def _shows_numbers(self) -> bool:
        briefs = self.records.referring(Brief, "map", self.map_id)
        return not self.records.get(Map, self.map_id).numbers_hidden and all(item.numbers for item in briefs)


def export_map(
    records: Records,
    map_id: MapId,
    results: Results,
    path: Path,
    *,
    wishes: Wishes | None = None,
    cancelled: Cancelled = never,
    progress: Progress = silent,
) -> ExportReport:
    """Writes a map to a file, in the format its ending names. What was there stays whole until the new file is.

    Args:
        records: the workbook, or a snapshot of it when exporting beside other work.
        map_id: the map.
        results: what it adds up to.
        path: of the file.
        wishes: how it is wanted; None for the usual.
        cancelled: asked many times a second during long work; True stops it.
        progress: told a share 0…1 and what is being done.

    Raises:
        UnknownEndingError: no format has this ending.
        OptionNotOfferedError: the format cannot do what is wished.
        AppError: whatever stops the export; nothing was written then.
    """
    order = _Order(records, map_id, results, wishes or Wishes(), read_whose(records, map_id, results))
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        known = ", ".join(known.removeprefix(".") for known in ENDINGS)
        raise UnknownEndingError(f"{path.name} has no ending that can be exported.", f"Use one of: {known}.")
    _check_wishes(order.wishes, ending)
    if ending == ".pdf":
        content = order.content(draw=True)
        attachment = _json(order)[0] if order.wishes.attach else None
        written = export_pdf(content, path, attachment=attachment, cancelled=cancelled, progress=progress)
        return replace(written, notices=(*_warnings(order.wishes), *written.notices))
    progress(0.1, "Collecting")
    made, notices = _MAKERS[ending](order)
    if cancelled():
        raise ExportCancelledError("The export was stopped; nothing was written.")
    replace_file(path, made)
    progress(1.0, "Done")
    return ExportReport((), (*_warnings(order.wishes), *notices))


def _warnings(wishes: Wishes) -> tuple[str, ...]:
    return (str(CHANGED),) if wishes.is_changed_outside else ()


def _check_wishes(wishes: Wishes, ending: str) -> None:
    if wishes.attach and ending != ".pdf":
        raise OptionNotOfferedError("Only a PDF carries the workbook along.", "Export as PDF, or as JSON.")
    if wishes.previous is not None and ending != ".docx":
        raise OptionNotOfferedError("Only a Word export lists what changed.", "Export as docx.")


def _docx(order: _Order) -> Made:
    # Imported when needed: the Office libraries take long to load.
    from desktop_app.briefing.office.docx import docx  # noqa: PLC0415

    content = order.content()
    return docx(content, _map_picture(order) if _has_map(content) else None, order.wishes.previous), ()


def _map_picture(order: _Order) -> bytes:
    # Pictures need Qt, which the text formats do without.
    from desktop_app.drawing.png import png  # noqa: PLC0415

    return png(order.numbered(), printed(), scale=2.0).data


def _pptx(order: _Order) -> Made:
    from desktop_app.briefing.office.pptx import pptx  # noqa: PLC0415

    return pptx(order.content()), ()


def _html(order: _Order) -> Made:
    from desktop_app.briefing.text.html import html  # noqa: PLC0415

    content = order.content()
    drawing = svg(order.numbered(), printed()) if _has_map(content) else ""
    return html(content, drawing).encode("utf-8", "replace"), ()


def _has_map(content: BriefContent) -> bool:
    return any(isinstance(part, MapPart) for part in content.parts)


def _svg(order: _Order) -> Made:
    return svg(order.alone(), palette("light"), description=_description(order)).encode("utf-8", "replace"), ()


def _png(order: _Order) -> Made:
    from desktop_app.drawing.png import LARGEST_SIDE_PX, png  # noqa: PLC0415

    picture = png(order.alone(), palette("light"), scale=order.wishes.scale, description=_description(order))
    size = f"{picture.width_px} × {picture.height_px} pixels"
    reduced = f"The picture was reduced to {size}: no side may have more than {LARGEST_SIDE_PX}."
    return picture.data, (reduced,) if picture.is_reduced else ()


def _description(order: _Order) -> str:
    """By when a decision is needed, and how the numbers on the cards came about; not where the map hides them."""
    said: list[str] = []
    found = brief(order.records, order.map_id)
    if found is not None and found.decision_by:
        said.append(ended(f"{words_in(found.language)['decision_by']}: {found.decision_by}"))
    if not order.records.get(Map, order.map_id).numbers_hidden:
        note = method_part(order.whose.records, order.whose.results, "")
        said += order.whose.said_of(note).sentences if note is not None else ()
    return " ".join(said)


def _markdown(order: _Order) -> Made:
    return markdown(order.content()).encode("utf-8", "replace"), ()


def _csv(order: _Order) -> Made:
    # Spreadsheets take a file for UTF-8 only when it begins with a mark.
    return csv_table(order.content()).encode("utf-8-sig", "replace"), ()


def _json(order: _Order) -> Made:
    return brief_json(
        order.content(), order.whose.results, order.everything(), is_changed_outside=order.wishes.is_changed_outside
    ).encode(), ()


_MAKERS: Final[dict[str, Callable[[_Order], Made]]] = {
    ".docx": _docx,
    ".pptx": _pptx,
    ".html": _html,
    ".svg": _svg,
    ".png": _png,
    ".md": _markdown,
    ".csv": _csv,
    ".json": _json,
}
ENDINGS: Final = (".pdf", *_MAKERS)
