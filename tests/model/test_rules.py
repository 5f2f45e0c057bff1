"""Every rule of the model: what breaks it is refused in one clear sentence, when edited and when opened alike."""

import math
import random
from collections.abc import Callable
from dataclasses import replace

import pytest

from desktop_app.edits import arguments, cards, criteria, maps, perspectives, scores, sections, sources
from desktop_app.model import rules
from desktop_app.model.document import Document
from desktop_app.model.errors import RuleError
from desktop_app.model.ids import (
    ArgumentId,
    BriefId,
    CardId,
    CriterionId,
    FactId,
    JudgementId,
    LevelId,
    MapId,
    OverrideId,
    PremiseId,
    ScoreId,
    SourceId,
    WorkbookId,
)
from desktop_app.model.records import (
    Argument,
    Brief,
    Card,
    CardKind,
    Criterion,
    Fact,
    Judgement,
    Level,
    Map,
    Override,
    PerspectiveKind,
    Premise,
    Record,
    Score,
    Source,
    Stance,
    Workbook,
)
from desktop_app.model.rules import check_all
from desktop_app.wording.sentence import literal
from tests.small_workbooks import Desk, new_desk, premise_of


class Furnished(Desk):
    """A desk with one of everything, on two maps."""

    def __init__(self) -> None:
        bare = new_desk()
        super().__init__(bare.document, bare.map)
        document = self.document
        self.q = self.question()
        self.a = self.option("A", under=self.q)
        self.b = self.option("B", under=self.q)
        self.cheap = self.pro(self.a, "cheap")
        self.slow = self.con(self.a, "slow")
        self.loose = self.claim("loose")
        self.parked = self.note("parked", under=self.a)
        self.cost = criteria.add_criterion(document, self.map.id, "Cost")
        self.speed = criteria.add_criterion(document, self.map.id, "Speed")
        self.anna = perspectives.add_perspective(document, self.map.id, "Anna", PerspectiveKind.PERSON)
        self.source = sources.add_source(document, "smith", "A study")
        self.other_map = maps.add_map(document, "Other")
        self.stranger = cards.add_claim(document, self.other_map.id, "stranger")
        self.foreign_option = cards.add_option(document, self.other_map.id, "foreign")
        self.foreign_criterion = criteria.add_criterion(document, self.other_map.id, "Foreign")
        scores.set_score(document, self.a.id, self.cost.id, 40.0)
        sections.set_up_brief(document, self.map.id, author="R.")


@pytest.fixture
def desk() -> Furnished:
    return Furnished()


def argument(
    desk: Desk,
    *,
    target_card: CardId | None = None,
    target_argument: ArgumentId | None = None,
    criterion: CriterionId | None = None,
) -> Argument:
    return Argument(
        ArgumentId(900),
        desk.map.id,
        Stance.OPPOSES,
        "V",
        target_card=target_card,
        target_argument=target_argument,
        criterion=criterion,
    )


Breaking = Callable[[Furnished], Record]

