"""The example workbook, made from its readable source in `resources/samples`. Nothing here knows a window."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from platformdirs import user_data_path

from desktop_app.base.resources import resource
from desktop_app.edits import criteria, maps, pasting, scores, sections, sources, workbooks
from desktop_app.formats.text import read_text
from desktop_app.model import reads
from desktop_app.model.document import Document
from desktop_app.model.ids import MapId
from desktop_app.model.records import Confidence, Map, Verification
from desktop_app.session import Session

# What TOML may hold; the file ships with the program and a test reads it whole.
Part = Mapping[str, Any]


def open_example() -> Session:
    """Opens the person's own copy of the example, made on first use; their changes to it are kept."""
    path = user_data_path("steelyard", appauthor=False) / "Example.steelyard"
    if path.exists():
        return Session.open(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    return create_example(path)


def create_example(path: Path) -> Session:
    """Makes the example workbook and opens it.

    Raises:
        StoreError: there is a file of this name, or it cannot be written.
    """
    source = tomllib.loads(resource("samples", "example.toml").read_text(encoding="utf-8"))
    return Session.make(path, lambda document: fill(document, source), title=source["title"])


def fill(document: Document, source: Part) -> None:
    """Makes what a sample's source describes, as one step."""
    with document.transaction("Make the example"):
        workbooks.set_author(document, source["author"])
        for item in source["sources"]:
            _add_source(document, item)
        for item in source["maps"]:
            _add_map(document, item)


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
    pasting.paste_plan(document, made.id, plan)
    for part in item.get("options", ()):
        _judge(document, made.id, part)
    sections.set_recommendation(document, made.id, item["recommendation"])
    for part in item.get("sections", ()):
        sections.add_section(document, made.id, part["title"], body=part["body"].strip())
    brief = item["brief"]
    sections.set_up_brief(document, made.id, author=brief["author"], date=brief["date"], language=brief["language"])
    return made


def _add_criterion(document: Document, map_id: MapId, part: Part) -> None:
    made = criteria.add_criterion(document, map_id, part["name"], question=part["question"])
    criteria.set_weight(document, made.id, float(part["weight"]))
    step = 100 / (len(part["levels"]) - 1)
    labels = [(step * number, label) for number, label in enumerate(part["levels"])]
    criteria.set_levels(document, made.id, labels)


def _judge(document: Document, map_id: MapId, part: Part) -> None:
    option = next(card for card in reads.options(document, map_id) if card.text == part["option"])
    for name, judged in part["scores"].items():
        criterion = reads.criterion_named(document, map_id, name)
        assert criterion is not None, name
        scores.set_score(
            document, option.id, criterion.id, float(judged["likely"]), confidence=Confidence(judged["confidence"])
        )
        scores.set_score_note(document, option.id, criterion.id, judged["note"])
    for name, value in part.get("facts", {}).items():
        scores.set_fact(document, option.id, name, value)
