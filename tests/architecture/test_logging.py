"""What is logged is codes, counts, ids and sizes: no call hands over an error, a path or a text."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "desktop_app"
_LEVELS = {"debug", "info", "warning", "error", "critical", "exception", "log"}
# What holds a person's words or names their files, by the names these things have in the program.
_PRIVATE = {"path", "destination", "source", "text", "title", "label", "sentence", "remedy", "notes", "author", "plan"}


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
            and node.func.value.id == "_LOG"
            and node.func.attr in _LEVELS
        ):
            yield node


def _handed_over(node: ast.AST) -> Iterator[str]:
    """The names whose values may end up in a line: not those of which only a number, a kind or a code is taken."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"len", "type"}:
        return
    if isinstance(node, ast.Attribute):
        if node.attr in {"code", "errno"}:
            return
        yield node.attr
    if isinstance(node, ast.Name):
        yield node.id
    for child in ast.iter_child_nodes(node):
        yield from _handed_over(child)


def _offences(source: str) -> list[str]:
    found = []
    for call in _calls(ast.parse(source)):
        assert isinstance(call.func, ast.Attribute)
        message, *arguments = call.args
        is_plain = isinstance(message, ast.Constant) and isinstance(message.value, str)
        names = {name for argument in arguments for name in _handed_over(argument)}
        keywords = {word.arg for word in call.keywords}
        if not is_plain or call.func.attr == "exception" or keywords or names & (_PRIVATE | {"error"}):
            found.append(ast.unparse(call))
    return found


def test_no_call_of_the_log_hands_over_an_error_a_path_or_a_text() -> None:
    found = {
        path.relative_to(PACKAGE).as_posix(): offences
        for path in sorted(PACKAGE.rglob("*.py"))
        if (offences := _offences(path.read_text(encoding="utf-8")))
    }
    assert found == {}


@pytest.mark.parametrize(
    "call",
    [
        "_LOG.info('opened %s', path)",
        "_LOG.info('opened %s', self.path.name)",
        "_LOG.warning('refused: %s', error)",
        "_LOG.warning('refused: %s', str(error))",
        "_LOG.warning('refused: %s', error.sentence)",
        "_LOG.info(f'wrote {label}')",
        "_LOG.exception('failed')",
        "_LOG.error('failed', exc_info=True)",
    ],
)
def test_such_a_call_would_be_found(call: str) -> None:
    assert _offences(call)


def test_each_module_logs_by_its_own_name() -> None:
    for path in PACKAGE.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert ("_LOG." in text) == ("_LOG = logging.getLogger(__name__)" in text), path
