"""What the program made once, was read, and is kept beside a test: a change of it is seen as a difference of lines.

A change that is meant is written by `STEELYARD_WRITE_CASES=1` and read in the diff before it is committed.
"""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from difflib import unified_diff
from enum import Enum
from itertools import islice
from pathlib import Path

from lxml import etree

from desktop_app.model.reads import Records
from desktop_app.model.records import Argument, Card, Criterion, Perspective

_LONGEST = 130
_MOST_SHOWN = 60  # lines of a difference


def assert_kept(case: Path, lines: Iterable[str]) -> None:
    """Compares lines with those of a file."""
    words = "\n".join(lines) + "\n"
    if os.environ.get("STEELYARD_WRITE_CASES"):
        case.parent.mkdir(exist_ok=True)
        case.write_text(words, encoding="utf-8", newline="\n")
    kept = case.read_text(encoding="utf-8")
    if words != kept:
        shown = islice(
            unified_diff(kept.splitlines(), words.splitlines(), "kept", "now", n=1, lineterm=""), _MOST_SHOWN
        )
        raise AssertionError("\n".join((f"{case.name} is no longer what it was:", *shown)))


def lines_of(value: object, name: str = "", depth: int = 0) -> Iterator[str]:
    """A value in lines: short ones on one, others with their parts further in; fields as by default left out."""
    short = _short(value)
    indent = "  " * depth + (f"{name}: " if name else "")
    if short is not None and len(short) <= _LONGEST:
        yield f"{indent}{short}"
        return
    match value:
        case str():
            yield f"{indent}{value!r}"
        case Mapping():
            yield f"{indent}{{}}"
            for key, item in value.items():
                yield from lines_of(item, _short(key) or str(key), depth + 1)
        case _ if is_dataclass(value):
            yield f"{indent}{type(value).__name__}"
            for key, item in _told(value):
                yield from lines_of(item, key, depth + 1)
        case _ if isinstance(value, Iterable):
            yield f"{indent}[]"
            for item in value:
                yield from lines_of(item, "", depth + 1)
        case _:
            raise TypeError(type(value))


def _told(value: object) -> Iterator[tuple[str, object]]:
    for field in fields(value):  # type: ignore[arg-type]
        item = getattr(value, field.name)
        default = field.default if field.default_factory is MISSING else field.default_factory()
        if default is MISSING or item != default:
            yield field.name, item


def _short(value: object) -> str | None:
    match value:
        case Enum():
            return value.name.lower()
        case float():
            return f"{value:.6g}"
        case None | bool() | int() | str() | bytes():
            return repr(value)
        case Mapping():
            return _joined("{", (f"{_short(key)}: {_short(item)}" for key, item in value.items()), "}", value.values())
        case _ if is_dataclass(value):
            told = list(_told(value))
            parts = (f"{key}={_short(item)}" for key, item in told)
            return _joined(f"{type(value).__name__}(", parts, ")", [item for _, item in told])
        case list() | tuple() | set() | frozenset():
            items = sorted(value, key=repr) if isinstance(value, set | frozenset) else list(value)
            return _joined("[", map(str, map(_short, items)), "]", items)
    return None


def _joined(opening: str, parts: Iterable[str], closing: str, items: Iterable[object]) -> str | None:
    if any(_short(item) is None for item in items):
        return None
    return f"{opening}{', '.join(parts)}{closing}"


def with_names(records: Records, lines: Iterable[str]) -> Iterator[str]:
    """Lines in which words stand for the ids of a workbook."""
    names = {str(item.id): item.text[:30] for item in records.all(Card)}
    names |= {str(item.id): item.name for item in records.all(Criterion)}
    names |= {str(item.id): item.name for item in records.all(Perspective)}
    names |= {str(item.id): f"link {number}" for number, item in enumerate(records.all(Argument), 1)}
    for line in lines:
        yield re.sub(r"\d{9,}", lambda found: names.get(found[0], found[0]), line)


def xml_lines(data: bytes) -> Iterator[str]:
    """XML, each element a line with its attributes and text; one that holds a single element stands before it."""
    yield from _element(etree.fromstring(data, etree.XMLParser(resolve_entities=False)), 0, "")


def _element(element: etree._Element, depth: int, before: str) -> Iterator[str]:
    name = etree.QName(element).localname
    told = " ".join(f"{etree.QName(key).localname}={value!r}" for key, value in element.attrib.items())
    text = (element.text or "").strip()
    words = " ".join(filter(None, (f"{before}{name}", told, repr(element.text) if text else "")))
    inside = list(element.iterchildren(tag=etree.Element))
    if len(inside) == 1:
        yield from _element(inside[0], depth, f"{words} / ")
    else:
        yield f"{'  ' * depth}{words}"
        for child in inside:
            yield from _element(child, depth + 1, "")
    if (element.tail or "").strip():
        yield f"{'  ' * depth}{element.tail!r}"
