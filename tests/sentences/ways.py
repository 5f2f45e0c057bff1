"""Judges the way to a leaning, shares in it, what it is sensitive to, trials and other methods; leads by leanings."""

import itertools
import math
import re
from collections.abc import Mapping, Sequence

import numpy as np

from desktop_app.model import reads
from desktop_app.model.document import Document
from desktop_app.model.ids import ArgumentId
from desktop_app.model.records import Argument, Confidence, Method
from tests.sentences.leads import must, must_list
from tests.sentences.leanings import NOISE, Leaning, told_leaning
from tests.sentences.scoring import read_scores
from tests.sentences.strengths import EULER, WIDTH, Arguments
from tests.sentences.words import FalsehoodError, Read, is_rounded, number, whole
from tests.sure import sure
from tests.weighing.maps import MAP

_STEP = re.compile(r"(“[^”]*”(?: \(its \w+ use\))?) (adds|takes) ([+−]\d+)|(\d+) more together (0|[+−]\d+)")
_METHODS = {
    "the log-odds balance": Method.LOG_ODDS.value,
    "the simple balance": Method.SIMPLE.value,
    "quadratic energy": Method.QUADRATIC_ENERGY.value,
    "DF-QuAD": Method.DF_QUAD.value,
    "Euler-based": EULER,
}
_SIDES = {"for": 1, "against": -1, "neither way": 0}
DRAWS = 4_000
_MOST_PLAYERS = 10


def judge_sensitive(leaning: Leaning, read: Read) -> None:
    """The largest change that shows, of all numbers a tenth higher or lower."""
    shown = whole(leaning.value)
    changes = {}
    for lever in [*leaning.levers, *leaning.evens]:
        for tenth in (-10, 10):
            if 0 < lever.now + tenth < 100 or (lever.kind == "matters" and 0 <= lever.now + tenth <= 100):
                then = whole(float(leaning.tried(lever, lever.now + tenth)))
                changes[lever, tenth] = abs(then - shown)
    largest = max(changes.values(), default=0)
    if read.key == "sensitive.none":
        must(largest == 0, f"{changes}")
        return
    kind = read.key.split(".")[1]
    name = read["claim" if kind == "likely" else "argument"]
    named = [lever for lever in [*leaning.levers, *leaning.evens] if lever.kind == kind and lever.name == name]
    tried = float(number(read["tried"]))
    for lever in named:
        exact = next((lever.now + t for t in (-10, 10) if is_rounded(read["tried"].split()[0], lever.now + t)), tried)
        then = whole(float(leaning.tried(lever, exact)))
        if then == told_leaning(read) and is_rounded(read["now"].removesuffix(" %"), lever.now):
            must(abs(exact - lever.now) <= 10 + NOISE, "more than a tenth")
            must(abs(then - shown) >= largest > 0, f"another moves it more: {changes}")
            return
    raise FalsehoodError(f"of {named} nothing leans {told_leaning(read)} at {tried}")


def judge_way(leaning: Leaning, said: Sequence[Read]) -> None:
    """From the start over the largest steps to the end, which is the leaning."""
    if not leaning.direct:
        must(not said, "there is no way")
        return
    is_points = leaning.own.method == Method.LOG_ODDS.value
    start, end = said[0], said[-1]
    must(start.key == ("way.start" if is_points else "way.start.leaning"), "it is told in another unit")
    must(start["start"] == "0", "a question or an option starts even")
    must(end.key == ("way.end" if is_points else "way.end.leaning"), "it is told in another unit")
    parts = {item.id: float(leaning.own.points(item)) for item in leaning.direct} if is_points else shapley(leaning)
    total = sum(sure(parts).values()) if is_points else leaning.value
    must(is_rounded(end["end"], total), f"together it is {total}")
    if is_points:
        must(abs(100 * math.tanh(total / 200) - leaning.value) < 1e-6, "the points do not make the leaning")
    shown = whole(leaning.value)
    told = {"for": end.said.get("for"), "against": end.said.get("against")}
    must(told["for" if shown > 0 else "against"] is not None or shown == 0, f"it leans {leaning.value}")
    for text in told.values():
        must(text is None or (shown != 0 and is_rounded(text, leaning.value)), f"it leans {leaning.value}")
    _judge_steps(leaning, said[1] if len(said) > 2 else None, parts)


