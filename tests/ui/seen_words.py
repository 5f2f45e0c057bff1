"""Whether a word is seen: two of its letters change places in the records, and the picture must change where it stands.

The picture must change as the word itself would, painted alone at some size that a room may be shown: that a letter
is cut through, painted over or moved elsewhere shows as a change of another shape. Nothing here asks the screen where
it put a text or how large; the reference is a line of text laid out here.
"""

import math
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from itertools import islice
from typing import Any

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter, QTextLayout, QTextOption
from typing_extensions import override

from desktop_app.drawing import fonts
from desktop_app.model.records import Card, Criterion
from tests.present_maps import RoomMap
from tests.ui.audience import Hall, Picture, Projector, colours, kind, newest, pictures, steps_of, title

REFERENCE_PX = 100
# Least difference of a colour, of 255, that counts; less is how an edge falls, anew each time.
SEEN_FROM = 64
# Swaps of one word that are tried before its change is called another than its own.
TRIES = 4
# A heading may be this much larger than the aim of running text.
LARGEST = 1.7
# Of the em, the least x-height of the interface's face; the em of the floor follows from it.
X_HEIGHT = 0.545
# Scripts of which a swap may break the line anew, because a dictionary says where words end: any change is seen.
_BROKEN_BY_DICTIONARY = ("THAI", "LAO", "KHMER", "MYANMAR")
# Scripts whose last word stands at the left: with it the line moves, where that begins at the left all the same.
_TO_THE_LEFT = ("ARABIC", "HEBREW")
# Scripts that set letter by letter, alike at every size; others join them, and a system's font may be hinted.
_PLAIN = ("LATIN", "CYRILLIC", "GREEK", "HEBREW", "CJK")
# Scripts whose sentences have no spaces between words.
_UNSPACED = ("CJK", "HIRAGANA", "KATAKANA", "THAI")


class Sight(Enum):
    """How a word fares."""

    SEEN = "seen"
    UNSEEN = "unseen"
    SPOILT = "cut, painted over, or moved"


@dataclass(frozen=True, slots=True)
class Swap:
    """Two letters of a text that change places.

    Attributes:
        text: with the letters exchanged.
        before: the word they stand in, alone.
        after: the same word with the letters exchanged.
        is_even: whether what follows in the line stays where it is.
        is_last: whether nothing follows.
    """

    text: str
    before: str
    after: str
    is_even: bool
    is_last: bool


@dataclass(frozen=True, slots=True)
class Finding:
    """A word that a room does not see whole."""

    sight: Sight
    where: str
    word: str
    why: str = ""

    @override
    def __str__(self) -> str:
        return f"{self.sight.value}: “{self.word}” {self.where}{f' ({self.why})' if self.why else ''}"


def last_word_swaps(text: str) -> list[Swap]:
    """Swaps of the last word that has two different letters side by side, the evenest first."""
    return next((found for start, end in reversed(words(text)) if (found := swaps(text, start, end))), [])


def swaps(text: str, start: int, end: int) -> list[Swap]:
    """All swaps of different letters side by side between two places of a text, the evenest first, then the last."""
    found: list[tuple[float, int, Swap]] = []
    for at in range(start, end - 1):
        first, second = text[at], text[at + 1]
        is_marked = at + 2 < len(text) and unicodedata.category(text[at + 2]).startswith("M")
        if first == second or not (first.isalpha() and second.isalpha()) or is_marked:
            continue
        left, right = (at, at + 2) if is_unspaced(first) else (start, end)
        after = text[left:at] + second + first + text[at + 2 : right]
        moved = _moved(text[left:right], after)
        changed = text[:at] + second + first + text[at + 2 :]
        found.append((moved, -at, Swap(changed, text[left:right], after, moved == 0, right == len(text))))
    return [swap for _, _, swap in sorted(found, key=lambda each: each[:2])]


def words(text: str) -> list[tuple[int, int]]:
    """Where each word of a text begins and ends: what stands between spaces."""
    found: list[tuple[int, int]] = []
    start = 0
    for part in text.split(" "):
        if part:
            found.append((start, start + len(part)))
        start += len(part) + 1
    return found


def is_unspaced(letter: str) -> bool:
    """Whether a letter is of a script that sets no spaces between words."""
    return unicodedata.name(letter, "").startswith(_UNSPACED)


@cache
def _font(px: int, *, bold: bool) -> QFont:
    fonts.load()
    font = QFont(list(fonts.SANS))
    font.setPixelSize(px)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


