"""The text grammar, line by line of its table and sentence by sentence of its definition."""

from collections.abc import Iterable
from typing import TypedDict, Unpack

import pytest

from desktop_app.formats.text import TextTooDeepError, read_text
from desktop_app.model.plans import PlannedCard, PlannedCitation, PlannedLink
from desktop_app.model.records import CardKind

CLAIM, QUESTION, OPTION, NOTE, EVIDENCE = (
    CardKind.CLAIM,
    CardKind.QUESTION,
    CardKind.OPTION,
    CardKind.NOTE,
    CardKind.EVIDENCE,
)


class Known(TypedDict, total=False):
    """What the reader may be told."""

    question: str | None
    known_sources: Iterable[str]
    known_criteria: Iterable[str]
    on: CardKind | None
    below: str


def cards(text: str, **known: Unpack[Known]) -> tuple[PlannedCard, ...]:
    plan = read_text(text, **known)
    assert plan.notices == ()
    return plan.cards


def only_pro(text: str, **known: Unpack[Known]) -> PlannedCard:
    """The pro of a question that this line makes."""
    _, pro = cards(f"Q?\n{text}", **known)
    return pro


# --- the table of MODEL.md -------------------------------------------------------------------------------


def test_a_question_with_two_cons() -> None:
    assert cards("Q?\n- A\n- B") == (
        PlannedCard(QUESTION, "Q?", PlannedLink.ROOT),
        PlannedCard(CLAIM, "A", PlannedLink.OPPOSES, 0),
        PlannedCard(CLAIM, "B", PlannedLink.OPPOSES, 0),
    )


@pytest.mark.parametrize("on", [None, CLAIM, QUESTION])
def test_dashes_alone_are_bullets_two_claims_without_stance(on: CardKind | None) -> None:
    assert cards("- A\n- B", on=on) == (
        PlannedCard(CLAIM, "A", PlannedLink.ROOT),
        PlannedCard(CLAIM, "B", PlannedLink.ROOT),
    )


def test_a_percentage_at_the_end_is_how_likely_true() -> None:
    assert only_pro("+ Prices rise ~70%") == PlannedCard(
        CLAIM, "Prices rise", PlannedLink.SUPPORTS, 0, plausibility=0.7
    )


def test_a_percentage_behind_a_backslash_stays_text() -> None:
    assert only_pro("+ Prices rise \\~70%") == PlannedCard(CLAIM, "Prices rise ~70%", PlannedLink.SUPPORTS, 0)


def test_marks_that_are_not_known_are_text_with_a_notice() -> None:
    plan = read_text("Q?\n+ [3/4] of MPs like C# @home")
    assert plan.cards[1] == PlannedCard(CLAIM, "[3/4] of MPs like C# @home", PlannedLink.SUPPORTS, 0)
    assert [*map(str, plan.notices)] == ["Line 2: “@home” is not known here, so it stays text."]


def test_the_same_line_cites_a_source_that_is_known() -> None:
    pro = only_pro("+ [3/4] of MPs like C# @home", known_sources=["home"])
    assert pro.text == "[3/4] of MPs like C#"
    assert pro.citations == (PlannedCitation("home"),)


def test_a_heading_with_more_on_its_line_is_text() -> None:
    assert cards("Pros: cheap, fast") == (PlannedCard(QUESTION, "Pros: cheap, fast", PlannedLink.ROOT),)
    _question, pro = cards("Q?\n+ A\nPros: cheap, fast")
    assert pro.notes == "Pros: cheap, fast"


def test_a_con_may_begin_with_a_minus() -> None:
    assert only_pro("- -5 °C harms crops") == PlannedCard(CLAIM, "-5 °C harms crops", PlannedLink.OPPOSES, 0)


# --- signs -----------------------------------------------------------------------------------------------


