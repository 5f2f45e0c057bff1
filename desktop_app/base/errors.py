"""Expected trouble. Whatever is not an `AppError` is a bug: it rolls back, is logged and shown as one."""

from typing import ClassVar

from typing_extensions import override

from desktop_app.wording.sentence import Sentence


class AppError(Exception):
    """Trouble that a person can do something about.

    Args:
        says: what is wrong, by its key and values.
        advises: what to do about it; None when there is nothing to do.

    Attributes:
        code: a short stable name for tests, logs and scripts; each subclass sets its default.
    """

    default_code: ClassVar[str] = "error"

    def __init__(self, says: Sentence, advises: Sentence | None = None, *, code: str | None = None) -> None:
        super().__init__(says, advises)
        self.says = says
        self.advises = advises
        self.code = code or self.default_code

    @property
    def sentence(self) -> str:
        """What is wrong: one sentence in the active language, fit to be shown as it stands."""
        return str(self.says)

    @property
    def remedy(self) -> str:
        """What to do about it, in one sentence; empty when there is nothing to do."""
        return "" if self.advises is None else str(self.advises)

    @override
    def __str__(self) -> str:
        return f"{self.sentence} {self.remedy}".rstrip()