# What each rule says, and a record that breaks it.
BROKEN_LINKS: dict[str, Breaking] = {
    "something that is not there": lambda d: Premise(PremiseId(9), d.link(d.cheap).id, CardId(404), "V"),
    "An option stands under a question": lambda d: replace(d.b, under=d.a.id),
    "Only options and notes hang under a card": lambda d: replace(d.loose, under=d.a.id),
    "A note can't hang under itself": lambda d: replace(d.parked, under=d.parked.id),
    "exactly one thing: a card or another argument": lambda d: argument(
        d, target_card=d.a.id, target_argument=d.link(d.cheap).id
    ),
    "exactly one thing": argument,
    "can only say that it is not relevant": lambda d: replace(
        argument(d, target_argument=d.link(d.cheap).id), stance=Stance.SUPPORTS
    ),
    "An argument can't speak against itself": lambda d: argument(d, target_argument=ArgumentId(900)),
    "A note takes no pros or cons": lambda d: argument(d, target_card=d.parked.id),
    "Only a pro or con of an option speaks to a criterion": lambda d: argument(
        d, target_card=d.loose.id, criterion=d.cost.id
    ),
    "Only claims and evidence serve as pros and cons": lambda d: Premise(PremiseId(9), d.link(d.cheap).id, d.b.id, "V"),
    "can't speak for or against itself": lambda d: replace(d.link(d.cheap), target_card=d.cheap.id),
    "A claim serves an argument once": lambda d: Premise(PremiseId(9), d.link(d.cheap).id, d.cheap.id, "V"),
    "A criterion is compared with another one": lambda d: Judgement(
        JudgementId(9), d.map.id, d.cost.id, d.cost.id, 3.0
    ),
    "An option has one score on each criterion": lambda d: Score(ScoreId(9), d.a.id, d.cost.id),
    "Only options have scores and facts": lambda d: Fact(FactId(9), d.loose.id, "Cost", "1 EUR"),
    "Only options have scores": lambda d: Score(ScoreId(9), d.loose.id, d.cost.id),
    "belongs to exactly one thing": lambda d: Override(
        OverrideId(9), d.anna.id, card=d.cheap.id, argument=d.link(d.cheap).id, likely=0.5
    ),
    "lies between 0 and 1\\.": lambda d: Override(OverrideId(9), d.anna.id, card=d.cheap.id, likely=40.0),
    "lies between 0 and 100": lambda d: Override(OverrideId(9), d.anna.id, criterion=d.cost.id, likely=101.0),
    "A source needs a key": lambda d: replace(d.source, key=" "),
    "Two sources can't share the key smith": lambda d: Source(SourceId(d.source.id + 1), "smith", "Another"),
    "A map has one brief": lambda d: Brief(BriefId(9), d.map.id),
}
BROKEN_FIELDS: dict[str, Breaking] = {
    "plausibility of a card must be between 0 and 100 %": lambda d: replace(d.cheap, plausibility=1.01),
    "importance of a argument must be between 0 and 1": lambda d: replace(d.link(d.cheap), importance=-0.1),
    "said of a card must be at least 1": lambda d: replace(d.cheap, said=0),
    "tags of a card must be at most 100": lambda d: replace(d.cheap, tags=("x",) * 101),
    "tags of a card must be made of texts or numbers": lambda d: replace(
        d.cheap,
        tags=(None,),  # type: ignore[arg-type]  # what a broken file may hold
    ),
    "pin of a card must be made of texts or numbers": lambda d: replace(d.cheap, pin=(math.nan, 0.0)),
    "plausibility of a card must be a finite number": lambda d: replace(d.cheap, plausibility=math.nan),
    "notes of a card must be of a known kind": lambda d: replace(
        d.cheap,
        notes=b"bytes",  # type: ignore[arg-type]  # what a broken file may hold
    ),
    "text of a card must be text that can be stored": lambda d: replace(d.cheap, text="\ud800"),
    "This notes has 20,001 characters; at most 20,000 fit": lambda d: replace(d.cheap, notes="x" * 20_001),
    "said of a card must be a smaller number": lambda d: replace(d.cheap, said=2**53),
    "id of a card must be a positive whole number": lambda d: replace(d.stranger, id=CardId(0)),
    "rank of a card must be a rank": lambda d: replace(d.cheap, rank="0"),
    "weight of a criterion must be between 0 and 100": lambda d: replace(d.cost, weight=100.5),
    "red line of a criterion": lambda d: replace(d.cost, red_line=-1.0),
    "ratio of a judgement must be between 1/9 and 9": lambda d: Judgement(
        JudgementId(9), d.map.id, d.cost.id, d.speed.id, 10.0
    ),
    "value of a level": lambda d: Level(LevelId(9), d.cost.id, 101.0, "more than best"),
    "sharpness of a map must be between 0.1 and 4": lambda d: replace(d.map, sharpness=5.0),
    "draws of a map": lambda d: replace(d.map, draws=99),
    "seed of a map": lambda d: replace(d.map, seed=-1),
    "share of a perspective must be 0 or more": lambda d: replace(d.anna, share=-0.5),
    "reliability of a source must be a letter from A to F": lambda d: replace(d.source, reliability="G"),
    "credibility of a source must be a number from 1 to 6": lambda d: replace(d.source, credibility=7),
    "extras of a source must be a JSON object": lambda d: replace(d.source, extras="[1]"),
    "extras of a source must be": lambda d: replace(d.source, extras="{"),
    "Low, likely and high must come in that order": lambda d: Score(
        ScoreId(9), d.b.id, d.cost.id, low=50.0, likely=40.0
    ),
    "low of a score must be between 0 and 100": lambda d: Score(ScoreId(9), d.b.id, d.cost.id, low=-1.0),
    "high of a override must be a finite number": lambda d: Override(
        OverrideId(9), d.anna.id, card=d.cheap.id, likely=0.2, high=math.inf
    ),
}
OTHER_MAP: dict[str, Breaking] = {
    "note": lambda d: replace(d.parked, under=d.stranger.id),
    "argument": lambda d: argument(d, target_card=d.stranger.id),
    "premise": lambda d: Premise(PremiseId(9), d.link(d.cheap).id, d.stranger.id, "V"),
    "criterion of an argument": lambda d: argument(d, target_card=d.a.id, criterion=d.foreign_criterion.id),
    "undercut": lambda d: replace(argument(d, target_argument=d.link(d.cheap).id), map=d.other_map.id),
    "judgement": lambda d: Judgement(JudgementId(9), d.map.id, d.cost.id, d.foreign_criterion.id, 3.0),
    "score": lambda d: Score(ScoreId(9), d.foreign_option.id, d.cost.id),
    "number on a card": lambda d: Override(OverrideId(9), d.anna.id, card=d.stranger.id, likely=0.5),
    "number on a criterion": lambda d: Override(OverrideId(9), d.anna.id, criterion=d.foreign_criterion.id, likely=5.0),
    "number on an option": lambda d: Override(
        OverrideId(9), d.anna.id, criterion=d.cost.id, option=d.foreign_option.id, likely=5.0
    ),
}


