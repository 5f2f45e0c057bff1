"""Judges all that is said of the options of one map by their totals."""

from collections.abc import Callable, Iterator, Sequence

from desktop_app.model import reads
from desktop_app.model.document import Document
from desktop_app.model.records import Map
from desktop_app.weighing.criteria.lead import read_lead
from desktop_app.weighing.results import weigh
from desktop_app.weighing.robustness.report import report
from desktop_app.weighing.robustness.sentences import pair_sentence, trials_sentence
from desktop_app.wording.sentence import Sentence
from tests.sentences.argument_words import ARGUMENTS
from tests.sentences.costs import judge_costs
from tests.sentences.draws import judge_order, judge_trials
from tests.sentences.leads import judge_lead, judge_missing, judge_outside, judge_red, lead_key, must
from tests.sentences.moves import judge_doubt, judge_move, judge_pair, judge_score
from tests.sentences.scoring import Scores, read_scores
from tests.sentences.turns import judge_weights
from tests.sentences.ways import judge_leaning_lead
from tests.sentences.words import TOTALS, FalsehoodError, Read
from tests.weighing.maps import MAP


def read_all(document: Document) -> tuple[list[tuple[Sentence, Read]], list[tuple[Sentence, Read]]]:
    """What a map says of itself, and what it says when asked about a pair or other trials."""
    results = weigh(document, MAP)
    found = report(document, results)
    if found is None:
        said = read_lead(results, reads.option_letters(document, MAP)).sentences()
        return [(sentence, ARGUMENTS.read(str(sentence))) for sentence in said], []
    asked = [pair_sentence(pair, found.names) for pair in found.pairs]
    asked += [
        sentence
        for simulation in found.simulations
        if (sentence := trials_sentence(simulation, found.table, found.names)) is not None
    ]
    return (
        [(sentence, TOTALS.read(str(sentence))) for sentence in found.sentences],
        [(sentence, TOTALS.read(str(sentence))) for sentence in asked],
    )


def judge_totals(document: Document, *, with_trials: bool) -> Iterator[Sentence]:
    """Every sentence of a map, each found to be true; and none that is due is left out.

    Raises:
        FalsehoodError: one is false, or missing, or in a wrong place.
    """
    scores = read_scores(document)
    said, asked = read_all(document)
    for sentence, read in [*said, *asked]:
        must(sentence.key == read.key, f"{read.text!r}: {sentence.key}")
    if not scores.in_play:
        # No option has a total: those that have one are compared by their leanings.
        judge_leaning_lead(document, [read for _, read in said])
        yield from (sentence for sentence, _ in said)
        return
    judge_order_of_sentences(scores, [read for _, read in said])
    try:
        judge_sentences(scores, document, [read for _, read in said])
    except FalsehoodError as error:
        raise FalsehoodError(f"{error}\n" + "\n".join(read.text for _, read in said)) from error
    for _, read in asked:
        if read.key.startswith("pair"):
            about_one(judge_pair, scores, read)
    if with_trials:
        settings = document.get(Map, MAP)
        for _, read in [*said, *asked]:
            if read.key.startswith("trials"):
                about_one(judge_trials, scores, read, settings.draws, settings.seed)
    yield from (sentence for sentence, _ in [*said, *asked])


def about_one(judge: Callable[..., None], scores: Scores, read: Read, *others: int) -> None:
    """Judges one sentence; a falsehood names it."""
    try:
        judge(scores, read, *others)
    except FalsehoodError as error:
        raise FalsehoodError(f"{read.text!r}: {error}") from error


def judge_order_of_sentences(scores: Scores, said: Sequence[Read]) -> None:
    """The lead stands first, and right after it who stands outside."""
    must(bool(said), "nothing is said")
    judge_lead(scores, said[0])
    must(not any(read.key.startswith("lead.") for read in said[1:]), "two leads are said")
    outside = [place for place, read in enumerate(said) if read.key.startswith("outside")]
    is_due = bool(scores.outside) and lead_key(scores) not in {"lead.none", "lead.single"}
    must(outside == ([1] if is_due else []), f"{scores.outside} stand outside")
    for place in outside:
        judge_outside(scores, said[place])


def judge_sentences(scores: Scores, document: Document, said: Sequence[Read]) -> None:
    def about(*starts: str) -> list[Read]:
        return [read for read in said if read.key.split(".")[0] in starts]

    judge_red(scores, about("red"))
    judge_missing(scores, about("missing"))
    judge_weights(scores, about("weight"))
    judge_move(scores, about("move"))
    judge_score(scores, about("score"))
    judge_doubt(scores, about("doubt"))
    judge_order(scores, about("info"))
    judge_costs(document, scores, about("cost"))
    for read in about("pair"):
        must({read["one"], read["other"]} == {scores.first, scores.rival}, "the pair is another")
        judge_pair(scores, read)
    is_level = scores.rival is not None and scores.is_level_now(scores.first, scores.rival)
    must(is_level or len(about("pair")) == (len(scores.in_play) > 1), "the first and its rival are compared once")
    argued = [place for place in scores.argued if place[0] in scores.in_play and place[1] in scores.counted]
    known = [place for place in scores.cells if place[0] in scores.in_play and place[1] in scores.counted]
    must(len(about("argued")) == bool(argued and scores.rival), "argued scores are spoken of")
    for read in about("argued"):
        count = read["count"] if "count" in read.said else read["one"]
        must(int(count) == len(argued) and read.number("total") == len(known), f"{len(argued)} of {len(known)}")
