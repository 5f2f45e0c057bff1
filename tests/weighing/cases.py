"""Worked examples, and published argument graphs as maps."""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from desktop_app.model.records import PremiseRule
from tests.weighing.maps import MapBuilder

# JSON as it stands in the files of cases.
Inputs: TypeAlias = Mapping[str, Any]
Case: TypeAlias = Callable[[str], dict[str, Any]]


def graph_map(inputs: Inputs, *, sharpness: float = 1.0, premise_rule: PremiseRule = PremiseRule.WEAKEST) -> MapBuilder:
    """A map with the bases, supports and attacks of a case; importance 1 where none is said."""
    built = MapBuilder(loops_allowed=True, sharpness=sharpness, premise_rule=premise_rule)
    importance = inputs.get("importance", {})
    for name, base in inputs["base"].items():
        built.card(name, base)
    for sign, pairs in (("-", inputs.get("attacks", ())), ("+", inputs.get("supports", ()))):
        for source, target in pairs:
            built.argue(f"{sign}{source}>{target}", source, target, importance.get(f"{source}->{target}", 1.0))
    return built
