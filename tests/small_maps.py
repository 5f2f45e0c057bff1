"""Maps on which little is used, each with something that others have left out, level or taken to its end.

The map with everything (`full_map`) takes one way through each sentence and table; these take the others.
"""

from collections.abc import Callable, Sequence
from itertools import product

from desktop_app.edits import arguments, cards, criteria, maps, perspectives, scores, sections, sources
from desktop_app.model import reads
from desktop_app.model.document import Document
from desktop_app.model.ids import CardId, CriterionId, MapId
from desktop_app.model.records import (
    CitationStyle,
    Confidence,
    Method,
    PerspectiveKind,
    PremiseRule,
    ScoreMode,
    SectionKind,
    Stance,
    Verification,
)
from desktop_app.wording.sentence import literal
from tests.sample_maps import empty, link

MAPS: dict[str, Callable[[Document, MapId], None]] = {}


def small_map(name: str) -> tuple[Document, MapId]:
    """One of `MAPS`, made anew."""
    document = empty("Small")
    with document.transaction(literal("Make the map")):
        map_id = maps.add_map(document, "A small map").id
        MAPS[name](document, map_id)
    return document, map_id


def _named(make: Callable[[Document, MapId], None]) -> Callable[[Document, MapId], None]:
    MAPS[make.__name__.strip("_")] = make
    return make


def _options(
    document: Document,
    map_id: MapId,
    names: Sequence[str],
    weights: Sequence[float | None],
    rows: Sequence[Sequence[float | None]],
    confidence: Confidence | None = None,
) -> tuple[list[CardId], list[CriterionId]]:
    """A question with options, and their scores on as many criteria."""
    question = cards.add_question(document, map_id, "Which of them?").id
    options = [cards.add_option(document, map_id, name, under=question).id for name in names]
    columns = [
        criteria.add_criterion(document, map_id, name).id
        for name in ("Speed", "Price", "Safety", "Fairness", "Beauty", "Noise", "Upkeep", "Care")[: len(weights)]
    ]
    for criterion, weight in zip(columns, weights, strict=True):
        if weight is not None:
            criteria.set_weight(document, criterion, weight)
    for option, row in zip(options, rows, strict=True):
        for criterion, likely in zip(columns, row, strict=True):
            if likely is not None:
                scores.set_score(document, option, criterion, likely, confidence=confidence)
    return options, columns


def _reason(
    document: Document, to: CardId, stance: Stance, text: str, importance: float | None, plausibility: float | None
) -> CardId:
    card = arguments.add_argument(document, to, stance, text).id
    arguments.set_importance(document, link(document, card), importance)
    cards.set_plausibility(document, card, plausibility)
    return card


PRO, CON = Stance.SUPPORTS, Stance.OPPOSES


@_named
def _nothing(document: Document, map_id: MapId) -> None:
    """No card at all."""


@_named
def _question_alone(document: Document, map_id: MapId) -> None:
    cards.add_question(document, map_id, "Should we?")


@_named
def _claims_alone(document: Document, map_id: MapId) -> None:
    for text, likely in (("The first", None), ("The second", 0.0), ("The third", 1.0), ("The fourth", 0.5)):
        cards.set_plausibility(document, cards.add_claim(document, map_id, text).id, likely)
    cards.add_note(document, map_id, "A note on nothing")


@_named
def _one_pro(document: Document, map_id: MapId) -> None:
    question = cards.add_question(document, map_id, "Should we?").id
    _reason(document, question, PRO, "It is free", 0.5, 0.8)


@_named
def _one_con(document: Document, map_id: MapId) -> None:
    question = cards.add_question(document, map_id, "Should we?").id
    _reason(document, question, CON, "It is dear", 1, 1)


@_named
def _level_reasons(document: Document, map_id: MapId) -> None:
    question = cards.add_question(document, map_id, "Should we?").id
    for stance in (PRO, CON):
        for text, importance, likely in (("Much", 1, 0.9), ("Little", 0.25, 0.6), ("None", 0, 0.7)):
            _reason(document, question, stance, f"{text} {stance.value}", importance, likely)


@_named
def _unweighed_reasons(document: Document, map_id: MapId) -> None:
    claim = cards.add_claim(document, map_id, "Cats are better").id
    for number in range(4):
        _reason(document, claim, PRO if number % 2 else CON, f"Reason {number}", None, None)
    _reason(document, claim, PRO, "Likely, of no known importance", None, 0.7)
    _reason(document, claim, CON, "Important, of no known likelihood", 0.75, None)


