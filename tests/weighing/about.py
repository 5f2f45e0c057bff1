"""Numbers that need not be met to the last digit, where a whole record is compared."""

from typing import cast

import pytest


def about(value: float, *, within: float | None = None) -> float:
    """`pytest.approx`, to stand in a record's field for a number."""
    return cast("float", pytest.approx(value, abs=within))
