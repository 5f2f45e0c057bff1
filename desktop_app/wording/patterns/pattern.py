"""One sentence in English, with places for its values."""

from dataclasses import dataclass
from string import Formatter


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
