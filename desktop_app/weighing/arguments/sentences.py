"""What pros and cons come to, in sentences, for screens, briefs and the command line alike (DEPTH 1.5).

Never "probability"; leaning, strength and total always named (PRODUCT "What results say"). The words stand in
`wording.patterns`.
"""

from typing import Final

from desktop_app.model.ids import ArgumentId, CardId
from desktop_app.model.kinds import STATEMENTS
from desktop_app.model.reads import Records, arguments_on, premises_of
from desktop_app.model.records import Argument, Card, CardKind, Source, Stance
from desktop_app.weighing.arguments.explain import Explanation, Removal
from desktop_app.weighing.arguments.leaning_on import one_source
from desktop_app.weighing.arguments.methods import logistic
from desktop_app.weighing.arguments.shapley import Shares
from desktop_app.weighing.arguments.tipping_points import Sensitivity, TippingPoint, TurningKind
from desktop_app.weighing.criteria.totals import Rank, Total
from desktop_app.weighing.results import CardResult, Results
from desktop_app.wording.rounding import whole
from desktop_app.wording.sentence import Ordinal, Percent, Sentence, Signed, Value, Whole, say, text

_TURNINGS_SAID: Final = 2
_LONGEST_NAME: Final = 60


def weighed_sentence(weighed: int, total: int) -> Sentence:
    """How much of what is there counts: "3 of 13 weighed."."""
    return say("weighed", weighed=weighed, total=total)


def lean_sentence(leaning: float, evens: int) -> Sentence:
    """Which way and how far: "Leans for, +21 (2 claims counted as even)."; "Evenly balanced.".

    Args:
        leaning: -100…100.
        evens: how many claims that nobody has weighed take part.
    """
    rounded = whole(leaning)
    key = "lean.for" if rounded > 0 else "lean.against" if rounded < 0 else "lean.even"
    values: dict[str, Value] = {"leaning": Signed(leaning)} if rounded else {}
    return say(f"{key}.counted", count=evens, **values) if evens else say(key, **values)


def card_sentences(result: CardResult) -> tuple[Sentence, ...]:
    """What one card adds up to, and whether it is circular."""
    if result.strength is None:
        return (say("unstable"),)
    sentences = _card_sentences(result, result.strength)
    return (*sentences, say("circular")) if result.is_circular else sentences


def _card_sentences(result: CardResult, strength: float) -> tuple[Sentence, ...]:
    if result.is_locked:
        return (say("given" if strength == 1 else "rejected"),)
    if result.kind in {CardKind.QUESTION, CardKind.OPTION}:
        if result.leaning is None:
            return (say("lean.unweighed" if result.total else "lean.nothing"),)
        return lean_sentence(result.leaning, evens=0), weighed_sentence(result.weighed, result.total)
    return (say("strength" if result.is_plausibility_weighed else "strength.even", strength=Whole(100 * strength)),)


def explanation_sentences(records: Records, results: Results, explanation: Explanation) -> tuple[Sentence, ...]:
    """Which way a card leans, what it hangs on, what would turn it, and whether it wins by number or one source."""
    card = results.cards[explanation.card]
    if explanation.leaning is None:
        return card_sentences(card)
    sentences = [lean_sentence(explanation.leaning, explanation.evens), weighed_sentence(card.weighed, card.total)]
    if card.is_circular:
        sentences.append(say("circular"))
    turn = turning_sentence(records, explanation) if whole(explanation.leaning) != 0 else None
    if explanation.removals and whole(explanation.removals[0].difference) != 0:
        without = removal_sentence(records, explanation.removals[0])
        # That it would stand even without an argument is said once.
        if turn is None or turn.key != "turn.even" or turn.values["argument"] != without.values["argument"]:
            sentences.append(without)
    if turn is not None:
        sentences.append(turn)
    if explanation.number is not None:
        key = "number.pros" if explanation.leaning > 0 else "number.cons"
        heaviest = argument_name(records, explanation.number.heaviest)
        sentences.append(say(key, count=explanation.number.needed, heaviest=heaviest))
    for side in one_source(records, results, explanation.card):
        key = "source.pros" if side.stance is Stance.SUPPORTS else "source.cons"
        source = records.get(Source, side.source).key
        sentences.append(say(key, count=side.count, total=side.total, source=source))
    return tuple(sentences)


def removal_sentence(records: Records, removal: Removal) -> Sentence:
    """What the result would be without an argument."""
    return say("without", argument=argument_name(records, removal.argument), result=_would(removal.leaning_without))


def turning_sentence(records: Records, explanation: Explanation) -> Sentence:
    """The smallest single changes that would turn the result, or that none does."""
    if not explanation.tipping_points:
        even = next((item for item in explanation.removals if whole(item.leaning_without) == 0), None)
        if even is None:
            return say("turn.none")
        return say("turn.even", argument=argument_name(records, even.argument))
    change_by_card: dict[CardId, Sentence] = {}
    for item in explanation.tipping_points:
        # The easiest way each claim could turn it; another number of the same claim adds little.
        change_by_card.setdefault(_subject(records, item), _turn(records, item))
    first, *others = list(change_by_card.values())[:_TURNINGS_SAID]
    return say("turn.two", change=first, other=others[0]) if others else say("turn", change=first)