@cache
def _moved(before: str, after: str) -> float:
    """How much wider or narrower a word becomes in either weight, in thousandths of an em."""
    widths = [
        QFontMetricsF(_font(1000, bold=bold)).horizontalAdvance(word)
        for bold in (False, True)
        for word in (before, after)
    ]
    return round(max(abs(widths[0] - widths[1]), abs(widths[2] - widths[3])), 2)


@cache
def look_of_change(before: str, after: str, *, bold: bool) -> tuple[int, int] | None:
    """Width and height of what changes where a word stands alone at `REFERENCE_PX`; None where nothing does."""
    box = changed_box(_alone(before, bold=bold), _alone(after, bold=bold))
    return None if box is None else (box[2] - box[0], box[3] - box[1])


def can_be_set(text: str) -> bool:
    """Whether some font of this machine has each of the letters."""
    letters = sorted({letter for letter in text if unicodedata.category(letter) == "Lo"})[:4]
    # Without a font there are boxes, whatever Qt says of their glyphs: letters that are set do not look alike.
    pictures = [_alone(letter, bold=False) for letter in letters]
    if any(np.array_equal(one, other) for place, one in enumerate(pictures) for other in pictures[place + 1 :]):
        return False
    layout, _ = _laid_out("".join(text.split()), bold=False)
    return all(0 not in run.glyphIndexes() for run in layout.glyphRuns())


