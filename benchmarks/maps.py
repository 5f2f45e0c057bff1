"""Made-up maps of any size: the same for the same seed, shaped like real ones, in words of a few hundred."""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop_app.model.ids import (
    WORKBOOK_ID,
    ArgumentId,
    CardId,
    CriterionId,
    MapId,
    PremiseId,
    ScoreId,
)
from desktop_app.model.ranks import ranks_after
from desktop_app.model.records import (
    Argument,
    Card,
    CardKind,
    Criterion,
    Map,
    Premise,
    Record,
    Score,
    Stance,
    Workbook,
)
from desktop_app.store.building import build_file

MAP: Final = MapId(1)
MOST_CHILDREN: Final = 6
_OPTIONS: Final = 4
_CRITERIA: Final = ("Specificity", "Credibility", "Enforceability", "Scope")
# Share of the cards that serve a second time elsewhere.
_SHARED: Final = 0.02
_IMPORTANCES: Final = (None, 0.25, 0.5, 0.75, 1.0)
_VOCABULARY: Final = """
    the of and a to in is that it was for on are as with they be at one have this from by hot but some what there we
    can out other were all your when up use word how said an each she which do their time if will way about many
    then them would write like so these her long make thing see him two has look more day could go come did my sound
    no most number who over know water than call first people may down side been now find any new work part take get
    place made live where after back little only round man year came show every good me give our under name very
    through just form much great think say help low line before turn cause same mean differ move right boy old too
    does tell sentence set three want air well also play small end put home read hand port large spell add even land
    here must big high such follow act why ask men change went light kind off need house picture try us again animal
    point mother world evidence argument therefore because policy emission regulation subsidy infrastructure
    responsibility consequence institutional transparency
"""
_WORDS: Final = _VOCABULARY.split()


@dataclass(frozen=True, slots=True)
class Sample:
    """A workbook file with one made-up map."""

    path: Path
    cards: int


def make_sample(folder: Path, cards: int) -> Sample:
    """Writes a workbook with a map of so many cards into a folder."""
    path = folder / f"{cards}.steelyard"
    build_file(path, list(records(cards)))
    return Sample(path, cards)


def records(cards: int, seed: int = 7) -> Iterator[Record]:
    """A workbook with one map: a question, options judged on criteria, and claims for and against.

    Args:
        cards: how many, at least 10.
        seed: another one, another map.
    """
    rng = random.Random(seed)  # noqa: S311  # nothing secret
    parents = _parents(cards, rng)
    # Siblings are few, and so are ranks: one for each of them and for what is shared.
    among_siblings = ranks_after(None, MOST_CHILDREN)
    placed: Counter[int] = Counter()
    yield Workbook(WORKBOOK_ID, "Benchmark", "", "en", "2026-01-01T00:00:00Z")
    yield Map(MAP, "Benchmark", "V")
    yield Card(CardId(1), MAP, CardKind.QUESTION, f"{_text(rng)}?", "V")
    for number in range(1, cards):
        card, parent = CardId(number + 1), CardId(parents[number] + 1)
        rank = among_siblings[placed[parent]]
        placed[parent] += 1
        if number <= _OPTIONS:
            yield Card(card, MAP, CardKind.OPTION, _text(rng), rank, under=CardId(1))
            continue
        kind = CardKind.EVIDENCE if rng.random() < 0.2 else CardKind.CLAIM
        plausibility = rng.choice((None, rng.random()))
        yield Card(card, MAP, kind, _text(rng), rank, plausibility=plausibility)
        yield from _link(card, parent, number, rank, rng)
    last = ranks_after(among_siblings[-1], 1)[0]
    for extra in range(round(cards * _SHARED)):
        # A later card never stands above an earlier one, so that no loop can close.
        used, target = rng.randrange(cards // 2, cards), rng.randrange(1, cards // 2)
        if parents[used] != target and used > _OPTIONS:
            yield from _link(CardId(used + 1), CardId(target + 1), cards + extra, last, rng)
    yield from _matrix(rng)


def _parents(cards: int, rng: random.Random) -> list[int]:
    """The parent of each card, by number from 0; a random tree in which no card has more than six children."""
    parents = [-1] + [0] * _OPTIONS
    children = [0] * cards
    # The question keeps to its options.
    still_open = list(range(1, _OPTIONS + 1))
    for number in range(_OPTIONS + 1, cards):
        place = rng.randrange(len(still_open))
        parent = still_open[place]
        parents.append(parent)
        children[parent] += 1
        if children[parent] == MOST_CHILDREN:
            still_open[place] = still_open[-1]
            still_open.pop()
        still_open.append(number)
    return parents


def _text(rng: random.Random) -> str:
    return " ".join(rng.choices(_WORDS, k=rng.randint(5, 26)))


def _link(card: CardId, target: CardId, number: int, rank: str, rng: random.Random) -> Iterator[Record]:
    stance = rng.choice((Stance.SUPPORTS, Stance.OPPOSES))
    argument = ArgumentId(number + 1)
    yield Argument(argument, MAP, stance, rank, target_card=target, importance=rng.choice(_IMPORTANCES))
    yield Premise(PremiseId(number + 1), argument, card, "V")


def _matrix(rng: random.Random) -> Iterator[Record]:
    for number, (name, rank) in enumerate(zip(_CRITERIA, ranks_after(None, len(_CRITERIA)), strict=True)):
        criterion = CriterionId(number + 1)
        yield Criterion(criterion, MAP, name, rank)
        for option in range(1, _OPTIONS + 1):
            score = ScoreId(number * _OPTIONS + option)
            yield Score(score, CardId(option + 1), criterion, likely=float(rng.randint(0, 100)))
