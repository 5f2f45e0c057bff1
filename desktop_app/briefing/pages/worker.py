"""The export worker: a process of its own that typesets one document and can be killed at any moment.

Run with a folder that holds `main.typ`, `data.json` and `job.json`; leaves `out.pdf`, or `page-0.png` and further,
and `report.json` there.
"""

import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

import typst

from desktop_app.wording import language
from desktop_app.wording.sentence import text

Standards = tuple[Literal["ua-1", "a-2a", "a-3a"], ...]
# Strictest first. Each is enforced by the engine; when one is refused, the next is tried and that is said.
STANDARDS: Final[tuple[Standards, ...]] = (("ua-1", "a-2a"), ("ua-1",), ())
# PDF/A-2 allows no attached files but PDFs.
STANDARDS_ATTACHING: Final[tuple[Standards, ...]] = (("ua-1", "a-3a"), ("ua-1",), ())
_UNKNOWN_FONT: Final = "unknown font family"


@dataclass(frozen=True, slots=True)
class Job:
    """What to typeset with.

    Attributes:
        fonts: folders of font files; no others are used.
        families: must be there: without fonts the engine writes a conforming document with no text in it.
        timestamp: seconds since 1970, for documents that bear no date.
        attaches: the document carries another file.
        pixels_per_inch: draws the pages as pictures instead; 0 sets the PDF.
    """

    fonts: list[str]
    families: list[str]
    timestamp: int
    attaches: bool = False
    pixels_per_inch: int = 0


def main(folder: str) -> int:
    """Typesets what lies in a folder; 0 when that was done."""
    language.use_from(os.environ)
    root = Path(folder)
    job = Job(**json.loads((root / "job.json").read_text(encoding="utf-8")))
    try:
        report = _draw(root, job) if job.pixels_per_inch else _set(root, job)
    except (typst.TypstError, ValueError, OSError) as error:
        report = {"error": str(getattr(error, "message", error))}
    (root / "report.json").write_text(json.dumps(report), encoding="utf-8")
    return 1 if "error" in report else 0


def _set(root: Path, job: Job) -> dict[str, object]:
    """Writes the PDF, by the strictest standard it fits."""
    compiler = _compiler(root, job)
    notices: list[str] = []
    ladder = STANDARDS_ATTACHING if job.attaches else STANDARDS
    for standards in ladder:
        try:
            document, warnings = compiler.compile_with_warnings(
                format="pdf", pdf_standards=list(standards), timestamp=job.timestamp
            )
        except typst.TypstError as error:
            if standards == ladder[-1]:
                raise
            notices.append(text("notice.refused", standards="+".join(standards), reason=error.message))
            continue
        messages = [warning.message for warning in warnings]
        _check_fonts(messages)
        (root / "out.pdf").write_bytes(_only(document))
        return {"standards": list(standards), "notices": notices + messages}
    raise AssertionError("the last standard either compiles or raises")


def _draw(root: Path, job: Job) -> dict[str, object]:
    """Writes a picture of each page, and where headings stand."""
    compiler = _compiler(root, job)
    drawn, warnings = compiler.compile_with_warnings(
        format="png", ppi=float(job.pixels_per_inch), timestamp=job.timestamp
    )
    messages = [warning.message for warning in warnings]
    _check_fonts(messages)
    pages = drawn if isinstance(drawn, list) else [drawn]
    for number, page in enumerate(pages):
        assert page is not None
        (root / f"page-{number}.png").write_bytes(page)
    return {
        "standards": [],
        "notices": messages,
        "headings": json.loads(compiler.query("<headings>", "value", one=True)),
    }


def _compiler(root: Path, job: Job) -> typst.Compiler:
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(job.fonts))
    missing = set(job.families) - set(fonts.families())
    if missing:
        raise ValueError(text("reason.fonts_missing", fonts=", ".join(sorted(missing))))
    return typst.Compiler(
        str(root / "main.typ"), root=str(root), font_paths=fonts, package_path=str(root), package_cache_path=str(root)
    )


def _check_fonts(messages: list[str]) -> None:
    for message in messages:
        if _UNKNOWN_FONT in message:
            raise ValueError(message)


def _only(document: bytes | list[bytes] | None) -> bytes:
    """A PDF comes in one piece; the engine's type speaks of pictures too."""
    assert isinstance(document, bytes)
    return document


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