def put(desk: Desk, record: Record) -> None:
    """Writes a record as an edit would."""
    with desk.document.transaction(literal("Put")):
        current = desk.document.find(type(record), record.id)
        if current is None:
            desk.document.add(record)
        else:
            names = [name for name in type(record).__dataclass_fields__ if name != "id"]
            desk.document.change(current, **{name: getattr(record, name) for name in names})


def opened_with(desk: Desk, record: Record) -> Document:
    """A document as a file with that record in it would give."""
    others = [item for item in desk.document.records() if (type(item), item.id) != (type(record), record.id)]
    return Document([*others, record])


@pytest.mark.parametrize("sentence", sorted({**BROKEN_LINKS, **BROKEN_FIELDS}))
def test_what_breaks_a_rule_is_refused_when_edited_and_when_opened(desk: Furnished, sentence: str) -> None:
    broken = {**BROKEN_LINKS, **BROKEN_FIELDS}[sentence](desk)
    desk.refuses(lambda: put(desk, broken), sentence)
    with pytest.raises(RuleError, match=sentence):
        check_all(opened_with(desk, broken))


@pytest.mark.parametrize("what", sorted(OTHER_MAP))
def test_things_on_different_maps_cannot_be_linked(desk: Furnished, what: str) -> None:
    broken = OTHER_MAP[what](desk)
    desk.refuses(lambda: put(desk, broken), "Things on different maps can't be linked")
    with pytest.raises(RuleError, match="different maps"):
        check_all(opened_with(desk, broken))


def test_a_pro_or_con_hangs_by_its_argument_and_by_nothing_else(desk: Furnished) -> None:
    def hang_as_well() -> None:
        with desk.document.transaction(literal("Hang")):
            desk.document.add(Premise(PremiseId(9), desk.link(desk.slow).id, desk.loose.id, "V"))
            desk.document.change(desk.loose, under=desk.a.id)

    desk.refuses(hang_as_well, "A pro or con hangs by its argument only")
    with pytest.raises(RuleError, match="Only options and notes hang under a card"):
        check_all(opened_with(desk, replace(desk.cheap, under=desk.a.id)))


def test_an_argument_without_a_premise_is_refused(desk: Furnished) -> None:
    without = argument(desk, target_card=desk.a.id)
    desk.refuses(lambda: put(desk, without), "needs a claim that makes it")
    with pytest.raises(RuleError, match="needs a claim that makes it"):
        check_all(opened_with(desk, without))

    def take_the_only_premise() -> None:
        with desk.document.transaction(literal("Take")):
            desk.document.delete(premise_of(desk, desk.cheap))

    desk.refuses(take_the_only_premise, "needs a claim that makes it")


def test_what_something_refers_to_cannot_vanish_beneath_it(desk: Furnished) -> None:
    def tear_out() -> None:
        with desk.document.transaction(literal("Tear out")):
            desk.document._note(Card, desk.cheap.id)
            desk.document._remove(desk.cheap)

    desk.refuses(tear_out, "Something still refers to what was deleted")


