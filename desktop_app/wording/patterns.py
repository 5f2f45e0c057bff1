"""Every sentence that is said of results, in English, by its key: the one place where their words stand.

Keys are those of the design ("lead.alone"). A pattern names its values in braces; one with a plural says which of
them counts. `pybabel extract -k pattern:1c,2 -k counted:1c,2,3` makes the template that translators start from.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from string import Formatter
from typing import Final


@dataclass(frozen=True, slots=True)
class Pattern:
    """The English of a key.

    Attributes:
        key: which sentence it is.
        text: with its values in braces; of one, where there is a plural.
        plural: of any other number; None where nothing is counted.
        count: name of the value that is counted; empty without a plural.
    """

    key: str
    text: str
    plural: str | None = None
    count: str = ""

    @property
    def names(self) -> frozenset[str]:
        """The values it needs."""
        parts = [*Formatter().parse(self.text), *Formatter().parse(self.plural or "")]
        named = {name for _, name, _, _ in parts if name}
        return frozenset(named | {self.count}) if self.count else frozenset(named)


def pattern(key: str, text: str) -> Pattern:
    """A pattern without a plural."""
    return Pattern(key, text)


def counted(key: str, one: str, many: str, count: str) -> Pattern:
    """A pattern whose words depend on how many something is."""
    return Pattern(key, one, many, count)


_ALL: Final = (
    # Lists; `so_far` is what was joined before.
    pattern("list.and", "{so_far} and {last}"),
    pattern("list.or", "{so_far} or {last}"),
    pattern("list.middle", "{so_far}, {next}"),
    counted("list.more", "{count} more", "{count} more", count="count"),
)

PATTERNS: Final[Mapping[str, Pattern]] = {item.key: item for item in _ALL}
