"""The numbers in force for everybody, by the rules of who says what, and who puts what first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from desktop_app.model import reads
from desktop_app.model.document import Document
from desktop_app.model.records import Criterion, Override, Perspective, PerspectiveKind, WeightFrom
from tests.sentences.scoring import Scores, ranks_of, read_scores
from tests.sure import sure
from tests.weighing.maps import MAP

Ends = tuple[Fraction, Fraction]
ANYTHING: Ends = (Fraction(0), Fraction(100))


@dataclass(kw_only=True)
class Somebody:
    """One perspective, or the map itself.

    Attributes:
        is_somebody: it holds a number.
        share: its part in what a group comes to.
    """

    name: str
    kind: PerspectiveKind | None
    is_somebody: bool = True
    share: Fraction = Fraction(1)

    @property
    def is_person(self) -> bool:
        return self.is_somebody and self.kind in {None, PerspectiveKind.PERSON}


@dataclass(kw_only=True)
class Sheet(Somebody):
    """The scores and weights in force for one.

    Attributes:
        shares: of the criteria; None where they are missing.
        touches_weights: somebody set one of them, be it not all.
        gave: the cells of which this one itself gave a number.
        gave_weights: whether this one itself gave a weight.
    """

    cells: dict[tuple[str, str], Fraction]
    shares: dict[str, Fraction] | None
    touches_weights: bool = False
    gave: frozenset[tuple[str, str]] = frozenset()
    gave_weights: bool = False

    @property
    def says_weights(self) -> bool:
        """All weights were set by somebody, and do not merely count alike."""
        return self.touches_weights and self.shares is not None

    def ends(self, option: str, criteria: Sequence[str]) -> Ends | None:
        """What an option may come to here; None where nothing is known of it."""
        known = {k: self.cells.get((option, k)) for k in criteria}
        if self.shares is None:
            if all(value is None for value in known.values()):
                return None
            low = min(Fraction(0) if value is None else value for value in known.values())
            return low, max(Fraction(100) if value is None else value for value in known.values())
        counted = {k: w for k, w in self.shares.items() if w > 0}
        if all(known[k] is None for k in counted):
            return None
        low = sum((w * (known[k] or Fraction(0)) for k, w in counted.items()), Fraction(0))
        missing = sum((w for k, w in counted.items() if known[k] is None), Fraction(0))
        return low, low + 100 * missing


def read_people(document: Document) -> tuple[Scores, list[Sheet]]:
    """The map's own sheet, then every perspective, by the rules of who says what."""
    scores = read_scores(document)
    letters = reads.option_letters(document, MAP)
    own = {place: cell.likely for place, cell in scores.cells.items()}
    given: dict[int, dict[tuple[str, str], Fraction | None]] = {}
    raw: dict[int, dict[str, Fraction]] = {}
    for item in document.all(Override):
        name = document.get(Criterion, sure(item.criterion)).name
        value = None if item.likely is None else Fraction(item.likely)
        if item.option is None:
            raw.setdefault(item.perspective, {})[name] = sure(value)
        else:
            given.setdefault(item.perspective, {})[letters[item.option], name] = value
    people = [p for p in reads.perspectives(document, MAP) if p.kind is PerspectiveKind.PERSON]
    asked = {place for p in people for place in given.get(p.id, {})}
    are_weights_asked = any(p.id in raw for p in people)
    rows = reads.criteria(document, MAP)
    is_recorded = any(item.weight_from is not WeightFrom.NOT_RECORDED for item in rows)
    are_weights_set = is_recorded or len({item.weight for item in rows}) > 1
    base = scores.shares if are_weights_set or not are_weights_asked else None
    is_somebody = bool(own) or are_weights_set
    sheets = [Sheet(name="My numbers", kind=None, is_somebody=is_somebody, cells=own, shares=base)]
    sheets[0].touches_weights = sheets[0].gave_weights = are_weights_set
    sheets[0].gave = frozenset(own)
    for p in reads.perspectives(document, MAP):
        sheets.append(_sheet(p, scores, own, given.get(p.id, {}), raw.get(p.id), asked, are_weights_asked, is_somebody))
        sheets[-1].touches_weights = p.id in raw or are_weights_set
        sheets[-1].gave = frozenset(place for place, value in given.get(p.id, {}).items() if value is not None)
        sheets[-1].gave_weights = p.id in raw
    return scores, sheets


