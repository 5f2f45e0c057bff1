"""Judges the charts of a brief: what each bar is of, that bars add up to what is said, and what drawn charts say."""

import itertools
import math
import re
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction

from desktop_app.briefing.content.parts import BriefChart, BriefPicture, ChartsPart, PointSide
from desktop_app.model import reads
from desktop_app.model.document import Document
from desktop_app.model.ids import CardId
from desktop_app.model.records import CardKind
from desktop_app.weighing.results import weigh
from desktop_app.weighing.robustness.report import report
from tests.sentences.argument_words import ARGUMENTS
from tests.sentences.leads import must
from tests.sentences.leanings import Leaning
from tests.sentences.scoring import Scores
from tests.sentences.turns import clauses_of, judge_ends, turns_of
from tests.sentences.ways import judge_bridge
from tests.sentences.words import MINUS, TOTALS, FalsehoodError, is_rounded, listed, number, whole
from tests.sure import sure
from tests.weighing.maps import MAP

MOST_BARS = 10
LONGEST = 400
_NOISE = 1e-6
_MORE = re.compile(r"(\d+) more together")
_PAIR = re.compile(r"([A-Z]{1,2}) against ([A-Z]{1,2}): what each criterion adds to the difference, in points")
_TRIALS = re.compile(
    r"First in so many of 100 trials that vary the weights"
    r"( and the doubtful scores within their ranges)?\."
)
_POINTS = re.compile(r"What each pro and con adds(?: to ([A-Z]+))?, in (points on the balance|shares of the leaning)")
_SWEEP = re.compile(r"If only the weight of (K\d+) changed: the total of each option\.(?: .*)?")
_DOUBT = re.compile(
    r"How far doubt about each score moves (?:the lead of (\w+) over (\w+)|(\w+) against (\w+)), in points\."
    r"(?: The (\d+) widest of (\d+)\.)?(?: .*)?"
)
_N = rf"[+{MINUS}]?\d+"


def judge_charts(document: Document, scores: Scores, part: ChartsPart) -> Iterator[str]:
    """Every chart and every drawn one that the ranking hangs on; and that none is left out that is due.

    Raises:
        FalsehoodError: something on one of them is false.
    """
    kinds: Mapping[re.Pattern[str], Callable[[Document, Scores, BriefChart, re.Match[str]], None]] = {
        _PAIR: _judge_pair,
        _TRIALS: _judge_trials,
        _POINTS: _judge_points,
    }
    met = []
    for chart in part.charts:
        found = [(pattern, match) for pattern in kinds if (match := pattern.fullmatch(chart.title))]
        must(len(found) == 1, f"{chart.title!r} cannot be read")
        pattern, match = found[0]
        met.append(pattern)
        try:
            kinds[pattern](document, scores, chart, match)
            _judge_alt(chart)
        except FalsehoodError as error:
            raise FalsehoodError(
                f"{chart.title!r}, {[(bar.label, bar.number) for bar in chart.bars]}: {error}"
            ) from error
        yield chart.title
    is_compared = len(scores.in_play) > 1
    pair = [scores.first, sure(scores.rival)] if is_compared else []
    is_certain = is_compared and not any(map(scores.missing, pair))
    must(met.count(_PAIR) == is_certain, "the first and its rival are drawn where neither misses a score")
    must(met.count(_TRIALS) == (is_compared and len(scores.counted) > 1), "trials are drawn where weights can vary")
    _judge_heaviest(document, part)
    drawn = []
    for picture in part.pictures:
        try:
            drawn.append(_judge_picture(scores, picture))
        except FalsehoodError as error:
            raise FalsehoodError(f"{picture.alt!r}: {error}") from error
        yield picture.title
    must(len(set(drawn)) == len(drawn), f"{drawn}: one is drawn twice")
    spans = [high - low for k in scores.criteria if is_compared for low, high in (_moved(scores, k, *pair),)]
    is_doubted = any(whole(span) for span in spans)
    must(not part.pictures or ("doubt" in drawn) == is_doubted, f"doubt is drawn where there is any: {is_doubted}")


