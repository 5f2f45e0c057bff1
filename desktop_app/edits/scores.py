"""Scores of options on criteria, and facts beside them."""

from desktop_app.edits.perspectives import set_score_number
from desktop_app.model import reads
from desktop_app.model.amounts import read_amount, row_amounts
from desktop_app.model.document import Document
from desktop_app.model.errors import RuleError
from desktop_app.model.ids import CardId, CriterionId, FactId, MapId, PerspectiveId, ScoreId
from desktop_app.model.records import Card, Confidence, Fact, Score, ScoreMode
from desktop_app.wording.sentence import say


def set_score(
    document: Document,
    option: CardId,
    criterion: CriterionId,
    likely: float | None,
    *,
    low: float | None = None,
    high: float | None = None,
    confidence: Confidence | None = None,
    perspective: PerspectiveId | None = None,
) -> None:
    """Judges an option on a criterion by hand, 0…100.

    Args:
        likely: None says "don't know": anything from 0 to 100.
        low: where given, with `high`, the range; it beats `confidence`.
        high: see `low`.
        confidence: how sure one is, where no range is given.
        perspective: whose score it is; None is the base, *My numbers*.
    """
    with document.transaction(say("step.set_score")):
        if perspective is not None:
            set_score_number(
                document, perspective, option, criterion, likely=likely, low=low, high=high, confidence=confidence
            )
            return
        document.change(
            _score(document, option, criterion),
            mode=ScoreMode.JUDGED,
            low=low,
            likely=likely,
            high=high,
            confidence=confidence,
        )


def set_score_mode(document: Document, option: CardId, criterion: CriterionId, mode: ScoreMode) -> None:
    """Lets a score be judged by hand or argued by the pros and cons of its cell; a judged number is kept.

    A cell that was argued and never judged is not scored once it is judged by hand: nobody has said "don't know".
    """
    with document.transaction(say("step.judge_by_hand" if mode is ScoreMode.JUDGED else "step.let_arguments_decide")):
        score = reads.score(document, option, criterion)
        never_judged = score == Score(score.id, option, criterion, ScoreMode.ARGUED) if score is not None else True
        if mode is ScoreMode.ARGUED:
            document.change(_score(document, option, criterion), mode=mode)
        elif score is not None and never_judged:
            document.delete(score)
        elif score is not None:
            document.change(score, mode=mode)


def set_score_note(document: Document, option: CardId, criterion: CriterionId, note: str) -> None:
    """Writes why an option was scored so."""
    with document.transaction(say("step.edit_score_note")):
        document.change(_score(document, option, criterion), note=note)


def clear_score(document: Document, option: CardId, criterion: CriterionId) -> None:
    """Makes a cell "not scored" again."""
    with document.transaction(say("step.clear_score")):
        score = reads.score(document, option, criterion)
        if score is not None:
            document.delete(score)


def set_fact(document: Document, option: CardId, name: str, value: str) -> None:
    """Writes a fact of an option (cost, timing, legal basis); an empty value takes it away.

    Its amount is read from the value; a text that is none has none. Amounts of one name are counted in one unit, so
    that those of the other options are read anew; one that cannot be compared there has none, and a text that is no
    amount keeps the one it has.
    """
    with document.transaction(say("step.set_fact")):
        existing = next((fact for fact in reads.facts(document, option) if fact.name == name), None)
        if not value:
            if existing is not None:
                document.delete(existing)
        elif existing is not None:
            document.change(existing, value=value, amount=None)
        else:
            document.add(Fact(FactId(document.new_id(Fact)), option, name, value))
        row = [
            fact
            for other in reads.options(document, document.get(Card, option).map)
            for fact in reads.facts(document, other.id)
            if reads.fact_key(fact.name) == reads.fact_key(name)
        ]
        language = reads.workbook(document).language
        amounts, _ = row_amounts([fact.value for fact in row], language)
        for fact, amount in zip(row, amounts, strict=True):
            if amount != fact.amount and read_amount(fact.value, language) is not None:
                document.change(fact, amount=amount)


def rename_fact(document: Document, map_id: MapId, name: str, new_name: str) -> None:
    """Gives a fact another name on every option of a map.

    Raises:
        RuleError: the new name is empty, or an option has a fact of that name already.
    """
    wanted = " ".join(new_name.split())
    if not wanted:
        raise RuleError(say("error.edits.fact_needs_name"), say("remedy.type_one_or_delete_fact"))
    with document.transaction(say("step.rename_fact")):
        for option in reads.options(document, map_id):
            facts = reads.facts(document, option.id)
            if wanted != name and any(fact.name == wanted for fact in facts):
                raise RuleError(say("error.edits.fact_exists"), say("remedy.choose_another_name"))
            for fact in facts:
                if fact.name == name:
                    document.change(fact, name=wanted)


def delete_fact(document: Document, map_id: MapId, name: str) -> None:
    """Takes a fact off every option of a map."""
    with document.transaction(say("step.delete_fact")):
        for option in reads.options(document, map_id):
            for fact in reads.facts(document, option.id):
                if fact.name == name:
                    document.delete(fact)


def _score(document: Document, option: CardId, criterion: CriterionId) -> Score:
    score = reads.score(document, option, criterion)
    if score is not None:
        return score
    return document.add(Score(ScoreId(document.new_id(Score)), option, criterion))
