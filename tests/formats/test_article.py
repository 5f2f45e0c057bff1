import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.formats.any_text import is_article, read_any
from desktop_app.formats.article import sort_article
from desktop_app.formats.article_blocks import ArticleHeading, ArticleList, article_blocks
from desktop_app.formats.article_plan import ArticleListMissingError, plan_article
from desktop_app.formats.markup import Paragraph, parse_body
from desktop_app.formats.sides import side_of
from desktop_app.model.field_rules import MAX_TEXT
from desktop_app.model.plans import Plan, PlannedLink
from desktop_app.model.records import CardKind

WORDS_OF_CRITERIA = "must address several key aspects"


@pytest.fixture(scope="module")
def article(cases: Path) -> str:
    return (cases / "article.txt").read_text(encoding="utf-8")


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def words_of(plan: Plan) -> list[str]:
    texts = [text for card in plan.cards for text in (card.text, card.notes)]
    texts += [text for criterion in plan.criteria for text in (criterion.name, criterion.question)]
    for section in plan.sections:
        texts.append(section.title)
        for block in parse_body(section.body):
            pieces = [block.runs] if isinstance(block, Paragraph) else block.items
            texts += ["".join(run.text for run in runs) for runs in pieces]
    texts += [source.title for source in plan.sources]
    return words("\n".join(texts))


def missing(text: str, plan: Plan) -> set[str]:
    """Words of a text that a plan says less often, leaving aside the headline and headings of pros and cons."""
    left = words_of(plan)
    text = re.sub(r"(?m)^\s*\d{1,3}[.)]\s+", "", text)  # the numbers of a numbered list
    structure = [line for line in text.splitlines() if side_of(line) is not None]
    said = words(text)
    for word in [*words("\n".join(structure)), *words(sort_article(text).headline)]:
        if word in said:
            said.remove(word)
    return {word for word in set(said) if said.count(word) > left.count(word)}


# --- an article as they are pasted -----------------------------------------------------------------------


def test_the_headline_is_the_title_of_the_source_and_the_question(article: str) -> None:
    plan = plan_article(sort_article(article))
    headline = article.splitlines()[0]
    assert plan.cards[0].text == headline
    assert [source.title for source in plan.sources] == [headline]
    assert plan.notices == ()


def test_a_question_of_ones_own_takes_the_place_of_the_headline(article: str) -> None:
    plan = plan_article(sort_article(article), question="Should it be built?")
    assert plan.cards[0].text == "Should it be built?"
    assert missing(article, plan) == set()


def test_its_six_pros_and_seven_cons_have_their_leads_as_claims_and_the_rest_as_notes(article: str) -> None:
    plan = plan_article(sort_article(article))
    pros = [card for card in plan.cards if card.link is PlannedLink.SUPPORTS]
    cons = [card for card in plan.cards if card.link is PlannedLink.OPPOSES]
    assert [card.text for card in pros] == [
        "Crossing at Any Hour",
        "Chance for the School",
        "Lower Cost over Time",
        "New Life for the Harbour",
        "Pride of the County",
        "Hope for Young Islanders",
    ]
    assert len(cons) == 7
    assert cons[0].text == "Risk of Lasting Debt for the Islands"
    assert cons[0].notes.startswith("There is a risk that the islands")
    for card in (*pros, *cons):
        assert card.notes
        assert [citation.key for citation in card.citations] == [plan.sources[0].key]


def test_its_four_criteria_are_offered_as_the_list_they_are_and_taken_when_asked_for(article: str) -> None:
    parts = sort_article(article)
    assert [len(offered.items) for _, offered in parts.lists if WORDS_OF_CRITERIA in offered.lead_in] == [4]
    assert plan_article(parts).criteria == ()
    criteria = plan_article(parts, criteria_heading=WORDS_OF_CRITERIA).criteria
    assert [criterion.name for criterion in criteria] == ["Specificity", "Credibility", "Enforceability", "Scope"]
    assert criteria[2].question.startswith("Means to make the county keep its word must be named.")


def test_takeaways_outlook_call_to_action_and_context_become_sections(article: str) -> None:
    sections = plan_article(sort_article(article)).sections
    assert [section.title for section in sections] == [
        "Context & Background",
        "Key Takeaways",
        "Future Outlook",
        "Call to Action",
    ]
    assert sections[1].body.count("\n- ") == 6
    assert all(section.body for section in sections)


def test_everything_else_becomes_notes(article: str) -> None:
    plan = plan_article(sort_article(article))
    notes = [card.text for card in plan.cards if card.kind is CardKind.NOTE]
    assert notes == [
        "In-Depth Analysis",
        "The Criticality of Guarantees",
        "The Role of Meetings and Public Mood",
        "Pros and Cons",
    ]
    assert plan.cards[0].notes.startswith("As the county offers")


