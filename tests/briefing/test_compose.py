"""What a brief says, before it is printed."""

import random
from typing import TypeVar

from desktop_app.briefing.content.compose import compose
from desktop_app.briefing.content.parts import (
    ArgumentsPart,
    BriefContent,
    ChartsPart,
    GroupsPart,
    MapPart,
    MatrixPart,
    MethodPart,
    NotesPart,
    OptionsPart,
    OutlinePart,
    Part,
    PointSide,
    SourcesPart,
    WordsPart,
)
from desktop_app.edits import arguments, cards, criteria, maps, scores, sections, sources
from desktop_app.formats.markup import Paragraph, Run
from desktop_app.model.document import Document
from desktop_app.model.ids import CardId, CriterionId, MapId
from desktop_app.model.reads import criteria as read_criteria
from desktop_app.model.reads import options
from desktop_app.model.reads import sections as read_sections
from desktop_app.model.records import Argument, Card, ScoreMode, SectionKind, Stance
from desktop_app.weighing.results import weigh
from desktop_app.weighing.robustness.report import report
from desktop_app.wording.sentence import literal
from tests.sample_maps import empty, link, seminar, summit
from tests.sure import sure

P = TypeVar("P", bound=Part)


def composed(document: Document, map_id: MapId, *, draw: bool = False) -> BriefContent:
    return compose(document, map_id, weigh(document, map_id), draw=draw)


def parts_of(content: BriefContent, kind: type[P]) -> list[P]:
    return [part for part in content.parts if isinstance(part, kind)]


def card_named(document: Document, beginning: str) -> CardId:
    return next(card.id for card in document.all(Card) if card.text.startswith(beginning))


def test_the_question_is_the_title_and_the_parts_stand_in_their_usual_order() -> None:
    content = composed(*seminar())
    assert content.title.startswith("How should Ukraine’s security")
    kinds = [type(part) for part in content.parts]
    assert kinds == [
        OptionsPart, MatrixPart, ArgumentsPart, ArgumentsPart, ArgumentsPart, ChartsPart, WordsPart, GroupsPart,
        NotesPart, MapPart, OutlinePart, SourcesPart, MethodPart,
    ]  # fmt: skip


def test_the_recommendation_is_the_authors_own_words() -> None:
    block = composed(*seminar()).recommendation[0]
    assert isinstance(block, Paragraph)
    runs = block.runs
    assert runs[1] == Run("A", is_bold=True)


def test_an_empty_section_is_absent() -> None:
    content = composed(*seminar())
    assert [part.title for part in parts_of(content, WordsPart)] == ["Context and background"]


def test_sections_print_in_the_authors_order_and_not_when_left_out() -> None:
    document, map_id = seminar()
    sections.add_section(document, map_id, "", kind=SectionKind.MAP)
    added = sections.add_section(document, map_id, "Last", body="words")
    left_out = sections.add_section(document, map_id, "", kind=SectionKind.METHOD)
    sections.include_section(document, left_out.id, included=False)
    content = composed(document, map_id)
    kinds = [type(part) for part in content.parts]
    assert [kind for kind in kinds if kind in {MapPart, WordsPart, SourcesPart}][-3:] == [
        MapPart, WordsPart, SourcesPart,
    ]  # fmt: skip
    assert added.title == "Last"
    # How the numbers came about still stands on the paper, on a line without a heading.
    assert [(part.title, len(part.sentences)) for part in parts_of(content, MethodPart)] == [("", 1)]


def test_pros_and_cons_are_ranked_and_their_answers_follow_them() -> None:
    pros = parts_of(composed(*seminar()), ArgumentsPart)[0].pros
    assert [(point.depth, point.text.split()[0], point.side) for point in pros] == [
        (0, "Names", PointSide.PRO),
        (1, "Draft", PointSide.EVIDENCE),
        (0, "An", PointSide.PRO),
    ]
    assert pros[0].remarks == ("decisive", "strength 86", "+86 points", "on Specificity")
    assert pros[0].label == ""
    assert pros[1].label == "Evidence for the pro"


def test_a_lighter_argument_that_stands_first_is_listed_last() -> None:
    document, map_id = seminar()
    arguments.set_importance(document, link(document, card_named(document, "Names who")), 0.25)
    pros = parts_of(composed(document, map_id), ArgumentsPart)[0].pros
    assert [point.text.split()[0] for point in pros if point.depth == 0] == ["An", "Names"]


def test_what_is_not_weighed_stands_last_and_says_so() -> None:
    content = composed(*seminar())
    cons = parts_of(content, ArgumentsPart)[2].cons
    assert cons[0].remarks == ("not weighed", "on Specificity")