def _judge_heaviest(document: Document, part: ChartsPart) -> None:
    """The sentence of the heaviest point is that of the longest bar, and the note of the chart is of it, too."""
    read = [ARGUMENTS.read(text) for text in part.sentences if text.startswith("The heaviest point ")]
    drawn = [(chart, found) for chart in part.charts if (found := _POINTS.fullmatch(chart.title))]
    charts = []
    for chart, found in drawn:
        lengths = sorted((abs(bar.value) for bar in chart.bars if not _MORE.fullmatch(bar.label)), reverse=True)
        # Of two as heavy none is the heaviest.
        if len(lengths) == 1 or lengths[0] - lengths[1] >= 1 - _NOISE:
            charts.append((chart, found))
        elif "alone would" in chart.note:
            judge_bridge(Leaning(document, _card_of(document, found)), ARGUMENTS.read(chart.note))
    must(len(read) == len(charts) or not part.charts, f"{read}: one chart has a heaviest point")
    for item, (chart, found) in zip(read, charts, strict=False):
        must(item.said.get("option") == found[1], f"{item.text!r}: it is of another")
        must(item.key.startswith("heaviest.share") == found[2].startswith("shares"), f"{item.text!r}: the unit")
        longest = max(abs(bar.value) for bar in chart.bars if not _MORE.fullmatch(bar.label))
        fit = [
            bar for bar in chart.bars if f"“{bar.label}”" == item["argument"] and is_rounded(item["points"], bar.value)
        ]
        must(any(abs(abs(bar.value) - longest) < _NOISE for bar in fit), f"{item.text!r}: {chart.alt}")
        if "alone would" in chart.note:
            judge_bridge(Leaning(document, _card_of(document, found)), ARGUMENTS.read(chart.note))


def _card_of(document: Document, found: re.Match[str]) -> CardId:
    """The option that a chart of pros and cons names, or the only question they speak to."""
    letters = {letter: option for option, letter in reads.option_letters(document, MAP).items()}
    if found[1]:
        return letters[found[1]]
    questions = [item.id for item in reads.cards(document, MAP) if item.kind is CardKind.QUESTION]
    (card,) = [item for item in questions if Leaning(document, item).direct]
    return card


def _judge_alt(chart: BriefChart) -> None:
    """Who cannot see it reads all bars, or as many as there is room for."""
    whole = f"{chart.title}: {'; '.join(f'{bar.label} {bar.number}' for bar in chart.bars)}."
    must(chart.alt == whole or (len(whole) > LONGEST and whole.startswith(chart.alt.removesuffix("…"))), chart.alt)
    must(len(chart.alt) <= LONGEST, "it is too long")


def _judge_parts(chart: BriefChart, parts: list[tuple[str, float]], *, is_signed: bool) -> None:
    """The heaviest have bars of their own, the others one together, so that the bars add up to everything."""
    must(len(chart.bars) == min(len(parts), MOST_BARS), f"there are {len(parts)}")
    left = list(parts)
    for bar in chart.bars:
        if _MORE.fullmatch(bar.label):
            continue
        fit = [item for item in left if item[0] == bar.label and abs(item[1] - bar.value) < _NOISE]
        must(bool(fit), f"{bar.label} is {bar.value}, of {parts}")
        left.remove(fit[0])
    rest = [bar for bar in chart.bars if _MORE.fullmatch(bar.label)]
    must(len(rest) == (len(parts) > MOST_BARS), f"of {len(parts)} the others are one bar")
    for bar in rest:
        must(bar.label == f"{len(left)} more together", f"{len(left)} are left, not {bar.label}")
        must(abs(bar.value - sum(value for _, value in left)) < _NOISE, f"the others make {left}")
        least = min(abs(other.value) for other in chart.bars if other not in rest)
        must(all(abs(value) <= least + _NOISE for _, value in left), f"a heavier one is left out: {left}")
    whole = sum(value for _, value in parts)
    must(abs(sum(bar.value for bar in chart.bars) - whole) < _NOISE, f"together they make {whole}")
    for bar in chart.bars:
        must(is_rounded(bar.number, bar.value), f"{bar.label} is {bar.value}")
        must(
            not is_signed or bar.side == (PointSide.PRO if bar.value >= 0 else PointSide.CON),
            f"{bar.label}: the other side",
        )


def _judge_pair(_document: Document, scores: Scores, chart: BriefChart, found: re.Match[str]) -> None:
    one, other = found[1], found[2]
    must({one, other} == {scores.first, scores.rival}, f"it is {scores.first} and {scores.rival}")
    must(chart.names == (f"for {other}", f"for {one}"), "to the right of zero is for the one named first")
    parts = [
        (k, float(scores.shares[k] * (scores.least(one, k) - scores.least(other, k)))) if scores.shares[k] else (k, 0.0)
        for k in scores.criteria
    ]
    _judge_parts(chart, parts, is_signed=True)
    lead = scores.totals[one][0] - scores.totals[other][0]
    must(abs(sum(bar.value for bar in chart.bars) - float(lead)) < _NOISE, f"the totals differ by {float(lead)}")
    values = [bar.value for bar in chart.bars]
    must(values == sorted(values, reverse=True), "what is most for the first stands on top")


