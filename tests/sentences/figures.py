"""Judges what is said beside each number: totals and places, strengths of claims, what to look at again in a matrix."""

from collections.abc import Iterator
from fractions import Fraction

from desktop_app.model import reads
from desktop_app.model.document import Document
from desktop_app.model.records import Argument, Card, CardKind, Stance
from desktop_app.weighing.arguments.sentences import card_sentences, option_sentences
from desktop_app.weighing.criteria.findings import finding_sentences, review
from desktop_app.weighing.results import weigh
from desktop_app.wording.sentence import Sentence
from tests.sentences.leads import must
from tests.sentences.scoring import Scores, read_scores
from tests.sentences.strengths import Arguments
from tests.sentences.words import FalsehoodError, Read, Reader, is_rounded
from tests.sure import sure
from tests.weighing.maps import MAP

_TEMPLATES = (
    ("total", "Total {total:N}."),
    ("total.range", "Total {total:N}, between {low:N} and {high:N}."),
    ("total.open", "Total between {low:N} and {high:N}: scores are missing."),
    ("rank", "Ranked {place:E} of {count:N} that are scored."),
    ("rank", "Ranked between {best:E} and {worst:E} of {count:N} that are scored."),
    ("look.dominated.likely", "By the likely scores {worse:L} is never better than {better:L} on any criterion."),
    ("look.support.shared", "Among the least supported: {option:L} on {criterion:C}; {count:N} arguments speak to it."),
    ("look.support.shared", "Among the least supported: {option:L} on {criterion:C}; {one:N} argument speaks to it."),
    (
        "look.support.none.shared",
        "Among the least supported: {option:L} on {criterion:C}; no weighed argument speaks to it.",
    ),
    ("look.dominated", "{worse:L} is never better than {better:L} on any criterion."),
    ("look.red", "{option:L} on {criterion:C} is below the red line: {score:N}, and {line:N} is the least."),
    ("look.cons", "{option:L} on {criterion:C}: only cons, scored {score:N}."),
    ("look.pros", "{option:L} on {criterion:C}: only pros, scored {score:N}."),
    ("look.against", "{option:L} on {criterion:C}: its arguments point the other way, scored {score:N}."),
    ("look.support", "Least supported: {option:L} on {criterion:C}; {count:N} arguments speak to it."),
    ("look.support", "Least supported: {option:L} on {criterion:C}; {one:N} argument speaks to it."),
    ("look.support.none", "Least supported: {option:L} on {criterion:C}; no weighed argument speaks to it."),
    ("given", "Taken as given: arguments do not move it."),
    ("rejected", "Rejected: arguments do not move it."),
    ("strength", "Strength {strength:N} of 100."),
    ("strength.even", "Strength {strength:N} of 100, counted as even: how likely true it is has not been weighed."),
)
FIGURES = Reader(iter(_TEMPLATES))
_AGAINST = {"look.cons", "look.pros", "look.against"}
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def _read(sentence: Sentence) -> Read:
    found = FIGURES.read(str(sentence))
    must(sentence.key == found.key, f"{found.text!r} is {sentence.key}")
    return found


def judge_figures(document: Document) -> Iterator[Sentence]:
    """Totals, places and findings of a map with criteria.

    Raises:
        FalsehoodError: one of them is false, or left out.
    """
    scores, results = read_scores(document), weigh(document, MAP)
    for option, letter in reads.option_letters(document, MAP).items():
        said = option_sentences(results, option)
        must(bool(said) == (letter in scores.in_play), f"{letter}: a total is said of what is scored")
        must(len(said) != 1 or len(scores.in_play) == 1, f"{letter}: where several are scored, its place is said")
        for sentence in said:
            try:
                _judge_total(scores, letter, _read(sentence))
            except FalsehoodError as error:
                raise FalsehoodError(f"{letter}, {str(sentence)!r}: {error}") from error
        yield from said
    found = finding_sentences(document, results, review(document, results))
    _judge_findings(document, scores, [_read(sentence) for sentence in found])
    yield from found


def _judge_total(scores: Scores, option: str, read: Read) -> None:
    low, high = scores.totals[option]
    if read.key == "rank":
        best, worst = scores.ranks[option]
        told = (read["place"], read["place"]) if "place" in read.said else (read["best"], read["worst"])
        must(told == (_ordinal(best), _ordinal(worst)), f"it is between {best} and {worst}")
        must(read["count"] == str(len(scores.in_play)) != "1", f"{scores.in_play} are scored")
        return
    if scores.missing(option):
        must((read.key == "total.open") == ("low" in read.said), f"{scores.missing(option)} are missing")
        # Where both ends are shown as one number that number is the total.
        ends = (read["low"], read["high"]) if read.key == "total.open" else (read["total"], read["total"])
        must(is_rounded(ends[0], low) and is_rounded(ends[1], high), f"{float(low)} to {float(high)}")
        must(read.key == "total" or ends[0] != ends[1], "it is one number")
        return
    must(read.key != "total.open", "no score is missing")
    must(is_rounded(read["total"], low), f"it is {float(low)}")
    cells = [(w, scores.cells[option, k]) for k, w in scores.shares.items() if w > 0]
    bounds = [sum((w * getattr(cell, end) for w, cell in cells), Fraction(0)) for end in ("low", "high")]
    for name, end in zip(("low", "high"), bounds, strict=True):
        must(is_rounded(read.said.get(name, read["total"]), end), f"{name} is {float(end)}")


