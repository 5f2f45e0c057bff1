"""Random rooms: up to twenty perspectives of all kinds over one map, with gaps, ties, and some who say nothing."""

import random

from desktop_app.model.document import Document
from desktop_app.model.records import Override, Perspective, PerspectiveKind
from tests.weighing.maps import MAP, RANKS, MapBuilder


def random_people(chance: random.Random) -> Document:
    """A map whose own numbers may be nobody's, and two to twenty perspectives over it."""
    built = MapBuilder()
    options = [f"O{number}" for number in range(chance.choice((2, 3, 3, 4, 6)))]
    criteria = [f"K{number + 1}" for number in range(chance.choice((1, 1, 2, 3)))]
    for name in options:
        built.option(name)
    are_alike = chance.random() < 0.5
    for name in criteria:
        built.criterion(name, 50.0 if are_alike else float(chance.choice((0, 20, 50, 80))))
    if sum(record.weight for record in built.records if hasattr(record, "weight")) == 0:
        built.records[-1] = type(built.records[-1])(**{**_fields(built.records[-1]), "weight": 50.0})
    quality = {(a, k): chance.randint(10, 90) for a in options for k in criteria}
    if chance.random() < 0.5:
        for (a, k), value in quality.items():
            if chance.random() < 0.7:
                built.score(a, k, float(value))
    _people(chance, built, quality, criteria)
    return built.document()


def _fields(record: object) -> dict[str, object]:
    return {name: getattr(record, name) for name in record.__dataclass_fields__}


def _people(chance: random.Random, built: MapBuilder, quality: dict[tuple[str, str], int], criteria: list[str]) -> None:
    kinds = chance.choice(((PerspectiveKind.PERSON,), tuple(PerspectiveKind)))
    gaps = chance.choice((0, 0, 0.05, 0.2, 0.4))
    noise = chance.choice((0, 2, 20, 60))
    weigh = chance.choice((0, 0, 1, 0.7))
    for number in range(chance.choice((2, 2, 3, 4, 5, 8, 14, 20))):
        person = len(built.records) + 100
        kind = chance.choice(kinds)
        built.records.append(Perspective(person, MAP, f"P{number + 1}", kind, RANKS[len(built.records)]))
        if chance.random() < 0.06:
            continue
        bare = chance.choice(sorted({a for a, _ in quality})) if chance.random() < gaps else ""
        for (a, k), value in quality.items():
            if a != bare and chance.random() >= gaps:
                given = min(100, max(0, value + chance.randint(-noise, noise)))
                likely = None if chance.random() < gaps / 4 else float(given)
                _override(built, person, option=built.ids[a], criterion=built.ids[k], likely=likely)
        if chance.random() < weigh:
            raw = [float(chance.choice((0, 10, 20, 50, 100))) for _ in criteria]
            raw[0] += 10.0 * (sum(raw) == 0)
            for name, weight in zip(criteria, raw, strict=True):
                _override(built, person, criterion=built.ids[name], likely=weight)


def _override(built: MapBuilder, person: int, **fields: object) -> None:
    built.records.append(Override(len(built.records) + 100, person, **fields))
