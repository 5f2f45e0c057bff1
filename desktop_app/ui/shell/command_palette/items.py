"""What the palette offers besides cards, each with what choosing it does. Read anew whenever the palette opens."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QAction, QKeySequence

from desktop_app import samples
from desktop_app.base.plain_text import one_line
from desktop_app.base.reaching import PATIENCE_S, is_gone, trouble_with
from desktop_app.drawing.faces import source_grade
from desktop_app.drawing.palette import Role
from desktop_app.model import reads
from desktop_app.model.ids import MapId, PerspectiveId
from desktop_app.model.records import Citation, Map, Source
from desktop_app.samples import Template
from desktop_app.ui.shell.actions.action import Action
from desktop_app.ui.shell.open_workbook import OpenWorkbook
from desktop_app.ui.shell.settings_page import Setting
from desktop_app.ui.widgets.result_list import ResultRow
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.viewmodels.moments import place_words
from desktop_app.viewmodels.number_owner import MY_NUMBERS
from desktop_app.viewmodels.recent import RecentWorkbook
from desktop_app.wording.sentence import text


# By what the settings file has kept of those that were chosen.
@dataclass(frozen=True, slots=True)
class PaletteItem:
    """One thing to choose.

    Attributes:
        key: names it between sessions.
        row: how it is shown.
        choose: what happens.
    """

    key: str
    row: ResultRow
    choose: Callable[[], object]


def action_items(
    rows: Sequence[Action], actions: Mapping[str, QAction], workbook: OpenWorkbook | None
) -> Iterator[PaletteItem]:
    """Every action of the table; what cannot be done now says why.

    Args:
        rows: of the table.
        actions: of the window, by the ids of the rows.
        workbook: the one that is worked on.
    """
    for row in rows:
        action = actions[row.id]
        keys = QKeySequence(row.keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if row.keys else ""
        possible = action.isEnabled()
        end = f"{row.menu.title}   {keys}".rstrip() if possible else row.why_not(workbook)
        title = action.text().replace("&&", "&").rstrip("…")
        shown = ResultRow(title, end, "→", Role.MUTED, is_possible=possible)
        yield PaletteItem(f"action:{row.id}", shown, action.trigger)


def workbook_items(workspace: Workspace | None) -> Iterator[PaletteItem]:
    """The maps of a workbook, and the perspectives of the one that is shown."""
    if workspace is None:
        return
    document, view = workspace.document, workspace.view
    for a_map in reads.maps(document):
        cards = len(reads.cards(document, a_map.id))
        row = ResultRow(
            one_line(a_map.title, 80) or text("map.no_title"), text("palette.map", count=cards), "■", Role.INK
        )
        yield PaletteItem(f"map:{a_map.id}", row, _showing(workspace, a_map))
    if view.map_id is not None:
        names = [(str(MY_NUMBERS), None), *((item.name, item.id) for item in reads.perspectives(document, view.map_id))]
        for name, perspective in names:
            row = ResultRow(one_line(name, 80), text("palette.perspective"), "◐", Role.OPTION)
            yield PaletteItem(f"perspective:{perspective}", row, _choosing(workspace, view.map_id, perspective))


def source_items(workspace: Workspace | None) -> Iterator[PaletteItem]:
    """The sources of a workbook; choosing one shows the first card that cites it."""
    if workspace is None:
        return
    for source in reads.sources(workspace.document):
        yield _source_item(workspace, source)


def beginning_items(
    recent: Sequence[RecentWorkbook], open_path: Callable[..., object], begin: Callable[[Template], object]
) -> Iterator[PaletteItem]:
    """Workbooks that were open before, and templates for new ones."""
    trouble = trouble_with((workbook.path for workbook in recent), PATIENCE_S)
    for workbook in recent:
        path = workbook.path
        there = not is_gone(trouble[path])
        end = place_words(path.parent) if there else text("palette.gone")
        row = ResultRow(
            text("palette.open", name=one_line(path.stem, 60)), one_line(end, 60), "▤", Role.MUTED, is_possible=there
        )
        yield PaletteItem(f"file:{path}", row, partial(open_path, path))
    for template in samples.templates():
        row = ResultRow(
            text("files.new_from_template", title=template.title), text("palette.template"), "＋", Role.MUTED
        )
        yield PaletteItem(f"template:{template.name}", row, partial(begin, template))


def setting_items(show: Callable[[Setting], object]) -> Iterator[PaletteItem]:
    """The settings; choosing one shows it."""
    for setting in Setting:
        row = ResultRow(setting.label, text("palette.setting"), "☰", Role.MUTED)
        yield PaletteItem(f"setting:{setting.value}", row, partial(show, setting))


def _source_item(workspace: Workspace, source: Source) -> PaletteItem:
    cited = workspace.document.referring(Citation, "source", source.id)
    grade = source_grade(source)
    end = text("palette.source", grade=grade).rstrip() if cited else text("palette.source.uncited")
    title = one_line(source.title or source.key, 80)
    row = ResultRow(title, end, "@", Role.EVIDENCE, is_possible=bool(cited))

    def show() -> None:
        first = next(iter(workspace.document.referring(Citation, "source", source.id)), None)
        if first is not None:
            workspace.show_card(first.card)

    return PaletteItem(f"source:{source.key}", row, show)


def _showing(workspace: Workspace, a_map: Map) -> Callable[[], object]:
    return lambda: workspace.view.show_map(a_map.id)


def _choosing(workspace: Workspace, map_id: MapId, perspective: PerspectiveId | None) -> Callable[[], object]:
    def choose() -> None:
        workspace.view.show_map(map_id)
        workspace.view.choose_perspective(perspective)

    return choose
