"""Expected trouble of the model."""

from desktop_app.base.errors import AppError


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
