"""Judges what a brief says of a lead: only what holds, and who stands outside right after the first of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop_app.briefing.content.compose import compose
from desktop_app.briefing.content.parts import ChartsPart
from desktop_app.model import reads
from desktop_app.model.document import Document
from desktop_app.model.records import Card
from desktop_app.weighing.criteria.lead import read_lead
from desktop_app.weighing.results import weigh
from desktop_app.weighing.robustness.report import report
from tests.sentences.argument_words import ARGUMENTS
from tests.sentences.charts import judge_charts
from tests.sentences.leads import must, must_list
from tests.sentences.scoring import Scores, read_scores
from tests.sentences.words import TOTALS, FalsehoodError, Read
from tests.weighing.maps import MAP

MOST_LEADS = 4
_FURTHER = "Other turns of weights are no nearer."
_OUTSIDE = re.compile(r"(?:not scored|no score that counts) and stand")
_TURNS = "weight.turn", "weight.may"
_OF_ARGUMENTS = ("What each pro and con adds", "Pros and cons")


def judge_brief(document: Document) -> Iterator[str]:
    """The head of a brief of a document with one map, and what the lead hangs on, in words and beneath charts.

    Raises:
        FalsehoodError: something is said that the report of the map does not say, or somebody is left out.
    """
    scores, results = read_scores(document), weigh(document, MAP)
    found = report(document, results)
    said = found.sentences if found is not None else read_lead(results, reads.option_letters(document, MAP)).sentences()
    known = {str(sentence) for sentence in said}
    content = compose(document, MAP, results)
    content = replace(content, leads=tuple(by_letters(document, content.leads)))
    is_compared = len(scores.in_play) > 1
    must(all(lead in known for lead in content.leads), f"{content.leads}: the report says {known}")
    if is_compared:
        must(bool(content.leads), "the head says nothing of the lead")
        must(TOTALS.read(content.leads[0]).key.startswith("lead."), "the head begins with the lead")
        _judge_outside(scores, content.leads)
        must(len(content.leads) <= MOST_LEADS + bool(scores.outside), f"the head says too much: {content.leads}")
    yield from content.leads
    for part in content.parts:
        if isinstance(part, ChartsPart):
            _judge_charts(scores, part, known, is_compared=is_compared)
            _judge_turns([str(sentence) for sentence in said if sentence.key.startswith(_TURNS)], part.sentences)
            yield from part.sentences
            yield from judge_charts(document, scores, part)


def _judge_turns(turns: Sequence[str], paragraph: Sequence[str]) -> None:
    """Of many turns the first are told, which the report has as the nearest, and then that there are others."""
    told = [text for text in paragraph if text in turns]
    must(told == list(turns[: len(told)]), f"{turns} are the turns, nearest first, not {told}")
    must((_FURTHER in paragraph) == (len(told) < len(turns)), f"{len(turns) - len(told)} turns are left out")


def by_letters(document: Document, leads: tuple[str, ...]) -> Iterator[str]:
    """The head in letters alone; on paper a name stands before its letter where that is mentioned first, only there."""
    left = {
        letter: f"{document.get(Card, option).text} ({letter})"
        for option, letter in reads.option_letters(document, MAP).items()
    }
    for lead in leads:
        text = lead
        for letter in [letter for letter, named in left.items() if named in text]:
            text = text.replace(left.pop(letter), letter, 1)
        for letter in left:
            must(re.search(rf"\b{letter}\b", text) is None, f"{lead!r} does not say who {letter} is")
        yield text


def _judge_charts(scores: Scores, part: ChartsPart, known: set[str], *, is_compared: bool) -> None:
    for text in part.sentences:
        if text not in known:
            is_own = text == _FURTHER or _read(text).key.startswith(("methods.", "heaviest"))
            must(is_own, f"{text!r}: the report does not say so")
    if is_compared:
        _judge_outside(scores, part.sentences)
    outside = _outside_words(scores)
    for chart in part.charts:
        is_told = outside in chart.note or chart.title.startswith(_OF_ARGUMENTS)
        must(not is_compared or is_told, f"the chart {chart.title!r} does not say {outside!r}")
    for picture in part.pictures:
        # Beside amounts those without one stand outside, too; of those the report of costs is judged.
        is_told = outside in picture.title or "no total or no comparable amount and stand" in picture.title
        must(not is_compared or is_told, f"the picture {picture.title!r} does not say {outside!r}")


def _judge_outside(scores: Scores, paragraph: tuple[str, ...]) -> None:
    places = [place for place, text in enumerate(paragraph) if _OUTSIDE.search(text)]
    must(places == ([1] if scores.outside else []), f"{scores.outside} stand outside: {paragraph}")
    for place in places:
        read = TOTALS.read(paragraph[place])
        must_list(read, "one" if "one" in read.said else "options", scores.outside)


def _outside_words(scores: Scores) -> str:
    """The end of the sentence that names who stands outside; empty where nobody does."""
    if not scores.outside:
        return ""
    return "and stands outside." if len(scores.outside) == 1 else "and stand outside."


def _read(text: str) -> Read:
    try:
        return TOTALS.read(text)
    except FalsehoodError:
        return ARGUMENTS.read(text)