def _sheet(
    p: Perspective,
    scores: Scores,
    own: Mapping[tuple[str, str], Fraction],
    given: Mapping[tuple[str, str], Fraction | None],
    raw: Mapping[str, Fraction] | None,
    asked: set[tuple[str, str]],
    are_weights_asked: bool,  # one of the rules
    is_map_somebody: bool,  # it holds numbers of its own
) -> Sheet:
    is_person = p.kind is PerspectiveKind.PERSON
    cells = {place: value for place, value in own.items() if not (is_person and place in asked) and place not in given}
    cells |= {place: value for place, value in given.items() if value is not None}
    is_whole = raw is not None and set(raw) == set(scores.criteria)
    if is_person and are_weights_asked and not is_whole:
        shares = None  # a ballot that leaves one weight out has none
    elif raw is not None:
        known = {k: raw.get(k, w) for k, w in scores.raw.items()}
        shares = {k: w / sum(known.values()) if any(known.values()) else Fraction(0) for k, w in known.items()}
    else:
        shares = scores.shares
    expects = p.kind is PerspectiveKind.SCENARIO and is_map_somebody
    is_somebody = expects or bool(given) or raw is not None
    share = Fraction(p.share)
    return Sheet(name=p.name, kind=p.kind, is_somebody=is_somebody, share=share, cells=cells, shares=shares)


def pool(said: Sequence[tuple[Fraction, Fraction]], *, is_median: bool) -> Fraction:
    """The mean or the median of values by the shares of who gave them; all count alike where nobody has a share."""
    whole = sum((share for _, share in said), Fraction(0))
    given = [(value, share) for value, share in said if share] if whole else [(value, Fraction(1)) for value, _ in said]
    half = sum((share for _, share in given), Fraction(0)) / 2
    if not is_median:
        return sum((value * share for value, share in given), Fraction(0)) / (2 * half)
    values = {value for value, _ in given}
    low = min(v for v in values if sum(share for value, share in given if value <= v) >= half)
    high = max(v for v in values if sum(share for value, share in given if value >= v) >= half)
    return (low + high) / 2


class Table:
    """Some sheets over the options that any of them knows something of.

    Attributes:
        anything: what an option comes to for one who says nothing of it.
        known: by sheet, then option: what it may come to; None where nothing is known of it.
    """

    def __init__(self, rows: Sequence[tuple[Somebody, Mapping[str, Ends | None]]], anything: Ends = ANYTHING) -> None:
        self.anything = anything
        self.sheets = [sheet for sheet, _ in rows]
        options = list(rows[0][1]) if rows else []
        self.options = [a for a in options if any(row[a] is not None for _, row in rows)]
        self.outside = [a for a in options if a not in self.options]
        self.known = [{a: row[a] for a in self.options} for _, row in rows]

    @property
    def is_of_leanings(self) -> bool:
        """Whether options are compared by leanings."""
        return self.anything != ANYTHING

    def ranks(self, place: int) -> dict[str, tuple[int, int]]:
        return ranks_of({a: ends or self.anything for a, ends in self.known[place].items()})

    def firsts(self) -> tuple[dict[str, int], int, int]:
        """How many put each first alone, how many have several level, and for how many it is open."""
        alone, level, still_open = dict.fromkeys(self.options, 0), 0, 0
        for place in range(len(self.sheets)):
            ranks = self.ranks(place)
            may = [a for a in self.options if ranks[a][0] == 1]
            sure = [a for a in may if ranks[a][1] == 1]
            is_compared = len(self.options) > 1 and any(self.known[place].values())
            if not is_compared or sure != may:
                still_open += 1
            elif len(sure) == 1:
                alone[sure[0]] += 1
            else:
                level += 1
        return alone, level, still_open


def scored_table(scores: Scores, sheets: Sequence[Sheet]) -> Table:
    """What options come to for all of some that hold numbers, by totals."""
    counted = [sheet for sheet in sheets if sheet.is_somebody]
    return Table([(sheet, {a: sheet.ends(a, scores.criteria) for a in scores.options}) for sheet in counted])
