"""Faults with a name: once planted by hand, when many of them survived, and planted again ever since.

Each is found by the function it stands in and a piece of its source, wherever the module is by now.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.planting.copies import PACKAGE, listed
from tests.planting.mutants import Mutant, Source


class FaultGoneError(Exception):
    """A fault cannot be planted any more, since what it changes was written anew: it needs a new piece of source."""


@dataclass(frozen=True)
class NamedFault:
    """One change by hand."""

    name: str
    where: str
    """`core` or `ui`."""
    function: str
    """A function or method, such as `Document.replay`."""
    before: str
    """A piece of its source that stands there once only."""
    after: str


def _core(name: str, function: str, before: str, after: str) -> NamedFault:
    return NamedFault(name, "core", function, before, after)


def _ui(name: str, function: str, before: str, after: str) -> NamedFault:
    return NamedFault(name, "ui", function, before, after)


# The faults that a review found surviving, in its order.
_SURVIVED = (
    _core("one card too many in depth", "_check_shape", "depth_around(records, relinked, moved) > MAX_DEPTH",
          "depth_around(records, relinked, moved) >= MAX_DEPTH"),
    _core("one card too many in depth, in a file", "check_all", "if depth > MAX_DEPTH:", "if depth >= MAX_DEPTH:"),
    _core("'check again' forgotten in moving", "move_under", "check_again=current.check_again or moved",
          "check_again=moved"),
    _core("rank beside a sibling of equal rank, before", "rank_beside",
          "[item.rank for item in siblings[:position] if item.rank < pivot]",
          "[item.rank for item in siblings[:position]]"),
    _core("rank beside a sibling of equal rank, after", "rank_beside",
          "[item.rank for item in siblings[position + 1 :] if item.rank > pivot]",
          "[item.rank for item in siblings[position + 1 :]]"),
    _core("a copy is not compared with memory", "_copied_whole",
          "return loaded.sum_is_right and content_sum_of(loaded.document.records()) == wanted_sum",
          "return loaded.sum_is_right"),
    _core("a file is not flushed", "flush_file", "os.fsync(descriptor)", "pass"),
    _core("a folder is not flushed", "flush_folder", "os.fsync(descriptor)", "pass"),
    _core("tie-break of 'least supported' turned round", "review",
          "key=lambda key: (cells[key].weighed, -results.weights[key[1]])",
          "key=lambda key: (cells[key].weighed, results.weights[key[1]])"),
    _core("argued ranges kept after the seed changed", "LiveResults._kept_cells", "if Map in change_set.kinds:",
          "if False:"),
    _core("wider gap below a branch", "TidyTree._gaps", "branches or above_branches", "branches"),
    _core("criterion of a card used again dropped", "_Reader._use",
          "LineMarks(importance=marks.importance, criterion=marks.criterion)",
          "LineMarks(importance=marks.importance)"),
    _core("'N more points' counts all", "strongest", "len(starts) - most", "len(starts)"),
    _core("map in Word and HTML shows numbers", "ExportRequest._shows_numbers",
          "not self.records.get(Map, self.map_id).numbers_hidden and all(item.numbers for item in briefs)",
          "not self.records.get(Map, self.map_id).numbers_hidden"),
    _ui("outline row not told of a new text", "OutlineModel._on_changed",
        "self.dataChanged.emit(index, index)", "pass"),
    _ui("selected card jumps at each edit", "Viewport.keep_still", "round(dy * window.zoom)", "0"),
    _ui("refused text closed on the canvas", "Writing._on_ended", "if is_taken:", "if True:"),
    _ui("refused text closed on leaving the canvas", "Writing._on_left",
        "if self.editor.commits.state is CommitState.SHOWN:", "if True:"),
    _ui("refused text closed in the outline", "Outline._on_ended",
        "if self._editor.commits.commit() and self._editor.isVisible():",
        "if self._editor.commits.commit() or self._editor.isVisible():"),
    _ui("refused text closed on leaving the outline", "Outline._on_left",
        "if self._editor.commits.state is CommitState.SHOWN and self._editor.isVisible():",
        "if self._editor.isVisible():"),
    _ui("nothing selected after deleting", "CardCommands._delete", "self._workspace.select(successor)", "pass"),
    _ui("the card above selected after deleting", "CardCommands._successor",
        "siblings[position + 1 :] + siblings[:position][::-1]", "siblings[:position][::-1] + siblings[position + 1 :]"),
    _ui("60-75-70 passes the field", "read_score", "if not low <= likely <= high:", "if not low <= likely:"),
    _ui("nothing written is kept when the selection moves", "Workspace._on_leaving", "self.pending.commit_written()",
        "pass"),
    _ui("cut cards not let go after pasting", "CardClipboard._finish", "self.clear()", "pass"),
    _ui("export not awaited on closing", "ExportRunner.stop", "self._job.wait()", "pass"),
    _ui("a point that gets the keyboard while it is filled is chosen", "BalancePage._on_focused",
        "if self._is_filling:", "if False:"),
)  # fmt: skip

# Of those that were caught then, the review says only how many and where, but for one; these stand in for them.
_CAUGHT = (
    _core("a refused action is not rolled back", "Document.transaction", "self._roll_back()", "pass"),
    _core("a joined premise takes its argument along", "_leave", "if premise.card == card_id:",
          "if premise.card != card_id:"),
    _core("demoted under the sibling two above", "demote", "siblings[position - 1]", "siblings[position - 2]"),
    _core("a promoted card stands before its parent", "promote", "before=False", "before=True"),
    _core("the answer to a con that goes keeps its side", "_lift", "if argument.stance is above.stance",
          "if argument.stance is not above.stance"),
    _core("an option keeps no criterion", "move_under", "keeps_criterion = target.kind is CardKind.OPTION",
          "keeps_criterion = target.kind is not CardKind.OPTION"),
    _core("a card moves past two siblings", "_shift", "neighbour = position + step", "neighbour = position + 2 * step"),
    _core("options and notes share an order", "hanging_cards",
          "(item.kind is CardKind.NOTE) == (card.kind is CardKind.NOTE)",
          "True"),
    _core("no room before a rank", "_midpoint", "if ceiling - floor > 1:", "if ceiling - floor > 0:"),
    _core("what could be redone is kept", "write_edit", "history.drop_undone(db, position.cursor, tally)", "pass"),
    _core("another program's writing is overwritten", "write_edit",
          "require_same_version(db, expected_version)", "pass"),
    _core("undo goes to the wrong step", "write_move", "history.step_before(db, step.id) if backwards else step.id",
          "step.id"),
    _core("a copy may go over the open workbook", "refuse_as_destination", "if destination in beside:", "if False:"),
    _core("better by the same counts as better", "dominates", "any(one > other + NOISE", "any(one >= other - NOISE"),
    _core("results of another perspective", "Session.live_results", "self._live.get((map_id, perspective))",
          "self._live.get((map_id, None))"),
    _core("children of a card stand above its middle", "TidyTree._merge",
          "stacked.offsets[-1] - self._height[children[-1]]) / 2",
          "stacked.offsets[-1] - self._height[children[-1]]) / 3"),
    _core("a numbered cut shortens the wrong end", "strongest", "points[: starts[most]]", "points[: starts[most - 1]]"),
    _core("notes stay in a short list", "shortened", 'kept.append(replace(point, notes=""))', "kept.append(point)"),
    _ui("a workbook that is only read can be written", "Action.is_possible",
        "workbook is None or (self.writes and workbook.is_read_only)", "workbook is None"),
    _ui("pros stand on the side of the cons", "BalancePage.refresh",
        "weighed.pros if stance is Stance.SUPPORTS else weighed.cons",
        "weighed.cons if stance is Stance.SUPPORTS else weighed.pros"),
    _ui("a cell above 100 passes the field", "_in_range", "if value > 100:", "if value > 1000:"),
)  # fmt: skip

NAMED: tuple[NamedFault, ...] = _SURVIVED + _CAUGHT


def located(fault: NamedFault, root: Path) -> Mutant:
    """Where a fault is planted now.

    Raises:
        FaultGoneError: its function or the piece of source is not there, or not there once only.
    """
    found = list(_places(fault, root))
    if len(found) != 1:
        raise FaultGoneError(f"“{fault.name}”: {fault.before!r} stands {len(found)} times in {fault.function}.")
    return found[0]


def _places(fault: NamedFault, root: Path) -> Iterator[Mutant]:
    last = fault.function.rpartition(".")[2]
    for file in listed(root):
        if not file.startswith(f"{PACKAGE}/") or not file.endswith(".py") or not (root / file).exists():
            continue
        if f"def {last}(".encode() not in (root / file).read_bytes():
            continue
        source = Source(root, file)
        for function in _functions(source.tree, fault.function):
            start, end = source.span(function)
            at = source.text.find(fault.before.encode(), start, end)
            while at >= 0:
                stop = at + len(fault.before.encode())
                yield Mutant(
                    file=file,
                    operator=fault.name,
                    start=at,
                    end=stop,
                    replacement=fault.after,
                    line=source.line_at(at),
                    lines=tuple(range(source.line_at(at), source.line_at(stop) + 1)),
                    function=tuple(range(function.body[0].lineno, (function.end_lineno or function.lineno) + 1)),
                )
                at = source.text.find(fault.before.encode(), stop, end)


def _functions(tree: ast.Module, name: str) -> Iterator[ast.FunctionDef]:
    kind, _, function = name.rpartition(".")
    for node in ast.walk(tree):
        is_home = isinstance(node, ast.ClassDef) and node.name == kind if kind else isinstance(node, ast.Module)
        if is_home and isinstance(node, ast.Module | ast.ClassDef):
            yield from (one for one in node.body if isinstance(one, ast.FunctionDef) and one.name == function)
