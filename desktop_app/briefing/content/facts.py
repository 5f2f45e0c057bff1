"""Facts of an option among its sentences."""

from collections.abc import Iterable

from desktop_app.wording.full_stops import ended


def fact_sentences(facts: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Facts, each by name and value, as sentences."""
    return tuple(ended(f"{name}: {value}") for name, value in facts)