def _judge_steps(leaning: Leaning, read: Read | None, parts: Mapping[ArgumentId, float] | None) -> None:
    if parts is None:
        return
    sizes = sorted((abs(value) for value in parts.values() if whole(value)), reverse=True)
    steps = list(_STEP.finditer(read["steps"])) if read is not None else []
    rest = re.sub(r", | and ", "", _STEP.sub("", read["steps"])) if read is not None else ""
    must(not rest, f"{rest!r} cannot be read")
    named = [step for step in steps if step[1]]
    must(len(named) + sum(int(step[4]) for step in steps if step[4]) == len(sizes), f"the steps are {parts}")
    left = dict(parts)
    for step, size in zip(named, sizes, strict=False):
        fit = [
            item.id
            for item in leaning.direct
            if item.id in left and leaning.name(item) == step[1] and is_rounded(step[3], left[item.id])
        ]
        must(bool(fit) and abs(abs(left[fit[0]]) - size) < 1e-6, f"{step[0]}: the steps are {parts}")
        must((step[2] == "adds") == (left.pop(fit[0]) > 0), "adds, takes")
    for step in steps:
        if step[4]:
            must(is_rounded(step[5], sum(left.values())), f"the others make {sum(left.values())}")


def shapley(leaning: Leaning) -> dict[ArgumentId, float] | None:
    """The share of each argument on the card, over all orders in which they may come; None: too many to try."""
    return _shapley(leaning, leaning.direct)


def _shapley(leaning: Leaning, players: Sequence[Argument]) -> dict[ArgumentId, float] | None:
    if len(players) > _MOST_PLAYERS:
        return None
    sets = np.array(list(itertools.product((0.0, 1.0), repeat=len(players))))
    matters = {item.id: sets[:, place] * sure(item.importance) for place, item in enumerate(players)}
    values = np.asarray(leaning.own.trying(matters=matters).leaning(leaning.card)) + np.zeros(len(sets))
    count = len(players)
    sizes = sets.sum(axis=1).astype(int)
    found = {}
    for place, item in enumerate(players):
        without = np.flatnonzero(sets[:, place] == 0)
        weight = np.array([math.factorial(size) * math.factorial(count - size - 1) for size in sizes[without]])
        gained = values[without + (1 << (count - 1 - place))] - values[without]
        found[item.id] = float((weight * gained).sum() / math.factorial(count))
    return found


def judge_shares(leaning: Leaning, read: Read) -> None:
    """Whose share is largest, of all weighed arguments below; log-odds shares many players by their points."""
    if read.key == "shares.none":
        must(not leaning.part, "something is weighed")
        return
    named = [item for item in leaning.part if leaning.name(item) == read["argument"]]
    must(bool(named), "no argument below it has that name")
    if len(leaning.part) > _MOST_PLAYERS:
        return
    found = _shapley(leaning, leaning.part)
    assert found is not None
    largest = max(map(abs, found.values()))
    fit = [item for item in named if is_rounded(read["leaning"], found[item.id])]
    must(any(abs(found[item.id]) >= largest - 1e-6 for item in fit), f"the shares are {found}")


def judge_runs(leaning: Leaning, read: Read | None, draws: int, seed: int) -> None:
    """How often it leans which way, by draws of its own."""
    chance = np.random.default_rng(seed)
    tried = {}
    for card in leaning.claims:
        likely = card.plausibility
        if card.confidence is not None and likely is not None and likely not in leaning.locks:
            width = WIDTH[Confidence(card.confidence)] / 100
            low, high = max(0, likely - width), min(1, likely + width)
            tried[card.id] = chance.triangular(low, likely, high, size=DRAWS)
    if read is None:
        return
    values = np.asarray(leaning.own.trying(likely=tried).leaning(leaning.card)) + np.zeros(DRAWS)
    sign = 1 if read.key.endswith("for") else -1
    share = float((sign * values > 0).mean() + (values == 0).mean() / 2)
    noise = 450 * math.sqrt(max(share * (1 - share), 0.0002) * (1 / draws + 1 / DRAWS))
    must(share > 0.5 - noise / 100, "it leans the other way more often")
    must(abs(int(read["count"]) - 100 * share) <= noise + 1, f"it does in {100 * share:.1f}")
    spread = float(np.std(values))
    for name, percentile in (("low", 5), ("high", 95)):
        off = abs(float(number(read[name])) - float(np.percentile(values, percentile)))
        must(off <= 1 + spread / 3, f"{name} is {np.percentile(values, percentile)}")


