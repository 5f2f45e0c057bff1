"""What stands at the door for who comes from outside is true: guide, hooks, workflow, forms."""

import re
from pathlib import Path

import pytest

import dev
from desktop_app.wording.patterns import PATTERNS

ROOT = Path(__file__).resolve().parents[2]
HOOKS = (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
WORKFLOW = (ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8")


def test_the_guide_names_rooms_and_variables_that_are_there() -> None:
    rooms = re.findall(r"^python3 dev\.py test ([a-z_/]+)", CONTRIBUTING, re.MULTILINE)
    assert rooms
    assert set(rooms) <= set(dev.rooms())
    readers = (ROOT / "dev.py", ROOT / ".ci" / "run", *(ROOT / "tests").rglob("*.py"))
    used = "\n".join(path.read_text(encoding="utf-8") for path in readers)
    for variable in re.findall(r"^\| `([A-Z_]+)=", CONTRIBUTING, re.MULTILINE):
        assert variable in used


def test_the_guide_names_files_and_folders_that_are_there() -> None:
    quoted = re.findall(r"`([a-z_.]+(?:/[a-z_.]*)+|[a-z_]+\.py)`", CONTRIBUTING)
    places = {*quoted, *re.findall(r"tests/[a-z_/]+\.py", CONTRIBUTING)}
    assert len(places) > 10
    missing = [place for place in places if not any((top / place).exists() for top in (ROOT, ROOT / "desktop_app"))]
    assert missing == []


def test_hooks_are_local_and_run_locked_tools() -> None:
    assert re.findall(r"^ *- repo: (.*)$", HOOKS, re.MULTILINE) == ["local"]
    locked = (ROOT / "packaging" / "requirements-dev.txt").read_text(encoding="utf-8")
    package_of = {"ruff": "ruff", "mypy": "mypy", "lint-imports": "import-linter"}
    programs = re.findall(r"entry: \.venv/bin/(\S+)", HOOKS)
    assert len(programs) == HOOKS.count("- id:")
    assert set(programs) == set(package_of)
    for program in programs:
        assert re.search(rf"^{package_of[program]}==", locked, re.MULTILINE)


def test_the_workflow_runs_the_readmes_test_command_on_what_is_supported() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    (command,) = re.findall(r"- run: (.*)", WORKFLOW)
    assert f"```\n{command}\n```" in readme
    versions = re.findall(r'"(3\.\d+)"', WORKFLOW)
    assert f'requires-python = ">={versions[0]}"' in project
    assert len(versions) == 2


def test_the_workflow_says_that_nobody_has_run_it_as_long_as_the_readme_does() -> None:
    """Once it has been run, both change."""
    readme = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
    assert "macOS and Windows too, but nobody has run them there yet" in readme
    assert WORKFLOW.startswith("# This workflow has not been run anywhere yet.")


@pytest.mark.parametrize("name", ["bug", "idea"])
def test_a_form_asks_nothing_twice(name: str) -> None:
    text = (ROOT / ".github" / "ISSUE_TEMPLATE" / f"{name}.yml").read_text(encoding="utf-8")
    ids = re.findall(r"^    id: (\w+)$", text, re.MULTILINE)
    assert ids
    assert len(ids) == len(set(ids)) == text.count("label: ")


def test_the_form_for_faults_asks_for_what_the_report_of_a_fault_offers() -> None:
    form = (ROOT / ".github" / "ISSUE_TEMPLATE" / "bug.yml").read_text(encoding="utf-8")
    assert PATTERNS["bug_report.copy"].text in form
