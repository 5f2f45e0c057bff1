import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.model.document import Document
from desktop_app.model.ids import CardId
from desktop_app.model.records import Argument
from desktop_app.weighing.arguments.explain import explain
from desktop_app.weighing.arguments.graph import Node
from desktop_app.weighing.arguments.sentences import card_sentences, explanation_sentences, rank_words, total_sentence
from desktop_app.weighing.arguments.strength import StrengthGraph
from desktop_app.weighing.arguments.tipping_points import TurningKind
from desktop_app.weighing.criteria.totals import Rank, Total
from desktop_app.weighing.results import weigh
from desktop_app.wording.sentence import literal, spoken
from tests.sure import sure
from tests.weighing.maps import MAP, MapBuilder
from tests.weighing.test_strength import looped

unit = st.floats(0.02, 0.98)
weights = st.sampled_from([0.25, 0.5, 0.75, 1.0])


def balanced_on_one() -> MapBuilder:
    built = MapBuilder()
    built.option("Treaty")
    built.card("Names who must act.", 0.8)
    built.card("Takes years", 0.5)
    built.argue("+", "Names who must act.", "Treaty", 1.0)
    built.argue("-", "Takes years", "Treaty", 0.5)
    return built


def explained(document: Document, card: CardId) -> tuple[str, ...]:
    said = explanation_sentences(document, weigh(document, MAP), explain(StrengthGraph(document, MAP), card))
    return tuple(str(sentence) for sentence in said)


def test_what_it_leans_what_it_hangs_on_and_what_turns_it_are_said_in_sentences() -> None:
    built = balanced_on_one()
    assert explained(built.document(), built.card_ids["Treaty"]) == (
        "Leans for, +27.",
        "2 of 2 weighed.",
        "Without “Names who must act” it would lean −12.",
        "It turns if “Names who must act” falls from 80 % to 23 % likely true.",
    )


def test_the_two_claims_that_turn_it_most_easily_are_named() -> None:
    built = MapBuilder()
    built.option("A")
    for name, plausibility in (("+one", 0.6), ("-two", 0.5)):
        built.card(name, plausibility)
        built.argue(f"{name} says", name, "A", 0.75)
    assert explained(built.document(), built.card_ids["A"])[-1] == (
        "It turns if “+one” falls from 60 % to 48 % likely true, or if “-two” rises from 50 % to 62 % likely true."
    )


def test_a_result_that_nothing_turns_says_so() -> None:
    built = MapBuilder()
    built.option("A")
    for place in range(3):
        built.card(f"pro {place}", 0.9)
        built.argue(f"+{place}", f"pro {place}", "A", 1.0)
    document = built.document()
    explanation = explain(StrengthGraph(document, MAP), built.card_ids["A"])
    assert explanation.tipping_points == ()
    assert explained(document, built.card_ids["A"])[-1] == "No single weighed number turns it."


def test_an_even_result_speaks_of_no_turning() -> None:
    built = MapBuilder()
    built.option("A")
    for sign in "+-":
        built.card(f"{sign} card", 0.7)
        built.argue(sign, f"{sign} card", "A", 1.0)
    document = built.document()
    said = explained(document, built.card_ids["A"])
    assert said[:2] == ("Evenly balanced.", "2 of 2 weighed.")
    assert said[2].startswith(("Without “- card” it would lean +", "Without “+ card”"))
    assert len(said) == 3


def test_states_without_a_number_are_said_in_words() -> None:
    built = looped()
    built.option("silent")
    built.card("given", 1.0)
    built.card("rejected", 0.0)
    built.card("even")
    built.card("likely", 0.7)
    built.argue("+waiting", "likely", "silent")
    built.option("empty")
    document = built.document()
    results = weigh(document, MAP)

    def said(name: str) -> str:
        return spoken(card_sentences(results.cards[built.card_ids[name]]))

    assert said("one") == ("Strength 57 of 100. Circular: arguments run in a loop here.")
    assert said("silent") == "Not weighed yet."
    assert said("empty") == "Nothing is said for or against it yet."
    assert said("given") == "Taken as given: arguments do not move it."
    assert said("rejected") == "Rejected: arguments do not move it."
    assert said("likely") == "Strength 70 of 100."
    assert said("even") == "Strength 50 of 100, counted as even: how likely true it is has not been weighed."
    assert said("B") == "Leans for, +34. 1 of 1 weighed."
    assert explained(document, built.card_ids["A"])[:3] == (
        "Leans for, +28.",
        "1 of 1 weighed.",
        "Circular: arguments run in a loop here.",
    )


