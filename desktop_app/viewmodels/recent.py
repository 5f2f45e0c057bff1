"""Workbooks that a person opened before, the latest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

_MOST: Final = 12


@dataclass(frozen=True, slots=True)
class RecentWorkbook:
    """A workbook that was opened before, and when last."""

    path: Path
    opened: datetime


def opened_again(before: Sequence[RecentWorkbook], path: Path, moment: datetime) -> list[RecentWorkbook]:
    """The list after a workbook was opened: it stands first, and the oldest of many are no longer there."""
    return [RecentWorkbook(path, moment), *(workbook for workbook in before if workbook.path != path)][:_MOST]
