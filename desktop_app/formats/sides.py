"""Tells whether a heading says that pros, or cons, stand below it. When in doubt it says neither.

The words are data (`resources/incoming/sides.toml`); here are the rules by which they count.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Final

from desktop_app.formats.side_topics import (
    Topic,
    context_of,
    holds_what_is_asked,
    is_another,
    names_option,
    only_question,
    topic_of,
)
from desktop_app.formats.side_words import WORD, folded, is_one_of, languages, strings
from desktop_app.model.kinds import OPPOSITE
from desktop_app.model.records import Stance

_MOST_WORDS: Final = 12
_LONGEST: Final = 200
# "Reasons given for agreeing" says where the points come from.
_MOST_WORDS_OF_LABEL: Final = 3
_ANYTHING_FOLLOWS: Final = "…"
_MOST_ABOVE: Final = 9
_NO_HEADING: Final = re.compile(r"[?？؟\\]|[.…。](?:\s|$)")
_NUMBER: Final = re.compile(r"[^\w(]*(?:\(?(?:\d+(?:\.\d+)*|[A-Za-z])[.)]\s|\d+(?:\.\d+)+\s)")
_BRACKET: Final = re.compile(r"[(\[]([^()\[\]]*)[)\]]$")
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
        topic: what they are pros or cons of ("ending fines" of "For ending fines"); empty where nothing is said of it.
        says_more: whether the heading has words beyond those that say the side.
        is_open: whether the words that follow could be any, and may mean something else ("Reasons for the delay").
        language: of its words.
        is_of_another: whether it is the side of something else for certain ("Disadvantages of the status quo").
    """

    stance: Stance
    weight: Weight
    topic: Topic = ()
    says_more: bool = False
    is_open: bool = False
    language: str = "en"
    is_of_another: bool = False


@dataclass(frozen=True, slots=True)
class Headed:
    """A heading as it stands in a text.

    Attributes:
        level: how deep it stands; a lower number is further out.
        side: what its words say.
        has_list: whether a list stands directly below it.
        text: its words, for what stands below it.
        is_bare: whether nothing stands between it and the next heading, so that one of pros at its level may be its.
    """

    level: int
    side: Side | None
    has_list: bool
    text: str = ""
    is_bare: bool = False

    def holds(self, other: "Headed") -> bool:
        """Whether another heading below it may stand under it."""
        if self.level != other.level:
            return self.level < other.level
        return self.side is None and other.side is not None and (self.is_bare or names_option(self.text))


def side_of(heading: str) -> Side | None:
    """The side that the words of a heading are on; None for a question, a sentence, both sides in one, all else."""
    words = _words_of(heading)
    if words is None:
        return None
    main, rest = words
    for start in range(len(main)):
        for entry, stance in _entries().get(main[start], ()):
            end = start + len(entry.words)
            after = main[end:]
            if main[start:end] != entry.words or not entry.may_go_on_with(after):
                continue
            if _has_pole((*after, *rest), opposite_of=stance):
                return None
            topic = topic_of(after, entry.language)
            return Side(
                stance,
                entry.weight,
                topic,
                says_more=bool(after or rest) or start > 0 or len(entry.words) > _MOST_WORDS_OF_LABEL,
                is_open=entry.is_open and bool(after),
                language=entry.language,
                is_of_another=is_another(topic, rest, entry.language),
            )
        if main[start] not in _before():
            return None
    return None


def says_more(heading: str) -> bool:
    """Whether a heading of pros or cons has words that would be missed."""
    side = side_of(heading)
    return side is None or side.says_more


def settled(
    headings: Sequence[Headed], asked: Sequence[str] = (), *, hang_on_lines: bool = False
) -> list[Stance | None]:
    """The stance of the list below each heading of a text, in order; None where there is none, or no certain one.

    Args:
        headings: all of the text.
        asked: what it is about: its question, its title.
        hang_on_lines: what stands below a heading hangs on the line above it, where there is one, not on the question.
    """
    asking = (*asked, *only_question([heading.text for heading in headings], asked))
    groups: defaultdict[tuple[int, int], _Group] = defaultdict(_Group)
    standings: list[tuple[_Standing, _Group] | None] = []
    for heading, (key, above) in zip(headings, _groups(headings), strict=True):
        if heading.side is None or not heading.has_list:
            standings.append(None)
            continue
        on_line = hang_on_lines and bool(above)
        language = heading.side.language
        if not on_line and not all(holds_what_is_asked(text, asking, language) for text in above):
            standings.append(None)
            continue
        standing = _standing(heading.side, () if on_line else asked, above[-1:] if on_line else above)
        groups[key].add(standing)
        standings.append((standing, groups[key]))
    return [None if item is None or not item[1].settles(item[0]) else item[0].side.stance for item in standings]