def test_where_nothing_is_weighed_it_is_said_once() -> None:
    part = parts_of(composed(*summit()), ArgumentsPart)[0]
    assert part.title == "Pros and cons"
    assert part.sentences == ("None of these 13 points is weighed yet.",)
    assert {point.remarks for point in (*part.pros, *part.cons)} == {()}
    assert (len(part.pros), len(part.cons)) == (6, 7)


def test_a_single_point_that_is_not_weighed_is_spoken_of_in_the_singular() -> None:
    document = empty()
    map_id = maps.add_map(document, "M").id
    arguments.add_pro(document, cards.add_question(document, map_id, "Go?").id, "Yes")
    assert parts_of(composed(document, map_id), ArgumentsPart)[0].sentences == ("This point is not weighed yet.",)


def test_options_are_listed_by_rank_with_their_named_number() -> None:
    options_part = parts_of(composed(*seminar()), OptionsPart)[0]
    assert [(option.letter, option.number_name) for option in options_part.options] == [
        ("A", "total"), ("C", "total"), ("B", "total"),
    ]  # fmt: skip
    assert options_part.options[0].number == "68"
    assert options_part.options[2].share == 0.321


def test_the_matrix_has_a_row_for_every_criterion_and_marks_what_is_missing() -> None:
    document, map_id = seminar()
    matrix = parts_of(composed(document, map_id), MatrixPart)[0]
    assert [(row.criterion, row.weight) for row in matrix.rows] == [
        ("Specificity", "30 %"), ("Credibility", "30 %"), ("Enforceability", "25 %"), ("Scope", "15 %"),
    ]  # fmt: skip
    assert [cell.text for cell in matrix.rows[3].cells] == ["52", "30", "–"]
    assert matrix.totals[:2] == ("68", "32")
    assert matrix.remarks[0] == "– not scored: it counts as anything from 0 to 100."
    for criterion in read_criteria(document, map_id):
        scores.clear_score(document, options(document, map_id)[2].id, criterion.id)
    outside = parts_of(composed(document, map_id), MatrixPart)[0]
    assert outside.remarks[0] == "– not scored: an option without a score that counts has no total."


def test_a_matrix_says_what_is_not_known_argued_contradicted_or_below_a_red_line() -> None:
    document, map_id = seminar()
    treaty, paper, _ = options(document, map_id)
    found = {criterion.name: criterion for criterion in read_criteria(document, map_id)}
    scores.set_score(document, treaty.id, found["Scope"].id, None)
    criteria.set_red_line(document, found["Credibility"].id, 30)
    scores.set_score(document, paper.id, found["Enforceability"].id, 95)
    rows = {row.criterion: row for row in parts_of(composed(document, map_id), MatrixPart)[0].rows}
    assert rows["Scope"].cells[0].text == "?"
    assert rows["Credibility"].cells[1].remark == "below the red line"
    assert rows["Enforceability"].cells[1].remark == "contradicts its arguments"


def test_criteria_without_options_are_still_listed_with_what_they_ask() -> None:
    matrix = parts_of(composed(*summit()), MatrixPart)[0]
    assert matrix.title == "Criteria"
    assert [row.criterion for row in matrix.rows] == ["Specificity", "Credibility", "Enforceability", "Scope"]
    assert matrix.rows[0].question == "How well is it done on specificity?"
    assert matrix.letters == ()


def test_words_only_leaves_every_number_out() -> None:
    document, map_id = seminar()
    sections.set_up_brief(document, map_id, numbers=False)
    content = composed(document, map_id)
    assert content.leads == ()
    assert content.against is None
    assert parts_of(content, MethodPart) == []
    assert all(option.number == "" for option in parts_of(content, OptionsPart)[0].options)
    assert parts_of(content, MatrixPart)[0].totals == ()
    remarks = [remark for part in parts_of(content, ArgumentsPart) for point in part.pros for remark in point.remarks]
    assert "decisive" in remarks
    assert not any(remark.startswith("strength") for remark in remarks)


def test_the_strongest_con_of_what_alone_comes_first_stands_on_page_one() -> None:
    document, map_id = seminar()
    assert composed(document, map_id).against is None
    scores.set_score(document, options(document, map_id)[2].id, read_criteria(document, map_id)[3].id, 34)
    against = composed(document, map_id).against
    assert against is not None
    assert against[0] == "A"
    assert against[1].text.startswith("Ratification")


