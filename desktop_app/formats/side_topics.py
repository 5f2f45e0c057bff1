"""What a heading of pros or cons speaks of ("the bridge" of "Advantages of the bridge"), and whether that is asked.

Pros of something else would be false, and pros of its contrary cons. When in doubt, it is not what is asked.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from desktop_app.formats.side_words import folded, is_of, is_of_any, languages, strings, words_in

Topic = tuple[str, ...]
"""Words, folded, without articles and the like."""

_ASKING: Final = ("?", "？", "؟", "\N{GREEK QUESTION MARK}")
# Words that turn a question into its contrary, or speak of how things are: the file of words says which.
_TURNS: Final = ("away", "wait", "keep", "now", "new")
# Of closing a bridge only what says so speaks; of keeping the old one "Advantages of the bridge" does, too.
_MUST_BE_SAID: Final = ("away", "wait")
_MAY_BE_SAID: Final = ("keep", "now")
_MAY_BECOME_OF_IT: Final = ("away", "wait", "keep", "new")
_OR_NOT: Final = 2  # words
# Words are alike that share so many letters, or so much of the longer one: "statue" and "station" share four of seven.
_SHARED, _LONGEST_ENDING = 5, 3
_MOST: Final = 2 / 3
_SHORTEST, _LONGEST_PLURAL = 3, 2
_ENDINGS: Final = ("ing", "ung")
# A fence or comment that does not end.
_NO_NAMES: Final = ("```", "~~~", "<!--")
_BEGIN: Final = 2  # words: "On which day …?"
# "Was it right?" is no German "Was …?".
_ALSO_ENGLISH: Final = frozenset({"was"})
_IES: Final = "ies"
_ARTICLES: Final = ("لل", "ال")


@dataclass(frozen=True, slots=True)
class Context:
    """A question, a title, or a heading above.

    Attributes:
        words: of it, folded.
        language: of the heading that is compared with it.
        asks: whether it is a question.
    """

    words: tuple[str, ...]
    language: str
    asks: bool

    @property
    def is_choice(self) -> bool:
        """Whether it names two things, "Bridge or tunnel?"."""
        # "Чи варто …?" begins as a choice does.
        return any(self._is(word, "choosing") for word in self.words[1:])

    @property
    def denies(self) -> bool:
        """Whether it speaks of not doing something."""
        return any(self._is(word, "denying") for word in self.words)

    @property
    def is_open(self) -> bool:
        """Whether it asks what, or how: nothing is for or against that."""
        return any(self._is(word, "asking") for word in self.words)

    def has(self, word: str) -> bool:
        """Whether it has a word, or one much like it, or another that turns things the same way."""
        turn = _turn_of(word, self.language)
        return any(
            _are_alike(word, own) or (turn is not None and _turn_of(own, self.language) == turn) for own in self.words
        )

    def shares(self, topic: Topic) -> bool:
        """Whether it has any word of a topic."""
        return any(self.has(word) for word in topic)

    def contains(self, topic: Topic) -> bool:
        """Whether pros of the topic are pros of this, for certain."""
        if self.is_open or self.is_choice or self.denies or not self.turns_as(topic):
            return False
        return self._means_it(topic) or all(self.has(word) or self._is_meant(word) for word in topic)

    def speaks_of(self, topic: Topic) -> bool:
        """Whether a topic may be what this is about; a title leaves open what becomes of it ("Library fines")."""
        return self._means_it(topic) or all(
            self.has(word)
            or self._is_meant(word)
            or (not self.asks and _turn_of(word, self.language) in _MAY_BECOME_OF_IT)
            for word in topic
        )

    def contradicts(self, topic: Topic) -> bool:
        """Whether pros of the topic may be cons of this, or speak of one of two things."""
        own, its, shares = _turns(self.words, self.language), _turns(topic, self.language), self.shares(topic)
        if (self.is_choice or self.denies) and shares:
            return True
        if self.asks and not self.is_open:
            # "A bridge" may be what comes in the place of the ferry that is to be kept.
            is_other = own["keep"] > 0 and not shares and not self._means_it(topic)
            return is_other or not self.turns_as(topic)
        return shares and any(own[turn] > its[turn] for turn in _MUST_BE_SAID)

    def turns_as(self, topic: Topic) -> bool:
        """Whether a topic turns things as this does: "closing the pool" and "Should the pool be closed?"."""
        own, its = _turns(self.words, self.language), _turns(topic, self.language)
        if not its and self._means_it(topic):
            return True
        if any(own[turn] != its[turn] for turn in _MUST_BE_SAID) or any(its[turn] > own[turn] for turn in _MAY_BE_SAID):
            return False
        # A new bridge is not the old one, nor the one that is kept.
        return its["new"] <= own["new"] or not any(own[turn] for turn in _MAY_BE_SAID)

    def _means_it(self, topic: Topic) -> bool:
        """Whether a topic is what is asked, whatever that is: "the proposal", "doing it"."""
        are_asked = [self._is(word, "asked") for word in topic]
        return any(are_asked) and all(
            (is_asked or self._is(word, "meant")) and not self.has(word)
            for word, is_asked in zip(topic, are_asked, strict=True)
        )

    def _is_meant(self, word: str) -> bool:
        """Whether a word stands for what is asked: "the proposal"; "it", unless that may be what is to end."""
        own = _turns(self.words, self.language)
        return self._is(word, "asked") or (self._is(word, "meant") and not any(own[turn] for turn in _MUST_BE_SAID))

    def _is(self, word: str, kind: str) -> bool:
        return is_of(word, kind, self.language)


@lru_cache(maxsize=64)
def context_of(text: str, language: str) -> Context:
    """A text as what a heading in a language may speak of."""
    folded_text = folded(text)
    for both in strings(languages()[language].get("both", [])):
        folded_text = folded_text.replace(both, " ")
    words = tuple(words_in(folded_text))
    # "Should we do it or not?" asks whether we should do it.
    if len(words) > _OR_NOT and is_of(words[-1], "denying", language) and is_of(words[-2], "choosing", language):
        words = words[:-_OR_NOT]
    return Context(words, language, asks=text.rstrip().endswith(_ASKING))


def topic_of(words: Iterable[str], language: str) -> Topic:
    """The words behind those that say a side, without those that say nothing of what is meant."""
    bare = (word.rpartition("'")[2] or word for word in words)
    read = languages()[language]
    joints = {*strings(read["after"]), *strings(read["joining"])}
    kept = tuple(word for word in bare if word not in joints)
    # "Plan A" is one plan of several, whatever the letter says elsewhere.
    last = kept[-1] if len(kept) > 1 and len(kept[-1]) == 1 else None
    return tuple(
        word
        for place, word in enumerate(kept, 1)
        if not is_of(word, "little", language) or (word == last and place == len(kept))
    )


def _without_both(heading: str) -> str:
    """A heading, folded, without what says that both sides follow."""
    folded_heading = folded(heading)
    for language in languages().values():
        for both in strings(language.get("both", [])):
            folded_heading = folded_heading.replace(both, " ")
    return folded_heading


def asks_openly(question: str) -> bool:
    """Whether a question begins as one that asks what, who or how, in any language: nothing is for or against that."""
    words = tuple(words_in(question))
    is_english = any(is_of(word, "little", "en") or is_of(word, "meant", "en") for word in words)
    return any(
        (is_of_any(word, "asking") or is_of_any(word, "wondering")) and not (word in _ALSO_ENGLISH and is_english)
        for word in words[:_BEGIN]
    )


def names_option(heading: str) -> bool:
    """Whether a heading is that of an option by its words: "4.1 Option A: Along the bank"."""
    words = [word for word in words_in(heading) if not word.isdigit()]
    return len(words) > 1 and is_of_any(words[0], "choices")


def only_question(headings: Iterable[str], asked: Iterable[str]) -> Iterator[str]:
    """The heading that asks what a title only names, where it is the only one that asks."""
    asking = [text for text in headings if text.rstrip().endswith(_ASKING)]
    titles = [text for text in asked if text]
    if len(asking) != 1 or any(text.rstrip().endswith(_ASKING) for text in titles):
        return
    for language in languages():
        question = context_of(asking[0], language)
        if question.is_open or question.is_choice or question.denies:
            return
        if not all(context_of(title, language).turns_as(question.words) for title in titles):
            return
    yield asking[0]


def holds_what_is_asked(heading: str, asked: Iterable[str], language: str) -> bool:
    """Whether what stands below a heading is about what is asked.

    It is below "Arguments", "2. Discussion", or the question's own words; not below an option, a contrary, another
    question, nor below what nobody knows.

    Args:
        heading: without sides.
        asked: the question, the title.
        language: of the headings below it.
    """
    words = () if heading.startswith(_NO_NAMES) else tuple(words_in(_without_both(heading)))
    questions = [text for text in asked if text]
    if any(words == tuple(words_in(text)) for text in questions):
        return True
    topic = topic_of((word for word in words if not (word.isdigit() or is_of_any(word, "parts"))), language)
    if not topic:
        # "A" and "1" are names, too.
        return not words or any(is_of_any(word, "parts") for word in words)
    if is_another(topic, words, language):
        return False
    # "Plan B" is not the plan that is asked, nor is "Option 2" the question.
    is_labelled = any(len(word) == 1 or word.isdigit() for word in words[1:])
    named = tuple(
        word
        for word in topic
        if len(word) > 1 and not is_of_any(word, "choices") and not (is_labelled and is_of(word, "meant", language))
    )
    if not named:
        return any(set(words) <= set(words_in(text)) for text in questions)
    contexts = [context_of(text, language) for text in questions]
    return any(context.contains(named) for context in contexts) and not any(
        context.contradicts(named) for context in contexts
    )


@lru_cache(maxsize=1024)
def _turn_of(word: str, language: str) -> str | None:
    return next((turn for turn in _TURNS if is_of(word, turn, language)), None)


@lru_cache(maxsize=64)
def _turns(words: Topic, language: str) -> Counter[str]:
    """How often words turn things, in each way."""
    return Counter(turn for word in words if (turn := _turn_of(word, language)) is not None)


def is_another(topic: Topic, bracket: Iterable[str], language: str) -> bool:
    """Whether a topic says by itself that it is something else: "not buying it", "the status quo", "its opponents"."""
    denies = any(is_of(word, "denying", language) for word in topic)
    return denies or any(is_of(word, "others", language) for word in (*topic, *bracket))


def _are_alike(one: str, other: str) -> bool:
    """Whether two words are one but for their endings."""
    one, other = _bare(one), _bare(other)
    shorter, longer = sorted((one, other), key=len)
    if longer.startswith(shorter) and len(shorter) >= _SHORTEST and len(longer) - len(shorter) <= _LONGEST_PLURAL:
        return True
    shared = next((place for place, sign in enumerate(shorter) if sign != longer[place]), len(shorter))
    if shared == len(shorter) >= _SHORTEST and longer[shared:] in _ENDINGS:
        return True
    is_most = shared >= _SHARED or shared >= _MOST * len(longer)
    return one == other or (is_most and shared >= _SHORTEST and len(longer) - shared <= _LONGEST_ENDING)


def _bare(word: str) -> str:
    """A word without an article that is written to it, and "ferries" as "ferry"."""
    word = word.rpartition("'")[2] or word
    article = next((item for item in _ARTICLES if word.startswith(item) and len(word) > len(item) + 1), "")
    bare = word.removeprefix(article)
    return f"{bare.removesuffix(_IES)}y" if bare.endswith(_IES) and len(bare) > len(_IES) + 1 else bare
