"""The benchmarks themselves: what they measure with, and when they say no."""

import json
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from benchmarks import __main__ as program
from benchmarks.frames import LIMITS
from benchmarks.maps import MAP, MOST_CHILDREN, records
from benchmarks.measuring import Result, best, between
from desktop_app.model.document import Document
from desktop_app.model.records import Card
from desktop_app.model.rules import check_all
from desktop_app.model.tree import places


def test_a_made_up_map_is_the_same_every_time_and_follows_the_rules() -> None:
    made = list(records(300))
    assert made == list(records(300))
    assert made != list(records(300, seed=8))
    document = Document(made)
    assert not check_all(document).looped_maps
    assert document.count(Card) == 300


def test_a_made_up_map_has_the_shape_of_a_real_one() -> None:
    placed = places(Document(records(1_000)), MAP)
    assert len(placed) == 1_000
    children = Counter(place.parent for place in placed if place.parent is not None)
    assert max(children.values()) <= MOST_CHILDREN + 1  # a shared card may be drawn under another of its uses
    assert 8 <= max(place.depth for place in placed) <= 40


def test_the_best_round_counts_and_more_are_tried_only_while_the_limit_is_too_slow() -> None:
    met_late = iter([(9.0, 1.0), (8.0, 1.0), (6.0, 2.0), (7.0, 1.0), (1.0, 1.0)])
    assert best(2, 3.5, lambda: next(met_late)) == (3.0, 6.0)
    assert next(met_late) == (1.0, 1.0)
    never_met = iter([(9.0, 1.0)] * 6)
    assert best(2, 1.0, lambda: next(never_met)) == (9.0, 9.0)
    assert next(never_met, None) is None


def test_the_reference_is_taken_before_and_after() -> None:
    references = iter([1.0, 3.0])
    assert between(lambda: next(references), lambda: 8.0) == (8.0, 2.0)


@pytest.mark.parametrize(
    ("cards", "ratio", "is_too_slow"), [(10_000, 8.1, True), (10_000, 8.0, False), (1_000, 80.0, False)]
)
def test_limits_bind_at_ten_thousand_cards_only(cards: int, ratio: float, is_too_slow: bool) -> None:
    assert program.is_too_slow(Result("pan", cards, ratio, 8.0, "a blit", 1.0)) is is_too_slow


def test_the_exit_code_says_whether_a_limit_is_exceeded(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    results = [Result("pan", 10_000, 9.0, 8.0, "a blit", 1.0), Result("hit", 10_000, 0.1, 0.5, "a blit", 1.0)]
    monkeypatch.setattr(program, "_measured", lambda *_: iter(results))
    assert program.main([]) == 1
    out, err = capsys.readouterr()
    assert "TOO SLOW" in out
    assert err == "pan at 10,000 cards is over its limit.\n"
    monkeypatch.setattr(program, "_measured", lambda *_: iter(results[1:]))
    assert program.main(["--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "results": [{"name": "hit", "cards": 10_000, "ratio": 0.1, "limit": 0.5, "against": "a blit"}]
    }


def test_every_operation_on_the_canvas_runs_on_a_small_map(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    assert program.main(["--quick", "--cards", "60", "--json", "open", "measure", *LIMITS]) == 0
    found = json.loads(capsys.readouterr().out)["results"]
    assert {item["name"] for item in found} == {"open", "measure", *LIMITS}
    assert all(item["ratio"] > 0 and item["cards"] == 60 for item in found)
