"""How the numbers of a paper came about: the note that stands on every one (DEPTH 1.6)."""

from typing import Final

from desktop_app.wording.patterns.pattern import Pattern, counted, pattern

PATTERNS: Final[tuple[Pattern, ...]] = (
    # The one line of short forms.
    pattern(
        "note.short",
        "{draws} trials, seed {seed}, weights around those given (K = {k}); level: less than a point apart; "
        "pros and cons taken as independent.",
    ),
    pattern(
        "note.short.totals",
        "{draws} trials, seed {seed}, weights around those given (K = {k}); level: less than a point.",
    ),
    pattern("note.short.one", "Total: scores 0–100 times weights."),
    counted("note.counted.all", "The one argument is weighed.", "All {total} arguments are weighed.", count="total"),
    pattern(
        "note.short.equal",
        "{draws} trials, seed {seed}, weights not set: all count alike, in trials around that (K = {k}); level: less "
        "than a point apart; pros and cons taken as independent.",
    ),
    pattern(
        "note.short.totals.equal",
        "{draws} trials, seed {seed}, weights not set: all count alike, in trials around that (K = {k}); level: less "
        "than a point.",
    ),
    pattern("note.short.untried", "Totals: scores 0–100 times weights; level: less than a point."),
    pattern(
        "note.short.leanings",
        "Leanings by {method}; level: less than a point apart; pros and cons taken as independent.",
    ),
    pattern("note.totals", "Totals: scores 0–100 times weights ({sources})."),
    pattern("note.totals.unset", "Totals: scores 0–100 times weights; weights not set: all count alike."),
    pattern("note.weights.typed", "by hand {count}"),
    pattern("note.weights.swings", "by swings {count}"),
    pattern("note.weights.rank", "by rank {count}"),
    pattern("note.weights.pairs", "by pairs {count}"),
    counted(
        "note.weights.not_recorded",
        "of {count} it is not recorded how",
        "of {count} it is not recorded how",
        count="count",
    ),
    pattern(
        "note.trials",
        "Trials: {draws}, seed {seed}, numpy {numpy}; weights around those given ({firmness}: K = {k}), doubtful "
        "scores triangular between low, likely and high, missing ones anywhere on the scale.",
    ),
    pattern(
        "note.trials.equal",
        "Trials: {draws}, seed {seed}, numpy {numpy}; weights around equal ones ({firmness}: K = {k}), doubtful "
        "scores triangular between low, likely and high, missing ones anywhere on the scale.",
    ),
    pattern("note.firmness.reasonable", "reasonable"),
    pattern("note.firmness.rough", "rough"),
    pattern("note.firmness.firm", "firm"),
    pattern("note.level", "Level: less than a point apart."),
    pattern(
        "note.leanings",
        "Leanings: {method}, sharpness {sharpness}, {rule}; locked and unweighed numbers stay as they are.",
    ),
    pattern("note.method.log_odds", "log-odds"),
    pattern("note.method.simple", "simple"),
    pattern("note.method.quadratic_energy", "quadratic-energy"),
    pattern("note.method.df_quad", "df-quad"),
    pattern("note.rule.weakest", "weakest premise"),
    pattern("note.rule.product", "product of premises"),
    pattern("note.independent", "Pros and cons are taken to be independent: what is said twice counts twice."),
    counted(
        "note.counted",
        "{weighed} of {total} arguments is weighed; the others are listed and stay out of every result.",
        "{weighed} of {total} arguments are weighed; the others are listed and stay out of every result.",
        count="weighed",
    ),
    counted(
        "note.counted.none",
        "The one argument is not weighed: it is listed and stays out of every result.",
        "None of the {total} arguments is weighed: they are listed and stay out of every result.",
        count="total",
    ),
    pattern(
        "note.argued",
        "Argued scores come from the pros and cons that speak to them; their ranges from {draws} draws (seed {seed}, "
        "numpy {numpy}).",
    ),
    pattern(
        "note.loops",
        "Some arguments run in a loop: what rests on them is circular, and shows the number it settles at.",
    ),
    pattern("note.unstable", "Where it does not settle there is no stable result, and no number."),
)
