"""What must hold of the order on pages that were painted to a PDF: answers below their points, options as mapped."""

from collections import Counter
from collections.abc import Mapping, Sequence

from desktop_app.model import reads
from desktop_app.model.ids import CardId
from tests.present_maps import RoomMap
from tests.ui.audience import kind, newest, title
from tests.ui.painted_words import BELOW, Paper, fold
from tests.ui.paper_oracle import Sheaf, is_unreadable, papers_of


def orphans(sheaf: Sheaf) -> list[str]:
    """Pages on which an answer stands, or goes on, without the beginning of what it answers above it.

    What the newest answers, and what that answers in turn, is repeated above it as far back as there is room: whether
    all of it is there, `short_chains` asks.
    """
    return _without_parents(sheaf, of_chains=False)


def short_chains(sheaf: Sheaf) -> list[str]:
    """Likewise of what is repeated above the newest: chains that do not lead back to the point itself."""
    return _without_parents(sheaf, of_chains=True)


def _without_parents(sheaf: Sheaf, *, of_chains: bool) -> list[str]:
    signs = _own_words([card.text for card in sheaf.map.points])
    found = []
    for shown, paper in papers_of(sheaf):
        if kind(shown.step) != "points" or is_unreadable(title(shown.step)):
            continue
        chain = _chain(sheaf.map, newest(shown.step))
        for card in sheaf.map.points:
            begins = _begins(signs[card.text], paper)
            parents = [parent for parent in sheaf.map.parents(card) if sheaf.map.is_point(parent)]
            if begins is None or not parents or (card.text in chain) is not of_chains:
                continue
            above = [place for parent in parents if (place := paper.place_of(_beginning(parent.text))) is not None]
            if not any(place.baseline < begins for place in above):
                found.append(sheaf.at(shown, f"“{card.text[:40]}” stands without “{parents[0].text[:40]}” above it"))
    return found


def _chain(shown: RoomMap, text: str | None) -> set[str]:
    """The texts of what a point answers, and of what that answers in turn."""
    found: set[str] = set()
    left = [card for card in shown.points if card.text == text]
    while left:
        above = [parent for parent in shown.parents(left.pop()) if parent.text not in found]
        found |= {parent.text for parent in above}
        left += above
    return found


def headless(sheaf: Sheaf) -> list[str]:
    """Pages of points that do not begin with what they are about; a title that needs pages of its own may go on."""
    subjects = {title(shown.step) for shown in sheaf.steps}
    signs = _own_words(list({card.text for card in sheaf.map.points} | subjects))
    found = []
    for shown, paper in papers_of(sheaf):
        if kind(shown.step) != "points" or is_unreadable(title(shown.step)):
            continue
        head, text = paper.place_of(_beginning(title(shown.step))), newest(shown.step)
        begins = None if text is None else _begins(signs[text], paper)
        goes_on = begins is None and _begins(signs[title(shown.step)], paper) is not None
        if (head is None and not goes_on) or (head is not None and begins is not None and begins <= head.baseline):
            found.append(sheaf.at(shown, f"“{title(shown.step)[:40]}” does not head a page"))
    return found


def _beginning(text: str) -> str:
    """As much of a text as has room on the shortest line; of a script without spaces, less."""
    words = text.split()
    return " ".join(words[:2]) if len(words) > 2 else text[:5]


def _own_words(texts: Sequence[str]) -> dict[str, list[str]]:
    """Three words in a row by which each text can be told from the others, wherever it is broken; in their order."""
    rows: dict[str, list[str]] = {}
    for text in texts:
        words = [word for part in text.split() if (word := fold(part))]
        rows[text] = ["".join(words[at : at + 3]) for at in range(max(1, len(words) - 2))]
    uses = Counter(row for text in rows for row in set(rows[text]))
    return {text: [row for row in rows[text] if uses[row] == 1] for text in rows}


def _begins(signs: Sequence[str], paper: Paper) -> float | None:
    """How far down a text begins on a page, or goes on; None where none of it stands there."""
    found = next((sign for sign in signs if sign in paper.painted), None)
    place = None if found is None else paper.place_of_folded(found)
    return None if place is None else place.baseline


def unordered_options(sheaf: Sheaf) -> list[str]:
    """Matrix and result of which the options do not stand in the order of their letters, or which leave one out."""
    records = sheaf.map
    letters = reads.option_letters(records.document, records.map_id)
    ranked = {result.option: letters[result.option] for result in records.results.ranking}
    found = []
    for shown in sheaf.steps:
        if kind(shown.step) == "matrix":
            wanted = set(letters.values())
            orders = [_across(paper, wanted, reverse=records.language in {"ar", "he"}) for paper in shown.papers]
        elif kind(shown.step) == "result" and not any(is_unreadable(option.text) for option in records.options):
            wanted = set(ranked.values())
            orders = [_down(paper, records, ranked) for paper in shown.papers]
        else:
            continue
        is_ascending = all(order == sorted(set(order)) for order in orders)
        if not is_ascending or {letter for order in orders for letter in order} != wanted:
            found.append(sheaf.at(shown, f"the options stand as {orders}"))
    return found


def _down(paper: Paper, records: RoomMap, letters: Mapping[CardId, str]) -> list[str]:
    """The letters of the options whose names stand on a page with their letter beside them, from the top."""
    found = []
    for option in records.options:
        name = paper.place_of(option.text) or paper.place_of(_beginning(option.text))
        letter = letters.get(option.id)
        if name is None or letter is None:
            continue
        line = name.baseline + BELOW * name.px
        if any(word.text == letter and abs(word.bottom - line) < name.px for word in paper.words):
            found.append((name.baseline, letter))
    return [letter for _, letter in sorted(found)]


def _across(paper: Paper, letters: set[str], *, reverse: bool) -> list[str]:
    """Letters that stand by themselves side by side, in the order of reading: those of the longest row."""
    alone = [word for word in paper.words if word.text in letters]
    rows = [[word for word in alone if abs(word.bottom - first.bottom) < 2] for first in alone]
    longest = max(rows, key=len, default=[])
    return [word.text for word in sorted(longest, key=lambda word: word.left, reverse=reverse)]
