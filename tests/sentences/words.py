"""Sentences read back: their words, written down here by hand, give the key and what is said; anything else fails.

In a template `{name:kind}` is a place: L an option's letter, LL letters in a list, N a number, S a signed number,
C a criterion, CC criteria, P whole percents, Q a text in quotation marks, T any text. `point(s)` agrees with the
number before it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

MINUS = "−"


class FalsehoodError(AssertionError):
    """Something said that is not so, or not said as it should be."""


@dataclass(frozen=True)
class Read:
    """What stands in one sentence."""

    key: str
    text: str
    said: Mapping[str, str]

    def __getitem__(self, name: str) -> str:
        return self.said[name]

    def number(self, name: str) -> Fraction:
        return number(self.said[name])

    def listed(self, name: str) -> tuple[list[str], int]:
        return listed(self.said[name])


def number(text: str) -> Fraction:
    return Fraction(text.replace(MINUS, "-").replace("+", "").replace(" %", ""))


def listed(text: str) -> tuple[list[str], int]:
    """The members of "A, B and 3 more", and how many are only counted."""
    parts = re.split(r", | and | or ", text)
    more = re.fullmatch(r"(\d+) more", parts[-1])
    return (parts[:-1], int(more[1])) if more else (parts, 0)


def is_rounded(text: str, value: Fraction | float) -> bool:
    """Whether a text shows a number to the digits it has, halves away from zero."""
    digits = Decimal("0.1") if "." in text else Decimal(1)
    shown = Decimal(text.replace(MINUS, "-").replace("+", ""))
    exact = Decimal(round(float(value), 9)) if not isinstance(value, Fraction) else _decimal(value)
    return Decimal(round(exact, 9)).quantize(digits, ROUND_HALF_UP) == shown


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)


def whole(value: Fraction | float) -> int:
    return int(round(_decimal(Fraction(value)), 9).quantize(Decimal(1), ROUND_HALF_UP))


_LETTER = r"[A-Z]{1,2}"
_NUMBER = rf"{MINUS}?\d+(?:\.\d)?"
_CRITERION = r"K\d+"
_QUOTED = r"“[^”]*”(?: and “[^”]*”)*(?: \(its \d+(?:st|nd|rd|th) use\))?"
_KINDS = {
    "L": _LETTER,
    "LL": rf"{_LETTER}(?:, {_LETTER})*(?: (?:and|or) (?:{_LETTER}|\d+ more))?",
    "N": _NUMBER,
    "NN": rf"{_NUMBER}(?:–{_NUMBER})?(?:(?:, | and ){_NUMBER}(?:–{_NUMBER})?)*(?: and \d+ more)?",
    "S": rf"(?:0|0\.0|[+{MINUS}]\d+(?:\.\d)?)",
    "SS": rf"(?:0|[+{MINUS}]?\d+(?:\.\d)?)(?:(?:, | and )(?:\d+ more|0|0\.0|[+{MINUS}]\d+(?:\.\d)?))*",
    "C": _CRITERION,
    "CC": rf"{_CRITERION}(?:, {_CRITERION})*(?: (?:and|or) (?:{_CRITERION}|\d+ more))?",
    "P": r"\d+ %",
    "Q": _QUOTED,
    "T": r".+?",
    "R": r"(?:(?:mean|median) of their (?:results|numbers)|their rankings)(?:, weighted by share)?",
    "O": r"[^;]+?",
    "E": r"\d+(?:st|nd|rd|th)",
    "I": r"in|for",
    "X": rf"(?:, {_LETTER} in \d+)+|(?:, \d+ puts? {_LETTER} first)+",
    "V": rf"[+{MINUS}]?\d+(?:\.\d)?",
    "W": r"“.+?",
}

_TEMPLATES: Mapping[str, tuple[str, ...]] = {
    "lead.none": ("No option is scored yet.",),
    "lead.single.uncounted": ("Only {first:L} has a score that counts; there is nothing to compare.",),
    "lead.single": ("Only {first:L} is scored; there is nothing to compare.",),
    "lead.alone": ("{first:L} comes first with {total:N} of 100, {points:N} point(s) ahead of {rival:L}.",),
    "lead.sure.both": (
        (
            "{first:L} comes first whatever the missing scores are: at least "
            "{own:N} against at most {other:N} for {rival:L}."
        ),
    ),
    "lead.sure.first": (
        "{first:L} comes first whatever the missing scores are: at least {own:N} against {other:N} for {rival:L}.",
    ),
    "lead.sure.rival": (
        "{first:L} comes first whatever the missing scores are: {own:N} against at most {other:N} for {rival:L}.",
    ),
    "lead.sure.others": (
        "{first:L} comes first whatever the missing scores are: {own:N} against {other:N} for {rival:L}.",
    ),
    "lead.level": ("{options:LL} share first place ({totals:NN}): less than a point apart.",),
    "lead.level.same": ("{options:LL} share first place with {total:N}: less than a point apart.",),
    "lead.least": (
        "{first:LL} comes first or is level with {others:LL}, whatever the missing scores are.",
        "{first:LL} come first or are level with {others:LL}, whatever the missing scores are.",
    ),
    "lead.open.cannot": ("Who comes first is open: {candidates:T}; {others:LL} cannot.",),
    "lead.open.cannot.likely": ("Who comes first is open: {candidates:T}; {others:LL} cannot by the likely scores.",),
    "lead.open": ("Who comes first is open: {candidates:T}.",),
    "outside.uncounted": (
        "{one:L} has no score that counts and stands outside.",
        "{options:LL} have no score that counts and stand outside.",
    ),
    "outside": (
        "{one:L} is not scored and stands outside.",
        "{options:LL} are not scored and stand outside.",
    ),
    "red": ("Of the options above every red line, {first:L} comes first.",),
    "red.level": ("Of the options above every red line, {options:LL} share first place.",),
    "red.least": (
        "Of the options above every red line, {first:L} comes first or is level with {others:LL}.",
        "Of the options above every red line, {first:LL} come first or are level with {others:LL}.",
    ),
    "red.open": ("Of the options above every red line, it is open who comes first.",),
    "red.single": ("Only {first:L} is above every red line.",),
    "red.single.scored": ("Of the options that are scored only {first:L} is above every red line.",),
    "red.none.scored": ("No option that is scored is above every red line.",),
    "red.none": ("No option is above every red line.",),
    "missing": (
        "{option:L} is on top if its missing {criterion:C} is above {score:N}.",
        "{option:L} is on top if its {count:N} missing scores average above {score:N}, by weight.",
    ),
    "weight.none": ("No single weight puts another option on top.",),
    "weight.may": ("{criterion:C}: {possible:T} ({why:T}), never for certain; now {now:P}.",),
    "weight.may.certain": ("{criterion:C}: {possible:T} ({why:T}), {certain:T} for certain; now {now:P}.",),
    "weight.turn": ("{criterion:C}: {turns:T}; now {now:P}.",),
    "weight.rest": ("The other weight changes nothing.", "The other {count:N} weights change nothing."),
    "move": (
        "{rival:L} draws level with {first:L} if {points:N} of 100 points of weight move from {donor:C} to {to:C}.",
        "{rival:L} draws level with {first:L} if {one:N} of 100 points of weight moves from {donor:C} to {to:C}.",
    ),
    "move.several": (
        "{rival:L} draws level with {first:L} if {points:N} of 100 points of weight move to {to:C}: {parts:T}.",
    ),
    "move.worst": (
        (
            "At worst for {first:L}, {rival:L} draws level if {points:N} of "
            "100 points of weight move from {donor:C} to {to:C}."
        ),
        (
            "At worst for {first:L}, {rival:L} draws level if {one:N} of 100 "
            "points of weight moves from {donor:C} to {to:C}."
        ),
    ),
    "move.worst.several": (
        (
            "At worst for {first:L}, {rival:L} draws level if {points:N} of "
            "100 points of weight move to {to:C}: {parts:T}."
        ),
    ),
    "move.none": ("No change of weights lets another option draw level with {first:L}.",),
    "move.none.unlocked": ("No change of the unlocked weights lets another option draw level with {first:L}.",),
    "pair": (
        (
            "{one:L} is {points:N} point(s) ahead of {other:L}: it gains most on {gain:C} ({gained:S}) "
            "and loses most on {loss:C} ({lost:S})."
        ),
    ),
    "pair.gains": ("{one:L} is {points:N} point(s) ahead of {other:L}: it gains most on {gain:C} ({gained:S}).",),
    "pair.plain": ("{one:L} is {points:N} point(s) ahead of {other:L}.",),
    "pair.behind": (
        (
            "{one:L} is {points:N} point(s) behind {other:L}: it gains most on {gain:C} ({gained:S}) "
            "and loses most on {loss:C} ({lost:S})."
        ),
    ),
    "pair.behind.losses": ("{one:L} is {points:N} point(s) behind {other:L}: it loses most on {loss:C} ({lost:S}).",),
    "pair.behind.plain": ("{one:L} is {points:N} point(s) behind {other:L}.",),
    "pair.level": (
        (
            "{one:L} and {other:L} are level: {again:L} gains most on {gain:C} ({gained:S}) "
            "and loses most on {loss:C} ({lost:S})."
        ),
    ),
    "pair.level.plain": ("{one:L} and {other:L} are level.",),
    "pair.open": ("{one:L} is between {low:N} and {high:N} points ahead of {other:L}: {missing:T} missing.",),
    "pair.open.behind": ("{one:L} is between {low:N} and {high:N} points behind {other:L}: {missing:T} missing.",),
    "pair.open.across": (
        "{one:L} is between {low:N} point(s) behind and {high:N} ahead of {other:L}: {missing:T} missing.",
    ),
    "score.tie": ("{rival:L} draws level with {first:L} if its {criterion:C} is {needed:N} instead of {now:N}.",),
    "score.none": ("No single score of its own lets {rival:L} draw level with {first:L}.",),
    "doubt.none": ("No score is in doubt.",),
    "doubt.holds": (
        (
            "Doubt about one criterion alone does not change who is on top; {criterion:C} comes nearest "
            "({first:L} {points:N} point(s) ahead of {rival:L})."
        ),
    ),
    "doubt.holds.level": (
        (
            "Doubt about one criterion alone does not change who is on top; {criterion:C} comes nearest "
            "({first:L} level with {rival:L})."
        ),
    ),
    "doubt.turns": ("Doubt about {criteria:CC} alone could put {rivals:LL} on top.",),
    "doubt.all": ("Even with every doubtful score at its worst for {first:L}, {again:L} stays on top.",),
    "info.always.given.likely": (
        "By the likely scores {first:L} comes first with any weights in the order of those given.",
    ),
    "info.may.given.likely": (
        "By the likely scores {may:LL} may come first with any weights in the order of those given.",
    ),
    "info.given.likely": (
        (
            "By the likely scores {may:LL} may come first with any weights in the order of those given; "
            "{one:L} never does."
        ),
        (
            "By the likely scores {may:LL} may come first with any weights in the order of those given; "
            "{never:LL} never do."
        ),
    ),
    "info.always.likely": ("By the likely scores {first:L} comes first with any weights in your order.",),
    "info.may.likely": ("By the likely scores {may:LL} may come first with any weights in your order.",),
    "info.likely": (
        "By the likely scores {may:LL} may come first with any weights in your order; {one:L} never does.",
        "By the likely scores {may:LL} may come first with any weights in your order; {never:LL} never do.",
    ),
    "info.always.given": ("With any weights in the order of those given {first:L} comes first.",),
    "info.may.given": ("With any weights in the order of those given {may:LL} may come first.",),
    "info.given": (
        "With any weights in the order of those given {may:LL} may come first; {one:L} never does.",
        "With any weights in the order of those given {may:LL} may come first; {never:LL} never do.",
    ),
    "info.always": ("With any weights in your order {first:L} comes first.",),
    "info.may": ("With any weights in your order {may:LL} may come first.",),
    "info": (
        "With any weights in your order {may:LL} may come first; {one:L} never does.",
        "With any weights in your order {may:LL} may come first; {never:LL} never do.",
    ),
    "argued": (
        "{count:N} of the {total:N} scores are argued, not judged: a direction rather than a measure.",
        "{one:N} of the {total:N} scores is argued, not judged: a direction rather than a measure.",
    ),
    "cost.less": ("Against {fact:T} nobody gives as much for less than {frontier:LL}.",),
    "cost.less.beaten": ("Against {fact:T} nobody gives as much for less than {frontier:LL}; {beaten:T}.",),
    "cost.more": ("Beside {fact:T} nobody has as much of both as {frontier:LL} and more of one.",),
    "cost.more.beaten": ("Beside {fact:T} nobody has as much of both as {frontier:LL} and more of one; {beaten:T}.",),
    "cost.less.open": ("Against {fact:T} nobody is sure to give as much for less than {frontier:LL}.",),
    "cost.less.open.beaten": (
        "Against {fact:T} nobody is sure to give as much for less than {frontier:LL}; {beaten:T}.",
    ),
    "cost.more.open": ("Beside {fact:T} nobody is sure to have as much of both as {frontier:LL} and more of one.",),
    "cost.more.open.beaten": (
        "Beside {fact:T} nobody is sure to have as much of both as {frontier:LL} and more of one; {beaten:T}.",
    ),
    "cost.steps": ("From {steps:T}.",),
    "cost.outside": (
        "{one:L} has no total or no comparable amount and stands outside.",
        "{options:LL} have no total or no comparable amount and stand outside.",
    ),
}
_RANGE = "({share:N} %: two times in three {low:N}–{high:N} %)"
_DOUBT = "and the doubtful scores within their ranges"
_TRIALS = {
    "trials": f"that vary the weights around yours {_RANGE}",
    "trials.given": f"that vary the weights around those given {_RANGE}",
    "trials.doubt.given": f"that vary the weights around those given {_RANGE} {_DOUBT}",
    "trials.equal": f"that vary the weights around equal ones {_RANGE}",
    "trials.doubt": f"that vary the weights around yours {_RANGE} {_DOUBT}",
    "trials.doubt.equal": f"that vary the weights around equal ones {_RANGE} {_DOUBT}",
    "trials.order.doubt": f"with any weights in your order {_DOUBT}",
    "trials.any.doubt": f"with any weights {_DOUBT}",
    "trials.scores": "that vary the doubtful scores",
    "trials.order": "with any weights in your order",
    "trials.any": "with any weights",
}


def _all_templates() -> Iterator[tuple[str, str]]:
    for key, texts in _TEMPLATES.items():
        for text in texts:
            yield key, text
    for key, text in _TRIALS.items():
        yield f"{key}.only", f"{{first:L}} comes first in {{count:N}} of 100 trials {text}."
        yield key, f"{{first:L}} comes first in {{count:N}} of 100 trials {text}; {{others:T}}."


def compiled(template: str) -> re.Pattern[str]:
    """The regular expression of a template."""
    parts = re.split(r"\{(\w+):(\w+)\}", template.removesuffix("."))
    found = ""
    for place, part in enumerate(parts):
        if place % 3 == 0:
            found += re.escape(part).replace(r"\(s\)", "(?:s)?")
        elif place % 3 == 1:
            found += f"(?P<{part}>"
        else:
            found += f"{_KINDS[part]})"
    return re.compile(found + (r"\." if template.endswith(".") else ""))


class Reader:
    """Reads sentences of a set of templates; the first that fits whole is it."""

    def __init__(self, templates: Iterator[tuple[str, str]]) -> None:
        self._known = [(key, compiled(template)) for key, template in templates]

    def read(self, text: str) -> Read:
        """What a sentence says.

        Raises:
            FalsehoodError: no template has such words.
        """
        for key, pattern in self._known:
            found = pattern.fullmatch(text)
            if found is not None:
                said = {name: value for name, value in found.groupdict().items() if value is not None}
                _check_plural(text)
                return Read(key, text, said)
        raise FalsehoodError(f"nobody can read this: {text!r}")


def _check_plural(text: str) -> None:
    for count, ending in re.findall(rf"(?<![\d.])(?<!and )([+]?{_NUMBER}) point(s?)\b", text):
        if (abs(number(count)) == 1 and "." not in count) != (ending == ""):
            raise FalsehoodError(f"one and many are mixed up: {text!r}")


TOTALS = Reader(_all_templates())