def _ordinal(place: int) -> str:
    return f"{place}{'th' if place % 100 in {11, 12, 13} else _ENDINGS.get(place % 10, 'th')}"


def _judge_findings(document: Document, scores: Scores, said: list[Read]) -> None:
    rows = {a: [scores.cells.get((a, k)) for k in scores.criteria] for a in scores.options}
    full = {a: [sure(cell).likely for cell in row] for a, row in rows.items() if all(cell is not None for cell in row)}
    dominated = {
        (worse, better)
        for worse, own in full.items()
        for better, other in full.items()
        if all(mine <= theirs for mine, theirs in zip(own, other, strict=True)) and own != other
    }
    told = {(read["worse"], read["better"]) for read in said if read.key.startswith("look.dominated")}
    for read in said:
        if read.key.startswith("look.dominated"):
            cells = [cell for (a, _), cell in scores.cells.items() if a in {read["worse"], read["better"]}]
            is_likely = any(cell.low != cell.high for cell in cells)
            must(read.key.endswith(".likely") == is_likely, f"{read.text!r}: whether a score has a range")
    must(told == dominated, f"dominated are {dominated}")
    under = {
        (a, k): cell.likely
        for (a, k), cell in scores.cells.items()
        if k in scores.red_lines and cell.likely < scores.red_lines[k]
    }
    red = {(read["option"], read["criterion"]): read for read in said if read.key == "look.red"}
    must(set(red) == set(under), f"below red lines are {list(under)}")
    for place, read in red.items():
        must(is_rounded(read["score"], under[place]), f"{place} is {float(under[place])}")
        must(is_rounded(read["line"], scores.red_lines[place[1]]), f"the line is {float(scores.red_lines[place[1]])}")
    against = _against(document, scores)
    told_against = {(read["option"], read["criterion"]): read for read in said if read.key in _AGAINST}
    must(set(told_against) == set(against), f"arguments are against {against}")
    for place, read in told_against.items():
        must(read.key == against[place], f"{place} is {against[place]}")
        must(is_rounded(read["score"], scores.cells[place].likely), read.text)
    _judge_support(document, scores, [read for read in said if read.key.startswith("look.support")])


def _against(document: Document, scores: Scores) -> dict[tuple[str, str], str]:
    """Judged scores on the other side of even than their arguments, and at least 20 from what these come to."""
    own, found = Arguments(document), {}
    letters = reads.option_letters(document, MAP)
    for option, letter in letters.items():
        for row in reads.criteria(document, MAP):
            place, strength = (letter, row.name), own.on_cell(option, row.id)
            if place in scores.argued or place not in scores.cells or strength is None:
                continue
            score, argued = float(scores.cells[place].likely), 100 * float(strength)
            if (score - 50) * (argued - 50) < 0 and abs(score - argued) >= 20 - 1e-9:
                every = reads.arguments_on(document, option)
                sides = {item.stance for item in every if item.criterion == row.id}
                lone = "look.pros" if sides == {Stance.SUPPORTS} else "look.cons"
                found[place] = lone if len(sides) == 1 else "look.against"
    return found


def _judge_support(document: Document, scores: Scores, said: list[Read]) -> None:
    letters = reads.option_letters(document, MAP)
    names = {item.id: item.name for item in reads.criteria(document, MAP)}
    count = {place: 0 for place in scores.cells if place[1] in scores.counted}
    for argument in document.all(Argument):
        if argument.criterion is not None and argument.importance is not None:
            place = letters[sure(argument.target_card)], names[argument.criterion]
            if place in count:
                count[place] += 1
    must(len(said) == bool(count), "one cell is least supported")
    for read in said:
        place = read["option"], read["criterion"]
        told = 0 if read.key.startswith("look.support.none") else int(read.said.get("count", read.said.get("one", "0")))
        must(count[place] == told == min(count.values()), f"{count}")
        is_shared = list(count.values()).count(told) > 1
        must(read.key.endswith(".shared") == is_shared, f"{read.text!r}: {count}")


def judge_claims(document: Document) -> Iterator[Sentence]:
    """The strength of every claim.

    Raises:
        FalsehoodError: one is false.
    """
    results, own = weigh(document, MAP), Arguments(document)
    for card in document.all(Card):
        if card.kind not in {CardKind.CLAIM, CardKind.EVIDENCE}:
            continue
        (sentence,) = card_sentences(results.cards[card.id])
        read = _read(sentence)
        if read.key in {"given", "rejected"}:
            must(card.plausibility == (1 if read.key == "given" else 0), f"{card.text} is {card.plausibility} likely")
            for argument in reads.arguments_on(document, card.id):
                tried = own.trying(matters={argument.id: 1.0}).strength(card)
                must(abs(float(tried) - sure(card.plausibility)) < 1e-9, f"{card.text} is moved by what is said of it")
        else:
            must((card.plausibility is None) == (read.key == "strength.even"), f"{card.text} is {card.plausibility}")
            must(is_rounded(read["strength"], 100 * float(own.strength(card))), f"{card.text}: {own.strength(card)}")
        yield sentence
