"""Why a workbook can be read but not written, each reason with its code, sentence and remedy."""

from dataclasses import dataclass
from typing import Final

from typing_extensions import override

from desktop_app.wording.sentence import Sentence, say


@dataclass(frozen=True, slots=True)
class ReadOnlyReason:
    """Why a workbook cannot be written: a short stable code, and a sentence with its remedy."""

    code: str
    says: Sentence
    advises: Sentence

    @property
    def sentence(self) -> str:
        """What is so, in the active language."""
        return str(self.says)

    @property
    def remedy(self) -> str:
        """What to do about it, in the active language."""
        return str(self.advises)

    @override
    def __str__(self) -> str:
        return f"{self.sentence} {self.remedy}".rstrip()


ASKED: Final = ReadOnlyReason("asked", say("read_only.asked"), say("remedy.open_it_again_to_edit_it"))
PLACE: Final = ReadOnlyReason("place", say("read_only.place"), say("remedy.save_copy_elsewhere_to_edit_it"))
ELSEWHERE: Final = ReadOnlyReason("open-elsewhere", say("read_only.elsewhere"), say("remedy.close_elsewhere"))
NO_LOCK: Final = ReadOnlyReason(
    "no-lock",
    say("read_only.no_lock"),
    say("remedy.set_state_home"),
)
OTHER_JOURNAL: Final = ReadOnlyReason(
    "other-journal", say("read_only.other_journal"), say("remedy.save_copy_to_edit_it")
)
CHANGED: Final = ReadOnlyReason(
    "changed-outside",
    say("read_only.changed"),
    say("remedy.compare_with_backup"),
)
HISTORY: Final = ReadOnlyReason(
    "bad-history",
    say("read_only.history"),
    say("remedy.drop_history"),
)
