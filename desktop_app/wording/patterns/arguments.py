"""What pros and cons come to, what a leaning hangs on, the way to it."""

from typing import Final

from desktop_app.wording.patterns.pattern import Pattern, counted, pattern

PATTERNS: Final[tuple[Pattern, ...]] = (
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
    counted(
        "base",
        "By itself it starts at {points} point ({likely} likely).",
        "By itself it starts at {points} points ({likely} likely).",
        count="points",
    ),
    pattern("would.lean", "lean {leaning}"),
    pattern("would.even", "be evenly balanced"),
    pattern("would.strength", "come to a strength of {strength} of 100"),
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
    counted("way.start", "It starts at {start} point.", "It starts at {start} points.", count="start"),
    pattern("way.start.leaning", "It starts at {start} of leaning."),
    pattern("way.steps", "{steps}."),
    pattern("way.adds", "{argument} adds {change}"),
    pattern("way.takes", "{argument} takes {change}"),
    pattern("way.rest", "{count} more together {change}"),
    counted("way.end", "Together {end} point: {result}", "Together {end} points: {result}", count="end"),
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
    pattern("methods.agree.option", "All {count} methods agree on the pros and cons of {option}: {side}."),
    pattern("methods.differ", "The methods do not agree: {sides}."),
    pattern("methods.differ.option", "The methods do not agree on the pros and cons of {option}: {sides}."),
    counted("methods.side", "{methods} says {side}", "{methods} say {side}", count="count"),
    counted("methods.unstable", "{methods} has no stable result", "{methods} have no stable result", count="count"),
    pattern("side.for", "for"),
    pattern("side.against", "against"),
    pattern("side.neither", "neither way"),
)
