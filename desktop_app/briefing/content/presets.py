"""Forms of a brief, read from `resources/briefing/presets.toml`: which parts in which order, how long, how set."""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from desktop_app.base.errors import AppError
from desktop_app.base.resources import resource
from desktop_app.model.records import Paper, SectionKind
from desktop_app.wording.sentence import say

DEFAULT: Final = "outline"


class MapForm(StrEnum):
    """How a map is put on paper."""

    FITTING = "fitting"  # a page or a few while it can be read, else an overview with branches
    BRANCHES = "branches"  # an overview and every branch, however many pages that takes
    POSTER = "poster"  # the whole on tiles to be put together


class PresetMissingError(AppError):
    """No form of a brief has that name."""

    default_code = "no-preset"


@dataclass(frozen=True, slots=True)
class Preset:
    """A form of the brief.

    Attributes:
        name: how the file and the command line call it; its title is the string ``preset.<name>``.
        sections: kinds in the proposed order; WORDS stands for all of the author's own parts.
        cap: words at most; 0 for no limit.
        points: how many of the strongest points a side are listed; 0 for all.
        compact: whether what explains a number beside it is left out.
        map: how the map is put on paper.
        paper: that it asks for; None takes the brief's.
        size: of running text, in points.
        leading: between lines of running text, in ems.
        marks: whether a margin is kept for a reader's marks.
        open_points: whether notes and loose claims are listed.
    """

    name: str
    sections: tuple[SectionKind, ...]
    cap: int
    points: int
    compact: bool
    map: MapForm
    paper: Paper | None
    size: float
    leading: float
    marks: bool
    open_points: bool


@cache
def presets() -> tuple[Preset, ...]:
    """All forms, in the order in which they are offered."""
    read = tomllib.loads(resource("briefing", "presets.toml").read_text(encoding="utf-8"))
    return tuple(
        Preset(
            name=item["name"],
            sections=tuple(SectionKind(kind) for kind in item["sections"]),
            cap=item.get("cap", 0),
            points=item.get("points", 0),
            compact=item.get("compact", False),
            map=MapForm(item.get("map", MapForm.FITTING)),
            paper=Paper(item["paper"]) if "paper" in item else None,
            size=item.get("size", 9.8),
            leading=item.get("leading", 0.62),
            marks=item.get("marks", False),
            open_points=item.get("open_points", True),
        )
        for item in read["presets"]
    )


def preset_named(name: str) -> Preset:
    """The form with this name.

    Raises:
        PresetMissingError: there is none.
    """
    for preset in presets():
        if preset.name == name:
            return preset
    known = ", ".join(preset.name for preset in presets())
    raise PresetMissingError(say("error.export.no_form", name=name), say("remedy.there_are", known=known))


def preset_or_default(name: str) -> Preset:
    """The form with this name; for the name of a file from elsewhere that means nothing here, the full outline."""
    return next((preset for preset in presets() if preset.name == name), preset_named(DEFAULT))
