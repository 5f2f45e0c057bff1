"""The map as a tree: each card once, in order, whatever the graph is like."""

from desktop_app.edits import arguments, cards, maps, moving
from desktop_app.model.records import Card, CardKind, Stance
from desktop_app.model.tree import Place, Use, branch, places, reshapes, uses
from tests.small_workbooks import Desk


def drawn(desk: Desk, placed: list[Place] | None = None) -> list[str]:
    """The tree as indented texts; `&` marks what is joined."""
    found = places(desk.document, desk.map.id) if placed is None else placed
    return ["  " * place.depth + "& " * place.is_joined + desk.document.get(Card, place.card).text for place in found]


def test_a_map_is_drawn_root_by_root_options_before_arguments_before_notes(desk: Desk) -> None:
    question = desk.question("Q")
    option = desk.option("A", under=question)
    desk.note("parked", under=option)
    pro = desk.pro(option, "cheap")
    desk.con(pro, "not for long")
    desk.con(option, "slow")
    desk.claim("loose")
    assert drawn(desk) == ["Q", "  A", "    cheap", "      not for long", "    slow", "    parked", "loose"]


def test_premises_that_hold_only_together_stand_beside_each_other_joined(desk: Desk) -> None:
    claim = desk.claim("claim")
    first = desk.pro(claim, "first")
    arguments.add_premise(desk.document, desk.link(first).id, "second")
    assert drawn(desk) == ["claim", "  first", "  & second"]


def test_an_undercut_hangs_under_the_first_premise_only(desk: Desk) -> None:
    claim = desk.claim("claim")
    first = desk.pro(claim, "first")
    second = arguments.add_premise(desk.document, desk.link(first).id, "second")
    desk.undercut(first, "so what")
    desk.pro(second, "for the second")
    assert drawn(desk) == ["claim", "  first", "    so what", "  & second", "    for the second"]


def test_a_card_that_serves_twice_is_drawn_once_and_its_other_use_is_told(desk: Desk) -> None:
    first, second = desk.claim("first"), desk.claim("second")
    shared = desk.pro(first, "shared")
    link = arguments.link_card(desk.document, shared.id, second.id, Stance.OPPOSES)
    placed = places(desk.document, desk.map.id)
    assert drawn(desk, placed) == ["first", "  shared", "second"]
    assert uses(desk.document, placed) == [Use(shared.id, link.id)]


def test_cards_in_a_loop_are_drawn_once_and_the_closing_link_is_a_use(desk: Desk) -> None:
    maps.allow_loops(desk.document, desk.map.id, allowed=True)
    first = desk.claim("first")
    second = desk.pro(first, "second")
    desk.pro(second, "third")
    closing = arguments.link_card(desk.document, first.id, second.id, Stance.SUPPORTS)
    opening = desk.link(second)
    placed = places(desk.document, desk.map.id)
    assert sorted(text.strip() for text in drawn(desk, placed)) == ["first", "second", "third"]
    assert uses(desk.document, placed) in ([Use(first.id, closing.id)], [Use(second.id, opening.id)])


def test_a_branch_is_drawn_as_if_its_top_were_a_root(desk: Desk) -> None:
    question = desk.question("Q")
    option = desk.option("A", under=question)
    desk.pro(desk.pro(option, "cheap"), "really")
    desk.option("B", under=question)
    assert drawn(desk, branch(desk.document, option.id)) == ["A", "  cheap", "    really"]


def test_only_what_moves_adds_or_removes_cards_reshapes_the_tree(desk: Desk) -> None:
    heard = []
    option = desk.option("A")
    first, second = desk.pro(option, "one"), desk.pro(option, "two")
    desk.document.subscribe(lambda change_set: heard.append(reshapes(change_set)))
    cards.set_text(desk.document, first.id, "other")
    cards.set_plausibility(desk.document, first.id, 0.7)
    arguments.flip_stance(desk.document, desk.link(first).id)
    assert heard == [False, False, False]
    moving.move_down(desk.document, first.id, link=desk.link(first).id)
    arguments.add_premise(desk.document, desk.link(second).id, "three")
    cards.set_kind(desk.document, second.id, CardKind.EVIDENCE)
    assert heard[3:] == [True, True, True]
    arguments.join_premise(desk.document, desk.link(second).id, desk.claim("four").id)
    assert heard[6:] == [True, True]
