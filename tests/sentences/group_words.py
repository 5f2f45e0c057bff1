"""The words of what is said of several people, written down by hand."""

from collections.abc import Iterator, Mapping

from tests.sentences.words import Reader

_BY = "Together (by {rule:R}) "
_SHORT = "", "; {short:T}"
_TEMPLATES: Mapping[str, tuple[str, ...]] = {
    "group.sheet": ("{name:T}: {options:LL} first.",),
    "group.sheet.open": ("{name:T}: {options:LL} may come first.",),
    "group.differ": ("They differ about {subject:T}: from {low:N} to {high:N} ({count:N} say).",),
    "group.none": ("Together they rank nothing yet: none of these {size:N} has scored an option.",),
    "group.none.room": ("Together they rank nothing yet: nobody in the room has scored an option.",),
    "group.none.leaning": (
        "Together they rank nothing yet: none of these {size:N} has weighed a pro or con of an option.",
    ),
    "group.none.leaning.room": (
        "Together they rank nothing yet: nobody in the room has weighed a pro or con of an option.",
    ),
    "group.pair": (
        "Of the {count:N} who have a full total for both, {other:L} is {points:N} point(s) ahead of {first:L}.",
    ),
    "group.pair.leaning": ("Of the {count:N} who weighed both, {other:L} is {points:N} point(s) ahead of {first:L}.",),
    "group.pair.level": ("Of the {count:N} who have a full total for both, {other:L} and {first:L} are level.",),
    "group.pair.level.leaning": ("Of the {count:N} who weighed both, {other:L} and {first:L} are level.",),
    "group.pair.few": (
        "Only {count:N} of {size:N} has a full total for both {first:L} and {other:L}.",
        "Only {count:N} of {size:N} have a full total for both {first:L} and {other:L}.",
    ),
    "group.pair.none": ("None of {size:N} has a full total for both {first:L} and {other:L}.",),
    "group.pair.none.leaning": ("None of {size:N} weighed both {first:L} and {other:L}.",),
    "group.pair.few.leaning": ("Only {count:N} of {size:N} weighed both {first:L} and {other:L}.",),
    "group.single": ("Together they have numbers that count only for {option:L}; there is nothing to compare.",),
    "group.outside": (
        "{one:L} is scored by none of these {size:N} and stands outside.",
        "{options:LL} are scored by none of these {size:N} and stand outside.",
    ),
    "group.outside.room": (
        "{one:L} is scored by nobody in the room and stands outside.",
        "{options:LL} are scored by nobody in the room and stand outside.",
    ),
    "group.outside.weightless": (
        "{one:L} is scored by none of these {size:N} on a criterion that has a weight and stands outside.",
        "{options:LL} are scored by none of these {size:N} on a criterion that has a weight and stand outside.",
    ),
    "group.outside.weightless.room": (
        "{one:L} is scored by nobody in the room on a criterion that has a weight and stands outside.",
        "{options:LL} are scored by nobody in the room on a criterion that has a weight and stand outside.",
    ),
    "group.weights": ("None of these {size:N} has set a weight: all criteria count alike.",),
    "group.weights.room": ("Nobody in the room has set a weight: all criteria count alike.",),
    "group.weights.missing": ("None of these {size:N} has set every weight: how much each criterion counts is open.",),
    "group.weights.missing.room": ("Nobody in the room has set every weight: how much each criterion counts is open.",),
    "group.weightless": ("Together (by {rule:R}) no criterion has a weight, so that their scores add up to nothing.",),
    "group.outside.leaning": (
        "{one:L} has no pro or con that any of these {size:N} has weighed and stands outside.",
        "{options:LL} have no pro or con that any of these {size:N} has weighed and stand outside.",
    ),
    "group.outside.leaning.room": (
        "{one:L} has no pro or con that anybody in the room has weighed and stands outside.",
        "{options:LL} have no pro or con that anybody in the room has weighed and stand outside.",
    ),
    "group.leaning": (
        "Together (by {rule:R}, {count:N} of {size:N}) {card:Q}: leaning {leaning:S}, from {low:S} to {high:S}.",
    ),
    "group.accord": (
        "Their rankings have almost nothing in common (Kendall’s W {w:N} of 1, {count:N} of {size:N} rank all).",
        "Their rankings have little in common (Kendall’s W {w:N} of 1, {count:N} of {size:N} rank all).",
        "Their rankings have much in common (Kendall’s W {w:N} of 1, {count:N} of {size:N} rank all).",
        "Their rankings are nearly the same (Kendall’s W {w:N} of 1, {count:N} of {size:N} rank all).",
    ),
    "weights.agree": ("By everybody’s weights {options:L} comes first: the weights are not what divides them.",),
    "weights.agree.level": ("By everybody’s weights {options:LL} come first: the weights are not what divides them.",),
    "weights.differ": ("What comes first depends on whose weights count: {firsts:T} of {count:N}.",),
}
_LEADS: tuple[tuple[str, str], ...] = (
    (
        "group.first",
        (
            "{option:L} comes first with {value:V} ({n:N} of {size:N}), ahead of {rival:L} with {other:V} "
            "({others:N} of {again:N})"
        ),
    ),
    (
        "group.first.open",
        "{option:L} comes first with {value:V} ({n:N} of {size:N}); {rival:L} comes to at most {most:V}",
    ),
    (
        "group.first.sure",
        (
            "{option:L} comes first whatever the missing numbers are: at least {least:V} against at most {most:V} "
            "for {rival:L}"
        ),
    ),
    (
        "group.first.sure.rival",
        (
            "{option:L} comes first whatever the missing numbers are: at least {least:V} against {other:V} "
            "for {rival:L} ({others:N} of {size:N})"
        ),
    ),
    ("group.level", "{options:LL} share first place ({values:T}): less than a point apart"),
    ("group.divided", "{options:LL} share first place ({values:T}): who is counted decides between them"),
    (
        "group.least",
        "{option:L} comes first or is level with {rest:LL}, whatever the missing numbers are",
    ),
    (
        "group.least",
        "{options:LL} come first or are level with {rest:LL}, whatever the missing numbers are",
    ),
    ("group.open", "who comes first is open: {candidates:O}"),
    (
        "group.places",
        "{option:L} comes first with {value:V} point(s) (Borda, {n:N} of {size:N}), ahead of {rival:L} with {other:V}",
    ),
    ("group.places.level", "{options:LL} share first place with {value:V} point(s) (Borda, {n:N} of {size:N})"),
    ("group.places.single", "there is nothing to rank beside {option:L}"),
    ("group.places.open", "who comes first is open"),
)
_FIRSTS = (
    "{option:L} comes first in {count:N} of {size:N} perspectives",
    "{option:L} comes first in each of {size:N} perspectives",
    "Nothing comes first alone in any of {size:N} perspectives",
    "{count:N} of {size:N} people puts {option:L} first",
    "{count:N} of {size:N} people put {option:L} first",
    "Each of {size:N} people puts {option:L} first",
    "None of {size:N} people puts one option alone first",
)
_ENDS = "", "; level {l:I} {level:N}", "; open {o:I} {open:N}", "; level {l:I} {level:N}; open {o:I} {open:N}"


def _all() -> Iterator[tuple[str, str]]:
    for first in _FIRSTS:
        for next_one in ("", "{next:X}"):
            for end in _ENDS:
                yield "group.firsts", f"{first}{next_one}{end}."
                yield "group.firsts.own", f"{first}{next_one}{end}; the map’s own numbers are one of the {{own:N}}."
    for key, text in _LEADS:
        for short in _SHORT:
            yield key, f"{_BY}{text}{short}."
    for key, texts in _TEMPLATES.items():
        for text in texts:
            yield key, text


GROUPS = Reader(_all())
