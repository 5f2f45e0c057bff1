"""Exports a map by the ending of the file, in any of the formats of `formats`."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.base.errors import AppError
from desktop_app.briefing.content.clean import as_marking
from desktop_app.briefing.content.compose import compose
from desktop_app.briefing.content.method import method_part
from desktop_app.briefing.content.numbering import outline_numbers
from desktop_app.briefing.content.parts import BriefContent
from desktop_app.briefing.content.room import BriefNumbers, read_whose
from desktop_app.briefing.content.words import words_in
from desktop_app.briefing.data.csv_and_json import brief_json
from desktop_app.briefing.errors import ExportCancelledError
from desktop_app.briefing.formats import BY_ENDING, ENDINGS, Cancelled, ExportFormat, Extra, Progress, never, silent
from desktop_app.briefing.put_in_place import replace_file
from desktop_app.drawing.display import DisplayList, arranged, display_list, marked
from desktop_app.model.ids import MapId
from desktop_app.model.log import LogEntry
from desktop_app.model.reads import Records, brief
from desktop_app.model.records import Brief, Map
from desktop_app.model.tables import TABLES
from desktop_app.model.tree import places
from desktop_app.store.read_only import CHANGED
from desktop_app.weighing.results import Results
from desktop_app.wording.full_stops import ended
from desktop_app.wording.sentence import say, text

_LOG = logging.getLogger(__name__)


class UnknownEndingError(AppError):
    """The file's ending names no format that can be written."""

    default_code = "unknown-ending"


class OptionNotOfferedError(AppError):
    """What was asked for cannot be had in this format."""

    default_code = "option-not-offered"


@dataclass(frozen=True, slots=True)
class ExportOptions:
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
class ExportReport:
    """What was written.

    Attributes:
        standards: that the engine enforced, such as ("ua-1", "a-2a"); empty: a plain file.
        notices: what the person should know, one sentence each.
    """

    standards: tuple[str, ...]
    notices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """Everything a format needs."""

    records: Records
    map_id: MapId
    results: Results
    options: ExportOptions
    whose: BriefNumbers

    def content(self, *, draw: bool = False) -> BriefContent:
        """The brief as content; with its map drawn where that is asked."""
        return compose(
            self.records, self.map_id, self.results, draw=draw, preset=self.options.preset, log=self.options.log
        )

    def description(self) -> str:
        """By when a decision is needed, and how the numbers on the cards came about; not where the map hides them."""
        sentences: list[str] = []
        brief_record = brief(self.records, self.map_id)
        if brief_record is not None and brief_record.decision_by:
            sentences.append(ended(f"{words_in(brief_record.language)['decision_by']}: {brief_record.decision_by}"))
        if not self.records.get(Map, self.map_id).numbers_hidden:
            note = method_part(self.whose.records, self.whose.results, "")
            sentences += self.whose.attributed_method(note).sentences if note is not None else ()
        return " ".join(sentences)

    def data(self) -> bytes:
        """Everything as JSON: the brief, its numbers and every record."""
        is_changed = self.options.is_changed_outside
        everything = [record for table in TABLES for record in self.records.all(table.record)]
        made = brief_json(self.content(), self.whose.results, everything, is_changed_outside=is_changed)
        return made.encode()

    def numbered(self) -> DisplayList:
        """The map as it is drawn beside an outline."""
        placed = places(self.records, self.map_id)
        shown = self.whose.results if self._shows_numbers() else None
        return arranged(self.whose.records, self.map_id, placed, shown, numbers=outline_numbers(placed))

    def alone(self) -> DisplayList:
        """The map as a picture of its own, with the classification of its brief at head and foot."""
        drawn = display_list(self.whose.records, self.map_id, self.whose.results)
        brief_record = brief(self.records, self.map_id)
        return drawn if brief_record is None else marked(drawn, as_marking(brief_record.classification))

    def _shows_numbers(self) -> bool:
        briefs = self.records.referring(Brief, "map", self.map_id)
        return not self.records.get(Map, self.map_id).numbers_hidden and all(item.numbers for item in briefs)


def export_map(
    records: Records,
    map_id: MapId,
    results: Results,
    path: Path,
    *,
    options: ExportOptions | None = None,
    cancelled: Cancelled = never,
    progress: Progress = silent,
) -> ExportReport:
    """Writes a map to a file, in the format its ending names. What was there stays whole until the new file is.

    Args:
        records: the workbook, or a snapshot of it when exporting beside other work.
        map_id: the map.
        results: what it adds up to.
        path: of the file.
        options: how it is wanted; None for the usual.
        cancelled: asked many times a second during long work; True stops it.
        progress: told a share 0…1 and what is being done.

    Raises:
        UnknownEndingError: no format has this ending.
        OptionNotOfferedError: the format cannot do what is asked.
        AppError: whatever stops the export; nothing was written then.
    """
    request = ExportRequest(records, map_id, results, options or ExportOptions(), read_whose(records, map_id, results))
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        known = ", ".join(known.removeprefix(".") for known in ENDINGS)
        raise UnknownEndingError(
            say("error.export.unknown_ending", name=path.name), say("remedy.use_one_of", known=known)
        )
    _check_options(request.options, ending)
    _LOG.info("exporting %s: map %d", ending, map_id)
    try:
        report = _export(request, path, BY_ENDING[ending], cancelled, progress)
    except ExportCancelledError:
        _LOG.info("export of %s was cancelled", ending)
        raise
    except AppError as error:
        _LOG.warning("export of %s failed: %s", ending, error.code)
        raise
    _LOG.info("exported %s: %d notices", ending, len(report.notices))
    return report


def _export(
    request: ExportRequest, path: Path, row: ExportFormat, cancelled: Cancelled, progress: Progress
) -> ExportReport:
    progress(0.0, text("progress.collecting"))
    made = row.make(request, cancelled, progress)
    if cancelled():
        raise ExportCancelledError(say("error.export.cancelled"))
    progress(0.95, text("progress.writing"))
    replace_file(path, made.content)
    progress(1.0, text("progress.done"))
    return ExportReport(made.standards, (*_warnings(request.options), *made.notices))


def _warnings(options: ExportOptions) -> tuple[str, ...]:
    return (str(CHANGED),) if options.is_changed_outside else ()


def _check_options(options: ExportOptions, ending: str) -> None:
    extras = BY_ENDING[ending].extras
    if options.attach and not extras & Extra.ATTACH:
        raise OptionNotOfferedError(say("error.export.attach_needs_pdf"), say("remedy.export_as_pdf_or_as_json"))
    if options.previous is not None and not extras & Extra.PREVIOUS:
        raise OptionNotOfferedError(say("error.export.since_needs_docx"), say("remedy.export_as_docx"))
