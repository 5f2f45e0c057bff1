"""Renders what stands around the map: settings, keys, finding, palette, sources, several cards, other looks."""

from collections.abc import Callable
from pathlib import Path

from desktop_app.edits import workbooks
from desktop_app.model import reads
from desktop_app.ui.shell.command_palette.palette import CommandPalette
from desktop_app.ui.shell.main_window import MainWindow

Shoot = Callable[[str], None]


def shoot_welcome(window: MainWindow, folder: Path, shoot: Shoot) -> None:
    """The first screen with workbooks that were open before, one of them gone."""
    for name in ("Carbon border levy", "Town hall 12 May", "Чи варто підтримати гарантії безпеки"):
        path = folder / f"{name}.steelyard"
        path.unlink(missing_ok=True)
        window.files.create_at(path)
        window.files.close()
    (folder / "Town hall 12 May.steelyard").unlink()
    window.show_welcome()
    shoot("welcome-recent")
    window.overlays.open_settings()
    shoot("settings")
    window.show_keys()
    shoot("keys")
    window.pages.leave()


def shoot_comfort(window: MainWindow, shoot: Shoot) -> None:
    """What stands around the map of the open example; the window is as it was when this ends."""
    workspace, page = window.workspace, window.work_page
    assert workspace is not None
    assert page is not None
    page.find_bar.open()
    page.find_bar.line.setText("treaty")
    page.find_bar.walk(1)
    shoot("find")
    page.find_bar.go_back()
    for typed in ("", "memo"):
        window.open_palette()
        palette = next(item for item in window.pages.findChildren(CommandPalette) if item.isVisible())
        palette.line.setText(typed)
        shoot(f"palette{'-typed' if typed else ''}")
        palette.leave()
    cited = next(card for card in workspace.places if reads.citations_of(workspace.document, card))
    workspace.select(cited)
    page.inspector.sources_field.rows()[0].open(is_open=True)
    shoot("source")
    several = list(workspace.places)[2:6]
    workspace.view.select(several[0], workspace.places[several[0]].argument, others=set(several))
    shoot("several")
    workspace.view.select(None)
    workspace.view.choose_perspective(reads.perspectives(workspace.document, workspace.map_id)[0].id)
    shoot("perspective")
    workspace.view.choose_perspective(None)


def shoot_looks(window: MainWindow, theme: str, shoot: Shoot) -> None:
    """The example in the other looks, from the right, and the tutorial."""
    for look in ("high-contrast", "projector"):
        window.themes.use(look)
        shoot(look)
    window.themes.use(theme)
    for language, name in (("ar", "from-the-right"), ("en", "")):
        workspace = window.workspace
        assert workspace is not None
        workbooks.set_language(workspace.document, language)
        window.files.close()
        window.files.open_example()
        if name:
            shoot(name)
            window.overlays.open_settings()
            shoot(f"{name}-settings")
            window.pages.leave()
    window.files.open_tutorial()
    shoot("tutorial")
