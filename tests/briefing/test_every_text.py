"""Every text of a brief's content stands in every format of words: nothing is composed and then left out.

The content is walked field by field, so that a new field is asked for without anybody thinking of it; what stands only
in pictures, or is no text for people, is named here.
"""

import html as markup
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from enum import Enum

import pytest
from docx import Document as WordDocument

from desktop_app.briefing.content.compose import compose
from desktop_app.briefing.content.parts import BriefContent
from desktop_app.briefing.office.docx import docx
from desktop_app.briefing.text.html import html
from desktop_app.briefing.text.markdown import markdown
from desktop_app.model.document import Document
from desktop_app.model.ids import MapId
from desktop_app.weighing.results import weigh
from tests.sample_maps import seminar, summit

# Drawn, with words for who does not see them; or for machines.
_DRAWN = {"BriefPicture", "DisplayList", "CardFace", "CardBar", "Leaning", "Text"}
_NOT_PRINTED = {"BriefChart.alt", "MapPart.alt", "GroupsPart.kind", "TablePart.kind", "SourceLine.short"}
# Markdown numbers lists itself, and draws no map.
_NOT_IN_MARKDOWN = {"BriefPoint.number", "MapPart.title"}


def _texts(value: object, name: str = "") -> Iterator[tuple[str, str]]:
    """The texts below a value, each with the class and field in which it stands."""
    match value:
        case Enum():
            return
        case str():
            yield name, value
        case tuple() | list():
            for item in value:
                yield from _texts(item, name)
        case dict():
            for item in value.values():
                yield from _texts(item, name)
        case _ if is_dataclass(value):
            if type(value).__name__ not in _DRAWN:
                for field in fields(value):
                    yield from _texts(getattr(value, field.name), f"{type(value).__name__}.{field.name}")


def _in_html(content: BriefContent) -> str:
    return markup.unescape(re.sub(r"(?s)<style.*?</style>|<[^>]*>", " ", html(content)))


def _in_word(content: BriefContent) -> str:
    document = WordDocument(io.BytesIO(docx(content)))
    return "".join(element.text or "" for element in document.element.body.iter() if element.tag.endswith("}t"))


def _in_markdown(content: BriefContent) -> str:
    return markdown(content).replace("\\", "")


def _letters(text: str) -> str:
    return re.sub(r"\W", "", text)


@pytest.mark.parametrize("preset", ["outline", "teacher", "memo", "options"])
@pytest.mark.parametrize("sample", [seminar, summit])
@pytest.mark.parametrize("written", [_in_html, _in_word, _in_markdown])
def test_every_text_of_the_content_stands_in_every_format(
    sample: Callable[[], tuple[Document, MapId]], preset: str, written: Callable[[BriefContent], str]
) -> None:
    document, map_id = sample()
    content = compose(document, map_id, weigh(document, map_id), preset=preset)
    words = _letters(written(content))
    left_out = _NOT_PRINTED | (_NOT_IN_MARKDOWN if written is _in_markdown else set())
    texts = {(name, text) for name, text in _texts(content.parts) if name not in left_out and len(_letters(text)) > 1}
    assert len(texts) > 20
    assert not [(name, text) for name, text in texts if _letters(text) not in words]


@pytest.mark.parametrize("sample", [seminar, summit])
def test_what_answers_a_point_stands_further_in_than_it_in_word(
    sample: Callable[[], tuple[Document, MapId]],
) -> None:
    document, map_id = sample()
    content = compose(document, map_id, weigh(document, map_id), preset="outline")
    indents = {
        paragraph.text: paragraph.paragraph_format.left_indent or 0
        for paragraph in WordDocument(io.BytesIO(docx(content))).paragraphs
    }
    depths = {
        point.text: point.depth
        for part in content.parts
        for point in (*getattr(part, "pros", ()), *getattr(part, "cons", ()), *getattr(part, "points", ()))
    }
    of_points = [(depths[text], indent) for words, indent in indents.items() for text in depths if text in words]
    by_depth = {depth: {indent for other, indent in of_points if other == depth} for depth, _ in of_points}
    assert len(by_depth) > 1
    levels = [max(by_depth[depth]) for depth in sorted(by_depth)]
    assert levels == sorted(set(levels))