def test_of_many_turns_of_weights_a_brief_says_the_nearest_and_that_there_are_others() -> None:
    document = empty()
    map_id = maps.add_map(document, "Many").id
    chance = random.Random(3)
    places = [cards.add_option(document, map_id, f"Place {number}").id for number in range(12)]
    rules: list[CriterionId] = []
    for number in range(14):
        criterion = criteria.add_criterion(document, map_id, f"Rule {number}").id
        rules.append(criterion)
        criteria.set_weight(document, criterion, chance.randint(10, 100))
        for option in places:
            scores.set_score(document, option, criterion, chance.randint(0, 100))
    for option in places[:4]:
        scores.clear_score(document, option, rules[-1])
    said = parts_of(composed(document, map_id), ChartsPart)[0].sentences
    results = weigh(document, map_id)
    found = sure(report(document, results))
    turns = [str(sentence) for sentence in found.sentences if sentence.key.startswith(("weight.turn", "weight.may"))]
    assert len(turns) > 8
    assert [sentence for sentence in said if sentence in turns] == turns[:8]
    assert said[said.index(turns[7]) + 1] == "Other turns of weights are no nearer."


def test_the_lead_says_who_leads_by_how_much() -> None:
    document, map_id = seminar()
    force = options(document, map_id)[2]
    scope = read_criteria(document, map_id)[3]
    scores.set_score(document, force.id, scope.id, 34)
    leads = composed(document, map_id).leads
    assert leads[0] == (
        "Treaty-based mutual defence (A) comes first with 68 of 100, "
        "5 points ahead of Monitored force on the ground (C)."
    )
    assert leads[1].startswith("A comes first in ")


def test_the_lead_says_that_the_order_is_open_where_scores_are_missing() -> None:
    leads = composed(*seminar()).leads
    assert leads[0] == (
        "Who comes first is open: Treaty-based mutual defence (A) (68) or Monitored force on the ground (C) (58–73); "
        "Political assurances (B) cannot by the likely scores."
    )


def test_options_that_share_the_first_place_are_said_to() -> None:
    document = empty()
    map_id = maps.add_map(document, "M").id
    for name in ("One", "Two"):
        option = cards.add_option(document, map_id, name)
        pro = arguments.add_pro(document, option.id, f"Good about {name}")
        arguments.set_importance(document, link(document, pro.id), 0.5)
    assert composed(document, map_id).leads == (
        "One (A) and Two (B) share first place (+12.4 and +12.4): less than a point apart.",
    )
    arguments.set_importance(document, link(document, card_named(document, "Good about One")), 1)
    assert composed(document, map_id).leads == ("One (A) leans furthest for, +24, 12 ahead of Two (B).",)


def test_sources_are_numbered_in_the_order_in_which_they_are_cited() -> None:
    document, map_id = seminar()
    sources.add_source(document, "aaa", "Never cited", url="https://example.org")
    content = composed(document, map_id)
    lines = parts_of(content, SourcesPart)[0].sources
    assert [(line.number, line.text.split(".")[0]) for line in lines] == [
        (1, "Working group"), (2, "Survey summary"), (3, "Never cited"),
    ]  # fmt: skip
    assert lines[0].grade == "A, completely reliable; 2, probably true; not verified"
    assert lines[0].places == ("p. 4",)
    assert content.source_numbers == {"draft2025": 1, "survey": 2, "aaa": 3}


def test_a_source_that_the_recommendation_cites_comes_before_those_of_later_parts() -> None:
    document, map_id = seminar()
    sources.add_source(document, "zzz", "Cited in words only", url="https://example.org")
    sections.set_recommendation(document, map_id, "As they say [@zzz], and say again.")
    numbers = composed(document, map_id).source_numbers
    assert numbers["zzz"] == 1
    assert sorted(numbers.values()) == [1, 2, 3]


def test_sources_of_other_maps_are_left_out() -> None:
    document, map_id = seminar()
    sources.add_source(document, "aaa", "Of another map")
    maps.add_map(document, "Another")
    assert len(parts_of(composed(document, map_id), SourcesPart)[0].sources) == 2


def test_parked_notes_and_loose_claims_are_open_points() -> None:
    document, map_id = seminar()
    cards.add_claim(document, map_id, "A loose claim")
    notes = parts_of(composed(document, map_id), NotesPart)[0].notes
    assert {note.text for note in notes} == {"What of cyberattacks?", "A loose claim"}


def test_notes_on_notes_are_indented_and_keep_what_they_say() -> None:
    document, map_id = seminar()
    top = card_named(document, "What of")
    cards.set_notes(document, top, "They are cheap.")
    cards.add_note(document, map_id, "Ask the agency", under=top)
    notes = parts_of(composed(document, map_id), NotesPart)[0].notes
    assert [(note.depth, note.text, note.notes) for note in notes] == [
        (0, "What of cyberattacks?", "They are cheap."), (1, "Ask the agency", ""),
    ]  # fmt: skip


def test_a_card_that_serves_twice_is_not_opened_again() -> None:
    document, map_id = seminar()
    names = card_named(document, "Names who")
    arguments.link_card(document, names, card_named(document, "Political"), Stance.OPPOSES)
    content = composed(document, map_id)
    again = [point for point in parts_of(content, ArgumentsPart)[1].cons if point.is_again]
    assert [point.text.split()[0] for point in again] == ["Names"]
    words = parts_of(content, OutlinePart)[0].points
    assert next(point for point in words if point.text.startswith("Names")).remarks == (
        "also: con, “Political assurances”",
    )


