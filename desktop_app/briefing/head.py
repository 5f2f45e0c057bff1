"""What the head of a brief says about the options: how they stand to one another, and what that hangs on."""

from collections.abc import Mapping
from typing import Final

from desktop_app.model.ids import CardId
from desktop_app.model.reads import Records
from desktop_app.model.records import Card
from desktop_app.weighing.lead import read_lead
from desktop_app.weighing.results import Results
from desktop_app.weighing.robustness.report import Report
from desktop_app.wording.sentence import introduced

_LONGEST_NAME: Final = 80


def opening_sentences(
    records: Records, results: Results, letters: Mapping[CardId, str], found: Report | None
) -> tuple[str, ...]:
    """Who comes first and who stands outside; by totals also trials, the nearest turn and the least move of weight.

    The first mention of an option on paper is its name and letter, then it is the letter. Nothing is said where there
    are fewer than two options.
    """
    if len(letters) < 2:
        return ()
    said = found.opening if found is not None else read_lead(results, letters).sentences()
    names = {letter: _shortened(records.get(Card, option).text) for option, letter in letters.items()}
    return tuple(str(sentence) for sentence in introduced(said, names))


def _shortened(text: str) -> str:
    flat = " ".join(text.split()).rstrip(".")
    return flat if len(flat) <= _LONGEST_NAME else f"{flat[:_LONGEST_NAME].rsplit(' ', 1)[0]}…"