def is_no_point(item: str) -> bool:
    """Whether a list item says that there is no point, or keeps its place: "None", "TBD", "{argument}", "…"."""
    bare = item.strip().strip("*_`")
    return _PLACEHOLDER.fullmatch(bare) is not None or bare.casefold().rstrip(".!").strip() in _nothing()


# --- inside ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _SideEntry:
    """Words that say a side, and the words of their language around them."""

    words: tuple[str, ...]
    weight: Weight
    is_open: bool
    after: tuple[str, ...]
    joining: tuple[str, ...]
    language: str

    def may_go_on_with(self, topic: Sequence[str]) -> bool:
        """Whether they still say a side with these words behind them."""
        if not topic:
            return True
        if topic[0].isdigit() or is_one_of(topic[0], self.joining):
            return False
        return self.is_open or is_one_of(topic[0], self.after)


def _entries_of(language: str, pole: str) -> Iterator[_SideEntry]:
    read = languages()[language]
    after, joining, words_by_weight = strings(read["after"]), strings(read["joining"]), read[pole]
    assert isinstance(words_by_weight, dict)
    for weight in Weight:
        for written in strings(words_by_weight[weight.value]):
            words = _split(folded(written.removesuffix(_ANYTHING_FOLLOWS)))
            yield _SideEntry(words, weight, written.endswith(_ANYTHING_FOLLOWS), after, joining, language)


@cache
def _entries() -> Mapping[str, Sequence[tuple[_SideEntry, Stance]]]:
    """What may say a side, by its first word: cons first, longer before shorter, certain before uncertain."""
    entries_by_word: defaultdict[str, list[tuple[_SideEntry, Stance]]] = defaultdict(list)
    for pole, stance in (("cons", Stance.OPPOSES), ("pros", Stance.SUPPORTS)):
        entries = [entry for language in languages() for entry in _entries_of(language, pole)]
        entries.sort(key=lambda entry: (-len(entry.words), list(Weight).index(entry.weight)))
        for entry in entries:
            entries_by_word[entry.words[0]].append((entry, stance))
    return entries_by_word


@cache
def _poles() -> Mapping[Stance, frozenset[tuple[str, ...]]]:
    """What says a side by itself, anywhere in a heading."""
    words_by_stance: dict[Stance, set[tuple[str, ...]]] = {stance: set() for stance in Stance}
    for entries in _entries().values():
        for entry, stance in entries:
            if entry.weight is not Weight.PAIRED:
                words_by_stance[stance].add(entry.words)
    return {stance: frozenset(words) for stance, words in words_by_stance.items()}


@cache
def _before() -> frozenset[str]:
    return frozenset(word for language in languages().values() for word in strings(language["before"]))


@cache
def _nothing() -> frozenset[str]:
    return frozenset(words for language in languages().values() for words in strings(language["nothing"]))


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
    bare = _trimmed(folded(unnumbered))
    bracket = _BRACKET.search(bare)
    inside = "" if bracket is None else bracket[1]
    bare = _trimmed(bare if bracket is None else bare[: bracket.start()])
    words = _split(bare)
    # Signs between words part two things, or a heading from a text: "Pros: quick", "Pros & cons".
    if not words or len(words) > _MOST_WORDS or not all(WORD.fullmatch(_plain(word)) for word in words):
        return None
    return tuple(_plain(word) for word in words), tuple(WORD.findall(inside))


def _plain(word: str) -> str:
    """A word without marks of boldness around it."""
    return word.strip("*_`")


def _trimmed(text: str) -> str:
    """A text without what is neither letter nor number at its ends; a closing bracket stays."""
    begins = [place for place, sign in enumerate(text) if sign.isalnum()]
    ends = [place for place, sign in enumerate(text) if sign.isalnum() or sign in ")]" or unicodedata.combining(sign)]
    return text[begins[0] : ends[-1] + 1] if begins else ""


