"""Random criteria maps, rich in what makes sentences false: gaps, ties, zero weights, locks, ranges, red lines."""

import random

from desktop_app.model import reads
from desktop_app.model.document import Document
from desktop_app.model.ids import FactId
from desktop_app.model.records import Argument, Confidence, Fact, Map, Score, ScoreMode, WeightFrom
from desktop_app.wording.sentence import literal
from tests.weighing.maps import MAP, MapBuilder, ScoreFields

ROUND_SCORES = (0, 25, 50, 75, 100)
FACTS = ("Cost (£m, less is better)", "Jobs (more is better)", "Cost")


def random_map(chance: random.Random, draws: int = 100) -> Document:
    """A map of up to eight options on up to six criteria, each with a character of its own."""
    built = MapBuilder()
    options = [f"O{number}" for number in range(chance.choice((2, 2, 3, 3, 3, 4, 4, 5, 6, 7, 8)))]
    criteria = [f"K{number + 1}" for number in range(chance.choice((1, 2, 2, 3, 3, 3, 4, 4, 5, 6)))]
    for name in options:
        built.option(name)
    shape = chance.random()
    if shape < 0.05:
        _almost_level(chance, built, options)
    elif shape < 0.09:
        _under_a_line(chance, built, options)
    elif shape < 0.115:
        # Nobody has scored anything yet.
        _weights(chance, built, criteria)
    else:
        _weights(chance, built, criteria)
        _scores(chance, built, options, criteria)
    if chance.random() < 0.3:
        _facts(chance, built, options)
    document = built.document()
    with document.transaction(literal("Set")):
        document.change(document.get(Map, MAP), draws=draws, seed=chance.randrange(1000))
    return document


def random_wide_map(chance: random.Random) -> Document:
    """More criteria than a chart has room for, with gaps and doubts."""
    built = MapBuilder()
    options = [f"O{number}" for number in range(chance.randint(3, 8))]
    criteria = [f"K{number + 1}" for number in range(chance.randint(9, 16))]
    for name in options:
        built.option(name)
    _weights(chance, built, criteria)
    _scores(chance, built, options, criteria)
    return built.document()


def found_by_ways(chance: random.Random, document: Document) -> Document:
    """The same map, with how its weights were found recorded in part, or all weights as they are at first."""
    is_untouched, recorded = chance.random() < 0.3, chance.choice((0, 0.3, 1))
    with document.transaction(literal("Set")):
        for row in reads.criteria(document, MAP):
            source = chance.choice(list(WeightFrom)) if chance.random() < recorded else WeightFrom.NOT_RECORDED
            document.change(row, weight=50.0 if is_untouched else row.weight, weight_from=source)
    return document


def _almost_level(chance: random.Random, built: MapBuilder, options: list[str]) -> None:
    """Options that only a light, missing score keeps apart, by less than a point or a little more."""
    built.criterion("K1", 100.0)
    built.criterion("K2", float(chance.choice((1, 2, 3))))
    for option in options:
        built.score(option, "K1", float(chance.choice((70, 70, 70, 69, 40))))
        if chance.random() < 0.6:
            built.score(option, "K2", float(chance.randint(30, 70)))


def _under_a_line(chance: random.Random, built: MapBuilder, options: list[str]) -> None:
    """One option leads in spite of a red line; others may be under it, too, and some share what is left."""
    built.criterion("K1", float(chance.choice((20, 30, 40))), red_line=40.0)
    built.criterion("K2", 70.0)
    first = chance.choice(options)
    has_outside = chance.random() < 0.4
    for option in options:
        is_first = option == first
        if has_outside and not is_first and chance.random() < 0.4:
            continue  # nobody has scored it
        built.score(option, "K1", float(chance.randint(10, 39) if is_first else chance.choice((30, 40, 50, 60, 70))))
        if is_first or chance.random() < 0.9:
            built.score(option, "K2", float(chance.randint(90, 100) if is_first else chance.choice((30, 40, 50, 60))))


def _weights(chance: random.Random, built: MapBuilder, criteria: list[str]) -> None:
    kind = chance.choice(("equal", "round", "any", "any", "light", "heavy"))
    with_zero = chance.random() < 0.3
    locks = chance.choice((0, 0, 0.3, 0.6))
    red = chance.choice((0, 0.2, 0.2, 0.5))
    for place, name in enumerate(criteria):
        weight = {
            "equal": 50.0,
            "round": float(chance.choice((10, 20, 20, 40, 50, 100))),
            "any": float(chance.randint(1, 100)),
            "light": float(chance.choice((1, 2, 100))),
            "heavy": 100.0 if place == 0 else float(chance.randint(1, 15)),
        }[kind]
        if with_zero and chance.random() < 0.35:
            weight = 0.0
        built.criterion(
            name,
            weight,
            locked=chance.random() < locks,
            red_line=float(chance.choice((15, 25, 40))) if chance.random() < red else None,
            shared_doubt=chance.random() < 0.2,
        )


