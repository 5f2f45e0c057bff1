"""Two maps for drawing and briefing: a seminar with options and criteria, and a plain pro-and-con list."""

import random

from desktop_app.edits import arguments, cards, criteria, maps, scores, sections, sources
from desktop_app.model.document import Document
from desktop_app.model.ids import WORKBOOK_ID, ArgumentId, CardId, MapId
from desktop_app.model.reads import arguments_from
from desktop_app.model.records import Confidence, Criterion, Source, Workbook
from desktop_app.wording.sentence import literal

CREATED = "2026-03-01T09:00:00Z"


def empty(title: str = "Summit seminar") -> Document:
    """A workbook without maps, whose ids are the same in every run."""
    workbook = Workbook(WORKBOOK_ID, title, "R. Researcher", "en", CREATED)
    return Document([workbook], source_of_ids=random.Random(7))


def link(document: Document, card: CardId) -> ArgumentId:
    """The first argument a card serves."""
    return arguments_from(document, card)[0].id


def _point(
    document: Document,
    to: CardId,
    sign: str,
    text: str,
    importance: float | None = None,
    plausibility: float | None = None,
    criterion: Criterion | None = None,
    source: Source | None = None,
    notes: str = "",
) -> CardId:
    add = {"+": arguments.add_pro, "-": arguments.add_con, ">": arguments.add_evidence}[sign]
    card = add(document, to, text)
    arguments.set_importance(document, link(document, card.id), importance)
    cards.set_plausibility(document, card.id, plausibility)
    if criterion is not None:
        arguments.set_criterion(document, link(document, card.id), criterion.id)
    if source is not None:
        sources.cite(document, card.id, source.id, locator="p. 4")
    if notes:
        cards.set_notes(document, card.id, notes)
    return card.id


def seminar() -> tuple[Document, MapId]:
    """Three options, four criteria, pros and cons with answers, sources and a recommendation."""
    document = empty()
    with document.transaction(literal("Make the seminar")):
        map_id = maps.add_map(document, "Security guarantees").id
        question = cards.add_question(
            document, map_id, "How should Ukraine’s security be guaranteed if a deal is reached?"
        ).id
        treaty, paper, force = (
            cards.add_option(document, map_id, text, under=question).id
            for text in ("Treaty-based mutual defence", "Political assurances", "Monitored force on the ground")
        )
        cards.set_notes(document, treaty, "Binding article: an attack is answered by all signatories")
        cards.set_notes(document, paper, "Declaration by guarantors, on the 1994 model")
        cards.set_notes(document, force, "European contingent with US surveillance and air cover")
        names = ("Specificity", "Credibility", "Enforceability", "Scope")
        specific, credible, enforce, scope = (criteria.add_criterion(document, map_id, name) for name in names)
        for criterion, weight in ((specific, 60), (credible, 60), (enforce, 50), (scope, 30)):
            criteria.set_weight(document, criterion.id, weight)
        rows = {treaty: (82, 74, 55, 52), paper: (60, 22, 12, 30), force: (66, 63, 78, None)}
        for option, values in rows.items():
            for criterion, value in zip((specific, credible, enforce, scope), values, strict=True):
                if value is not None:
                    scores.set_score(document, option, criterion.id, value, confidence=Confidence.MEDIUM)
        draft = sources.add_source(
            document,
            "draft2025",
            "Draft guarantee text, art. 2",
            author="Working group",
            url="https://example.org/draft",
        )
        sources.grade_source(document, draft.id, "A", 2)
        survey = sources.add_source(document, "survey", "Survey summary", date="2025")
        sources.grade_source(document, survey.id, "C", 3)
        who = _point(
            document, treaty, "+", "Names who must act, how fast and with what", 1, 0.8, specific, draft,
            "Draft article 2 sets a 24-hour consultation and lists minimum contributions per guarantor.",
        )  # fmt: skip
        _point(
            document, who, ">", "Draft text lists triggers, 24-hour consultation and minimum contributions", 0.5, 0.9
        )
        _point(
            document, treaty, "+", "An attack on one triggers a response by all, so deterrence is believed",
            0.75, 0.7, credible,
        )  # fmt: skip
        ratify = _point(
            document, treaty, "-", "Ratification can fail or take years in several parliaments", 0.75, 0.7, enforce
        )
        _point(
            document,
            ratify,
            "-",
            "Polls show majorities for ratification in five of six states",
            0.5,
            0.7,
            None,
            survey,
        )
        budapest = _point(
            document, paper, "-", "The 1994 Budapest Memorandum gave assurances and was not enforced", 1, 0.9, enforce
        )
        _point(document, budapest, "+", "Assurance is not guarantee: the text never promised force", 0.5, 0.9)
        _point(document, paper, "+", "Can be signed within weeks and needs no ratification", 0.5, 0.7, specific)
        _point(document, force, "+", "A tripwire force raises the cost of renewed attack", 0.75, 0.7, credible)
        _point(document, force, "-", "Rules of engagement stay disputed among contributors", None, None, specific)
        cards.add_note(document, map_id, "What of cyberattacks?", under=question)
        sections.set_recommendation(
            document, map_id, "Choose **A**, treaty-based mutual defence, and open ratification talks now. [@draft2025]"
        )
        sections.add_section(
            document, map_id, "Context and background",
            body="Talks resumed in *August*.\n\n- Allies ask for text\n- Parliaments wait\n\nSee [the draft](https://example.org).",
        )  # fmt: skip
        sections.add_section(document, map_id, "Call to action", body="")
        sections.set_up_brief(document, map_id, date="2026-03-02", author="R. Researcher")
    return document, map_id


def summit() -> tuple[Document, MapId]:
    """A question with six pros and seven cons, nothing weighed; four criteria, no options."""
    document = empty("Summit")
    with document.transaction(literal("Make the summit")):
        map_id = maps.add_map(document, "Should the summit go ahead?").id
        question = cards.add_question(document, map_id, "Should the summit go ahead?").id
        for sign, count in (("+", 6), ("-", 7)):
            for number in range(count):
                side = "pro" if sign == "+" else "con"
                _point(
                    document, question, sign, f"Reason {number + 1} as a {side}, said in a few plain words",
                    notes=f"What stands behind {side} {number + 1}: a sentence that explains it at some more length.",
                )  # fmt: skip
        for name in ("Specificity", "Credibility", "Enforceability", "Scope"):
            criteria.add_criterion(document, map_id, name, question=f"How well is it done on {name.lower()}?")
        sections.add_section(document, map_id, "Key takeaways", body="- First\n- Second\n- Third")
        sections.add_section(document, map_id, "Future outlook", body="It is open.\n\nIt may change.")
        sources.add_source(document, "article", "A Summit in Sight", publisher="The Paper", date="2025-08-19")
    return document, map_id
