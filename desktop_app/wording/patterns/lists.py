"""Lists, places: what other sentences are made with."""

from typing import Final

from desktop_app.wording.patterns.pattern import Pattern, counted, pattern

PATTERNS: Final[tuple[Pattern, ...]] = (
    # What no catalog knows.
    pattern("literal", "{text}"),
    # Lists; `so_far` is what was joined before.
    pattern("list.and", "{so_far} and {last}"),
    pattern("list.or", "{so_far} or {last}"),
    pattern("list.middle", "{so_far}, {next}"),
    pattern("list.clauses", "{so_far}; {next}"),
    counted("list.more", "{count} more", "{count} more", count="count"),
    pattern("name.letter", "{name} ({letter})"),
    pattern("ordinal.first", "{place}st"),
    pattern("ordinal.second", "{place}nd"),
    pattern("ordinal.third", "{place}rd"),
    pattern("ordinal.other", "{place}th"),
)
