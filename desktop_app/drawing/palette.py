"""Colours by what they mean. The values lie in `resources/themes`, one file a palette; nothing else names a colour."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from desktop_app.base.resources import resource


class Role(StrEnum):
    """What a colour is for."""

    PAPER = "paper"  # behind the cards
    PANEL = "panel"  # sidebars and bars of the window
    CARD = "card"
    INK = "ink"
    MUTED = "muted"  # numbers and labels beside the text
    FAINT = "faint"  # notes, hints, placeholders
    LINE = "line"  # borders
    SHADOW = "shadow"
    TRACK = "track"  # the empty part of bars and pips
    PRO = "pro"
    CON = "con"
    OPTION = "option"
    EVIDENCE = "evidence"
    NOTE = "note"
    CRITERION = "criterion"
    CRITERION_FILL = "criterion_fill"
    CHIP = "chip"
    CHIP_INK = "chip_ink"
    QUESTION = "question"
    QUESTION_INK = "question_ink"
    QUESTION_MUTED = "question_muted"
    LINK = "link"  # from a question to its options
    FOCUS = "focus"
    WARNING = "warning"
    OPTION_TINT = "option_tint"
    PRO_TINT = "pro_tint"
    CON_TINT = "con_tint"
    HEAT_LOW = "heat_low"  # matrix cells at 0 …
    HEAT_HIGH = "heat_high"  # … and at 100


# Pairs of ink and ground that text is set in; a test keeps each at 4.5 : 1 or better in every palette.
TEXT_PAIRS: Final = (
    *((ink, ground) for ink in (Role.INK, Role.MUTED, Role.FAINT) for ground in (Role.PAPER, Role.PANEL, Role.CARD)),
    *(
        (ink, ground)
        for ink in (Role.PRO, Role.CON, Role.OPTION, Role.EVIDENCE, Role.NOTE, Role.WARNING)
        for ground in (Role.PAPER, Role.PANEL, Role.CARD)
    ),
    (Role.CRITERION, Role.CRITERION_FILL),
    (Role.CHIP_INK, Role.CHIP),
    (Role.QUESTION_INK, Role.QUESTION),
    (Role.QUESTION_MUTED, Role.QUESTION),
    (Role.INK, Role.OPTION_TINT),
    (Role.INK, Role.PRO_TINT),
    (Role.INK, Role.CON_TINT),
    (Role.INK, Role.HEAT_LOW),
    (Role.INK, Role.HEAT_HIGH),
)


@dataclass(frozen=True, slots=True)
class Palette:
    """A colour (`#rrggbb`) for every role."""

    name: str
    colours: Mapping[Role, str]

    def __getitem__(self, role: Role) -> str:
        return self.colours[role]


NAMES: Final = ("light", "dark", "high-contrast", "projector")


@cache
def palette(name: str) -> Palette:
    """The shipped palette of this name.

    Raises:
        FileNotFoundError: there is none.
        KeyError: its file lacks a role.
    """
    values: dict[str, str] = json.loads(resource("themes", f"{name}.json").read_text(encoding="utf-8"))
    return Palette(name, {role: values[role.value] for role in Role})


def print_palette() -> Palette:
    """The light palette on white, as paper is."""
    light = palette("light")
    return Palette("printed", {role: light[role] for role in Role} | {Role.PAPER: "#ffffff"})


def contrast(first: str, second: str) -> float:
    """The contrast of two colours by WCAG 2.1, from 1 (none) to 21."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mixed(low: str, high: str, share: float) -> str:
    """The colour `share` (0…1) of the way from one to the other, straight through sRGB."""
    pairs = zip(_channels(low), _channels(high), strict=True)
    return "#" + "".join(f"{round(start + (end - start) * share):02x}" for start, end in pairs)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    linear = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (channel / 255 for channel in _channels(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
