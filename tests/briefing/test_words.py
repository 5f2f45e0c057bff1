"""The strings of the brief in its languages."""

import json
import re
from pathlib import Path

import pytest

from desktop_app.base.resources import resource
from desktop_app.briefing.content.compose import compose
from desktop_app.briefing.content.presets import presets
from desktop_app.briefing.content.words import LANGUAGES, words_in
from desktop_app.briefing.text.html import html
from desktop_app.edits import sections
from desktop_app.model.records import SectionKind
from desktop_app.weighing.results import weigh
from tests.briefing.papers import export_pdf
from tests.sample_maps import seminar


def strings(language: str) -> dict[str, str]:
    found: dict[str, str] = json.loads(resource("briefing", "words", f"{language}.json").read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_everything_with_the_same_places_for_values(language: str) -> None:
    english = strings("en")
    found = strings(language) | {"section.words": ""}
    assert set(found) == set(english)
    for key, text in english.items():
        assert set(re.findall(r"\{\w+\}", found[key])) == set(re.findall(r"\{\w+\}", text)), key


def test_every_kind_of_section_and_every_form_has_a_name() -> None:
    english = strings("en")
    assert {f"section.{kind.value}" for kind in SectionKind} <= set(english)
    assert {f"{what}.{preset.name}" for preset in presets() for what in ("preset", "kicker")} <= set(english)


def test_a_tag_with_a_region_finds_its_language_and_an_unknown_one_english() -> None:
    assert words_in("de-AT")["page"] == "Seite"
    assert words_in("tlh").language == "en"
    assert words_in("")["page"] == "Page"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_brief_is_set_in_each_language_to_the_strictest_standard(language: str, tmp_path: Path) -> None:
    document, map_id = seminar()
    sections.set_up_brief(document, map_id, language=language, decision_by="1 May", preset="memo")
    content = compose(document, map_id, weigh(document, map_id))
    report = export_pdf(content, tmp_path / "a.pdf")
    assert report.standards == ("ua-1", "a-2a")
    assert words_in(language)["agreed"] in html(content)
    assert f'dir="{"rtl" if language == "ar" else "ltr"}"' in html(content)