def judge_bridge(leaning: Leaning, read: Read) -> None:
    """What the points of the longest bar would do by themselves: they bend."""
    points = max((float(leaning.own.points(item)) for item in leaning.direct), key=abs)
    strengths = [100 / (1 + math.exp(-sign * abs(points) / 100)) for sign in (1, -1)]
    sign = 1 if read.key == "chart.bridge" else -1
    must(is_rounded(read["points"], sign * abs(points)), f"the longest bar has {points}")
    must(is_rounded(read["strength"], strengths[0 if sign > 0 else 1]), f"{strengths}")
    must(is_rounded(read["leaning"], 100 * math.tanh(sign * abs(points) / 200)), f"{strengths}")


def judge_methods(leaning: Leaning, read: Read) -> None:
    """Whether five methods show the same side, and which say another."""
    shown = {}
    for name, method in _METHODS.items():
        value = float(Arguments(leaning.document, method).leaning(leaning.card))
        shown[name] = (whole(value) > 0) - (whole(value) < 0)
    if read.key == "methods.agree":
        must(set(shown.values()) == {_SIDES[read["side"]]}, f"{shown}")
        return
    told: dict[str, int] = {}
    for part in read["sides"].split("; "):
        found = re.fullmatch(r"(.*) (says|say) (for|against|neither way)", part)
        if found is None:
            raise FalsehoodError(f"{part!r} cannot be read")
        names = re.split(r", | and ", found[1])
        must((len(names) == 1) == (found[2] == "says"), "says, say")
        told |= dict.fromkeys(names, _SIDES[found[3]])
    must(len(set(shown.values())) > 1, "they agree")
    must(all(shown[name] == side for name, side in told.items()), f"{shown}")
    must(set(told) == set(shown), f"{shown}, and not all of them are said")


def judge_leaning_lead(document: Document, said: Sequence[Read]) -> None:
    """Who leans furthest, and who has no leaning and stands outside."""
    values, outside = {}, []
    for option, letter in reads.option_letters(document, MAP).items():
        card = Leaning(document, option)
        if card.direct:
            values[letter] = card.value
        else:
            outside.append(letter)
    read = said[0]
    if len(values) < 2:
        must(len(said) == 1, "there is nothing to compare")
        scores = read_scores(document)
        nothing = "lead.weightless" if scores.cells else "lead.none" if scores.criteria else "leaning.none"
        must(read.key == ("leaning.single" if values else nothing), f"{values}")
        must(read.said.get("first") in {*values, None}, f"{values}")
        return
    if outside:
        must(len(said) == 2 and said[1].key == "leaning.outside", f"{outside} stand outside")
        must_list(said[1], "one" if "one" in said[1].said else "options", outside)
    else:
        must(len(said) == 1, "nobody stands outside")
    order = sorted(values, key=lambda a: -values[a])
    level = [a for a in order if values[order[0]] - values[a] < 1 - NOISE]
    if len(level) > 1:
        must(read.key == "leaning.level", f"{level} are level")
        named, more = read.listed("options")
        must(set(named) <= set(level) and len(named) + more == len(level), f"{level} are level")
        for a, text in zip(named, read.listed("leanings")[0], strict=True):
            must(is_rounded(text, values[a]), f"{a} leans {values[a]}")
        return
    first, lead = order[0], values[order[0]] - values[order[1]]
    shown = whole(values[first])
    side = "for" if shown > 0 else "against" if shown < 0 else "even"
    must(read.key == f"leaning.{side}" and read["first"] == first, f"{first} leans {values[first]}")
    must(is_rounded(read.said.get("leaning", "0"), values[first]), f"{first} leans {values[first]}")
    must(abs(values[read["rival"]] - values[order[1]]) < NOISE, f"the next is {order[1]}")
    must(is_rounded(read["points"], lead), f"the lead is {lead}")
