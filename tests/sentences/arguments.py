"""Judges all that is said of the pros and cons of one map."""

from collections.abc import Iterator, Sequence

from desktop_app.model import reads
from desktop_app.model.document import Document
from desktop_app.model.records import Card, CardKind, Map, Method
from desktop_app.weighing.arguments.explain import explain
from desktop_app.weighing.arguments.method_agreement import agreement, agreement_sentence
from desktop_app.weighing.arguments.runs import leaning_runs, runs_sentence
from desktop_app.weighing.arguments.sentences import (
    bridge_sentence,
    explanation_sentences,
    sensitivity_sentence,
    shares_sentence,
)
from desktop_app.weighing.arguments.shapley import shapley
from desktop_app.weighing.arguments.tipping_points import sensitivities
from desktop_app.weighing.arguments.waterfall import waterfall, waterfall_sentences
from desktop_app.weighing.criteria.lead import read_lead
from desktop_app.weighing.results import LiveResults
from desktop_app.wording.sentence import Sentence
from tests.sentences.argument_words import ARGUMENTS
from tests.sentences.leads import must
from tests.sentences.leanings import Leaning, judge_explanation
from tests.sentences.ways import (
    judge_bridge,
    judge_leaning_lead,
    judge_methods,
    judge_runs,
    judge_sensitive,
    judge_shares,
    judge_way,
)
from tests.sentences.words import FalsehoodError, Read
from tests.sure import sure
from tests.weighing.maps import MAP


def judge_arguments(document: Document) -> Iterator[Sentence]:
    """Every sentence about every question and option, and about who leans furthest, each found to be true.

    Raises:
        FalsehoodError: one is false, or missing, or in a wrong place.
    """
    live = LiveResults(document, MAP)
    lead = read_lead(live.current, reads.option_letters(document, MAP)).sentences()
    judge_leaning_lead(document, _read(lead))
    yield from lead
    for card in document.all(Card):
        if card.kind in {CardKind.QUESTION, CardKind.OPTION}:
            said = _say(document, live, card)
            try:
                _judge(document, card, said)
            except FalsehoodError as error:
                words = "\n".join(str(sentence) for part in said.values() for sentence in part)
                raise FalsehoodError(f"{card.text}: {error}\n{words}") from error
            yield from (sentence for part in said.values() for sentence in part)


def _say(document: Document, live: LiveResults, card: Card) -> dict[str, list[Sentence]]:
    strengths, settings = live.strengths, document.get(Map, MAP)
    explanation = explain(strengths, card.id)
    said = {"why": list(explanation_sentences(document, live.current, explanation))}
    if explanation.leaning is None:
        return said
    found = sensitivities(strengths, card.id)
    said["sensitive"] = [sensitivity_sentence(document, live.current, card.id, found)]
    said["shares"] = [shares_sentence(document, sure(shapley(strengths, card.id, seed=settings.seed)))]
    way = waterfall(strengths, card.id, settings.seed)
    said["way"] = list(waterfall_sentences(document, way)) if way is not None else []
    doubted = leaning_runs(document, strengths, card.id, seed=settings.seed, draws=settings.draws)
    said["runs"] = [runs_sentence(doubted)] if doubted is not None else []
    largest = next(iter(explanation.contributions), None)
    is_bent = settings.method is Method.LOG_ODDS and largest is not None
    said["bridge"] = [bridge_sentence(sure(largest).points)] if is_bent else []
    compared = agreement(strengths, card.id)
    said["methods"] = [agreement_sentence(compared)] if compared is not None else []
    return said


def _judge(document: Document, card: Card, said: dict[str, list[Sentence]]) -> None:
    leaning, settings = Leaning(document, card.id), document.get(Map, MAP)
    read = {part: _read(sentences) for part, sentences in said.items()}
    judge_explanation(leaning, read["why"])
    if not leaning.direct:
        must(len(read) == 1, "nothing is weighed")
        return
    judge_sensitive(leaning, read["sensitive"][0])
    judge_shares(leaning, read["shares"][0])
    judge_way(leaning, read["way"])
    judge_runs(leaning, read["runs"][0] if read["runs"] else None, settings.draws, settings.seed)
    judge_methods(leaning, read["methods"][0])
    for bridge in read["bridge"]:
        judge_bridge(leaning, bridge)


def _read(sentences: Sequence[Sentence]) -> list[Read]:
    found = [ARGUMENTS.read(str(sentence)) for sentence in sentences]
    for sentence, read in zip(sentences, found, strict=True):
        must(sentence.key == read.key, f"{read.text!r} is {sentence.key}")
    return found