@pytest.mark.parametrize("criteria_heading", [None, WORDS_OF_CRITERIA])
def test_nothing_of_it_is_lost(article: str, criteria_heading: str | None) -> None:
    assert missing(article, plan_article(sort_article(article), criteria_heading=criteria_heading)) == set()


def test_it_is_taken_for_an_article(article: str) -> None:
    assert is_article(article)
    assert read_any(article, criteria_heading=WORDS_OF_CRITERIA).criteria[0].name == "Specificity"


def test_an_article_of_another_author_is_sorted_whole(outside_material: Path) -> None:
    text = (outside_material / "article.txt").read_text(encoding="utf-8")
    assert is_article(text)
    plan = plan_article(sort_article(text), criteria_heading=WORDS_OF_CRITERIA)
    links = [card.link for card in plan.cards]
    assert (links.count(PlannedLink.SUPPORTS), links.count(PlannedLink.OPPOSES)) == (6, 7)
    assert [criterion.name for criterion in plan.criteria] == ["Specificity", "Credibility", "Enforceability", "Scope"]
    assert missing(text, plan) == set()


# --- articles of other shapes ----------------------------------------------------------------------------

MARKDOWN = """# Should the town ban cars?

The council votes in May.

## Background

Cars take half of the *street* [today].

## Advantages

- Cleaner air: less soot is breathed
- Quieter nights

## Disadvantages

Some fear the change:

1. Shops may lose trade
   in the first year

2. Buses are full

## What matters

A plan should be judged by:

* Cost
* Health

### Details

Nobody knows more.
"""


def test_an_article_in_markdown_is_sorted_the_same_way() -> None:
    plan = plan_article(sort_article(MARKDOWN), criteria_heading="should be judged by")
    assert [(card.text, card.link) for card in plan.cards] == [
        ("Should the town ban cars?", PlannedLink.ROOT),
        ("Cleaner air", PlannedLink.SUPPORTS),
        ("Quieter nights", PlannedLink.SUPPORTS),
        ("Shops may lose trade in the first year", PlannedLink.OPPOSES),
        ("Buses are full", PlannedLink.OPPOSES),
        ("Disadvantages", PlannedLink.UNDER),
        ("What matters", PlannedLink.UNDER),
        ("Details", PlannedLink.UNDER),
    ]
    assert [criterion.name for criterion in plan.criteria] == ["Cost", "Health"]
    assert [(section.title, section.body) for section in plan.sections] == [
        ("Background", "Cars take half of the \\*street\\* \\[today\\].")
    ]
    assert plan.cards[7].parent == 6
    assert missing(MARKDOWN, plan) == set()


@pytest.mark.parametrize(
    ("pros", "cons"),
    [
        ("Vorteile", "Nachteile"),
        ("Avantages :", "Inconvénients :"),
        ("Ventajas:", "Desventajas:"),
        ("**Переваги**", "**Недоліки**"),
        ("Arguments for", "ARGUMENTS AGAINST"),
    ],
)
def test_pros_and_cons_are_found_in_other_languages(pros: str, cons: str) -> None:
    parts = sort_article(f"Headline\n\n{pros}\n\n• one\n• two\n\n{cons}\n• three\n")
    assert (parts.pros, parts.cons) == (("one", "two"), ("three",))


def test_a_line_with_a_colon_above_prose_is_a_heading_and_above_a_list_leads_into_it() -> None:
    blocks = article_blocks("Head\n\nWhy it matters:\n\nIt does.\n\nThree things count:\n\n- a\n- b\n\n- c")
    assert blocks == [
        ArticleHeading("Head", is_chapter=False, level=8),
        ArticleHeading("Why it matters", is_chapter=True, level=9),
        "It does.",
        ArticleList("Three things count:", ("a", "b", "c")),
    ]


def test_wrapped_lines_are_one_paragraph_and_long_lines_are_one_each() -> None:
    long = "word " * 30
    assert article_blocks(f"Title here\n\nThe first line\nand the second.\n\n{long}\n{long}")[1:] == [
        "The first line and the second.",
        long.strip(),
        long.strip(),
    ]


def test_a_text_without_a_headline_asks_with_its_first_words() -> None:
    paragraph = "This goes on. " * 30
    plan = plan_article(sort_article(f"{paragraph}\n\n- a\n- b"))
    assert plan.cards[0].text == "This goes on. This goes on. This goes on. This goes on.…"
    assert plan.sources == ()
    assert plan_article(sort_article("")).cards[0].text == ""


def test_a_passage_longer_than_a_card_goes_to_several() -> None:
    paragraph = "Much is said here. " * 300
    text = f"Head\n\nFirst part\n\n{'x ' * 100}.\n\nSub part:\n\n" + "\n\n".join([paragraph] * 8)
    plan = plan_article(sort_article(text))
    assert [card.text for card in plan.cards[1:]] == ["First part", "Sub part", "Sub part (2)", "Sub part (3)"]
    assert all(len(card.notes) <= MAX_TEXT for card in plan.cards)
    assert missing(text, plan) == set()


