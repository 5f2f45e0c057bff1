"""What can go wrong while a brief is written."""

from desktop_app.base.errors import AppError


class ExportCancelledError(AppError):
    """The person stopped the export; nothing was written."""

    default_code = "export-cancelled"


class ExportRunningError(AppError):
    """Another export or print is not done yet."""

    default_code = "export-running"


class TypesettingError(AppError):
    """The PDF engine could not make the document."""

    default_code = "typesetting"


class ExportWriteError(AppError):
    """The exported file cannot be written where it should be; what was there is unchanged."""

    default_code = "export-write"
