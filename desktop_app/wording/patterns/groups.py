"""Several people side by side and together."""

from typing import Final

from desktop_app.wording.patterns.pattern import Pattern, counted, pattern

PATTERNS: Final[tuple[Pattern, ...]] = (
    # Several people side by side. Each first choice is joined to those said before it.
    pattern("group.one", "There is one set of numbers; add a perspective to compare."),
    pattern("group.sheet", "{name}: {options} first."),
    pattern("group.sheet.open", "{name}: {options} may come first."),
    pattern("group.differ", "They differ about {subject}: from {low} to {high} ({count} say)."),
    pattern("group.firsts", "{said}."),
    pattern("group.firsts.own", "{said}; the map’s own numbers are one of the {size}."),
    counted(
        "group.firsts.perspectives",
        "{option} comes first in {count} of {size} perspectives",
        "{option} comes first in {count} of {size} perspectives",
        count="count",
    ),
    pattern("group.firsts.perspectives.all", "{option} comes first in each of {size} perspectives"),
    pattern("group.firsts.perspectives.none", "Nothing comes first alone in any of {size} perspectives"),
    counted(
        "group.firsts.people",
        "{count} of {size} people puts {option} first",
        "{count} of {size} people put {option} first",
        count="count",
    ),
    pattern("group.firsts.people.all", "Each of {size} people puts {option} first"),
    pattern("group.firsts.people.none", "None of {size} people puts one option alone first"),
    pattern("group.firsts.next", "{said}, {option} in {count}"),
    counted(
        "group.firsts.next.people",
        "{said}, {count} puts {option} first",
        "{said}, {count} put {option} first",
        count="count",
    ),
    pattern("group.firsts.level", "{said}; level in {count}"),
    pattern("group.firsts.open", "{said}; open in {count}"),
    pattern("group.firsts.level.people", "{said}; level for {count}"),
    pattern("group.firsts.open.people", "{said}; open for {count}"),
    # What a number is about, and where one's differs from another's.
    pattern("subject.plausibility", "how likely {claim} is"),
    pattern("subject.importance", "how much {argument} matters"),
    pattern("subject.weight", "the weight of {criterion}"),
    pattern("subject.score", "the score of {option} on {criterion}"),
    pattern("difference.plausibility", "How likely {claim} is: {theirs} instead of {mine}."),
    pattern("difference.importance", "How much {argument} matters: {theirs} instead of {mine}."),
    pattern("difference.weight", "The weight of {criterion}: {theirs} instead of {mine}."),
    pattern("difference.score", "The score of {option} on {criterion}: {theirs} instead of {mine}."),
    # A number as its kind is read, and how far people are apart about it.
    pattern("value", "{value}"),
    pattern("value.importance", "{word} ({value})"),
    pattern("value.plausibility", "{word}, {share}"),
    pattern("value.between", "between {below} and {above}"),
    pattern("accord.close", "close together"),
    pattern("accord.some", "some spread"),
    pattern("accord.split", "split"),
    pattern("spread", "{count} say · middle: {middle} · half: {low} to {high} · {accord}"),
    pattern("spread.level", "{count} say · middle: {middle} · half: {half} · {accord}"),
    # How they are taken together.
    pattern("group.rule.shares", "{rule}, weighted by share"),
    pattern("group.rule.numbers.mean", "mean of their numbers"),
    pattern("group.rule.numbers.median", "median of their numbers"),
    pattern("group.rule.results.mean", "mean of their results"),
    pattern("group.rule.results.median", "median of their results"),
    pattern("group.rule.places", "their rankings (Borda)"),
    pattern("group.rule.rankings", "their rankings"),
    # What several people come to together; how many are counted stands beside each number.
    pattern("group.none", "Together they rank nothing yet: none of these {size} has scored an option."),
    pattern(
        "group.none.leaning",
        "Together they rank nothing yet: none of these {size} has weighed a pro or con of an option.",
    ),
    pattern("group.none.room", "Together they rank nothing yet: nobody in the room has scored an option."),
    pattern(
        "group.none.leaning.room",
        "Together they rank nothing yet: nobody in the room has weighed a pro or con of an option.",
    ),
    pattern("group.single", "Together they have numbers that count only for {option}; there is nothing to compare."),
    pattern("group.said", "{lead}."),
    pattern("group.said.short", "{lead}; {short}."),
    pattern(
        "group.first",
        "Together (by {rule}) {option} comes first with {value} ({count} of {size}), ahead of {rival} with {other} "
        "({others} of {size})",
    ),
    pattern(
        "group.first.open",
        "Together (by {rule}) {option} comes first with {value} ({count} of {size}); {rival} comes to at most {most}",
    ),
    pattern(
        "group.first.sure",
        "Together (by {rule}) {option} comes first whatever the missing numbers are: at least {least} against at most "
        "{most} for {rival}",
    ),
    pattern(
        "group.first.sure.rival",
        "Together (by {rule}) {option} comes first whatever the missing numbers are: at least {least} against {other} "
        "for {rival} ({others} of {size})",
    ),
    pattern("group.level", "Together (by {rule}) {options} share first place ({values}): less than a point apart"),
    pattern(
        "group.divided",
        "Together (by {rule}) {options} share first place ({values}): who is counted decides between them",
    ),
    counted(
        "group.least",
        "Together (by {rule}) {options} comes first or is level with {others}, whatever the missing numbers are",
        "Together (by {rule}) {options} come first or are level with {others}, whatever the missing numbers are",
        count="count",
    ),
    pattern("group.open", "Together (by {rule}) who comes first is open: {candidates}"),
    counted(
        "group.places",
        "Together (by {rule}) {option} comes first with {value} point (Borda, {count} of {size}), ahead of "
        "{rival} with {other}",
        "Together (by {rule}) {option} comes first with {value} points (Borda, {count} of {size}), ahead of "
        "{rival} with {other}",
        count="value",
    ),
    counted(
        "group.places.level",
        "Together (by {rule}) {options} share first place with {value} point (Borda, {count} of {size})",
        "Together (by {rule}) {options} share first place with {value} points (Borda, {count} of {size})",
        count="value",
    ),
    pattern("group.places.single", "Together (by {rule}) there is nothing to rank beside {option}"),
    counted("group.points", "{points} point", "{points} points", count="points"),
    counted("group.points.short", "{points} pt", "{points} pts", count="points"),
    # Where not all have a value for both, those who have do not put it ahead.
    counted(
        "group.pair",
        "Of the {count} who have a full total for both, {other} is {points} point ahead of {first}.",
        "Of the {count} who have a full total for both, {other} is {points} points ahead of {first}.",
        count="points",
    ),
    counted(
        "group.pair.leaning",
        "Of the {count} who weighed both, {other} is {points} point ahead of {first}.",
        "Of the {count} who weighed both, {other} is {points} points ahead of {first}.",
        count="points",
    ),
    pattern("group.pair.level", "Of the {count} who have a full total for both, {other} and {first} are level."),
    pattern("group.pair.level.leaning", "Of the {count} who weighed both, {other} and {first} are level."),
    counted(
        "group.pair.few",
        "Only {count} of {size} has a full total for both {first} and {other}.",
        "Only {count} of {size} have a full total for both {first} and {other}.",
        count="count",
    ),
    pattern("group.pair.none", "None of {size} has a full total for both {first} and {other}."),
    pattern("group.pair.none.leaning", "None of {size} weighed both {first} and {other}."),
    pattern("group.pair.few.leaning", "Only {count} of {size} weighed both {first} and {other}."),
    pattern("group.places.open", "Together (by {rule}) who comes first is open"),
    pattern("group.value", "{option} {value}, {count} of {size}"),
    pattern("group.value.range", "{option} {least}–{most}, {count} of {size}"),
    counted(
        "group.short",
        "{option}: only {count} of {size} has a full total",
        "{option}: only {count} of {size} have a full total",
        count="count",
    ),
    counted(
        "group.short.leaning",
        "{option}: only {count} of {size} has a leaning",
        "{option}: only {count} of {size} have a leaning",
        count="count",
    ),
    pattern("group.short.none", "{option}: none of {size} has a full total"),
    pattern("group.short.none.leaning", "{option}: none of {size} has a leaning"),
    pattern("group.short.number", "{option}: a score is given by only {count} of {size}"),
    pattern("group.short.number.none", "{option}: a score is given by none of {size}"),
    counted(
        "group.outside",
        "{options} is scored by none of these {size} and stands outside.",
        "{options} are scored by none of these {size} and stand outside.",
        count="count",
    ),
    counted(
        "group.outside.room",
        "{options} is scored by nobody in the room and stands outside.",
        "{options} are scored by nobody in the room and stand outside.",
        count="count",
    ),
    counted(
        "group.outside.weightless",
        "{options} is scored by none of these {size} on a criterion that has a weight and stands outside.",
        "{options} are scored by none of these {size} on a criterion that has a weight and stand outside.",
        count="count",
    ),
    counted(
        "group.outside.weightless.room",
        "{options} is scored by nobody in the room on a criterion that has a weight and stands outside.",
        "{options} are scored by nobody in the room on a criterion that has a weight and stand outside.",
        count="count",
    ),
    counted(
        "group.outside.leaning",
        "{options} has no pro or con that any of these {size} has weighed and stands outside.",
        "{options} have no pro or con that any of these {size} has weighed and stand outside.",
        count="count",
    ),
    counted(
        "group.outside.leaning.room",
        "{options} has no pro or con that anybody in the room has weighed and stands outside.",
        "{options} have no pro or con that anybody in the room has weighed and stand outside.",
        count="count",
    ),
    pattern("group.weights", "None of these {size} has set a weight: all criteria count alike."),
    pattern("group.weights.room", "Nobody in the room has set a weight: all criteria count alike."),
    pattern(
        "group.weights.missing", "None of these {size} has set every weight: how much each criterion counts is open."
    ),
    pattern(
        "group.weights.missing.room",
        "Nobody in the room has set every weight: how much each criterion counts is open.",
    ),
    pattern(
        "group.weightless", "Together (by {rule}) no criterion has a weight, so that their scores add up to nothing."
    ),
    pattern("group.accord.none", "Their rankings have almost nothing in common ({measure})."),
    pattern("group.accord.little", "Their rankings have little in common ({measure})."),
    pattern("group.accord.much", "Their rankings have much in common ({measure})."),
    pattern("group.accord.near", "Their rankings are nearly the same ({measure})."),
    pattern("group.accord.measure", "Kendall’s W {w} of 1, {count} of {size} rank all"),
    counted(
        "group.rows.left",
        "{count} more perspective is in the workbook.",
        "{count} more perspectives are in the workbook.",
        count="count",
    ),
    # On paper, where the people's numbers stand in the place of the map's own.
    counted(
        "group.paper",
        "The numbers are those of {count} person in the room.",
        "The numbers are those of the room (mean of their numbers): each is the mean over those of {count} people who "
        "gave it.",
        count="count",
    ),
    counted(
        "group.paper.matrix",
        "All scores are those of {count} person.",
        "Of {count} people, each option is scored by: {counts} (on the criterion that fewest scored).",
        count="count",
    ),
    counted(
        "group.paper.shares",
        "The numbers are those of {count} person in the room.",
        "The numbers are those of the room (mean of their numbers, by the share of each person): each is the mean over "
        "those of {count} people who gave it.",
        count="count",
    ),
    pattern(
        "group.paper.likelihoods",
        "How likely a claim is taken to be is the mean of what they said in log-odds, which is no plain mean.",
    ),
    pattern("group.paper.few", "A score that fewer than half of them gave is taken as not known."),
    pattern("group.paper.option", "{option} {count}"),
    pattern("group.paper.scored", "Scored by {count} of {size} in the room."),
    pattern("group.paper.scored.least", "Each of its scores is given by at least {count} of {size} in the room."),
    pattern("group.paper.scored.rare", "One of its scores is given by none of {size} in the room."),
    pattern("group.paper.scored.none", "Scored by none of {size} in the room."),
    pattern("group.paper.weighed", "Weighed by {count} of {size} in the room."),
    pattern("group.paper.weighed.none", "Weighed by none of {size} in the room."),
    pattern("group.whose", "{whose}, {count} of {size} · {rule}"),
    pattern(
        "group.leaning", "Together (by {rule}, {count} of {size}) {card}: leaning {leaning}, from {low} to {high}."
    ),
)
