"""One line of the text grammar: its sign, the marks at its end, and the backslashes that make either text.

Reading and writing of each stand side by side, so that one can be seen to undo the other.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Final

from desktop_app.formats.headings import has_colon
from desktop_app.formats.sides import side_of
from desktop_app.model.words import IMPORTANCE_VALUES, IMPORTANCE_WORDS

SIGNS: Final = "+->*?&!"
NOTES_MARK: Final = "//"
_BLANK: Final = " \t"
_IMPORTANCE: Final[Mapping[str, float]] = dict(zip(IMPORTANCE_WORDS, IMPORTANCE_VALUES, strict=True))

_SIGNED: Final = re.compile(rf"([ \t]*)([{re.escape(SIGNS)}])[ \t](.*)", re.DOTALL)
_MARK_AT_END: Final = re.compile(
    r"(?:^|(?<=[ \t]))"
    r'(?:\[(?P<bracket>[^\[\]]*)\]|~(?P<percent>\d+(?:\.\d+)?)%|#"(?P<quoted>[^"]+)"|#(?P<name>[^\s"]\S*)'
    r"|@(?P<key>\S+)|\^(?P<label>[\w-]+))\Z"
)
# What a mark behind the text could close: "[" with the source "@a]".
_UNCLOSED: Final = re.compile(r'(?:^|(?<=[ \t]))(?:\[[^\[\]]*|#"[^"]*)\Z')
_NOTES_SPLIT: Final = re.compile(rf"(?:^|(?<=[ \t])){NOTES_MARK}[ \t]")
# A backslash counts before what could be a mark, at the start of a word; anywhere else it is text ("C:\temp").
_ESCAPED_MARK: Final = re.compile(rf"(?:^|(?<=[ \t]))\\(?=\\*(?:[\[~#@^]|{NOTES_MARK}(?:[ \t]|\Z)))")
_NEEDS_ESCAPE: Final = re.compile(rf"(?:^|(?<=[ \t]))(?=\\+[\[~#@^]|\\*{NOTES_MARK}(?:[ \t]|\Z))")
_USE: Final = re.compile(r"(\\*)=([\w-]+)\Z")
_FRACTION: Final = re.compile(r"(\d{1,4})/(\d{1,4})\Z")
_PLAIN_NAME: Final = re.compile(r'[^\s"]\S*\Z')


class MarkKind(Enum):
    """What a mark says."""

    IMPORTANCE = auto()
    PLAUSIBILITY = auto()
    CRITERION = auto()
    SOURCE = auto()
    LABEL = auto()


@dataclass(frozen=True, slots=True)
class LineMarks:
    """The marks at the end of a line; importance and plausibility are 0…1."""

    importance: float | None = None
    plausibility: float | None = None
    criterion: str | None = None
    sources: tuple[str, ...] = ()
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What a text may refer to, and which marks make sense on the line that is read.

    Attributes:
        sources: keys of sources.
        criteria: names of criteria by their case-folded form.
        labels: labels that are taken.
        allowed: kinds of marks.
    """

    sources: Collection[str]
    criteria: Mapping[str, str]
    labels: Collection[str]
    allowed: Collection[MarkKind]


@dataclass(frozen=True, slots=True)
class SignedLine:
    """A line that starts with a sign and its space; tabs count as four columns of indent."""

    indent: int
    sign: str
    rest: str


def signed_line(line: str) -> SignedLine | None:
    """The parts of a line with a sign; None for any other line."""
    match = _SIGNED.fullmatch(line)
    if match is None:
        return None
    return SignedLine(indent_of(line), match[2], match[3].strip(_BLANK))


def indent_of(line: str) -> int:
    """Columns before the first character of a line."""
    expanded = line.expandtabs(4)
    return len(expanded) - len(expanded.lstrip(" "))


def ends_in_mark(rest: str) -> bool:
    """Whether what stands behind a sign ends in something that reads as a mark, known or not."""
    match = _MARK_AT_END.search(split_notes(rest)[0])
    return match is not None and (match["bracket"] is None or _read_importance(match["bracket"]) is not None)


# --- notes behind a double slash -------------------------------------------------------------------------


def split_notes(rest: str) -> tuple[str, str]:
    """A line's text with marks, and the notes behind its first ` // `."""
    match = _NOTES_SPLIT.search(rest)
    if match is None:
        return rest, ""
    return rest[: match.start()].rstrip(_BLANK), rest[match.end() :].strip(_BLANK)


# --- marks -----------------------------------------------------------------------------------------------


