"""Every text that people read, in English, by its key: the one place where the words stand.

Keys are those of the design ("lead.alone"). A pattern names its values in braces; one with a plural says which of
them counts. `pybabel extract -k pattern:1c,2 -k counted:1c,2,3` makes the template that translators start from.
"""

from collections.abc import Mapping
from typing import Final

from desktop_app.wording.patterns import (
    arguments,
    brief,
    cards,
    commands,
    errors,
    exports,
    figures,
    groups,
    kinds,
    leads,
    lists,
    method,
    notices,
    remedies,
    rules,
    scores,
    self_test,
    steps,
    ways,
    weights,
)
from desktop_app.wording.patterns.pattern import Pattern

_ALL: Final = (
    *lists.PATTERNS,
    *kinds.PATTERNS,
    *exports.PATTERNS,
    *leads.PATTERNS,
    *weights.PATTERNS,
    *scores.PATTERNS,
    *arguments.PATTERNS,
    *figures.PATTERNS,
    *groups.PATTERNS,
    *method.PATTERNS,
    *steps.PATTERNS,
    *errors.PATTERNS,
    *remedies.PATTERNS,
    *rules.PATTERNS,
    *self_test.PATTERNS,
    *commands.PATTERNS,
    *notices.PATTERNS,
    *cards.PATTERNS,
    *brief.PATTERNS,
    *ways.PATTERNS,
)
PATTERNS: Final[Mapping[str, Pattern]] = {item.key: item for item in _ALL}
