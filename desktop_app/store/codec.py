"""Records to rows and back, by the types of the records' fields. What comes in is checked; no SQL here.

In the file: enums as their text, truth as 0 or 1, tuples as JSON text, decimals as REAL (never a negative zero).
"""

import json
import math
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from types import MappingProxyType, NoneType, UnionType
from typing import Any, Final, NewType, Union, get_args, get_origin, get_type_hints

from desktop_app.model.records import Record
from desktop_app.model.tables import TABLES, RecordTable
from desktop_app.store.checksum import Value

Row = tuple[Value, ...]


class UnreadableRowError(ValueError):
    """A row holds what no record can; the text says which column."""


@dataclass(frozen=True, slots=True)
class Column:
    """How one field of a record stands in the file."""

    name: str
    sql_type: str
    is_optional: bool
    encode: Callable[[Any], Value]
    decode: Callable[[Value], object]


@dataclass(frozen=True, slots=True)
class Codec:
    """How one record type stands in the file: its columns in the order of its fields, `id` first."""

    table: RecordTable
    names: tuple[str, ...]
    columns: tuple[Column, ...]
    by_name: Mapping[str, Column]

    def encode(self, record: Record) -> Row:
        """A record as a row."""
        return tuple([column.encode(getattr(record, column.name)) for column in self.columns])

    def build(self, record_id: int, values: Mapping[str, object]) -> Record:
        """A record from its id and the values of all its other fields, as `Column.decode` gives them."""
        fields: list[Any] = [values[name] for name in self.names[1:]]
        make: Callable[..., Record] = self.table.record
        return make(record_id, *fields)

    def decode(self, row: Sequence[Value]) -> Record:
        """A row as a record.

        Raises:
            UnreadableRowError: a value is of the wrong type or an unknown kind.
        """
        if len(row) != len(self.columns):
            message = f"{self.table.name}: {row[len(self.columns) :]}"
            raise UnreadableRowError(message)
        fields: list[Any] = []
        for column, value in zip(self.columns, row, strict=True):
            try:
                fields.append(column.decode(value))
            except (ValueError, OverflowError, RecursionError):
                message = f"{self.table.name} {row[0]}: {column.name}"
                raise UnreadableRowError(message) from None
        return self.table.record(*fields)


def _whole(value: Value) -> int:
    if type(value) is not int:
        raise ValueError(value)
    return value


def _decimal(value: Value) -> float:
    if type(value) is bool or not isinstance(value, float | int) or not math.isfinite(value):
        raise ValueError(value)
    return float(value)


def _text(value: Value) -> str:
    if type(value) is not str:
        raise ValueError(value)
    return value


def _rank(value: Value) -> str:
    # Siblings are few, so that thousands of records share a handful of ranks: one text serves them all.
    return sys.intern(_text(value))


def _truth(value: Value) -> bool:
    if type(value) is not int or value not in (0, 1):
        raise ValueError(value)
    return value == 1


def _member(members: Mapping[Value, StrEnum], value: Value) -> StrEnum:
    member = members.get(value) if type(value) is str else None
    if member is None:
        raise ValueError(value)
    return member


def _texts(value: Value) -> tuple[str, ...]:
    items = json.loads(_text(value))
    if type(items) is not list or not all(type(item) is str for item in items):
        raise ValueError(value)
    return tuple(items)


def _point(value: Value) -> tuple[float, float]:
    items = json.loads(_text(value))
    if type(items) is not list or len(items) != 2:
        raise ValueError(value)
    return _decimal(items[0]), _decimal(items[1])


def _as_json(items: Sequence[object]) -> str:
    return json.dumps(items, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _store_point(point: tuple[float, float]) -> str:
    return _as_json([float(coordinate) + 0.0 for coordinate in point])


def _store_decimal(number: float) -> float:
    # Adding zero turns -0.0 into 0.0, which SQLite would do on its own and so spoil the content sum.
    return float(number) + 0.0


def _store_member(member: StrEnum) -> str:
    return member.value


def _same(value: Any) -> Value:  # noqa: ANN401  # the field's type is known to `_column` alone
    plain: Value = value
    return plain


def _or_none(convert: Callable[[Any], Any], value: Any) -> Any:  # noqa: ANN401  # wraps converters of every type
    return None if value is None else convert(value)


def _column(name: str, hint: Any) -> Column:  # noqa: ANN401  # a type hint has no type of its own
    is_optional = False
    if get_origin(hint) in (Union, UnionType):
        (hint,) = (part for part in get_args(hint) if part is not NoneType)
        is_optional = True
    while isinstance(hint, NewType):
        hint = hint.__supertype__
    sql_type, encode, decode = _ways(hint)
    if name == "rank":
        decode = _rank
    if is_optional:
        encode, decode = partial(_or_none, encode), partial(_or_none, decode)
    return Column(name, sql_type, is_optional, encode, decode)


def _ways(plain: Any) -> tuple[str, Callable[[Any], Value], Callable[[Value], object]]:  # noqa: ANN401
    """The column type of a field's type, and how values go there and back."""
    simple: dict[Any, tuple[str, Callable[[Any], Value], Callable[[Value], object]]] = {
        int: ("INTEGER", _same, _whole),
        float: ("REAL", _store_decimal, _decimal),
        bool: ("INTEGER", int, _truth),
        str: ("TEXT", _same, _text),
        tuple[str, ...]: ("TEXT", _as_json, _texts),
        tuple[float, float]: ("TEXT", _store_point, _point),
    }
    if plain in simple:
        return simple[plain]
    assert issubclass(plain, StrEnum), plain
    members: dict[Value, StrEnum] = {member.value: member for member in plain}
    return "TEXT", _store_member, partial(_member, members)


def _codec(table: RecordTable) -> Codec:
    hints = get_type_hints(table.record)
    columns = tuple(_column(name, hints[name]) for name in table.columns)
    return Codec(table, table.columns, columns, MappingProxyType({column.name: column for column in columns}))


CODECS: Final[Mapping[type[Record], Codec]] = MappingProxyType({table.record: _codec(table) for table in TABLES})
