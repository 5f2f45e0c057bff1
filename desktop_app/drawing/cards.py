"""The anatomy of a card: what it says goes in, its size and its shapes come out. Reads no document."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from desktop_app.drawing import tokens
from desktop_app.drawing.fonts import baseline_offset
from desktop_app.drawing.measure import elide, is_right_to_left, text_width, wrap
from desktop_app.drawing.palette import Role
from desktop_app.drawing.shapes import Anchor, Box, Dot, Shape, Text
from desktop_app.drawing.tokens import TypeStyle
from desktop_app.wording.sentence import text

MOST_LINES: Final = 16
MOST_NOTE_LINES: Final = 3
PIPS: Final = 4


@dataclass(frozen=True, slots=True)
class CardBar:
    """A number from 0 to 100 as a bar: a strength, or an option's total.

    Attributes:
        share: how much is filled, 0…1.
        text: the number beside it.
        is_hollow: it rests on nothing a person said.
        reach: how much missing scores may fill at most, 0…1; None where it is certain.
    """

    share: float
    text: str
    is_hollow: bool = False
    reach: float | None = None


@dataclass(frozen=True, slots=True)
class Leaning:
    """What an option's arguments come to, in two parts: "Arguments lean" and "for +43"."""

    words: str
    value: str = ""
    role: Role = Role.MUTED


@dataclass(frozen=True, slots=True)
class CardFace:
    """What a card says, ready to be set.

    Attributes:
        role: its colour by meaning: question, option, pro, con, evidence, note, or ink for a loose claim.
        sign: before the label, may be empty.
        label: what it is or does to the card above ("Answers the con"); shown in capitals.
        text: its statement.
        width: in map units, one of the widths of `tokens`.
        note: a second, quieter paragraph (options).
        badges: short remarks beside the label ("used 2×", "check again").
        shows_pips: it hangs by an argument whose importance is shown.
        pips: the importance in quarters 0…4; None is not weighed, drawn hollow.
        strength: None where no number is to be shown.
        criterion: what its argument speaks to.
        grade: of its source ("A2").
        number: its place in an outline printed beside the map ("2.1"); empty on screen.
    """

    role: Role
    label: str
    text: str
    width: float
    sign: str = ""
    note: str = ""
    badges: tuple[str, ...] = ()
    shows_pips: bool = False
    pips: int | None = None
    strength: CardBar | None = None
    criterion: str = ""
    grade: str = ""
    total: CardBar | None = None
    leaning: Leaning | None = None
    number: str = ""


@dataclass(frozen=True, slots=True)
class CardPicture:
    """A card with its lines broken and its size known."""

    face: CardFace
    width: float
    height: float
    lines: tuple[str, ...]
    note_lines: tuple[str, ...]


def text_style(face: CardFace) -> TypeStyle:
    """The style of a card's statement."""
    if face.role is Role.QUESTION:
        return tokens.QUESTION
    return tokens.TITLE if face.role is Role.OPTION else tokens.CLAIM


def text_width_inside(face: CardFace) -> float:
    """The column its statement is set in."""
    return face.width - tokens.PADDING - tokens.PADDING_END - tokens.TEXT_SLACK


@lru_cache(maxsize=512)
def card_picture(face: CardFace) -> CardPicture:
    """Breaks the lines of a card and takes its size; the last cards are kept, since no zoom breaks them otherwise."""
    column = text_width_inside(face)
    lines = wrap(face.text, text_style(face), column, MOST_LINES)
    notes = wrap(face.note, tokens.NOTE, column, MOST_NOTE_LINES) if face.note else ()
    return CardPicture(face, face.width, _height(face, len(lines), len(notes)), lines, notes)


def card_shapes(picture: CardPicture) -> tuple[Shape, ...]:
    """Everything a card is drawn with, its top left corner at 0, 0, from back to front."""
    return (*frame_shapes(picture), *content_shapes(picture))


@lru_cache(maxsize=512)
def content_shapes(picture: CardPicture) -> tuple[Shape, ...]:
    """What stands on a card. That of the last cards is kept: zooming paints the same ones at every step."""
    face = picture.face
    shapes = _label(face)
    y = _text_top(face)
    ink = Role.QUESTION_INK if face.role is Role.QUESTION else Role.INK
    for line in picture.lines:
        shapes.append(_line(face, line, y, text_style(face), ink))
        y += text_style(face).line
    for line in picture.note_lines:
        shapes.append(_line(face, line, y + 1, tokens.NOTE, Role.FAINT))
        y += tokens.NOTE.line
    y += 1 if picture.note_lines else 0
    for row in (_number_row, _total_row, _leaning_row):
        drawn = row(face, y + tokens.ROW_STEP)
        if drawn:
            shapes += drawn
            y += tokens.ROW_DISTANCE
    return tuple(shapes)


