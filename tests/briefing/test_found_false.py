"""What a critical reader found false on paper, or misleading: each by its smallest case."""

import io
from collections.abc import Sequence

import pytest
from pptx import Presentation

from desktop_app.briefing.content.compose import compose
from desktop_app.briefing.content.parts import ArgumentsPart, BriefContent, ChartsPart, MatrixPart
from desktop_app.briefing.office.pptx import pptx
from desktop_app.briefing.text.markdown import markdown
from desktop_app.model.ids import OverrideId, PerspectiveId
from desktop_app.model.records import CardKind, Map, Method, Override, Perspective, PerspectiveKind
from desktop_app.weighing.method_note import method_note, short_note
from desktop_app.weighing.results import weigh
from desktop_app.wording.sentence import literal
from tests.weighing.maps import MAP, RANKS, MapBuilder

# A score: likely alone, or low, likely and high; None for none.
Given = float | tuple[float, float, float] | None


def content_of(built: MapBuilder) -> BriefContent:
    document = built.document()
    return compose(document, MAP, weigh(document, MAP), draw=False)


def matrix(rows: Sequence[Sequence[Given]], weights: Sequence[float] = (60.0, 40.0)) -> MapBuilder:
    built = MapBuilder()
    for number, weight in enumerate(weights, start=1):
        built.criterion(f"K{number}", weight)
    for letter, row in zip("ABCDE", rows, strict=False):
        built.option(letter)
        for number, score in enumerate(row, start=1):
            if score is not None:
                low, likely, high = score if isinstance(score, tuple) else (None, score, None)
                built.score(letter, f"K{number}", likely, low=low, high=high)
    return built


def sentences_of(content: BriefContent) -> list[str]:
    return [sentence for part in content.parts if isinstance(part, ChartsPart) for sentence in part.sentences]


def test_a_claim_listed_again_has_the_points_of_the_argument_it_serves_there() -> None:
    built = MapBuilder()
    built.option("A")
    built.option("B")
    built.card("Takes long", 0.8)
    built.argue("-1", "Takes long", "A", 0.25)
    built.argue("-2", "Takes long", "B", 1.0)
    parts = [part for part in content_of(built).parts if isinstance(part, ArgumentsPart)]
    remarks = [point.remarks for part in parts for point in part.cons]
    assert ["minor" in remarks[0], "decisive" in remarks[1]] == [True, True]
    points = [remark for found in remarks for remark in found if remark.endswith("points")]
    assert len(set(points)) == 2


def test_beside_a_ranking_methods_agree_on_the_pros_and_cons_of_an_option_and_not_on_the_ranking() -> None:
    built = matrix([[80, 80], [20, 20]])
    built.card("P", 0.9)
    built.argue("-p", "P", "A", 1.0)
    said = sentences_of(content_of(built))
    assert "All 5 methods agree on the pros and cons of A: against." in said


def test_two_points_as_heavy_as_each_other_and_points_of_nothing_are_not_called_the_heaviest() -> None:
    built = MapBuilder()
    built.option("A")
    built.card("P", 0.9)
    built.card("C", 0.9)
    built.argue("+p", "P", "A", 0.5)
    built.argue("-c", "C", "A", 0.5)
    assert not any("heaviest" in sentence for sentence in sentences_of(content_of(built)))
    alone = MapBuilder()
    alone.option("A")
    alone.card("P", 0.9)
    alone.argue("+p", "P", "A", 0.0)
    assert not any("heaviest" in sentence for sentence in sentences_of(content_of(alone)))


@pytest.mark.parametrize(("method", "unit"), [(Method.LOG_ODDS, "points)"), (Method.DF_QUAD, "of leaning)")])
def test_the_heaviest_point_is_told_in_what_the_method_counts_in(method: Method, unit: str) -> None:
    built = MapBuilder()
    built.option("A")
    built.card("P", 0.9)
    built.card("C", 0.6)
    built.argue("+p", "P", "A", 1.0)
    built.argue("-c", "C", "A", 0.25)
    document = built.document()
    with document.transaction(literal("Method")):
        document.change(document.get(Map, MAP), method=method)
    said = [
        words
        for words in sentences_of(compose(document, MAP, weigh(document, MAP), draw=False))
        if words.startswith("The heaviest point")
    ]
    assert said
    assert all("“P”" in words and unit in words for words in said)


def test_the_strongest_point_against_is_said_with_all_its_premises() -> None:
    built = MapBuilder()
    built.card("Which?", kind=CardKind.QUESTION)
    built.option("A")
    built.option("B")
    built.card("P", 0.9)
    built.card("C", 0.9)
    built.card("Second premise", 0.8)
    built.argue("+p", "P", "A", 1.0)
    built.argue("-c", ["C", "Second premise"], "A", 0.5)
    built.argue("-d", "C", "B", 1.0)
    against = content_of(built).against
    assert against is not None
    assert "C" in against[1].text
    assert "Second premise" in against[1].text


def test_no_slide_is_headed_recommendation_where_nobody_recommends_anything() -> None:
    slides = Presentation(io.BytesIO(pptx(content_of(matrix([[80, 80], [20, 20]]))))).slides
    titles = [slide.shapes.title.text for slide in slides if slide.shapes.title is not None]
    assert "Recommendation" not in titles
    assert any("A comes first" in shape.text_frame.text or "(A) comes first" in shape.text_frame.text
               for slide in slides for shape in slide.shapes if shape.has_text_frame)  # fmt: skip


def test_trials_that_vary_scores_too_say_so_over_their_chart() -> None:
    def titles(built: MapBuilder) -> list[str]:
        parts = [part for part in content_of(built).parts if isinstance(part, ChartsPart)]
        return [chart.title for part in parts for chart in part.charts]

    assert "First in so many of 100 trials that vary the weights." in titles(matrix([[80, 80], [20, 20]]))
    doubted = titles(matrix([[(60, 80, 90), 80], [20, 20]]))
    assert (
        "First in so many of 100 trials that vary the weights and the doubtful scores within their ranges." in doubted
    )


