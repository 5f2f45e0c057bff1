"""The log of a workbook: what was done, and when."""

from dataclasses import dataclass

from desktop_app.wording.sentence import Sentence


@dataclass(frozen=True, slots=True)
class LogEntry:
    """A line of the minutes: an ISO 8601 time in UTC, and the name of the step that was done."""

    at: str
    step: Sentence

    @property
    def label(self) -> str:
        """What was done, in words."""
        return str(self.step)
