"""Whole maps: what each card says and where everything lies."""

from collections.abc import Callable

import pytest

from desktop_app.drawing.cards import CardFace
from desktop_app.drawing.display import display_list
from desktop_app.drawing.faces import card_faces, leaning_value
from desktop_app.drawing.links import link_look
from desktop_app.drawing.palette import Role
from desktop_app.drawing.shapes import Curve, Dot, Text
from desktop_app.edits import arguments, cards, maps
from desktop_app.model.document import Document
from desktop_app.model.ids import MapId
from desktop_app.model.reads import options
from desktop_app.model.records import Argument, Card, CardKind, Stance
from desktop_app.model.tree import places
from desktop_app.weighing.results import weigh
from tests.sample_maps import empty, link, seminar, summit


def faces_by_text(document: Document, map_id: MapId, *, results: bool = True) -> dict[str, CardFace]:
    found = weigh(document, map_id) if results else None
    return {face.text: face for face in card_faces(document, map_id, places(document, map_id), found)}


def test_labels_say_what_a_card_does_to_the_card_above() -> None:
    faces = faces_by_text(*seminar())
    labels = {text.split()[0]: f"{face.sign} {face.label}".strip() for text, face in faces.items()}
    assert labels["Names"] == "+ Pro"
    assert labels["Draft"] == "❝ Evidence for the pro"
    assert labels["Ratification"] == "− Con"
    assert labels["Polls"] == "− Answers the con"
    assert labels["Assurance"] == "+ Strengthens the con"
    assert labels["Treaty-based"] == "Option A"
    assert labels["What"] == "Note"


def test_an_option_shows_its_total_as_an_interval_where_scores_are_missing() -> None:
    document, map_id = seminar()
    faces = faces_by_text(document, map_id)
    treaty, _, force = (faces[option.text] for option in options(document, map_id))
    assert treaty.total is not None
    assert treaty.total.text == "68"
    assert force.total is not None
    assert "–" in force.total.text


def test_without_results_no_card_shows_a_number() -> None:
    faces = faces_by_text(*seminar(), results=False)
    assert not any(face.total or face.leaning or face.strength or face.shows_pips for face in faces.values())


def test_a_map_that_hides_its_numbers_shows_none() -> None:
    document, map_id = seminar()
    maps.hide_numbers(document, map_id, hidden=True)
    assert not any(face.strength or face.total for face in faces_by_text(document, map_id).values())


def test_what_nobody_weighed_is_hollow() -> None:
    face = faces_by_text(*summit())["Reason 1 as a pro, said in a few plain words"]
    assert face.pips is None
    assert face.strength is not None
    assert face.strength.is_hollow


def test_a_card_that_serves_twice_is_drawn_once_and_says_so() -> None:
    document, map_id = seminar()
    found = {card.text: card.id for card in document.all(Card)}
    paper = found["Political assurances"]
    arguments.link_card(document, found["Names who must act, how fast and with what"], paper, Stance.OPPOSES)
    drawn = display_list(document, map_id, weigh(document, map_id))
    twice = [card for card in drawn.cards if "used 2×" in card.picture.face.badges]
    assert len(twice) == 1


def test_premises_that_hold_only_together_and_undercuts_say_so() -> None:
    document = empty()
    map_id = maps.add_map(document, "M").id
    claim = cards.add_claim(document, map_id, "It will work")
    pro = arguments.add_pro(document, claim.id, "It worked there")
    arguments.add_premise(document, link(document, pro.id), "We are like them")
    arguments.add_undercut(document, link(document, pro.id), "That was long ago")
    faces = faces_by_text(document, map_id)
    assert (faces["We are like them"].sign, faces["We are like them"].label) == ("&", "Only together")
    assert not faces["We are like them"].shows_pips
    assert faces["That was long ago"].label == "Not relevant: the pro"
    assert faces["It will work"].label == "Claim"