def _judge_trials(document: Document, scores: Scores, chart: BriefChart, found: re.Match[str]) -> None:
    """The counts are those of the sentence, and make a hundred."""
    numbers = [int(bar.number) for bar in chart.bars]
    # Where several tie for a rest none of them gets more than the others.
    tied = max(numbers.count(number) for number in numbers)
    must(sum(numbers) == 100 or (tied > 1 and 100 - tied < sum(numbers) < 100), "they do not make 100")
    must(all(int(bar.number) == bar.value for bar in chart.bars), "a bar is as long as its number")
    must({bar.label for bar in chart.bars} == set(scores.in_play), f"{scores.in_play} are in play")
    known = [scores.cells.get((a, k)) for a in scores.in_play for k in scores.counted]
    varies = any(cell is None or cell.low < cell.high for cell in known)
    must(bool(found[1]) == varies, f"scores vary, too: {varies}")
    told = report(document, weigh(document, MAP))
    assert told is not None
    key = "trials.doubt" if varies else "trials"
    (sentence,) = [item for item in told.sentences if item.key.removesuffix(".only").removesuffix(".equal") == key]
    read = TOTALS.read(str(sentence))
    counts = {read["first"]: int(read["count"])}
    counts |= {a: int(n) for a, n in re.findall(r"([A-Z]{1,2}) in (\d+)", read.said.get("others", ""))}
    shown = {bar.label: int(bar.number) for bar in chart.bars}
    is_cut = " more" in read.said.get("others", "")
    must(all(shown[a] == n for a, n in counts.items()), f"{read.text!r}")
    must(is_cut or sum(counts.values()) == sum(numbers), f"{read.text!r} does not make as many")


def _judge_points(document: Document, scores: Scores, chart: BriefChart, found: re.Match[str]) -> None:
    """Of the option that comes first by the order of the ranking, or of the only question."""
    may = [a for a in scores.in_play if scores.ranks[a][0] == 1]
    must(not may or not found[1] or found[1] in may, f"{may} come first")
    card = _card_of(document, found)
    leaning = Leaning(document, card)
    is_points = found[2].startswith("points")
    must(is_points == (leaning.own.method == "log-odds"), f"it is {leaning.own.method}")
    must(chart.names == ("against", "for"), "to the right of zero is for it")
    if is_points:
        parts = [(leaning.name(item), float(leaning.own.points(item))) for item in leaning.direct]
        plain = [(re.sub(r" \(its \w+ use\)$", "", name)[1:-1], value) for name, value in parts]
        _judge_parts(chart, plain, is_signed=True)
        whole = sum(bar.value for bar in chart.bars)
        must(abs(100 * math.tanh(whole / 200) - leaning.value) < _NOISE, f"it leans {leaning.value}")
        return
    must(abs(sum(bar.value for bar in chart.bars) - leaning.value) < 1e-3, f"it leans {leaning.value}")
    named = [bar for bar in chart.bars if not _MORE.fullmatch(bar.label)]
    counted = sum(int(sure(_MORE.fullmatch(bar.label))[1]) for bar in chart.bars if bar not in named)
    must(len(named) + counted == len(leaning.direct), f"{len(leaning.direct)} are on it")
    for bar in chart.bars:
        must(is_rounded(bar.number, bar.value), f"{bar.label} is {bar.value}")


# --- drawn charts -----------------------------------------------------------------------------------------


def _judge_picture(scores: Scores, picture: BriefPicture) -> str:
    must(len(picture.alt) <= LONGEST and picture.alt.startswith(picture.title[: LONGEST - 1]), "it is not its title")
    words = picture.alt.removeprefix(picture.title).strip()
    if found := _SWEEP.fullmatch(picture.title):
        _judge_sweep(scores, found[1], words)
        return "sweep"
    if found := _DOUBT.fullmatch(picture.title):
        _judge_doubt(scores, found, words)
        return "doubt"
    must(picture.title.startswith("Value against "), f"{picture.title!r} cannot be read")
    _judge_values(scores, words)
    return picture.title


def _is_cut(words: str) -> bool:
    return words.endswith("…")


def _judge_sweep(scores: Scores, criterion: str, words: str) -> None:
    """Totals with none and with all of the weight, and who comes on top where; of the nearest turn."""
    there = turns_of(scores)
    now = scores.shares
    must(any(name == criterion for name, _, _ in there), f"{criterion} turns nothing")
    near = _distances(scores, there)
    must(criterion in near and near[criterion] <= min(near.values()) + _NOISE, f"another is nearer: {near}")
    must(_is_cut(words) or words.startswith(f"Totals over the weight of {criterion}: "), f"{words!r}")
    told = re.findall(rf"([A-Z]{{1,2}}) from ({_N})(?:–({_N}))? to ({_N})(?:–({_N}))?(?=;|\.)", words)
    must(_is_cut(words) or [a for a, *_ in told] == scores.in_play, f"{scores.in_play} are drawn")
    for option, *ends in told:
        for place, share in enumerate((Fraction(0), Fraction(1))):
            weights = scores.sweep(criterion, share)
            low, high = ends[2 * place], ends[2 * place + 1] or ends[2 * place]
            must(is_rounded(low, scores.low(option, weights)), f"{option} with {share}: {low}")
            must(is_rounded(high, scores.high(option, weights)), f"{option} with {share}: {high}")
    # What is cut off at the end is not read.
    _, *clauses, _ = re.split(r"\.(?: |$)|…", words)
    for text in clauses:
        for clause in clauses_of(text):
            certain = "may" not in clause["verb"]
            for option in listed(clause["options"])[0]:
                where = there.get((criterion, option, certain))
                must(where is not None, f"{text!r}: {option} is not on top anywhere new")
                assert where is not None
                judge_ends(clause, where, now[criterion])


