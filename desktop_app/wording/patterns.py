"""Every sentence that is said of results, in English, by its key: the one place where their words stand.

Keys are those of the design ("lead.alone"). A pattern names its values in braces; one with a plural says which of
them counts. `pybabel extract -k pattern:1c,2 -k counted:1c,2,3` makes the template that translators start from.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from string import Formatter
from typing import Final


@dataclass(frozen=True, slots=True)
class Pattern:
    """The English of a key.

    Attributes:
        key: which sentence it is.
        text: with its values in braces; of one, where there is a plural.
        plural: of any other number; None where nothing is counted.
        count: name of the value that is counted; empty without a plural.
    """

    key: str
    text: str
    plural: str | None = None
    count: str = ""

    @property
    def names(self) -> frozenset[str]:
        """The values it needs."""
        parts = [*Formatter().parse(self.text), *Formatter().parse(self.plural or "")]
        named = {name for _, name, _, _ in parts if name}
        return frozenset(named | {self.count}) if self.count else frozenset(named)


def pattern(key: str, text: str) -> Pattern:
    """A pattern without a plural."""
    return Pattern(key, text)


def counted(key: str, one: str, many: str, count: str) -> Pattern:
    """A pattern whose words depend on how many something is."""
    return Pattern(key, one, many, count)


_ALL: Final = (
    # Lists; `so_far` is what was joined before.
    pattern("list.and", "{so_far} and {last}"),
    pattern("list.or", "{so_far} or {last}"),
    pattern("list.middle", "{so_far}, {next}"),
    pattern("list.clauses", "{so_far}; {next}"),
    counted("list.more", "{count} more", "{count} more", count="count"),
    pattern("ordinal.first", "{place}st"),
    pattern("ordinal.second", "{place}nd"),
    pattern("ordinal.third", "{place}rd"),
    pattern("ordinal.other", "{place}th"),
    # Who comes first, by totals.
    pattern("lead.none", "No option is scored yet."),
    pattern("lead.single", "Only {first} is scored; there is nothing to compare."),
    counted(
        "lead.alone",
        "{first} comes first with {total} of 100, {points} point ahead of {rival}.",
        "{first} comes first with {total} of 100, {points} points ahead of {rival}.",
        count="points",
    ),
    pattern(
        "lead.sure.both",
        "{first} comes first whatever the missing scores are: at least {least} against at most {most} for {rival}.",
    ),
    pattern(
        "lead.sure.first",
        "{first} comes first whatever the missing scores are: at least {least} against {most} for {rival}.",
    ),
    pattern(
        "lead.sure.rival",
        "{first} comes first whatever the missing scores are: {least} against at most {most} for {rival}.",
    ),
    pattern(
        "lead.sure.others",
        "{first} comes first whatever the missing scores are: {least} against {most} for {rival}.",
    ),
    pattern("lead.level", "{options} share first place ({totals}): less than a point apart."),
    pattern("lead.level.same", "{options} share first place with {total}: less than a point apart."),
    counted(
        "lead.least",
        "{first} comes first or is level with {others}, whatever the missing scores are.",
        "{first} come first or are level with {others}, whatever the missing scores are.",
        count="count",
    ),
    pattern("lead.open", "Who comes first is open: {candidates}."),
    pattern("lead.open.cannot", "Who comes first is open: {candidates}; {others} cannot."),
    pattern("lead.candidate", "{option} ({total})"),
    pattern("lead.candidate.range", "{option} ({least}–{most})"),
    pattern("number.range", "{least}–{most}"),
    counted(
        "outside",
        "{options} is not scored and stands outside.",
        "{options} are not scored and stand outside.",
        count="count",
    ),
    pattern("red", "Of the options above every red line, {first} comes first."),
    pattern("red.single", "Only {first} is above every red line."),
    pattern("red.none", "No option is above every red line."),
    counted(
        "missing",
        "{option} is on top if its missing {criterion} is above {score}.",
        "{option} is on top if its {count} missing scores average above {score}, by weight.",
        count="count",
    ),
    # Who comes first, by leanings.
    pattern("leaning.none", "No option is weighed yet."),
    pattern("leaning.single", "Only {first} is weighed; there is nothing to compare."),
    pattern("leaning.for", "{first} leans furthest for, {leaning}, {points} ahead of {rival}."),
    pattern("leaning.against", "{first} leans least against, {leaning}, {points} ahead of {rival}."),
    pattern("leaning.even", "{first} stands even, {points} ahead of {rival}."),
    pattern("leaning.level", "{options} share first place ({leanings}): less than a point apart."),
    counted(
        "leaning.outside",
        "{options} has no leaning and stands outside.",
        "{options} have no leaning and stand outside.",
        count="count",
    ),
    # What a change of weights does.
    pattern("weight.none", "No single weight puts another option on top."),
    pattern("weight.turn", "{criterion}: {turns}; now {now}."),
    counted(
        "weight.rest",
        "The other weight changes nothing.",
        "The other {count} weights change nothing.",
        count="count",
    ),
    counted("weight.above", "above {low} % {options} is on top", "above {low} % {options} are on top", count="count"),
    counted("weight.below", "below {high} % {options} is on top", "below {high} % {options} are on top", count="count"),
    counted(
        "weight.between",
        "from {low} to {high} % {options} is on top",
        "from {low} to {high} % {options} are on top",
        count="count",
    ),
    pattern("weight.may", "{criterion}: {possible} ({why}), never for certain; now {now}."),
    pattern("weight.may.certain", "{criterion}: {possible} ({why}), {certain} for certain; now {now}."),
    pattern("weight.may.above", "above {low} % {options} may be on top"),
    pattern("weight.may.below", "below {high} % {options} may be on top"),
    pattern("weight.may.between", "from {low} to {high} % {options} may be on top"),
    pattern("weight.certain.above", "above {low} %"),
    pattern("weight.certain.below", "below {high} %"),
    pattern("weight.certain.between", "from {low} to {high} %"),
    counted("weight.why.swept", "{options} is not scored on it", "{options} are not scored on it", count="count"),
    counted("weight.why.other", "{options} misses a score", "{options} miss scores", count="count"),
    # Marks on the slider of a weight; `weight` is the raw one.
    counted(
        "mark.above.certain",
        "{options} is on top above {share} (weight {weight})",
        "{options} are on top above {share} (weight {weight})",
        count="count",
    ),
    counted(
        "mark.below.certain",
        "{options} is on top below {share} (weight {weight})",
        "{options} are on top below {share} (weight {weight})",
        count="count",
    ),
    pattern("mark.above.possible", "{options} may be on top above {share} (weight {weight})"),
    pattern("mark.below.possible", "{options} may be on top below {share} (weight {weight})"),
    # The least move of weight.
    counted(
        "move",
        "{rival} draws level with {first} if {points} of 100 points of weight moves from {donor} to {to}.",
        "{rival} draws level with {first} if {points} of 100 points of weight move from {donor} to {to}.",
        count="points",
    ),
    counted(
        "move.several",
        "{rival} draws level with {first} if {points} of 100 points of weight moves to {to}: {parts}.",
        "{rival} draws level with {first} if {points} of 100 points of weight move to {to}: {parts}.",
        count="points",
    ),
    counted(
        "move.worst",
        "At worst for {first}, {rival} draws level if {points} of 100 points of weight moves from {donor} to {to}.",
        "At worst for {first}, {rival} draws level if {points} of 100 points of weight move from {donor} to {to}.",
        count="points",
    ),
    counted(
        "move.worst.several",
        "At worst for {first}, {rival} draws level if {points} of 100 points of weight moves to {to}: {parts}.",
        "At worst for {first}, {rival} draws level if {points} of 100 points of weight move to {to}: {parts}.",
        count="points",
    ),
    pattern("move.part", "{points} from {criterion}"),
    pattern("move.none", "No change of weights lets another option draw level with {first}."),
    pattern("move.none.unlocked", "No change of the unlocked weights lets another option draw level with {first}."),
    # One option against another.
    counted(
        "pair",
        "{one} is {points} point ahead of {other}: it gains most on {gain} ({gained}) "
        "and loses most on {loss} ({lost}).",
        "{one} is {points} points ahead of {other}: it gains most on {gain} ({gained}) "
        "and loses most on {loss} ({lost}).",
        count="points",
    ),
    counted(
        "pair.gains",
        "{one} is {points} point ahead of {other}: it gains most on {gain} ({gained}).",
        "{one} is {points} points ahead of {other}: it gains most on {gain} ({gained}).",
        count="points",
    ),
    counted(
        "pair.plain",
        "{one} is {points} point ahead of {other}.",
        "{one} is {points} points ahead of {other}.",
        count="points",
    ),
    counted(
        "pair.behind",
        "{one} is {points} point behind {other}: it gains most on {gain} ({gained}) and loses most on {loss} ({lost}).",
        "{one} is {points} points behind {other}: it gains most on {gain} ({gained}) "
        "and loses most on {loss} ({lost}).",
        count="points",
    ),
    counted(
        "pair.behind.losses",
        "{one} is {points} point behind {other}: it loses most on {loss} ({lost}).",
        "{one} is {points} points behind {other}: it loses most on {loss} ({lost}).",
        count="points",
    ),
    counted(
        "pair.behind.plain",
        "{one} is {points} point behind {other}.",
        "{one} is {points} points behind {other}.",
        count="points",
    ),
    pattern(
        "pair.level",
        "{one} and {other} are level: {one} gains most on {gain} ({gained}) and loses most on {loss} ({lost}).",
    ),
    pattern("pair.level.plain", "{one} and {other} are level."),
    pattern("pair.open", "{one} is between {low} and {high} points ahead of {other}: {missing}."),
    pattern("pair.open.behind", "{one} is between {low} and {high} points behind {other}: {missing}."),
    counted(
        "pair.open.across",
        "{one} is between {low} point behind and {high} ahead of {other}: {missing}.",
        "{one} is between {low} points behind and {high} ahead of {other}: {missing}.",
        count="low",
    ),
    counted("pair.its", "its {criteria} is missing", "its {criteria} are missing", count="count"),
    counted("pair.cells", "{cells} is missing", "{cells} are missing", count="count"),
    pattern("pair.cell", "{criterion} of {option}"),
    # Single scores.
    pattern("score.tie", "{rival} draws level with {first} if its {criterion} is {needed} instead of {now}."),
    pattern("score.none", "No single score lets {rival} draw level with {first}."),
    pattern("doubt.none", "No score is in doubt."),
    counted(
        "doubt.holds",
        "Doubt about one criterion alone does not change who is on top; {criterion} comes nearest "
        "({first} {points} point ahead of {rival}).",
        "Doubt about one criterion alone does not change who is on top; {criterion} comes nearest "
        "({first} {points} points ahead of {rival}).",
        count="points",
    ),
    pattern(
        "doubt.holds.level",
        "Doubt about one criterion alone does not change who is on top; {criterion} comes nearest "
        "({first} level with {rival}).",
    ),
    pattern("doubt.turns", "Doubt about {criteria} alone could put {rivals} on top."),
    pattern("doubt.all", "Even with every doubtful score at its worst for {first}, {first} stays on top."),
    # Trials.
    pattern(
        "trials",
        "{first} comes first in {count} of 100 trials that vary the weights around yours "
        "({share} %: two times in three {low}–{high} %); {others}.",
    ),
    pattern(
        "trials.only",
        "{first} comes first in {count} of 100 trials that vary the weights around yours "
        "({share} %: two times in three {low}–{high} %).",
    ),
    pattern(
        "trials.doubt",
        "{first} comes first in {count} of 100 trials that vary the weights around yours "
        "({share} %: two times in three {low}–{high} %) and the doubtful scores within their ranges; {others}.",
    ),
    pattern(
        "trials.doubt.only",
        "{first} comes first in {count} of 100 trials that vary the weights around yours "
        "({share} %: two times in three {low}–{high} %) and the doubtful scores within their ranges.",
    ),
    pattern("trials.scores", "{first} comes first in {count} of 100 trials that vary the doubtful scores; {others}."),
    pattern("trials.scores.only", "{first} comes first in {count} of 100 trials that vary the doubtful scores."),
    pattern("trials.order", "{first} comes first in {count} of 100 trials with any weights in your order; {others}."),
    pattern("trials.order.only", "{first} comes first in {count} of 100 trials with any weights in your order."),
    pattern("trials.any", "{first} comes first in {count} of 100 trials with any weights; {others}."),
    pattern("trials.any.only", "{first} comes first in {count} of 100 trials with any weights."),
    pattern("trials.other", "{option} in {count}"),
    # What holds for all weights in an order.
    pattern("info.always", "With any weights in your order {first} comes first."),
    pattern("info.may", "With any weights in your order {may} may come first."),
    counted(
        "info",
        "With any weights in your order {may} may come first; {never} never does.",
        "With any weights in your order {may} may come first; {never} never do.",
        count="count",
    ),
    counted(
        "argued",
        "{count} of the {total} scores is argued, not judged: a direction rather than a measure.",
        "{count} of the {total} scores are argued, not judged: a direction rather than a measure.",
        count="count",
    ),
    # Value against an amount. `fact` is its name, with the direction it states.
    pattern("cost.less", "Against {fact} nobody gives as much for less than {frontier}."),
    pattern("cost.less.beaten", "Against {fact} nobody gives as much for less than {frontier}; {beaten}."),
    pattern("cost.more", "Beside {fact} nobody has as much of both as {frontier} and more of one."),
    pattern("cost.more.beaten", "Beside {fact} nobody has as much of both as {frontier} and more of one; {beaten}."),
    pattern("cost.beaten.less", "{better} gives more than {worse} for less"),
    pattern("cost.beaten.more", "{better} has more of both than {worse}"),
    pattern("cost.beaten.no_more", "{better} gives as much as {worse} or more for no more"),
    pattern("cost.beaten.no_less", "{better} has as much of both as {worse} or more"),
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
        "{options} has no total or no amount and stands outside.",
        "{options} have no total or no amount and stand outside.",
        count="count",
    ),
    # Totals and places.
    pattern("total", "Total {total}."),
    pattern("total.range", "Total {total}, between {low} and {high}."),
    pattern("total.open", "Total between {low} and {high}: scores are missing."),
    pattern("rank", "Ranked {place}."),
    pattern("place", "{place}"),
    pattern("rank.open", "between {best} and {worst}"),
    # What pros and cons come to.
    pattern("lean.for", "Leans for, {leaning}."),
    pattern("lean.against", "Leans against, {leaning}."),
    pattern("lean.even", "Evenly balanced."),
    counted(
        "lean.for.counted",
        "Leans for, {leaning} ({count} claim counted as even).",
        "Leans for, {leaning} ({count} claims counted as even).",
        count="count",
    ),
    counted(
        "lean.against.counted",
        "Leans against, {leaning} ({count} claim counted as even).",
        "Leans against, {leaning} ({count} claims counted as even).",
        count="count",
    ),
    counted(
        "lean.even.counted",
        "Evenly balanced ({count} claim counted as even).",
        "Evenly balanced ({count} claims counted as even).",
        count="count",
    ),
    pattern("weighed", "{weighed} of {total} weighed."),
    pattern("lean.nothing", "Nothing is said for or against it yet."),
    pattern("lean.unweighed", "Not weighed yet."),
    pattern("unstable", "No stable result: arguments run in a loop here and do not settle."),
    pattern("circular", "Circular: arguments run in a loop here."),
    pattern("given", "Taken as given: arguments do not move it."),
    pattern("rejected", "Rejected: arguments do not move it."),
    pattern("strength", "Strength {strength} of 100."),
    pattern(
        "strength.even", "Strength {strength} of 100, counted as even: how likely true it is has not been weighed."
    ),
    pattern("base", "By itself it starts at {points} points ({likely} likely)."),
    pattern("would.lean", "lean {leaning}"),
    pattern("would.even", "be evenly balanced"),
    pattern("name.use", "{name} (its {use} use)"),
    # What a leaning hangs on.
    pattern("without", "Without {argument} it would {result}."),
    pattern("turn", "It turns if {change}."),
    pattern("turn.two", "It turns if {change}, or if {other}."),
    pattern("turn.rises", "{claim} rises from {now} to {needed} likely true"),
    pattern("turn.falls", "{claim} falls from {now} to {needed} likely true"),
    pattern("turn.more", "{argument} matters more: {needed} of 100 instead of {now}"),
    pattern("turn.less", "{argument} matters less: {needed} of 100 instead of {now}"),
    pattern("turn.even", "No single weighed number turns it; without {argument} it would stand even."),
    pattern("turn.none", "No single weighed number turns it."),
    pattern("number.pros", "By number: it takes the {count} heaviest pros to outweigh {heaviest}."),
    pattern("number.cons", "By number: it takes the {count} heaviest cons to outweigh {heaviest}."),
    pattern("source.pros", "{count} of {total} pros rest on @{source} alone."),
    pattern("source.cons", "{count} of {total} cons rest on @{source} alone."),
    pattern(
        "sensitive.likely", "Most sensitive to how likely {claim} is: at {tried} instead of {now} it would {result}."
    ),
    pattern(
        "sensitive.matters",
        "Most sensitive to how much {argument} matters: with {tried} of 100 instead of {now} it would {result}.",
    ),
    pattern("sensitive.none", "No single number moves it by a point."),
    pattern("shares", "The largest share is that of {argument}: {leaning} of leaning."),
    pattern("shares.none", "Nothing below it is weighed."),
    # The way to a leaning, step by step.
    pattern("way.start", "It starts at {start} points."),
    pattern("way.start.leaning", "It starts at {start} of leaning."),
    pattern("way.steps", "{steps}."),
    pattern("way.adds", "{argument} adds {change}"),
    pattern("way.takes", "{argument} takes {change}"),
    pattern("way.rest", "{count} more together {change}"),
    pattern("way.end", "Together {end} points: {result}"),
    pattern("way.end.leaning", "Together {end} of leaning: {result}"),
    # Doubt about claims, and other methods.
    pattern(
        "leaning.trials.for",
        "With the doubt about its claims it leans for in {count} of 100 trials, from {low} to {high} in 90 of them.",
    ),
    pattern(
        "leaning.trials.against",
        "With the doubt about its claims it leans against in {count} of 100 trials, "
        "from {low} to {high} in 90 of them.",
    ),
    pattern("methods.agree", "All {count} methods agree: {side}."),
    pattern("methods.differ", "The methods do not agree: {sides}."),
    counted("methods.side", "{methods} says {side}", "{methods} say {side}", count="count"),
    counted("methods.unstable", "{methods} has no stable result", "{methods} have no stable result", count="count"),
    pattern("side.for", "for"),
    pattern("side.against", "against"),
    pattern("side.neither", "neither way"),
    # Whose weights.
    pattern("weights.same", "Nobody gives weights other than the map’s."),
    pattern("weights.agree", "By everybody’s weights {options} comes first: the weights are not what divides them."),
    pattern(
        "weights.agree.level", "By everybody’s weights {options} come first: the weights are not what divides them."
    ),
    pattern("weights.differ", "What comes first depends on whose weights count: {firsts} of {count}."),
    pattern("weights.first", "{options} by {count}"),
    pattern("weights.open", "open by {count}"),
    # What to look at again in a matrix.
    pattern("look.dominated", "{worse} is never better than {better} on any criterion."),
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
    pattern("look.support.none", "Least supported: {cell}; no weighed argument speaks to it."),
    pattern("look.stale", "The weight of {criterion} was given before its scale changed."),
    pattern("cell", "{option} on {criterion}"),
    # The units of charts.
    pattern("chart.points", "What each pro and con adds, in points on the balance"),
    pattern("chart.points.option", "What each pro and con adds to {option}, in points on the balance"),
    pattern("chart.shares", "What each pro and con adds, in shares of the leaning"),
    pattern("chart.shares.option", "What each pro and con adds to {option}, in shares of the leaning"),
    pattern("chart.lead", "Lead of {one} over {other}."),
    pattern("chart.first", "{option} comes first in {count} of 100 trials"),
    pattern("chart.first.count", "first in {count} of 100"),
    pattern("chart.no_turn", "nobody else comes on top"),
    pattern("chart.trials", "First in so many of 100 trials that vary the weights around yours."),
    pattern("chart.pair", "{one} against {other}: what each criterion adds to the difference, in points"),
    pattern("chart.sweep", "If only the weight of {criterion} changed: the total of each option."),
    pattern("chart.doubt", "How far doubt about each score moves the lead of {one} over {other}, in points."),
    pattern("trials.drawn", "{draws} trials, seed {seed}."),
    pattern("heaviest", "The heaviest point is {argument} ({points} points)."),
    pattern("heaviest.option", "The heaviest point on {option} is {argument} ({points} points)."),
    pattern(
        "chart.bridge",
        "{points} points alone would lift an even claim to strength {strength} of 100, a leaning of {leaning}; "
        "points add up, strength and leaning bend.",
    ),
    pattern(
        "chart.bridge.lower",
        "{points} points alone would lower an even claim to strength {strength} of 100, a leaning of {leaning}; "
        "points add up, strength and leaning bend.",
    ),
)

PATTERNS: Final[Mapping[str, Pattern]] = {item.key: item for item in _ALL}
