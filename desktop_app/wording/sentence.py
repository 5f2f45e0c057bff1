"""A sentence is a key and typed values; a catalog turns it into words. Nothing else in the program joins sentences.

The English of every key stands once, in `patterns`; translations are gettext catalogs with the key as context. One
catalog is active in a process (`language.use`): `str()` of a sentence gives its words. Constants therefore hold
sentences, never words: a module is imported before anybody has said which language is spoken.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import reduce
from gettext import NullTranslations
from typing import Final, TypeAlias

from typing_extensions import override

from desktop_app.wording.patterns import PATTERNS
from desktop_app.wording.rounding import percent, signed, tenth, whole

_SHOWN: Final = 3
# What is not a whole number takes the words of many: "0.4 points".
_MANY: Final = 2


@dataclass(frozen=True, slots=True)
class Whole:
    """A number shown whole: a total, points, a strength; counts too."""

    value: float


@dataclass(frozen=True, slots=True)
class Grouped:
    """A whole number with its thousands set apart: "20,000"."""

    value: int


@dataclass(frozen=True, slots=True)
class Signed:
    """A number shown with its sign, whole or with one decimal: a leaning, points of a chart."""

    value: float
    decimals: int = 0


@dataclass(frozen=True, slots=True)
class Tenth:
    """A number shown with one decimal."""

    value: float


@dataclass(frozen=True, slots=True)
class Percent:
    """A share of 1, shown as whole percents."""

    share: float


@dataclass(frozen=True, slots=True)
class Ordinal:
    """A place: "1st", "12th"."""

    place: int


@dataclass(frozen=True, slots=True)
class Listed:
    """Values as a list: "A, B and C", "A or B"; beyond `most` the rest is counted: "A, B, C and 2 more".

    Attributes:
        items: at least one.
        is_choice: "or" before the last instead of "and".
        is_clauses: they are clauses, held apart by semicolons; all are named.
        most: how many are named; None names all.
    """

    items: tuple["Value", ...]
    is_choice: bool = False
    is_clauses: bool = False
    most: int | None = _SHOWN


class Letter(str):
    """The letter of an option; on paper its name stands before it at first mention, see `introduced`."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, clause or label: its key in `patterns.PATTERNS`, and what it speaks of.

    Texts are names (letters, criteria, people, files) or amounts as somebody typed them. `str()` gives the words of the
    active catalog.
    """

    key: str
    values: Mapping[str, "Value"]

    @override
    def __hash__(self) -> int:
        return hash(self.key)

    @override
    def __str__(self) -> str:
        return _active.words(self)


Value: TypeAlias = str | int | Whole | Grouped | Signed | Tenth | Percent | Ordinal | Listed | Sentence

_LITERAL: Final = "literal"
# The values each pattern needs, once somebody has said it: cells and cards say theirs again with every change.
_NAMES: Final[dict[str, frozenset[str]]] = {}


def say(key: str, /, **values: Value) -> Sentence:
    """The sentence of a key.

    Raises:
        KeyError: no pattern has that key, or a value of the pattern is missing.
    """
    names = _NAMES.get(key)
    if names is None:
        names = _NAMES[key] = PATTERNS[key].names
    if not names <= values.keys():
        raise KeyError(f"{key} lacks {', '.join(sorted(names - values.keys()))}")
    return Sentence(key, values)


def text(key: str, /, **values: Value) -> str:
    """The words of a key in the active language, for labels.

    Raises:
        KeyError: as `say`.
    """
    return str(say(key, **values))


def literal(words: str) -> Sentence:
    """Words that belong to no catalog: what an old file or a library says. They are shown as they stand."""
    return say("literal", text=words)


def literal_text(sentence: Sentence) -> str | None:
    """The words of a `literal`; None for every other sentence."""
    words = sentence.values["text"] if sentence.key == _LITERAL else None
    return words if isinstance(words, str) else None


class Catalog:
    """The sentences of one language; what a translation lacks is said in English."""

    def __init__(self, translations: NullTranslations) -> None:
        self._translations = translations

    def words(self, sentence: Sentence) -> str:
        """A sentence in words."""
        pattern = PATTERNS[sentence.key]
        shown = {name: self._shown(value) for name, value in sentence.values.items()}
        if pattern.plural is None:
            template = self._translations.pgettext(sentence.key, pattern.text)
        else:
            count = _count(sentence.values[pattern.count])
            template = self._translations.npgettext(sentence.key, pattern.text, pattern.plural, count)
        words = template.format_map(shown)
        # A name or an amount may end in a full stop of its own: "17 Mio."
        return words[:-1] if template.endswith("}.") and words.endswith("..") else words

    def _shown(self, value: Value) -> str:
        match value:
            case Whole(number):
                return _minus(whole(number))
            case Grouped(number):
                return f"{number:,}"
            case Signed(number, decimals):
                return signed(number, decimals)
            case Tenth(number):
                return tenth(number)
            case Percent(share):
                return percent(share)
            case Ordinal(place):
                return self.words(say(f"ordinal.{_ending(place)}", place=place))
            case Sentence():
                return self.words(value)
            case Listed():
                return self._listed(value)
            case _:
                return str(value)

    def _listed(self, value: Listed) -> str:
        shown = [self._shown(item) for item in value.items]
        if value.is_clauses:
            return reduce(lambda so_far, item: self.words(say("list.clauses", so_far=so_far, next=item)), shown)
        if value.most is not None and len(shown) > value.most + 1:
            rest = self.words(say("list.more", count=len(shown) - value.most))
            shown = [*shown[: value.most], rest]
            is_choice = False
        else:
            is_choice = value.is_choice
        if len(shown) == 1:
            return shown[0]
        so_far = shown[0]
        for item in shown[1:-1]:
            so_far = self.words(say("list.middle", so_far=so_far, next=item))
        return self.words(say("list.or" if is_choice else "list.and", so_far=so_far, last=shown[-1]))


def _count(value: Value) -> int:
    match value:
        case Whole(number) | Signed(number, 0):
            return abs(whole(number))
        case Grouped(number):
            return number
        case Tenth() | Signed():
            return _MANY
        case int():
            return value
        case _:
            raise TypeError(f"{value!r} counts nothing")


def _ending(place: int) -> str:
    """Which pattern an ordinal has in English; other languages may give all of them the same words."""
    if place % 100 in {11, 12, 13}:
        return "other"
    return {1: "first", 2: "second", 3: "third"}.get(place % 10, "other")


def introduced(sentences: Iterable[Sentence], names: Mapping[str, str]) -> list[Sentence]:
    """The same sentences with the name of each option before its letter where it is mentioned first.

    Args:
        sentences: in the order in which they are read.
        names: of the options, by letter.
    """
    seen: set[str] = set()

    def value(item: Value) -> Value:
        match item:
            case Letter() if item not in seen and names.get(item, item) != item:
                seen.add(item)
                return say("name.letter", name=names[item], letter=item)
            case Listed():
                is_cut = item.most is not None and not item.is_clauses and len(item.items) > item.most + 1
                shown = item.most if is_cut and item.most is not None else len(item.items)
                return replace(item, items=(*map(value, item.items[:shown]), *item.items[shown:]))
            case Sentence():
                return sentence(item)
            case _:
                return item

    def sentence(original: Sentence) -> Sentence:
        return Sentence(original.key, {name: value(item) for name, item in original.values.items()})

    return [sentence(item) for item in sentences]


def spoken(sentences: Iterable[Sentence]) -> str:
    """Sentences after one another, in the active language."""
    return " ".join(str(sentence) for sentence in sentences)


def _minus(number: int) -> str:
    return str(number) if number >= 0 else signed(number)


def activate(catalog: Catalog) -> Catalog:
    """Lets a catalog give the words of every sentence from here on; see `language.use`.

    Returns:
        The one that did so far.
    """
    global _active  # one language a process, as one locale a process
    former, _active = _active, catalog
    return former


ENGLISH: Final = Catalog(NullTranslations())
_active: Catalog = ENGLISH
