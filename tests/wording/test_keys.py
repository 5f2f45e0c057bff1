"""Every key that stands in code is in the catalog, and is given the values it needs, also where no test comes by."""

import ast
from collections.abc import Iterator
from pathlib import Path

import desktop_app
from desktop_app.base.errors import AppError
from desktop_app.wording import language
from desktop_app.wording.patterns import PATTERNS
from desktop_app.wording.pseudo import disguised
from desktop_app.wording.sentence import say

ROOT = Path(desktop_app.__file__).parent


def _calls() -> Iterator[tuple[str, ast.Call]]:
    for path in sorted(ROOT.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"say", "text"}:
                yield f"{path.relative_to(ROOT)}:{node.lineno}", node


def _keys(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.Constant(value=str(key)):
            yield key
        case ast.IfExp(body=body, orelse=orelse):
            yield from _keys(body)
            yield from _keys(orelse)


def test_every_key_in_code_is_known_and_gets_its_values() -> None:
    wrong = []
    for where, call in _calls():
        given = {keyword.arg for keyword in call.keywords if keyword.arg is not None}
        is_open = any(keyword.arg is None for keyword in call.keywords)
        for key in _keys(call.args[0]) if call.args else ():
            if key not in PATTERNS:
                wrong.append(f"{where}: {key} is in no catalog")
            elif not is_open and not PATTERNS[key].names <= given:
                wrong.append(f"{where}: {key} lacks {', '.join(sorted(PATTERNS[key].names - given))}")
            elif not is_open and given - PATTERNS[key].names:
                wrong.append(f"{where}: {key} does not say {', '.join(sorted(given - PATTERNS[key].names))}")
    assert not wrong, "\n".join(wrong)


def test_keys_are_dotted_and_in_lower_case() -> None:
    for key in PATTERNS:
        assert key == key.lower()
        assert all(part.replace("_", "").isalnum() for part in key.split(".")), key


def test_an_error_that_is_kept_speaks_the_language_of_who_reads_it() -> None:
    error = AppError(say("error.rule.too_deep", most=50), say("remedy.start_new_branch"), code="depth")
    assert str(error) == "Cards can be nested at most 50 deep. Start a new branch."
    with language.spoken_in(language.PSEUDO):
        assert error.remedy == disguised("Start a new branch.")
        assert "50" in error.sentence
        assert error.code == "depth"
    assert error.remedy == "Start a new branch."
