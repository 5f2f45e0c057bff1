"""The changes that people make by mistake, one function each; none changes what is only said, noted or typed."""

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.planting.mutants import Source


@dataclass(frozen=True)
class Change:
    """A node that is written anew."""

    node: ast.expr | ast.stmt
    operator: str
    replacement: str


@dataclass(frozen=True)
class Place:
    """Where a node stands: what an operator asks of its surroundings."""

    source: Source
    parent: ast.AST
    function: ast.FunctionDef | ast.AsyncFunctionDef | None


Operator = Callable[[ast.AST, Place], Iterator[Change]]

_BOUNDARIES: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
}
_OPPOSITES: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
_TWINS = {"min": "max", "max": "min", "any": "all", "all": "any"}
_EMPTY = {"list[": "[]", "dict[": "{}", "set[": "set()", "frozenset[": "frozenset()", "Sequence[": "()"}

# Calls that only space or polish what is shown: a margin that is missing is seen by people, not by tests.
LOOKS = frozenset({
    "addSpacing", "addStretch", "setAlignment", "setColumnStretch", "setContentsMargins", "setCursor", "setFrameShape",
    "setHorizontalSpacing", "setMargin", "setObjectName", "setRenderHint", "setRenderHints", "setRowStretch",
    "setSizePolicy", "setSpacing", "setStretch", "setStretchFactor", "setStyleSheet", "setVerticalSpacing",
    "unsetCursor",
})  # fmt: skip
_POLISH = frozenset({"wraps", "strict"})  # where lines of a label break; a zip that asserts
_LOGGING = frozenset({"debug", "info", "warning", "error", "exception", "critical", "log"})


def boundary(node: ast.AST, place: Place) -> Iterator[Change]:
    """`<` for `<=`, and the like."""
    yield from _compared(node, _BOUNDARIES, "boundary")


def opposite(node: ast.AST, place: Place) -> Iterator[Change]:
    """`==` for `!=`, `is` for `is not`, `in` for `not in`."""
    yield from _compared(node, _OPPOSITES, "opposite comparison")


def _compared(node: ast.AST, table: dict[type[ast.cmpop], type[ast.cmpop]], operator: str) -> Iterator[Change]:
    if not isinstance(node, ast.Compare):
        return
    for index, compared in enumerate(node.ops):
        if type(compared) in table:
            ops = [*node.ops[:index], table[type(compared)](), *node.ops[index + 1 :]]
            yield Change(node, operator, ast.unparse(ast.Compare(node.left, ops, node.comparators)))


def negated_condition(node: ast.AST, place: Place) -> Iterator[Change]:
    """A condition that is not a single comparison, turned round."""
    tests: list[ast.expr] = []
    if isinstance(node, ast.If | ast.IfExp):
        tests = [node.test]
    elif isinstance(node, ast.comprehension):
        tests = node.ifs
    for test in tests:
        if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
            yield Change(test, "negated condition", f"({ast.unparse(test.operand)})")
        elif not isinstance(test, ast.Compare | ast.NamedExpr) or len(getattr(test, "ops", "..")) > 1:
            yield Change(test, "negated condition", f"(not ({ast.unparse(test)}))")


def and_or(node: ast.AST, place: Place) -> Iterator[Change]:
    """`and` for `or`."""
    if isinstance(node, ast.BoolOp):
        other = ast.And() if isinstance(node.op, ast.Or) else ast.Or()
        yield Change(node, "and ↔ or", f"({ast.unparse(ast.BoolOp(other, node.values))})")


def off_by_one(node: ast.AST, place: Place) -> Iterator[Change]:
    """A small whole number that counts or points, or a default, one more or less.

    Larger numbers in sums are sizes and colours: there, one more is no mistake that anybody would report.
    """
    if not isinstance(node, ast.Constant) or type(node.value) is not int:
        return
    counts = isinstance(place.parent, ast.BinOp) and isinstance(
        place.parent.op, ast.Add | ast.Sub | ast.FloorDiv | ast.Mod
    )
    called = isinstance(place.parent, ast.Call) and getattr(place.parent.func, "id", "") in {
        "range",
        "enumerate",
        "islice",
    }
    if (
        isinstance(place.parent, ast.Subscript | ast.Slice | ast.Compare | ast.arguments)
        or called
        or (counts and node.value <= 2)
    ):
        yield Change(node, "off by one", str(node.value + 1))
        if node.value > 0:
            yield Change(node, "off by one", str(node.value - 1))


