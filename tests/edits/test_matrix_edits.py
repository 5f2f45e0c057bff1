"""Facts are named and dropped for all options at once; a score that nobody judged is none; a weight is confirmed."""

import pytest

from desktop_app.edits import criteria, scores
from desktop_app.model import reads
from desktop_app.model.errors import RuleError
from desktop_app.model.records import Criterion, ScoreMode, Tombstone
from tests.small_workbooks import Desk


def test_a_fact_is_renamed_on_every_option(desk: Desk) -> None:
    first, second = desk.option("A"), desk.option("B")
    for option in (first, second):
        scores.set_fact(desk.document, option.id, "Cost", "£3m")
    scores.rename_fact(desk.document, desk.map.id, "Cost", "  Price  tag ")
    for option in (first, second):
        (fact,) = reads.facts(desk.document, option.id)
        assert (fact.name, fact.value, fact.amount) == ("Price tag", "£3m", 3.0)


@pytest.mark.parametrize("name", ["Season", " "])
def test_a_fact_needs_a_name_of_its_own(desk: Desk, name: str) -> None:
    option = desk.option("A")
    scores.set_fact(desk.document, option.id, "Cost", "much")
    scores.set_fact(desk.document, option.id, "Season", "any")
    with pytest.raises(RuleError):
        scores.rename_fact(desk.document, desk.map.id, "Cost", name)
    assert [fact.name for fact in reads.facts(desk.document, option.id)] == ["Cost", "Season"]


def test_a_fact_is_deleted_from_every_option(desk: Desk) -> None:
    first, second = desk.option("A"), desk.option("B")
    scores.set_fact(desk.document, first.id, "Cost", "much")
    scores.set_fact(desk.document, second.id, "Cost", "little")
    scores.set_fact(desk.document, second.id, "Season", "any")
    scores.delete_fact(desk.document, desk.map.id, "Cost")
    assert not reads.facts(desk.document, first.id)
    assert [fact.name for fact in reads.facts(desk.document, second.id)] == ["Season"]


def test_a_cell_that_was_argued_and_never_judged_is_not_scored_when_taken_back(desk: Desk) -> None:
    option, criterion = desk.option("A"), criteria.add_criterion(desk.document, desk.map.id, "Cost")
    scores.set_score_mode(desk.document, option.id, criterion.id, ScoreMode.ARGUED)
    scores.set_score_mode(desk.document, option.id, criterion.id, ScoreMode.JUDGED)
    assert reads.score(desk.document, option.id, criterion.id) is None


def test_judging_what_was_never_scored_changes_nothing(desk: Desk) -> None:
    option, criterion = desk.option("A"), criteria.add_criterion(desk.document, desk.map.id, "Cost")
    scores.set_score_mode(desk.document, option.id, criterion.id, ScoreMode.JUDGED)
    assert reads.score(desk.document, option.id, criterion.id) is None
    assert not desk.document.count(Tombstone)


def test_a_judged_number_and_a_dont_know_survive_being_argued(desk: Desk) -> None:
    criterion = criteria.add_criterion(desk.document, desk.map.id, "Cost")
    judged, noted = desk.option("A"), desk.option("B")
    scores.set_score(desk.document, judged.id, criterion.id, 40)
    scores.set_score(desk.document, noted.id, criterion.id, None)
    scores.set_score_note(desk.document, noted.id, criterion.id, "nobody has asked")
    for option in (judged, noted):
        for mode in (ScoreMode.ARGUED, ScoreMode.JUDGED):
            scores.set_score_mode(desk.document, option.id, criterion.id, mode)
    kept = [reads.score(desk.document, option.id, criterion.id) for option in (judged, noted)]
    assert [(score.likely, score.note) for score in kept if score] == [(40, ""), (None, "nobody has asked")]


def test_a_weight_that_still_holds_is_no_longer_stale(desk: Desk) -> None:
    criterion = criteria.add_criterion(desk.document, desk.map.id, "Cost")
    criteria.set_levels(desk.document, criterion.id, [(0, "dear")])
    criteria.set_levels(desk.document, criterion.id, [(0, "ruinous")])
    assert desk.document.get(Criterion, criterion.id).stale
    criteria.confirm_weight(desk.document, criterion.id)
    after = desk.document.get(Criterion, criterion.id)
    assert (after.stale, after.weight) == (False, criterion.weight)
