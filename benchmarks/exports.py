"""Exporting the brief as PDF, against the same compile by Typst alone; CPU time, with that of the child processes."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from benchmarks.maps import MAP, Sample
from benchmarks.measuring import Effort, Result, best, cpu_ms_with_children
from desktop_app.briefing.content.clean import Cleaner
from desktop_app.briefing.content.compose import compose
from desktop_app.briefing.exporting import export_map
from desktop_app.briefing.pages.payload import payload
from desktop_app.briefing.pages.pdf import write_job
from desktop_app.drawing.fonts import has_glyph
from desktop_app.session import Session

LIMIT: Final = 2.0

_COMPILE_ALONE: Final = """
import json, sys, typst
root = sys.argv[1]
job = json.load(open(root + "/job.json"))
fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=job["fonts"])
compiler = typst.Compiler(root + "/main.typ", root=root, font_paths=fonts)
document = compiler.compile(format="pdf", pdf_standards=["ua-1", "a-2a"], timestamp=job["timestamp"])
open(root + "/out.pdf", "wb").write(document)
"""


def measure_export(sample: Sample, effort: Effort) -> Iterator[Result]:
    """Measures from the records to the PDF: weighing, composing, drawing, typesetting."""
    with Session.open(sample.path, read_only=True) as session, tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        out = root / "ours.pdf"
        data = Cleaner(has_glyph).everything(payload(compose(session.document, MAP, session.results(MAP))))
        assert isinstance(data, dict)
        write_job(root, data)

        def ours() -> None:
            export_map(session.document, MAP, session.results(MAP), out)

        def theirs() -> None:
            subprocess.run([sys.executable, "-c", _COMPILE_ALONE, str(root)], check=True)  # noqa: S603  # our own script

        # Seconds long and in processes of their own: one of each tells enough, and the best of some is kept.
        rounds = min(2, effort.rounds)
        ratio, cost = best(rounds, LIMIT, lambda: (cpu_ms_with_children(ours, 1), cpu_ms_with_children(theirs, 1)))
    yield Result("export_pdf", sample.cards, ratio, LIMIT, "the same compile by Typst alone", cost)
