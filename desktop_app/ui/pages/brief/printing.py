"""The brief on a printer of the system: its pages as pictures, each sheet as the page is."""

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from desktop_app.base.errors import AppError
from desktop_app.model.records import Paper
from desktop_app.ui.pages.brief.preview_job import DrawnBrief
from desktop_app.wording.sentence import say

# Letters are sharp at this; a page of A4 takes 35 MB while it is printed.
_FINENESS: Final = 300
_SIZES: Final = {
    Paper.A4: QPageSize.PageSizeId.A4,
    Paper.LETTER: QPageSize.PageSizeId.Letter,
    Paper.A3: QPageSize.PageSizeId.A3,
}


class PrintingError(AppError):
    """A printer takes no pages."""

    default_code = "printing"


def ask_printer(parent: QWidget) -> QPrinter | None:
    """Asks by the system's dialog on what to print; None when the person thinks otherwise."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


def fineness_for(printer: QPrinter) -> int:
    """Pixels an inch the pages should have on a printer."""
    return min(_FINENESS, printer.resolution())


def print_pages(brief: DrawnBrief, printer: QPrinter) -> int:
    """Prints the pages that were asked for, each upright or across as it is, as large as on paper.

    Returns:
        How many pages were printed.

    Raises:
        PrintingError: the printer does not take them.
    """
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(_SIZES[brief.paper]))
    pages = brief.preview.pages
    chosen = pages[(printer.fromPage() or 1) - 1 : printer.toPage() or len(pages)]
    painter = QPainter()
    for number, page in enumerate(chosen):
        is_wide = page.width_px > page.height_px
        printer.setPageOrientation(QPageLayout.Orientation.Landscape if is_wide else QPageLayout.Orientation.Portrait)
        began = painter.begin(printer) if number == 0 else printer.newPage()
        if not began:
            if painter.isActive():
                painter.end()
            raise PrintingError(say("error.print.no_pages"), say("remedy.print_to_pdf"))
        sheet = printer.paperRect(QPrinter.Unit.DevicePixel)
        painter.drawImage(QRectF(0, 0, sheet.width(), sheet.height()), QImage.fromData(page.png))
    painter.end()
    return len(chosen)
