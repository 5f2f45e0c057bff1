import pytest

from desktop_app.edits import maps
from desktop_app.formats.text import read_text, write_branches, write_text
from desktop_app.formats.text.lines import write_criterion, write_importance, write_plausibility, write_source
from desktop_app.model.ids import (
    BriefId,
    CitationId,
    FactId,
    JudgementId,
    LevelId,
    OverrideId,
    PerspectiveId,
    SectionId,
    SourceId,
)
from desktop_app.model.records import (
    Brief,
    Card,
    CardKind,
    Citation,
    Confidence,
    Fact,
    Judgement,
    Level,
    Override,
    Perspective,
    PerspectiveKind,
    Section,
    SectionKind,
    Source,
)
from tests.sample_maps import link, seminar
from tests.weighing.maps import MAP, RANKS, MapBuilder


def small_map() -> MapBuilder:
    built = MapBuilder()
    built.card("How?", kind=CardKind.QUESTION)
    built.option("Treaty", under=built.card_ids["How?"], notes="first\n\n+ second")
    built.criterion("Legal basis", 50)
    built.records.append(Source(SourceId(1), "draft2025", "Draft"))
    built.card("Names who must act", 0.7, notes="short")
    built.records.append(Citation(CitationId(1), built.card_ids["Names who must act"], SourceId(1)))
    built.card("Parties can pay")
    built.argue(
        "+", ["Names who must act", "Parties can pay"], "Treaty", 0.75, criterion=built.criterion_ids["Legal basis"]
    )
    built.card("Ends in ~70%")
    built.argue("-", "Ends in ~70%", "Names who must act")
    built.card("Beside the point")
    built.argue("undercut", "Beside the point", "+", 0.37)
    built.card("Open", kind=CardKind.NOTE, under=built.card_ids["How?"])
    built.option("Force", under=built.card_ids["How?"])
    built.argue("-again", "Names who must act", "Force", 0.25)
    return built


def test_a_map_is_written_in_the_grammar() -> None:
    built = small_map()
    text, left_out = write_text(built.document(), MAP)
    assert text == (
        "How?\n"
        "* Treaty\n"
        "  first\n"
        "\n"
        "  \\+ second\n"
        '  + Names who must act [major] #"Legal basis" ~70% @draft2025 ^1 // short\n'
        "    - Ends in \\~70%\n"
        "    ! Beside the point [37/100]\n"
        "  & Parties can pay\n"
        "* Force\n"
        "  - =1 [minor]\n"
        "? Open\n"
    )
    assert left_out == ["1 criterion"]


def test_what_is_written_is_understood_without_a_notice() -> None:
    text, _ = write_text(small_map().document(), MAP)
    plan = read_text(text, known_sources=["draft2025"], known_criteria=["Legal basis"])
    assert plan.notices == ()
    assert len(plan.cards) == 9