def test_a_change_of_kind_is_checked_against_what_refers_to_the_card(desk: Furnished) -> None:
    def make(card: Card, kind: CardKind) -> None:
        with desk.document.transaction(literal("Change")):
            desk.document.change(desk.document.get(Card, card.id), kind=kind)

    scores.set_fact(desk.document, desk.foreign_option.id, "Cost", "1 EUR")
    desk.refuses(lambda: make(desk.foreign_option, CardKind.CLAIM), "Only options have scores and facts")
    desk.refuses(lambda: make(desk.a, CardKind.CLAIM), "Only options and notes hang under a card")
    desk.refuses(lambda: make(desk.q, CardKind.CLAIM), "An option stands under a question")
    desk.refuses(lambda: make(desk.cheap, CardKind.NOTE), "Only claims and evidence serve")


def test_an_argument_cannot_come_to_bear_on_itself_however_long_the_way(desk: Furnished) -> None:
    second = desk.pro(desk.loose, "second")
    third = desk.con(second, "third")
    undercutting = desk.undercut(third, "not relevant")
    document = desk.document
    desk.refuses(lambda: arguments.link_card(document, desk.loose.id, third.id, Stance.SUPPORTS), "in a loop")
    desk.refuses(lambda: arguments.link_card(document, second.id, undercutting.id, Stance.SUPPORTS), "in a loop")
    desk.refuses(lambda: arguments.link_undercut(document, desk.loose.id, desk.link(undercutting).id), "in a loop")
    desk.refuses(lambda: arguments.join_premise(document, desk.link(third).id, desk.loose.id), "in a loop")


def test_a_file_with_a_loop_opens_and_its_map_is_marked(desk: Furnished) -> None:
    second = desk.pro(desk.loose, "second")
    maps.allow_loops(desk.document, desk.map.id, allowed=True)
    arguments.link_card(desk.document, desk.loose.id, second.id, Stance.OPPOSES)
    assert check_all(desk.document).looped_maps == {desk.map.id}
    maps.allow_loops(desk.document, desk.map.id, allowed=False)
    assert check_all(Document(desk.document.records())).looped_maps == {desk.map.id}
    cards.set_text(desk.document, desk.loose.id, "can still be edited")


def test_cards_are_nested_at_most_500_deep(desk: Furnished) -> None:
    card = desk.loose
    chain = [*desk.document.records()]
    for step in range(499):
        below = Card(CardId(10_000 + step), desk.map.id, CardKind.CLAIM, f"{step}", "V")
        link = Argument(ArgumentId(10_000 + step), desk.map.id, Stance.SUPPORTS, "V", target_card=card.id)
        chain += [below, link, Premise(PremiseId(10_000 + step), link.id, below.id, "V")]
        card = below
    document = Document(chain, source_of_ids=random.Random(5))
    check_all(document)
    deep = Desk(document, desk.map)
    deep.refuses(lambda: arguments.add_pro(document, card.id, "one too many"), "at most 500 deep")
    deep.refuses(lambda: cards.add_note(document, desk.map.id, "one too many", under=card.id), "at most 500 deep")
    note = Card(CardId(20_000), desk.map.id, CardKind.NOTE, "too deep", "V", under=card.id)
    with pytest.raises(RuleError, match="more than 500 deep"):
        check_all(Document([*chain, note]))


def test_a_workbook_holds_so_many_cards_and_no_more(desk: Furnished, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "MAX_CARDS", desk.document.count(Card))
    desk.refuses(lambda: desk.claim("one too many"), "A workbook holds at most")
    monkeypatch.setattr(rules, "MAX_CARDS", desk.document.count(Card) - 1)
    with pytest.raises(RuleError, match="holds more than"):
        check_all(desk.document)


def test_a_workbook_without_the_record_about_itself_does_not_open(desk: Furnished) -> None:
    records = [item for item in desk.document.records() if not isinstance(item, Workbook)]
    with pytest.raises(RuleError, match="lacks the record about itself"):
        check_all(Document(records))


def test_a_workbook_has_one_record_about_itself(desk: Furnished) -> None:
    second = Workbook(WorkbookId(2), "Second", "", "en", "")
    desk.refuses(lambda: put(desk, second), "The id of a workbook must be 1")
    with pytest.raises(RuleError, match="lacks the record about itself"):
        check_all(opened_with(desk, second))


def test_what_is_merely_empty_breaks_no_rule(desk: Furnished) -> None:
    put(desk, replace(desk.cheap, text="", plausibility=None))
    put(desk, replace(desk.source, reliability=None, credibility=None, extras="{}"))
    put(desk, Score(ScoreId(9), desk.b.id, desk.cost.id))
    put(desk, Map(MapId(77), "", "zz"))
    put(desk, replace(desk.document.get(Criterion, desk.cost.id), red_line=None, name=""))
    check_all(desk.document)
