"""Where faults can be planted in a room, and which are: drawn by chance, the same for the same commit."""

import ast
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.planting.copies import PACKAGE, listed
from tests.planting.mutants import Mutant, Source, lines_of
from tests.planting.operators import OPERATORS, Place, is_skipped

CORE = "core"
_QT = {"PySide6", "shiboken6"}
_UNTOUCHED = {"annotation", "returns", "decorator_list"}


def files_of(room: str, root: Path) -> list[str]:
    """The files of a room: a folder or file below the package, or `core` for all rooms in which nobody imports Qt.

    Raises:
        ValueError: where there is no such room.
    """
    files = [name for name in listed(root) if name.startswith(f"{PACKAGE}/") and name.endswith(".py")]
    if room != CORE:
        found = [name for name in files if name == f"{PACKAGE}/{room}.py" or name.startswith(f"{PACKAGE}/{room}/")]
        if not found:
            raise ValueError(f"There is no room {room!r} below {PACKAGE}/.")
        return found
    rooms: dict[str, list[str]] = defaultdict(list)
    for name in files:
        rooms[Path(name).parts[1]].append(name)
    without = [names for names in rooms.values() if not any(_imports_qt(root / name) for name in names)]
    return [name for names in without for name in names if not Path(name).parts[1].startswith("__")]


def _imports_qt(path: Path) -> bool:
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import) and any(alias.name.partition(".")[0] in _QT for alias in node.names):
            return True
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] in _QT:
            return True
    return False


def candidates(source: Source) -> list[Mutant]:
    """Every change that could be made in a file."""
    return list(dict.fromkeys(_walk(source, source.tree, _Inside(source.tree, None, None, None))))


@dataclass(frozen=True)
class _Inside:
    parent: ast.AST
    statement: ast.stmt | None
    function: ast.FunctionDef | ast.AsyncFunctionDef | None
    default_of: str | None


def _walk(source: Source, node: ast.AST, inside: _Inside) -> Iterator[Mutant]:
    if is_skipped(node):
        return
    statement = node if isinstance(node, ast.stmt) else inside.statement
    if statement is not None:
        place = Place(source, inside.parent, inside.function)
        for operator in OPERATORS:
            for change in operator(node, place):
                start, end = source.span(change.node)
                yield Mutant(
                    file=source.file,
                    operator=change.operator,
                    start=start,
                    end=end,
                    replacement=change.replacement,
                    line=statement.lineno,
                    lines=(*lines_of(change.node), *lines_of(statement)),
                    function=_all_lines(inside.function),
                    name=inside.default_of or ("" if inside.function else _bound(statement)),
                )
    is_function = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    for field, value in ast.iter_fields(node):
        if field in _UNTOUCHED:
            continue
        for child in value if isinstance(value, list) else [value]:
            if not isinstance(child, ast.AST):
                continue
            function = node if is_function and field == "body" else inside.function
            default_of = inside.default_of
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                default_of = node.name if field == "args" else None
            elif isinstance(node, ast.ClassDef):
                function, default_of = None, None
            within = _Inside(node, statement, function, default_of)  # type: ignore[arg-type]
            yield from _walk(source, child, within)


def _all_lines(function: ast.FunctionDef | ast.AsyncFunctionDef | None) -> tuple[int, ...]:
    if function is None or function.end_lineno is None:
        return ()
    return tuple(range(function.body[0].lineno, function.end_lineno + 1))


def _bound(statement: ast.stmt) -> str:
    """What a statement outside of functions gives a name to."""
    targets = statement.targets if isinstance(statement, ast.Assign) else [getattr(statement, "target", None)]
    return targets[0].id if isinstance(targets[0], ast.Name) else getattr(statement, "name", "")


def drawn(room: str, root: Path, *, count: int, commit: str) -> list[Mutant]:
    """Mutants of a room: each statement in which something can be changed is equally likely, then each change of it."""
    by_statement: dict[tuple[str, int], list[Mutant]] = defaultdict(list)
    for file in files_of(room, root):
        for mutant in candidates(Source(root, file)):
            by_statement[file, mutant.line].append(mutant)
    chance = random.Random(f"{commit} {room}")
    statements = chance.sample(sorted(by_statement), min(count, len(by_statement)))
    return [chance.choice(by_statement[statement]) for statement in statements]


def size_of(room: str, root: Path) -> tuple[int, int]:
    """In how many statements of a room something can be changed, and how many changes there are."""
    mutants: Sequence[Mutant] = [one for file in files_of(room, root) for one in candidates(Source(root, file))]
    return len({(one.file, one.line) for one in mutants}), len(mutants)
