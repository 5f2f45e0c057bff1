"""What a mutant is: one small change of one statement of the program."""

import ast
import difflib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Mutant:
    """One change; offsets count the bytes of the file in UTF-8, as `ast` does within a line."""

    file: str
    operator: str
    start: int
    end: int
    replacement: str
    line: int
    """Where the statement begins that is changed."""
    lines: tuple[int, ...]
    """The lines whose tests run what is changed, the narrowest that can be said."""
    function: tuple[int, ...] = ()
    """All lines of the function around it; none where it runs when the module is imported."""
    name: str = ""
    """What a statement outside of functions binds, or the function whose default is changed."""

    def applied(self, source: bytes) -> bytes:
        """The file with the change."""
        return source[: self.start] + self.replacement.encode() + source[self.end :]

    def difference(self, source: bytes) -> str:
        """The changed lines, before and after."""
        before, after = (text.decode().splitlines() for text in (source, self.applied(source)))
        shown = [line for line in difflib.unified_diff(before, after, lineterm="", n=0) if line[:2] not in {"--", "++"}]
        return "\n".join(line for line in shown if not line.startswith("@@"))


class Source:
    """A file of the program, read and parsed once."""

    def __init__(self, root: Path, file: str) -> None:
        self.file = file
        self.text = (root / file).read_bytes()
        self.tree = ast.parse(self.text)
        self._starts = [0]
        for line in self.text.split(b"\n"):
            self._starts.append(self._starts[-1] + len(line) + 1)

    def span(self, node: ast.expr | ast.stmt | ast.arg) -> tuple[int, int]:
        """Where a node begins and ends."""
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        return (
            self._starts[node.lineno - 1] + node.col_offset,
            self._starts[node.end_lineno - 1] + node.end_col_offset,
        )

    def words(self, node: ast.expr | ast.stmt) -> str:
        """A node as it is written."""
        start, end = self.span(node)
        return self.text[start:end].decode()

    def line_at(self, offset: int) -> int:
        """The line, from 1, in which an offset lies."""
        return self.text.count(b"\n", 0, offset) + 1


def lines_of(node: ast.expr | ast.stmt | ast.arg) -> tuple[int, ...]:
    """The lines of a node; of a compound statement those of its head."""
    body = getattr(node, "body", None)
    last = body[0].lineno - 1 if isinstance(body, list) and isinstance(node, ast.stmt) else node.end_lineno
    return tuple(range(node.lineno, max(node.lineno, last or node.lineno) + 1))
