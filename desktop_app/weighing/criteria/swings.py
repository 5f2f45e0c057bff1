"""Questions for swing weights: from the worst to the best of one criterion against another, in words (WEIGHING 2.1)."""

from dataclasses import dataclass
from typing import Final

from desktop_app.model.ids import CriterionId, MapId
from desktop_app.model.reads import Records, criteria, levels
from desktop_app.model.records import Criterion
from desktop_app.wording.sentence import text

FULL_SWING: Final = 100.0


@dataclass(frozen=True, slots=True)
class Swing:
    """The step from the worst to the best level of a criterion.

    Attributes:
        worst: what its lowest level says; its value in words where it has no label.
        best: what its highest level says.
        weight: raw, 0…100, as it stands.
        is_stale: the scale changed after the weight was given.
    """

    criterion: CriterionId
    name: str
    worst: str
    best: str
    weight: float
    is_stale: bool


def swings(records: Records, map_id: MapId) -> tuple[Swing, ...]:
    """The swing of each criterion of a map, in order."""
    return tuple(_swing(records, criterion) for criterion in criteria(records, map_id))


def first_question(swings: tuple[Swing, ...]) -> str:
    """Asks for the swing that is worth most; it then counts 100."""
    steps = "; ".join(f"{swing.name}, {_step(swing)}" for swing in swings)
    return text("swing.first", steps=steps)


def swing_question(reference: Swing, other: Swing) -> str:
    """Asks what another swing is worth beside the one that counts 100."""
    return text(
        "swing.other", reference=reference.name, step=_step(reference), other=other.name, other_step=_step(other)
    )


def _swing(records: Records, criterion: Criterion) -> Swing:
    scale = levels(records, criterion.id)
    worst, best = (scale[0].label.strip(), scale[-1].label.strip()) if scale else ("", "")
    return Swing(
        criterion=criterion.id,
        name=criterion.name,
        worst=worst or text("swing.worst"),
        best=best or text("swing.best"),
        weight=criterion.weight,
        is_stale=criterion.stale,
    )


def _step(swing: Swing) -> str:
    return text("swing.step", worst=swing.worst.rstrip("."), best=swing.best.rstrip("."))
