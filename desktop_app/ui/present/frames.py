"""Sets a step on a screen: as large as the back row needs and the screen has room for, the newest item in sight.

Sizes follow two published rules for projected text (letters 1/150 of the viewing distance as the aim, 1/50 of the
screen's height at eight screen heights as the least), with x-heights of half an em.
"""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QTextOption

from desktop_app.drawing.palette import Palette, Role
from desktop_app.ui import theme
from desktop_app.ui.present.steps import Item, Row, Step, StepKind
from desktop_app.ui.widgets.text import visible

_TRIES: Final = 8
_MARGIN: Final = 0.04  # of the screen's width
_TITLE: Final = 1.25  # sizes in relation to the text
_QUESTION: Final = 1.6
_QUESTION_SHARE: Final = 0.9  # of the screen's height, at most
_KICKER: Final = 0.55
_ANSWER: Final = 0.82
_LABEL: Final = 0.58
_ROW: Final = 1.8
_INDENT: Final = 0.9  # of the text's size, for each depth


@dataclass(frozen=True, slots=True)
class Legibility:
    """The sizes of type a room needs, in pixels of a screen."""

    least_px: float
    aim_px: float


def legibility(height_px: float, back_row: float) -> Legibility:
    """What a back row needs that sits `back_row` screen heights away."""
    return Legibility(2 * height_px * back_row / (8 * 50), 2 * height_px * back_row / 150)


@dataclass(frozen=True, slots=True)
class _Set:
    """An item with its place, or None for what no longer has room."""

    item: Item
    area: QRectF


def paint_step(
    painter: QPainter, step: Step, area: QRectF, palette: Palette, need: Legibility, *, numbers: bool
) -> float:
    """Paints a step into a screen.

    Args:
        painter: of the screen.
        step: what to show.
        area: the screen.
        palette: the colours.
        need: the sizes the room needs.
        numbers: whether numbers are revealed.

    Returns:
        The size of its running text in pixels, for the presenter to compare with what the room needs.
    """
    painter.fillRect(area, QColor(palette[Role.PAPER]))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    margin = area.width() * _MARGIN
    inside = area.adjusted(margin, margin, -margin, -margin)
    # Half way to the least size the oldest items give way instead: a room reads one thing at a time.
    smallest = (need.aim_px + need.least_px) / 2 if step.kind is StepKind.POINTS else need.least_px
    sizes = [need.aim_px + (smallest - need.aim_px) * number / (_TRIES - 1) for number in range(_TRIES)]
    size = next(
        (
            px
            for px in sizes
            if _question_fits(step, inside, px)
            and _fits(step, _heading(painter, step, inside, palette, px, paints=False), px, numbers=numbers)
        ),
        sizes[-1],
    )
    body = _heading(painter, step, inside, palette, size, paints=True)
    if step.kind is StepKind.POINTS:
        _paint_sides(painter, step, body, palette, size, numbers=numbers)
    elif step.kind is StepKind.OPTIONS:
        _paint_items(painter, step.items, body, palette, size, newest=None, numbers=numbers)
    elif step.kind in {StepKind.MATRIX, StepKind.RESULT}:
        _paint_rows(painter, step, body, palette, size, numbers=numbers)
    if numbers and step.said:
        _text(
            painter,
            visible(step.said),
            QRectF(inside.left(), inside.bottom() - size, inside.width(), size),
            palette[Role.MUTED],
            size * _KICKER,
        )
    return size


def _heading(painter: QPainter, step: Step, inside: QRectF, palette: Palette, size: float, *, paints: bool) -> QRectF:
    """Sets kicker and title; returns what is left beneath them."""
    y = inside.top()
    parts = [(step.kicker, size * _KICKER, Role.MUTED, False)]
    title = f"{step.letter}   {step.title}" if step.letter else step.title
    is_question = step.kind is StepKind.QUESTION
    parts.append((title, size * (_QUESTION if is_question else _TITLE), Role.INK, True))
    for text, px, role, bold in parts:
        if not text:
            continue
        height = min(
            _height(text, inside.width(), px, bold=bold), inside.height() * (_QUESTION_SHARE if is_question else 0.34)
        )
        if paints:
            _text(
                painter, visible(text), QRectF(inside.left(), y, inside.width(), height), palette[role], px, bold=bold
            )
        y += height + px * 0.25
    return QRectF(inside.left(), y + size * 0.3, inside.width(), max(0.0, inside.bottom() - y - size * 1.4))


