"""The log of a workbook: what was done, and when."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LogEntry:
    """A line of the minutes: an ISO 8601 time in UTC, and what was done."""

    at: str
    label: str