@_named
def _answered(document: Document, map_id: MapId) -> None:
    """A chain of answers, with an answer to the step and premises that hold it together."""
    question = cards.add_question(document, map_id, "Should schools start later?").id
    sleep = _reason(document, question, PRO, "Pupils sleep longer", 1, 0.9)
    study = _reason(document, sleep, PRO, "Seattle: 34 minutes", 0.75, 0.95)
    small = _reason(document, study, CON, "Two schools only", 0.5, 1)
    _reason(document, small, CON, "Found again in Denver", 0.5, 0.7)
    step = arguments.add_undercut(document, link(document, sleep), "More sleep is no aim of schools").id
    cards.set_plausibility(document, step, 0.25)
    cards.set_plausibility(
        document, arguments.add_premise(document, link(document, sleep), "Buses can run later").id, 0.3
    )
    maps.set_premise_rule(document, map_id, PremiseRule.WEAKEST)
    late = _reason(document, question, CON, "Clubs end in the dark", 0.5, 0.8)
    _reason(document, late, CON, "In two months of twelve", 0.5, 0.9)


@_named
def _several_questions(document: Document, map_id: MapId) -> None:
    for number, (importance, likely) in enumerate(((0.5, 0.5), (1, 0.1), (0.75, None)), 1):
        question = cards.add_question(document, map_id, f"Question {number}?").id
        _reason(document, question, PRO, f"Yes to {number}", importance, likely)
        _reason(document, question, CON, f"No to {number}", importance, 0.5)


@_named
def _options_alone(document: Document, map_id: MapId) -> None:
    _options(document, map_id, ("This", "That"), (), ((), ()))


@_named
def _options_argued(document: Document, map_id: MapId) -> None:
    """No criterion: only pros and cons speak of the options."""
    options, _ = _options(document, map_id, ("This", "That", "Neither"), (), ((), (), ()))
    for option, (pro, con) in zip(options, ((0.9, 0.2), (0.4, 0.6), (0.4, 0.6)), strict=True):
        _reason(document, option, PRO, "A pro", 0.75, pro)
        _reason(document, option, CON, "A con", 0.75, con)


@_named
def _one_option(document: Document, map_id: MapId) -> None:
    _options(document, map_id, ("The only one",), (50,), ((70,),))


@_named
def _nothing_scored(document: Document, map_id: MapId) -> None:
    _options(document, map_id, ("This", "That"), (50, None), ((None, None), (None, None)))


@_named
def _level_options(document: Document, map_id: MapId) -> None:
    _options(document, map_id, ("This", "That", "Third"), (50, 50), ((60, 40), (40, 60), (50, 50)))


@_named
def _one_criterion(document: Document, map_id: MapId) -> None:
    _options(document, map_id, ("This", "That", "Third"), (40,), ((60,), (61,), (None,)), Confidence.LOW)


@_named
def _dominated(document: Document, map_id: MapId) -> None:
    """The first is best, and the last worst, whatever weights are given."""
    rows = ((90, 80, 95), (50, 60, 40), (10, 20, 5))
    _options(document, map_id, ("Best", "Middle", "Worst"), (70, 20, 10), rows, Confidence.HIGH)


@_named
def _swinging(document: Document, map_id: MapId) -> None:
    """A lead that a small change of weights turns."""
    rows = ((100, 0), (0, 100), (55, 50))
    _options(document, map_id, ("Fast", "Cheap", "Both"), (51, 50), rows, Confidence.MEDIUM)


@_named
def _no_weight_at_all(document: Document, map_id: MapId) -> None:
    _options(document, map_id, ("This", "That"), (0, 0), ((60, 40), (50, 70)))


@_named
def _one_weight_locked(document: Document, map_id: MapId) -> None:
    _, columns = _options(document, map_id, ("This", "That"), (100, 0, 60), ((60, 40, 10), (50, 70, 20)))
    criteria.lock_weight(document, columns[0], locked=True)
    criteria.lock_weight(document, columns[2], locked=True)


@_named
def _half_scored(document: Document, map_id: MapId) -> None:
    rows = ((90, None, 70), (40, 80, None), (None, None, None), (60, 60, 60))
    _options(document, map_id, ("This", "That", "Blank", "Whole"), (60, 30, 10), rows)


