"""New workbooks as the window makes them: empty, from a template or from a text. Where they lie is asked elsewhere."""

from pathlib import Path

from desktop_app.edits import maps
from desktop_app.edits.pasting import new_map_from_plan
from desktop_app.model.plans import Plan
from desktop_app.session import Session


def empty_workbook(path: Path, author: str) -> Session:
    """A workbook with one empty map, named like its file.

    Raises:
        StoreError: there is a file of this name, or it cannot be written.
    """
    title = path.stem
    return Session.make(path, lambda document: maps.add_map(document, title), title=title, author=author)


def workbook_from_text(path: Path, title: str, plan: Plan, author: str) -> Session:
    """A workbook whose one map is what a text asked for; undo takes the text back.

    Raises:
        StoreError: there is a file of this name, or it cannot be written.
        RuleError: the text asks for what no map may hold.
    """
    return Session.make(
        path,
        lambda _: None,
        title=path.stem,
        author=author,
        then=lambda document: new_map_from_plan(document, title, plan),
    )
