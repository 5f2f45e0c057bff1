"""Expected trouble. Whatever is not an `AppError` is a bug: it rolls back, is logged and shown as one."""

from typing import ClassVar

from typing_extensions import override


class AppError(Exception):
    """Trouble that a person can do something about.

    Args:
        sentence: what is wrong, one sentence, fit to be shown as it stands.
        remedy: what to do about it, one sentence; empty when there is nothing to do.

    Attributes:
        code: a short stable name for tests, logs and scripts; each subclass sets its default.
    """

    default_code: ClassVar[str] = "error"

    def __init__(self, sentence: str, remedy: str = "", *, code: str | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.remedy = remedy
        self.code = code or self.default_code

    @override
    def __str__(self) -> str:
        return f"{self.sentence} {self.remedy}".rstrip()