def _question_fits(step: Step, inside: QRectF, size: float) -> bool:
    """Whether a question that stands alone has room for all its words."""
    height = _height(step.title, inside.width(), size * _QUESTION, bold=True)
    return step.kind is not StepKind.QUESTION or height <= inside.height() * _QUESTION_SHARE


def _fits(step: Step, body: QRectF, size: float, *, numbers: bool) -> bool:
    if step.kind is StepKind.POINTS:
        width = _column(body).width()
        return all(
            _stack(items, width, size, numbers=numbers) <= body.height() - size for items in (step.pros, step.cons)
        )
    if step.kind is StepKind.OPTIONS:
        return _stack(step.items, body.width(), size, numbers=numbers) <= body.height()
    heights = sum(_row_height(row, step, body.width(), size) for row in step.rows)
    return heights + (size * _ROW if step.columns else 0.0) <= body.height()


def _column(body: QRectF) -> QRectF:
    gap = body.width() * 0.03
    return QRectF(body.left(), body.top(), (body.width() - gap) / 2, body.height())


def _stack(items: tuple[Item, ...], width: float, size: float, *, numbers: bool) -> float:
    return sum(_item_height(item, width, size, numbers=numbers) for item in items)


def _paint_sides(painter: QPainter, step: Step, body: QRectF, palette: Palette, size: float, *, numbers: bool) -> None:
    left = _column(body)
    right = left.translated(body.width() - left.width(), 0)
    for items, column, words, role in (
        (step.pros, left, "+ For", Role.PRO),
        (step.cons, right, "\N{MINUS SIGN} Against", Role.CON),
    ):
        if not items:
            continue
        head = QRectF(column.left(), column.top(), column.width(), size * 0.95)
        _text(painter, words, head, palette[role], size * 0.7, bold=True)
        below = column.adjusted(0, size, 0, 0)
        _paint_items(painter, items, below, palette, size, newest=step.newest, numbers=numbers)


def _paint_items(
    painter: QPainter,
    items: tuple[Item, ...],
    column: QRectF,
    palette: Palette,
    size: float,
    *,
    newest: Item | None,
    numbers: bool,
) -> None:
    """Sets items from the top; where they have no room, the oldest give way so that the newest is seen."""
    shown = list(items)
    keep = shown.index(newest) if newest is not None and newest in shown else 0
    while len(shown) > 1 and keep > 0 and _stack(tuple(shown), column.width(), size, numbers=numbers) > column.height():
        shown.pop(0)
        keep -= 1
    y = column.top()
    for item in shown:
        height = _item_height(item, column.width(), size, numbers=numbers)
        if y + height > column.bottom() + 1 and item is not newest and item is not shown[0]:
            break
        _paint_item(
            painter,
            item,
            QRectF(column.left(), y, column.width(), height),
            palette,
            size,
            is_newest=item is newest,
            numbers=numbers,
        )
        y += height