def test_what_the_grammar_cannot_say_is_listed_with_its_count() -> None:
    built = small_map()
    ids, criteria = built.card_ids, built.criterion_ids
    built.card("two\nlines", 1 / 3, confidence=Confidence.LOW, assumption=True, tags=("a", "b"), pin=(1, 2), said=3)
    built.argue("+x", "two\nlines", "Treaty", 1 / 3, check_again=True)
    built.card("study", 0.5, kind=CardKind.EVIDENCE, notes=" spaced ")
    built.argue("-study", "study", "Treaty")
    built.criterion('a "quoted" name', 50)
    built.argue("+q", "Parties can pay", "Force", criterion=criteria['a "quoted" name'])
    built.card("Alone")
    built.card("Another?", kind=CardKind.QUESTION)
    built.score("Treaty", "Legal basis", 50)
    built.records += [
        Source(SourceId(2), "two words", "Spaced"),
        Citation(CitationId(2), ids["study"], SourceId(2)),
        Citation(CitationId(3), ids["study"], SourceId(1), quote="so"),
        Level(LevelId(1), criteria["Legal basis"], 0, "none"),
        Fact(FactId(1), ids["Treaty"], "Cost", "1"),
        Judgement(JudgementId(1), MAP, criteria["Legal basis"], criteria['a "quoted" name'], 2),
        Perspective(PerspectiveId(1), MAP, "Theirs", PerspectiveKind.PERSON, RANKS[0]),
        Override(OverrideId(1), PerspectiveId(1), card=ids["study"], likely=0.1),
        Section(SectionId(1), MAP, SectionKind.WORDS, "Summary", RANKS[0]),
        Brief(BriefId(1), MAP),
    ]
    built.sharpness = 2
    _, left_out = write_text(built.document(), MAP)
    assert left_out == [
        "2 cards beside the question",
        "1 line break or space in a text",
        "1 spacing of notes",
        "1 confidence",
        "1 unstated premise",
        "2 tags",
        "1 place on the canvas",
        "1 count of times said",
        "1 exact plausibility",
        "1 exact importance",
        "1 “check again”",
        "1 criterion of an argument",
        "1 piece of evidence not written as such",
        "1 quote or place in a source",
        "1 citation",
        "2 criteria",
        "1 level of a scale",
        "1 score",
        "1 fact",
        "1 comparison of criteria",
        "1 perspective",
        "1 number of a perspective",
        "1 section of the brief",
        "1 setting of the brief",
        "1 setting of the map",
    ]


def test_a_plausibility_on_a_card_that_takes_none_is_listed() -> None:
    built = MapBuilder()
    built.card("Q", 0.5, kind=CardKind.QUESTION)
    assert write_text(built.document(), MAP).left_out == ["1 plausibility"]


def test_a_map_without_a_question_is_written_root_by_root() -> None:
    built = MapBuilder()
    built.card("claim")
    built.card("study", kind=CardKind.EVIDENCE)
    built.option("option")
    built.card("note", kind=CardKind.NOTE)
    assert write_text(built.document(), MAP).text == "+ claim\n> study\n* option\n? note\n"


def test_a_loop_is_written_once_around() -> None:
    built = MapBuilder(loops_allowed=True)
    built.card("one")
    built.card("two")
    built.argue("-1", "one", "two")
    built.argue("-2", "two", "one")
    assert write_text(built.document(), MAP).text == "+ one ^1\n  - two\n    - =1\n"


def test_an_empty_map_is_an_empty_text() -> None:
    document = MapBuilder().document()
    assert write_text(document, MAP) == ("", [])
    assert write_text(document, maps.add_map(document, "Other").id).text == ""


@pytest.mark.parametrize(("value", "mark"), [(0.0, "[not relevant]"), (0.5, "[moderate]"), (1.0, "[decisive]")])
def test_importances_with_a_word_are_written_with_it(value: float, mark: str) -> None:
    assert write_importance(value) == mark


@pytest.mark.parametrize(
    ("value", "mark"), [(0.7, "~70%"), (0.625, "~62.5%"), (0, "~0%"), (1, "~100%"), (0.29, "~29%")]
)
def test_plausibilities_are_written_without_needless_digits(value: float, mark: str) -> None:
    assert write_plausibility(value) == mark


def test_names_that_cannot_be_written_are_not() -> None:
    assert write_criterion('a "b"') is None
    assert write_source("a b") is None
    assert (write_criterion("a b"), write_criterion("ab"), write_source("a")) == ('#"a b"', "#ab", "@a")


def test_branches_are_written_with_what_hangs_on_them_and_read_back() -> None:
    document, _map_id = seminar()
    found = {card.text: card.id for card in document.all(Card)}
    con = found["Ratification can fail or take years in several parliaments"]
    question = next(card for card in document.all(Card) if card.kind is CardKind.QUESTION)
    text = write_branches(document, [(con, link(document, con))])
    assert [line.lstrip()[0] for line in text.splitlines()] == ["-", "-"]
    assert "Polls show majorities" in text
    assert write_branches(document, [(question.id, None)]).splitlines()[0] == question.text
    both = write_branches(document, [(con, link(document, con)), (question.id, None)]).splitlines()
    assert f"? {question.text}" in both