def test_the_example_of_the_product_reads_as_it_says() -> None:
    text = (
        "How should the guarantee be given?\n"
        "* Treaty-based mutual defence\n"
        "  + Names who must act, and when [major] #Specificity @draft2025\n"
        "    - Only if parliaments ratify\n"
        "    > Article 2 lists minimum contributions\n"
        "  & The parties are able to pay\n"
        "  - Ratification may take years [3/4] ~70%\n"
        "? What of cyberattacks?\n"
    )
    assert cards(text, known_sources=["draft2025"], known_criteria=["Specificity"]) == (
        PlannedCard(QUESTION, "How should the guarantee be given?", PlannedLink.ROOT),
        PlannedCard(OPTION, "Treaty-based mutual defence", PlannedLink.UNDER, 0),
        PlannedCard(
            CLAIM,
            "Names who must act, and when",
            PlannedLink.SUPPORTS,
            1,
            importance=0.75,
            criterion="Specificity",
            citations=(PlannedCitation("draft2025"),),
        ),
        PlannedCard(CLAIM, "Only if parliaments ratify", PlannedLink.OPPOSES, 2),
        PlannedCard(EVIDENCE, "Article 2 lists minimum contributions", PlannedLink.SUPPORTS, 2),
        PlannedCard(CLAIM, "The parties are able to pay", PlannedLink.JOINED, 2),
        PlannedCard(CLAIM, "Ratification may take years", PlannedLink.OPPOSES, 1, importance=0.75, plausibility=0.7),
        PlannedCard(NOTE, "What of cyberattacks?", PlannedLink.UNDER, 0),
    )


def test_not_relevant_undercuts_the_argument_one_level_up() -> None:
    _, _pro, undercut, deeper = cards("Q?\n+ A\n  ! B [minor]\n    ! C")
    assert undercut == PlannedCard(CLAIM, "B", PlannedLink.UNDERCUTS, 1, importance=0.25)
    assert deeper == PlannedCard(CLAIM, "C", PlannedLink.UNDERCUTS, 2)


def test_a_joined_premise_may_have_arguments_of_its_own() -> None:
    *_, joined, answer = cards("Q?\n+ A\n& B\n  - C")
    assert (joined.link, joined.parent) == (PlannedLink.JOINED, 1)
    assert (answer.link, answer.parent) == (PlannedLink.OPPOSES, 2)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Q?\n& B", "“&” needs a pro or con above it at the same depth"),
        ("Q?\n? note\n& B", "“&” needs a pro or con above it at the same depth"),
        ("Q?\n+ A\n  & B", "“&” needs a pro or con above it at the same depth"),
        ("Q?\n! B", "“!” needs a pro or con above it, one level up"),
        ("Q?\n* A\n  ! B", "“!” needs a pro or con above it, one level up"),
        ("Q?\n? note\n  + B", "a note takes no pros or cons"),
        ("Q?\n* A\n  * B", "an option stands under a question"),
    ],
)
def test_a_line_that_cannot_hang_as_it_says_becomes_a_note_with_a_notice(text: str, why: str) -> None:
    plan = read_text(text)
    assert (plan.cards[-1].kind, plan.cards[-1].link, plan.cards[-1].text) == (NOTE, PlannedLink.UNDER, "B")
    assert [*map(str, plan.notices)] == [f"Line {text.count(chr(10)) + 1}: {why}, so this became a note."]


@pytest.mark.parametrize("line", ["+A", "-A", "*A*", ">A", "&A", "!A", "?A", "+", "—", "3 apples"])
def test_a_sign_needs_its_space(line: str) -> None:
    _, pro = cards(f"Q?\n+ A\n{line}")
    assert pro.notes == line


def test_a_sign_with_a_space_and_nothing_else_is_an_empty_card() -> None:
    assert only_pro("+ ") == PlannedCard(CLAIM, "", PlannedLink.SUPPORTS, 0)


def test_depth_is_read_from_any_indents_and_from_tabs() -> None:
    parents = [card.parent for card in cards("Q?\n+ a\n\t- b\n      - c\n    - d\n  - e\n+ f")]
    assert parents == [None, 0, 1, 2, 1, 1, 0]


def test_lines_without_anything_above_stand_free_or_hang_where_they_are_pasted() -> None:
    assert [card.link for card in cards("+ A\n- B\n> C")] == [PlannedLink.ROOT] * 3
    assert [card.link for card in cards("+ A\n- B\n> C", on=CLAIM)] == [
        PlannedLink.SUPPORTS,
        PlannedLink.OPPOSES,
        PlannedLink.SUPPORTS,
    ]
    assert [card.kind for card in cards("+ A\n- B\n> C")] == [CLAIM, CLAIM, EVIDENCE]


