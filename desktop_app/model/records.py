"""The records of a workbook, as frozen dataclasses. Ranges and relations are checked in `rules`, once for all.

Numbers: plausibility and importance are 0…1, scores, weights and levels 0…100. None is "not weighed", "not
scored" or "don't know", never zero. Ranks are texts ordered by code point (see `ranks`); ties are broken by id.
"""

from dataclasses import Field, dataclass
from enum import StrEnum
from typing import Any, ClassVar

from desktop_app.model.ids import (
    ArgumentId,
    BriefId,
    CardId,
    CitationId,
    CriterionId,
    FactId,
    JudgementId,
    LevelId,
    MapId,
    OverrideId,
    PerspectiveId,
    PremiseId,
    ScoreId,
    SectionId,
    SourceId,
    TombstoneId,
    WorkbookId,
)


class CardKind(StrEnum):
    """What a card is. Whether a claim is a pro or a con is said by its arguments, not by the card."""

    QUESTION = "question"
    OPTION = "option"
    CLAIM = "claim"
    EVIDENCE = "evidence"
    NOTE = "note"


class Stance(StrEnum):
    """What an argument does to its target."""

    SUPPORTS = "supports"
    OPPOSES = "opposes"


class Method(StrEnum):
    """How strengths spread through a map (WEIGHING 1.2)."""

    LOG_ODDS = "log-odds"
    SIMPLE = "simple"
    QUADRATIC_ENERGY = "quadratic-energy"
    DF_QUAD = "df-quad"


class PremiseRule(StrEnum):
    """How strong premises that hold only together are: as their weakest, or as their product."""

    WEAKEST = "weakest"
    PRODUCT = "product"


class LayoutStyle(StrEnum):
    """How the canvas arranges a map."""

    RIGHT = "right"


class Confidence(StrEnum):
    """How sure a person is of a number they gave."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class ScoreMode(StrEnum):
    """Whether a score is judged by hand or argued: drawn from the arguments that speak to its cell."""

    JUDGED = "judged"
    ARGUED = "argued"


class PerspectiveKind(StrEnum):
    """Whose numbers a perspective holds."""

    PERSON = "person"
    STAKEHOLDER = "stakeholder"
    SCENARIO = "scenario"


class Verification(StrEnum):
    """How far a source has been checked, in ascending order but for the last."""

    UNVERIFIED = "unverified"
    OPENED = "opened"
    TRACED = "traced"
    CORROBORATED = "corroborated"
    DISPUTED = "disputed"


class SectionKind(StrEnum):
    """What fills a part of the brief: the author's own words, or the map."""

    RECOMMENDATION = "recommendation"
    SIGNATURES = "signatures"
    WORDS = "words"
    OPTIONS = "options"
    ARGUMENTS = "arguments"
    MATRIX = "matrix"
    HANGS_ON = "hangs-on"
    PERSPECTIVES = "perspectives"
    DISAGREEMENTS = "disagreements"
    CAVEATS = "caveats"
    OUTLINE = "outline"
    MAP = "map"
    MINUTES = "minutes"
    SOURCES = "sources"
    METHOD = "method"


class Paper(StrEnum):
    """Paper of a brief."""

    A4 = "a4"
    LETTER = "us-letter"
    A3 = "a3"


class Record:
    """What all records have in common: an id that is unique within their type."""

    __slots__ = ()
    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    id: int


class Margins(StrEnum):
    """How much white a page of a brief keeps around its text."""

    NARROW = "narrow"
    NORMAL = "normal"
    WIDE = "wide"


class CitationStyle(StrEnum):
    """How a brief names its sources: by numbers of a list, in footnotes, or as (author, date)."""

    NUMBERS = "numbers"
    FOOTNOTES = "footnotes"
    AUTHOR_DATE = "author-date"


class WeightFrom(StrEnum):
    """Where the weight of a criterion comes from: a number or slider, or one of the ways that ask for weights."""

    NOT_RECORDED = ""  # never set, or set before this was kept
    TYPED = "typed"
    SWINGS = "swings"
    RANK = "rank"
    PAIRS = "pairs"


@dataclass(frozen=True, slots=True)
class Workbook(Record):
    """The one record about the file as a whole. `created` is an ISO 8601 time in UTC."""

    id: WorkbookId
    title: str
    author: str
    language: str
    created: str


@dataclass(frozen=True, slots=True)
class Map(Record):
    """One question with everything under it, and how it is weighed.

    `sharpness` is the gain of the log-odds method (1 normal, 2 sharp); `seed` and `draws` make simulated
    results repeatable.
    """

    id: MapId
    title: str
    rank: str
    method: Method = Method.LOG_ODDS
    sharpness: float = 1.0
    loops_allowed: bool = False
    premise_rule: PremiseRule = PremiseRule.WEAKEST
    numbers_hidden: bool = False
    layout: LayoutStyle = LayoutStyle.RIGHT
    seed: int = 1
    draws: int = 10_000


@dataclass(frozen=True, slots=True)
class Card(Record):
    """One statement. `under` hangs an option under its question and a note under any card.

    `said` counts how often it was said (from merging); `pin` is a place on the canvas, in map units.
    """

    id: CardId
    map: MapId
    kind: CardKind
    text: str
    rank: str
    notes: str = ""
    plausibility: float | None = None
    confidence: Confidence | None = None
    assumption: bool = False
    under: CardId | None = None
    tags: tuple[str, ...] = ()
    pin: tuple[float, float] | None = None
    said: int = 1


