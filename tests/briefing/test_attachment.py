"""A workbook carried along in a PDF."""

import json
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject
from PySide6.QtWidgets import QApplication

from desktop_app.briefing.data.attachment import AttachmentMissingError, attached_workbook
from desktop_app.briefing.exporting import ExportOptions, ExportReport, export_map
from desktop_app.model.document import Document
from desktop_app.store.interchange import workbook_from_json
from desktop_app.weighing.results import weigh
from tests.briefing.tagged_pdf import root_of
from tests.sample_maps import seminar

# A document, its PDF and what was said of that.
Carrying = tuple[Document, Path, ExportReport]


@pytest.fixture(scope="module")
def carrying(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Carrying:
    document, map_id = seminar()
    path = tmp_path_factory.mktemp("carrying") / "a.pdf"
    report = export_map(
        document, map_id, weigh(document, map_id), path, options=ExportOptions(attach=True, preset="memo")
    )
    return document, path, report


def test_the_pdf_is_of_the_kind_that_may_carry_files(carrying: Carrying) -> None:
    assert carrying[2].standards == ("ua-1", "a-3a")
    assert carrying[2].notices == ()


def test_the_whole_workbook_comes_back(carrying: Carrying) -> None:
    document, path, _ = carrying
    records = workbook_from_json(attached_workbook(path.read_bytes(), path.name), path.name)
    assert sorted(records, key=repr) == sorted(document.records(), key=repr)


def test_it_bears_a_description_and_its_relation(carrying: Carrying) -> None:
    names = root_of(PdfReader(carrying[1]))["/AF"]
    assert isinstance(names, ArrayObject)
    described = names[0].get_object()
    assert described["/AFRelationship"] == "/Source"
    assert "workbook" in described["/Desc"]


def test_a_pdf_without_it_and_no_pdf_are_refused(tmp_path: Path) -> None:
    document, map_id = seminar()
    export_map(document, map_id, weigh(document, map_id), tmp_path / "b.pdf", options=ExportOptions(preset="minutes"))
    with pytest.raises(AttachmentMissingError, match="No workbook is attached"):
        attached_workbook((tmp_path / "b.pdf").read_bytes(), "b.pdf")
    for nonsense in (b"", b"%PDF-1.7 nonsense", b"\x00" * 1000):
        with pytest.raises(AttachmentMissingError):
            attached_workbook(nonsense, "c.pdf")


def test_json_holds_content_results_and_workbook(tmp_path: Path) -> None:
    document, map_id = seminar()
    export_map(document, map_id, weigh(document, map_id), tmp_path / "a.json")
    found = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert set(found) == {"format", "changed_outside", "brief", "results", "workbook"}
    assert found["brief"]["form"]["name"] == "outline"
    assert "logo" not in found["brief"]