def _alone(word: str, *, bold: bool) -> Picture:
    layout, width = _laid_out(word, bold=bold)
    image = QImage(width, 3 * REFERENCE_PX, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    with QPainter(image) as painter:
        layout.draw(painter, QPointF(REFERENCE_PX / 2, REFERENCE_PX / 2))
    return colours(image)


def _laid_out(word: str, *, bold: bool) -> tuple[QTextLayout, int]:
    """A line of its own, and the width of a picture for it."""
    layout = QTextLayout(word, _font(REFERENCE_PX, bold=bold))
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    width = REFERENCE_PX * (len(word) + 2)
    layout.beginLayout()
    layout.createLine().setLineWidth(width - REFERENCE_PX)
    layout.endLayout()
    return layout, width


def changed_box(before: Picture, after: Picture) -> tuple[int, int, int, int] | None:
    """Left, top, right and bottom of all that differs; None where nothing does."""
    rows = np.flatnonzero((before != after).any(axis=1))
    if not rows.size:
        return None
    # Most of a picture is alike: only the rows that are not are looked at closely.
    first, last = rows[0], rows[-1] + 1
    old, new = (np.ascontiguousarray(each[first:last]).view(np.uint8).astype(np.int16) for each in (before, after))
    differs = (np.abs(old - new) > SEEN_FROM).reshape(last - first, -1, 4).any(axis=2)
    rows, columns = np.flatnonzero(differs.any(axis=1)), np.flatnonzero(differs.any(axis=0))
    if not rows.size:
        return None
    return int(columns[0]), int(first + rows[0]), int(columns[-1]) + 1, int(first + rows[-1]) + 1


def runs_off(page: Picture) -> bool:
    """Whether anything is painted up to the edge, which is paper all round."""
    edge = np.concatenate((page[0], page[-1], page[:, 0], page[:, -1]))
    return bool((edge != edge[0]).any())


def misfit(box: tuple[int, int, int, int], swap: Swap, hall: Hall, *, lines_may_move: bool = False) -> str:
    """Why a change on a page is not that of the word, at any size a room may be shown; empty where it is."""
    width, height = box[2] - box[0], box[3] - box[1]
    least, most = 0.95 * hall.floor / X_HEIGHT, LARGEST * hall.aim / X_HEIGHT
    if _any(swap.before, _BROKEN_BY_DICTIONARY):
        return ""
    is_alone = swap.is_even or (swap.is_last and not _any(swap.before, _TO_THE_LEFT))
    if not is_alone or not _any(swap.before, _PLAIN):
        # The rest of the line may move along, to its end: but no other line.
        highest = math.inf if lines_may_move else 1.6 * most
        return "" if 0.5 * least * X_HEIGHT <= height <= highest else f"{width}×{height} px change, not a line"
    reasons = []
    for bold in (False, True):
        look = look_of_change(swap.before, swap.after, bold=bold)
        if look is None:
            continue
        wide, high = look
        # An edge may fall a pixel farther either way, and small type is rounder than large.
        small, large = max((height - 3) / high, 0.0), (height + 3) / high
        px = REFERENCE_PX * height / high
        if not 0.94 * small * wide - 3 <= width <= 1.06 * large * wide + 3:
            reasons.append(f"{width}×{height} px change where the word's own change is as {wide} to {high}")
        elif REFERENCE_PX * large < least or REFERENCE_PX * small > most:
            reasons.append(f"set in {px:.0f} px, outside of {least:.0f}…{most:.0f}")
        else:
            return ""
    return reasons[0] if reasons else ""


def _any(word: str, scripts: tuple[str, ...]) -> bool:
    return any(unicodedata.name(letter, "").startswith(scripts) for letter in word if letter.isalpha())


def shown_texts(shown: RoomMap) -> Iterator[Card | Criterion]:
    """Whatever of a map is to be read: question, options, points, criteria."""
    question = shown.question
    if question is not None:
        yield question
    yield from shown.options
    yield from shown.points
    if shown.results.weights:
        yield from shown.criteria


def places_of(shown: RoomMap, record: Card | Criterion, steps: Sequence[Any]) -> list[int]:
    """The steps that must show a text, by their place: where it is new, and where it first heads what is said."""
    kinds = [kind(step) for step in steps]
    if isinstance(record, Criterion):
        return [kinds.index("matrix")]
    found = [place for place, step in enumerate(steps) if newest(step) == record.text]
    headed = [place for place, step in enumerate(steps) if kinds[place] == "points" and title(step) == record.text]
    found += headed[:1]
    if shown.question is not None and record.id == shown.question.id:
        found.insert(0, kinds.index("question"))
    elif record.id in {option.id for option in shown.options}:
        found.insert(0, kinds.index("options"))
        if record.id in {result.option for result in shown.results.ranking}:
            found.append(kinds.index("result"))
    return found


def unseen(
    projector: Projector,
    shown: RoomMap,
    record: Card | Criterion,
    found: Sequence[Swap],
    hall: Hall,
    *,
    numbers: bool,
    lines_may_move: bool = False,
) -> list[Finding]:
    """What a room does not see whole of one word: a finding for each step that must show it and does not.

    Args:
        found: swaps of that word, tried in turn until one changes the picture as it should; another may break the line
            anew, or stand at a line's end. Of a word without any, nothing is said.
        lines_may_move: whether lines are spaced by their ink, so that another letter may move those beneath it.
    """
    if not found:
        return []
    text = record.text if isinstance(record, Card) else record.name
    steps = steps_of(projector, shown)
    open_places = {place: Finding(Sight.UNSEEN, "", "") for place in places_of(shown, record, steps)}
    before = {place: pictures(projector, steps[place], hall, numbers=numbers) for place in open_places}
    if not open_places:
        return [Finding(Sight.UNSEEN, f"on {shown.name}", text, "no step shows it")]
    cut = [place for place, pages in before.items() if any(map(runs_off, pages))]
    if cut:
        where = f"on {shown.name}, step {cut[0] + 1} of {len(steps)} at {hall}"
        return [Finding(Sight.SPOILT, where, text[:60], "something runs off the edge of the page")]
    visible = (swap for swap in found if look_of_change(swap.before, swap.after, bold=False) is not None)
    for swap in islice(visible, TRIES):
        with shown.saying(record, swap.text):
            altered = steps_of(projector, shown)
            assert len(altered) == len(steps)
            for place in list(open_places):
                after = pictures(projector, altered[place], hall, numbers=numbers)
                sight, why = _judged(before[place], after, swap, hall, lines_may_move=lines_may_move)
                if sight is Sight.SEEN:
                    del open_places[place]
                    continue
                where = f"on {shown.name}, step {place + 1} of {len(steps)} at {hall}"
                where += ", with numbers" if numbers else ""
                open_places[place] = Finding(sight, where, swap.before, f"{why}; in “{text[:60]}”".lstrip("; "))
                # What is not there at all, no other swap brings out.
        if not any(finding.sight is Sight.SPOILT for finding in open_places.values()):
            break
    return list(open_places.values())


def _judged(
    before: list[Picture], after: list[Picture], swap: Swap, hall: Hall, *, lines_may_move: bool
) -> tuple[Sight, str]:
    if len(before) != len(after):
        return Sight.SPOILT, f"{len(before)} pages become {len(after)}"
    boxes = [box for old, new in zip(before, after, strict=True) if (box := changed_box(old, new)) is not None]
    if not boxes:
        return Sight.UNSEEN, ""
    reasons = [reason for box in boxes if (reason := misfit(box, swap, hall, lines_may_move=lines_may_move))]
    return (Sight.SPOILT, reasons[0]) if reasons else (Sight.SEEN, "")
