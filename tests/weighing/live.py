"""Results that follow a document."""

from collections.abc import Callable

from desktop_app.model.changes import ChangeSet
from desktop_app.weighing.results import LiveResults


def following(live: LiveResults) -> Callable[[ChangeSet], None]:
    """What subscribes `live` to a document."""

    def follow(change_set: ChangeSet) -> None:
        live.update(change_set)

    return follow
