"""Counts the words of a brief, against the cap of its preset. Drawings, sources and the method are not counted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from desktop_app.briefing.content.parts import BriefContent, MapPart, MethodPart, OutlinePart, SourcesPart
from desktop_app.briefing.content.words import words_in
from desktop_app.briefing.text.flow import Drawing, FlowBlock, FlowHeading, FlowTable, FlowText, Items, Signing, flow

# Scripts without spaces between words count by character, as their writers do.
_WORD: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W_](?:[\w’'.,:-]*[^\W_])?")
_UNCOUNTED: Final = (MapPart, OutlinePart, SourcesPart, MethodPart)


@dataclass(frozen=True, slots=True)
class WordCount:
    """How long a brief is; `cap` 0 is no limit."""

    words: int
    cap: int

    @property
    def is_over(self) -> bool:
        """Whether there are more words than the preset allows."""
        return 0 < self.cap < self.words


def word_count(content: BriefContent) -> WordCount:
    """Counts what is read: title, recommendation and all parts but the map, the outline, sources and method."""
    counted = replace(content, parts=tuple(part for part in content.parts if not isinstance(part, _UNCOUNTED)))
    texts = [content.title]
    for block in flow(counted, words_in(content.language)):
        texts += block_texts(block)
    return WordCount(sum(len(_WORD.findall(text)) for text in texts), content.form.cap)


def block_texts(block: FlowBlock) -> Iterator[str]:
    """What a block of the flow says, line by line."""
    match block:
        case FlowHeading():
            yield block.text
        case FlowText():
            yield "".join(span.text for span in block.spans)
        case Items():
            for item in block.items:
                yield "".join(span.text for span in item.spans)
                yield from item.notes
        case FlowTable():
            for row in (block.header, *block.rows):
                yield " | ".join(row)
        case Signing():
            yield from block.lines
        case Drawing():
            return
        case _:
            yield block.title
            yield from (f"{bar.label} {bar.number}" for bar in block.bars)