def read_marks(body: str, known: Known) -> tuple[str, LineMarks, str | None]:
    """Takes the run of marks off the end of a line.

    Returns:
        The text before it, still escaped; the marks; and what ended the run although it looked like a mark.
    """
    marks = LineMarks()
    while (match := _MARK_AT_END.search(body)) is not None:
        extended = _with_mark(marks, match, known)
        if extended is None:
            return body, marks, match[0]
        marks = extended
        body = body[: match.start()].rstrip(_BLANK)
    return body, marks, None


def _with_mark(marks: LineMarks, match: re.Match[str], known: Known) -> LineMarks | None:
    """The marks with one more, or None when it is not known, not allowed here or said twice."""
    if match["bracket"] is not None:
        importance = _read_importance(match["bracket"])
        if importance is None or marks.importance is not None or MarkKind.IMPORTANCE not in known.allowed:
            return None
        return replace(marks, importance=importance)
    if match["percent"] is not None:
        plausibility = float(match["percent"]) / 100
        if plausibility > 1 or marks.plausibility is not None or MarkKind.PLAUSIBILITY not in known.allowed:
            return None
        return replace(marks, plausibility=plausibility)
    if match["key"] is not None:
        if match["key"] not in known.sources or MarkKind.SOURCE not in known.allowed:
            return None
        return replace(marks, sources=(match["key"], *marks.sources))
    if match["label"] is not None:
        if match["label"] in known.labels or marks.label is not None or MarkKind.LABEL not in known.allowed:
            return None
        return replace(marks, label=match["label"])
    criterion = known.criteria.get(fold(match["quoted"] or match["name"]))
    if criterion is None or marks.criterion is not None or MarkKind.CRITERION not in known.allowed:
        return None
    return replace(marks, criterion=criterion)


def _read_importance(bracket: str) -> float | None:
    word = " ".join(bracket.split()).casefold()
    if word in _IMPORTANCE:
        return _IMPORTANCE[word]
    fraction = _FRACTION.match(word)
    if fraction is None or not int(fraction[2]) or int(fraction[1]) > int(fraction[2]):
        return None
    return int(fraction[1]) / int(fraction[2])


def fold(name: str) -> str:
    """The form in which names of criteria are compared."""
    return name.strip().casefold()


def write_importance(importance: float) -> str:
    """The mark of an importance, to the hundredth."""
    for word, value in _IMPORTANCE.items():
        if value == importance:
            return f"[{word}]"
    return f"[{round(100 * importance)}/100]"


def write_plausibility(plausibility: float) -> str:
    """The mark of a plausibility, to the millionth of a percent."""
    return f"~{round(100 * plausibility, 6):.6f}".rstrip("0").rstrip(".") + "%"


def write_criterion(name: str) -> str | None:
    """The mark of a criterion; None when the name cannot be written."""
    if '"' in name or "\n" in name or "\r" in name:
        return None
    return f"#{name}" if _PLAIN_NAME.match(name) else f'#"{name}"'


def write_source(key: str) -> str | None:
    """The mark of a source; None when the key cannot be written."""
    return f"@{key}" if re.fullmatch(r"\S+", key) else None


# --- backslashes -----------------------------------------------------------------------------------------


def unescape_text(text: str) -> str:
    """A card's text out of what stands on its line."""
    return _ESCAPED_MARK.sub("", text)


def escape_text(text: str) -> str:
    """A card's text so that nothing in it reads as a mark."""
    text = _NEEDS_ESCAPE.sub(r"\\", text)
    while (match := _MARK_AT_END.search(text) or _UNCLOSED.search(text)) is not None:
        text = f"{text[: match.start()]}\\{text[match.start() :]}"
    return text


def label_used(text: str) -> str | None:
    """The label in `=label`, where that is the whole text."""
    match = _USE.match(text)
    return match[2] if match is not None and not match[1] else None


def unescape_use(text: str) -> str:
    r"""Text that stands after a sign: `\=label` is no use of a label."""
    return text[1:] if (match := _USE.match(text)) is not None and match[1] else text


def escape_use(text: str) -> str:
    """The other way round."""
    return f"\\{text}" if _USE.match(text) else text


def unescape_line(line: str) -> str:
    """A line without a sign, out of what stands in the text."""
    return line[1:] if line.startswith("\\") and _reads_otherwise(line) else line


def escape_line(line: str) -> str:
    """A line without a sign, so that it does not read as anything else."""
    return f"\\{line}" if _reads_otherwise(line) else line


def is_list_heading(line: str) -> bool:
    """Whether a line could head pros or cons as "Pros:" does; whether it does depends on the other headings.

    A line with a sign is a card, whatever it says.
    """
    return has_colon(line) and signed_line(line) is None and side_of(line) is not None


def _reads_otherwise(line: str) -> bool:
    bare = line.lstrip("\\")
    return not bare or signed_line(bare) is not None or is_list_heading(bare)
