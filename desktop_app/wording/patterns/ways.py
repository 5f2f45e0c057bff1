"""Ways to weights, and the methods by name."""

from typing import Final

from desktop_app.wording.patterns.pattern import Pattern, counted, pattern

PATTERNS: Final[tuple[Pattern, ...]] = (
    pattern("methods.df_quad", "DF-QuAD"),
    pattern("methods.euler", "Euler-based"),
    pattern("methods.log_odds", "the log-odds balance"),
    pattern("methods.quadratic_energy", "quadratic energy"),
    pattern("methods.simple", "the simple balance"),
    pattern("pairs.consistent", "Consistency ratio {ratio} (random indices: {indices}): they fit together."),
    pattern("pairs.inconsistent", "Consistency ratio {ratio} (random indices: {indices}): look at them again."),
    counted(
        "pairs.missing",
        "1 pair is not compared yet, so no consistency ratio can be given.",
        "{count} pairs are not compared yet, so no consistency ratio can be given.",
        count="count",
    ),
    pattern(
        "pairs.worst",
        "The answer that fits least: {first} against {second}, {ratio} times as much; "
        "the answers together say {implied}.",
    ),
    pattern("swing.best", "the best there is"),
    pattern(
        "swing.first",
        "An option is at its worst on everything. You may lift one thing to its best. Which first: {steps}?",
    ),
    pattern("swing.other", "Lifting {reference} {step} counts 100. How much does lifting {other} {other_step} count?"),
    pattern("swing.step", "from “{worst}” to “{best}”"),
    pattern("swing.worst", "the worst there is"),
)
