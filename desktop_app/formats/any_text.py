"""Decides whether a text is an article or written in the grammar, and reads it either way."""

from collections.abc import Iterable

from desktop_app.formats.article import sort_article
from desktop_app.formats.article_blocks import ArticleList, Heading, article_blocks
from desktop_app.formats.article_plan import plan_article
from desktop_app.formats.text import read_text
from desktop_app.formats.text.lines import signed_line
from desktop_app.model.plans import Plan

_GRAMMAR_ONLY = frozenset("+>&!?")
_LONG_LINE = 160


def is_article(text: str) -> bool:
    """Whether a text is prose with headings and lists rather than lines with signs.

    One line with a sign that articles do not use settles it; else long lines of prose or several headings do.
    """
    lines = [line for line in text.splitlines() if line.strip()]
    signed = [signed_line(line) for line in lines]
    if any(line is not None and line.sign in _GRAMMAR_ONLY for line in signed):
        return False
    prose = sum(1 for line, sign in zip(lines, signed, strict=True) if sign is None and len(line) > _LONG_LINE)
    blocks = article_blocks(text)
    paragraphs = sum(1 for block in blocks[1:] if isinstance(block, str))
    headings = sum(1 for block in blocks[1:] if isinstance(block, Heading))
    lists = sum(1 for block in blocks if isinstance(block, ArticleList))
    return prose >= 2 or (paragraphs >= 2 and headings + lists >= 1)


def read_any(
    text: str,
    *,
    question: str | None = None,
    criteria_heading: str | None = None,
    known_sources: Iterable[str] = (),
    known_criteria: Iterable[str] = (),
) -> Plan:
    """Reads a text for a new map, whatever it is.

    Args:
        text: an article, or lines in the grammar.
        question: what the map asks, in place of the headline or the text's own question.
        criteria_heading: words above the list of an article that holds the criteria; such a list makes an article.
        known_sources: keys that `@key` may name.
        known_criteria: names that `#name` may name.

    Raises:
        ArticleListMissingError: no list stands under those words.
        TextTooDeepError: lines are nested too deep.
    """
    if criteria_heading is not None or is_article(text):
        return plan_article(sort_article(text), question=question, criteria_heading=criteria_heading)
    return read_text(text, question=question, known_sources=known_sources, known_criteria=known_criteria)