def test_what_the_lines_are_pasted_on_decides_what_they_can_be() -> None:
    known = ["Scope"]
    assert cards("+ A #Scope", on=OPTION, known_criteria=known)[0].criterion == "Scope"
    assert read_text("+ A #Scope", on=CLAIM, known_criteria=known).cards[0].text == "A #Scope"
    assert cards("* A", on=QUESTION) == cards("* A") == (PlannedCard(OPTION, "A", PlannedLink.UNDER),)
    assert read_text("* A", on=OPTION).cards == (PlannedCard(NOTE, "A", PlannedLink.UNDER),)
    assert read_text("+ A", on=NOTE).cards == (PlannedCard(NOTE, "A", PlannedLink.UNDER),)


def test_what_stands_free_cannot_be_joined_or_undercut_but_what_is_pasted_on_a_card_can() -> None:
    assert [card.kind for card in read_text("+ A\n& B\n+ C\n  ! D").cards] == [CLAIM, NOTE, CLAIM, NOTE]
    linked = cards("+ A\n& B\n  ! D", on=CLAIM)
    assert [card.link for card in linked] == [PlannedLink.SUPPORTS, PlannedLink.JOINED, PlannedLink.UNDERCUTS]


def test_bullets_below_bullets_are_notes() -> None:
    assert cards("- A\n  - B") == (
        PlannedCard(CLAIM, "A", PlannedLink.ROOT),
        PlannedCard(NOTE, "B", PlannedLink.UNDER, 0),
    )


def test_two_hundred_levels_are_read_and_one_more_is_refused() -> None:
    def nested(levels: int) -> str:
        return "Q?\n" + "".join(f"{' ' * depth}+ {depth}\n" for depth in range(levels - 1))

    assert len(cards(nested(200))) == 200
    with pytest.raises(TextTooDeepError, match="Line 201"):
        read_text(nested(201))


# --- marks -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("mark", "importance"),
    [
        ("[not relevant]", 0),
        ("[minor]", 0.25),
        ("[Moderate]", 0.5),
        ("[MAJOR]", 0.75),
        ("[decisive]", 1),
        ("[0/4]", 0),
        ("[1/4]", 0.25),
        ("[4/4]", 1),
        ("[37/100]", 0.37),
    ],
)
def test_brackets_say_how_much_it_matters(mark: str, importance: float) -> None:
    assert only_pro(f"+ A {mark}") == PlannedCard(CLAIM, "A", PlannedLink.SUPPORTS, 0, importance=importance)


def test_marks_come_in_any_order_and_sources_may_be_several() -> None:
    pro = only_pro("+ A @one ~62.5% @two [minor] // see below", known_sources=["one", "two"])
    assert pro == PlannedCard(
        CLAIM,
        "A",
        PlannedLink.SUPPORTS,
        0,
        notes="see below",
        plausibility=0.625,
        importance=0.25,
        citations=(PlannedCitation("one"), PlannedCitation("two")),
    )


def test_criteria_with_spaces_stand_in_quotes_and_are_found_whatever_their_case() -> None:
    option = "Q?\n* O\n  + A "
    known: Known = {"known_criteria": ["Legal basis", "Scope"]}
    assert cards(option + '#"legal  basis"'.replace("  ", " "), **known)[2].criterion == "Legal basis"
    assert cards(option + "#scope", **known)[2].criterion == "Scope"


@pytest.mark.parametrize(
    "line",
    [
        "+ A [sic]",
        "+ A [5/4]",
        "+ A [1/0]",
        "+ A ~170%",
        "+ A #Unknown",
        "+ A @unknown",
        "+ A [minor] [major]",
        "+ A ~10% ~20%",
        "? A [minor]",
        "? A ~10%",
        "* A [major]",
        "+ A #Scope",  # its target is a question, not an option
    ],
)
def test_a_mark_that_is_unknown_doubled_or_out_of_place_ends_the_run_and_is_text(line: str) -> None:
    plan = read_text(f"Q?\n{line}", known_criteria=["Scope"])
    first_left = {"+ A [minor] [major]": "A [minor]", "+ A ~10% ~20%": "A ~10%"}
    assert plan.cards[1].text == first_left.get(line, line[2:])
    assert len(plan.notices) == 1


