"""What the page that compares perspectives says."""

from typing import Final

from desktop_app.wording.patterns.pattern import Pattern, counted, pattern

PATTERNS: Final[tuple[Pattern, ...]] = (
    pattern("compare.kind.all", "all numbers"),
    pattern("compare.kind.importance", "how much arguments matter"),
    pattern("compare.kind.plausibility", "how likely claims are"),
    pattern("compare.kind.score", "scores"),
    pattern("compare.kind.weight", "weights"),
    pattern("compare.taken", "Together and apart:"),
    pattern("compare.kind", "About which numbers they differ"),
    pattern("compare.by_weights", "The ranking by each one’s weights"),
    pattern("compare.from_mine", "Where each differs most from mine"),
    pattern("compare.title", "Perspectives side by side"),
    pattern("compare.together", "Together"),
    pattern(
        "compare.advice.one",
        "There is one set of numbers. Add a person, a stakeholder or an outlook at the right to compare.",
    ),
    pattern("compare.advice.hidden", "The numbers of this map are hidden."),
    pattern(
        "compare.advice",
        "{number} Click a column’s head, or press Enter in it, to see and set its numbers on every page.",
    ),
    pattern("compare.totals", "Weighted totals, 0 to 100."),
    pattern("compare.leanings", "How the arguments lean, −100 to +100."),
    pattern("compare.nothing_differs", "No number that both give differs."),
    pattern("compare.instead_of", "{theirs} instead of {mine}"),
    pattern("compare.shows_it", "{said} Shows it"),
    pattern("compare.who", "Whose numbers are taken together"),
    pattern("compare.rule", "How they are taken together"),
    pattern("compare.table", "What each option comes to, by perspective"),
    pattern("compare.column.chosen", "{name}, chosen"),
    pattern("compare.nobody_differs", "Nobody differs about any of these numbers."),
    pattern("compare.spread.spoken", "{words}: {summary}. Shows it"),
    pattern("compare.spread.tip", "Show where it stands"),
    pattern("compare.apart", "Where they are furthest apart: {who}"),
    pattern("compare.by_weights.about", "My scores, each one’s weights."),
    counted(
        "compare.more_differences",
        "and {count} more with smaller differences",
        "and {count} more with smaller differences",
        count="count",
    ),
    pattern("compare.first_by.scores", "By scores: how often each is first"),
    pattern("compare.first_by.leanings", "By how far arguments lean: how often each is first"),
    pattern("compare.first", "{options} first"),
    pattern("compare.counted", "{count} of {size} · "),
    pattern("compare.no_number_yet", "no number yet"),
    pattern("compare.show_more", "Show {count} more of {rest}"),
)
