"""The words of what is said of pros and cons, and of leads by leanings, written down by hand."""

from collections.abc import Iterator, Mapping

from tests.sentences.words import Reader

_COUNTED = " ({count:N} claims counted as even)", " ({one:N} claim counted as even)"
_TEMPLATES: Mapping[str, tuple[str, ...]] = {
    "lead.none": ("No option is scored yet.",),
    "lead.weightless": ("No option is scored on a criterion that has a weight.",),
    "leaning.none": ("No option is weighed yet.",),
    "leaning.single": ("Only {first:L} is weighed; there is nothing to compare.",),
    "leaning.for": ("{first:L} leans furthest for, {leaning:S}, {points:N} ahead of {rival:L}.",),
    "leaning.against": ("{first:L} leans least against, {leaning:S}, {points:N} ahead of {rival:L}.",),
    "leaning.even": ("{first:L} stands even, {points:N} ahead of {rival:L}.",),
    "leaning.level": ("{options:LL} share first place ({leanings:SS}): less than a point apart.",),
    "leaning.outside": (
        "{one:L} has no leaning and stands outside.",
        "{options:LL} have no leaning and stand outside.",
    ),
    "lean.for": ("Leans for, {leaning:S}.",),
    "lean.against": ("Leans against, {leaning:S}.",),
    "lean.even": ("Evenly balanced.",),
    "lean.for.counted": tuple(f"Leans for, {{leaning:S}}{counted}." for counted in _COUNTED),
    "lean.against.counted": tuple(f"Leans against, {{leaning:S}}{counted}." for counted in _COUNTED),
    "lean.even.counted": tuple(f"Evenly balanced{counted}." for counted in _COUNTED),
    "lean.nothing": ("Nothing is said for or against it yet.",),
    "lean.unweighed": ("Not weighed yet.",),
    "weighed": ("{weighed:N} of {total:N} weighed.",),
    "without": (
        "Without {argument:Q} it would lean {leaning:S}.",
        "Without {argument:Q} it would be evenly balanced.",
    ),
    "turn.two": ("It turns if {change:T}, or if {other:T}.",),
    "turn": ("It turns if {change:T}.",),
    "turn.even": ("No single weighed number turns it; without {argument:Q} it would stand even.",),
    "turn.none": ("No single weighed number turns it.",),
    "number.pros": ("By number: it takes the {count:N} heaviest pros to outweigh {heaviest:Q}.",),
    "number.cons": ("By number: it takes the {count:N} heaviest cons to outweigh {heaviest:Q}.",),
    "source.pros": ("{count:N} of {total:N} pros rest on @{source:T} alone.",),
    "source.cons": ("{count:N} of {total:N} cons rest on @{source:T} alone.",),
    "sensitive.likely": (
        "Most sensitive to how likely {claim:Q} is: at {tried:P} instead of {now:P} it would lean {leaning:S}.",
        "Most sensitive to how likely {claim:Q} is: at {tried:P} instead of {now:P} it would be evenly balanced.",
    ),
    "sensitive.matters": (
        (
            "Most sensitive to how much {argument:Q} matters: "
            "with {tried:N} of 100 instead of {now:N} it would lean {leaning:S}."
        ),
        (
            "Most sensitive to how much {argument:Q} matters: "
            "with {tried:N} of 100 instead of {now:N} it would be evenly balanced."
        ),
    ),
    "sensitive.none": ("No single number moves it by a point.",),
    "shares": ("The largest share is that of {argument:Q}: {leaning:S} of leaning.",),
    "shares.none": ("Nothing below it is weighed.",),
    "way.start": ("It starts at {start:S} point(s).",),
    "way.start.leaning": ("It starts at {start:S} of leaning.",),
    "way.steps": ("{steps:W}.",),
    "way.end": (
        "Together {end:S} point(s): Leans for, {for:S}.",
        "Together {end:S} point(s): Leans against, {against:S}.",
        "Together {end:S} point(s): Evenly balanced.",
    ),
    "way.end.leaning": (
        "Together {end:S} of leaning: Leans for, {for:S}.",
        "Together {end:S} of leaning: Leans against, {against:S}.",
        "Together {end:S} of leaning: Evenly balanced.",
    ),
    "leaning.trials.for": (
        (
            "With the doubt about its claims it leans for in {count:N} of 100 trials, "
            "from {low:S} to {high:S} in 90 of them."
        ),
    ),
    "leaning.trials.against": (
        (
            "With the doubt about its claims it leans against in {count:N} of 100 trials, "
            "from {low:S} to {high:S} in 90 of them."
        ),
    ),
    "chart.bridge": (
        (
            "{points:S} point(s) alone would lift an even claim to strength {strength:N} of 100, a leaning of "
            "{leaning:S}; points add up, strength and leaning bend."
        ),
    ),
    "chart.bridge.lower": (
        (
            "{points:S} point(s) alone would lower an even claim to strength {strength:N} of 100, a leaning of "
            "{leaning:S}; points add up, strength and leaning bend."
        ),
    ),
    "heaviest": ("The heaviest point is {argument:Q} ({points:S} point(s)).",),
    "heaviest.option": ("The heaviest point on {option:L} is {argument:Q} ({points:S} point(s)).",),
    "heaviest.share": ("The heaviest point is {argument:Q} ({points:S} of leaning).",),
    "heaviest.share.option": ("The heaviest point on {option:L} is {argument:Q} ({points:S} of leaning).",),
    "methods.agree": ("All 5 methods agree: {side:T}.",),
    "methods.agree.option": ("All 5 methods agree on the pros and cons of {option:L}: {side:T}.",),
    "methods.differ.option": ("The methods do not agree on the pros and cons of {option:L}: {sides:T}.",),
    "methods.differ": ("The methods do not agree: {sides:T}.",),
}


def _all() -> Iterator[tuple[str, str]]:
    for key, texts in _TEMPLATES.items():
        for text in texts:
            yield key, text


ARGUMENTS = Reader(_all())
