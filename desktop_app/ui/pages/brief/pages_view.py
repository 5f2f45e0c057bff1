"""The pages of the brief, one below the other on a ground: shown as pictures, fitted to the width, scrolled."""

from collections import OrderedDict
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from typing_extensions import override

from desktop_app.drawing.palette import Role
from desktop_app.ui.widgets import theme
from desktop_app.wording.sentence import text

if TYPE_CHECKING:
    # What sets a brief is fetched with the first preview, not with the window.
    from desktop_app.briefing.pages.preview import PagePicture, Preview

_INCH_PX: Final = 96
_A4_PX: Final = 794
_MARGIN_PX, _GAP_PX = 32, 24
_STEP: Final = 1.2
_LEAST_ZOOM, _MOST_ZOOM = 0.25, 4.0
_KEPT_PICTURES: Final = 8  # decoded pages; a page at 100 % takes 3.5 MB
_EDGE: Final = QColor(0, 0, 0, 40)


class PagesView(QAbstractScrollArea):
    """The pages.

    Signals:
        turned: another page is in the middle of the view, or there are more or fewer.
        fineness_changed: the pages should be drawn finer or coarser than they are.
        zoomed: by how much the pages are magnified; 1 is their size on paper.
    """

    turned = Signal()
    fineness_changed = Signal()
    zoomed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pages")
        self.setAccessibleName(text("brief.pages"))
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(240)
        # A bar that came and went would change the width to which pages are fitted.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._pages: tuple[PagePicture, ...] = ()
        self._preview: Preview | None = None
        self._drawn_at = 0.0  # pixels an inch of the pictures
        self._zoom: float | None = None  # None fits the width
        self._rects: list[QRect] = []
        self._pictures: OrderedDict[int, QPixmap] = OrderedDict()
        self._words = ""
        self._sought = ""
        self.verticalScrollBar().valueChanged.connect(lambda _: self.turned.emit())

    # --- what is shown -------------------------------------------------------------------------------

    def show_pages(self, preview: "Preview", pixels_per_inch: int) -> None:
        """Shows other pages; what was in view stays in view, and what was sought is scrolled to."""
        place, down = self._anchor()
        self._preview, self._pages = preview, preview.pages
        self._drawn_at = float(pixels_per_inch)
        self._pictures.clear()
        self._words = ""
        self._lay_out()
        if self._sought:
            self.seek(self._sought)
        elif place < len(self._rects):
            self.verticalScrollBar().setValue(round(self._rects[place].top() + down * self._rects[place].height()))
        self._tell()

    def show_words(self, words: str) -> None:
        """Shows a sentence instead of pages."""
        self._preview, self._pages, self._words = None, (), words
        self._pictures.clear()
        self._lay_out()
        self._tell()

    def seek(self, heading: str) -> None:
        """Brings the part with this heading into view, now or when it has been drawn; empty: the beginning."""
        self._sought = heading
        if self._preview is None:
            return
        place = next((item for item in self._preview.headings if item.words == heading), None) or next(
            (item for item in self._preview.headings if heading and item.words.startswith(heading)), None
        )
        if place is None or place.page >= len(self._rects):
            return
        self._sought = ""
        scale = self._scale_of(place.page)
        top = self._rects[place.page].top() + round(place.down_px * scale)
        seen = self.verticalScrollBar().value()
        if not seen + 10 <= top <= seen + self.viewport().height() * 2 // 3:
            self.verticalScrollBar().setValue(top - 60)

    def seek_beginning(self) -> None:
        """Brings the first page into view."""
        self._sought = ""
        self.verticalScrollBar().setValue(0)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    @property
    def current(self) -> int:
        """The page in the upper half of the view, from 0."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 3
        return next((n for n, rect in enumerate(self._rects) if rect.bottom() + _GAP_PX >= middle), self.count - 1)

    # --- size ----------------------------------------------------------------------------------------

    @property
    def fineness(self) -> int:
        """Pixels an inch that the pages should have for this screen and size."""
        return max(24, round(_INCH_PX * self.zoom * self.devicePixelRatioF()))

    @property
    def zoom(self) -> float:
        """How large A4 is shown; 1 is its size on paper."""
        if self._zoom is not None:
            return self._zoom
        return max(_LEAST_ZOOM, min(1.0, (self.viewport().width() - 2 * _MARGIN_PX) / _A4_PX))

    def zoom_by(self, steps: int) -> None:
        """Shows the pages larger or smaller."""
        self.zoom_to(self.zoom * _STEP**steps)

    def fit(self) -> None:
        """Shows the pages as wide as there is room."""
        self.zoom_to(None)

    def zoom_to(self, zoom: float | None) -> None:
        """Shows the pages at a size; None fits them to the width."""
        self._zoom = None if zoom is None else max(_LEAST_ZOOM, min(_MOST_ZOOM, zoom))
        self._resize()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._resize()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_Home:
            bar.setValue(0)
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    @override
    def scrollContentsBy(self, across: int, down: int) -> None:
        self.viewport().update()

    # --- painting ------------------------------------------------------------------------------------

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as painter:
            painter.fillRect(event.rect(), theme.colour(Role.TRACK))
            if self._words:
                painter.setPen(theme.colour(Role.MUTED))
                room = self.viewport().rect().adjusted(40, 40, -40, -40)
                painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self._words)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
            seen = event.rect().translated(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
            for number, rect in enumerate(self._rects):
                if rect.intersects(seen):
                    painter.fillRect(rect.adjusted(-1, -1, 1, 2), _EDGE)
                    painter.drawPixmap(QRectF(rect), self._picture(number), QRectF())
        if self.hasFocus():
            with QPainter(self.viewport()) as painter:
                painter.setPen(theme.colour(Role.FOCUS))
                painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))

    def _picture(self, number: int) -> QPixmap:
        """The decoded picture of a page; only the last few are kept."""
        pixmap = self._pictures.get(number)
        if pixmap is None:
            pixmap = QPixmap()
            pixmap.loadFromData(self._pages[number].png, "PNG")
            self._pictures[number] = pixmap
            while len(self._pictures) > _KEPT_PICTURES:
                self._pictures.popitem(last=False)
        else:
            self._pictures.move_to_end(number)
        return pixmap

    # --- inside --------------------------------------------------------------------------------------

    def _resize(self) -> None:
        place, down = self._anchor()
        self._lay_out()
        if place < len(self._rects):
            self.verticalScrollBar().setValue(round(self._rects[place].top() + down * self._rects[place].height()))
        self.zoomed.emit(self.zoom)
        self._tell()
        if self._pages and round(self._drawn_at) != self.fineness:
            self.fineness_changed.emit()

    def _anchor(self) -> tuple[int, float]:
        """Which page is at the top of the view, and how much of it is above."""
        top = self.verticalScrollBar().value()
        for number, rect in enumerate(self._rects):
            if rect.bottom() >= top:
                return number, (top - rect.top()) / rect.height()
        return 0, -1.0

    def _scale_of(self, number: int) -> float:
        """Pixels of the view for each of the picture."""
        return self._rects[number].width() / self._pages[number].width_px

    def _lay_out(self) -> None:
        width = self.viewport().width()
        scale = _INCH_PX * self.zoom / self._drawn_at if self._drawn_at else 1.0
        most = max(100, width - 2 * _MARGIN_PX) if self._zoom is None else None
        sizes = []
        for page in self._pages:
            shown = page.width_px * scale
            # Wide sheets are made to fit too.
            fitted = min(shown, most) if most is not None else shown
            sizes.append((round(fitted), round(page.height_px * fitted / page.width_px)))
        widest = max((size[0] for size in sizes), default=0) + 2 * _MARGIN_PX
        room = max(width, widest if most is None else 0)
        self._rects = []
        top = _GAP_PX
        for page_width, page_height in sizes:
            self._rects.append(QRect((room - page_width) // 2, top, page_width, page_height))
            top += page_height + _GAP_PX
        height = self.viewport().height()
        self.verticalScrollBar().setRange(0, max(0, top - height) if sizes else 0)
        self.verticalScrollBar().setPageStep(height)
        self.verticalScrollBar().setSingleStep(48)
        self.horizontalScrollBar().setRange(0, max(0, room - width))
        self.horizontalScrollBar().setPageStep(width)
        self.viewport().update()

    def _tell(self) -> None:
        words = text("brief.page", page=self.current + 1, count=self.count) if self.count else ""
        self.setAccessibleDescription(words)
        self.turned.emit()
