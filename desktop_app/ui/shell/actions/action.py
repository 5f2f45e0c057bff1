"""What an action is: what it is called, where it stands, what it does and when it can be done."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop_app.ui.shell.actions.context import ActionContext
from desktop_app.ui.shell.actions.context_menu import Under
from desktop_app.ui.shell.actions.menu_tree import Menu, Scope
from desktop_app.ui.shell.open_workbook import OpenWorkbook
from desktop_app.wording.sentence import Sentence, text


@dataclass(frozen=True, slots=True)
class Condition:
    """When something can be done.

    Attributes:
        holds: whether it can be done on an open workbook now.
        reason: what is said where it cannot: what to do first, or why.
    """

    holds: Callable[[OpenWorkbook], bool]
    reason: Sentence


@dataclass(frozen=True, slots=True)
class Action:
    """One action.

    Attributes:
        id: a stable name; how menus name it stands under "action." and this name.
        menu: where it stands; entries keep the order of the table.
        run: does it; the workbook is open where `when` asks for one.
        keys: its shortcuts, the first is shown.
        when: under which condition it can be done; None: always, also without a workbook.
        writes: whether it changes the workbook.
        scope: where its keys act.
        under: in which context menus it stands.
        starts_group: a line stands above it.
    """

    id: str
    menu: Menu
    run: Callable[[ActionContext], object]
    keys: tuple[str, ...] = ()
    when: Condition | None = None
    writes: bool = False
    scope: Scope = Scope.WINDOW
    under: Under = Under.NOTHING
    starts_group: bool = False

    @property
    def text(self) -> str:
        """How menus name it."""
        return text(f"action.{self.id}")

    def is_possible(self, workbook: OpenWorkbook | None) -> bool:
        """Whether it can be done now; None: no workbook is worked on."""
        if self.when is None and not self.writes:
            return True
        if workbook is None or (self.writes and workbook.is_read_only):
            return False
        return self.when is None or self.when.holds(workbook)

    def why_not(self, workbook: OpenWorkbook | None) -> str:
        """Why it cannot be done now; to be asked only where it cannot."""
        if workbook is None:
            return text("reason.no_workbook")
        if self.writes and workbook.is_read_only:
            return text("reason.read_only")
        return str(self.when.reason) if self.when is not None else ""
