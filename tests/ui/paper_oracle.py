"""What must hold of the pages of a step that were painted to a PDF: all words there, none over another, none too small.

Nothing of the screen is asked but to paint; what must stand there comes from the records.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from desktop_app.wording.rounding import whole
from tests.present_maps import RoomMap
from tests.ui.audience import Hall, Projector, kind, label, newest, steps_of, title
from tests.ui.painted_words import ABOVE, BELOW, Paper, Word, fold, print_pages, read_pages, x_height
from tests.ui.seen_words import is_unspaced

# Of the narrower letter's width that two letters may share: kerned pairs do.
_SHARED = 0.35
# Scripts that poppler gives back word by word as they are typed; of others it finds the letters.
_BY_WORDS = ("LATIN", "CYRILLIC", "GREEK")
# Scripts of which several letters are one glyph that says none of them: their words cannot be read back.
_JOINED = ("DEVANAGARI",)


@dataclass(frozen=True)
class Shown:
    """A step and its pages, read back.

    Attributes:
        number: from 1.
        is_first: whether it is the first about its subject.
    """

    number: int
    is_first: bool
    step: Any
    papers: tuple[Paper, ...]

    @property
    def text(self) -> str:
        """All its letters in the order in which they were painted, folded, without case."""
        return "\n".join(paper.painted for paper in self.papers).casefold()


@dataclass(frozen=True)
class Sheaf:
    """All steps of a map in one hall, read back."""

    map: RoomMap
    hall: Hall
    numbers: bool
    count: int
    steps: tuple[Shown, ...]

    def at(self, shown: Shown, what: str) -> str:
        """A finding, with its place."""
        numbers = ", with numbers" if self.numbers else ""
        return f"{self.map.name}, step {shown.number} of {self.count} at {self.hall}{numbers}: {what}"


def on_paper(projector: Projector, shown: RoomMap, hall: Hall, folder: Path, *, numbers: bool, every: int = 1) -> Sheaf:
    """Paints the steps of a map to paper and reads them back.

    Args:
        every: only every so manieth point, besides all that is not a point.
    """
    steps = steps_of(projector, shown)
    firsts: dict[str, int] = {}
    for number, step in enumerate(steps, start=1):
        if kind(step) == "points":
            firsts.setdefault(title(step), number)
    chosen = [number for number, step in enumerate(steps, start=1) if kind(step) != "points" or number % every == 0]
    pages = {number: projector.pages(steps[number - 1], hall, numbers=numbers) for number in chosen}
    printed = print_pages(projector, (page for each in pages.values() for page in each), hall, folder)
    papers = iter(read_pages(printed))
    read = tuple(
        Shown(number, number in firsts.values(), steps[number - 1], tuple(next(papers) for _ in each))
        for number, each in pages.items()
    )
    assert next(papers, None) is None
    return Sheaf(shown, hall, numbers, len(steps), read)


# --- all words -----------------------------------------------------------------------------------------------------


def expected(sheaf: Sheaf, shown: Shown) -> Iterator[str]:
    """The texts that must stand whole on the pages of a step."""
    records, of_step = sheaf.map, kind(shown.step)
    if of_step == "question":
        assert records.question is not None
        yield records.question.text
    elif of_step == "options":
        yield from (option.text for option in records.options)
    elif of_step == "points":
        text = newest(shown.step)
        assert text is not None
        yield text
        if shown.is_first:
            yield title(shown.step)
    elif of_step == "matrix":
        yield from (criterion.name for criterion in records.criteria)
    elif of_step == "result":
        ranked = {result.option for result in records.results.ranking}
        yield from (option.text for option in records.options if option.id in ranked)


def missing_words(sheaf: Sheaf) -> list[str]:
    """Texts that do not stand whole on the pages of their step, by the PDF's own operators."""
    found = []
    for shown in sheaf.steps:
        for text in expected(sheaf, shown):
            lost = _lost(text, shown.papers)
            if lost:
                found.append(sheaf.at(shown, f"“{text[:60]}” misses “{lost[:80]}”"))
        said = fold(label(shown.step)).casefold()
        if said and said not in shown.text:
            found.append(sheaf.at(shown, f"the label “{label(shown.step)}” is missing"))
    return found


