"""Tells whether a heading says that pros, or cons, stand below it. When in doubt it says neither.

The words are data (`resources/incoming/sides.toml`); here are the rules by which they count.
"""

import re
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Final

from desktop_app.base.resources import resource
from desktop_app.model.records import Stance

_MOST_WORDS: Final = 12
_LONGEST: Final = 200
# "Reasons given for agreeing" says where the points come from.
_MOST_WORDS_OF_LABEL: Final = 3
_ANYTHING_FOLLOWS: Final = "…"
_NO_HEADING: Final = re.compile(r"[?？؟\\]|[.…。](?:\s|$)")
_NUMBER: Final = re.compile(r"[^\w(]*(?:\(?(?:\d+(?:\.\d+)*|[A-Za-z])[.)]\s|\d+(?:\.\d+)+\s)")
_BRACKET: Final = re.compile(r"[(\[]([^()\[\]]*)[)\]]$")
_QUOTES: Final = re.compile('["«»„“”‹›]')
# Soft hyphens, zero-width spaces, marks of direction: nobody sees them.
_INVISIBLE: Final = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_WORD: Final = re.compile(r"[^\W_]+(?:['-][^\W_]+)*'?")
_PLACEHOLDER: Final = re.compile(r"\{[^{}]*\}|<[^<>]*>|\[(?![ xX]\])[^\[\]]*\]|…|\.{2,}|[-–—?_ ]*")


class Weight(Enum):
    """When a heading counts; the file of words says what each means."""

    STRONG = "strong"
    WEAK = "weak"
    PAIRED = "paired"


@dataclass(frozen=True, slots=True)
class Side:
    """The side that the words of a heading are on.

    Attributes:
        topic: the words that follow those that say the side ("ending fines" of "For ending fines").
        says_more: whether the heading has words beyond those that say the side.
        is_open: whether the words that follow could be any, and may mean something else ("Reasons for the delay").
    """

    stance: Stance
    weight: Weight
    topic: tuple[str, ...] = ()
    says_more: bool = False
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Headed:
    """A heading as it stands in a text.

    Attributes:
        level: how deep it stands; a lower number is further out.
        side: what its words say.
        has_list: whether a list stands directly below it.
    """

    level: int
    side: Side | None
    has_list: bool


def side_of(heading: str) -> Side | None:
    """The side that the words of a heading are on; None for a question, a sentence, both sides in one, all else."""
    words = _words_of(heading)
    if words is None:
        return None
    main, rest = words
    for start in range(len(main)):
        for entry, stance in _entries().get(main[start], ()):
            end = start + len(entry.words)
            topic = main[end:]
            if main[start:end] != entry.words or not entry.may_go_on_with(topic):
                continue
            if _has_pole((*topic, *rest), opposite_of=stance):
                return None
            says_more = bool(topic or rest) or start > 0 or len(entry.words) > _MOST_WORDS_OF_LABEL
            return Side(stance, entry.weight, topic, says_more, is_open=entry.is_open and bool(topic))
        if main[start] not in _before():
            return None
    return None


def says_more(heading: str) -> bool:
    """Whether a heading of pros or cons has words that would be missed."""
    side = side_of(heading)
    return side is None or side.says_more


def settled(headings: Sequence[Headed]) -> list[Stance | None]:
    """The stance of the list below each heading of a text, in order; None where there is none, or no certain one."""
    groups: defaultdict[tuple[int, int], _Opposites] = defaultdict(_Opposites)
    keys = list(_groups(headings))
    for heading, key in zip(headings, keys, strict=True):
        if heading.side is not None and heading.has_list:
            groups[key].add(heading.side)
    return [
        heading.side.stance
        if heading.side is not None and heading.has_list and groups[key].settle(heading.side)
        else None
        for heading, key in zip(headings, keys, strict=True)
    ]


def is_no_point(item: str) -> bool:
    """Whether a list item says that there is no point, or keeps its place: "None", "TBD", "{argument}", "…"."""
    bare = item.strip().strip("*_`")
    return _PLACEHOLDER.fullmatch(bare) is not None or bare.casefold().rstrip(".!").strip() in _nothing()


# --- inside ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Entry:
    """Words that say a side, and the words of their language around them."""

    words: tuple[str, ...]
    weight: Weight
    is_open: bool
    after: tuple[str, ...]
    joining: tuple[str, ...]

    def may_go_on_with(self, topic: Sequence[str]) -> bool:
        """Whether they still say a side with these words behind them."""
        if not topic:
            return True
        if topic[0].isdigit() or _is_one_of(topic[0], self.joining):
            return False
        return self.is_open or _is_one_of(topic[0], self.after)


def _is_one_of(word: str, known: Sequence[str]) -> bool:
    """Whether a word is known, or begins as a known beginning does ("d'", "ل-")."""
    beginnings = tuple(item.rstrip("-") for item in known if item.endswith(("-", "'")))
    return word in known or any(word.startswith(item) and len(word) > len(item) + 1 for item in beginnings)


@cache
def _languages() -> tuple[Mapping[str, object], ...]:
    read = tomllib.loads(resource("incoming", "sides.toml").read_text(encoding="utf-8"))
    return tuple(read.values())


def _strings(found: object) -> tuple[str, ...]:
    assert isinstance(found, list)
    return tuple(str(item) for item in found)


