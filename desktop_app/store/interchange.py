"""All records of a workbook as JSON, and back: what exports carry along so that nothing is lost. History stays out."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, NoReturn

from desktop_app.model.document import Document
from desktop_app.model.errors import RuleError
from desktop_app.model.records import Record, Workbook
from desktop_app.model.rules import MAX_RECORDS, check_all
from desktop_app.model.tables import TABLES
from desktop_app.store.checksum import Value
from desktop_app.store.codec import CODECS, Codec, UnreadableRowError
from desktop_app.store.errors import StoreError, TooLargeError
from desktop_app.store.versions import OLDEST, lacking
from desktop_app.wording.sentence import say

FORMAT: Final = 2
_EARLIER: Final = 1  # the same, but for the columns that came since
KEY: Final = "workbook"  # under which a larger JSON document holds it

Rows = dict[str, list[dict[str, Value]]]


class InterchangeError(StoreError):
    """A JSON document holds no workbook, or one that breaks the rules."""

    default_code = "no-workbook-inside"


def workbook_as_json(records: Iterable[Record]) -> dict[str, object]:
    """The records by table, as `docs/brief-json.md` describes them; values stand as in the file."""
    tables: Rows = {table.name: [] for table in TABLES}
    for record in sorted(records, key=lambda record: record.id):
        codec = CODECS[type(record)]
        tables[codec.table.name].append(dict(zip(codec.names, codec.encode(record), strict=True)))
    return {"format": FORMAT, "tables": tables}


@dataclass(frozen=True, slots=True)
class CarriedWorkbook:
    """What an export carries along.

    Attributes:
        records: all of a workbook, checked.
        is_changed_outside: whether the file it was exported from had been changed by something outside the program.
    """

    records: list[Record]
    is_changed_outside: bool


def workbook_from_json(text: str, name: str) -> list[Record]:
    """The records of `carried_workbook`, whatever happened to the file they were exported from.

    Raises:
        StoreError: as there.
    """
    return carried_workbook(text, name).records


def carried_workbook(text: str, name: str) -> CarriedWorkbook:
    """The workbook in a JSON document made by `workbook_as_json`, alone or within an exported brief.

    Args:
        text: of the document.
        name: of its file, for what is said.

    Raises:
        InterchangeError: there is no workbook in it, it is of a newer format, or it breaks the rules.
        TooLargeError: it holds more than this program opens.
    """
    try:
        document = json.loads(text, parse_constant=_refuse_constant)
    except (ValueError, RecursionError):
        raise InterchangeError(say("error.store.no_json", name=name), say("remedy.export_it_again")) from None
    is_changed_outside = False
    if isinstance(document, dict) and KEY in document:
        is_changed_outside = document.get("changed_outside") is True
        document = document[KEY]
    tables = (
        document.get("tables") if isinstance(document, dict) and document.get("format") in (_EARLIER, FORMAT) else None
    )
    if not isinstance(tables, dict):
        raise InterchangeError(
            say("error.store.unknown_format", name=name),
            say("remedy.export_with_workbook"),
        )
    if sum(len(rows) for rows in tables.values() if isinstance(rows, list)) > MAX_RECORDS:
        raise TooLargeError(say("error.store.holds_too_much", name=name))
    return CarriedWorkbook(_checked(tables, name, is_earlier=document["format"] == _EARLIER), is_changed_outside)


def _checked(tables: dict[str, object], name: str, *, is_earlier: bool) -> list[Record]:
    try:
        records = [
            _record(CODECS[table.record], row, is_earlier=is_earlier)
            for table in TABLES
            for row in _rows(tables, table.name)
        ]
        _check_identities(records)
        check_all(Document(records))
    except (UnreadableRowError, RuleError) as error:
        why = error.says if isinstance(error, RuleError) else say("error.store.value_unreadable", value=str(error))
        raise InterchangeError(
            say("error.store.not_taken_over", name=name, why=why), say("remedy.export_it_again")
        ) from error
    return records


def _check_identities(records: list[Record]) -> None:
    """There is one workbook, and no record twice."""
    if sum(isinstance(record, Workbook) for record in records) != 1:
        raise UnreadableRowError("workbook")
    if len({(type(record), record.id) for record in records}) != len(records):
        raise UnreadableRowError("id")


def _rows(tables: dict[str, object], name: str) -> list[object]:
    rows = tables.get(name, [])
    if not isinstance(rows, list):
        raise UnreadableRowError(name)
    return rows


def _record(codec: Codec, row: object, *, is_earlier: bool) -> Record:
    if is_earlier and isinstance(row, dict):
        row = lacking(codec.table.name, OLDEST) | row
    if not isinstance(row, dict) or set(row) != set(codec.names):
        raise UnreadableRowError(codec.table.name)
    # JSON has one kind of number; columns of decimals want theirs.
    return codec.decode([_as_filed(codec, column, row[column]) for column in codec.names])


def _as_filed(codec: Codec, column: str, value: Value) -> Value:
    is_decimal = codec.by_name[column].sql_type == "REAL"
    return float(value) if is_decimal and type(value) is int else value


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(name)