@_named
def _red_lines(document: Document, map_id: MapId) -> None:
    """The first crosses one, the second stands on it, the third is not known, the last clears both."""
    options, columns = _options(
        document, map_id, ("Over", "On", "Unknown", "Clear"), (60, 40), ((20, 90), (30, 50), (None, 80), (35, 55))
    )
    criteria.set_red_line(document, columns[0], 30)
    criteria.set_red_line(document, columns[1], 50)
    scores.set_score(document, options[3], columns[1], 55, low=45, high=60)


@_named
def _all_over_a_red_line(document: Document, map_id: MapId) -> None:
    _, columns = _options(document, map_id, ("This", "That"), (60, 40), ((20, 90), (10, 50)))
    criteria.set_red_line(document, columns[0], 100)


@_named
def _ranges(document: Document, map_id: MapId) -> None:
    """Scores with wide, narrow and one-sided ranges, a doubt shared by one criterion."""
    options, columns = _options(document, map_id, ("This", "That", "Third"), (50, 50), ((60, 50), (55, 55), (20, 60)))
    for option, criterion, low, high in (
        (0, 0, 0, 100), (0, 1, 50, 50), (1, 0, 55, 90), (1, 1, 10, 55), (2, 0, 15, 25), (2, 1, 58, 61),
    ):  # fmt: skip
        likely = ((60, 50), (55, 55), (20, 60))[option][criterion]
        scores.set_score(document, options[option], columns[criterion], likely, low=low, high=high)
    criteria.share_doubt(document, columns[0], shared=True)
    maps.set_simulation(document, map_id, seed=3, draws=500)


@_named
def _argued_scores(document: Document, map_id: MapId) -> None:
    """Pros and cons on criteria, for scores they make and next to scores that say something else."""
    options, columns = _options(document, map_id, ("This", "That"), (60, 40), ((20, 70), (None, 50)))
    for option in options:
        scores.set_score_mode(document, option, columns[0], ScoreMode.ARGUED)
    for option, criterion in product(options, columns):
        pro = _reason(document, option, PRO, "A pro", 0.75, 0.8)
        arguments.set_criterion(document, link(document, pro), criterion)
    con = _reason(document, options[1], CON, "A con", 1, 0.9)
    arguments.set_criterion(document, link(document, con), columns[1])
    _reason(document, options[1], PRO, "On no criterion", 1, 0.9)


@_named
def _compared_in_pairs(document: Document, map_id: MapId) -> None:
    """Judgements that contradict one another in a circle."""
    rows = ((60, 40, 30), (50, 70, 35))
    _, (speed, price, safety) = _options(document, map_id, ("This", "That"), (None, None, None), rows)
    for first, second, ratio in ((speed, price, 5), (price, safety, 3), (safety, speed, 7)):
        criteria.set_judgement(document, first, second, ratio)


@_named
def _one_viewpoint(document: Document, map_id: MapId) -> None:
    options, columns = _options(document, map_id, ("This", "That"), (60, 40), ((20, 90), (70, 50)))
    person = perspectives.add_perspective(document, map_id, "Dana", PerspectiveKind.PERSON).id
    perspectives.set_weights(document, person, {columns[0]: 0.0, columns[1]: 100.0})
    perspectives.set_score_number(document, person, options[0], columns[0], likely=5, low=0, high=30)


@_named
def _people_of_one_mind(document: Document, map_id: MapId) -> None:
    options, columns = _options(document, map_id, ("This", "That"), (60, 40), ((20, 90), (70, 50)))
    claim = _reason(document, options[0], PRO, "It lasts", 0.5, 0.5)
    for name in ("Dana", "Efe", "Farid"):
        person = perspectives.add_perspective(document, map_id, name, PerspectiveKind.PERSON).id
        perspectives.set_weights(document, person, {columns[0]: 30.0, columns[1]: 70.0})
        perspectives.set_card_number(document, person, claim, 0.8)


