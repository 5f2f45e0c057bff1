"""Exports a map by the ending of the file: brief as PDF, Markdown, CSV, JSON; drawing as SVG, PNG."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from desktop_app.base.errors import AppError
from desktop_app.briefing.compose import compose
from desktop_app.briefing.errors import ExportCancelledError
from desktop_app.briefing.markdown import markdown
from desktop_app.briefing.method import method_part
from desktop_app.briefing.pdf import Cancelled, ExportReport, Progress, export_pdf, never, silent
from desktop_app.briefing.rows import brief_json, csv_table
from desktop_app.briefing.writing import replace_file
from desktop_app.drawing.display import display_list
from desktop_app.drawing.palette import palette
from desktop_app.drawing.png import LARGEST_SIDE_PX, png
from desktop_app.drawing.svg import svg
from desktop_app.model.ids import MapId
from desktop_app.model.reads import Records
from desktop_app.model.records import Map
from desktop_app.weighing.results import Results

Made = tuple[bytes, tuple[str, ...]]


class UnknownEndingError(AppError):
    """The file's ending names no format that can be written."""

    default_code = "unknown-ending"


def export_map(
    records: Records,
    map_id: MapId,
    results: Results,
    path: Path,
    *,
    cancelled: Cancelled = never,
    progress: Progress = silent,
) -> ExportReport:
    """Writes a map to a file, in the format its ending names. What was there stays whole until the new file is.

    Args:
        records: the workbook, or a snapshot of it when exporting beside other work.
        map_id: the map.
        results: what it adds up to.
        path: of the file.
        cancelled: asked many times a second during long work; True stops it.
        progress: told a share 0…1 and what is being done.

    Raises:
        UnknownEndingError: no format has this ending.
        AppError: whatever stops the export; nothing was written then.
    """
    ending = path.suffix.lower()
    if ending == ".pdf":
        return export_pdf(compose(records, map_id, results), path, cancelled=cancelled, progress=progress)
    make = _MAKERS.get(ending)
    if make is None:
        known = ", ".join(ending.removeprefix(".") for ending in ENDINGS)
        raise UnknownEndingError(f"{path.name} has no ending that can be exported.", f"Use one of: {known}.")
    progress(0.1, "Collecting")
    made, notices = make(records, map_id, results)
    if cancelled():
        raise ExportCancelledError("The export was stopped; nothing was written.")
    replace_file(path, made)
    progress(1.0, "Done")
    return ExportReport((), notices)


def _svg(records: Records, map_id: MapId, results: Results) -> Made:
    drawn = display_list(records, map_id, results)
    return svg(drawn, palette("light"), description=_method(records, map_id, results)).encode(), ()


def _png(records: Records, map_id: MapId, results: Results) -> Made:
    drawn = display_list(records, map_id, results)
    picture = png(drawn, palette("light"), description=_method(records, map_id, results))
    size = f"{picture.width_px} × {picture.height_px} pixels"
    reduced = f"The picture was reduced to {size}: no side may have more than {LARGEST_SIDE_PX}."
    return picture.data, (reduced,) if picture.is_reduced else ()


def _method(records: Records, map_id: MapId, results: Results) -> str:
    """How the numbers on the cards came about; nothing where the map hides them."""
    hidden = records.get(Map, map_id).numbers_hidden
    return "" if hidden else " ".join(method_part(records, results, "").sentences)


def _markdown(records: Records, map_id: MapId, results: Results) -> Made:
    return markdown(compose(records, map_id, results, draw=False)).encode("utf-8", "replace"), ()


def _csv(records: Records, map_id: MapId, results: Results) -> Made:
    # Spreadsheets take a file for UTF-8 only when it begins with a mark.
    return csv_table(compose(records, map_id, results, draw=False)).encode("utf-8-sig", "replace"), ()


def _json(records: Records, map_id: MapId, results: Results) -> Made:
    return brief_json(compose(records, map_id, results, draw=False), results).encode("utf-8", "replace"), ()


_MAKERS: Final[dict[str, Callable[[Records, MapId, Results], Made]]] = {
    ".svg": _svg,
    ".png": _png,
    ".md": _markdown,
    ".csv": _csv,
    ".json": _json,
}
ENDINGS: Final = (".pdf", *_MAKERS)