def _scores(chance: random.Random, built: MapBuilder, options: list[str], criteria: list[str]) -> None:
    gaps = chance.choice((0, 0, 0, 0.05, 0.1, 0.2, 0.4))
    doubt = chance.choice((0, 0, 0.3, 0.8))
    argued = chance.choice((0, 0, 0, 0.2))
    is_round = chance.random() < 0.4
    is_close = chance.random() < 0.35
    rows: list[dict[str, float]] = []
    ideal = {name: chance.randint(20, 80) for name in criteria}
    for option in options:
        if rows and chance.random() < 0.12:
            row = dict(chance.choice(rows))
        elif is_round:
            row = {name: float(chance.choice(ROUND_SCORES)) for name in criteria}
        elif is_close:
            row = {name: float(ideal[name] + chance.randint(-6, 6)) for name in criteria}
        else:
            row = {name: float(chance.randint(0, 100)) for name in criteria}
        rows.append(row)
        bare = chance.random() < 0.07 and gaps > 0
        only = chance.choice(criteria) if chance.random() < 0.1 and gaps > 0 else None
        for name in criteria:
            if bare or (only not in {None, name}) or (only is None and chance.random() < gaps):
                if chance.random() < 0.3:
                    built.score(option, name)
            elif chance.random() < argued:
                _argue(chance, built, option, name)
            else:
                built.score(option, name, row[name], **_doubt(chance, doubt, row[name]))
                if chance.random() < argued / 2:
                    _speak(chance, built, option, name)
    if chance.random() < 0.15 and len(options) > 2:
        _make_sure(chance, built, options, criteria)


def _make_sure(chance: random.Random, built: MapBuilder, options: list[str], criteria: list[str]) -> None:
    """Lets one option lead by far, so that leads hold in spite of gaps."""
    best = chance.choice(options)
    for place, record in enumerate(built.records):
        if isinstance(record, Score) and record.mode is ScoreMode.JUDGED and record.likely is not None:
            high = 90 + chance.randint(0, 10) if record.option == built.card_ids[best] else 60 * record.likely / 100
            built.records[place] = Score(record.id, record.option, record.criterion, likely=float(round(high)))


def _doubt(chance: random.Random, doubt: float, likely: float) -> ScoreFields:
    if chance.random() >= doubt:
        return {}
    if chance.random() < 0.5:
        return {"confidence": chance.choice(list(Confidence))}
    low = max(0, likely - chance.choice((0, 5, 20, 40)))
    return {"low": float(low), "high": float(min(100, likely + chance.choice((0, 5, 20, 40))))}


def _argue(chance: random.Random, built: MapBuilder, option: str, criterion: str) -> None:
    """An argued cell: one to three pros and cons speak to it."""
    built.score(option, criterion, mode=ScoreMode.ARGUED)
    _speak(chance, built, option, criterion)


def _speak(chance: random.Random, built: MapBuilder, option: str, criterion: str) -> None:
    for number in range(chance.randint(0, 3)):
        claim = f"{option} on {criterion} {number}"
        plausibility = chance.choice((None, 0.3, 0.6, 0.9))
        is_doubted = plausibility is not None and chance.random() < 0.3
        built.card(claim, plausibility, confidence=chance.choice(list(Confidence)) if is_doubted else None)
        sign = chance.choice("+-")
        importance = chance.choice((None, 0.25, 0.5, 0.75, 1.0))
        built.argue(f"{sign}{claim}", claim, option, importance, criterion=built.criterion_ids[criterion])
        assert isinstance(built.records[-2], Argument)


def _facts(chance: random.Random, built: MapBuilder, options: list[str]) -> None:
    for name in chance.sample(FACTS, chance.randint(1, 2)):
        for option in options:
            if chance.random() < 0.85:
                amount = float(chance.choice((0, 5, 10, 24, 41, chance.randint(0, 60))))
                number = FactId(len(built.records) + 100)
                built.records.append(Fact(number, built.card_ids[option], name, f"{amount:g}", amount=amount))
