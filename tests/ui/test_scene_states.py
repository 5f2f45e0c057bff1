"""After any edits, folds, undo and redo, what the canvas shows equals what is rebuilt from the document."""

from dataclasses import fields

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop_app.drawing.palette import palette
from desktop_app.edits import arguments, cards
from desktop_app.model import reads
from desktop_app.model.changes import ChangeSet
from desktop_app.model.document import Document
from desktop_app.model.ids import CardId
from desktop_app.model.records import CardKind, Map
from desktop_app.model.tree import Place, places
from desktop_app.ui.pages.map.canvas.painting import Pictures, paint_scene
from desktop_app.ui.pages.map.canvas.visible_area import VisibleArea
from desktop_app.viewmodels.canvas.scene import Scene
from desktop_app.weighing.results import LiveResults
from tests.random_edits import Draw, RandomEdit, new_document


class Follower:
    """A scene that follows a document the way the canvas does, with undo and redo."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.map_id = reads.maps(document)[0].id
        self.live = LiveResults(document, self.map_id)
        self.folded: set[CardId] = set()
        self.focus: CardId | None = None
        self.scene = Scene(document)
        self.done: list[ChangeSet] = []
        self.undone: list[ChangeSet] = []
        self.show()
        document.subscribe(self._follow)

    @property
    def places(self) -> dict[CardId, Place]:
        return {place.card: place for place in places(self.document, self.map_id)}

    def show(self) -> None:
        self.scene.show(self.map_id, self.places, self.folded, self.live.current, self.focus)

    def rebuilt(self) -> Scene:
        fresh = Scene(self.document)
        fresh.show(self.map_id, self.places, self.folded, self.live.current, self.focus)
        return fresh

    def edit(self, draw: Draw) -> None:
        steps: list[ChangeSet] = []
        stop = self.document.subscribe(steps.append)
        RandomEdit(self.document, draw).act()
        stop()
        if steps:
            self.done += steps
            self.undone.clear()

    def undo(self) -> None:
        if self.done:
            self.undone.append(self.done.pop())
            self.document.replay(self.undone[-1].inverse(), lambda _: None)

    def redo(self) -> None:
        if self.undone:
            self.done.append(self.undone.pop())
            self.document.replay(self.done[-1], lambda _: None)

    def fold(self, draw: Draw) -> None:
        if self.scene.places:
            self.folded ^= {draw(st.sampled_from(self.scene.places)).card}
            self.show()

    def turn(self, draw: Draw) -> None:
        """Puts a branch in focus, or shows the whole map again."""
        shown = self.scene.places
        self.focus = draw(st.sampled_from(shown)).card if self.focus is None and shown else None
        self.show()

    def write(self, draw: Draw) -> None:
        """Makes room for a card that is being written; what is then done may be something else."""
        cards = [None, *(place.card for place in self.scene.places)]
        parent, neighbour = draw(st.sampled_from(cards)), draw(st.sampled_from(cards))
        self.scene.make_room(parent, neighbour, 236.0, draw(st.integers(30, 90)), before=draw(st.booleans()))
        self.edit(draw)
        self.scene.close_room()

    def _follow(self, change_set: ChangeSet) -> None:
        if self.document.find(Map, self.map_id) is None:
            self.map_id = reads.maps(self.document)[0].id
            self.live = LiveResults(self.document, self.map_id)
            self.focus = None
            self.show()
            return
        self.live.update(change_set)
        if self.focus not in self.places:
            self.focus = None
        self.scene.follow(change_set, self.places, self.folded, self.live.current, self.focus)


def _pixels(scene: Scene, zoom: float) -> bytes:
    image = QImage(900, 700, QImage.Format.Format_RGB32)
    area = QRectF(image.rect())
    with QPainter(image) as painter:
        paint_scene(painter, scene, scene.arrays, VisibleArea(-20, -20, zoom), area, palette("light"), Pictures())
    return bytes(image.constBits())


def _assert_same(shown: Scene, rebuilt: Scene) -> None:
    assert shown.places == rebuilt.places
    assert shown.hidden == rebuilt.hidden
    for part in ("arrays", "links"):
        found, wanted = getattr(shown, part), getattr(rebuilt, part)
        for field in fields(wanted):
            np.testing.assert_array_equal(getattr(found, field.name), getattr(wanted, field.name), err_msg=field.name)
    for position in range(len(shown.places)):
        assert shown.picture(position) == rebuilt.picture(position)


@given(st.data())
@settings(max_examples=25)
def test_the_followed_picture_is_the_rebuilt_one(qapp: QApplication, data: st.DataObject) -> None:
    follower = Follower(new_document())
    for _ in range(data.draw(st.integers(1, 25))):
        step = data.draw(st.sampled_from(["edit"] * 4 + ["fold", "turn", "write", "undo", "redo"]))
        if step in {"edit", "fold", "turn", "write"}:
            getattr(follower, step)(data.draw)
        else:
            getattr(follower, step)()
        _assert_same(follower.scene, follower.rebuilt())
    for zoom in (1.0, 0.3):
        assert _pixels(follower.scene, zoom) == _pixels(follower.rebuilt(), zoom)


def test_what_hangs_on_a_question_that_becomes_a_claim_is_measured_again(qapp: QApplication) -> None:
    follower = Follower(new_document())
    question = cards.add_question(follower.document, follower.map_id, "Is it so?")
    arguments.add_pro(follower.document, question.id, "A reason that says in some words why it is so")
    cards.set_kind(follower.document, question.id, CardKind.CLAIM)
    _assert_same(follower.scene, follower.rebuilt())


def test_a_branch_that_was_in_focus_hangs_on_its_parent_again(qapp: QApplication) -> None:
    follower = Follower(new_document())
    question = cards.add_question(follower.document, follower.map_id, "Is it so?")
    follower.focus = arguments.add_pro(follower.document, question.id, "A reason").id
    follower.show()
    assert len(follower.scene.places) == 1
    follower.focus = None
    follower.show()
    _assert_same(follower.scene, follower.rebuilt())
