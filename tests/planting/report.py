"""What is printed of the mutants of a room."""

from collections.abc import Sequence
from pathlib import Path

from tests.planting.trials import Verdict


def share(verdicts: Sequence[Verdict]) -> float:
    """How many of the mutants were caught, in percent."""
    return 100 * sum(verdict.is_caught for verdict in verdicts) / len(verdicts) if verdicts else 100.0


def line_of(verdict: Verdict) -> str:
    """One mutant in one line."""
    mutant = verdict.mutant
    ran = f", after {verdict.run} of {verdict.covering} tests" if verdict.outcome == "survived" else ""
    by = f" by {verdict.by}" if verdict.by else ""
    return f"{verdict.outcome:11} {mutant.file}:{mutant.line} [{mutant.operator}]{by}{ran}"


def report(room: str, verdicts: Sequence[Verdict], root: Path, *, commit: str) -> str:
    """A room's mutants as Markdown: who survives first, with what was changed."""
    caught = sum(verdict.is_caught for verdict in verdicts)
    lines = [
        f"# {room}: {caught} of {len(verdicts)} caught ({share(verdicts):.0f} %), seed {commit}",
        "",
    ]
    for verdict in sorted(verdicts, key=lambda verdict: verdict.is_caught):
        difference = verdict.mutant.difference((root / verdict.mutant.file).read_bytes())
        lines += [
            f"- {line_of(verdict)}",
            "",
            "  ```diff",
            *(f"  {line}" for line in difference.splitlines()),
            "  ```",
            "",
        ]
    return "\n".join(lines)
