"""What a balance says: how heavy each side is, which way it leans, why, and what would turn it."""

from dataclasses import dataclass
from typing import Final

from desktop_app.model.kinds import STATEMENTS
from desktop_app.model.records import Card, Map
from desktop_app.viewmodels.inspector.depth import MOST_UNASKED, has_at_most
from desktop_app.viewmodels.shown_map import ShownMap
from desktop_app.weighing.arguments.balance import Balance, BalanceSide, base_sentence
from desktop_app.weighing.arguments.explain import explain
from desktop_app.weighing.arguments.sentences import card_sentences, explanation_sentences
from desktop_app.wording.rounding import whole
from desktop_app.wording.sentence import say, spoken, text

_LARGE: Final = say("balance.large_branch")


@dataclass(frozen=True, slots=True)
class BeamWords:
    """What the beam shows.

    Attributes:
        leaning: -100…100; None stands level.
        pans: what stands on the pan of the pros and on that of the cons.
        words: which way it leans.
        sentences: why, and what would turn it.
    """

    leaning: float | None
    pans: tuple[str, str]
    words: str = ""
    sentences: str = ""


def beam_words(shown: ShownMap, card: Card, weighed: Balance) -> BeamWords:
    """What the beam shows for a card in the chosen perspective; on a map that hides its numbers, none."""
    if shown.document.get(Map, card.map).numbers_hidden:
        return BeamWords(None, (text("balance.pros"), text("balance.cons")), sentences=text("balance.hidden"))
    pans = (_pan(text("balance.pros"), weighed.pros), _pan(text("balance.cons"), weighed.cons))
    live = shown.session.live_results(card.map, shown.view.perspective)
    result = live.current.cards[card.id]
    if weighed.leaning is None:
        # Of a claim that sentence tells the strength, which says nothing of a balance.
        is_claim = card.kind in STATEMENTS and result.strength is not None
        bare = say("lean.unweighed" if result.total else "lean.nothing")
        return BeamWords(None, pans, str(bare) if is_claim else spoken(card_sentences(result)))
    if has_at_most(live.strengths.graph, card.id, MOST_UNASKED):
        all_sentences = explanation_sentences(shown.document, live.current, explain(live.strengths, card.id))
        large = ""
    else:
        all_sentences, large = card_sentences(result), str(_LARGE)
    # The first sentence stands large on the beam, without its full stop.
    first, *others = all_sentences
    counted = [item for item in others if item.key == "weighed"]
    rest = [item for item in others if item.key != "weighed"]
    sentences = f"{spoken([*counted, *base_sentence(weighed), *rest])} {large}".strip()
    return BeamWords(weighed.leaning, pans, str(first).removesuffix("."), sentences)


def _pan(name: str, side: BalanceSide) -> str:
    return name if side.points is None else f"{name} {whole(side.points)}"
