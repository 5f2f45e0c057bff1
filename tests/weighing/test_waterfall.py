"""The way from where a card starts to where it comes out."""

from desktop_app.weighing.arguments.methods import DF_QUAD
from desktop_app.weighing.arguments.strength import StrengthGraph
from desktop_app.weighing.arguments.waterfall import StepUnit, waterfall, waterfall_sentences
from desktop_app.wording.sentence import spoken
from tests.weighing.maps import MAP, MapBuilder
from tests.weighing.test_methods import restless


def five_arguments() -> MapBuilder:
    built = MapBuilder()
    built.card("claim", 0.6)
    for name, plausibility in (("+a", 0.9), ("+b", 0.8), ("-c", 0.7), ("+d", 0.6), ("-e", 0.5)):
        built.card(name, plausibility)
        built.argue(f"{name}>", name, "claim", 1.0)
    return built


def test_the_way_of_points_is_said_with_the_largest_first() -> None:
    built = five_arguments()
    document = built.document()
    found = waterfall(StrengthGraph(document, MAP), built.card_ids["claim"])
    assert found is not None
    assert found.unit is StepUnit.POINTS
    assert [round(step.change) for step in found.steps] == [90, 80, -70, 60, -50]
    assert spoken(waterfall_sentences(document, found)) == (
        "It starts at +41 points. “+a” adds +90, “+b” adds +80, “-c” takes −70 and 2 more together +10. "
        "Together +151 points: Leans for, +64."
    )


def test_where_points_do_not_add_up_the_steps_are_shares_of_the_leaning() -> None:
    built = five_arguments()
    document = built.document()
    found = waterfall(StrengthGraph(document, MAP, semantics=DF_QUAD), built.card_ids["claim"])
    assert found is not None
    assert found.unit is StepUnit.LEANING
    assert abs(found.start - 20) < 1e-9
    assert abs(found.end - found.leaning) < 1e-9
    assert "of leaning" in spoken(waterfall_sentences(document, found))


def test_there_is_no_way_without_weighed_arguments_or_a_stable_result() -> None:
    built = MapBuilder()
    built.option("A")
    assert waterfall(StrengthGraph(built.document(), MAP), built.card_ids["A"]) is None
    unstable = restless()
    assert waterfall(StrengthGraph(unstable.document(), MAP), unstable.card_ids["A"]) is None


def test_arguments_that_move_nothing_are_not_named() -> None:
    built = MapBuilder()
    built.option("A")
    built.card("pro", 0.5)
    built.argue("+", "pro", "A", 0.0)
    document = built.document()
    found = waterfall(StrengthGraph(document, MAP), built.card_ids["A"])
    assert found is not None
    assert spoken(waterfall_sentences(document, found)) == "It starts at 0 points. Together 0 points: Evenly balanced."
