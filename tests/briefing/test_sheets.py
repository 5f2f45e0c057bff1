"""Maps cut for paper."""

import random
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.briefing.content.map_on_paper.cutting import SMALLEST_TEXT_PT, map_sheets
from desktop_app.briefing.content.map_on_paper.records import MapSheets
from desktop_app.briefing.content.presets import MapForm
from desktop_app.drawing.palette import Role
from desktop_app.drawing.tokens import CLAIM
from desktop_app.edits import arguments, cards, maps
from desktop_app.model.document import Document
from desktop_app.model.ids import CardId, MapId
from desktop_app.model.records import Card, Paper
from desktop_app.model.tree import places
from desktop_app.weighing.results import weigh
from desktop_app.wording.sentence import literal
from tests.full_map import crossing
from tests.kept import assert_kept
from tests.sample_maps import empty, seminar, summit
from tests.small_maps import small_map


def cut(document: Document, map_id: MapId, paper: Paper = Paper.A4) -> MapSheets:
    return map_sheets(document, map_id, places(document, map_id), weigh(document, map_id), paper)


def asked(title: str) -> tuple[Document, MapId, CardId]:
    """A map on which nothing but a question stands."""
    document = empty()
    map_id = maps.add_map(document, title).id
    return document, map_id, cards.add_question(document, map_id, "What?").id


def wide_map(branches: int, depth: int) -> tuple[Document, MapId]:
    document, map_id, question = asked("Wide")
    for number in range(branches):
        above = question
        for level in range(depth):
            above = arguments.add_pro(document, above, f"Reason {number} at level {level} in some words").id
    return document, map_id


def sided_map(pros: int, cons: int) -> tuple[Document, MapId]:
    document, map_id, question = asked("Sided")
    for number in range(pros):
        arguments.add_pro(document, question, f"Pro {number} in some words")
    for number in range(cons):
        arguments.add_con(document, question, f"Con {number} in some words")
    return document, map_id


def test_a_small_map_is_one_page_and_not_blown_up() -> None:
    sheets = cut(*wide_map(2, 2))
    assert len(sheets.sheets) == 1
    assert not sheets.is_overview
    assert sheets.scale <= 0.9


def test_a_larger_map_is_cut_into_few_pages_on_which_every_card_can_be_read() -> None:
    for document, map_id in (seminar(), summit()):
        sheets = cut(document, map_id)
        assert 1 < len(sheets.sheets) <= 6
        assert sheets.scale * CLAIM.size >= SMALLEST_TEXT_PT
        shown = {card.card for sheet in sheets.sheets for card in sheet.cards}
        assert shown == {card.id for card in document.all(Card)}


def test_every_page_repeats_what_its_branches_hang_on() -> None:
    document, map_id = seminar()
    sheets = cut(document, map_id)
    question = places(document, map_id)[0].card
    assert all(sheet.cards[0].card == question for sheet in sheets.sheets)


def test_pages_are_about_equally_full() -> None:
    heights = [sheet.height for sheet in cut(*wide_map(14, 1)).sheets]
    assert min(heights) > 0.6 * max(heights)


def test_pros_and_cons_are_parted_where_that_takes_no_more_pages() -> None:
    document, map_id = summit()
    first, second = cut(document, map_id).sheets
    roles = [{card.picture.face.role for card in sheet.cards[1:]} for sheet in (first, second)]
    assert roles == [{Role.PRO}, {Role.CON}]


def test_a_branch_too_tall_for_a_page_is_cut_deeper_down() -> None:
    document = empty()
    with document.transaction(literal("Make")):
        map_id = maps.add_map(document, "Tall").id
        option = cards.add_option(document, map_id, "The only way").id
        for number in range(12):
            arguments.add_pro(document, option, f"Reason {number} said in some words that take two lines")
    sheets = cut(document, map_id)
    assert len(sheets.sheets) > 1
    assert all(sheet.cards[0].card == option for sheet in sheets.sheets)


def test_what_fits_no_few_pages_is_an_overview() -> None:
    sheets = cut(*wide_map(30, 4))
    assert sheets.is_overview
    assert len(sheets.sheets) == 1


