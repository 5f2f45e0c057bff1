"""Where the words of a line belong, by the Unicode Bidirectional Algorithm of another library (python-bidi, in Rust).

A line is painted anew piece by piece from left to right in the order which that library gives: each word of a script
that runs to the left, each word or number that runs to the right, every other character by itself. Qt shapes the
pieces, and orders nothing.
"""

import unicodedata

import numpy as np
from bidi import get_display  # type: ignore[import-untyped]
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter

Picture = NDArray[np.float64]

MIXED = (
    "تكلفتها 1,200,000 EUR سنويا",
    "ترتفع الأسعار 30% في 2027؟",
    "الحلف (NATO) يلتزم بالدفاع",
    "עלות הגשר 12.5 EUR בשנה (NATO)",
    "The word ضرائب (taxes) is 30% of it",
    "תקציב 2027: 40% [EU]",
)
"""Sentences whose order goes wrong when the direction of the program is taken for theirs."""


def pieces(text: str, base: str | None = None) -> list[str]:
    """What stands beside what, from left to right; a word that runs to the left is given as it is written.

    Args:
        text: one line.
        base: ``"L"`` or ``"R"`` where the paragraph's direction is not that of the line's first letter.
    """
    found: list[str] = []
    last = ""
    for character in get_display(text, base_dir=base):
        kind = _kind(character)
        if kind and kind == last:
            found[-1] = character + found[-1] if kind == "left" else found[-1] + character
        else:
            found.append(character)
        last = kind
    return found


def _kind(character: str) -> str:
    if unicodedata.bidirectional(character) in {"R", "AL", "NSM"}:
        return "left"
    return "right" if character.isalnum() or character in ".," else ""


def painted(parts: list[str], font: QFont) -> Picture:
    """The ink 0…1 of pieces beside each other, cut to where there is any."""
    metrics = QFontMetricsF(font)
    advances = [metrics.horizontalAdvance(part) for part in parts]
    image = QImage(int(sum(advances)) + 20, int(metrics.height()) + 8, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    with QPainter(image) as painter:
        painter.setFont(font)
        x = 8.0
        for part, advance in zip(parts, advances, strict=True):
            painter.drawText(QPointF(x, metrics.ascent() + 4), part)
            x += advance
    return _cut(ink(image))


def ink(image: QImage) -> Picture:
    """How far each pixel is from the commonest colour, 0…1."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    lines = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine())
    values = lines[:, : grey.width()].astype(float)
    ground = np.bincount(lines[:, : grey.width()].ravel()).argmax()
    return np.asarray(abs(values - ground) / max(1.0, abs(values - ground).max()))


def _cut(picture: Picture) -> Picture:
    """The part of a picture that holds ink."""
    rows, columns = np.nonzero(picture.max(axis=1) > 0.2)[0], np.nonzero(picture.max(axis=0) > 0.2)[0]
    return picture[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


def likeness(picture: Picture, line: Picture) -> float:
    """How well a line is found anywhere in a picture: 1 where it is there to the pixel, near 0 where it is not."""
    mould = _blurred(np.pad(line, 2))
    field = _blurred(picture)
    if mould.shape[0] > field.shape[0] or mould.shape[1] > field.shape[1]:
        return 0.0
    shape = tuple(a + b for a, b in zip(field.shape, mould.shape, strict=True))
    centred = mould - mould.mean()

    def slid(first: Picture, second: Picture) -> Picture:
        product = np.fft.rfft2(first, shape) * np.fft.rfft2(second[::-1, ::-1], shape)
        whole = np.fft.irfft2(product, shape)
        return np.asarray(whole[mould.shape[0] - 1 : field.shape[0], mould.shape[1] - 1 : field.shape[1]])

    ones = np.ones_like(mould)
    spread = slid(field**2, ones) - slid(field, ones) ** 2 / mould.size
    share = slid(field, centred) / np.sqrt(np.maximum(spread, 1e-6 * mould.size) * (centred**2).sum())
    # Light words on a dark ground are the same words.
    return float(abs(share).max())


def _blurred(picture: Picture) -> Picture:
    """Half a pixel this way or that says nothing about the order of words."""
    padded = np.pad(picture, 1, mode="edge")
    return np.asarray(
        sum(padded[y : y + picture.shape[0], x : x + picture.shape[1]] for y in range(3) for x in range(3)) / 9
    )
