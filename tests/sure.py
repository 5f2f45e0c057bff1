"""What a test takes for granted."""

from typing import TypeVar

T = TypeVar("T")


def sure(value: T | None) -> T:
    """A value that is there; the test fails where it is not."""
    assert value is not None
    return value
