"""The export worker: a process of its own that typesets one document and can be killed at any moment.

Run with a folder that holds `main.typ`, `data.json` and `job.json`; leaves `out.pdf` and `report.json` there.
"""

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

import typst

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
    """

    fonts: list[str]
    families: list[str]
    timestamp: int
    attaches: bool = False


def main(folder: str) -> int:
    """Typesets what lies in a folder; 0 when `out.pdf` was written."""
    root = Path(folder)
    job = Job(**json.loads((root / "job.json").read_text(encoding="utf-8")))
    try:
        standards, notices, document = _typeset(root, job)
    except (typst.TypstError, ValueError, OSError) as error:
        report: dict[str, object] = {"error": str(getattr(error, "message", error))}
    else:
        (root / "out.pdf").write_bytes(document)
        report = {"standards": standards, "notices": notices}
    (root / "report.json").write_text(json.dumps(report), encoding="utf-8")
    return 1 if "error" in report else 0


def _typeset(root: Path, job: Job) -> tuple[list[str], list[str], bytes]:
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(job.fonts))
    missing = set(job.families) - set(fonts.families())
    if missing:
        raise ValueError(f"fonts are missing: {', '.join(sorted(missing))}")
    compiler = typst.Compiler(
        str(root / "main.typ"), root=str(root), font_paths=fonts, package_path=str(root), package_cache_path=str(root)
    )
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
            notices.append(f"{'+'.join(standards)} was refused: {error.message}")
            continue
        said = [warning.message for warning in warnings]
        if any(_UNKNOWN_FONT in message for message in said):
            raise ValueError(next(message for message in said if _UNKNOWN_FONT in message))
        return list(standards), notices + said, _only(document)
    raise AssertionError("the last standard either compiles or raises")


def _only(document: bytes | list[bytes] | None) -> bytes:
    """A PDF comes in one piece; the engine's type speaks of pictures too."""
    assert isinstance(document, bytes)
    return document


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