def _distances(scores: Scores, there: Mapping[tuple[str, str, bool], tuple[Fraction, Fraction]]) -> dict[str, Fraction]:
    """How far each weight would have to move for another option than now to be on top, or perhaps."""
    found: dict[str, Fraction] = {}
    for (name, option, _), (low, high) in there.items():
        is_first = option == scores.first and scores.comes_first(option)
        is_level = option != scores.first and scores.is_level_now(option, scores.first)
        if is_first or is_level or low == high:
            continue
        distance = max(low - scores.shares[name], scores.shares[name] - high)
        found[name] = min(found.get(name, distance), distance)
    return found


def _judge_doubt(scores: Scores, found: re.Match[str], words: str) -> None:
    """From where to where the lead moves by doubt about each criterion, the widest first."""
    one, other = (found[1], found[2]) if found[1] else (found[3], found[4])
    must((one, other) == (scores.first, scores.rival), f"it is {scores.first} and {scores.rival}")
    must(bool(found[1]) == scores.comes_first(one), f"{one} comes first: {scores.comes_first(one)}")
    lead = scores.totals[one][0] - scores.totals[other][1]
    is_missing = bool(scores.missing(one) or scores.missing(other))
    start = "Missing scores at worst: " if is_missing else "Now "
    must(words.startswith(start), f"it begins with {start!r}")
    shown = re.match(rf"{start}({_N})\.", words)
    must(shown is not None and is_rounded(shown[1], lead), f"the lead is {float(lead)}")
    moves = {k: _moved(scores, k, one, other) for k in scores.criteria}
    told = re.findall(rf"(K\d+) from ({_N}) to ({_N})(?=;|\.)", words)
    for name, low, high in told:
        must(is_rounded(low, lead + moves[name][0]), f"{name}: {float(lead + moves[name][0])}")
        must(is_rounded(high, lead + moves[name][1]), f"{name}: {float(lead + moves[name][1])}")
    spans = {k: high - low for k, (low, high) in moves.items()}
    order = [spans[name] for name, *_ in told]
    must(all(a >= b - Fraction(1, 10**9) for a, b in itertools.pairwise(order)), "the widest stand first")
    if found[5]:
        must((int(found[5]), int(found[6])) == (MOST_BARS, len(moves)), f"there are {len(moves)}")
    must(bool(found[5]) == (len(moves) > MOST_BARS), f"there are {len(moves)}")
    if not _is_cut(words):
        must(len(told) == min(MOST_BARS, len(moves)), f"there are {len(moves)}")
        left = [span for name, span in spans.items() if name not in {name for name, *_ in told}]
        must(not left or max(left) <= min(order) + Fraction(1, 10**9), "a wider one is left out")


def _moved(scores: Scores, k: str, one: str, other: str) -> tuple[Fraction, Fraction]:
    """How far doubt about one criterion can take a lead at its worst down and up (DEPTH 1.4)."""
    if not scores.shares[k]:
        return Fraction(0), Fraction(0)
    mine, theirs = scores.cells.get((one, k)), scores.cells.get((other, k))
    ends = []
    pairs = (("low", "low"), ("high", "high")) if k in scores.shared else (("low", "high"), ("high", "low"))
    for own, against in pairs:
        gained = getattr(mine, own) - mine.likely if mine else Fraction(0)
        lost = getattr(theirs, against) - theirs.likely if theirs else Fraction(0)
        ends.append(gained - lost)
    missing = 100 * ((mine is None) + (theirs is None))
    return scores.shares[k] * min(0, *ends), scores.shares[k] * (max(0, *ends) + missing)


def _judge_values(scores: Scores, words: str) -> None:
    """Of value against an amount: the totals; who is beaten is judged with the sentences."""
    for option, low, high in re.findall(rf"([A-Z]{{1,2}}): value ({_N})(?:–({_N}))? at", words):
        ends = scores.totals[option]
        must(is_rounded(low, ends[0]) and is_rounded(high or low, ends[1]), f"{option}: {float(ends[0])}")
        must(number(low) <= number(high or low), f"{option}: from {low} to {high}")
