"""Judges the note of how numbers came about: where weights come from, trials, methods, and how much is weighed."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction

import numpy as np

from desktop_app.briefing.content.method import method_part
from desktop_app.model import reads
from desktop_app.model.document import Document
from desktop_app.model.records import Argument, Card, Map, PremiseRule, Score, ScoreMode, Source, WeightFrom
from desktop_app.weighing.method_note import short_note
from desktop_app.weighing.results import weigh
from tests.sentences.leads import must
from tests.sentences.scoring import Scores, read_scores
from tests.sentences.strengths import Arguments
from tests.sentences.words import Read, Reader
from tests.weighing.maps import MAP

_INDEPENDENT = "Pros and cons are taken to be independent: what is said twice counts twice."
_TEMPLATES = (
    ("note.totals", "Totals: scores 0–100 times weights ({sources:T})."),
    ("note.totals.unset", "Totals: scores 0–100 times weights; weights not set: all count alike."),
    (
        "note.trials",
        (
            "Trials: {draws:T}, seed {seed:N}, numpy {numpy:T}; weights around those given ({firmness:T}: K = {k:N}), "
            "doubtful scores triangular between low, likely and high, missing ones anywhere on the scale."
        ),
    ),
    (
        "note.trials.equal",
        (
            "Trials: {draws:T}, seed {seed:N}, numpy {numpy:T}; weights around equal ones ({firmness:T}: K = {k:N}), "
            "doubtful scores triangular between low, likely and high, missing ones anywhere on the scale."
        ),
    ),
    ("note.level", "Level: less than a point apart."),
    (
        "note.leanings",
        "Leanings: {method:T}, sharpness {sharpness:T}, {rule:T}; locked and unweighed numbers stay as they are.",
    ),
    ("note.independent", _INDEPENDENT),
    ("note.counted.all", "All {total:N} arguments are weighed."),
    ("note.counted.all", "The one argument is weighed."),
    (
        "note.counted",
        "{weighed:N} of {total:N} arguments are weighed; the others are listed and stay out of every result.",
    ),
    (
        "note.counted",
        "{weighed:N} of {total:N} arguments is weighed; the others are listed and stay out of every result.",
    ),
    ("note.counted.none", "None of the {total:N} arguments is weighed: they are listed and stay out of every result."),
    ("note.counted.none", "The one argument is not weighed: it is listed and stays out of every result."),
    (
        "note.argued",
        (
            "Argued scores come from the pros and cons that speak to them; their ranges from {draws:T} draws "
            "(seed {seed:N}, numpy {numpy:T})."
        ),
    ),
    ("perspective", "Perspective: My numbers."),
    ("grades", "Grades of sources are shown, never computed with."),
    (
        "note.short",
        (
            "{draws:T} trials, seed {seed:N}, weights around those given (K = {k:N}); level: less than a point apart; "
            "pros and cons taken as independent."
        ),
    ),
    (
        "note.short.totals",
        "{draws:T} trials, seed {seed:N}, weights around those given (K = {k:N}); level: less than a point.",
    ),
    (
        "note.short.equal",
        (
            "{draws:T} trials, seed {seed:N}, weights not set: all count alike, in trials around that (K = {k:N}); "
            "level: less than a point apart; pros and cons taken as independent."
        ),
    ),
    (
        "note.short.totals.equal",
        (
            "{draws:T} trials, seed {seed:N}, weights not set: all count alike, in trials around that (K = {k:N}); "
            "level: less than a point."
        ),
    ),
    ("note.short.untried", "Totals: scores 0–100 times weights; level: less than a point."),
    ("note.short.one", "Total: scores 0–100 times weights."),
    (
        "note.short.leanings",
        "Leanings by {method:T}; level: less than a point apart; pros and cons taken as independent.",
    ),
)
NOTES = Reader(iter(_TEMPLATES))
_SOURCES = {
    r"by swings (\d+)": WeightFrom.SWINGS,
    r"by hand (\d+)": WeightFrom.TYPED,
    r"by rank (\d+)": WeightFrom.RANK,
    r"by pairs (\d+)": WeightFrom.PAIRS,
    r"of (\d+) it is not recorded how": WeightFrom.NOT_RECORDED,
}
# DEPTH 1.3 and 1.6: the Dirichlet distribution around given weights is that of a reasonable firmness.
_FIRMNESS, _K = "reasonable", "40"


def judge_notes(document: Document) -> Iterator[str]:
    """The whole note of a map and its one line.

    Raises:
        FalsehoodError: something of it is false, or left out.
    """
    scores, results = read_scores(document), weigh(document, MAP)
    part = method_part(document, results, "Method")
    read = [NOTES.read(text) for text in part.sentences] if part is not None else []
    totals = len(scores.in_play)
    own = Arguments(document)
    leans = any(own.weighed(card.id) for card in document.all(Card))
    items = list(document.all(Argument))
    cells = {(item.option, item.criterion) for item in document.all(Score) if item.mode is ScoreMode.ARGUED}
    is_doubtful = any(
        (a, k) not in scores.cells or scores.cells[a, k].low < scores.cells[a, k].high
        for a in scores.in_play
        for k in scores.counted
    )
    has_trials = totals > 1 and (len(scores.counted) > 1 or is_doubtful)
    equal = ".equal" if _are_unset(document) else ""
    due = {
        "note.totals": totals > 0,
        "note.trials": has_trials,
        "note.level": totals > 1 or leans,
        "note.leanings": leans,
        "note.independent": leans,
        "note.counted": bool(items),
        "note.argued": any(own.on_cell(*place) is not None for place in cells),
    }
    keys = Counter(re.sub(r"\.(unset|all|none|equal)$", "", item.key) for item in read)
    for key, is_due in due.items():
        must(keys[key] == is_due, f"{key} is due: {is_due}; {[item.text for item in read]}")
    must(keys["grades"] == (bool(read) and any(document.all(Source))), "grades are spoken of where there are sources")
    for item in read:
        must(not item.key.startswith("note.trials") or item.key.endswith(".equal") == bool(equal), item.text)
        _judge(document, scores, items, item)
        yield item.text
    short = [NOTES.read(str(sentence)) for sentence in short_note(document, results)]
    wanted = (
        f"note.short{equal}"
        if has_trials and leans
        else f"note.short.totals{equal}"
        if has_trials
        else "note.short.untried"
        if totals > 1 and not leans
        else "note.short.leanings"
        if leans
        else "note.short.one"
        if totals
        else None
    )
    must([item.key for item in short] == ([] if wanted is None else [wanted]), f"{wanted} is due: {short}")
    for item in short:
        _judge(document, scores, items, item)
        yield item.text


def _judge(document: Document, scores: Scores, items: Sequence[Argument], read: Read) -> None:
    settings = document.get(Map, MAP)
    expected = {
        "draws": "2,000" if read.key == "note.argued" else f"{settings.draws:,}",
        "seed": str(settings.seed),
        "numpy": np.__version__,
        "firmness": _FIRMNESS,
        "k": _K,
        "method": settings.method.value,
        "rule": "weakest premise" if settings.premise_rule is PremiseRule.WEAKEST else "product of premises",
        "total": str(len(items)),
        "weighed": str(sum(item.importance is not None for item in items)),
    }
    for name, value in expected.items():
        must(read.said.get(name, value) == value, f"{read.text!r}: {name} is {value}")
    if "sharpness" in read.said:
        must(Fraction(read["sharpness"]) == Fraction(settings.sharpness), f"{read.text!r}: {settings.sharpness}")
    if read.key.startswith("note.counted"):
        is_all = all(item.importance is not None for item in items)
        must(is_all == (read.key == "note.counted.all"), f"{read.text!r}: all are weighed: {is_all}")
        is_none = all(item.importance is None for item in items)
        must(is_none == (read.key == "note.counted.none"), f"{read.text!r}: none is weighed: {is_none}")
        must((read.said.get("weighed") == "1") == (" is weighed; " in read.text), f"{read.text!r} is no English")
    if read.key.startswith("note.totals"):
        _judge_sources(document, scores, read)


def _are_unset(document: Document) -> bool:
    rows = reads.criteria(document, MAP)
    is_set = any(row.weight_from is not WeightFrom.NOT_RECORDED for row in rows)
    return not is_set and len({row.weight for row in rows}) == 1


def _judge_sources(document: Document, scores: Scores, read: Read) -> None:
    """Of every weight that counts, how it was found; weights that nobody touched are all alike and say nothing."""
    rows = reads.criteria(document, MAP)
    is_unset = _are_unset(document)
    must((read.key == "note.totals.unset") == is_unset, f"{read.text!r}: {[row.weight for row in rows]}")
    if is_unset:
        return
    told: dict[WeightFrom, int] = {}
    for part in re.split(r", | and ", read["sources"]):
        found = [(source, match) for text, source in _SOURCES.items() if (match := re.fullmatch(text, part))]
        must(len(found) == 1, f"{part!r} cannot be read")
        told[found[0][0]] = int(found[0][1][1])
    counted = Counter(row.weight_from for row in rows if scores.shares[row.name] > 0)
    must(told == counted, f"{read.text!r}: {counted}")