def _has_pole(words: Sequence[str], *, opposite_of: Stance) -> bool:
    poles = _poles()[OPPOSITE[opposite_of]]
    return any(
        tuple(words[start:end]) in poles for start in range(len(words)) for end in range(start + 1, len(words) + 1)
    )


def _groups(headings: Sequence[Headed]) -> Iterator[tuple[tuple[int, int], list[str]]]:
    """For each heading, what those at its level under the same heading share, and what stands above, sides aside."""
    above: list[tuple[int, Headed]] = []
    for place, heading in enumerate(headings):
        while above and not above[-1][1].holds(heading):
            above.pop()
        texts = [item.text for _, item in above[-_MOST_ABOVE:] if item.side is None]
        yield (above[-1][0] if above else -1, heading.level), texts
        above.append((place, heading))


@dataclass(frozen=True, slots=True)
class _Standing:
    """A heading of pros or cons where it stands.

    Attributes:
        is_asked: it speaks of what is asked, or of what it stands under.
        is_doubtful: it speaks of something else, or may speak of the contrary.
    """

    side: Side
    is_asked: bool
    is_doubtful: bool


def _standing(side: Side, asked: Sequence[str], above: Sequence[str]) -> _Standing:
    """The heading of a side below a question, or titles, and headings."""
    topic = side.topic
    if not topic or side.is_of_another:
        return _Standing(side, is_asked=not topic, is_doubtful=side.is_of_another)
    questions, lines = ([context_of(text, side.language) for text in texts if text] for texts in (asked, above))
    is_under = any(context.contains(topic) for context in lines)
    # Below "The tunnel" its pros may be told, although the question names the bridge as well.
    contexts = [context for context in (*questions, *lines) if not (is_under and context.is_choice)]
    is_asked = is_under or any(context.contains(topic) for context in questions)
    # A pair of something else is no pair of what is asked, however well it goes together.
    told = [*questions, *lines]
    is_of_another = bool(told) and not is_asked and not any(context.speaks_of(topic) for context in told)
    return _Standing(side, is_asked, is_of_another or any(context.contradicts(topic) for context in contexts))


class _Group:
    """The headings of pros and cons of one group, as far as they tell what another one means."""

    def __init__(self) -> None:
        self._by_topic: defaultdict[tuple[Stance, Topic], set[Side]] = defaultdict(set)
        self._asked: defaultdict[Stance, set[Side]] = defaultdict(set)
        self._paired: defaultdict[Stance, set[Side]] = defaultdict(set)
        self._in_doubt: set[Stance] = set()

    def add(self, standing: _Standing) -> None:
        """Takes a heading in, but for what it speaks of; one in doubt tells nothing of others."""
        side = standing.side
        if standing.is_doubtful:
            self._in_doubt.add(side.stance)
            return
        kind = Side(side.stance, side.weight, is_open=side.is_open)
        self._by_topic[side.stance, side.topic].add(kind)
        if standing.is_asked:
            self._asked[side.stance].add(kind)
        if side.weight is Weight.PAIRED:
            self._paired[side.stance].add(kind)

    def settles(self, standing: _Standing) -> bool:
        """Whether a heading says a side, by itself or by its opposite, which speaks of the same or says not of what."""
        side = standing.side
        if standing.is_doubtful:
            return False
        opposite = OPPOSITE[side.stance]
        same, stops = self._by_topic[opposite, side.topic], self._by_topic[opposite, ()]
        # What could be a heading of something else when it stops says nothing of one that goes on.
        sure = {item for item in stops if item.weight is not Weight.WEAK} if side.topic else stops
        counterparts = same | sure | (self._asked[opposite] if standing.is_asked else set())
        weights = {item.weight for item in counterparts}
        match side.weight:
            case Weight.STRONG:
                # "Advantages" beside "Disadvantages of the old bridge" may be those of the old bridge, too.
                return bool(counterparts) or (
                    standing.is_asked and (bool(side.topic) or opposite not in self._in_doubt)
                )
            case Weight.WEAK if side.topic and same:
                return True
            case Weight.WEAK:
                is_weak = any(item.weight is Weight.WEAK and not item.is_open for item in counterparts)
                return Weight.STRONG in weights or (not side.is_open and is_weak)
            case Weight.PAIRED if side.topic:
                return bool(same) or any(item.weight is Weight.PAIRED for item in stops)
            case Weight.PAIRED:
                return Weight.STRONG in weights or bool(self._paired[opposite])
