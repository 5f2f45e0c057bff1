"""What the page of the balance says."""

from typing import Final

from desktop_app.wording.patterns.pattern import Pattern, counted, pattern

PATTERNS: Final[tuple[Pattern, ...]] = (
    pattern("balance.begin.hint", "Nothing to weigh yet: type the question and press Enter"),
    pattern("balance.begin", "New question"),
    pattern("target.point_text", "Text of a point"),
    pattern("balance.chart", "Where it comes from, in points"),
    pattern("balance.reasons", "Where it comes from, in points that add up"),
    pattern("balance.by_itself", "By itself ({chance})"),
    pattern("balance.chooser", "Whose pros and cons"),
    pattern("balance.chooser.tip", "Weigh another card"),
    pattern("balance.chooser.hint", "Another card"),
    pattern("target.balanced_text", "Text of the card that is weighed"),
    pattern("balance.subject", "What is weighed"),
    pattern("balance.of", "Balance of {name}"),
    pattern("balance.apart", "Not weighed yet, so not counted"),
    pattern("balance.check_again", "check again"),
    pattern("balance.only_together", "Only together with"),
    pattern("balance.joined", "& holds only together with"),
    pattern("balance.answer.spoken", "{words}: {text}. Opens the balance of this point"),
    pattern("balance.drop.supports", "becomes a pro"),
    pattern("balance.heading.supports", "Pros"),
    pattern("balance.order.spoken.supports", "Order of the pros"),
    pattern("balance.new.supports", "New pro"),
    pattern("balance.new.hint.supports", "Type a pro and press Enter"),
    pattern("balance.drop.opposes", "becomes a con"),
    pattern("balance.heading.opposes", "Cons"),
    pattern("balance.order.spoken.opposes", "Order of the cons"),
    pattern("balance.new.opposes", "New con"),
    pattern("balance.new.hint.opposes", "Type a con and press Enter"),
    pattern("balance.together", "Together"),
    pattern("balance.together.rounded", "Together, rounded"),
    pattern("balance.up", "‹ Up"),
    pattern("balance.weighed_left", "{weighed} weighed · {left} not yet"),
    pattern("balance.point", "{label}: {said}."),
    counted("balance.point.adds", "adds {points} point", "adds {points} points", count="points"),
)
