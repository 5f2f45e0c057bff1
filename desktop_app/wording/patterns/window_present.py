"""What the show and the bar while it waits say."""

from typing import Final

from desktop_app.wording.patterns.pattern import Pattern, pattern

PATTERNS: Final[tuple[Pattern, ...]] = (
    pattern("present.show_here", "Show here"),
    pattern("present.end", "End"),
    pattern("present.end.spoken", "End the show"),
    pattern("present.waits", "The projector is gone – the show waits at step {step}."),
    pattern("present.title", "Steelyard – presentation"),
    pattern("present.no_step", "There is no step {step}: the show has {count}."),
    pattern("present.step", "Step {step} of {steps}."),
    pattern("present.step.page", "Step {step} of {steps}, page {page} of {pages}."),
    pattern("present.screen.black", "Black screen."),
    pattern("present.screen.white", "White screen."),
    pattern("present.kind.question", "Question"),
    pattern("present.kind.options", "Options"),
    pattern("present.kind.points", "Points"),
    pattern("present.kind.matrix", "Matrix"),
    pattern("present.kind.result", "Result"),
    pattern("present.spoken", "{kind}: {title}"),
    pattern("present.spoken.newest", "{kind}: {title}: {newest}"),
)
