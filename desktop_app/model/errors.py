"""Expected trouble of the model."""

from collections.abc import Sequence
from typing import Self

from typing_extensions import override

from desktop_app.base.errors import AppError
from desktop_app.wording.sentence import Sentence


class RuleError(AppError):
    """An action, an import or a file would break a rule of the model."""

    default_code = "rule"


class RecordMissingError(AppError):
    """Something named by id is no longer there."""

    default_code = "missing-record"


class HistoryMismatchError(AppError):
    """A recorded step expects other records than there are."""

    default_code = "history-mismatch"


class OutsideTransactionError(RuntimeError):
    """A record was written outside a transaction: a bug of the caller."""


class WrongThreadError(RuntimeError):
    """A document was changed by a thread that does not own it: a bug of the caller, which should `post` its edit."""


class ChangeNotFollowedError(ExceptionGroup[Exception]):
    """An action is carried out and on disk, but some of those who follow the document failed: bugs of theirs.

    Args:
        step: its name ("Add pro").
        failures: what they raised.
    """

    def __new__(cls, step: Sentence, failures: Sequence[Exception]) -> Self:
        """Names the step in its message."""
        return super().__new__(cls, f'"{step}" is saved, but could not be followed', failures)

    @override
    def derive(self, excs: Sequence[Exception], /) -> "ExceptionGroup[Exception]":  # type: ignore[override]
        return ExceptionGroup(self.message, excs)
