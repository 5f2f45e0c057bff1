"""What earlier formats lack. Columns are only added, at the end of their table, with a value for what was meant."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from desktop_app.store.checksum import Value

# By table: (column, the `user_version` it came with, what a file from before meant).
_ADDED: Final[Mapping[str, tuple[tuple[str, int, Value], ...]]] = MappingProxyType(
    {
        "criterion": (("weight_from", 2, ""),),
        # Names of steps were English words, which are literals now.
        "step": (("args", 3, "{}"),),
        "log": (("args", 3, "{}"),),
    }
)
OLDEST: Final = 1


def lacking(table: str, version: int) -> dict[str, Value]:
    """The columns that a file of this `user_version` does not have yet, in order, with what it means by that."""
    return {name: meant for name, since, meant in _ADDED.get(table, ()) if version < since}
