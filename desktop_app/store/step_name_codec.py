"""Names of steps as they stand in the file: a key of the catalog, and its values as JSON.

A name that is no key of a step is a literal: what programs wrote before names had keys, or what a stranger wrote. The
same goes for a key whose values are not those it needs: whatever stands there, it is shown, and nothing is raised.
"""

import json
from typing import Final, NoReturn

from desktop_app.model.ids import LARGEST_ID
from desktop_app.wording.patterns import PATTERNS
from desktop_app.wording.sentence import Sentence, Value, literal, literal_text

NO_ARGS: Final = "{}"
MOST_LETTERS: Final = 500  # of a text in the name of a step; longer ones are cut when they are written
_MOST_ARGS: Final = 10_000  # letters of JSON; more was not written by this program
_MOST_NESTED: Final = 3  # undo of a step on several cards, named by what was done to each
_PREFIX: Final = "step."


def to_file(step: Sentence) -> tuple[str, str]:
    """The key and the values of a name, as the columns `label` and `args`."""
    words = literal_text(step)
    if words is not None:
        return words, NO_ARGS
    return step.key, _as_json({name: _plain(value) for name, value in step.values.items()})


def from_file(label: str, args: object) -> Sentence:
    """What `to_file` wrote; a literal for everything else."""
    try:
        return _sentence(label, _from_json(args), 1)
    except (ValueError, RecursionError):
        return literal(label)


def is_readable(label: str, args: object) -> bool:
    """Whether a name is a literal without values, or a key with those it needs."""
    if not _is_key(label):
        return args == NO_ARGS
    return literal_text(from_file(label, args)) is None


def _plain(value: Value) -> object:
    match value:
        case Sentence():
            words = literal_text(value)
            if words is not None:
                return _cut(words)
            return {"key": value.key, "args": {name: _plain(item) for name, item in value.values.items()}}
        case str():
            return _cut(value)
        case int():
            return value
        case _:
            raise TypeError(f"{value!r} is no value of a step's name")


def _cut(words: str) -> str:
    return words if len(words) <= MOST_LETTERS else f"{words[: MOST_LETTERS - 1]}…"


def _as_json(values: dict[str, object]) -> str:
    return json.dumps(values, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _from_json(args: object) -> object:
    if not isinstance(args, str) or len(args) > _MOST_ARGS:
        _refuse()
    return json.loads(args, parse_constant=_refuse)


def _is_key(label: object) -> bool:
    return isinstance(label, str) and label.startswith(_PREFIX) and label in PATTERNS


def _sentence(key: object, args: object, depth: int) -> Sentence:
    if not isinstance(key, str) or not _is_key(key) or not isinstance(args, dict) or depth > _MOST_NESTED:
        _refuse()
    pattern = PATTERNS[key]
    if set(args) != pattern.names or (pattern.count and type(args[pattern.count]) is not int):
        _refuse()
    return Sentence(key, {name: _value(argument, depth) for name, argument in args.items()})


def _value(argument: object, depth: int) -> Value:
    match argument:
        case bool():
            raise ValueError
        case int() if abs(argument) <= LARGEST_ID:
            return argument
        case str() if len(argument) <= MOST_LETTERS:
            # Half a pair of surrogates can be written in JSON, and nowhere else.
            argument.encode()
            return argument
        case dict() if set(argument) == {"key", "args"}:
            return _sentence(argument["key"], argument["args"], depth + 1)
        case _:
            raise ValueError


def _refuse(_constant: object = None) -> NoReturn:
    raise ValueError