@dataclass(frozen=True, slots=True)
class Argument(Record):
    """Joins its premises to exactly one target: a card, or another argument, which it then undercuts."""

    id: ArgumentId
    map: MapId
    stance: Stance
    rank: str
    target_card: CardId | None = None
    target_argument: ArgumentId | None = None
    importance: float | None = None
    criterion: CriterionId | None = None
    check_again: bool = False


@dataclass(frozen=True, slots=True)
class Premise(Record):
    """A card that serves an argument. Two or more premises of one argument hold only together."""

    id: PremiseId
    argument: ArgumentId
    card: CardId
    rank: str


@dataclass(frozen=True, slots=True)
class Criterion(Record):
    """What options are judged on. `weight` is raw, 0…100, normalised when used; 100 on its scale is always best.

    `direction` is a label ("higher is better"); `red_line` the score below which an option is flagged;
    `stale` says that the scale changed after the weight was given; `shared_doubt` that doubt about scores
    touches all options alike; `weight_from` where the weight comes from.
    """

    id: CriterionId
    map: MapId
    name: str
    rank: str
    question: str = ""
    weight: float = 50.0
    direction: str = ""
    red_line: float | None = None
    locked: bool = False
    stale: bool = False
    shared_doubt: bool = False
    weight_from: WeightFrom = WeightFrom.NOT_RECORDED


@dataclass(frozen=True, slots=True)
class Judgement(Record):
    """A pairwise answer behind weights: `first` matters `ratio` times as much as `second`."""

    id: JudgementId
    map: MapId
    first: CriterionId
    second: CriterionId
    ratio: float


@dataclass(frozen=True, slots=True)
class Level(Record):
    """A labelled point of a criterion's scale."""

    id: LevelId
    criterion: CriterionId
    value: float
    label: str


@dataclass(frozen=True, slots=True)
class Score(Record):
    """How an option does on a criterion. No record: not scored. `likely` None: "don't know", that is 0…100."""

    id: ScoreId
    option: CardId
    criterion: CriterionId
    mode: ScoreMode = ScoreMode.JUDGED
    low: float | None = None
    likely: float | None = None
    high: float | None = None
    confidence: Confidence | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Fact(Record):
    """Cost, timing, legal basis or risk of an option: beside its total, never in it."""

    id: FactId
    option: CardId
    name: str
    value: str
    amount: float | None = None


@dataclass(frozen=True, slots=True)
class Perspective(Record):
    """Other people's numbers over the same map. `share` is its part in a group's result."""

    id: PerspectiveId
    map: MapId
    name: str
    kind: PerspectiveKind
    rank: str
    colour: str = ""
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Override(Record):
    """One number of a perspective: of a card, an argument, a criterion, or an option on a criterion."""

    id: OverrideId
    perspective: PerspectiveId
    card: CardId | None = None
    argument: ArgumentId | None = None
    criterion: CriterionId | None = None
    option: CardId | None = None
    likely: float | None = None
    low: float | None = None
    high: float | None = None
    confidence: Confidence | None = None


@dataclass(frozen=True, slots=True)
class Source(Record):
    """A source, shared by the maps of a workbook; `key` is what `@key` names.

    `reliability` is A…F, `credibility` 1…6; None is "cannot be judged yet". Grades are shown, never computed
    with. `extras` is a JSON object of further CSL fields.
    """

    id: SourceId
    key: str
    title: str
    author: str = ""
    publisher: str = ""
    date: str = ""
    url: str = ""
    accessed: str = ""
    reliability: str | None = None
    credibility: int | None = None
    verification: Verification = Verification.UNVERIFIED
    extras: str = "{}"


@dataclass(frozen=True, slots=True)
class Citation(Record):
    """A card's use of a source, with quote and place."""

    id: CitationId
    card: CardId
    source: SourceId
    quote: str = ""
    locator: str = ""


@dataclass(frozen=True, slots=True)
class Section(Record):
    """A part of the brief. `body` is the fixed subset of Markdown; `options` names switches that are on."""

    id: SectionId
    map: MapId
    kind: SectionKind
    title: str
    rank: str
    body: str = ""
    options: tuple[str, ...] = ()
    included: bool = True


@dataclass(frozen=True, slots=True)
class Brief(Record):
    """How a map is printed: paper, language and the fields of its title page.

    `preset` names a form of the brief; `logo` is a PNG or SVG picture in Base64, empty for none.
    """

    id: BriefId
    map: MapId
    preset: str = "outline"
    paper: Paper = Paper.A4
    language: str = "en"
    author: str = ""
    organisation: str = ""
    date: str = ""
    classification: str = ""
    decision_by: str = ""
    numbers: bool = True
    margins: Margins = Margins.NORMAL
    citations: CitationStyle = CitationStyle.NUMBERS
    logo: str = ""


@dataclass(frozen=True, slots=True)
class Tombstone(Record):
    """Remembers a deleted record (`kind` is its table's name), so that a merge can tell it from one never had."""

    id: TombstoneId
    kind: str
    record: int
