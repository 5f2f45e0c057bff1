"""Who comes first, by totals or by leanings, and who stands outside."""

from typing import Final

from desktop_app.wording.patterns.pattern import Pattern, counted, pattern

PATTERNS: Final[tuple[Pattern, ...]] = (
    # Who comes first, by totals.
    pattern("lead.none", "No option is scored yet."),
    pattern("lead.weightless", "No option is scored on a criterion that has a weight."),
    pattern("lead.single.uncounted", "Only {first} has a score that counts; there is nothing to compare."),
    pattern("lead.single", "Only {first} is scored; there is nothing to compare."),
    # The same where somebody else's perspective holds scores.
    pattern("lead.none.own", "By the map’s own numbers no option is scored yet."),
    pattern("lead.weightless.own", "By the map’s own numbers no option is scored on a criterion that has a weight."),
    pattern(
        "lead.single.uncounted.own",
        "By the map’s own numbers only {first} has a score that counts; there is nothing to compare.",
    ),
    pattern("lead.single.own", "By the map’s own numbers only {first} is scored; there is nothing to compare."),
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
    pattern("lead.open.cannot.likely", "Who comes first is open: {candidates}; {others} cannot by the likely scores."),
    pattern("lead.candidate", "{option} ({total})"),
    pattern("lead.candidate.range", "{option} ({least}–{most})"),
    pattern("number.range", "{least}–{most}"),
    counted(
        "outside.uncounted",
        "{options} has no score that counts and stands outside.",
        "{options} have no score that counts and stand outside.",
        count="count",
    ),
    counted(
        "outside",
        "{options} is not scored and stands outside.",
        "{options} are not scored and stand outside.",
        count="count",
    ),
    pattern("red", "Of the options above every red line, {first} comes first."),
    pattern("red.level", "Of the options above every red line, {options} share first place."),
    counted(
        "red.least",
        "Of the options above every red line, {first} comes first or is level with {others}.",
        "Of the options above every red line, {first} come first or are level with {others}.",
        count="count",
    ),
    pattern("red.open", "Of the options above every red line, it is open who comes first."),
    pattern("red.single", "Only {first} is above every red line."),
    pattern("red.single.scored", "Of the options that are scored only {first} is above every red line."),
    pattern("red.none", "No option is above every red line."),
    pattern("red.none.scored", "No option that is scored is above every red line."),
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
)
