"""The example, the templates and the tutorial, made from their readable sources in `resources/samples`; no window."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from platformdirs import user_data_path

from desktop_app.base.errors import AppError
from desktop_app.base.resources import resource
from desktop_app.edits import cards, criteria, maps, pasting, perspectives, scores, sections, sources, workbooks
from desktop_app.formats.text import read_text
from desktop_app.model import reads
from desktop_app.model.document import Document
from desktop_app.model.ids import CardId, CriterionId, MapId
from desktop_app.model.records import CardKind, Confidence, Map, PerspectiveKind, Premise, Verification
from desktop_app.session import Session
from desktop_app.wording.sentence import say, text

# What TOML may hold; the file ships with the program and a test reads it whole.
Part = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Template:
    """A workbook to begin with.

    Attributes:
        name: what `steelyard new --template` calls it.
        page: the page of the window on which it opens.
        source: what it holds.
    """

    name: str
    page: str
    source: Part

    @property
    def title(self) -> str:
        """What the welcome screen calls it."""
        return text(f"template.{self._key}")

    @property
    def summary(self) -> str:
        """What it is for, in a sentence."""
        return text(f"template.{self._key}.about")

    @property
    def _key(self) -> str:
        return self.name.replace("-", "_")


class TemplateMissingError(AppError):
    """No template has that name."""

    default_code = "no-template"


def open_example() -> Session:
    """Opens the person's own copy of the example, made on first use; their changes to it are kept."""
    return _open_own("Example.steelyard", create_example)


def open_tutorial() -> Session:
    """Opens the person's own copy of the tutorial, made on first use."""
    return _open_own("Tutorial.steelyard", create_tutorial)


def create_example(path: Path) -> Session:
    """Makes the example workbook and opens it.

    Raises:
        StoreError: there is a file of this name, or it cannot be written.
    """
    return _create(path, _read("example.toml"))


def create_tutorial(path: Path) -> Session:
    """Makes the tutorial and opens it.

    Raises:
        StoreError: there is a file of this name, or it cannot be written.
    """
    return _create(path, _read("tutorial.toml"))


@cache
def templates() -> tuple[Template, ...]:
    """The templates, in the order of the welcome screen."""
    return tuple(Template(item["name"], item["page"], item) for item in _read("templates.toml")["templates"])


@cache
def placeholder_texts() -> frozenset[str]:
    """What stands on cards of templates only to be written over."""
    return frozenset(_read("templates.toml")["placeholders"])


def template_named(name: str) -> Template:
    """The template with this name.

    Raises:
        TemplateMissingError: there is none.
    """
    for template in templates():
        if template.name == name:
            return template
    known = ", ".join(template.name for template in templates())
    raise TemplateMissingError(say("error.samples.no_template", name=name), say("remedy.there_are", known=known))


def create_from_template(path: Path, template: Template, *, author: str = "", question: str = "") -> Session:
    """Makes a workbook from a template and opens it; its history begins after that.

    Args:
        path: where to.
        template: which.
        author: of the workbook.
        question: what the first map asks, in place of the template's question.

    Raises:
        StoreError: there is a file of this name, or it cannot be written.
    """

    def begin(document: Document) -> None:
        fill(document, template.source)
        if question:
            first = reads.maps(document)[0]
            asked = next(card for card in reads.cards(document, first.id) if card.kind is CardKind.QUESTION)
            cards.set_text(document, asked.id, question)
            maps.rename_map(document, first.id, question)

    return Session.make(path, begin, title=path.stem, author=author)


def fill(document: Document, source: Part) -> None:
    """Makes what a sample's source describes."""
    with document.transaction(say("step.make_the_sample")):
        if "author" in source:
            workbooks.set_author(document, source["author"])
        for item in source.get("sources", ()):
            _add_source(document, item)
        for item in source["maps"]:
            _add_map(document, item)


