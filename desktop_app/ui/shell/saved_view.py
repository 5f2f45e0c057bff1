"""The view on a workbook as it is kept between sessions: map, page, selection, section, balanced card, folding, zoom.

Never in the file. What was kept may be old, or another's: each part that does not fit is left out.
"""

from collections.abc import Mapping

from desktop_app.model.ids import CardId, MapId, PerspectiveId, SectionId
from desktop_app.model.records import Card, Map, Perspective, Premise, SectionKind, Stance
from desktop_app.ui.pages.map.canvas.visible_area import MOST_ZOOM, STEP, VisibleArea
from desktop_app.ui.shell.work_page import Ordinary, WorkPage
from desktop_app.ui.workspace.view import Page
from desktop_app.ui.workspace.workspace import Workspace

_LEAST_ZOOM = STEP**-32
_FARTHEST = 10_000_000
_WIDEST = 100_000


def view_to_keep(workspace: Workspace, page: WorkPage) -> dict[str, object]:
    """What is to be kept of a view, as JSON takes it."""
    view = workspace.view
    window = page.ordinary_window if page.is_for_room else page.canvas.viewport.window
    return {
        "map": view.map_id,
        "page": view.page.value,
        "selected": view.selected,
        "link": view.link,
        "others": sorted(view.others),
        "stance": view.last_stance.value,
        "section": [view.section[0].value, view.section[1]] if view.section is not None else None,
        "balance": page.balance.subject if view.page is Page.BALANCE else None,
        "perspective": view.perspective,
        "folded": sorted(view.folded),
        "focus": view.focus,
        "window": [window.left, window.top, window.zoom] if window is not None else None,
        "splitter": page.widths,
    }


def show_as_kept(workspace: Workspace, page: WorkPage, kept: object) -> None:
    """Shows a workbook as it was left, as far as that is known and still fits."""
    if not isinstance(kept, Mapping):
        return
    document, view = workspace.document, workspace.view
    map_id = _whole(kept.get("map"))
    if document.find(Map, map_id) is not None and map_id is not None:
        view.show_map(MapId(map_id))
    folded = kept.get("folded")
    if isinstance(folded, list):
        view.fold_only({CardId(card) for card in folded if document.find(Card, _whole(card)) is not None})
    focus = _whole(kept.get("focus"))
    if focus is not None and workspace.place_of(CardId(focus)) is not None:
        view.focus_on(CardId(focus))
    page.canvas.finish_animation()
    _show_perspective(workspace, _whole(kept.get("perspective")))
    if map_id is not None and map_id == view.map_id:
        _select(workspace, _whole(kept.get("selected")), _whole(kept.get("link")), kept.get("others"))
        # Only now: a canvas brings in what is selected, and one under another page has no size yet.
        _show_window(page, kept.get("window"))
    sizes = kept.get("splitter")
    if isinstance(sizes, list) and len(sizes) == page.splitter.count():
        widths = [width for size in sizes if (width := _whole(size)) is not None and 0 <= width < _WIDEST]
        if len(widths) == len(sizes) and any(widths):
            page.show_widths(widths)
    named = kept.get("page")
    # Pages were once kept by the English of their tab: "Map".
    if isinstance(named, str) and named.lower() in {item.value for item in Page}:
        view.show_page(Page(named.lower()))
    _show_section(workspace, kept.get("section"))
    view.last_stance = next((item for item in Stance if item.value == kept.get("stance")), view.last_stance)
    subject = _whole(kept.get("balance"))
    if view.page is Page.BALANCE and subject not in (None, page.balance.subject):
        page.balance.show_subject(CardId(subject))
    if page.is_for_room:
        page.canvas.viewport.first_look(view.selected)


def _show_perspective(workspace: Workspace, perspective: int | None) -> None:
    record = workspace.document.find(Perspective, perspective)
    if record is not None and record.map == workspace.view.map_id:
        workspace.view.choose_perspective(PerspectiveId(record.id))


def _select(workspace: Workspace, card: int | None, link: int | None, others: object) -> None:
    """Selects a card by the link it was selected by, where it still serves there, and what was selected with it."""
    place = workspace.place_of(CardId(card)) if card is not None else None
    if place is not None:
        premises = workspace.document.referring(Premise, "card", place.card)
        serves = next((item.argument for item in premises if item.argument == link), place.argument)
        known = others if isinstance(others, list) else []
        placed = {CardId(item) for item in known if _whole(item) in workspace.places}
        workspace.view.select(place.card, serves, others=placed)


def _show_section(workspace: Workspace, section: object) -> None:
    if isinstance(section, list) and len(section) == 2:
        kind, section_id = next((item for item in SectionKind if item.value == section[0]), None), _whole(section[1])
        if kind is not None and section_id is not None:
            workspace.view.choose_section((kind, SectionId(section_id)))


def _show_window(page: WorkPage, window: object) -> None:
    if not isinstance(window, list) or len(window) != 3:
        return
    left, top, zoom = window
    is_near = all(_whole(value) is not None and abs(value) < _FARTHEST for value in (left, top))
    if is_near and isinstance(zoom, float | int) and _LEAST_ZOOM * 0.99 <= zoom <= MOST_ZOOM * 1.01:
        kept = VisibleArea(left, top, float(zoom))
        if page.is_for_room:
            view = page.workspace.view
            page.ordinary = Ordinary(view.map_id, view.focus, kept)
        else:
            page.canvas.show_at(kept)


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None
