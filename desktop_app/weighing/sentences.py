"""Results in words, for screens, briefs and the command line alike: no number stands without its sentence.

Never "probability"; whole numbers; leaning, strength and total always named (PRODUCT "What results say").
"""

from typing import Final

from desktop_app.model.ids import ArgumentId, CardId
from desktop_app.model.reads import Records, premises_of
from desktop_app.model.records import Card, CardKind
from desktop_app.weighing.criteria import Rank, Total
from desktop_app.weighing.explain import Explanation, Removal
from desktop_app.weighing.results import CardResult, Results
from desktop_app.weighing.shapley import Shares
from desktop_app.weighing.turning import Sensitivity, Turning, TurningKind
from desktop_app.wording.rounding import percent, signed, whole

_LONGEST_NAME: Final = 60
_TURNINGS_SAID: Final = 2
NO_STABLE_RESULT: Final = "No stable result: arguments run in a loop here and do not settle."
CIRCULAR: Final = "Circular: arguments run in a loop here."


def weighed_sentence(weighed: int, total: int) -> str:
    """How much of what is there counts: "3 of 13 weighed."."""
    return f"{weighed} of {total} weighed."


def leaning_words(leaning: float) -> str:
    """Which way and how far: "Leans for, +21"; "Evenly balanced"."""
    rounded = whole(leaning)
    if rounded == 0:
        return "Evenly balanced"
    return f"Leans {'for' if rounded > 0 else 'against'}, {signed(leaning)}"


def card_sentence(result: CardResult) -> str:
    """What one card adds up to, in one sentence, and whether it is circular."""
    if result.strength is None:
        return NO_STABLE_RESULT
    said = _card_words(result, result.strength)
    return f"{said} {CIRCULAR}" if result.is_circular else said


def _card_words(result: CardResult, number: float) -> str:
    if result.is_locked:
        taken = "Taken as given" if number == 1 else "Rejected"
        return f"{taken}: arguments do not move it."
    if result.kind in {CardKind.QUESTION, CardKind.OPTION}:
        if result.leaning is None:
            return "Not weighed yet." if result.total else "Nothing is said for or against it yet."
        return f"{leaning_words(result.leaning)}. {weighed_sentence(result.weighed, result.total)}"
    strength = f"Strength {whole(100 * number)} of 100"
    if not result.is_plausibility_weighed:
        strength += ", counted as even: how likely true it is has not been weighed"
    return f"{strength}."


def explanation_sentences(records: Records, results: Results, explanation: Explanation) -> tuple[str, ...]:
    """Which way a card leans, what it hangs on most, and what would turn it."""
    card = results.cards[explanation.card]
    if explanation.leaning is None:
        return (card_sentence(card),)
    said = [f"{leaning_words(explanation.leaning)}. {weighed_sentence(card.weighed, card.total)}"]
    if card.is_circular:
        said.append(CIRCULAR)
    if explanation.removals and whole(explanation.removals[0].difference) != 0:
        said.append(removal_sentence(records, explanation.removals[0]))
    if whole(explanation.leaning) != 0:
        said.append(turning_sentence(records, explanation.turnings))
    return tuple(said)


def removal_sentence(records: Records, removal: Removal) -> str:
    """What the result would be without an argument."""
    name = argument_name(records, removal.argument)
    return f"Without {name} it would {_lean(removal.leaning_without)}."


def turning_sentence(records: Records, turnings: tuple[Turning, ...]) -> str:
    """The smallest single changes that would turn the result, or that none does."""
    if not turnings:
        return "No single change turns it."
    said: dict[CardId, str] = {}
    for item in turnings:
        # The easiest way each claim could turn it; another number of the same claim adds little.
        said.setdefault(_subject(records, item), _turning_words(records, item))
    return f"It turns if {', or if '.join(list(said.values())[:_TURNINGS_SAID])}."


def sensitivity_sentence(records: Records, found: tuple[Sensitivity, ...]) -> str:
    """Which number a result is most sensitive to, and what another value of it would make of the result."""
    if not found:
        return "No single number moves it."
    first = found[0]
    would = f"it would {_lean(first.leaning_then)}"
    if first.kind is TurningKind.PLAUSIBILITY:
        name = quoted(records.get(Card, first.card or CardId(0)).text)
        what = f"how likely {name} is: at {percent(first.tried)} instead of {percent(first.now)}"
    else:
        name = argument_name(records, first.argument or ArgumentId(0))
        now, tried = whole(100 * first.now), whole(100 * first.tried)
        what = f"how much {name} matters: with {tried} of 100 instead of {now}"
    return f"Most sensitive to {what} {would}."


def shares_sentence(records: Records, shares: Shares) -> str:
    """Whose share in a result is largest, of all that rests on it."""
    if not shares.shares:
        return "Nothing below it is weighed."
    first = shares.shares[0]
    return f"The largest share is that of {argument_name(records, first.argument)}: {signed(first.leaning)} of leaning."


def total_sentence(total: Total) -> str:
    """A weighted total, with its range where there is one: "Total 69, between 54 and 81."."""
    if total.likely is None:
        return f"Total between {whole(total.least)} and {whole(total.most)}: scores are missing."
    low, high = whole(total.low), whole(total.high)
    if low == high:
        return f"Total {whole(total.likely)}."
    return f"Total {whole(total.likely)}, between {low} and {high}."


def rank_words(rank: Rank) -> str:
    """A place: "1st", or "between 1st and 3rd" where missing scores leave it open."""
    if rank.is_certain:
        return _ordinal(rank.best)
    return f"between {_ordinal(rank.best)} and {_ordinal(rank.worst)}"


def argument_name(records: Records, argument: ArgumentId) -> str:
    """An argument by the words of its premises, in quotation marks, shortened."""
    texts = [records.get(Card, premise.card).text for premise in premises_of(records, argument)]
    return quoted(" & ".join(texts))


def quoted(text: str) -> str:
    """A text on one line in quotation marks, shortened at a word."""
    flat = " ".join(text.split()).rstrip(".")
    if len(flat) > _LONGEST_NAME:
        flat = flat[:_LONGEST_NAME].rsplit(" ", 1)[0] + "…"
    return f"\N{LEFT DOUBLE QUOTATION MARK}{flat}\N{RIGHT DOUBLE QUOTATION MARK}"


def _lean(leaning: float) -> str:
    return f"lean {signed(leaning)}" if whole(leaning) else "be evenly balanced"


def _subject(records: Records, turning: Turning) -> CardId:
    """The claim whose number a turning changes; for an argument its first premise."""
    if turning.card is not None:
        return turning.card
    return premises_of(records, turning.argument or ArgumentId(0))[0].card


def _turning_words(records: Records, turning: Turning) -> str:
    if turning.kind is TurningKind.PLAUSIBILITY:
        name = quoted(records.get(Card, turning.card or CardId(0)).text)
        verb = "rises" if turning.needed > turning.now else "falls"
        return f"{name} {verb} from {percent(turning.now)} to {percent(turning.needed)} likely true"
    name = argument_name(records, turning.argument or ArgumentId(0))
    verb = "more" if turning.needed > turning.now else "less"
    now, needed = whole(100 * turning.now), whole(100 * turning.needed)
    return f"{name} matters {verb}: {needed} of 100 instead of {now}"


def _ordinal(place: int) -> str:
    if place % 100 in {11, 12, 13}:
        return f"{place}th"
    return f"{place}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(place % 10, 'th') }"
