"""New workbooks as the window makes them: empty, from a text or from an export. Where they lie is asked elsewhere."""

import logging
from pathlib import Path
from typing import Final

from desktop_app.base.plain_text import one_line
from desktop_app.base.reaching import NotReachableError, trouble_with
from desktop_app.base.text_file import read_file
from desktop_app.edits import maps
from desktop_app.edits.pasting import new_map_from_plan
from desktop_app.model.plans import Plan
from desktop_app.session import Session
from desktop_app.store.interchange import workbook_from_json
from desktop_app.wording.sentence import say

_LOG = logging.getLogger(__name__)
# So long, in seconds, the window waits for a drive that may be dead.
_PATIENCE_S: Final = 2.0


def empty_workbook(path: Path, author: str) -> Session:
    """A workbook with one empty map, named like its file.

    Raises:
        StoreError: there is a file of this name, or it cannot be written.
    """
    title = path.stem
    return Session.make(path, lambda document: maps.add_map(document, title), title=title, author=author)


def workbook_left_open(path: Path) -> Session:
    """The workbook that was open when the program ended, where it can be reached.

    Raises:
        NotReachableError: it is not there, or its drive says nothing.
        AppError: it cannot be opened.
    """
    trouble = trouble_with([path], _PATIENCE_S)[path]
    if trouble is not None:
        why = trouble.strerror or str(trouble)
        sentence = say("error.store.not_reachable", name=one_line(path.name, 60), reason=why)
        raise NotReachableError(sentence, say("remedy.open_from_where_it_is"))
    return Session.open(path)


def workbook_from_export(path: Path, export: Path) -> Session:
    """The workbook that an export carries: a brief as JSON, or as PDF with its workbook inside.

    Raises:
        AppError: the export cannot be read or carries none; there is a file of this name, or it cannot be written.
    """
    content = read_file(export)
    _LOG.info("importing a workbook from %d bytes", len(content))
    if export.suffix.lower() == ".pdf":
        # What reads a PDF is fetched with the first one.
        from desktop_app.briefing.data.attachment import attached_workbook  # noqa: PLC0415

        text = attached_workbook(content, export.name)
    else:
        text = content.decode("utf-8", "replace")
    return Session.create_from(path, workbook_from_json(text, export.name))


def workbook_from_text(path: Path, title: str, plan: Plan, author: str) -> Session:
    """A workbook whose one map is what a text asked for; that is its beginning, which undo never takes away.

    Raises:
        StoreError: there is a file of this name, or it cannot be written.
        RuleError: the text asks for what no map may hold.
    """
    _LOG.info("importing a text: %d cards, %d notices", len(plan.cards), len(plan.notices))
    return Session.make(
        path,
        lambda document: new_map_from_plan(document, title, plan),
        title=path.stem,
        author=author,
    )
