"""Random rooms: up to twenty perspectives of all kinds over one map, with gaps, ties, and some who say nothing."""

import random

from desktop_app.model.document import Document
from desktop_app.model.ids import CardId, CriterionId, OverrideId, PerspectiveId
from desktop_app.model.records import (
    Argument,
    Card,
    CardKind,
    Override,
    Perspective,
    PerspectiveKind,
    Record,
    WeightFrom,
)
from desktop_app.wording.sentence import literal
from tests.sentences.random_arguments import random_arguments
from tests.weighing.maps import MAP, RANKS, MapBuilder


def random_people(chance: random.Random) -> Document:
    """A map whose own numbers may be nobody's, and two to twenty perspectives over it."""
    built = MapBuilder()
    options = [f"O{number}" for number in range(chance.choice((2, 3, 3, 4, 6)))]
    for name in options:
        built.option(name)
    shape = chance.random()
    if shape < 0.22:
        made = _almost_level if shape < 0.1 else _divided if shape < 0.16 else _before_a_criterion
        made(chance, built, options)
        return built.document()
    criteria = [f"K{number + 1}" for number in range(chance.choice((1, 1, 2, 3)))]
    are_alike = chance.random() < 0.5
    source = chance.choice((WeightFrom.NOT_RECORDED, WeightFrom.NOT_RECORDED, WeightFrom.TYPED))
    for name in criteria:
        weight = 50.0 if are_alike else float(chance.choice((0, 20, 50, 80)))
        built.criterion(name, weight, weight_from=source)
    if sum(record.weight for record in built.records if hasattr(record, "weight")) == 0:
        built.records[-1] = type(built.records[-1])(**{**_fields(built.records[-1]), "weight": 50.0})
    quality = {(a, k): chance.randint(10, 90) for a in options for k in criteria}
    if chance.random() < 0.5:
        for (a, k), value in quality.items():
            if chance.random() < 0.7:
                built.score(a, k, float(value))
    _people(chance, built, quality, criteria)
    return built.document()


def _almost_level(chance: random.Random, built: MapBuilder, options: list[str]) -> None:
    """People who agree about what weighs most, and of whom few say anything of a light criterion."""
    light = float(chance.choice((1, 2, 5)))
    built.criterion("K1", 100.0)
    built.criterion("K2", light)
    heavy = {a: chance.choice((70, 70, 69, 60, 40)) for a in options}
    rare = {a: chance.choice((0.1, 0.4, 1)) for a in options}
    for number in range(chance.choice((2, 3, 5, 8))):
        person = _perspective(chance, built, number, (PerspectiveKind.PERSON,), (1.0,))
        for name, weight in (("K1", 100.0), ("K2", light)):
            _override(built, person, criterion=built.criterion_ids[name], likely=weight)
        for a in options:
            _override(
                built, person, option=built.card_ids[a], criterion=built.criterion_ids["K1"], likely=float(heavy[a])
            )
            if chance.random() < rare[a]:
                likely = float(chance.randint(30, 70))
                _override(built, person, option=built.card_ids[a], criterion=built.criterion_ids["K2"], likely=likely)


def _divided(chance: random.Random, built: MapBuilder, options: list[str]) -> None:
    """People who agree about every option they score, but do not score the same ones."""
    built.criterion("K1", 50.0)
    worth = {a: chance.choice((50, 50, 49.5, 48, 47)) for a in options}
    gaps = chance.choice((0.2, 0.3, 0.5))
    for number in range(chance.choice((3, 3, 4, 5))):
        person = _perspective(chance, built, number, (PerspectiveKind.PERSON,), (1.0,))
        for a in options:
            if chance.random() >= gaps:
                _override(
                    built, person, option=built.card_ids[a], criterion=built.criterion_ids["K1"], likely=float(worth[a])
                )


def _before_a_criterion(chance: random.Random, built: MapBuilder, options: list[str]) -> None:
    """People who weighed and scored everything before another criterion came, which some have scored since."""
    for name in ("K1", "K2", "K3"):
        built.criterion(name, 50.0)
    since = chance.choice((0.2, 0.7, 1))
    for number in range(chance.choice((2, 3, 5))):
        person = _perspective(chance, built, number, (PerspectiveKind.PERSON,), (1.0,))
        for name in ("K1", "K2"):
            _override(built, person, criterion=built.criterion_ids[name], likely=float(chance.randint(1, 100)))
        for a in options:
            for name, share in (("K1", 1), ("K2", 1), ("K3", since)):
                if chance.random() < share:
                    likely = float(chance.randint(0, 100))
                    _override(
                        built, person, option=built.card_ids[a], criterion=built.criterion_ids[name], likely=likely
                    )


