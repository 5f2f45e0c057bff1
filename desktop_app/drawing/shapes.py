"""The few shapes a map is drawn with: plain records in map units, coloured by role. No Qt, no meaning."""

from dataclasses import dataclass
from enum import StrEnum

from desktop_app.drawing.palette import Role
from desktop_app.drawing.tokens import TypeStyle


class Anchor(StrEnum):
    """Which end of a text its x names."""

    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle. `fill` or `stroke` may be None; the stroke is centred on the edge."""

    x: float
    y: float
    width: float
    height: float
    radius: float = 0.0
    fill: Role | None = None
    stroke: Role | None = None
    thickness: float = 1.0


@dataclass(frozen=True, slots=True)
class Dot:
    """A circle around x, y."""

    x: float
    y: float
    radius: float
    fill: Role | None = None
    stroke: Role | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text; `y` is its baseline."""

    x: float
    y: float
    text: str
    style: TypeStyle
    role: Role
    anchor: Anchor = Anchor.START


@dataclass(frozen=True, slots=True)
class Curve:
    """A cubic curve through four points (x, y); `dash` in multiples of the thickness, empty for a full line."""

    points: tuple[float, float, float, float, float, float, float, float]
    role: Role
    thickness: float
    dash: tuple[float, ...] = ()


Shape = Box | Dot | Text | Curve