def test_an_overview_of_a_tall_map_shows_its_upper_levels_and_counts_the_rest() -> None:
    document = empty()
    with document.transaction(literal("Make")):
        map_id = maps.add_map(document, "Tall").id
        question = cards.add_question(document, map_id, "What?").id
        for number in range(5):
            option = cards.add_option(document, map_id, f"Option {number}", under=question).id
            for reason in range(40):
                arguments.add_pro(document, option, f"Reason {reason}")
    sheets = cut(document, map_id)
    assert sheets.is_overview
    assert sheets.scale * CLAIM.size >= SMALLEST_TEXT_PT
    (sheet,) = sheets.sheets
    assert len(sheet.cards) == 6
    assert {card.picture.face.badges for card in sheet.cards[1:]} == {("40 below",)}


def test_a_map_with_thousands_of_cards_is_not_drawn_on_paper() -> None:
    sheets = cut(*wide_map(300, 2))
    assert sheets.sheets == ()


def test_a_chain_too_long_for_the_width_goes_on_on_the_next_page_from_its_last_card() -> None:
    sheets = cut(*wide_map(1, 12), paper=Paper.LETTER)
    assert not sheets.is_overview
    shown = [[card.picture.face.text for card in sheet.cards] for sheet in sheets.sheets]
    assert all(later[0] in earlier for earlier, later in pairwise(shown))
    assert len({text for page in shown for text in page}) == 13


@pytest.mark.parametrize("form", [MapForm.FITTING, MapForm.BRANCHES])
@given(st.integers(0, 2**32), st.integers(2, 70))
@settings(max_examples=12, deadline=None)
def test_every_card_is_on_some_page_unless_the_map_is_only_an_overview(form: MapForm, seed: int, count: int) -> None:
    document, map_id = grown(random.Random(seed), count)
    sheets = map_sheets(document, map_id, places(document, map_id), None, Paper.A4, form)
    shown = {card.card for sheet in sheets.sheets for card in sheet.cards}
    if not sheets.is_overview or sheets.branch_scale:
        assert shown == {card.id for card in document.all(Card)}
    # A very large map keeps an overview alone, unless its branches are asked for.
    assert form is MapForm.FITTING or shown == {card.id for card in document.all(Card)}


def _sheets_in_words(document: Document, map_id: MapId, form: MapForm) -> Iterator[str]:
    all_places = places(document, map_id)
    sheets = map_sheets(document, map_id, all_places, weigh(document, map_id), Paper.A4, form)
    lies = "lying" if sheets.is_landscape else "standing"
    told = f"{form.value}: {lies}, scale {sheets.scale:.3f}, branches {sheets.branch_scale:.3f}"
    yield f"{told}, {'an overview, ' if sheets.is_overview else ''}{sheets.pages} pages"
    for sheet in sheets.sheets:
        texts = [document.get(Card, card.card).text[:28] for card in sheet.cards]
        yield f"  {sheet.width:.0f} x {sheet.height:.0f}, {len(sheet.links)} links: {' / '.join(texts)}"
    for tile in sheets.tiles:
        yield f"  {tile}"


@pytest.mark.parametrize("form", MapForm)
def test_maps_are_cut_as_they_were(form: MapForm) -> None:
    def lines() -> Iterator[str]:
        for name, (document, map_id) in (
            ("little", wide_map(2, 2)), ("seminar", seminar()), ("summit", summit()), ("crossing", crossing()),
            ("several roots", small_map("several_questions")), ("many points", small_map("many_points")),
            ("more pros than cons", sided_map(15, 5)),
            ("tall", wide_map(60, 2)), ("deep", wide_map(3, 30)), ("thirty", grown(random.Random(1), 30)),
            ("seventy", grown(random.Random(2), 70)), ("a hundred and sixty", grown(random.Random(3), 160)),
        ):  # fmt: skip
            yield f"== {name}"
            yield from _sheets_in_words(document, map_id, form)

    assert_kept(Path(__file__).parent / "sheets" / f"{form.value}.txt", lines())


def grown(rng: random.Random, count: int) -> tuple[Document, MapId]:
    document, map_id, question = asked("Grown")
    made = [question]
    for number in range(count - 1):
        made.append(arguments.add_pro(document, rng.choice(made[-6:]), f"Reason {number} in some words").id)
    return document, map_id