def _open_own(name: str, create: Callable[[Path], Session]) -> Session:
    path = user_data_path("steelyard", appauthor=False) / name
    if path.exists():
        return Session.open(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    return create(path)


def _create(path: Path, source: Part) -> Session:
    return Session.make(path, lambda document: fill(document, source), title=source["title"])


def _read(name: str) -> Part:
    return tomllib.loads(resource("samples", name).read_text(encoding="utf-8"))


def _add_source(document: Document, item: Part) -> None:
    names = ("author", "publisher", "date", "url")
    made = sources.add_source(document, item["key"], item["title"], **{name: item.get(name, "") for name in names})
    sources.grade_source(document, made.id, item.get("reliability"), item.get("credibility"))
    sources.verify_source(document, made.id, Verification(item["verification"]))


def _add_map(document: Document, item: Part) -> Map:
    made = maps.add_map(document, item["title"])
    for part in item.get("criteria", ()):
        _add_criterion(document, made.id, part)
    plan = read_text(
        item["text"],
        known_sources=[source.key for source in reads.sources(document)],
        known_criteria=[criterion.name for criterion in reads.criteria(document, made.id)],
    )
    assert not plan.notices, plan.notices
    made_cards = pasting.paste_plan(document, made.id, plan)
    for card, tag in zip(made_cards, item.get("tags", ()), strict=False):
        cards.set_tags(document, card, (tag,) if tag else ())
    for part in item.get("options", ()):
        _judge(document, made.id, part)
    for part in item.get("perspectives", ()):
        _add_perspective(document, made.id, part)
    if "recommendation" in item:
        sections.set_recommendation(document, made.id, item["recommendation"])
    for part in item.get("sections", ()):
        sections.add_section(document, made.id, part["title"], body=part["body"].strip())
    if "brief" in item:
        brief = item["brief"]
        sections.set_up_brief(document, made.id, author=brief["author"], date=brief["date"], language=brief["language"])
    if item.get("numbers_hidden", False):
        maps.hide_numbers(document, made.id, hidden=True)
    return made


def _add_criterion(document: Document, map_id: MapId, part: Part) -> None:
    made = criteria.add_criterion(document, map_id, part["name"], question=part["question"])
    # Without one, nobody has weighed it yet.
    if "weight" in part:
        criteria.set_weight(document, made.id, float(part["weight"]))
    step = 100 / (len(part["levels"]) - 1)
    labels = [(step * number, label) for number, label in enumerate(part["levels"])]
    criteria.set_levels(document, made.id, labels)


def _judge(document: Document, map_id: MapId, part: Part) -> None:
    option = _card_saying(document, map_id, part["option"])
    for name, judged in part["scores"].items():
        criterion = _criterion_called(document, map_id, name)
        scores.set_score(
            document, option, criterion, float(judged["likely"]), confidence=Confidence(judged["confidence"])
        )
        scores.set_score_note(document, option, criterion, judged["note"])
    for name, value in part.get("facts", {}).items():
        scores.set_fact(document, option, name, value)


def _add_perspective(document: Document, map_id: MapId, part: Part) -> None:
    made = perspectives.add_perspective(document, map_id, part["name"], PerspectiveKind(part["kind"]))
    for words, likely in part.get("likely", {}).items():
        perspectives.set_card_number(document, made.id, _card_saying(document, map_id, words), likely)
    for words, matters in part.get("matters", {}).items():
        (premise,) = document.referring(Premise, "card", _card_saying(document, map_id, words))
        perspectives.set_argument_number(document, made.id, premise.argument, matters)
    if "colour" in part:
        perspectives.set_colour(document, made.id, part["colour"])
    weights = {_criterion_called(document, map_id, name): float(raw) for name, raw in part.get("weights", {}).items()}
    if weights:
        perspectives.set_weights(document, made.id, weights)
    for words, judged in part.get("scores", {}).items():
        option = _card_saying(document, map_id, words)
        for name, likely in judged.items():
            criterion = _criterion_called(document, map_id, name)
            perspectives.set_score_number(document, made.id, option, criterion, likely=float(likely))


def _card_saying(document: Document, map_id: MapId, words: str) -> CardId:
    return next(card.id for card in reads.cards(document, map_id) if card.text == words)


def _criterion_called(document: Document, map_id: MapId, name: str) -> CriterionId:
    criterion = reads.criterion_named(document, map_id, name)
    assert criterion is not None, name
    return criterion.id