def test_marks_before_an_unknown_one_are_text_too() -> None:
    plan = read_text("Q?\n+ A ~70% @home [major]")
    assert plan.cards[1].text == "A ~70% @home"
    assert plan.cards[1].importance == 0.75


def test_marks_within_a_text_are_text_without_a_notice() -> None:
    assert only_pro("+ A ~70% of all [major] cases").text == "A ~70% of all [major] cases"


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("\\[major]", "[major]"),
        ("\\#Scope", "#Scope"),
        ("\\@home", "@home"),
        ("\\^x", "^x"),
        ("a \\// b", "a // b"),
        ("\\=x", "=x"),
        ("\\\\~70%", "\\~70%"),
        ("C:\\temp", "C:\\temp"),
        ("\\\\server\\share", "\\\\server\\share"),
        ("an \\alpha", "an \\alpha"),
    ],
)
def test_a_backslash_makes_text_of_a_mark_and_is_text_elsewhere(written: str, text: str) -> None:
    assert only_pro(f"+ {written}", known_sources=["home"]) == PlannedCard(CLAIM, text, PlannedLink.SUPPORTS, 0)


def test_a_double_slash_needs_its_spaces() -> None:
    assert only_pro("+ See http://a.example//b").text == "See http://a.example//b"
    assert only_pro("+ either//or // and more // still").notes == "and more // still"
    assert only_pro("+ // only notes") == PlannedCard(CLAIM, "", PlannedLink.SUPPORTS, 0, notes="only notes")


# --- labels ----------------------------------------------------------------------------------------------


def test_a_labelled_card_serves_again_with_an_importance_of_its_own() -> None:
    *_, use = cards("Q?\n* A\n  + Cheap ~70% ^cheap [major] // why\n* B\n  - =cheap [minor]")
    assert use == PlannedCard(CLAIM, "", PlannedLink.OPPOSES, 3, importance=0.25, uses=2)


def test_a_card_used_again_speaks_to_a_criterion_of_its_own_there() -> None:
    *_, use = cards("Q?\n* A\n  + Cheap ^cheap #Cost\n* B\n  - =cheap #Speed", known_criteria=["Cost", "Speed"])
    assert (use.uses, use.criterion) == (2, "Speed")


def test_a_card_used_again_may_be_answered_there_and_its_notes_go_to_the_card() -> None:
    *_, first, _second, use, answer = cards("Q?\n+ A ^a\n- B\n  - =a // more\n    - C")
    assert (use.uses, first.notes, answer.parent) == (1, "more", 3)


@pytest.mark.parametrize("line", ["+ =nowhere", "* =a", "? =a", "+ =later\n+ B ^later", "+ =q"])
def test_a_label_that_names_no_card_that_could_serve_is_text_with_a_notice(line: str) -> None:
    plan = read_text(f"Q? ^q\n+ A ^a\n{line}")
    assert plan.cards[2].text == line.splitlines()[0][2:]
    assert plan.cards[2].uses is None
    assert len(plan.notices) == 1


def test_a_label_is_given_once() -> None:
    plan = read_text("Q?\n+ A ^x\n+ B ^x")
    assert plan.cards[2].text == "B ^x"
    assert len(plan.notices) == 1


def test_a_label_among_other_words_is_text() -> None:
    assert only_pro("+ =x y").text == "=x y"


def test_marks_of_the_card_on_a_line_that_uses_it_are_left_out_with_a_notice() -> None:
    plan = read_text("Q?\n+ A ^a\n* B\n  - =a ~70%")
    assert plan.cards[3].uses == 1
    assert [*map(str, plan.notices)] == [
        "Line 4: “=a” has its own plausibility, sources and label; those here were left out."
    ]


# --- lines without a sign --------------------------------------------------------------------------------


def test_later_lines_without_a_sign_are_notes_of_the_card_above() -> None:
    question, pro = cards("Q?\nabout it\n\nin two parts\n+ A // first\n  then\nmore\n\n")
    assert question.notes == "about it\n\nin two parts"
    assert pro.notes == "first\nthen\nmore"


