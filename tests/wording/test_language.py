"""The active catalog gives the words of every sentence; a pseudo-language shows what goes through it."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app import cli, samples
from desktop_app.briefing.formats import FORMATS
from desktop_app.wording import language
from desktop_app.wording.patterns import PATTERNS
from desktop_app.wording.pseudo import disguised
from desktop_app.wording.sentence import ENGLISH, Grouped, Whole, literal, say, text

_VALUE = re.compile(r"\{[^{}]*\}|%(?:\(\w+\))?[a-z]")


def test_words_come_from_the_active_catalog() -> None:
    sentence = say("lead.none")
    assert str(sentence) == text("lead.none") == "No option is scored yet."
    with language.spoken_in(language.PSEUDO):
        assert str(sentence) == text("lead.none") != "No option is scored yet."
        assert ENGLISH.words(sentence) == "No option is scored yet."
    assert str(sentence) == "No option is scored yet."


@pytest.mark.parametrize("named", ["", "en", "unheard of"])
def test_what_nobody_asks_for_is_english(named: str) -> None:
    with language.spoken_in(language.PSEUDO):
        language.use_from({language.VARIABLE: named})
        assert text("lead.none") == "No option is scored yet."


def test_the_pseudo_language_keeps_values_and_plurals_and_is_longer() -> None:
    for pattern in PATTERNS.values():
        for english in filter(None, (pattern.text, pattern.plural)):
            said = disguised(english)
            assert _VALUE.findall(said) == _VALUE.findall(english)
            letters = sum(character.isalpha() for character in _VALUE.sub("", english))
            if letters:
                assert said != english
                assert len(english) + max(1, round(letters * 0.25)) <= len(said) <= len(english) + letters
    one, many = (
        language.PSEUDO.words(say("lead.alone", first="C", total=Whole(69), points=Whole(count), rival="D"))
        for count in (1, 3)
    )
    assert disguised(" point ") in one
    assert re.findall(r"\d+", many) == ["69", "100", "3"]


@pytest.mark.parametrize(
    ("english", "kept"),
    [
        ("&Open {name}", ["&O", "{name}"]),
        ("Fish && chips", ["&&"]),
        ("%n cards, %d of 100 %", ["%n", "%d", "100 %"]),
        ("usage: %(prog)s [options]", ["%(prog)s", "["]),
        ("<b>Bold</b> &amp; {{braces}}", ["<b>", "</b>", "&amp;", "{{", "}}"]),
        ("Use `steelyard --help` or --json", ["`steelyard --help`", "--json"]),
        ("See https://example.org/page now", ["https://example.org/page"]),
    ],
)
def test_what_is_no_word_is_left_alone(english: str, kept: list[str]) -> None:
    said = disguised(english)
    assert said != english
    assert [part for part in kept if part not in said] == []


def test_literal_words_are_shown_as_they_stand() -> None:
    with language.spoken_in(language.PSEUDO):
        assert str(literal("Add {pro} & con")) == "Add {pro} & con"


def test_thousands_are_set_apart() -> None:
    assert ENGLISH.words(say("list.more", count=Grouped(20000))) == "20,000 more"


def _run(path: Path, *arguments: str, named: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "desktop_app", *arguments, str(path)],
        env={**os.environ, language.VARIABLE: named},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_the_command_line_speaks_the_language_of_the_environment_and_counts_the_same(tmp_path: Path) -> None:
    path = tmp_path / "example.steelyard"
    made = _run(path, "new", "--example", named="pseudo")
    assert made.returncode == 0, made.stderr
    for verb in (["weigh"], ["info"], ["check"]):
        english, disguise = (_run(path, *verb, named=named) for named in ("", "pseudo"))
        assert english.returncode == disguise.returncode == 0
        assert english.stdout != disguise.stdout
        assert re.findall(r"\d+", english.stdout) == re.findall(r"\d+", disguise.stdout)
    english, disguise = (_run(tmp_path / "none", "info", named=named) for named in ("", "pseudo"))
    assert english.returncode == disguise.returncode == 3
    assert english.stderr.endswith('"none" is not there. Check its name and folder.\n')
    assert english.stderr != disguise.stderr


def test_help_is_in_the_language_of_the_environment(tmp_path: Path) -> None:
    english, disguise = (_run(tmp_path, "export", "--help", named=named).stdout for named in ("", "pseudo"))
    assert "write the brief, the map or the data" in english
    assert "write the brief, the map or the data" not in disguise
    for switch in ("--map", "--preset", "--attach", "--since", "--scale"):
        assert switch in english
        assert switch in disguise


@pytest.mark.parametrize(
    "arguments",
    [
        *([*verb, "--help"] for verb in ([], ["new"], ["info"], ["weigh"], ["export"], ["check"])),
        ["export"],
        ["new", "--unheard", "9"],
        ["new", "--as", "9"],
        ["weigh", "9", "--m"],
        ["new", "9", "--example", "--template", "workshop"],
        ["export", "9", "9", "--scale", "9"],
        ["export", "9", "9", "--map"],
        ["weigh", "9", "--json=9"],
    ],
    ids=" ".join,
)
def test_what_the_command_line_says_by_itself_goes_through_the_catalogs(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with language.spoken_in(language.PSEUDO), pytest.raises(SystemExit):
        cli.main(arguments)
    printed = re.sub(r"-\n +", "-", "".join(capsys.readouterr()))  # a name may be wrapped at its hyphen
    assert printed.strip()
    names = ["steelyard", "new", "info", "weigh", "export", "check", *(kind.ending.lstrip(".") for kind in FORMATS)]
    names += [template.name for template in samples.templates()]
    no_words = re.compile(rf"--?[\w-]+|\{{.*?\}}|'[\w-]*'|\b({'|'.join(names)})\b", re.DOTALL)
    assert not re.findall(r"\b[a-z]{2,}\b", no_words.sub("", printed))


def test_a_brief_and_its_report_are_written_in_the_pseudo_language(tmp_path: Path) -> None:
    path = tmp_path / "example.steelyard"
    _run(path, "new", "--example", named="")
    out = tmp_path / "brief.md"
    said = []
    for named in ("", "pseudo"):
        ran = subprocess.run(
            [sys.executable, "-m", "desktop_app", "export", str(path), str(out)],
            env={**os.environ, language.VARIABLE: named},
            capture_output=True,
            check=False,
        )
        assert ran.returncode == 0, ran.stderr
        said.append(out.read_text(encoding="utf-8"))
    assert said[0] != said[1]
    assert "log-odds" in said[0]
    assert "log-odds" not in said[1]
    assert re.findall(r"\d+", said[0]) == re.findall(r"\d+", said[1])
