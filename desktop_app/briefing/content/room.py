"""Whose numbers a brief prints: the map's own or, where it has none of the kind that decides, those of the room as one.

The people's numbers are put in the place of the map's own in a copy of the records, so that every part of the brief
rests on the same ones: scores, weights, totals, what they hang on. Who gave which is not in it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from desktop_app.briefing.content.method import whose_line
from desktop_app.briefing.content.parts import BriefContent, MatrixPart, MethodPart, OptionsPart, Part, TablePart
from desktop_app.briefing.content.viewpoints import perspectives_part
from desktop_app.briefing.content.words import words_in
from desktop_app.model.document import Document
from desktop_app.model.ids import MapId, ScoreId
from desktop_app.model.reads import Records, brief, option_letters
from desktop_app.model.records import Argument, Card, Criterion, Map, PerspectiveKind, Record, Score, WeightFrom
from desktop_app.model.tables import TABLES
from desktop_app.weighing.criteria.matrix import NumberKind
from desktop_app.weighing.numbers import Numbers
from desktop_app.weighing.people.group import GroupResult, GroupRule
from desktop_app.weighing.people.pooling import mean, mean_plausibility, pooled
from desktop_app.weighing.people.room import own_numbers_suffice, read_sheets, room
from desktop_app.weighing.people.together import group_result
from desktop_app.weighing.results import LiveResults, Results
from desktop_app.wording.sentence import Listed, Sentence, say, text


@dataclass(frozen=True, slots=True)
class BriefNumbers:
    """The numbers a brief prints.

    Attributes:
        records: the workbook with these numbers as the map's own.
        results: what they lead to.
        room: what the people come to; None where the numbers are the map's own.
        has_shares: some people count for more than others.
        has_likelihoods: people differ about how likely claims are.
    """

    records: Records
    results: Results
    room: GroupResult | None = None
    has_shares: bool = False
    has_likelihoods: bool = False

    def with_attribution(self, content: BriefContent, original: Records) -> BriefContent:
        """The brief with whose numbers these are, and over how many each is reckoned."""
        group = self.room
        if group is None:
            return content
        counted = str(self._counted(group))
        parts = tuple(self._attributed_part(part, content, original, group) for part in content.parts)
        leads = (counted, *content.leads) if content.leads else ()
        return replace(content, leads=leads, parts=tuple(part for part in parts if part is not None))

    def _attributed_part(self, part: Part, content: BriefContent, original: Records, group: GroupResult) -> Part | None:
        letters = option_letters(original, self.results.map)
        counts = dict(zip(letters.values(), group.counts, strict=True))
        is_total = group.number is NumberKind.TOTAL
        if isinstance(part, MatrixPart) and part.totals:
            by_option = tuple(say("group.paper.option", option=name, count=count) for name, count in counts.items())
            remarks = [say("group.paper.matrix", count=group.size, counts=Listed(by_option, most=None))]
            if any(cell.text == "?" for row in part.rows for cell in row.cells):
                remarks.append(say("group.paper.few"))
            return replace(part, remarks=(*part.remarks, *map(str, remarks)))
        if isinstance(part, OptionsPart):
            scored = dict(zip(letters.values(), group.scored, strict=True))
            lines = (
                replace(line, sentences=(*line.sentences, text(key, count=count, size=group.size)))
                for line in part.options
                for count in (counts[line.letter],)
                for key in (_counted(count, group.size, scored[line.letter]) if is_total else _weighed(count),)
            )
            return replace(part, options=tuple(lines))
        if isinstance(part, TablePart) and part.kind == "perspectives":
            words = words_in(content.language)
            return perspectives_part(original, self.results.map, letters, part.title, words, group)
        return self.attributed_method(part) if isinstance(part, MethodPart) else part

    def attributed_method(self, method: MethodPart) -> MethodPart:
        """How numbers came about, with whose they are."""
        if self.room is None:
            return method
        others = (sentence for sentence in method.sentences if sentence != whose_line(None))
        attribution = [self._counted(self.room), *([say("group.paper.likelihoods")] if self.has_likelihoods else [])]
        return replace(method, sentences=(*others, *map(str, attribution)))

    def _counted(self, group: GroupResult) -> Sentence:
        return say("group.paper.shares" if self.has_shares else "group.paper", count=group.size)


def read_whose(records: Records, map_id: MapId, results: Results, *, puts_room_first: bool = False) -> BriefNumbers:
    """The numbers a brief of a map prints, or a screen shows.

    Args:
        records: the workbook.
        map_id: the map.
        results: of the map's own numbers, or of a perspective that was asked for; that then is what is printed.
        puts_room_first: whether the numbers of several people stand before the map's own, and those of one person
            alone never do.
    """
    brief_record = brief(records, map_id)
    is_silent = records.get(Map, map_id).numbers_hidden or (brief_record is not None and not brief_record.numbers)
    if is_silent or results.perspective is not None:
        return BriefNumbers(records, results)
    people = room(read_sheets(records, map_id, kinds={PerspectiveKind.PERSON}, method=results.settings.method))
    is_own = len(people) < 2 if puts_room_first else not people or own_numbers_suffice(records, map_id, people)
    if is_own:
        return BriefNumbers(records, results)
    numbers, _ = pooled(records, map_id, people, mean, mean_plausibility)
    copy = Document(_with(records, numbers, has_weights=any(sheet.numbers.weights for sheet in people)))
    in_play = Numbers(in_play=numbers.in_play)
    reweighed = LiveResults(copy, map_id, method=results.settings.method, numbers=in_play).current
    likelihoods = ({sheet.numbers.plausibility(card) for sheet in people} for card in records.all(Card))
    return BriefNumbers(
        copy,
        reweighed,
        group_result(records, map_id, people, GroupRule.MEAN_OF_INPUTS),
        has_shares=len({sheet.share for sheet in people}) > 1,
        has_likelihoods=any(len(answers - {None}) > 1 for answers in likelihoods),
    )


def _weighed(count: int) -> str:
    return "group.paper.weighed" if count else "group.paper.weighed.none"


def _counted(count: int, size: int, is_scored: bool) -> str:  # noqa: FBT001  # whether anybody scored it
    """What is said of how many scored an option, of whose scores that count the rarest was given by so many."""
    if not is_scored:
        return "group.paper.scored.none"
    if count == size:
        return "group.paper.scored"
    return "group.paper.scored.least" if count else "group.paper.scored.rare"


def _with(records: Records, numbers: Numbers, *, has_weights: bool) -> Iterator[Record]:
    """All records, with these numbers as the map's own.

    Args:
        records: the workbook.
        numbers: of the people as one.
        has_weights: somebody gave weights; else the map's own count for all and stay as they are.
    """
    # How each found their weights is not recorded; but that they are alike must not read as if nobody had set them.
    is_alike = len({override.likely for override in numbers.weights.values()}) == 1
    source = WeightFrom.TYPED if is_alike else WeightFrom.NOT_RECORDED
    written = set()
    for table in TABLES:
        for record in records.all(table.record):
            if isinstance(record, Card) and record.id in numbers.cards:
                yield replace(record, plausibility=numbers.plausibility(record))
            elif isinstance(record, Argument) and record.id in numbers.arguments:
                yield replace(record, importance=numbers.importance(record))
            elif isinstance(record, Criterion) and has_weights:
                yield replace(record, weight=numbers.weight(record), weight_from=source)
            elif isinstance(record, Score) and (record.option, record.criterion) in numbers.scores:
                given = numbers.score(records, record.option, record.criterion)
                assert given is not None
                written.add((record.option, record.criterion))
                yield given
            else:
                yield record
    taken = max((score.id for score in records.all(Score)), default=0)
    for number, (option, criterion) in enumerate(key for key in numbers.scores if key not in written):
        given = numbers.score(records, option, criterion)
        assert given is not None
        yield replace(given, id=ScoreId(taken + 1 + number))
