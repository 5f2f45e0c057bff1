"""A map on which everything is used that a map can hold: what a screen or a paper leaves out of it shows."""

from desktop_app.edits import arguments, cards, criteria, maps, perspectives, scores, sections, sources
from desktop_app.model.document import Document
from desktop_app.model.ids import MapId
from desktop_app.model.records import (
    CitationStyle,
    Confidence,
    Margins,
    PerspectiveKind,
    ScoreMode,
    SectionKind,
    Stance,
    Verification,
)
from desktop_app.wording.sentence import literal
from tests.sample_maps import empty, link

QUESTION = "How should people cross the river Aven?"
OPTIONS = ("A new road bridge", "A tram on the old bridge", "A ferry every ten minutes", "Nothing is built")


def crossing() -> tuple[Document, MapId]:
    """Four options, five criteria, five viewpoints, shared and joint points, a loop, sources, amounts and a brief."""
    document = empty("River Aven")
    with document.transaction(literal("Make the crossing")):
        map_id = _make(document)
    return document, map_id


def _make(document: Document) -> MapId:
    map_id = maps.add_map(document, "Crossing the Aven").id
    maps.allow_loops(document, map_id, allowed=True)
    maps.set_simulation(document, map_id, seed=7, draws=2000)
    question = cards.add_question(document, map_id, QUESTION).id
    bridge, tram, ferry, nothing = (cards.add_option(document, map_id, text, under=question).id for text in OPTIONS)
    time, nature, money, fair, taste = (
        criteria.add_criterion(document, map_id, name, question=asks).id
        for name, asks in (
            ("Time saved", "How many minutes does a commuter save?"),
            ("River life", "What does it do to reeds, fish and birds?"),
            ("Affordable", ""),
            ("Fair to both banks", "Who gains, and who pays?"),
            ("Looks", ""),
        )
    )
    for criterion, weight in ((time, 80), (nature, 55), (money, 70), (fair, 40)):
        criteria.set_weight(document, criterion, weight)
    criteria.set_weight(document, taste, 0)
    criteria.lock_weight(document, nature, locked=True)
    criteria.set_red_line(document, nature, 30)
    criteria.share_doubt(document, time, shared=True)
    criteria.set_levels(document, fair, ((0, "One bank pays all"), (50, "Shared"), (100, "Who gains pays")))
    criteria.set_judgement(document, time, nature, 2)
    criteria.set_judgement(document, time, money, 1)
    rows: dict[int, tuple[float | None, ...]] = {
        bridge: (90, 25, 20, 45),
        tram: (60, 80, 55, 70),
        ferry: (35, 70, 75, None),
        nothing: (0, 95, 100, 30),
    }
    for option in (bridge, tram, ferry, nothing):
        for criterion, value in zip((time, nature, money, fair), rows[option], strict=True):
            if value is not None:
                scores.set_score(document, option, criterion, value, confidence=Confidence.HIGH)
    scores.set_score(document, bridge, time, 85, low=60, high=95)
    scores.set_score(document, ferry, fair, None)
    scores.set_score(document, tram, nature, 80, confidence=Confidence.LOW)
    scores.set_score_note(document, tram, nature, "If the piers stay as they are")
    scores.set_score_mode(document, ferry, money, ScoreMode.ARGUED)
    for fact, amounts in (
        ("Cost (€ m)", ("140", "45–60", "18", "0")),
        ("Opens", ("2032", "2028", "", "never")),
        ("Jobs", ("300", "120", "80", "?")),
    ):
        for option, amount in zip((bridge, tram, ferry, nothing), amounts, strict=True):
            scores.set_fact(document, option, fact, amount)

    count = sources.add_source(document, "count2025", "Traffic count", author="City of Aven", publisher="Roads office",
        date="2025-05", url="https://example.org/count").id  # fmt: skip
    sources.describe_source(document, count, accessed="2026-02-01")
    sources.grade_source(document, count, "A", 1)
    sources.verify_source(document, count, Verification.CORROBORATED)
    leaflet = sources.add_source(document, "leaflet", "Save the reeds", author="Friends of the river").id
    sources.grade_source(document, leaflet, "D", 4)
    sources.verify_source(document, leaflet, Verification.DISPUTED)
    sources.add_source(document, "unread", "A history of the Aven ferries", date="1911")

    faster = arguments.add_pro(document, bridge, "Eleven minutes less for 14,000 commuters a day").id
    cards.set_plausibility(document, faster, 0.85)
    cards.set_confidence(document, faster, Confidence.HIGH)
    cards.set_notes(document, faster, "Counted in *May*, without school holidays.\n\nThe afternoon is slower.")
    arguments.set_importance(document, link(document, faster), 1)
    arguments.set_criterion(document, link(document, faster), time)
    sources.cite(document, faster, count, quote="14,212 crossings", locator="p. 3")
    more = arguments.add_con(document, faster, "New roads fill up again within five years").id
    cards.set_plausibility(document, more, 0.6)
    arguments.set_importance(document, link(document, more), 0.75)
    toll = arguments.add_con(document, more, "A toll keeps it free").id
    cards.set_plausibility(document, toll, 0.5)
    arguments.set_importance(document, link(document, toll), 0.5)
    doubt = arguments.add_undercut(document, link(document, more), "That was found for cities ten times as large").id
    cards.set_plausibility(document, doubt, 0.4)
    reeds = arguments.add_con(document, bridge, "Two piers stand in the reeds").id
    cards.set_plausibility(document, reeds, 0.95)
    arguments.set_importance(document, link(document, reeds), 0.75)
    arguments.set_criterion(document, link(document, reeds), nature)
    sources.cite(document, reeds, leaflet)
    evidence = arguments.add_evidence(document, reeds, "Survey of nests, spring 2025: 41 pairs").id
    cards.set_plausibility(document, evidence, 0.9)

    rails = arguments.add_pro(document, tram, "The rails lie there already").id
    arguments.set_importance(document, link(document, rails), 0.75)
    cards.set_plausibility(document, rails, 0.9)
    bears = arguments.add_premise(document, link(document, rails), "The old bridge bears forty tonnes").id
    cards.set_plausibility(document, bears, 0.55)
    cards.set_assumption(document, bears, assumption=True)
    cards.set_tags(document, bears, ("engineering", "to check"))
    shared = arguments.link_card(document, reeds, ferry, Stance.SUPPORTS)
    arguments.set_importance(document, shared.id, 0.25)
    rust = arguments.add_con(document, tram, "The old bridge rusts").id
    cards.set_plausibility(document, rust, 0.5)
    arguments.set_importance(document, link(document, rust), 0.5)
    arguments.link_card(document, rust, bears, Stance.OPPOSES)
    # Each is a reason for the other.
    arguments.link_card(document, bears, rust, Stance.OPPOSES)
    cheap = arguments.add_pro(document, ferry, "Two boats cost what the bridge costs in interest").id
    arguments.set_criterion(document, link(document, cheap), money)
    arguments.set_importance(document, link(document, cheap), 0.75)
    cards.set_plausibility(document, cheap, 0.8)
    arguments.add_con(document, ferry, "Fog: forty days a year without a boat")
    arguments.add_pro(document, question, "Three councils have asked for a crossing since 1998")
    cards.add_note(document, map_id, "Ask the harbour master about ice", under=ferry)
    alone = cards.add_claim(document, map_id, "The Aven is navigable in every month").id
    cards.set_plausibility(document, alone, 0.7)

    for name, kind, share, weights, scored, judged in (
        ("Alma Reyes", PerspectiveKind.PERSON, 1, (90, 20, 60, 30), {(bridge, time): 95, (tram, nature): 60}, 0.9),
        ("Bo Lindgren", PerspectiveKind.PERSON, 1, (30, 90, 40, 60), {(bridge, nature): 5, (ferry, fair): 80}, 0.3),
        ("Chidi Obi", PerspectiveKind.PERSON, 2, (50, 50, 90, 50), {(ferry, money): 95, (nothing, fair): 10}, 0.5),
        ("Commuters", PerspectiveKind.STAKEHOLDER, 1, (100, 10, 10, 10), {(ferry, time): 10}, None),
        ("Ice for a month", PerspectiveKind.SCENARIO, 1, None, {(ferry, time): 0, (ferry, money): 40}, None),
    ):
        person = perspectives.add_perspective(document, map_id, name, kind).id
        perspectives.set_share(document, person, share)
        if weights is not None:
            perspectives.set_weights(
                document, person, dict(zip((time, nature, money, fair), map(float, weights), strict=True))
            )
        for (option, criterion), value in scored.items():
            perspectives.set_score_number(document, person, option, criterion, likely=value)
        if judged is not None:
            perspectives.set_card_number(document, person, more, judged)
            perspectives.set_argument_number(document, person, link(document, reeds), 1 - judged)

    sections.set_recommendation(
        document, map_id, "Build **B**, and ask again in *2031*. [@count2025]\n\n1. Inspect the bridge\n2. Order trams"
    )
    sections.add_section(document, map_id, "Background",
        body="Aven has *one* bridge.\n\n> We have waited since 1998.\n\n- north: 40,000\n- south: 9,000\n\n"
        "See [the count](https://example.org/count) and `A-12`.")  # fmt: skip
    sections.add_section(document, map_id, "Who signs", kind=SectionKind.SIGNATURES)
    sections.set_up_brief(
        document,
        map_id,
        date="2026-03-02",
        author="I. Moreau",
        organisation="City of Aven",
        classification="For the council only",
        decision_by="the council, on 9 April",
        margins=Margins.NARROW,
        citations=CitationStyle.FOOTNOTES,
    )
    return map_id
