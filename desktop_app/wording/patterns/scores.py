"""One option against another, single scores, trials, any weights in an order."""

from typing import Final

from desktop_app.wording.patterns.pattern import Pattern, counted, pattern


def _around(suffix: str, words: str) -> tuple[Pattern, ...]:
    """What is said of trials that vary the weights around some, with and without doubt, and with and without others."""
    trials = (
        f"{{first}} comes first in {{count}} of 100 trials that vary the weights around {words} "
        "({share} %: two times in three {low}–{high} %)"
    )
    doubt = f"{trials} and the doubtful scores within their ranges"
    return (
        pattern(f"trials{suffix}", f"{trials}; {{others}}."),
        pattern(f"trials{suffix}.only", f"{trials}."),
        pattern(f"trials.doubt{suffix}", f"{doubt}; {{others}}."),
        pattern(f"trials.doubt{suffix}.only", f"{doubt}."),
    )


PATTERNS: Final[tuple[Pattern, ...]] = (
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
    pattern("score.none", "No single score of its own lets {rival} draw level with {first}."),
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
    *_around("", "yours"),
    *_around(".equal", "equal ones"),
    *_around(".given", "those given"),
    pattern("trials.scores", "{first} comes first in {count} of 100 trials that vary the doubtful scores; {others}."),
    pattern("trials.scores.only", "{first} comes first in {count} of 100 trials that vary the doubtful scores."),
    pattern("trials.order", "{first} comes first in {count} of 100 trials with any weights in your order; {others}."),
    pattern("trials.order.only", "{first} comes first in {count} of 100 trials with any weights in your order."),
    pattern("trials.any", "{first} comes first in {count} of 100 trials with any weights; {others}."),
    pattern("trials.any.only", "{first} comes first in {count} of 100 trials with any weights."),
    pattern(
        "trials.order.doubt",
        "{first} comes first in {count} of 100 trials with any weights in your order and the doubtful scores within "
        "their ranges; {others}.",
    ),
    pattern(
        "trials.order.doubt.only",
        "{first} comes first in {count} of 100 trials with any weights in your order and the doubtful scores within "
        "their ranges.",
    ),
    pattern(
        "trials.any.doubt",
        "{first} comes first in {count} of 100 trials with any weights and the doubtful scores within their ranges; "
        "{others}.",
    ),
    pattern(
        "trials.any.doubt.only",
        "{first} comes first in {count} of 100 trials with any weights and the doubtful scores within their ranges.",
    ),
    pattern("trials.other", "{option} in {count}"),
    # What holds for all weights in an order.
    pattern("info.always.given", "With any weights in the order of those given {first} comes first."),
    pattern("info.may.given", "With any weights in the order of those given {may} may come first."),
    counted(
        "info.given",
        "With any weights in the order of those given {may} may come first; {never} never does.",
        "With any weights in the order of those given {may} may come first; {never} never do.",
        count="count",
    ),
    pattern(
        "info.always.given.likely",
        "By the likely scores {first} comes first with any weights in the order of those given.",
    ),
    pattern(
        "info.may.given.likely",
        "By the likely scores {may} may come first with any weights in the order of those given.",
    ),
    counted(
        "info.given.likely",
        "By the likely scores {may} may come first with any weights in the order of those given; {never} never does.",
        "By the likely scores {may} may come first with any weights in the order of those given; {never} never do.",
        count="count",
    ),
    pattern("info.always.likely", "By the likely scores {first} comes first with any weights in your order."),
    pattern("info.may.likely", "By the likely scores {may} may come first with any weights in your order."),
    counted(
        "info.likely",
        "By the likely scores {may} may come first with any weights in your order; {never} never does.",
        "By the likely scores {may} may come first with any weights in your order; {never} never do.",
        count="count",
    ),
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
)