def test_what_is_never_better_by_likely_scores_alone_is_said_to_be_so_by_them() -> None:
    def said(built: MapBuilder) -> str:
        document = built.document()
        return str(compose(document, MAP, weigh(document, MAP), draw=False))

    assert "By the likely scores B is never better than A on any criterion." in said(
        matrix([[60, 60], [(40, 60, 80), 50]])
    )
    assert "By the likely scores" not in said(matrix([[60, 60], [60, 50]]))


def test_the_note_speaks_of_trials_only_where_something_varies_and_of_equal_weights_as_what_they_are() -> None:
    def notes(built: MapBuilder) -> tuple[str, str]:
        document = built.document()
        results = weigh(document, MAP)
        return str(short_note(document, results)[0]), " ".join(map(str, method_note(document, results)))

    short, whole = notes(matrix([[80], [20]], weights=(100.0,)))
    assert short == "Totals: scores 0–100 times weights; level: less than a point."
    assert "Trials" not in whole
    short, whole = notes(matrix([[80, 70], [20, 10]], weights=(50.0, 50.0)))
    assert "weights not set: all count alike" in short
    assert "weights around equal ones" in whole


def test_a_table_of_criteria_has_no_column_with_nothing_in_it() -> None:
    built = MapBuilder()
    built.card("Which?", kind=CardKind.QUESTION)
    built.criterion("Cost", 60.0)
    built.criterion("Time", 40.0)
    document = built.document()
    content = compose(document, MAP, weigh(document, MAP), draw=False)
    text = markdown(content)
    assert "| Criterion | Weight |" in text
    assert "| Cost | 60 % |" in text
    assert "What it asks" not in text


def test_the_legend_of_a_matrix_says_what_a_dash_means_for_whoever_stands_outside() -> None:
    (part,) = (
        part for part in content_of(matrix([[80, None], [None, None], [20, 20]])).parts if isinstance(part, MatrixPart)
    )
    assert part.remarks[0] == (
        "– not scored: it counts as anything from 0 to 100; an option without a score that counts has no total."
    )


def slides_of(built: MapBuilder, preset: str) -> list[tuple[str, str]]:
    """The texts of every slide, and its notes."""
    document = built.document()
    content = compose(document, MAP, weigh(document, MAP), draw=False, preset=preset)
    shown = []
    for slide in Presentation(io.BytesIO(pptx(content))).slides:
        texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        notes = slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else ""
        shown.append(("\n".join(texts), notes))
    return shown


def test_slides_show_the_pros_and_cons_of_the_question_beside_those_of_its_options() -> None:
    built = matrix([[80, 80], [20, 20]])
    built.card("What to do?", kind=CardKind.QUESTION)
    for name, target in (("We must act now", "What to do?"), ("No money at all", "What to do?"), ("Quick win", "A")):
        built.card(name, 0.8)
        built.argue(f"{'-' if 'money' in name else '+'}{name}", name, target, 0.75)
    shown = "\n".join(texts for texts, _ in slides_of(built, "outline"))
    assert [name in shown for name in ("We must act now", "No money at all", "Quick win")] == [True] * 3


def test_a_table_on_a_slide_has_its_legend_and_notes_name_only_what_has_words() -> None:
    built = matrix([[80, 80], [20, None], [50, 50]])
    slides = slides_of(built, "outline")
    (legend,) = [texts for texts, _ in slides if texts.startswith("Criteria matrix")]
    assert "–" in legend
    lines = [line for _, notes in slides for line in notes.splitlines()]
    assert not [line for line in lines if line.rstrip().endswith(":")]


def test_that_nothing_can_be_compared_is_said_of_the_maps_own_numbers_where_others_scored() -> None:
    built = matrix([[80, None], [None, None]])
    assert content_of(built).leads[:1] == ("Only A is scored; there is nothing to compare.",)
    built.records.append(Perspective(PerspectiveId(1), MAP, "Ministry", PerspectiveKind.STAKEHOLDER, RANKS[900]))
    for place, option in enumerate("AB"):
        built.records.append(
            Override(
                OverrideId(place + 1),
                PerspectiveId(1),
                likely=50.0,
                option=built.card_ids[option],
                criterion=built.criterion_ids["K1"],
            )
        )
    assert content_of(built).leads[:1] == ("By the map’s own numbers only A is scored; there is nothing to compare.",)


def test_while_a_map_hides_its_numbers_no_word_of_a_weight_is_printed() -> None:
    built = MapBuilder()
    built.card("Do it?", kind=CardKind.QUESTION)
    built.card("Quick", 0.8)
    built.argue("+", "Quick", "Do it?", 0.75)
    document = built.document()
    assert "major" in markdown(compose(document, MAP, weigh(document, MAP), draw=False))
    with document.transaction(literal("Hide")):
        document.change(document.get(Map, MAP), numbers_hidden=True)
    assert "major" not in markdown(compose(document, MAP, weigh(document, MAP), draw=False))


def test_a_short_form_says_how_many_sentences_about_the_ranking_it_leaves_out() -> None:
    document = matrix([[90, 10, 40], [10, 90, 50], [50, 50, 80]], weights=(40.0, 30.0, 30.0)).document()
    forms = (compose(document, MAP, weigh(document, MAP), draw=False, preset=preset) for preset in ("options", "memo"))
    whole, short = map(sentences_of, forms)
    assert short[:4] == whole[:4]
    assert short[4] == f"{len(whole) - 4} more sentences of this kind are left out here."