def test_arguments_in_a_loop_show_the_number_they_settle_at() -> None:
    document = empty()
    map_id = maps.add_map(document, "M").id
    maps.allow_loops(document, map_id, allowed=True)
    option = cards.add_option(document, map_id, "Go")
    first = arguments.add_pro(document, option.id, "First")
    second = arguments.add_pro(document, first.id, "Second")
    arguments.link_card(document, first.id, second.id, Stance.SUPPORTS)
    for argument in list(document.all(Argument)):
        arguments.set_importance(document, argument.id, 1)
    faces = faces_by_text(document, map_id)
    assert faces["First"].strength is not None
    assert faces["First"].strength.text == "66"
    assert faces["Go"].leaning is not None
    assert faces["Go"].leaning.words == "Arguments lean, circular"


@pytest.mark.parametrize(("leaning", "expected"), [(42.6, ("for +43", Role.PRO)), (-0.4, ("evenly", Role.MUTED))])
def test_a_leaning_is_said_with_its_side(leaning: float, expected: tuple[str, Role]) -> None:
    assert leaning_value(leaning) == expected


@pytest.mark.parametrize("sample", [seminar, summit])
def test_no_two_cards_overlap_and_all_lie_inside(sample: Callable[[], tuple[Document, MapId]]) -> None:
    document, map_id = sample()
    drawn = display_list(document, map_id, weigh(document, map_id))
    boxes = [(card.x, card.y, card.x + card.picture.width, card.y + card.picture.height) for card in drawn.cards]
    for index, (left, top, right, bottom) in enumerate(boxes):
        assert 0 <= left < right <= drawn.width
        assert 0 <= top < bottom <= drawn.height
        for other in boxes[index + 1 :]:
            assert right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top


def test_every_card_but_the_roots_has_its_link_and_every_text_is_drawn() -> None:
    document, map_id = seminar()
    drawn = display_list(document, map_id, weigh(document, map_id))
    assert len(drawn.links) == len(drawn.cards) - 1
    words = " ".join(shape.text for shape in drawn.shapes() if isinstance(shape, Text))
    for card in document.all(Card):
        assert all(word in words for word in card.text.replace("-", "- ").split())


def test_cons_are_dashed_and_heavier_arguments_have_thicker_links() -> None:
    document, map_id = seminar()
    looks = {
        document.get(Card, place.card).text.split()[0]: link_look(document, place, weigh(document, map_id))
        for place in places(document, map_id)
        if document.get(Card, place.card).kind is not CardKind.NOTE
    }
    assert looks["Ratification"].is_dashed
    assert not looks["Names"].is_dashed
    assert looks["Names"].thickness > looks["An"].thickness > looks["Rules"].thickness


def test_what_holds_only_together_has_one_link_and_an_undercut_ends_on_the_link_it_attacks() -> None:
    document = empty()
    map_id = maps.add_map(document, "M").id
    claim = cards.add_claim(document, map_id, "It will work")
    pro = arguments.add_pro(document, claim.id, "It worked there")
    arguments.add_premise(document, link(document, pro.id), "We are like them")
    arguments.add_undercut(document, link(document, pro.id), "That was long ago")
    drawn = display_list(document, map_id)
    by_text = {card.picture.face.text: card for card in drawn.cards}
    curved = [shape for shape in drawn.links if isinstance(shape, Curve) and shape.points[0] != shape.points[2]]
    dots = [shape for shape in drawn.links if isinstance(shape, Dot)]
    assert len(dots) == 1
    attacked = next(shape for shape in curved if shape.role is Role.PRO)
    assert dots[0].x == pytest.approx((attacked.points[0] + attacked.points[6]) / 2)
    assert dots[0].y == pytest.approx((attacked.points[1] + attacked.points[7]) / 2)
    # The link of the two ends before both of them, between their middles.
    first, second = by_text["It worked there"], by_text["We are like them"]
    assert attacked.points[6] < first.x
    middles = [card.y + card.picture.height / 2 for card in (first, second)]
    assert attacked.points[7] == pytest.approx(sum(middles) / 2)


def test_an_empty_map_is_an_empty_picture() -> None:
    document = empty()
    drawn = display_list(document, maps.add_map(document, "Nothing").id)
    assert drawn.cards == ()
    assert drawn.width > 0
