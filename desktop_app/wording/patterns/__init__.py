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
    command_line,
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
    window_actions,
    window_balance,
    window_brief,
    window_compare,
    window_criteria,
    window_keys,
    window_map,
    window_present,
    window_shared,
    window_shell,
    window_welcome,
    window_widgets,
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
    *command_line.PATTERNS,
    *notices.PATTERNS,
    *cards.PATTERNS,
    *brief.PATTERNS,
    *ways.PATTERNS,
    *window_actions.PATTERNS,
    *window_shell.PATTERNS,
    *window_brief.PATTERNS,
    *window_welcome.PATTERNS,
    *window_present.PATTERNS,
    *window_compare.PATTERNS,
    *window_criteria.PATTERNS,
    *window_balance.PATTERNS,
    *window_map.PATTERNS,
    *window_keys.PATTERNS,
    *window_shared.PATTERNS,
    *window_widgets.PATTERNS,
)
PATTERNS: Final[Mapping[str, Pattern]] = {item.key: item for item in _ALL}