def _rows(face: CardFace) -> int:
    return _has_number_row(face) + (face.total is not None) + (face.leaning is not None)


def _has_number_row(face: CardFace) -> bool:
    return face.shows_pips or face.strength is not None or bool(face.criterion or face.grade)


def _badges_below(face: CardFace) -> bool:
    """Whether the badges need a line of their own."""
    if not face.badges:
        return False
    taken = text_width(_label_text(face), tokens.LABEL) + tokens.GAP + text_width(_badge_text(face), tokens.LABEL)
    return taken > face.width - tokens.PADDING - tokens.PADDING_END


def _text_top(face: CardFace) -> float:
    top = tokens.QUESTION_TEXT_TOP if face.role is Role.QUESTION else tokens.TEXT_TOP
    return top + (tokens.LABEL.line if _badges_below(face) else 0.0)


def text_bottom(picture: CardPicture) -> float:
    """How far below the top of a card its statement ends, in map units."""
    return _text_bottom(picture.face, len(picture.lines))


def _text_bottom(face: CardFace, lines: int) -> float:
    return _text_top(face) + lines * text_style(face).line


def _height(face: CardFace, lines: int, note_lines: int) -> float:
    height = _text_bottom(face, lines)
    if note_lines:
        height += 1 + note_lines * tokens.NOTE.line
    rows = _rows(face)
    if rows:
        return height + tokens.ROW_STEP + (rows - 1) * tokens.ROW_DISTANCE + tokens.ROW_BOTTOM
    return height + (tokens.QUESTION_BOTTOM if face.role is Role.QUESTION else tokens.PLAIN_BOTTOM)


def frame_shapes(picture: CardPicture) -> tuple[Shape, ...]:
    """The empty card: cards of one role and size have the same."""
    face, width, height = picture.face, picture.width, picture.height
    if face.role is Role.QUESTION:
        return (Box(0, 0, width, height, tokens.RADIUS, fill=Role.QUESTION),)
    card = Box(0.5, 0.5, width - 1, height - 1, tokens.RADIUS, fill=Role.CARD, stroke=Role.LINE)
    shadow = Box(0, 1, width, height, tokens.RADIUS, fill=Role.SHADOW)
    bar_height = height - 2 * tokens.BAR_INSET
    bar = Box(1, tokens.BAR_INSET, tokens.BAR_WIDTH, bar_height, 1.0, fill=face.role)
    return shadow, card, bar


def _label_text(face: CardFace) -> str:
    return " ".join(filter(None, (face.number, face.sign, face.label.upper())))


def _badge_text(face: CardFace) -> str:
    return " · ".join(face.badges)


def _label(face: CardFace) -> list[Shape]:
    role = Role.QUESTION_MUTED if face.role is Role.QUESTION else face.role
    column = face.width - tokens.PADDING - tokens.PADDING_END
    label = elide(_label_text(face), tokens.LABEL, column)
    shapes: list[Shape] = [
        Text(tokens.PADDING, _baseline(tokens.LABEL_MIDDLE, tokens.LABEL), label, tokens.LABEL, role)
    ]
    if face.badges:
        badge_role = Role.QUESTION_MUTED if face.role is Role.QUESTION else Role.MUTED
        badges = elide(_badge_text(face), tokens.LABEL, column)
        if _badges_below(face):
            y = _baseline(tokens.LABEL_MIDDLE + tokens.LABEL.line, tokens.LABEL)
            shapes.append(Text(tokens.PADDING, y, badges, tokens.LABEL, badge_role))
        else:
            y = _baseline(tokens.LABEL_MIDDLE, tokens.LABEL)
            x = face.width - tokens.PADDING_END
            shapes.append(Text(x, y, badges, tokens.LABEL, badge_role, Anchor.END))
    return shapes


def _line(face: CardFace, text: str, top: float, style: TypeStyle, role: Role) -> Text:
    y = top + baseline_offset(style)
    if is_right_to_left(text):
        return Text(face.width - tokens.PADDING_END, y, text, style, role, Anchor.END)
    return Text(tokens.PADDING, y, text, style, role)


