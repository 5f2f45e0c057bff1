"""Remembers what threads must not share. Qt keeps the insides of a font with the thread that first used it."""

import threading
from collections.abc import Callable
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def remembered_per_thread(most: int | None = None) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Like `functools.lru_cache`, with a memory for each thread that goes when the thread does.

    Args:
        most: results that are kept; None for all of them.
    """

    def decorate(make: Callable[P, R]) -> Callable[P, R]:
        memory = threading.local()

        @wraps(make)
        def wrapper(*given: P.args, **named: P.kwargs) -> R:
            if not hasattr(memory, "known"):
                memory.known = lru_cache(maxsize=most)(make)
            known: Callable[P, R] = memory.known
            return known(*given, **named)

        return wrapper

    return decorate