def test_a_list_that_is_not_there_is_refused_with_those_that_are(article: str) -> None:
    with pytest.raises(ArticleListMissingError, match="No list stands under “nowhere”") as refused:
        read_any(article, criteria_heading="nowhere")
    assert "“Potential Motivations for the Bridge”" in refused.value.remedy
    with pytest.raises(ArticleListMissingError, match="has no such list"):
        read_any("Nothing here", criteria_heading="aspects")
    with pytest.raises(ArticleListMissingError, match="More than one list"):
        read_any("Head\n\nIt counts:\n- a\n\nWhat counts:\n- b", criteria_heading="counts")


SAMPLE_LINES = st.sampled_from(
    [
        *("Pros:", "Cons", "## Risks", "# Part", "Some heading", "Sub heading:", "**Bold**", "Für:", "It counts:"),
        *("- an item: with more", "• item", "1. first", "  carried on", "a * b_c [d] \\e"),
        *("A sentence that ends.", "", "", "word " * 40),
    ]
)


@given(st.lists(SAMPLE_LINES, max_size=14).map("\n".join))
def test_no_word_of_any_article_is_lost(text: str) -> None:
    assert missing(text, plan_article(sort_article(text))) == set()


# --- article or grammar ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Q?\n+ A\n- B",
        "Q?\n+ Prices rise ~70%",
        "Q?\n* O\n  + A [major]\n    its notes\n  - B",
        "Q?\n- A\n  > Measured in May",
        "Q?\n> Measured in May\n+ A",
        "Q?\n- A\n? What else",
        "+ A\n& B",
        "+ A\n  ! B",
        "- A @key\n+ B",
    ],
)
def test_lines_with_signs_are_not_taken_for_an_article(text: str) -> None:
    assert not is_article(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Just a question",
        "- A\n- B",
        "Q?\n- A\n- B",
        "Q?\n* A\n* B",
        "Q?\n+ A\n+ B",
        "A diff\n- removed\n+ added",
        "+ A\n- B",
        "Q?\n- Cuts traffic by ~30%\n- Is cheap [minor]",
        "Q?\n- A\n> He said so.",
        "Q?\n" + "A long note. " * 30,
        "Q?\n+ A [major]\nA line\nand a second one",
        "Q?\nPros:\n- a\n- b\nCons:\n- c",
        "# Q?\n+ A [major]\n- B",
        "**Q?**\n+ A [major]\n- B",
        "---\n+ A [major]\n- B",
        "```\n+ A [major]\n- B",
        "  indented\n+ A [major]",
    ],
)
def test_all_other_texts_are_taken_for_one(text: str) -> None:
    assert is_article(text)


def test_an_article_in_markdown_is_taken_for_one() -> None:
    assert is_article(MARKDOWN)


def test_text_in_the_grammar_is_read_as_such_and_a_question_may_be_given() -> None:
    plan = read_any("- A\n- B", question="Which?", as_lines=True)
    assert [(card.text, card.link) for card in plan.cards] == [
        ("Which?", PlannedLink.ROOT),
        ("A", PlannedLink.OPPOSES),
        ("B", PlannedLink.OPPOSES),
    ]
    plan = read_any("Old question\n+ A [odd] ~10%", question="New?")
    assert (plan.cards[0].text, plan.cards[0].notes) == ("New?", "Old question")
    assert str(plan.notices[0]).startswith("Line 2:")


def test_either_reading_can_be_asked_for() -> None:
    text = "Q?\n+ A ~70%\n- B"
    assert [card.link for card in read_any(text, as_lines=False).cards[1:]] == [PlannedLink.UNDER, PlannedLink.UNDER]
    assert read_any(text, as_lines=False).cards[1].text == "A ~70%"
    assert read_any("Q?\n- A", as_lines=True).cards[1].link is PlannedLink.OPPOSES
    with pytest.raises(ArticleListMissingError, match="Lines with signs have no list of criteria"):
        read_any("Q?\n- A", as_lines=True, criteria_heading="Q")


def test_items_that_are_all_there_is_are_notes_one_each_and_the_headline_is_kept_beside_another_question() -> None:
    plan = read_any("Ferry\n- Cheap: it saves fuel\n  - in summer\n- Slow", question="Should it run?")
    assert [(card.kind, card.text, card.notes) for card in plan.cards] == [
        (CardKind.QUESTION, "Should it run?", "Ferry"),
        (CardKind.NOTE, "Cheap", "it saves fuel\n• in summer"),
        (CardKind.NOTE, "Slow", ""),
    ]
    assert plan.sources == ()
    assert read_any("").cards == ()


def test_prose_that_is_wrapped_by_hand_stays_one_paragraph() -> None:
    lines = (
        "The council met on Monday and spoke about the bridge over the river",
        "and about what it would cost to mend it before winter, which is much,",
        "and then went home.",
    )
    assert article_blocks("\n".join(lines)) == [" ".join(lines)]