def _number_row(face: CardFace, middle: float) -> list[Shape]:
    """Pips and strength from the left, grade and criterion from the right."""
    if not _has_number_row(face):
        return []
    shapes: list[Shape] = []
    x = tokens.PADDING
    if face.shows_pips:
        for pip in range(PIPS):
            shapes.append(_pip(face, pip, x + tokens.PIP_RADIUS, middle))
            x += tokens.PIP_PITCH
        x += tokens.GAP / 2
    if face.strength is not None:
        shapes += _bar(face.strength, x, middle, tokens.STRENGTH_WIDTH, face.role)
        x += tokens.STRENGTH_WIDTH + tokens.GAP
        number = face.strength.text
        shapes.append(Text(x, _baseline(middle, tokens.NUMBER), number, tokens.NUMBER, Role.MUTED))
        x += text_width(number, tokens.NUMBER) + tokens.GAP
    end = face.width - tokens.PADDING_END
    for tag, fill, ink, radius in (
        (face.grade, Role.CHIP, Role.CHIP_INK, 4.0),
        (face.criterion, Role.CRITERION_FILL, Role.CRITERION, tokens.TAG_HEIGHT / 2),
    ):
        if tag:
            shown = elide(tag, tokens.TAG, max(end - x - 2 * tokens.TAG_PADDING, 24.0))
            width = text_width(shown, tokens.TAG) + 2 * tokens.TAG_PADDING
            shapes.append(Box(end - width, middle - tokens.TAG_HEIGHT / 2, width, tokens.TAG_HEIGHT, radius, fill=fill))
            y = _baseline(middle, tokens.TAG)
            shapes.append(Text(end - width + tokens.TAG_PADDING, y, shown, tokens.TAG, ink))
            end -= width + tokens.GAP
    return shapes


def _pip(face: CardFace, pip: int, x: float, middle: float) -> Dot:
    if face.pips is None:
        return Dot(x, middle, tokens.PIP_RADIUS - 0.5, stroke=Role.LINE)
    return Dot(x, middle, tokens.PIP_RADIUS, fill=face.role if pip < face.pips else Role.TRACK)


def _bar(bar: CardBar, x: float, middle: float, width: float, role: Role) -> list[Shape]:
    height = tokens.STRENGTH_HEIGHT
    top = middle - height / 2
    if bar.is_hollow:
        return [Box(x + 0.5, top, width - 1, height, height / 2, stroke=Role.LINE)]
    shapes: list[Shape] = [Box(x, top, width, height, height / 2, fill=Role.TRACK)]
    for share, fill in ((bar.reach, Role.HEAT_HIGH), (bar.share, role)):
        filled = 0.0 if share is None else width * share
        if filled >= 1:
            shapes.append(Box(x, top, filled, height, min(height, filled) / 2, fill=fill))
    return shapes


def _total_row(face: CardFace, middle: float) -> list[Shape]:
    if face.total is None:
        return []
    y = _baseline(middle, tokens.CAPTION)
    x = tokens.PADDING + text_width(text("table.total"), tokens.CAPTION) + tokens.GAP
    end = face.width - tokens.PADDING_END
    wide = max(text_width(face.total.text, tokens.NUMBER), text_width("100", tokens.NUMBER))
    return [
        Text(tokens.PADDING, y, text("table.total"), tokens.CAPTION, Role.MUTED),
        *_bar(face.total, x, middle, end - wide - tokens.GAP - x, face.role),
        Text(end, _baseline(middle, tokens.NUMBER), face.total.text, tokens.NUMBER, Role.MUTED, Anchor.END),
    ]


def _leaning_row(face: CardFace, middle: float) -> list[Shape]:
    if face.leaning is None:
        return []
    leaning = face.leaning
    y = _baseline(middle, tokens.CAPTION)
    x = tokens.PADDING + text_width(f"{leaning.words} ", tokens.CAPTION)
    shapes: list[Shape] = [Text(tokens.PADDING, y, leaning.words, tokens.CAPTION, Role.MUTED)]
    if leaning.value:
        shapes.append(Text(x, y, leaning.value, tokens.NUMBER, leaning.role))
    return shapes


def _baseline(middle: float, style: TypeStyle) -> float:
    return middle - style.line / 2 + baseline_offset(style)
