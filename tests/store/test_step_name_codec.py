"""Names of steps stand in the file by key and values; whatever a stranger writes there is shown and raises nothing."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.edits import cards
from desktop_app.model.records import Card
from desktop_app.session import Session
from desktop_app.store.check import check
from desktop_app.store.step_name_codec import MOST_LETTERS, NO_ARGS, from_file, is_readable, to_file
from desktop_app.wording.patterns import PATTERNS
from desktop_app.wording.sentence import Sentence, Value, Whole, literal, say
from tests.store.workbooks import plain

_PLAIN_KEYS = sorted(key for key, found in PATTERNS.items() if key.startswith("step.") and not found.names)


def _several(step: Value) -> Sentence:
    return say("step.several", step=step, count=3)


@pytest.mark.parametrize(
    ("step", "words"),
    [
        (say("step.add_pro"), "Add pro"),
        (_several(say("step.move")), "Move (3 cards)"),
        (say("step.undo", step=_several(say("step.swap_pro_con"))), "Undo Swap pro/con (3 cards)"),
        (say("step.undo", step=literal("Add {thing}")), "Undo Add {thing}"),
        (literal("Set how much it matters (2 cards)"), "Set how much it matters (2 cards)"),
        (literal(""), ""),
    ],
)
def test_a_name_comes_back_from_the_file(step: Sentence, words: str) -> None:
    label, args = to_file(step)
    assert is_readable(label, args)
    found = from_file(label, args)
    assert str(found) == str(step) == words
    assert to_file(found) == (label, args)


def test_every_name_without_values_is_its_key() -> None:
    assert len(_PLAIN_KEYS) > 80
    for key in _PLAIN_KEYS:
        assert to_file(say(key)) == (key, NO_ARGS)
        assert from_file(key, NO_ARGS) == say(key)


_NESTED = "{" + '"step":{"key":"step.undo","args":{' * 2000 + "}" * 4001
_HOSTILE = [
    ("step.undo", NO_ARGS),
    ("step.undo", ""),
    ("step.undo", "no JSON"),
    ("step.undo", "[1]"),
    ("step.undo", "null"),
    ("step.undo", '{"step":null}'),
    ("step.undo", '{"step":1.5}'),
    ("step.undo", '{"step":NaN}'),
    ("step.undo", '{"step":true}'),
    ("step.undo", '{"step":[]}'),
    ("step.undo", '{"step":"\\ud800"}'),
    ("step.undo", '{"step":"a","more":"b"}'),
    ("step.undo", '{"step":{"key":"lead.none","args":{}}}'),
    ("step.undo", '{"step":{"key":["step.move"],"args":{}}}'),
    ("step.undo", '{"step":{"key":"step.move"}}'),
    ("step.undo", json.dumps({"step": "x" * (MOST_LETTERS + 1)})),
    ("step.undo", json.dumps({"step": "x" * 1_000_000})),
    ("step.undo", '{"step":' + "9" * 9000 + "}"),
    ("step.undo", '{"step":' + "[" * 4900 + "]" * 4900 + "}"),
    ("step.undo", _NESTED[:9000]),
    ("step.several", '{"step":"Move","count":"3"}'),
    ("step.several", '{"step":"Move","count":3.0}'),
    ("step.several", '{"step":"Move","count":9007199254740993}'),
    ("step.several", '{"step":"Move"}'),
    ("step.move", '{"card":"x"}'),
    ("step.move", None),
    ("step.move", b"{}"),
]


@pytest.mark.parametrize(("label", "args"), _HOSTILE)
def test_a_known_key_with_values_that_are_not_its_own_is_shown_as_it_stands(label: str, args: object) -> None:
    found = from_file(label, args)
    assert str(found) == label
    assert not is_readable(label, args)


@pytest.mark.parametrize(
    "label", ["lead.none", "lead.alone", "literal", "step.", "step.unheard_of", "{0.__class__}", "%s"]
)
def test_what_names_no_step_is_a_literal(label: str) -> None:
    assert str(from_file(label, NO_ARGS)) == label
    assert to_file(from_file(label, NO_ARGS)) == (label, NO_ARGS)


@given(
    st.sampled_from(["step.undo", "step.several", "step.move", "other"]),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: (
            st.lists(inner) | st.dictionaries(st.sampled_from(["step", "count", "key", "args", "step.undo"]), inner)
        ),
    ),
)
def test_whatever_stands_there_is_said_and_can_be_written_again(label: str, args: object) -> None:
    found = from_file(label, json.dumps(args))
    assert str(found)
    undone = say("step.undo", step=found)
    assert is_readable(*to_file(undone))
    assert str(from_file(*to_file(undone))) == str(undone)


def test_long_words_of_an_old_step_are_cut_where_its_undo_is_named() -> None:
    label, args = to_file(say("step.undo", step=literal("long " * 1000)))
    assert len(args) < MOST_LETTERS + 20
    assert str(from_file(label, args)).endswith("…")


def test_other_values_are_a_mistake_of_the_caller() -> None:
    with pytest.raises(TypeError):
        to_file(say("step.several", step="Move", count=Whole(2)))


def test_strange_names_in_a_file_are_shown_and_reported_and_stop_nothing(tmp_path: Path) -> None:
    path = tmp_path / "strange.steelyard"
    with Session.create(path, title="Strange") as session:
        _edit(session)
    with plain(path) as connection:
        connection.execute("UPDATE step SET label = 'step.several', args = '[[[['")
        connection.execute("UPDATE log SET label = 'step.undo', args = ?", ("{" * 100_000,))
    sentences = [finding.sentence for finding in check(path).findings]
    assert sentences[:1] == ["The name of undo step 1 cannot be read."]
    with Session.open(path) as session:
        assert session.undo_label == "step.several"
        assert {entry.label for entry in session.log()} == {"step.undo"}
        assert session.undo() is not None
        assert session.redo_label == "step.several"
        assert session.log()[-1].label == "Undo step.several"


def _edit(session: Session) -> None:
    from desktop_app.edits import maps

    made = maps.add_map(session.document, "A map")
    cards.add_question(session.document, made.id, "What?")
    assert session.document.count(Card) == 1
