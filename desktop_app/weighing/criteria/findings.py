"""What a look over a criteria map finds: dominance, red lines, stale weights, cells without or against arguments.

Flags and lists only; none of them changes a total.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.model.ids import CardId, CriterionId
from desktop_app.model.reads import Records, criteria, option_letters
from desktop_app.model.records import Criterion
from desktop_app.weighing.criteria.matrix import CellKey
from desktop_app.weighing.criteria.totals import NOISE
from desktop_app.weighing.results import Results
from desktop_app.wording.rounding import tenth
from desktop_app.wording.sentence import Sentence, Tenth, Whole, say


@dataclass(frozen=True, slots=True)
class Dominance:
    """An option that another equals or beats on every criterion, and beats on one at least."""

    better: CardId
    worse: CardId


@dataclass(frozen=True, slots=True)
class Findings:
    """What stands out; every list in the order of options, then criteria.

    Attributes:
        dominances: by likely scores; pairs with a missing score are passed over.
        below_red_line: cells under their criterion's least acceptable score.
        not_scored: cells without a score, or with "don't know".
        without_arguments: scored cells to which no weighed argument speaks.
        least_supported: the scored cell with the fewest weighed arguments; of several, that whose criterion weighs
            most, then the first. None without a scored cell that counts.
        against_arguments: judged scores that contradict their arguments.
        stale: criteria whose scale changed after their weight was given.
    """

    dominances: tuple[Dominance, ...]
    below_red_line: tuple[CellKey, ...]
    not_scored: tuple[CellKey, ...]
    without_arguments: tuple[CellKey, ...]
    least_supported: CellKey | None
    against_arguments: tuple[CellKey, ...]
    stale: tuple[CriterionId, ...]


def review(records: Records, results: Results) -> Findings:
    """Looks over the matrix of a map."""
    cells = results.cells
    columns = criteria(records, results.map)
    rows = {
        option: [cells[option, criterion.id].score for criterion in columns] for option in results.options if columns
    }
    known = {
        option: [score.likely for score in row if score is not None]
        for option, row in rows.items()
        if all(score is not None for score in row)
    }
    return Findings(
        dominances=tuple(
            Dominance(better, worse) for worse in known for better in known if dominates(known[better], known[worse])
        ),
        below_red_line=tuple(key for key, cell in cells.items() if cell.below_red_line),
        not_scored=tuple(key for key, cell in cells.items() if cell.score is None),
        without_arguments=tuple(key for key, cell in cells.items() if cell.score is not None and not cell.weighed),
        least_supported=min(
            (key for key, cell in cells.items() if cell.score is not None and results.weights[key[1]] > 0),
            key=lambda key: (cells[key].weighed, -results.weights[key[1]]),
            default=None,
        ),
        against_arguments=tuple(key for key, cell in cells.items() if cell.disagrees),
        stale=tuple(criterion.id for criterion in columns if criterion.stale),
    )


def dominates(better: Sequence[float], worse: Sequence[float]) -> bool:
    """Whether one row is at least as good everywhere and better somewhere."""
    pairs = list(zip(better, worse, strict=True))
    return all(one >= other - NOISE for one, other in pairs) and any(one > other + NOISE for one, other in pairs)


def finding_sentences(records: Records, results: Results, findings: Findings) -> tuple[Sentence, ...]:
    """Each finding in a sentence, options by their letters."""
    letters = option_letters(records, results.map)

    ranged = {
        option for (option, _), cell in results.cells.items() if cell.score is not None and not cell.score.is_certain
    }

    def cell_name(key: CellKey) -> Sentence:
        return say("cell", option=letters[key[0]], criterion=records.get(Criterion, key[1]).name)

    sentences = [
        say(
            "look.dominated.likely" if {item.worse, item.better} & ranged else "look.dominated",
            worse=letters[item.worse],
            better=letters[item.better],
        )
        for item in findings.dominances
    ]
    for key in findings.below_red_line:
        score, line = results.cells[key].score, records.get(Criterion, key[1]).red_line
        assert score is not None
        assert line is not None
        sentences.append(say("look.red", cell=cell_name(key), score=_plain(score.likely), line=_plain(line)))
    for key in findings.against_arguments:
        cell = results.cells[key]
        assert cell.score is not None
        kind = "look.cons" if not cell.pros else "look.pros" if not cell.cons else "look.against"
        sentences.append(say(kind, cell=cell_name(key), score=Whole(cell.score.likely)))
    if findings.least_supported is not None:
        count = results.cells[findings.least_supported].weighed
        kind = "look.support" if count else "look.support.none"
        alike = [
            key
            for key, cell in results.cells.items()
            if cell.score is not None and results.weights[key[1]] > 0 and cell.weighed == count
        ]
        kind += ".shared" if len(alike) > 1 else ""
        sentences.append(say(kind, cell=cell_name(findings.least_supported), count=count))
    sentences += [say("look.stale", criterion=records.get(Criterion, criterion).name) for criterion in findings.stale]
    return tuple(sentences)


def _plain(score: float) -> Whole | Tenth:
    """A score with a decimal where it has one, so that it never reads as the line it misses."""
    return Whole(score) if tenth(score).endswith(".0") else Tenth(score)
