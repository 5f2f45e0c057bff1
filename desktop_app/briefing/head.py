"""What the head of a brief says about the options: how they stand to one another, and what that hangs on."""

from collections.abc import Mapping

from desktop_app.model.ids import CardId
from desktop_app.weighing.lead import read_lead
from desktop_app.weighing.results import Results
from desktop_app.weighing.robustness.report import Report


def opening_sentences(results: Results, letters: Mapping[CardId, str], found: Report | None) -> tuple[str, ...]:
    """Who comes first and who stands outside; by totals also trials, the nearest turn and the least move of weight.

    Nothing where there are fewer than two options.
    """
    if len(letters) < 2:
        return ()
    said = found.opening if found is not None else read_lead(results, letters).sentences()
    return tuple(str(sentence) for sentence in said)
