"""What the readers make of texts in many shapes, right or wrong, kept as lines of `plans` beside this one.

What they should make of texts is told by other tests; here every change of what they do is seen.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.formats.any_text import read_any, read_beneath
from desktop_app.formats.plan_parts import homes_for, moved, parts_of
from desktop_app.model.plans import Plan
from desktop_app.model.records import CardKind
from tests.kept import assert_kept, lines_of

HERE = Path(__file__).parent
TEXTS = sorted(path.name for path in (HERE / "texts").iterdir())


def _plan(plan: Plan) -> Iterator[str]:
    depths: list[int] = []
    for card in plan.cards:
        depths.append(0 if card.parent is None else depths[card.parent] + 1)
        marks = " · ".join(line.strip() for line in lines_of(replace(card, parent=None, text="", notes="")))
        yield f"{'  ' * depths[-1]}{_begun(card.text)} {marks}{_begun(card.notes)}"
    for section in plan.sections:
        yield f"section {section.title} ({section.kind.value}): {_begun(section.body)}"
    for item in (*plan.criteria, *plan.sources):
        yield from lines_of(item)
    yield from (f"notice: {notice}" for notice in plan.notices)


def _begun(text: str) -> str:
    """How a text begins, and how long it is."""
    return f" {text[:40]!r}{f'… {len(text)}' if len(text) > 40 else ''}" if text else ""


def _all(text: str) -> Iterator[str]:
    whole = read_any(text)
    yield from _plan(whole)
    for part in parts_of(whole):
        yield f"part {next(lines_of(part))}"
        for home in homes_for(part):
            after = parts_of(moved(whole, part, home))
            stayed = Counter(item.home.name.lower() for item in after)
            there = [item.title for item in after if item not in parts_of(whole)]
            yield f"  to {home.name.lower()}: {dict(stayed)}; {', '.join(_begun(title) for title in there)}"
    for is_lines in (True, False):
        other = read_any(text, as_lines=is_lines)
        if other != whole:
            yield f"== as {'lines' if is_lines else 'prose'}"
            yield from _plan(other)
    for kind in (CardKind.QUESTION, CardKind.CLAIM):
        yield f"== on a {kind.value}"
        yield from _plan(read_beneath(text, kind, below=text.split("\n", 1)[0]))


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_is_read_as_it_was(name: str) -> None:
    text = (HERE / "texts" / name).read_text(encoding="utf-8")
    assert_kept(HERE / "plans" / f"{name}.txt", _all(text))
