"""Workbooks that a person opened before."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class RecentWorkbook:
    """A workbook that was opened before, and when last."""

    path: Path
    opened: datetime
