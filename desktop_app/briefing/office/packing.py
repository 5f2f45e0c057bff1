"""Office files are zip archives with times in them; these are taken out, so that same content gives same bytes."""

import io
import re
import zipfile
from typing import Final

# The earliest time a zip archive can state.
_NO_TIME: Final = (1980, 1, 1, 0, 0, 0)
_WORKBOOK: Final = ".xlsx"  # behind a chart, made by a library that notes the time
_MADE: Final = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def without_times(archive: bytes) -> bytes:
    """The same archive, every member at the same moment and in the same order; workbooks inside likewise."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as given, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as packed:
        for member in given.infolist():
            content = given.read(member)
            if member.filename.endswith(_WORKBOOK):
                content = _timeless_workbook(content)
            _add(packed, member.filename, content)
    return written.getvalue()


def _timeless_workbook(archive: bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as given, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as packed:
        for member in given.infolist():
            content = given.read(member)
            if member.filename == "docProps/core.xml":
                content = _MADE.sub(rb"\g<1>1980-01-01T00:00:00Z", content)
            _add(packed, member.filename, content)
    return written.getvalue()


def _add(packed: zipfile.ZipFile, name: str, content: bytes) -> None:
    member = zipfile.ZipInfo(name, _NO_TIME)
    member.compress_type = zipfile.ZIP_DEFLATED
    packed.writestr(member, content)