def test_arguments_that_run_in_a_loop_are_printed_once_and_said_to() -> None:
    document = empty()
    map_id = maps.add_map(document, "M").id
    maps.allow_loops(document, map_id, allowed=True)
    option = cards.add_option(document, map_id, "Go")
    first = arguments.add_pro(document, option.id, "First")
    second = arguments.add_pro(document, first.id, "Second")
    arguments.link_card(document, first.id, second.id, Stance.SUPPORTS)
    for argument in list(document.all(Argument)):
        arguments.set_importance(document, argument.id, 1)
    content = composed(document, map_id)
    part = parts_of(content, ArgumentsPart)[0]
    assert [point.text for point in part.pros] == ["First", "Second", "First"]
    assert part.sentences[2].startswith("Circular: ")
    assert "loop" in " ".join(parts_of(content, MethodPart)[0].sentences)


def test_joined_premises_stay_together_and_undercuts_follow_what_they_undercut() -> None:
    document = empty()
    map_id = maps.add_map(document, "M").id
    question = cards.add_question(document, map_id, "Go?")
    pro = arguments.add_pro(document, question.id, "It worked there")
    arguments.add_premise(document, link(document, pro.id), "We are like them")
    arguments.add_undercut(document, link(document, pro.id), "That was long ago")
    arguments.add_pro(document, question.id, "It is cheap")
    pros = parts_of(composed(document, map_id), ArgumentsPart)[0].pros
    assert [(point.depth, point.sign, point.text) for point in pros] == [
        (0, "+", "It worked there"),
        (1, "−", "That was long ago"),
        (0, "&", "We are like them"),
        (0, "+", "It is cheap"),
    ]


def test_the_alt_text_is_short_and_counts_what_the_map_holds() -> None:
    document, map_id = seminar()
    alt = parts_of(composed(document, map_id), MapPart)[0].alt
    assert "15 cards" in alt
    assert "10 pros and cons" in alt
    assert len(alt) <= 400


def test_a_map_with_nothing_on_it_is_a_title() -> None:
    document = empty()
    content = composed(document, maps.add_map(document, "Nothing yet").id)
    assert content.title == "Nothing yet"
    assert content.parts == ()
    assert read_sections(document, maps.add_map(document, "Other").id) == []


def test_a_lead_that_missing_scores_cannot_touch_is_called_safe() -> None:
    document, map_id = seminar()
    treaty, paper, force = options(document, map_id)
    for criterion in read_criteria(document, map_id):
        scores.set_score(document, treaty.id, criterion.id, 95)
        scores.set_score(document, force.id, criterion.id, 20)
    scores.clear_score(document, paper.id, read_criteria(document, map_id)[3].id)
    scores.set_score(document, paper.id, read_criteria(document, map_id)[0].id, 90)
    lead = composed(document, map_id).leads[0]
    assert lead == (
        "Treaty-based mutual defence (A) comes first whatever the missing scores are: "
        "95 against at most 52 for Political assurances (B)."
    )


def test_the_method_says_how_argued_scores_are_drawn() -> None:
    document, map_id = seminar()
    treaty = options(document, map_id)[0]
    scores.set_score_mode(document, treaty.id, read_criteria(document, map_id)[0].id, ScoreMode.ARGUED)
    content = composed(document, map_id)
    assert "2,000 draws (seed 1" in " ".join(parts_of(content, MethodPart)[0].sentences)
    assert parts_of(content, MatrixPart)[0].rows[0].cells[0].remark == "argued"


def test_a_locked_claim_says_that_arguments_do_not_move_it() -> None:
    document = empty()
    map_id = maps.add_map(document, "M").id
    claim = cards.add_claim(document, map_id, "The law says so")
    cards.set_plausibility(document, claim.id, 1)
    pro = arguments.add_pro(document, claim.id, "It is printed")
    arguments.set_importance(document, link(document, pro.id), 1)
    part = parts_of(composed(document, map_id), ArgumentsPart)[0]
    assert part.sentences == ("Taken as given: arguments do not move it.",)
    assert part.title == "Pros and cons"


def test_assumptions_and_arguments_to_check_again_say_so() -> None:
    document, map_id = seminar()
    names = card_named(document, "Names who")
    cards.set_assumption(document, names, assumption=True)
    with document.transaction(literal("Doubt")):
        document.change(document.get(Argument, link(document, names)), check_again=True)
    remarks = parts_of(composed(document, map_id), ArgumentsPart)[0].pros[0].remarks
    assert "an assumption" in remarks
    assert "check again" in remarks
