"""A workbook as JSON, and back."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.model.document import Document
from desktop_app.model.ids import MapId
from desktop_app.session import Session
from desktop_app.store.errors import TooLargeError
from desktop_app.store.interchange import InterchangeError, workbook_as_json, workbook_from_json
from tests.sample_maps import seminar, summit


def as_text(document: Document) -> str:
    return json.dumps(workbook_as_json(document.records()))


@pytest.mark.parametrize("sample", [seminar, summit])
def test_every_record_comes_back_as_it_was(sample: Callable[[], tuple[Document, MapId]]) -> None:
    document, _ = sample()
    back = workbook_from_json(as_text(document), "a.json")
    assert sorted(back, key=repr) == sorted(document.records(), key=repr)


def test_it_is_found_inside_a_larger_document_and_makes_a_workbook(tmp_path: Path) -> None:
    document, _ = seminar()
    text = json.dumps({"brief": {}, "workbook": workbook_as_json(document.records())})
    with Session.create_from(tmp_path / "b.steelyard", workbook_from_json(text, "a.json")) as session:
        assert sorted(session.document.records(), key=repr) == sorted(document.records(), key=repr)
        assert session.undo_label is None
        assert session.log() == ()


def test_whole_numbers_stand_for_decimals() -> None:
    document, _ = seminar()
    text = as_text(document).replace('"weight": 60.0', '"weight": 60')
    assert len(workbook_from_json(text, "a.json")) == len(list(document.records()))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda tables: tables["workbook"].clear(), "workbook"),
        (lambda tables: tables["card"].append(tables["card"][0]), "id"),
        (lambda tables: tables["card"][0].pop("text"), "card"),
        (lambda tables: tables["card"][0].update(text=5), "text"),
        (lambda tables: tables["card"][0].update(kind="joke"), "kind"),
        (lambda tables: tables["card"][0].update(map=12345), "cannot be taken over"),
        (lambda tables: tables.update(card={}), "card"),
        (lambda tables: tables["card"].append([]), "card"),
    ],
)
def test_what_breaks_the_rules_is_refused(change: Callable[[dict[str, Any]], object], said: str) -> None:
    document, _ = seminar()
    found = workbook_as_json(document.records())
    tables = found["tables"]
    assert isinstance(tables, dict)
    change(tables)
    with pytest.raises(InterchangeError, match=said):
        workbook_from_json(json.dumps(found), "a.json")


NO_WORKBOOKS = ("", "[]", "{}", "nonsense", '{"format": 9, "tables": {}}', '{"format": NaN}', "[" * 9999)


@pytest.mark.parametrize("text", NO_WORKBOOKS)
def test_what_is_no_workbook_is_said_to_be_none(text: str) -> None:
    with pytest.raises(InterchangeError):
        workbook_from_json(text, "a.json")


def test_more_than_fits_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_app.store.interchange.MAX_RECORDS", 3)
    with pytest.raises(TooLargeError):
        workbook_from_json(as_text(seminar()[0]), "a.json")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


VALUES = st.dictionaries(st.sampled_from(["id", "map", "text", "kind", "rank", "tags"]), JSON)


@given(st.sampled_from(["card", "map", "workbook", "score"]), VALUES)
def test_no_json_gets_in_by_surprise(table: str, values: dict[str, object]) -> None:
    document, _ = seminar()
    found = workbook_as_json(document.records())
    tables = found["tables"]
    assert isinstance(tables, dict)
    tables[table][0].update(values)
    try:
        records = workbook_from_json(json.dumps(found), "a.json")
    except InterchangeError:
        return
    assert records
