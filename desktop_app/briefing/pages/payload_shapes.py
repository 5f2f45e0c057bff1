"""Shapes of drawings as the JSON that the page template draws."""

from desktop_app.briefing.content.clean import Json
from desktop_app.drawing.shapes import Anchor, Box, Dot, Shape, Text


def shape_json(shape: Shape) -> Json:
    """A shape with its place; keys are short, since a map has thousands."""
    if isinstance(shape, Text):
        look: dict[str, Json] = {"k": "t", "t": shape.text, "z": shape.style.size, "w": shape.style.weight}
        return look | {
            "x": rounded(shape.x),
            "y": rounded(shape.y),
            "c": shape.role.value,
            "e": shape.anchor is Anchor.END,
        }
    if isinstance(shape, Box):
        place: dict[str, Json] = {
            "k": "b",
            "x": rounded(shape.x),
            "y": rounded(shape.y),
            "w": rounded(shape.width),
            "h": rounded(shape.height),
        }
        ink: dict[str, Json] = {"r": rounded(shape.radius), "f": shape.fill, "s": shape.stroke, "l": shape.thickness}
        return place | ink
    if isinstance(shape, Dot):
        return {
            "k": "d",
            "x": rounded(shape.x),
            "y": rounded(shape.y),
            "r": shape.radius,
            "f": shape.fill,
            "s": shape.stroke,
        }
    points: list[Json] = [rounded(place) for place in shape.points]
    return {"k": "c", "p": points, "c": shape.role.value, "l": shape.thickness, "d": list(shape.dash)}


def rounded(value: float) -> float:
    """A length as exactly as a page shows it."""
    return round(value, 2)