def removed_statement(node: ast.AST, place: Place) -> Iterator[Change]:
    """A call for its effect, an assignment to an attribute, or a counting, left out."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        called = node.value.func
        name = called.attr if isinstance(called, ast.Attribute) else ""
        if name.startswith("__"):
            return
        kinds = {"emit": "emit removed", "connect": "connect removed"}
        yield Change(node, kinds.get(name, "call removed"), "pass")
    is_made = place.function is not None and place.function.name in {"__init__", "__post_init__"}
    if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Attribute | ast.Subscript) and not is_made:
        yield Change(node, "assignment removed", "pass")
    if isinstance(node, ast.AugAssign):
        yield Change(node, "assignment removed", "pass")


def left_out_return(node: ast.AST, place: Place) -> Iterator[Change]:
    """An early return left out, or another value returned that has the type."""
    if not isinstance(node, ast.Return) or place.function is None:
        return
    if node.value is None:
        yield Change(node, "early return removed", "pass")
        return
    kind = ast.unparse(place.function.returns) if place.function.returns else ""
    words = ast.unparse(node.value)
    if kind == "bool" and not isinstance(node.value, ast.Compare | ast.Constant):
        yield Change(node, "opposite returned", f"return not ({words})")
    elif "None" in kind.split(" | ") and words != "None":
        yield Change(node, "None returned", "return None")
    elif kind.startswith("tuple[") and kind.endswith("...]") and words != "()":
        yield Change(node, "nothing returned", "return ()")
    else:
        for prefix, empty in _EMPTY.items():
            if kind.startswith(prefix) and words != empty:
                yield Change(node, "nothing returned", f"return {empty}")


def break_continue(node: ast.AST, place: Place) -> Iterator[Change]:
    """`break` for `continue`."""
    if isinstance(node, ast.Break):
        yield Change(node, "break ↔ continue", "continue")
    elif isinstance(node, ast.Continue):
        yield Change(node, "break ↔ continue", "break")


def twin_call(node: ast.AST, place: Place) -> Iterator[Change]:
    """`min` for `max`, `any` for `all`."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _TWINS:
        yield Change(node.func, "min ↔ max" if node.func.id in {"min", "max"} else "any ↔ all", _TWINS[node.func.id])


def swapped_arguments(node: ast.AST, place: Place) -> Iterator[Change]:
    """Two names that are handed over in the wrong order."""
    if not isinstance(node, ast.Call) or node.keywords or len(node.args) != 2:
        return
    first, second = node.args
    if not isinstance(first, ast.Name) or not isinstance(second, ast.Name) or first.id == second.id:
        return
    kinds = _kinds(place.function)
    if kinds.get(first.id) == kinds.get(second.id) and ast.unparse(node.func) != "isinstance":
        yield Change(node, "arguments swapped", ast.unparse(ast.Call(node.func, [second, first], [])))


def _kinds(function: ast.FunctionDef | ast.AsyncFunctionDef | None) -> dict[str, str]:
    """The annotated parameters: what checkers of types would refuse is no mistake that stays."""
    if function is None:
        return {}
    every = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
    return {one.arg: ast.unparse(one.annotation) for one in every if one.annotation is not None}


def flipped(node: ast.AST, place: Place) -> Iterator[Change]:
    """True for False, wherever one is handed over, kept or is a default."""
    if isinstance(place.parent, ast.keyword) and place.parent.arg in _POLISH:
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, bool):
        yield Change(node, "True ↔ False", str(not node.value))


OPERATORS: tuple[Operator, ...] = (
    boundary, opposite, negated_condition, and_or, off_by_one, removed_statement, left_out_return, break_continue,
    twin_call, swapped_arguments, flipped,
)  # fmt: skip


def is_skipped(node: ast.AST) -> bool:
    """Whether nothing within a node is changed: asserts, error texts, notes for developers."""
    if isinstance(node, ast.Assert | ast.Raise | ast.JoinedStr | ast.Import | ast.ImportFrom | ast.pattern):
        return True
    if isinstance(node, ast.FunctionDef):
        return node.name in {"__repr__", "__str__"}
    if isinstance(node, ast.If):
        return isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call) and isinstance(node.value.func, ast.Attribute):
        called, logger = node.value.func.attr, node.value.func.value
        return called in LOOKS or (called in _LOGGING and isinstance(logger, ast.Name) and "log" in logger.id.lower())
    return False
