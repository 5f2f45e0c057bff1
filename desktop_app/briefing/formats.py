"""The formats a map can be exported in: one row each, from which menus, dialogs, command line and documents are made.

A new format is a row here and a maker. What a maker needs is imported when it runs: the Office libraries take long to
load, pictures need Qt, and text formats do without both.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Flag, auto
from typing import TYPE_CHECKING, Final

from desktop_app.wording.sentence import Sentence, say, text

if TYPE_CHECKING:
    # What sets a brief is a large part of all that the program imports; a row is read by every start.
    from desktop_app.briefing.exporting import ExportRequest

Cancelled = Callable[[], bool]
Progress = Callable[[float, str], None]


def never() -> bool:
    """The `cancelled` of an export that nobody can stop."""
    return False


def silent(share: float, step: str) -> None:
    """The `progress` of an export that nobody watches."""


class Extra(Flag):
    """What can be wished of an export besides its format."""

    NONE = 0
    ATTACH = auto()  # the workbook travels along
    PREVIOUS = auto()  # what changed since an earlier export is listed
    SCALE = auto()  # how many pixels a map unit has


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """An exported file before it is written.

    Attributes:
        content: its bytes.
        notices: what the person should know, one sentence each.
        standards: that the engine enforced, such as ("ua-1", "a-2a"); empty where there are none.
    """

    content: bytes
    notices: tuple[str, ...] = ()
    standards: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """A format.

    Attributes:
        id: a stable name.
        ending: of its files, with the dot.
        kind: what dialogs call such a file.
        use: what it is for, in the words of the documents.
        make: makes the file; asked many times whether it was cancelled, and tells how far it is.
        extras: what can be wished of it.
        needs_qt: whether it cannot be written where Qt is missing.
        carries_workbook: whether a workbook can be made from such a file again.
    """

    id: str
    ending: str
    kind: Sentence
    use: Sentence
    make: "Callable[[ExportRequest, Cancelled, Progress], ExportedFile]"
    extras: Extra = Extra.NONE
    needs_qt: bool = False
    carries_workbook: bool = False


def _pdf(request: "ExportRequest", cancelled: Cancelled, progress: Progress) -> ExportedFile:
    from desktop_app.briefing.pages.pdf import typeset_pdf  # noqa: PLC0415

    attachment = request.data() if request.options.attach else None
    return typeset_pdf(request.content(draw=True), attachment=attachment, cancelled=cancelled, progress=progress)


def _docx(request: "ExportRequest", _cancelled: Cancelled, _progress: Progress) -> ExportedFile:
    from desktop_app.briefing.office.docx import docx  # noqa: PLC0415
    from desktop_app.drawing.palette import print_palette  # noqa: PLC0415
    from desktop_app.drawing.png import png  # noqa: PLC0415

    content = request.content()
    drawing = png(request.numbered(), print_palette(), scale=2.0).data if content.has_map else None
    return ExportedFile(docx(content, drawing, request.options.previous))


def _pptx(request: "ExportRequest", _cancelled: Cancelled, _progress: Progress) -> ExportedFile:
    from desktop_app.briefing.office.pptx import pptx  # noqa: PLC0415

    return ExportedFile(pptx(request.content()))


def _html(request: "ExportRequest", _cancelled: Cancelled, _progress: Progress) -> ExportedFile:
    from desktop_app.briefing.text.html import html  # noqa: PLC0415
    from desktop_app.drawing.palette import print_palette  # noqa: PLC0415
    from desktop_app.drawing.svg import svg  # noqa: PLC0415

    content = request.content()
    drawing = svg(request.numbered(), print_palette()) if content.has_map else ""
    return ExportedFile(html(content, drawing).encode("utf-8", "replace"))


def _markdown(request: "ExportRequest", _cancelled: Cancelled, _progress: Progress) -> ExportedFile:
    from desktop_app.briefing.text.markdown import markdown  # noqa: PLC0415

    return ExportedFile(markdown(request.content()).encode("utf-8", "replace"))


def _svg(request: "ExportRequest", _cancelled: Cancelled, _progress: Progress) -> ExportedFile:
    from desktop_app.drawing.palette import palette  # noqa: PLC0415
    from desktop_app.drawing.svg import svg  # noqa: PLC0415

    made = svg(request.alone(), palette("light"), description=request.description())
    return ExportedFile(made.encode("utf-8", "replace"))


def _png(request: "ExportRequest", _cancelled: Cancelled, _progress: Progress) -> ExportedFile:
    from desktop_app.drawing.palette import palette  # noqa: PLC0415
    from desktop_app.drawing.png import LARGEST_SIDE_PX, png  # noqa: PLC0415

    scale = request.options.scale
    picture = png(request.alone(), palette("light"), scale=scale, description=request.description())
    if not picture.is_reduced:
        return ExportedFile(picture.data)
    sizes = {"width": picture.width_px, "height": picture.height_px, "most": LARGEST_SIDE_PX}
    return ExportedFile(picture.data, (text("notice.reduced", **sizes),))


def _csv(request: "ExportRequest", _cancelled: Cancelled, _progress: Progress) -> ExportedFile:
    from desktop_app.briefing.data.csv_and_json import csv_table  # noqa: PLC0415

    # Spreadsheets take a file for UTF-8 only when it begins with a mark.
    return ExportedFile(csv_table(request.content()).encode("utf-8-sig", "replace"))


def _json(request: "ExportRequest", _cancelled: Cancelled, _progress: Progress) -> ExportedFile:
    return ExportedFile(request.data())


PDF: Final = ExportFormat(
    "pdf", ".pdf", say("format.pdf"), say("format.pdf.use"), _pdf, Extra.ATTACH, needs_qt=True, carries_workbook=True
)
WORD: Final = ExportFormat(
    "docx", ".docx", say("format.docx"), say("format.docx.use"), _docx, Extra.PREVIOUS, needs_qt=True
)
SLIDES: Final = ExportFormat("pptx", ".pptx", say("format.pptx"), say("format.pptx.use"), _pptx)
WEB_PAGE: Final = ExportFormat("html", ".html", say("format.html"), say("format.html.use"), _html, needs_qt=True)
MARKDOWN: Final = ExportFormat("md", ".md", say("format.md"), say("format.md.use"), _markdown)
DRAWING: Final = ExportFormat("svg", ".svg", say("format.svg"), say("format.svg.use"), _svg, needs_qt=True)
PICTURE: Final = ExportFormat("png", ".png", say("format.png"), say("format.png.use"), _png, Extra.SCALE, needs_qt=True)
TABLE: Final = ExportFormat("csv", ".csv", say("format.csv"), say("format.csv.use"), _csv)
DATA: Final = ExportFormat("json", ".json", say("format.json"), say("format.json.use"), _json, carries_workbook=True)
FORMATS: Final = (PDF, WORD, SLIDES, WEB_PAGE, DRAWING, PICTURE, MARKDOWN, TABLE, DATA)
BY_ENDING: Final = {row.ending: row for row in FORMATS}
ENDINGS: Final = tuple(BY_ENDING)
CARRYING: Final = frozenset(row.ending for row in FORMATS if row.carries_workbook)


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """An entry of the menus: a format, and what is asked before it is written.

    Attributes:
        id: a stable name, that of its action, whose key says how menus name it.
        format: what is written.
        asks: what is wished besides, or asked for.
        keys: its shortcuts.
    """

    id: str
    format: ExportFormat
    asks: Extra = Extra.NONE
    keys: tuple[str, ...] = ()


CHOICES: Final = (
    ExportChoice("export_brief", PDF, keys=("Ctrl+Shift+E",)),
    ExportChoice("export_word", WORD),
    ExportChoice("export_whole", PDF, Extra.ATTACH),
    ExportChoice("export_changes", WORD, Extra.PREVIOUS),
    ExportChoice("export_slides", SLIDES),
    ExportChoice("export_html", WEB_PAGE),
    ExportChoice("export_markdown", MARKDOWN),
    ExportChoice("export_svg", DRAWING),
    ExportChoice("export_png", PICTURE, Extra.SCALE),
    ExportChoice("export_csv", TABLE),
    ExportChoice("export_json", DATA),
)