def _lost(text: str, papers: Sequence[Paper]) -> str:
    """What of a text is missing; it may go on from page to page, word by word in its order."""
    if is_unreadable(text):
        return ""
    words = _units(text)
    left = words
    for paper in papers:
        left = left[_standing(left, paper) :]
    if not left:
        return ""
    if not any(unicodedata.bidirectional(letter) in {"R", "AL"} for letter in text):
        return " ".join(left)
    # Words of mixed direction are not painted in the order of the text: then they count one by one.
    there = Counter(_key(word.text) for paper in papers for word in paper.words)
    wanted = Counter(map(_key, words))
    return " ".join(left) if any(there[key] < count for key, count in wanted.items()) else ""


def _units(text: str) -> list[str]:
    """Where a text may be broken: into words, or where there are no spaces into letters."""
    parts = list(text) if any(is_unspaced(letter) for letter in text) else text.split()
    return [part for part in parts if fold(part)]


def _standing(words: list[str], paper: Paper) -> int:
    """How many of the first words stand on a page one after the other."""
    folded = [fold(word) for word in words]
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        if "".join(folded[:middle]) in paper.painted:
            low = middle
        else:
            high = middle - 1
    return low


@cache
def _key(word: str) -> str:
    return "".join(sorted(fold(word)))


def is_unreadable(text: str) -> bool:
    return any(unicodedata.name(letter, "").startswith(_JOINED) for letter in text)


def missing_by_poppler(sheaf: Sheaf) -> list[str]:
    """Words of the texts of a step that poppler does not find on its pages."""
    found = []
    for shown in sheaf.steps:
        words = [word for paper in shown.papers for word in paper.seen_by_poppler or ()]
        there = Counter(fold(word.text) for word in words)
        squeezed = "".join(fold(word.text) for word in words)
        letters = Counter(squeezed)
        for text in expected(sheaf, shown):
            if is_unreadable(text):
                continue
            if _by_words(text):
                wanted = Counter(word for part in text.split() if (word := fold(part)))
                lost = [word for word, count in wanted.items() if there[word] < count and not _broken(word, squeezed)]
            else:
                lost = [letter for letter, count in Counter(fold(text)).items() if letters[letter] < count]
            if lost:
                found.append(sheaf.at(shown, f"“{text[:60]}” misses “{' '.join(lost)[:80]}”"))
    return found


def _by_words(text: str) -> bool:
    return all(unicodedata.name(letter, "").startswith(_BY_WORDS) for letter in text if letter.isalpha())


def _broken(word: str, squeezed: str) -> bool:
    """Whether a long word stands there in two pieces, at the end of a line and the beginning of the next."""
    return len(word) > 9 and word in squeezed


def never_shown(sheaf: Sheaf) -> list[str]:
    """Cards and criteria of which a word is on no page of any step."""
    papers = [paper for shown in sheaf.steps for paper in shown.papers]
    there = Counter(_key(word.text) for paper in papers for word in paper.words)
    squeezed = "\n".join(paper.painted for paper in papers)
    records = sheaf.map
    asked = [] if records.question is None else [records.question]
    texts = [card.text for card in (*asked, *records.options, *records.points)]
    texts += [criterion.name for criterion in records.criteria]
    found = []
    for text in texts:
        if is_unreadable(text):
            continue
        lost = [word for word in _units(text) if not there[_key(word)] and fold(word) not in squeezed]
        if lost:
            found.append(f"{records.name} at {sheaf.hall}: “{text[:60]}” never shows “{' '.join(lost)[:80]}”")
    return found


def missing_scores(sheaf: Sheaf) -> list[str]:
    """Scores that are not on the pages of the matrix, once numbers are shown; before, any that is."""
    records, found = sheaf.map, []
    texts = [] if records.question is None else [records.question.text]
    texts += [criterion.name for criterion in records.criteria]
    for shown in sheaf.steps:
        if kind(shown.step) != "matrix":
            continue
        there = Counter(word.text for paper in shown.papers for word in paper.words if word.text.isdecimal())
        cells = records.results.cells
        drawn = [cells[option.id, criterion.id].score for option in records.options for criterion in records.criteria]
        wanted = Counter(str(whole(score.likely)) for score in drawn if score is not None)
        there -= Counter(word for text in texts for word in text.split() if word.isdecimal())
        if sheaf.numbers:
            lost = wanted - there
            if lost:
                found.append(sheaf.at(shown, f"the scores {sorted(lost.elements())[:20]} are missing"))
        elif there:
            found.append(sheaf.at(shown, f"{sorted(there)} stand there before they are revealed"))
    return found


