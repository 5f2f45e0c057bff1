"""The list of workbooks that a person opened before."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from desktop_app.viewmodels.recent import RecentWorkbook, opened_again

NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)


def test_what_was_opened_last_stands_first_and_once_and_twelve_are_kept() -> None:
    recent: list[RecentWorkbook] = []
    for number in range(14):
        recent = opened_again(recent, Path(str(number)), NOON + timedelta(hours=number))
    recent = opened_again(recent, Path("7"), NOON + timedelta(days=1))
    assert [workbook.path.name for workbook in recent] == [
        "7",
        "13",
        "12",
        "11",
        "10",
        "9",
        "8",
        "6",
        "5",
        "4",
        "3",
        "2",
    ]
    assert recent[0].opened == NOON + timedelta(days=1)
