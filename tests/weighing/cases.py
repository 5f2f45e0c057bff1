"""Published argument graphs as maps."""

from tests.weighing.maps import MapBuilder


def graph_map(inputs, **settings) -> MapBuilder:
    """A map with the bases, supports and attacks of a case; importance 1 where none is said."""
    built = MapBuilder(loops_allowed=True, **settings)
    importance = inputs.get("importance", {})
    for name, base in inputs["base"].items():
        built.card(name, base)
    for sign, pairs in (("-", inputs.get("attacks", ())), ("+", inputs.get("supports", ()))):
        for source, target in pairs:
            built.argue(f"{sign}{source}>{target}", source, target, importance.get(f"{source}->{target}", 1.0))
    return built
