"""Finds its way on the Criteria page by the words that stand there."""

from desktop_app.model import reads
from desktop_app.model.ids import CardId
from desktop_app.model.records import Criterion, Score
from desktop_app.ui.pages.criteria.cell import ScoreCell
from desktop_app.ui.pages.criteria.cell_panel import CellPanel
from desktop_app.ui.pages.criteria.criterion_panel import CriterionPanel
from desktop_app.ui.pages.criteria.grid import MatrixGrid
from desktop_app.ui.pages.criteria.page import CriteriaPage
from tests.ui.conftest import Hands


def page_of(hands: Hands) -> CriteriaPage:
    """The Criteria page."""
    return hands.page.criteria


def option_of(hands: Hands, text: str) -> CardId:
    """The option that says this."""
    return hands.card(text).id


def criterion_of(hands: Hands, name: str) -> Criterion:
    """The criterion of this name."""
    return next(item for item in hands.document.all(Criterion) if item.name == name)


def cell_of(hands: Hands, option: str, criterion: str) -> ScoreCell:
    """The cell where they meet."""
    return page_of(hands).cell(option_of(hands, option), criterion_of(hands, criterion).id)


def score_of(hands: Hands, option: str, criterion: str) -> Score | None:
    """What is recorded there."""
    return reads.score(hands.document, option_of(hands, option), criterion_of(hands, criterion).id)


def panel_of(hands: Hands) -> CellPanel:
    """The details of a cell that are open."""
    panel = page_of(hands).popover.panel
    assert isinstance(panel, CellPanel)
    return panel


def details_of(hands: Hands) -> CriterionPanel:
    """The details of a criterion that are open."""
    panel = page_of(hands).popover.panel
    assert isinstance(panel, CriterionPanel)
    return panel


def undo_words(hands: Hands) -> str:
    """What undo says it takes back."""
    return hands.window.actions_by_name["undo"].text()


def to_head(hands: Hands, name: str) -> None:
    """Gives the keyboard to the head of a criterion."""
    page_of(hands).table.heads[criterion_of(hands, name).id].setFocus()


def grid_of(hands: Hands) -> MatrixGrid:
    """The table that scrolls."""
    return page_of(hands).grid
