"""Judges what is said of value against amounts."""

import re
from collections.abc import Sequence
from fractions import Fraction

from desktop_app.model import reads as model_reads
from desktop_app.model.document import Document
from desktop_app.model.records import Fact
from tests.sentences.leads import must, must_list
from tests.sentences.scoring import Scores
from tests.sentences.words import FalsehoodError, Read, is_rounded
from tests.weighing.maps import MAP

_LETTERS = r"(?:[A-Z]{1,2}|\d+ more)(?:(?:, | and )(?:[A-Z]{1,2}|\d+ more)(?! gives| has))*"
_BEATEN = re.compile(
    rf"(?P<better>[A-Z]{{1,2}}) (?:(?P<less>gives more than (?P<w1>{_LETTERS}) for less)"
    rf"|(?P<more>has more of both than (?P<w2>{_LETTERS}))"
    rf"|(?P<no_more>gives as much as (?P<w3>{_LETTERS}) or more for no more)"
    rf"|(?P<no_less>has as much of both as (?P<w4>{_LETTERS}) or more))"
)
_STEP = re.compile(r"[Ff]rom ([A-Z]{1,2}) to ([A-Z]{1,2}) (\S+)(?: points?)? for ([^\s,]+)")


def judge_costs(document: Document, scores: Scores, reads: Sequence[Read]) -> None:
    """Sentences of costs come in runs: who is on the frontier, the steps on it, who stands outside."""
    letters = model_reads.option_letters(document, MAP)
    amounts: dict[str, dict[str, Fraction]] = {}
    for fact in document.all(Fact):
        if fact.amount is not None:
            amounts.setdefault(fact.name, {})[letters[fact.option]] = Fraction(fact.amount)
    name = ""
    told = []
    for read in reads:
        if "fact" in read.said:
            name = read["fact"]
            told.append(name)
            must(name in amounts, f"{name} has no amounts")
        points = {a: (amount, scores.totals[a]) for a, amount in amounts[name].items() if a in scores.totals}
        sign = 1 if "less is better" in name else -1
        beaten = {a: [b for b in points if b != a and _beats(points[b], points[a], sign)] for a in points}
        frontier = sorted((a for a in points if not beaten[a]), key=lambda a: points[a][0])
        if read.key == "cost.outside":
            without = [a for a in scores.options if a not in points]
            must_list(read, "one" if "one" in read.said else "options", without)
        elif read.key == "cost.steps":
            _judge_steps(read, points, frontier)
        else:
            must(read.key.startswith("cost.less" if sign > 0 else "cost.more"), "the direction is another")
            is_open = any(total[0] != total[1] for _, total in points.values())
            must((".open" in read.key) == is_open, "what no score is missing for is certain, all else is open")
            named, more = read.listed("frontier")
            must(set(named) <= set(frontier) and len(named) + more == len(frontier), f"on it are {frontier}")
            _judge_beaten(read, points, {a: found for a, found in beaten.items() if found}, sign)
    must(len(set(told)) == len(told), "a fact is spoken of twice")


# Its amount, and the least and the most of its total.
Point = tuple[Fraction, tuple[Fraction, Fraction]]


def _beats(one: Point, other: Point, sign: int) -> bool:
    is_no_worse = sign * (other[0] - one[0]) >= 0 and one[1][0] >= other[1][1]
    return is_no_worse and (one[0] != other[0] or one[1][0] > other[1][1])


def _judge_beaten(read: Read, points: dict[str, Point], beaten: dict[str, list[str]], sign: int) -> None:
    text = read.said.get("beaten", "")
    told: set[str] = set()
    rest = re.fullmatch(r"(.*) and (\d+) more", text)
    cut = int(rest[2]) if rest else 0
    text = rest[1] if rest else text
    must(not re.sub(r", | and |; ", "", _BEATEN.sub("", text)), f"{text!r} cannot be read")
    for found in _BEATEN.finditer(text):
        better = found["better"]
        names = next(found[name] for name in ("w1", "w2", "w3", "w4") if found[name])
        for worse in re.split(r", | and ", names):
            if worse.endswith(" more"):
                cut += int(worse.split()[0])
                continue
            must(worse in beaten and better in beaten[worse], f"{better} does not beat {worse}")
            one, other = points[better], points[worse]
            if found["less"] or found["more"]:
                must(sign * (other[0] - one[0]) > 0 and one[1][0] > other[1][1], f"{better}, {worse}: one is equal")
            told.add(worse)
    must(told <= set(beaten) and len(told) + cut == len(beaten), f"beaten are {beaten}")


def _judge_steps(read: Read, points: dict[str, Point], frontier: list[str]) -> None:
    text = f"From {read['steps']}"
    if re.sub(r", | and |; |\d+ more", "", _STEP.sub("", text)):
        raise FalsehoodError(f"{text!r} cannot be read")
    for one, other, change, amount in _STEP.findall(text):
        must(one in frontier and other in frontier, f"{frontier} are on it")
        must(frontier.index(other) == frontier.index(one) + 1, "a step leads to the next")
        (low, high), (least, most) = points[one][1], points[other][1]
        must(low == high and least == most, "a total of the step is open")
        must(is_rounded(change, least - low), f"the totals differ by {float(least - low)}")
        numbers = re.findall(r"\d+(?:\.\d+)?", amount)
        exact = abs(points[other][0] - points[one][0])
        must(len(numbers) == 1 and Fraction(numbers[0]) == exact, f"the amounts differ by {float(exact)}")