def _entries_of(language: Mapping[str, object], pole: str) -> Iterator[_Entry]:
    after, joining, found = _strings(language["after"]), _strings(language["joining"]), language[pole]
    assert isinstance(found, dict)
    for weight in Weight:
        for written in _strings(found[weight.value]):
            words = _split(_folded(written.removesuffix(_ANYTHING_FOLLOWS)))
            yield _Entry(words, weight, written.endswith(_ANYTHING_FOLLOWS), after, joining)


@cache
def _entries() -> Mapping[str, Sequence[tuple[_Entry, Stance]]]:
    """What may say a side, by its first word: cons first, longer before shorter, certain before uncertain."""
    found: defaultdict[str, list[tuple[_Entry, Stance]]] = defaultdict(list)
    for pole, stance in (("cons", Stance.OPPOSES), ("pros", Stance.SUPPORTS)):
        entries = [entry for language in _languages() for entry in _entries_of(language, pole)]
        entries.sort(key=lambda entry: (-len(entry.words), list(Weight).index(entry.weight)))
        for entry in entries:
            found[entry.words[0]].append((entry, stance))
    return found


@cache
def _poles() -> Mapping[Stance, frozenset[tuple[str, ...]]]:
    """What says a side by itself, anywhere in a heading."""
    found: dict[Stance, set[tuple[str, ...]]] = {stance: set() for stance in Stance}
    for entries in _entries().values():
        for entry, stance in entries:
            if entry.weight is not Weight.PAIRED:
                found[stance].add(entry.words)
    return {stance: frozenset(words) for stance, words in found.items()}


@cache
def _before() -> frozenset[str]:
    return frozenset(word for language in _languages() for word in _strings(language["before"]))


@cache
def _nothing() -> frozenset[str]:
    return frozenset(words for language in _languages() for words in _strings(language["nothing"]))


def _folded(text: str) -> str:
    """A text without case, styles of letters, quotes and what is not seen."""
    folded = unicodedata.normalize("NFKC", text).casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    return _INVISIBLE.sub("", _QUOTES.sub("", folded))


def _split(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _words_of(heading: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The words of a heading, and those of its closing bracket; None when it has signs that no such heading has."""
    if len(heading) > _LONGEST:
        return None
    number = _NUMBER.match(heading)
    unnumbered = heading if number is None else heading[number.end() :]
    if _NO_HEADING.search(unnumbered) is not None:
        return None
    bare = _trimmed(_folded(unnumbered))
    bracket = _BRACKET.search(bare)
    inside = "" if bracket is None else bracket[1]
    bare = _trimmed(bare if bracket is None else bare[: bracket.start()])
    words = _split(bare)
    # Signs between words part two things, or a heading from a text: "Pros: quick", "Pros & cons".
    if not words or len(words) > _MOST_WORDS or not all(_WORD.fullmatch(_plain(word)) for word in words):
        return None
    return tuple(_plain(word) for word in words), tuple(_WORD.findall(inside))


def _plain(word: str) -> str:
    """A word without marks of boldness around it."""
    return word.strip("*_`")


def _trimmed(text: str) -> str:
    """A text without what is neither letter nor number at its ends; a closing bracket stays."""
    begins = [place for place, sign in enumerate(text) if sign.isalnum()]
    ends = [place for place, sign in enumerate(text) if sign.isalnum() or sign in ")]" or unicodedata.combining(sign)]
    return text[begins[0] : ends[-1] + 1] if begins else ""


def _has_pole(words: Sequence[str], *, opposite_of: Stance) -> bool:
    poles = _poles()[Stance.OPPOSES if opposite_of is Stance.SUPPORTS else Stance.SUPPORTS]
    return any(
        tuple(words[start:end]) in poles for start in range(len(words)) for end in range(start + 1, len(words) + 1)
    )


def _groups(headings: Sequence[Headed]) -> Iterator[tuple[int, int]]:
    """For each heading, what those at its level under the same heading share: that heading's place, and the level."""
    above: list[tuple[int, int]] = []
    for place, heading in enumerate(headings):
        while above and above[-1][1] >= heading.level:
            above.pop()
        yield (above[-1][0] if above else -1), heading.level
        above.append((place, heading.level))


class _Opposites:
    """The sides of the headings of one group, as far as they tell what another one means."""

    def __init__(self) -> None:
        self._found: dict[Stance, set[tuple[Weight, bool]]] = {stance: set() for stance in Stance}
        self._topics: dict[Stance, set[tuple[str, ...]]] = {stance: set() for stance in Stance}

    def add(self, side: Side) -> None:
        """Takes a side in."""
        goes_on = side.is_open if side.weight is Weight.WEAK else bool(side.topic)
        self._found[side.stance].add((side.weight, goes_on))
        self._topics[side.stance].add(side.topic)

    def settle(self, side: Side) -> bool:
        """Whether a heading counts, by itself or by its opposite."""
        if side.weight is Weight.STRONG:
            return True
        opposite = Stance.OPPOSES if side.stance is Stance.SUPPORTS else Stance.SUPPORTS
        found = self._found[opposite]
        if side.topic and side.topic in self._topics[opposite]:
            return True
        is_certain = any(weight is Weight.STRONG for weight, _ in found)
        if side.weight is Weight.WEAK:
            return is_certain or (not side.is_open and (Weight.WEAK, False) in found)
        stops = (Weight.PAIRED, False) in found
        return stops or (not side.topic and (is_certain or (Weight.PAIRED, True) in found))
