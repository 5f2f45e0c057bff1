"""The templates as cards: on the welcome screen, and on a page of their own while a workbook is open."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from desktop_app import samples
from desktop_app.ui.widgets.buttons import CardButton
from desktop_app.ui.widgets.columns import ColumnPage
from desktop_app.ui.widgets.text import PlainLabel
from desktop_app.ui.widgets.theme import SPACE_WIDE
from desktop_app.wording.sentence import text

_WIDTH_PX, _TOP_PX = 1080, 56


class TemplateCards(QWidget):
    """One card for each template.

    Signals:
        chosen: the `Template` to begin with.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE_WIDE)
        self.cards: list[CardButton] = []
        for template in samples.templates():
            card = CardButton(template.title, template.summary)
            card.setAccessibleName(text("templates.new", name=template.title))
            card.clicked.connect(lambda _checked, template=template: self.chosen.emit(template))
            line.addWidget(card, 1)
            self.cards.append(card)


class TemplatesPage(ColumnPage):
    """The templates, over the open workbook.

    Signals:
        chosen: the `Template` to begin with.
        left: the person thinks otherwise.
    """

    chosen = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_WIDTH_PX, _TOP_PX, parent)
        self.cards = TemplateCards()
        self.cards.chosen.connect(self.chosen)
        cancel = QPushButton(text("paste.cancel"))
        cancel.clicked.connect(self.left)
        head = QHBoxLayout()
        head.addWidget(PlainLabel(text("templates.title"), "pageTitle"))
        head.addStretch()
        head.addWidget(cancel)
        self.column.addLayout(head)
        self.column.addWidget(self.cards)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
