"""An article sorted before it becomes a map: headline, pros, cons, lists, headed prose, and the rest. Nothing is lost.

What is made of the parts is decided in `article_plan`.
"""

from dataclasses import dataclass, field

from desktop_app.formats.article_blocks import ArticleHeading, ArticleList, article_blocks, take_headline
from desktop_app.formats.article_sides import points_of, sides_of_lists
from desktop_app.formats.sides import says_more
from desktop_app.model.records import Stance

Piece = str | ArticleList
"""A paragraph, or a list."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Text under one heading; the opening has none."""

    title: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A passage with the passages under its subheadings."""

    opening: Passage
    parts: tuple[Passage, ...] = ()

    @property
    def passages(self) -> tuple[Passage, ...]:
        """All of it in order."""
        return (self.opening, *self.parts)


@dataclass(frozen=True, slots=True)
class ArticleParts:
    """An article, sorted.

    Attributes:
        headline: the first line.
        opening: what comes before the first heading.
        pros: items of all lists of pros, each with the items below it on lines of their own.
        cons: items of all lists of cons, likewise.
        labels: headings of pros and cons that say more than that ("For ending fines").
        sections: chapters of prose without subheadings, fit for the brief as they stand.
        rest: all other chapters.
    """

    headline: str
    opening: Passage
    pros: tuple[str, ...]
    cons: tuple[str, ...]
    labels: tuple[str, ...]
    sections: tuple[Passage, ...]
    rest: tuple[Chapter, ...]

    @property
    def is_only_list(self) -> bool:
        """Whether nothing but lists stands under the headline, and nobody says what they are."""
        pieces = self.opening.pieces
        return bool(pieces) and not (self.sections or self.rest) and all(_is_bare_list(piece) for piece in pieces)

    @property
    def has_prose(self) -> bool:
        """Whether there is more than a headline with lists."""
        return any(isinstance(piece, str) for passage in self._passages for piece in passage.pieces)

    @property
    def lists(self) -> tuple[tuple[str, ArticleList], ...]:
        """Lists that could be the criteria, each with the title of its passage; pros and cons are not among them."""
        return tuple(
            (passage.title, piece)
            for passage in self._passages
            for piece in passage.pieces
            if isinstance(piece, ArticleList)
        )

    @property
    def _passages(self) -> list[Passage]:
        return [self.opening, *self.sections, *(part for chapter in self.rest for part in chapter.passages)]


def _is_bare_list(piece: Piece) -> bool:
    return isinstance(piece, ArticleList) and not piece.lead_in


def sort_article(text: str, question: str | None = None) -> ArticleParts:
    """Sorts an article by its shape; works in any language, but for the words that head pros and cons.

    Args:
        text: the article.
        question: what it is read for, where that is not its headline.
    """
    all_blocks = article_blocks(text)
    # "Pros:" above the first list is no headline.
    headline, blocks = ("", all_blocks) if 1 in sides_of_lists(all_blocks) else take_headline(all_blocks)
    sides = sides_of_lists(blocks, (question or "", headline))
    points: dict[Stance, list[str]] = {stance: [] for stance in Stance}
    labels: list[str] = []
    outline = _Outline()
    for place, block in enumerate(blocks):
        if isinstance(block, ArticleHeading):
            outline.open(block, is_argued=place + 1 in sides)
            if place + 1 in sides and says_more(block.text):
                labels.append(block.text)
        elif isinstance(block, ArticleList) and place in sides:
            outline.mark_argued()
            if block.lead_in:
                # "The main advantages are these:" says more than which side they are on.
                outline.add(block.lead_in)
            taken, rest = points_of(block)
            points[sides[place]].extend(taken)
            if rest is not None:
                outline.add(rest)
        else:
            outline.add(block)
    return ArticleParts(
        headline=headline,
        opening=outline.opening.passage(),
        pros=tuple(points[Stance.SUPPORTS]),
        cons=tuple(points[Stance.OPPOSES]),
        labels=tuple(labels),
        sections=tuple(chapter.opening.passage() for chapter in outline.chapters if chapter.is_section),
        rest=tuple(chapter.chapter() for chapter in outline.chapters if not chapter.is_section and chapter.has_text),
    )


@dataclass(slots=True)
class _PassageDraft:
    """A passage being collected; `is_argued`: its heading only says that pros or cons follow."""

    title: str = ""
    is_argued: bool = False
    pieces: list[Piece] = field(default_factory=list)

    @property
    def has_text(self) -> bool:
        """Whether dropping it would lose anything."""
        return bool(self.pieces) or (bool(self.title) and not self.is_argued)

    def passage(self) -> Passage:
        """The passage as collected."""
        return Passage(self.title, tuple(self.pieces))


@dataclass(slots=True)
class _ChapterDraft:
    """A chapter being collected; `has_arguments`: pros or cons were taken out of it."""

    opening: _PassageDraft
    parts: list[_PassageDraft] = field(default_factory=list)
    has_arguments: bool = False

    @property
    def is_section(self) -> bool:
        """Plain prose under one heading, fit for the brief as it stands."""
        return bool(self.opening.pieces) and not self.parts and not self.has_arguments

    @property
    def has_text(self) -> bool:
        """Whether dropping it would lose anything."""
        return self.opening.has_text or any(part.has_text for part in self.parts)

    def chapter(self) -> Chapter:
        """The chapter as collected, without headings that said nothing but that pros or cons follow."""
        return Chapter(self.opening.passage(), tuple(part.passage() for part in self.parts if part.has_text))


class _Outline:
    """Chapters and their parts as an article unfolds."""

    def __init__(self) -> None:
        self.opening = _PassageDraft()
        self.chapters: list[_ChapterDraft] = []
        self._current = self.opening

    def open(self, heading: ArticleHeading, *, is_argued: bool) -> None:
        """Begins the passage under a heading."""
        self._current = _PassageDraft(heading.text, is_argued)
        if heading.is_chapter or not self.chapters:
            self.chapters.append(_ChapterDraft(self._current, has_arguments=is_argued))
        else:
            self.chapters[-1].parts.append(self._current)

    def add(self, piece: Piece) -> None:
        """Adds a paragraph or a list to the passage that is open."""
        self._current.pieces.append(piece)

    def mark_argued(self) -> None:
        """Notes that pros or cons were taken out of the chapter that is open."""
        if self.chapters:
            self.chapters[-1].has_arguments = True
