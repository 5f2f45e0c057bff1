"""A whole map in lines of text: how its cards come out, what the ranking hangs on, who sees it differently."""

from collections.abc import Iterator, Sequence

from desktop_app.model import reads
from desktop_app.model.document import Document
from desktop_app.model.ids import CardId
from desktop_app.model.records import Card, CardKind, Criterion, Map
from desktop_app.weighing.arguments.explain import explain
from desktop_app.weighing.arguments.method_agreement import agreement, agreement_sentence
from desktop_app.weighing.arguments.sentences import card_sentences, explanation_sentences, option_sentences
from desktop_app.weighing.criteria.findings import finding_sentences, review
from desktop_app.weighing.criteria.lead import as_own
from desktop_app.weighing.method_note import method_name
from desktop_app.weighing.people.comparing import compare
from desktop_app.weighing.people.group_sentences import comparison_sentences, group_sentences, whose_sentence
from desktop_app.weighing.people.room import read_sheets, room
from desktop_app.weighing.people.together import group_result
from desktop_app.weighing.results import LiveResults
from desktop_app.weighing.robustness.report import report
from desktop_app.wording.rounding import percent
from desktop_app.wording.sentence import Sentence, spoken, text


def overview(document: Document, a_map: Map, live: LiveResults) -> Iterator[str]:
    """What a map adds up to, line by line, as `steelyard weigh` prints it."""
    results = live.current
    yield a_map.title
    counts = {"weighed": results.weighed, "total": len(results.arguments)}
    yield f"  {text('weigh.counted', **counts, method=method_name(results.settings.method))}"
    for card in reads.by_rank(reads.cards(document, a_map.id)):
        if card.kind is CardKind.QUESTION and results.cards[card.id].total:
            sentences = explanation_sentences(document, results, explain(live.strengths, card.id))
            yield f"  {card.text}\n    {spoken([*sentences, *_agreement(live, card.id)])}"
    for option, letter in reads.option_letters(document, a_map.id).items():
        words = [*option_sentences(results, option), *card_sentences(results.cards[option]), *_agreement(live, option)]
        yield f"  {letter}  {document.get(Card, option).text}\n     {spoken(words)}"
    shares = [
        f"{document.get(Criterion, criterion).name} {percent(share)}" for criterion, share in results.weights.items()
    ]
    if shares:
        yield f"  {text('weigh.weights', weights=', '.join(shares))}"
    robustness = report(document, results)
    yield from _list(
        text("weigh.ranking"), as_own(document, results, robustness.sentences) if robustness is not None else ()
    )
    yield from _list(text("weigh.to_look_at"), finding_sentences(document, results, review(document, results)))
    sheets = read_sheets(document, a_map.id, method=results.settings.method)
    if len(sheets) > 1:
        yield from _list(
            text("weigh.perspectives"), comparison_sentences(document, compare(document, a_map.id, sheets))
        )
        people = room(sheets)
        if len(people) > 1:
            together = group_result(document, a_map.id, people)
            yield from _list(
                text("weigh.room"),
                [whose_sentence(text("weigh.room"), together), *group_sentences(document, results, together)],
            )


def _agreement(live: LiveResults, card: CardId) -> tuple[Sentence, ...]:
    methods = agreement(live.strengths, card)
    return () if methods is None else (agreement_sentence(methods),)


def _list(title: str, sentences: Sequence[object]) -> Iterator[str]:
    if sentences:
        yield f"  {title}:"
    for sentence in sentences:
        yield f"    {sentence}"