@_named
def _people_at_odds(document: Document, map_id: MapId) -> None:
    """Two against two about everything, one who says nothing, and one whose word counts for nothing."""
    options, columns = _options(document, map_id, ("This", "That"), (50, 50), ((90, 10), (10, 90)))
    claim = _reason(document, options[0], PRO, "It lasts", 0.5, 0.5)
    for name, weight, likely in (("Dana", 100.0, 1), ("Efe", 90.0, 0.9), ("Farid", 0.0, 0), ("Gwen", 10.0, 0.1)):
        person = perspectives.add_perspective(document, map_id, name, PerspectiveKind.PERSON).id
        perspectives.set_weights(document, person, {columns[0]: weight, columns[1]: 100 - weight})
        perspectives.set_card_number(document, person, claim, likely)
        perspectives.set_argument_number(document, person, link(document, claim), likely)
    perspectives.add_perspective(document, map_id, "Hana", PerspectiveKind.PERSON)
    none = perspectives.add_perspective(document, map_id, "Ivo", PerspectiveKind.PERSON).id
    perspectives.set_share(document, none, 0)
    perspectives.set_weights(document, none, {columns[0]: 100.0, columns[1]: 0.0})


@_named
def _scenarios(document: Document, map_id: MapId) -> None:
    """The best for most is the worst in one, and another is never far from the best."""
    options, columns = _options(document, map_id, ("Bold", "Steady"), (60, 40), ((90, 80), (65, 60)))
    for name, likely in (("Boom", 100), ("Slump", 0), ("As today", 85)):
        scenario = perspectives.add_perspective(document, map_id, name, PerspectiveKind.SCENARIO).id
        perspectives.set_score_number(document, scenario, options[0], columns[0], likely=likely)


@_named
def _stakeholders(document: Document, map_id: MapId) -> None:
    _, columns = _options(document, map_id, ("Road", "Rail"), (50, 50), ((80, 20), (30, 90)))
    for name, first in (("Drivers", 100), ("Residents", 0)):
        group = perspectives.add_perspective(document, map_id, name, PerspectiveKind.STAKEHOLDER).id
        perspectives.set_weights(document, group, {columns[0]: float(first), columns[1]: 100.0 - first})


@_named
def _numbers_hidden(document: Document, map_id: MapId) -> None:
    options, _ = _options(document, map_id, ("This", "That"), (60, 40), ((20, 90), (70, 50)))
    _reason(document, options[0], PRO, "It lasts", 0.5, 0.5)
    maps.hide_numbers(document, map_id, hidden=True)


@_named
def _sources_of_all_grades(document: Document, map_id: MapId) -> None:
    question = cards.add_question(document, map_id, "Is it true?").id
    for number, (grade, credibility, verification) in enumerate(
        (("A", 1, Verification.CORROBORATED), ("F", 6, Verification.DISPUTED), (None, None, Verification.UNVERIFIED),
         ("C", None, Verification.UNVERIFIED), (None, 3, Verification.CORROBORATED))
    ):  # fmt: skip
        source = sources.add_source(
            document, f"s{number}", f"Report {number}", author="A. Writer", date=f"{2019 + number}"
        )
        sources.grade_source(document, source.id, grade, credibility)
        sources.verify_source(document, source.id, verification)
        claim = _reason(document, question, PRO if number % 2 else CON, f"It says {number}", 0.5, 0.2 * number)
        sources.cite(document, claim, source.id, quote="As it stands there" if number else "", locator=f"p. {number}")
        evidence = arguments.add_evidence(document, claim, f"Measured {number}").id
        sources.cite(document, evidence, source.id)
    sections.set_recommendation(document, map_id, "Believe it. [@s0] [@s3] [@nowhere]")
    sections.set_up_brief(document, map_id, citations=CitationStyle.AUTHOR_DATE)


@_named
def _a_loop(document: Document, map_id: MapId) -> None:
    """Two claims that speak against each other, and one that speaks for itself by way of another."""
    maps.allow_loops(document, map_id, allowed=True)
    first, second = (cards.add_claim(document, map_id, text).id for text in ("He lies", "She lies"))
    for card, likely in ((first, 0.6), (second, 0.7)):
        cards.set_plausibility(document, card, likely)
    for card, to in ((first, second), (second, first)):
        arguments.set_importance(document, arguments.link_card(document, card, to, CON).id, 1)
    third = _reason(document, first, PRO, "He blinks", 0.5, 0.5)
    arguments.set_importance(document, arguments.link_card(document, first, third, PRO).id, 0.5)
    arguments.link_card(document, third, second, CON)


