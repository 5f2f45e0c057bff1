"""Decides whether a text is an article or written in the grammar, and reads it either way."""

import logging
import re
from collections.abc import Iterable, Sequence

from desktop_app.formats.article import sort_article
from desktop_app.formats.article_blocks import ASKING, says_markdown
from desktop_app.formats.article_plan import ArticleListMissingError, plan_article, plan_beneath
from desktop_app.formats.side_topics import asks_openly
from desktop_app.formats.sides import side_of
from desktop_app.formats.text import read_text
from desktop_app.formats.text.lines import SignedLine, ends_in_mark, indent_of, signed_line
from desktop_app.model.plans import Plan
from desktop_app.model.records import CardKind
from desktop_app.wording.sentence import say

_LOG = logging.getLogger(__name__)
_ONLY_IN_THE_GRAMMAR = frozenset("?&!")
# "+ 12 in Paris", "- [x] done", "- timeout = 30": temperatures, tasks, changes.
_NO_ARGUMENT = re.compile(r"[^\w\s\[]*\d|\[[ xX]\]\s|\w\S*\s*=\s*\S")


def is_article(text: str) -> bool:
    """Whether a text is anything but lines with signs. A bullet says nothing: lists of `-`, `*` or `+` are articles.

    A text is lines with signs when every line has a sign or stands below one that has, but for one line at most; when
    nothing of it is Markdown's or heads pros or cons; and when a sign or a mark occurs that lists do not have. One
    asking line above a list that has both `+` and `-` is lines with signs, too, if these can be pros and cons of it.
    """
    lines = [line for line in text.splitlines() if line.strip()]
    signed = [signed_line(line) for line in lines]
    bare = [line for line, sign in zip(lines, signed, strict=True) if sign is None]
    if any(says_markdown(line) or side_of(line) is not None for line in bare):
        return True
    signed_lines = [sign for sign in signed if sign is not None]
    signs = {line.sign for line in signed_lines}
    outside = [line for line, sign in zip(lines, signed, strict=True) if sign is None and not indent_of(line)]
    if len(outside) > 1 or not signed_lines or (signed[0] is None and not outside):
        return True
    # "- 30 % of it ~30%" is how lists are written; a mark says something beside a "+", which few lists have.
    has_plus = "+" in signs
    is_marked = has_plus and any(ends_in_mark(line.rest) for line in signed_lines)
    # A quotation stands by itself; evidence stands under what it speaks for, or among pros.
    has_evidence = any(line.sign == ">" and (has_plus or line.indent) for line in signed_lines)
    is_balance = signed[0] is None and {"+", "-"} <= signs and _can_balance(lines[0], signed_lines)
    return not (signs & _ONLY_IN_THE_GRAMMAR or is_marked or has_evidence or is_balance)


def read_any(
    text: str,
    *,
    question: str | None = None,
    asked: str | None = None,
    criteria_heading: str | None = None,
    known_sources: Iterable[str] = (),
    known_criteria: Iterable[str] = (),
    as_lines: bool | None = None,
) -> Plan:
    """Reads a text for a new map, whatever it is.

    Args:
        text: an article, or lines in the grammar.
        question: what the map asks, in place of the headline or the text's own question.
        asked: the question by which headings of pros and cons are judged; None is that one.
        criteria_heading: words above the list of an article that holds the criteria; such a list makes an article.
        known_sources: keys that `@key` may name.
        known_criteria: names that `#name` may name.
        as_lines: whether it is read as lines with signs; None lets the text say.

    Raises:
        ArticleListMissingError: no list stands under those words, or the text is to be read as lines.
        TextTooDeepError: lines are nested too deep.
    """
    if as_lines and criteria_heading is not None:
        raise ArticleListMissingError(say("error.formats.lines_have_no_criteria"), say("remedy.read_as_text"))
    if criteria_heading is None and _is_lines(text, as_lines=as_lines):
        return read_text(
            text,
            question=question,
            below=asked if asked is not None else question or "",
            known_sources=known_sources,
            known_criteria=known_criteria,
        )
    if not text.strip() and criteria_heading is None and not question:
        return Plan()
    return plan_article(
        sort_article(text, question if asked is None else asked), question=question, criteria_heading=criteria_heading
    )


def read_beneath(
    text: str,
    on: CardKind,
    *,
    below: str = "",
    known_sources: Iterable[str] = (),
    known_criteria: Iterable[str] = (),
    as_lines: bool | None = None,
) -> Plan:
    """Reads a text that will hang on a card.

    Args:
        text: any text; of one that is no lines with signs, each item and paragraph becomes a note, but under a heading
            of pros or cons.
        on: the kind of that card.
        below: what it says, so that headings of what it speaks of count.
        known_sources: keys that `@key` may name.
        known_criteria: names that `#name` may name.
        as_lines: whether it is read as lines with signs; None lets the text say.

    Raises:
        TextTooDeepError: lines are nested too deep.
    """
    if _is_lines(text, as_lines=as_lines):
        return read_text(text, known_sources=known_sources, known_criteria=known_criteria, on=on, below=below)
    return plan_beneath(text, on, below)


def _can_balance(line: str, items: Sequence[SignedLine]) -> bool:
    """Whether a list of both `+` and `-` can be pros and cons of the line above it."""
    if not line.rstrip().endswith(ASKING):
        return False
    # What is for or against "Which oven?" can only be for or against an option.
    if asks_openly(line) and not any(item.sign == "*" for item in items):
        return False
    return sum(_NO_ARGUMENT.match(item.rest) is not None for item in items) * 2 <= len(items)


def _is_lines(text: str, *, as_lines: bool | None) -> bool:
    is_lines = not is_article(text) if as_lines is None else as_lines
    _LOG.info("reading %d characters as %s", len(text), "lines" if is_lines else "text")
    return is_lines