def sensitivity_sentence(
    records: Records, results: Results, card: CardId, sensitivities: tuple[Sensitivity, ...]
) -> Sentence:
    """Which number a result is most sensitive to, and what another value of it would make of the result."""
    now, is_claim = results.cards[card].leaning, results.cards[card].kind in STATEMENTS
    # A claim has a strength, which is 50 where it is even.
    shown = (lambda leaning: whole(50 + leaning / 2)) if is_claim else whole
    if not sensitivities or now is None or shown(sensitivities[0].leaning_then) == shown(now):
        return say("sensitive.none")
    first = sensitivities[0]
    then = first.leaning_then
    result = say("would.strength", strength=Whole(50 + then / 2)) if is_claim else _would(then)
    if first.card is not None:
        name = quoted(records.get(Card, first.card).text)
        return say("sensitive.likely", claim=name, tried=Percent(first.tried), now=Percent(first.now), result=result)
    assert first.argument is not None
    name = argument_name(records, first.argument)
    values = {"tried": Whole(100 * first.tried), "now": Whole(100 * first.now)}
    return say("sensitive.matters", argument=name, result=result, **values)


def shares_sentence(records: Records, shares: Shares) -> Sentence:
    """Whose share in a result is largest, of all that rests on it."""
    if not shares.shares:
        return say("shares.none")
    first = shares.shares[0]
    return say("shares", argument=argument_name(records, first.argument), leaning=Signed(first.leaning))


def bridge_sentence(points: float) -> Sentence:
    """What points of the log-odds balance would do alone: 100/(1+e^(−p/100)), and the leaning 100·tanh(p/200)."""
    strength = logistic(points / 100)
    values: dict[str, Value] = {
        "points": Signed(points),
        "strength": Whole(100 * strength),
        "leaning": Signed(100 * (2 * strength - 1)),
    }
    return say("chart.bridge" if points >= 0 else "chart.bridge.lower", **values)


def total_sentence(total: Total) -> Sentence:
    """A weighted total, with its range where there is one: "Total 69, between 54 and 81."."""
    if total.likely is None:
        if whole(total.least) == whole(total.most):
            return say("total", total=Whole(total.least))
        return say("total.open", low=Whole(total.least), high=Whole(total.most))
    low, high = whole(total.low), whole(total.high)
    if low == high:
        return say("total", total=Whole(total.likely))
    return say("total.range", total=Whole(total.likely), low=low, high=high)


def option_sentences(results: Results, option: CardId) -> tuple[Sentence, ...]:
    """An option's total, and its place among those that have one; nothing where it has no total."""
    result = results.options[option]
    if result.total is None:
        return ()
    sentence = total_sentence(result.total)
    scored = sum(other.total is not None for other in results.options.values())
    if result.rank is None or scored < 2:
        return (sentence,)
    return sentence, say("rank", place=_place(result.rank), count=scored)


def rank_words(rank: Rank) -> str:
    """A place: "1st", or "between 1st and 3rd" where missing scores leave it open."""
    return text("place", place=_place(rank))


def argument_name(records: Records, argument: ArgumentId) -> str:
    """An argument by the words of its premises, in quotation marks, shortened.

    Where the same claims are used twice on one card: "“P” (its 2nd use)".
    """
    name = quoted(argument_text(records, argument))
    own = records.get(Argument, argument)
    if own.target_card is None:
        return name
    premises = _premises(records, argument)
    uses = [item.id for item in arguments_on(records, own.target_card) if _premises(records, item.id) == premises]
    if len(uses) < 2:
        return name
    return text("name.use", name=name, use=Ordinal(1 + uses.index(argument)))


def quoted(text: str) -> str:
    """A text on one line in quotation marks, shortened at a word."""
    flat = " ".join(text.split()).rstrip(".")
    if len(flat) > _LONGEST_NAME:
        flat = flat[:_LONGEST_NAME].rsplit(" ", 1)[0] + "…"
    return f"\N{LEFT DOUBLE QUOTATION MARK}{flat}\N{RIGHT DOUBLE QUOTATION MARK}"


def argument_text(records: Records, argument: ArgumentId) -> str:
    """The words of an argument's premises."""
    return " & ".join(records.get(Card, premise.card).text for premise in premises_of(records, argument))


def _premises(records: Records, argument: ArgumentId) -> frozenset[CardId]:
    return frozenset(premise.card for premise in premises_of(records, argument))


def _place(rank: Rank) -> Value:
    if rank.is_certain:
        return Ordinal(rank.best)
    return say("rank.open", best=Ordinal(rank.best), worst=Ordinal(rank.worst))


def _would(leaning: float) -> Sentence:
    return say("would.lean", leaning=Signed(leaning)) if whole(leaning) else say("would.even")


def _subject(records: Records, turning: TippingPoint) -> CardId:
    """The claim whose number a turning changes; for an argument its first premise."""
    if turning.card is not None:
        return turning.card
    assert turning.argument is not None
    return premises_of(records, turning.argument)[0].card


def _turn(records: Records, turning: TippingPoint) -> Sentence:
    rises = turning.needed > turning.now
    if turning.kind is TurningKind.PLAUSIBILITY:
        assert turning.card is not None
        name = quoted(records.get(Card, turning.card).text)
        key = "turn.rises" if rises else "turn.falls"
        return say(key, claim=name, now=Percent(turning.now), needed=Percent(turning.needed))
    assert turning.argument is not None
    name = argument_name(records, turning.argument)
    key = "turn.more" if rises else "turn.less"
    return say(key, argument=name, needed=Whole(100 * turning.needed), now=Whole(100 * turning.now))