def test_empty_lines_before_the_question_are_skipped_and_line_ends_of_any_kind_are_read() -> None:
    assert [card.text for card in cards("\r\n \r\nQ?\r\n+ A\r- B")] == ["Q?", "A", "B"]


def test_nothing_is_an_empty_plan() -> None:
    assert read_text(" \n\n").cards == ()


@pytest.mark.parametrize(
    ("written", "text"), [("\\+ A", "+ A"), ("\\Pros:", "Pros:"), ("\\", ""), ("\\\\", "\\"), ("\\x", "\\x")]
)
def test_a_backslash_before_a_whole_line_makes_it_a_line_without_a_sign(written: str, text: str) -> None:
    assert cards(written) == (PlannedCard(QUESTION, text, PlannedLink.ROOT),)
    _, pro = cards(f"Q?\n+ A\n  {written}")
    assert pro.notes == text


# --- headings --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pros", "cons"),
    [
        ("Pros:", "Cons:"),
        ("Advantages:", "Disadvantages:"),
        ("ARGUMENTS FOR:", "Arguments  against:"),
        ("Vorteile:", "Nachteile:"),
        ("Avantages :", "Inconvénients :"),
        ("A favor:", "En contra:"),
        ("За:", "Проти:"),
        ("Pros：", "Cons："),
    ],
)
def test_headings_give_the_stance_of_the_list_below(pros: str, cons: str) -> None:
    assert cards(f"Q?\n{pros}\n- A\n* B\n{cons}\n  • C\n  1. D") == (
        PlannedCard(QUESTION, "Q?", PlannedLink.ROOT),
        PlannedCard(CLAIM, "A", PlannedLink.SUPPORTS, 0),
        PlannedCard(CLAIM, "B", PlannedLink.SUPPORTS, 0),
        PlannedCard(CLAIM, "C", PlannedLink.OPPOSES, 0),
        PlannedCard(CLAIM, "D", PlannedLink.OPPOSES, 0),
    )


def test_a_lead_under_a_heading_is_the_claim_and_the_rest_its_notes() -> None:
    _, pro = cards("Q?\nPros:\n- Direct talks: they lower the risk: a lot. [major] // and more")
    assert pro == PlannedCard(
        CLAIM, "Direct talks", PlannedLink.SUPPORTS, 0, notes="they lower the risk: a lot.\nand more", importance=0.75
    )


def test_a_lead_is_left_whole_outside_such_a_list_and_when_it_is_long() -> None:
    assert only_pro("+ Direct talks: they help").text == "Direct talks: they help"
    long = "a " * 20
    assert cards(f"Q?\nPros:\n- {long}: b")[1].text == f"{long}: b"


def test_lines_deeper_than_the_list_are_answers_again() -> None:
    *_, _pro, answer, second = cards("Q?\nPros:\n- A\n  - but\n- B")
    assert (answer.link, answer.parent) == (PlannedLink.OPPOSES, 1)
    assert (second.link, second.parent) == (PlannedLink.SUPPORTS, 0)


def test_an_explicit_sign_under_a_heading_keeps_its_meaning() -> None:
    assert cards("Q?\nCons:\n- A\n+ B")[2].link is PlannedLink.SUPPORTS


def test_a_list_ends_at_a_line_of_text_or_one_further_out() -> None:
    assert cards("Q?\nPros:\n- A\nAnd then\n- B")[2].link is PlannedLink.OPPOSES
    assert cards("Q?\n* O\n  Pros:\n  - A\n- B")[3] == PlannedCard(CLAIM, "B", PlannedLink.OPPOSES, 0)


def test_a_heading_under_an_option_speaks_of_the_option() -> None:
    assert cards("Q?\n* O\n  Pros:\n  - A")[2] == PlannedCard(CLAIM, "A", PlannedLink.SUPPORTS, 1)


def test_text_that_begins_with_a_heading_has_no_question() -> None:
    assert cards("Pros:\n- A", on=CLAIM) == (PlannedCard(CLAIM, "A", PlannedLink.SUPPORTS),)
    assert read_text("Pros:\nnothing yet").cards == (PlannedCard(NOTE, "nothing yet", PlannedLink.UNDER),)
