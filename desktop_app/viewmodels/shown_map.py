"""What page models ask of an open workbook: the shown map, whose numbers are looked at, what it adds up to."""

from collections.abc import Callable, Mapping
from typing import Protocol

from desktop_app.model.document import Document
from desktop_app.model.ids import CardId, MapId, PerspectiveId
from desktop_app.model.records import Stance
from desktop_app.model.tree import Place
from desktop_app.session import Session
from desktop_app.weighing.numbers import Numbers
from desktop_app.weighing.results import Results


class Looking(Protocol):
    """What a person looks at.

    Attributes:
        map_id: the shown map; None in a workbook without maps.
        perspective: whose numbers are shown; None: the map's own.
        last_stance: the side that was given last, proposed for the next card.
    """

    map_id: MapId | None
    perspective: PerspectiveId | None
    last_stance: Stance


class ShownMap(Protocol):
    """An open workbook, to be read."""

    @property
    def session(self) -> Session:
        """The open workbook."""

    @property
    def document(self) -> Document:
        """Its records."""

    @property
    def view(self) -> Looking:
        """What the person looks at."""

    @property
    def map_id(self) -> MapId:
        """The shown map, where there is one."""

    @property
    def results(self) -> Results:
        """What the shown map adds up to, in the chosen perspective."""

    @property
    def numbers(self) -> Numbers:
        """The numbers people gave, as the chosen perspective has them."""

    @property
    def places(self) -> Mapping[CardId, Place]:
        """Every card of the shown map with its place, in the order of the tree."""


class EditableMap(ShownMap, Protocol):
    """An open workbook that can be changed."""

    def attempt(self, edit: Callable[[Document], object]) -> bool:
        """Runs an edit; says whether it was done. Trouble is told by whoever runs it."""
