"""Why a workbook can be read but not written, each reason with its code, sentence and remedy."""

from dataclasses import dataclass
from typing import Final

from typing_extensions import override


@dataclass(frozen=True, slots=True)
class ReadOnlyReason:
    """Why a workbook cannot be written: a short stable code, and a sentence with its remedy."""

    code: str
    sentence: str
    remedy: str

    @override
    def __str__(self) -> str:
        return f"{self.sentence} {self.remedy}".rstrip()


ASKED: Final = ReadOnlyReason("asked", "This workbook was opened for reading only.", "Open it again to edit it.")
PLACE: Final = ReadOnlyReason(
    "place", "This workbook or its folder cannot be written.", "Save a copy elsewhere to edit it."
)
ELSEWHERE: Final = ReadOnlyReason(
    "open-elsewhere", "Another program has this workbook open.", "Close it there, or save a copy to edit here."
)
NO_LOCK: Final = ReadOnlyReason(
    "no-lock",
    "This program's own folder cannot be written, so a second program could not be kept out.",
    "Set XDG_STATE_HOME to a folder that can be written.",
)
OTHER_JOURNAL: Final = ReadOnlyReason(
    "other-journal", "Another program changed how this workbook is kept.", "Save a copy to edit it."
)
CHANGED: Final = ReadOnlyReason(
    "changed-outside",
    "Something outside this program changed this workbook, or it is damaged.",
    "Compare it with a backup; save a copy to accept it as it is.",
)
HISTORY: Final = ReadOnlyReason(
    "bad-history",
    "The undo history of this workbook is damaged.",
    "Save a copy without its history to go on.",
)