@_named
def _at_the_ends(document: Document, map_id: MapId) -> None:
    """Certain and impossible claims, of full and of no importance."""
    maps.set_method(document, map_id, Method.DF_QUAD)
    question = cards.add_question(document, map_id, "Is it?").id
    for likely, importance in product((0, 1), (0, 1)):
        claim = _reason(document, question, PRO, f"For {likely} {importance}", importance, likely)
        _reason(document, claim, CON, f"Against {likely} {importance}", importance, 1 - likely)


@_named
def _many_points(document: Document, map_id: MapId) -> None:
    """More than the short forms list, of options, criteria, points and words."""
    rows = [[(7 * option + 13 * criterion) % 101 for criterion in range(8)] for option in range(7)]
    names = [f"Option number {number} with a name of some length" for number in range(1, 8)]
    weights = tuple(range(10, 90, 10))
    options, columns = _options(document, map_id, names, weights, rows)
    for number, option in enumerate(options):
        for index in range(5):
            point = _reason(
                document, option, PRO if (index + number) % 2 else CON, f"Point {index} of option {number}, in words",
                (index + 1) / 5, ((number + index) % 6) / 5,
            )  # fmt: skip
            arguments.set_criterion(document, link(document, point), columns[index])
            cards.set_assumption(document, point, assumption=index == 0)
            if index % 2:
                _reason(document, point, CON, f"Answer to {index} of {number}", 0.5, 0.7)
    sections.add_section(
        document, map_id, "Background", body="\n\n".join("A sentence of words. " * 12 for _ in range(9))
    )
    sections.add_section(document, map_id, "Who signs", kind=SectionKind.SIGNATURES)


@_named
def _long_texts(document: Document, map_id: MapId) -> None:
    """Texts longer than the lines, names and alternative texts in which they are repeated."""
    words = "a text that goes on for a good while and says the same again and again, "
    options, columns = _options(
        document, map_id, ("This: " + words * 3, "That: " + words * 3), (60, 40), ((20, 90), (70, 50))
    )
    maps.rename_map(document, map_id, "Title: " + words * 2)
    doubtful = sources.add_source(document, "leaflet", "A leaflet", author="Nobody").id
    sources.grade_source(document, doubtful, "E", 5)
    for number in range(8):
        claim = _reason(
            document, options[number % 2], PRO if number % 3 else CON, f"Point {number}: " + words * 4, 0.5, 0.6
        )
        arguments.set_criterion(document, link(document, claim), columns[number % 2])
        cards.set_notes(document, claim, "Notes: " + words * 6)
        sources.cite(document, claim, doubtful, quote=words * 2)
        cards.set_assumption(document, claim, assumption=number < 3)
        for name in ("Dana", "Efe") if number == 0 else ():
            perspectives.add_perspective(document, map_id, name, PerspectiveKind.PERSON)
        for person, likely in zip(reads.perspectives(document, map_id), (0.05, 0.95), strict=True):
            perspectives.set_card_number(document, person.id, claim, likely)


@_named
def _facts(document: Document, map_id: MapId) -> None:
    """Facts of all kinds of amounts, with and without a criterion of their name."""
    options, columns = _options(document, map_id, ("This", "That", "Third"), (60, 40), ((20, 90), (70, 50), (50, 50)))
    for name, amounts in (
        ("Price", ("12 €", "9–11 €", "ca. 10 €")), ("Speed", ("3 h", "150 min", "")), ("Owner", ("State", "", "Town")),
        ("Jobs", ("1,200", "1.5 k", "<900")), ("Share", ("12 %", "9.5 %", "100 %")),
    ):  # fmt: skip
        for option, amount in zip(options, amounts, strict=True):
            scores.set_fact(document, option, name, amount)
    criteria.set_direction(document, columns[1], "less")


@_named
def _four_criteria(document: Document, map_id: MapId) -> None:
    """The criteria that a map begins with, all of one weight, on claims without options."""
    question = cards.add_question(document, map_id, "Is the treaty any good?").id
    for number, name in enumerate(("Specificity", "Credibility", "Enforceability", "Scope")):
        criteria.add_criterion(document, map_id, name, question=f"How well on {name}?")
        for stance in (PRO, CON)[: 1 + number % 2]:
            _reason(document, question, stance, f"{name} {stance.value}", 0.25 * (1 + number), 0.6)
