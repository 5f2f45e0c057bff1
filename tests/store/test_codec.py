"""Records to rows and back."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.model.ids import ArgumentId, CardId, MapId
from desktop_app.model.records import Argument, Card, CardKind, Confidence, Map, Method, Record, Stance
from desktop_app.store.checksum import as_text, from_text, row_hash
from desktop_app.store.codec import CODECS, Row, UnreadableRowError

_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
_ID = st.integers(1, 2**53 - 1)
_CARDS = st.builds(
    Card,
    id=_ID,
    map=_ID,
    kind=st.sampled_from(CardKind),
    text=_TEXT,
    rank=st.just("a"),
    notes=_TEXT,
    plausibility=st.none() | st.floats(0, 1),
    confidence=st.none() | st.sampled_from(Confidence),
    assumption=st.booleans(),
    under=st.none() | _ID,
    tags=st.lists(_TEXT, max_size=4).map(tuple),
    pin=st.none() | st.tuples(st.floats(allow_nan=False, allow_infinity=False), st.integers(-5, 5).map(float)),
    said=st.integers(1, 9),
)
_MAPS = st.builds(Map, id=_ID, title=_TEXT, rank=st.just("a"), sharpness=st.floats(0.1, 4), loops_allowed=st.booleans())


@given(st.one_of(_CARDS, _MAPS))
def test_a_record_comes_back_equal(record: Record) -> None:
    codec = CODECS[type(record)]
    row = codec.encode(record)
    assert codec.decode(row) == record
    assert all(type(value) in (str, int, float, type(None)) for value in row)


def test_rows_are_plain_to_read() -> None:
    card = Card(
        CardId(7), MapId(1), CardKind.CLAIM, "Prices rise", "a", tags=("one", "zwölf"), pin=(1, -0.0), assumption=True
    )
    assert CODECS[Card].encode(card) == (
        *(7, 1, "claim", "Prices rise", "a", "", None, None, 1, None),
        *('["one","zwölf"]', "[1.0,0.0]", 1),
    )


def test_a_negative_zero_is_stored_as_sqlite_would() -> None:
    argument = Argument(ArgumentId(1), MapId(1), Stance.SUPPORTS, "a", target_card=CardId(2), importance=-0.0)
    stored = CODECS[Argument].encode(argument)[6]
    assert isinstance(stored, float)
    assert math.copysign(1, stored) == 1


_GOOD: Row = CODECS[Card].encode(Card(CardId(7), MapId(1), CardKind.CLAIM, "x", "a"))


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("kind", "prophecy"),
        ("kind", None),
        ("text", 5),
        ("text", None),
        ("map", "1"),
        ("map", 1.0),
        ("plausibility", "high"),
        ("plausibility", math.inf),
        ("plausibility", math.nan),
        ("confidence", "HIGH"),
        ("assumption", 2),
        ("assumption", "yes"),
        ("tags", '{"a": 1}'),
        ("tags", "[1]"),
        ("tags", "["),
        ("tags", "[" * 100_000),
        ("pin", "[1.0]"),
        ("pin", '["a", "b"]'),
        ("pin", "null"),
        ("said", True),
    ],
)
def test_a_row_that_no_record_can_hold_is_refused_by_name(column: str, value: str | float | None) -> None:
    codec = CODECS[Card]
    row = list(_GOOD)
    row[codec.table.columns.index(column)] = value
    with pytest.raises(UnreadableRowError, match=f"card 7: {column}"):
        codec.decode(row)


def test_a_row_with_further_columns_is_refused() -> None:
    with pytest.raises(UnreadableRowError, match="card"):
        CODECS[Card].decode([*_GOOD, "more"])


def test_a_whole_number_reads_as_a_decimal_where_one_belongs() -> None:
    row = list(CODECS[Map].encode(Map(MapId(1), "m", "a")))
    row[4] = 2
    read = CODECS[Map].decode(row)
    assert isinstance(read, Map)
    assert (read.sharpness, type(read.sharpness), read.method) == (2.0, float, Method.LOG_ODDS)


def test_the_content_sum_of_a_row_is_as_documented() -> None:
    # blake2b-64 of ["level",1,2,25.0,"größer"] in UTF-8, computed with b2sum -l 64.
    assert as_text(row_hash("level", (1, 2, 25.0, "größer"))) == "8c2f13c344817df0"


@pytest.mark.parametrize("text", [None, "", "12", "g" * 16, "0" * 17, "-" + "1" * 14])
def test_a_kept_sum_that_is_none_is_not_read_as_one(text: str | None) -> None:
    assert from_text(text) is None


def test_a_kept_sum_reads_back() -> None:
    assert from_text(as_text(2**64 + 255)) == 255
