"""A workbook as page models see it, without a window."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app.edits import arguments, cards, maps
from desktop_app.model.document import Document
from desktop_app.model.ids import CardId, MapId, PerspectiveId
from desktop_app.model.reads import arguments_from
from desktop_app.model.records import Argument, Card, Stance
from desktop_app.model.tree import Place, places
from desktop_app.session import Session
from desktop_app.weighing.numbers import Numbers
from desktop_app.weighing.results import Results


@dataclass
class Looked:
    """What is looked at."""

    map_id: MapId | None
    perspective: PerspectiveId | None = None
    last_stance: Stance = Stance.SUPPORTS


@dataclass
class Opened:
    """A session with a look at its one map; satisfies `EditableMap`."""

    session: Session
    view: Looked = field(default_factory=lambda: Looked(None))

    @property
    def document(self) -> Document:
        return self.session.document

    @property
    def map_id(self) -> MapId:
        assert self.view.map_id is not None
        return self.view.map_id

    @property
    def results(self) -> Results:
        return self.session.results(self.map_id, self.view.perspective)

    @property
    def numbers(self) -> Numbers:
        return self.session.live_results(self.map_id, self.view.perspective).strengths.graph.numbers

    @property
    def places(self) -> Mapping[CardId, Place]:
        return {place.card: place for place in places(self.document, self.map_id)}

    def attempt(self, edit: Callable[[Document], object]) -> bool:
        edit(self.document)
        return True

    def option(self, text: str) -> Card:
        return cards.add_option(self.document, self.map_id, text)

    def link(self, card: Card) -> Argument:
        (found,) = arguments_from(self.document, card.id)
        return found

    def point(self, to: Card, stance: Stance, text: str, importance: float | None = None) -> Card:
        made = arguments.add_argument(self.document, to.id, stance, text)
        if importance is not None:
            arguments.set_importance(self.document, self.link(made).id, importance)
        return made


def opened(path: Path) -> Opened:
    """A new workbook with a question."""
    session = Session.create(path, title="Test")
    made = maps.add_map(session.document, "Which way?")
    cards.add_question(session.document, made.id, "Which way?")
    return Opened(session, Looked(made.id))