def _paint_item(
    painter: QPainter, item: Item, area: QRectF, palette: Palette, size: float, *, is_newest: bool, numbers: bool
) -> None:
    indent = min(item.depth, 3) * size * _INDENT
    box = area.adjusted(indent, 0, 0, -size * 0.35)
    painter.setPen(QPen(QColor(palette[Role.LINE]), 1.0))
    painter.setBrush(QColor(palette[Role.CARD]))
    painter.drawRoundedRect(box, size * 0.25, size * 0.25)
    painter.fillRect(
        QRectF(box.left(), box.top() + size * 0.2, max(3.0, size * 0.08), box.height() - size * 0.4),
        QColor(palette[item.role]),
    )
    if is_newest:
        painter.setPen(QPen(QColor(palette[Role.FOCUS]), 2.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(-4, -4, 4, 4), size * 0.3, size * 0.3)
    inner = box.adjusted(size * 0.5, size * 0.25, -size * 0.3, -size * 0.2)
    if numbers and item.number:
        wide = size * 1.5
        _text(
            painter,
            item.number,
            QRectF(inner.right() - wide, inner.top(), wide, inner.height()),
            palette[Role.MUTED],
            size * 0.7,
            bold=True,
            end=True,
        )
        inner.adjust(0, 0, -wide, 0)
    if item.label:
        head = QRectF(inner.left(), inner.top(), inner.width(), size * 0.65)
        _text(painter, f"{item.sign} {item.label}", head, palette[item.role], size * _LABEL, bold=True)
        inner.adjust(0, size * 0.65, 0, 0)
    elif item.role is Role.OPTION:
        letter = QRectF(inner.left(), inner.top(), size * 1.1, inner.height())
        _text(painter, item.sign, letter, palette[item.role], size, bold=True)
        inner.adjust(size * 1.1, 0, 0, 0)
    _text(painter, visible(item.text), inner, palette[Role.INK], _size(item, size))


def _size(item: Item, size: float) -> float:
    return size * (_ANSWER if item.depth else 1.0)


def _item_height(item: Item, width: float, size: float, *, numbers: bool) -> float:
    width -= min(item.depth, 3) * size * _INDENT + size * 0.8
    width -= size * 1.5 if numbers and item.number else 0.0
    width -= size * 1.1 if item.role is Role.OPTION else 0.0
    label = size * 0.65 if item.label else 0.0
    return _height(item.text, width, _size(item, size)) + label + size * 0.8


def _paint_rows(painter: QPainter, step: Step, body: QRectF, palette: Palette, size: float, *, numbers: bool) -> None:
    wide = _number_width(step, body.width(), size)
    y = body.top()
    if step.columns:
        _paint_numbers(painter, step.columns, body, y, size * _ROW, wide, palette[Role.OPTION], size)
        y += size * _ROW
    for row in step.rows:
        height = _row_height(row, step, body.width(), size)
        painter.setPen(QPen(QColor(palette[Role.LINE]), 1.0))
        painter.drawLine(QPointF(body.left(), y), QPointF(body.right(), y))
        name = QRectF(body.left(), y, _name_width(step, body.width(), size), height - _bar_room(row, size))
        _text(painter, visible(row.words(numbers=numbers)), name, palette[Role.INK], size, middle=True)
        if numbers:
            _paint_row_numbers(painter, row, body, y, height, wide, palette, size)
        y += height


def _number_width(step: Step, width: float, size: float) -> float:
    return min(width * 0.6 / max(1, len(step.columns)), size * 3.2)


def _name_width(step: Step, width: float, size: float) -> float:
    return width - max(1, len(step.columns)) * _number_width(step, width, size) - size


def _bar_room(row: Row, size: float) -> float:
    return size * 0.4 if row.share is not None else 0.0


def _row_height(row: Row, step: Step, width: float, size: float) -> float:
    # Nothing moves when the numbers come.
    return _height(row.words(numbers=True), _name_width(step, width, size), size) + size * 0.6 + _bar_room(row, size)


def _paint_row_numbers(
    painter: QPainter, row: Row, body: QRectF, y: float, line: float, wide: float, palette: Palette, px: float
) -> None:
    if row.share is not None:
        inner = body.width() - wide - px
        track = QRectF(body.left(), y + line - px * 0.4, inner * row.share, px * 0.16)
        painter.fillRect(track, QColor(palette[Role.OPTION]))
        if row.reach is not None:
            # What a missing score leaves open, hollow from the least to the most.
            painter.setPen(QPen(QColor(palette[Role.OPTION]), max(1.0, px * 0.03)))
            painter.drawRect(QRectF(track.right(), track.top(), inner * (row.reach - row.share), track.height()))
    _paint_numbers(painter, row.numbers, body, y, line, wide, palette[Role.INK], px)


def _paint_numbers(
    painter: QPainter, texts: tuple[str, ...], body: QRectF, y: float, line: float, wide: float, colour: str, px: float
) -> None:
    left = body.right() - len(texts) * wide
    for number, text in enumerate(texts):
        _text(painter, text, QRectF(left + number * wide, y, wide, line), colour, px, bold=True, end=True, middle=True)


def _height(text: str, width: float, px: float, *, bold: bool = False) -> float:
    metrics = QFontMetricsF(theme.interface_font(max(1, round(px)), bold=bold))
    flags = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
    return metrics.boundingRect(QRectF(0, 0, max(width, px), 1e6), int(flags), visible(text)).height()


def _text(
    painter: QPainter,
    text: str,
    area: QRectF,
    colour: str,
    px: float,
    *,
    bold: bool = False,
    end: bool = False,
    middle: bool = False,
) -> None:
    painter.setFont(theme.interface_font(max(1, round(px)), bold=bold))
    painter.setPen(QColor(colour))
    option = QTextOption(Qt.AlignmentFlag.AlignRight if end else Qt.AlignmentFlag.AlignLeft)
    if middle:
        option.setAlignment(option.alignment() | Qt.AlignmentFlag.AlignVCenter)
    # An option that is made with an alignment takes the direction of the program.
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    painter.drawText(area, text, option)
