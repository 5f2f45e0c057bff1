"""The documents tell the truth: links lead somewhere, pictures exist, documented commands are there."""

import re
from pathlib import Path

import pytest

from desktop_app import __version__
from desktop_app.briefing.formats import FORMATS
from desktop_app.cli import is_for_command_line

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_between_documents_lead_somewhere(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for target in _LINK.findall(text):
        if target.startswith(("http:", "https:", "mailto:", "#")):
            continue
        assert (path.parent / target.split("#")[0]).exists(), f"{path.name} links to {target}"


def test_the_readme_names_both_commands_and_the_verbs() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for words in ("python3 dev.py run", "python3 dev.py test", "apt-get install"):
        assert words in text
    for verb in ("new", "info", "weigh", "export", "check"):
        assert f"steelyard {verb}" in text
        assert is_for_command_line([verb])


def test_the_changelog_has_an_entry_for_this_version() -> None:
    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_architecture_fits_on_a_few_screens() -> None:
    assert len((ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").splitlines()) <= 200


def test_the_guide_and_the_readme_list_every_export_format_there_is() -> None:
    guide = (ROOT / "docs" / "user-guide.md").read_text(encoding="utf-8")
    rows = [f"| `{row.id}` | {row.kind} | {row.use} |" for row in FORMATS]
    assert "| ending | what it is | use |\n|---|---|---|\n" + "\n".join(rows) + "\n\n" in guide
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert all(f"`{row.id}`" in readme for row in FORMATS)
    *others, last = (f"`{row.id}`" for row in FORMATS if row.needs_qt)
    assert f"only the export of {', '.join(others)} and {last} needs Qt" in " ".join(readme.split())


@pytest.mark.parametrize("path", sorted((ROOT / "docs" / "adr").glob("0*.md")), ids=lambda path: path.stem)
def test_a_decision_says_what_was_rejected_and_fits_on_a_page(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith(f"# {path.name[:4]} ")
    assert f"]({path.name})" in (path.parent / "README.md").read_text(encoding="utf-8")
    for part in ("**Decided.**", "**Rejected.**"):
        assert part in text
    assert len(text.splitlines()) <= 50


@pytest.mark.parametrize("name", ["ARCHITECTURE.md", "CONTRIBUTING.md"])
def test_names_of_code_in_a_document_are_names_in_the_code(name: str) -> None:
    source = "\n".join(
        path.read_text(encoding="utf-8")
        for path in (*(ROOT / "desktop_app").rglob("*.py"), *(ROOT / "tests").rglob("*.py"), ROOT / "dev.py")
    )
    quoted = re.findall(r"`([^`\n]+)`", (ROOT / name).read_text(encoding="utf-8"))
    names = {words.partition("(")[0] for words in quoted}
    classes = {words for words in names if re.fullmatch(r"_?[A-Z][A-Za-z]+(\.\w+)?", words)}
    assert len(classes) > 3
    assert [words for words in sorted(classes) if not re.search(rf"\b{words.rpartition('.')[2]}\b", source)] == []
