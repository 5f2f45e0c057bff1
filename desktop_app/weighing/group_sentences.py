"""Comparisons and results of a group in words; disagreement always beside the result."""

from desktop_app.model.reads import Records, option_letters
from desktop_app.model.records import Card, Criterion
from desktop_app.weighing.group import Comparison, Difference, GroupResult, Subject, SubjectKind
from desktop_app.weighing.matrix import NumberKind
from desktop_app.weighing.results import Results
from desktop_app.weighing.sentences import argument_name, quoted
from desktop_app.wording.rounding import signed, whole

_SAID = 3


def subject_words(records: Records, results: Results, subject: Subject) -> str:
    """What a number is about: "how likely “X” is", "the score of C on Scope"."""
    if subject.kind is SubjectKind.PLAUSIBILITY and subject.card is not None:
        return f"how likely {quoted(records.get(Card, subject.card).text)} is"
    if subject.kind is SubjectKind.IMPORTANCE and subject.argument is not None:
        return f"how much {argument_name(records, subject.argument)} matters"
    assert subject.criterion is not None
    name = records.get(Criterion, subject.criterion).name
    if subject.card is None:
        return f"the weight of {name}"
    return f"the score of {option_letters(records, results.map)[subject.card]} on {name}"


def difference_sentence(records: Records, results: Results, difference: Difference) -> str:
    """Where somebody differs: "The weight of Scope: 40 instead of 20."."""
    words = subject_words(records, results, difference.subject)
    return f"{words[0].upper()}{words[1:]}: {whole(difference.theirs)} instead of {whole(difference.mine)}."


def comparison_sentences(records: Records, comparison: Comparison) -> tuple[str, ...]:
    """Who puts what first, and what people disagree about most."""
    if len(comparison.sheets) < 2:
        return ("There is one set of numbers; add a perspective to compare.",)
    letters = option_letters(records, comparison.sheets[0].results.map)
    said = []
    for sheet, ranks in zip(comparison.sheets, comparison.ranks, strict=True):
        firsts = [letters[option] for option, rank in zip(comparison.options, ranks, strict=True) if rank == 1]
        if firsts:
            said.append(f"{sheet.name}: {' and '.join(firsts)} first.")
    results = comparison.sheets[0].results
    for subject, spread in comparison.spreads[:_SAID]:
        known = [value for value in spread.values if value is not None]
        words = subject_words(records, results, subject)
        said.append(f"They differ about {words}: from {whole(min(known))} to {whole(max(known))}.")
    return tuple(said)


def group_sentence(records: Records, results: Results, found: GroupResult) -> str:
    """What a group comes to, and how many of it see it so."""
    letters = option_letters(records, results.map)
    firsts = [place for place, rank in enumerate(found.ranks) if rank == 1]
    if not firsts:
        return "Together they rank nothing yet: somebody misses a number."
    names = " and ".join(letters[found.options[place]] for place in firsts)
    value = found.values[firsts[0]] or 0.0
    is_leaning = found.number is NumberKind.LEANING and found.rule.value != "Borda"
    shown = signed(value) if is_leaning else str(whole(value))
    said = f"Together (by {found.rule.value}): {names} first, {shown}."
    if found.winner_spread is not None:
        said += f" It is first for {whole(100 * found.winner_spread)} % of them."
    if found.kendall_w is not None:
        said += f" Accord of their rankings: {found.kendall_w:.1f} of 1 (Kendall’s W)."
    return said