def _perspective(
    chance: random.Random,
    built: MapBuilder,
    number: int,
    kinds: tuple[PerspectiveKind, ...],
    shares: tuple[float, ...],
) -> PerspectiveId:
    person, rank = PerspectiveId(len(built.records) + 100), RANKS[len(built.records)]
    kind, share = chance.choice(kinds), chance.choice(shares)
    built.records.append(Perspective(person, MAP, f"P{number + 1}", kind, rank, share=share))
    return person


def random_speakers(chance: random.Random) -> Document:
    """Pros and cons that two to twelve perspectives judge, in part; the map's own judgements may be nobody's."""
    document = random_arguments(chance)
    claims = [card for card in document.all(Card) if card.kind is CardKind.CLAIM]
    items = list(document.all(Argument))
    kinds = chance.choice(((PerspectiveKind.PERSON,), tuple(PerspectiveKind)))
    shares = chance.choice(((1.0,), (1.0,), (0.0, 0.5, 1.0, 3.0)))
    said = chance.choice((0.1, 0.5, 0.9))
    with document.transaction(literal("Set")):
        if chance.random() < 0.4:
            for record in claims:
                document.change(record, plausibility=None)
            for item in items:
                document.change(item, importance=None)
        for number in range(chance.choice((2, 2, 3, 5, 12))):
            kind, share = chance.choice(kinds), chance.choice(shares)
            rank = RANKS[1000 + number]
            document.add(Perspective(PerspectiveId(number + 1), MAP, f"P{number + 1}", kind, rank, share=share))
            for record in claims:
                if chance.random() < said:
                    likely = chance.choice((0.0, 0.2, 0.5, 0.7, 0.9, 1.0))
                    document.add(
                        Override(
                            OverrideId(document.new_id(Override)),
                            PerspectiveId(number + 1),
                            card=record.id,
                            likely=likely,
                        )
                    )
            for item in items:
                if chance.random() < said:
                    likely = chance.choice((0.0, 0.25, 0.5, 0.75, 1.0))
                    document.add(
                        Override(
                            OverrideId(document.new_id(Override)),
                            PerspectiveId(number + 1),
                            argument=item.id,
                            likely=likely,
                        )
                    )
    return document


def _fields(record: Record) -> dict[str, object]:
    return {name: getattr(record, name) for name in record.__dataclass_fields__}


def _people(chance: random.Random, built: MapBuilder, quality: dict[tuple[str, str], int], criteria: list[str]) -> None:
    kinds = chance.choice(((PerspectiveKind.PERSON,), tuple(PerspectiveKind)))
    shares = chance.choice(((1.0,), (1.0,), (0.0, 0.5, 1.0, 1.0, 3.0)))
    is_partial, is_single = chance.random() < 0.1, chance.random() < 0.1
    gaps = chance.choice((0, 0, 0.05, 0.2, 0.4))
    noise = chance.choice((0, 2, 20, 60))
    weigh = chance.choice((0, 0, 1, 0.7))
    for number in range(chance.choice((2, 2, 3, 4, 5, 8, 14, 20))):
        person = _perspective(chance, built, number, kinds, shares)
        if chance.random() < 0.06:
            continue
        bare = chance.choice(sorted({a for a, _ in quality})) if chance.random() < gaps else ""
        for (a, k), value in quality.items():
            if a != bare and chance.random() >= gaps:
                given = min(100, max(0, value + chance.randint(-noise, noise)))
                likely = None if chance.random() < gaps / 4 else float(given)
                _override(built, person, option=built.card_ids[a], criterion=built.criterion_ids[k], likely=likely)
        if chance.random() < weigh:
            raw = [0.0 if is_single else float(chance.choice((0, 10, 20, 50, 100))) for _ in criteria]
            if sum(raw) == 0:
                raw[chance.randrange(len(raw))] = 100.0
            for name, weight in zip(criteria, raw, strict=True):
                if is_partial and chance.random() < 0.3:
                    continue
                _override(built, person, criterion=built.criterion_ids[name], likely=weight)


def _override(
    built: MapBuilder,
    person: PerspectiveId,
    *,
    likely: float | None,
    criterion: CriterionId,
    option: CardId | None = None,
) -> None:
    number = OverrideId(len(built.records) + 100)
    built.records.append(Override(number, person, option=option, criterion=criterion, likely=likely))
