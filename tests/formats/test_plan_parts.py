"""Sorting a plan by hand: every part can go elsewhere, and no word is lost on the way."""

import re
from pathlib import Path

import pytest

from desktop_app.formats.any_text import read_any
from desktop_app.formats.plan_parts import Home, TextPart, homes_for, moved, parts_of
from desktop_app.model.plans import Plan, PlannedLink
from desktop_app.model.records import CardKind

ARTICLE = """A town and its reserve

The council meets next week, and three groups have sent their views on what should be done with the money.

Background

The reserve has grown over ten years, and costs were lower than feared in most of them; repairs were put off as long.

Pros:
  • Safer bridge: Repairs now cost a third of what they will cost after another hard winter.
  • Local work: Two firms in the town could do most of it and would hire.

Cons:
  • No cushion left: Another flood would find the town without means.

Takeaways
  • The bridge is old.
  • The grant runs out in the spring.

For any plan to be worth it, it must answer some plain tests:
  • Cost: What is spent, and by whom?
  • Speed: When does anybody notice?
"""


@pytest.fixture
def plan() -> Plan:
    return read_any(ARTICLE, question="Repair the bridge?")


def _part(plan: Plan, home: Home, title: str) -> TextPart:
    return next(part for part in parts_of(plan) if part.home is home and part.title == title)


def _words(plan: Plan) -> list[str]:
    texts = [text for card in plan.cards for text in (card.text, card.notes)]
    texts += [text for item in plan.criteria for text in (item.name, item.question)]
    texts += [text for item in plan.sections for text in (item.title, item.body)]
    return sorted(re.findall(r"\w+", " ".join(texts)))


def test_parts_are_what_hangs_on_the_question_criteria_and_sections(plan: Plan) -> None:
    homes = [part.home for part in parts_of(plan)]
    assert homes.count(Home.PRO) == 2
    assert homes.count(Home.CON) == 1
    assert Home.SECTION in homes


def test_no_move_loses_a_word(plan: Plan) -> None:
    for part in parts_of(plan):
        for home in homes_for(part):
            assert set(_words(moved(plan, part, home))) >= set(_words(plan)) - set(part.title.split()), (part, home)
            assert home in {item.home for item in parts_of(moved(plan, part, home))}


def test_a_pro_moved_to_the_cons_speaks_against_the_question_with_its_notes(plan: Plan) -> None:
    turned = moved(plan, _part(plan, Home.PRO, "Safer bridge"), Home.CON)
    card = next(card for card in turned.cards if card.text == "Safer bridge")
    assert card.link is PlannedLink.OPPOSES
    assert card.notes.startswith("Repairs now")
    assert card.citations


def test_the_list_of_a_section_becomes_criteria_one_each(plan: Plan) -> None:
    section = next(part for part in parts_of(plan) if part.home is Home.SECTION and part.items)
    assert {item.name for item in moved(plan, section, Home.CRITERION).criteria} > {"Cost", "Speed"}


def test_a_section_becomes_a_note_with_its_words_and_back(plan: Plan) -> None:
    section = next(part for part in parts_of(plan) if part.home is Home.SECTION)
    parked = moved(plan, section, Home.NOTE)
    note = next(card for card in parked.cards if card.text == section.title)
    assert note.kind is CardKind.NOTE
    assert "• The bridge is old." in note.notes
    back = moved(parked, _part(parked, Home.NOTE, section.title), Home.SECTION)
    assert back.sections[-1] == next(item for item in plan.sections if item.title == section.title)


def test_a_note_with_notes_beneath_becomes_one_section_and_the_other_cards_keep_their_parents() -> None:
    text = "Which way?\n? First\n  ? Beneath\n+ A pro\n  - An answer\n"
    plan = read_any(text)
    part = _part(plan, Home.NOTE, "First")
    assert homes_for(part) == (Home.SECTION,)
    after = moved(plan, part, Home.SECTION)
    assert [card.text for card in after.cards] == ["Which way?", "A pro", "An answer"]
    assert after.cards[2].parent == 1
    assert "Beneath" in after.sections[0].body


def test_a_criterion_becomes_a_pro_and_a_part_that_is_gone_changes_nothing(plan: Plan) -> None:
    section = next(part for part in parts_of(plan) if part.home is Home.SECTION and part.items)
    judged = moved(plan, section, Home.CRITERION)
    cost = _part(judged, Home.CRITERION, "Cost")
    argued = moved(judged, cost, Home.PRO)
    assert next(card for card in argued.cards if card.text == "Cost").notes.startswith("What is spent")
    assert moved(argued, cost, Home.PRO) == argued
    assert moved(plan, section, Home.OPTION) == plan


def test_a_pro_on_which_others_hang_can_only_become_a_con(plan: Plan) -> None:
    alone = _part(plan, Home.PRO, "Safer bridge")
    assert homes_for(alone) == (Home.CON, Home.CRITERION, Home.NOTE)
    answered = read_any("Repair it?\n+ Safer\n  - It was safe\n- Dear", question="Repair it?")
    assert homes_for(_part(answered, Home.PRO, "Safer")) == (Home.CON,)
    assert homes_for(_part(answered, Home.CON, "Dear")) == (Home.PRO, Home.CRITERION, Home.NOTE)


def test_options_stay_options() -> None:
    plan = read_any("Which way?\n* By the river\n  + Flat [major]\n")
    assert [homes_for(part) for part in parts_of(plan) if part.home is Home.OPTION] == [()]


def test_the_article_sorts_into_the_parts_people_see(cases: Path) -> None:
    plan = read_any((cases / "article.txt").read_text(encoding="utf-8"), question="Go ahead?")
    homes = [part.home for part in parts_of(plan)]
    assert (homes.count(Home.PRO), homes.count(Home.CON)) == (6, 7)
