"""What single weights, all weights together and other people’s weights do to a lead."""

from typing import Final

from desktop_app.wording.patterns.pattern import Pattern, counted, pattern

PATTERNS: Final[tuple[Pattern, ...]] = (
    # What a change of weights does.
    pattern("weight.none", "No single weight puts another option on top."),
    pattern("weight.turn", "{criterion}: {turns}; now {now}."),
    pattern("weight.further", "Other turns of weights are no nearer."),
    counted(
        "short.further",
        "1 more sentence of this kind is left out here.",
        "{count} more sentences of this kind are left out here.",
        count="count",
    ),
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
    pattern("mark", "{clause} (weight {weight})"),
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
    # Whose weights.
    pattern("weights.whose", "{name} and {count} more"),
    pattern("weights.agree", "By everybody’s weights {options} comes first: the weights are not what divides them."),
    pattern(
        "weights.agree.level", "By everybody’s weights {options} come first: the weights are not what divides them."
    ),
    pattern("weights.differ", "What comes first depends on whose weights count: {firsts} of {count}."),
    pattern("weights.first", "{options} by {count}"),
    pattern("weights.open", "open by {count}"),
)
