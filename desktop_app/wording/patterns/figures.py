"""Totals, value against amounts, what to look at again, what charts say."""

from typing import Final

from desktop_app.wording.patterns.pattern import Pattern, counted, pattern

PATTERNS: Final[tuple[Pattern, ...]] = (
    # Value against an amount. `fact` is its name, with the direction it states.
    pattern("cost.few", "Fewer than two options have both a total and an amount that can be compared."),
    pattern("cost.less", "Against {fact} nobody gives as much for less than {frontier}."),
    pattern("cost.less.beaten", "Against {fact} nobody gives as much for less than {frontier}; {beaten}."),
    pattern("cost.more", "Beside {fact} nobody has as much of both as {frontier} and more of one."),
    pattern("cost.more.beaten", "Beside {fact} nobody has as much of both as {frontier} and more of one; {beaten}."),
    pattern("cost.less.open", "Against {fact} nobody is sure to give as much for less than {frontier}."),
    pattern(
        "cost.less.open.beaten", "Against {fact} nobody is sure to give as much for less than {frontier}; {beaten}."
    ),
    pattern("cost.more.open", "Beside {fact} nobody is sure to have as much of both as {frontier} and more of one."),
    pattern(
        "cost.more.open.beaten",
        "Beside {fact} nobody is sure to have as much of both as {frontier} and more of one; {beaten}.",
    ),
    pattern("cost.beaten.less", "{better} gives more than {worse} for less"),
    pattern("cost.beaten.more", "{better} has more of both than {worse}"),
    pattern("cost.beaten.no_more", "{better} gives as much as {worse} or more for no more"),
    pattern("cost.beaten.no_less", "{better} has as much of both as {worse} or more"),
    pattern("chart.cost", "Value against {fact}."),
    pattern("cost.steps", "{steps}."),
    counted(
        "cost.step.first",
        "From {one} to {other} {change} point for {amount}",
        "From {one} to {other} {change} points for {amount}",
        count="points",
    ),
    pattern("cost.step", "from {one} to {other} {change} for {amount}"),
    counted(
        "cost.outside",
        "{options} has no total or no comparable amount and stands outside.",
        "{options} have no total or no comparable amount and stand outside.",
        count="count",
    ),
    # Totals and places.
    pattern("total", "Total {total}."),
    pattern("total.range", "Total {total}, between {low} and {high}."),
    pattern("total.open", "Total between {low} and {high}: scores are missing."),
    pattern("rank", "Ranked {place} of {count} that are scored."),
    pattern("place", "{place}"),
    pattern("rank.undecided", "open"),
    pattern("rank.open", "between {best} and {worst}"),
    # Under a matrix.
    pattern("matrix.missing", "– not scored: it counts as anything from 0 to 100."),
    pattern("matrix.missing.outside", "– not scored: an option without a score that counts has no total."),
    pattern(
        "matrix.missing.both",
        "– not scored: it counts as anything from 0 to 100; an option without a score that counts has no total.",
    ),
    pattern("matrix.unknown", "? not known: it counts as anything from 0 to 100."),
    pattern("matrix.scale", "Scores run from 0 to 100, 100 is best. Totals come from unrounded weights and scores."),
    # What to look at again in a matrix.
    pattern("look.dominated", "{worse} is never better than {better} on any criterion."),
    pattern("look.dominated.likely", "By the likely scores {worse} is never better than {better} on any criterion."),
    pattern("look.red", "{cell} is below the red line: {score}, and {line} is the least."),
    pattern("look.cons", "{cell}: only cons, scored {score}."),
    pattern("look.pros", "{cell}: only pros, scored {score}."),
    pattern("look.against", "{cell}: its arguments point the other way, scored {score}."),
    counted(
        "look.support",
        "Least supported: {cell}; {count} argument speaks to it.",
        "Least supported: {cell}; {count} arguments speak to it.",
        count="count",
    ),
    counted(
        "look.support.shared",
        "Among the least supported: {cell}; {count} argument speaks to it.",
        "Among the least supported: {cell}; {count} arguments speak to it.",
        count="count",
    ),
    pattern("look.support.none.shared", "Among the least supported: {cell}; no weighed argument speaks to it."),
    pattern("look.support.none", "Least supported: {cell}; no weighed argument speaks to it."),
    pattern("look.stale", "The weight of {criterion} was given before its scale changed."),
    pattern("cell", "{option} on {criterion}"),
    # The units of charts.
    pattern("chart.points", "What each pro and con adds, in points on the balance"),
    pattern("chart.points.option", "What each pro and con adds to {option}, in points on the balance"),
    pattern("chart.shares", "What each pro and con adds, in shares of the leaning"),
    pattern("chart.shares.option", "What each pro and con adds to {option}, in shares of the leaning"),
    pattern("chart.lead", "Lead of {one} over {other}."),
    pattern("chart.lead.open", "{one} against {other}, at worst for {one}."),
    pattern("chart.first", "{option} comes first in {count} of 100 trials"),
    pattern("chart.first.count", "first in {count} of 100"),
    pattern("chart.trials", "First in so many of 100 trials that vary the weights."),
    pattern(
        "chart.trials.doubt",
        "First in so many of 100 trials that vary the weights and the doubtful scores within their ranges.",
    ),
    pattern("chart.pair", "{one} against {other}: what each criterion adds to the difference, in points"),
    pattern("chart.sweep", "If only the weight of {criterion} changed: the total of each option."),
    pattern("chart.now", "now {lead}"),
    pattern("chart.now.missing", "missing scores at worst: {lead}"),
    pattern("chart.widest", "The {count} widest of {total}."),
    counted("chart.rest", "{count} more", "{count} more together", count="count"),
    pattern("chart.doubt.open", "How far doubt about each score moves {one} against {other}, in points."),
    pattern("chart.doubt", "How far doubt about each score moves the lead of {one} over {other}, in points."),
    pattern("trials.drawn", "{draws} trials, seed {seed}."),
    pattern("heaviest.share", "The heaviest point is {argument} ({points} of leaning)."),
    pattern("heaviest.share.option", "The heaviest point on {option} is {argument} ({points} of leaning)."),
    counted(
        "heaviest",
        "The heaviest point is {argument} ({points} point).",
        "The heaviest point is {argument} ({points} points).",
        count="points",
    ),
    counted(
        "heaviest.option",
        "The heaviest point on {option} is {argument} ({points} point).",
        "The heaviest point on {option} is {argument} ({points} points).",
        count="points",
    ),
    counted(
        "chart.bridge",
        "{points} point alone would lift an even claim to strength {strength} of 100, a leaning of {leaning}; "
        "points add up, strength and leaning bend.",
        "{points} points alone would lift an even claim to strength {strength} of 100, a leaning of {leaning}; "
        "points add up, strength and leaning bend.",
        count="points",
    ),
    counted(
        "chart.bridge.lower",
        "{points} point alone would lower an even claim to strength {strength} of 100, a leaning of {leaning}; "
        "points add up, strength and leaning bend.",
        "{points} points alone would lower an even claim to strength {strength} of 100, a leaning of {leaning}; "
        "points add up, strength and leaning bend.",
        count="points",
    ),
)