# --- their places --------------------------------------------------------------------------------------------------


def outside(sheaf: Sheaf) -> list[str]:
    """Words that reach beyond the edge of the screen."""
    found = []
    for shown, paper in papers_of(sheaf):
        boxes = (*paper.words, *(paper.seen_by_poppler or ()))
        beyond = [box.text for box in boxes if not _is_inside(box, sheaf.hall)]
        if beyond:
            found.append(sheaf.at(shown, f"{beyond[:6]} reach beyond the edge"))
    return found


def _is_inside(box: Word, hall: Hall) -> bool:
    return box.left >= 0 and box.top >= 0 and box.right <= hall.width and box.bottom <= hall.height


def overlaps(sheaf: Sheaf) -> list[str]:
    """Letters that are painted over letters; neighbours in a line may be kerned."""
    found = []
    for shown, paper in papers_of(sheaf):
        boxes = paper.boxes
        neighbours = {(id(one), id(other)) for one, other in pairwise(boxes) if one.bottom == other.bottom}
        pairs = [(one, other) for one, other in _meeting(boxes) if (id(one), id(other)) not in neighbours]
        if pairs:
            words = sorted({f"“{_around(paper, one)}” × “{_around(paper, other)}”" for one, other in pairs})
            found.append(sheaf.at(shown, f"{', '.join(words[:4])} lie over each other"))
    return found


def overlaps_by_poppler(sheaf: Sheaf) -> list[str]:
    """Words of poppler's that are painted over each other."""
    found = []
    for shown, paper in papers_of(sheaf):
        pairs = _meeting(paper.seen_by_poppler or ())
        if pairs:
            words = sorted({f"“{one.text}” × “{other.text}”" for one, other in pairs})
            found.append(sheaf.at(shown, f"{', '.join(words[:4])} lie over each other"))
    return found


def _meeting(boxes: Sequence[Word]) -> list[tuple[Word, Word]]:
    if not boxes:
        return []
    left, top, right, bottom = np.array([(box.left, box.top, box.right, box.bottom) for box in boxes]).T
    wide = np.minimum.outer(right, right) - np.maximum.outer(left, left)
    high = np.minimum.outer(bottom, bottom) - np.maximum.outer(top, top)
    narrower = np.minimum.outer(right - left, right - left)
    meets = np.triu((wide > np.maximum(_SHARED * narrower, 1.0)) & (high > 1.5), 1)
    return [(boxes[one], boxes[other]) for one, other in zip(*np.nonzero(meets), strict=True)]


def _around(paper: Paper, box: Word) -> str:
    """The word a letter stands in."""
    return next(
        (
            word.text
            for word in paper.words
            if abs(word.bottom - box.bottom) < 0.1 and word.left <= box.left and box.right <= word.right
        ),
        box.text,
    )


def too_small(sheaf: Sheaf) -> list[str]:
    """Letters whose small letters are lower than the floor."""
    found = []
    for shown, paper in papers_of(sheaf):
        small = {
            (round(letter.px, 2), letter.font)
            for letter in paper.letters
            if letter.text.strip("\x00 ") and letter.px * x_height(letter.font) < sheaf.hall.floor * 0.999
        }
        if small:
            sizes = ", ".join(f"{px} px of {font}" for px, font in sorted(small))
            words = sorted({word.text for word in paper.words if _is_small(word, sheaf.hall)})
            found.append(sheaf.at(shown, f"{sizes}: x-height below {sheaf.hall.floor:.1f} px; {words[:8]}"))
    return found


def _is_small(word: Word, hall: Hall) -> bool:
    return (word.bottom - word.top) / (ABOVE + BELOW) * x_height("") < hall.floor * 0.999


def papers_of(sheaf: Sheaf) -> Iterable[tuple[Shown, Paper]]:
    return ((shown, paper) for shown in sheaf.steps for paper in shown.papers)
