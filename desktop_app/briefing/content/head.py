"""What the head of a brief says about the options: how they stand to one another, and what that hangs on."""

from collections.abc import Mapping
from typing import Final

from desktop_app.model.ids import CardId
from desktop_app.model.reads import Records
from desktop_app.model.records import Card
from desktop_app.weighing.criteria.lead import as_own, read_lead
from desktop_app.weighing.people.group import GroupResult
from desktop_app.weighing.people.group_sentences import unsupported_lead_sentences
from desktop_app.weighing.results import Results
from desktop_app.weighing.robustness.report import Report
from desktop_app.wording.sentence import introduced

_LONGEST_NAME: Final = 80


def opening_sentences(
    records: Records,
    results: Results,
    letters: Mapping[CardId, str],
    report: Report | None,
    room: GroupResult | None = None,
) -> tuple[str, ...]:
    """Who comes first and who stands outside; by totals also trials, the nearest turn and the least move of weight.

    The first mention of an option on paper is its name and letter, then it is the letter. Nothing is said where there
    are fewer than two options.

    Args:
        records: the workbook.
        results: what the map adds up to.
        letters: of its options.
        report: how the ranking stands when numbers vary; None where no option has a total.
        room: what the people come to whose numbers these are; over whom its lead depends on who is counted is said.
    """
    if len(letters) < 2:
        return ()
    lead = report.lead if report is not None else read_lead(results, letters).sentences()
    further = report.opening[len(lead) :] if report is not None else ()
    unsupported_leads = unsupported_lead_sentences(list(letters.values()), room) if room is not None else ()
    sentences = (*(as_own(records, results, lead) if room is None else lead), *unsupported_leads, *further)
    names = {letter: _shortened(records.get(Card, option).text) for option, letter in letters.items()}
    return tuple(str(sentence) for sentence in introduced(sentences, names))


def _shortened(text: str) -> str:
    flat = " ".join(text.split()).rstrip(".")
    return flat if len(flat) <= _LONGEST_NAME else f"{flat[:_LONGEST_NAME].rsplit(' ', 1)[0]}…"