def test_totals_and_places_are_said_with_their_ranges() -> None:
    assert str(total_sentence(Total(54.2, 69.4, 80.6, 69.4, 69.4))) == "Total 69, between 54 and 81."
    assert str(total_sentence(Total(69.4, 69.4, 69.4, 69.4, 69.4))) == "Total 69."
    assert str(total_sentence(Total(10, None, 90, 20, 80))) == "Total between 20 and 80: scores are missing."
    assert [rank_words(Rank(n, n)) for n in (1, 2, 3, 4, 11, 22)] == ["1st", "2nd", "3rd", "4th", "11th", "22nd"]
    assert rank_words(Rank(1, 3)) == "between 1st and 3rd"


def test_a_long_claim_is_shortened_at_a_word() -> None:
    built = MapBuilder()
    built.option("A")
    name = "a claim that goes on and on and on until nobody remembers how it once began"
    built.card(name, 0.9)
    built.argue("+", name, "A", 1.0)
    said = explained(built.document(), built.card_ids["A"])
    # That it would stand even without it is said once.
    (sentence,) = said[2:]
    assert sentence == (
        "No single weighed number turns it; without “a claim that goes on and on and on until nobody remembers…” "
        "it would stand even."
    )


@st.composite
def trees(draw: st.DrawFn) -> MapBuilder:
    """A claim with up to 8 arguments anywhere below, some of them undercuts or joined by a second premise."""
    built = MapBuilder()
    built.card("top", draw(unit))
    targets = ["top"]
    for place in range(draw(st.integers(1, 8))):
        sign = draw(st.sampled_from("+-"))
        built.card(f"c{place}", draw(st.one_of(st.none(), unit)))
        premises = [f"c{place}"]
        if draw(st.integers(0, 4)) == 0:
            built.card(f"d{place}", draw(unit))
            premises.append(f"d{place}")
        name = f"{sign}{place}"
        built.argue(name, premises, draw(st.sampled_from(targets)), draw(st.one_of(st.none(), weights)))
        targets += [f"c{place}", name]
    return built


@given(trees())
def test_every_turning_shows_the_other_side_and_no_nearer_hundredth_does(built: MapBuilder) -> None:
    strengths = StrengthGraph(built.document(), MAP)
    top = built.card_ids["top"]
    explanation = explain(strengths, top)

    def shows_the_other_side(node: Node, hundredth: int) -> bool:
        leaning = 100 * (2 * sure(strengths.what_if(top, {node: hundredth / 100})) - 1)
        return abs(leaning) >= 0.5 - 1e-9 and leaning * sure(explanation.leaning) < 0

    turned: dict[Node, int] = {}
    for turning in explanation.tipping_points:
        node = sure(turning.card) if turning.kind is TurningKind.PLAUSIBILITY else -sure(turning.argument)
        turned[node] = round(100 * turning.needed)
        assert shows_the_other_side(node, turned[node])
    if explanation.leaning is None or abs(explanation.leaning) < 0.5:
        assert not turned
        return
    graph = strengths.graph
    for node in graph.below(top) - {top}:
        if node > 0 and (node not in graph.given or graph.is_locked(node)):
            continue
        now = 100 * (graph.base[node] if node > 0 else sure(graph.links[node].importance))
        needed = turned.get(node)
        for hundredth in range(1, 100) if node > 0 else range(101):
            if needed is None or abs(hundredth - now) < abs(needed - now) - 1e-9:
                assert not shows_the_other_side(node, hundredth)


@given(trees())
def test_removal_is_the_result_of_a_map_in_which_the_argument_was_never_weighed(built: MapBuilder) -> None:
    document = built.document()
    top = built.card_ids["top"]
    for item in explain(StrengthGraph(document, MAP), top).removals:
        argument = document.get(Argument, item.argument)
        with document.transaction(literal("Take out")):
            document.change(argument, importance=None)
        without = StrengthGraph(document, MAP).values[top]
        assert without is not None
        with document.transaction(literal("Put back")):
            document.change(argument, importance=argument.importance)
        assert 100 * (2 * without - 1) == pytest.approx(item.leaning_without)
