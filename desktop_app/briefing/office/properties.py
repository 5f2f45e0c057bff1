"""What Word and PowerPoint files say of themselves: title, author, language, day."""

from datetime import UTC, datetime

from docx.opc.coreprops import CoreProperties
from pptx.parts.coreprops import CorePropertiesPart

from desktop_app.briefing.content.clean import visible
from desktop_app.briefing.content.parts import BriefContent

_LONGEST = 255  # letters, by the format


def set_properties(properties: CoreProperties | CorePropertiesPart, content: BriefContent) -> None:
    """Fills the properties of a document; nothing of the machine, so that same content gives same bytes."""
    properties.title = visible(content.title)[:_LONGEST]
    properties.author = visible(content.author)[:_LONGEST]
    properties.language = content.language
    day = content.day
    properties.created = properties.modified = datetime(day.year, day.month, day.day, tzinfo=UTC)
    properties.last_modified_by = ""
    properties.revision = 1
