"""Minutes from the log of a workbook: what was done when, undone steps and runs of one action drawn together."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from desktop_app.briefing.content.parts import TablePart
from desktop_app.briefing.content.words import Words
from desktop_app.model.log import LogEntry
from desktop_app.wording.sentence import text


def minutes_part(title: str, log: Sequence[LogEntry], words: Words) -> TablePart | None:
    """The log as a table; None where nothing was done."""
    rows = tuple(_rows(log))
    if not rows:
        return None
    return TablePart("minutes", title, (words["when"], words["what"]), rows, (False, False), (text("minutes.utc"),))


def _rows(log: Sequence[LogEntry]) -> Iterator[tuple[str, str]]:
    """One row for each run of the same action within a minute."""
    for (minute, label), run in groupby(log, key=lambda line: (line.at[:16].replace("T", " "), line.label)):
        count = sum(1 for _ in run)
        yield minute, label if count == 1 else f"{label} ({count}×)"
