"""What a start may fetch: the window comes without what only an export needs, the verbs without any window."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def modules_after(statement: str) -> set[str]:
    script = f"{statement}\nimport sys\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_the_window_starts_without_what_only_an_export_needs() -> None:
    found = modules_after("import desktop_app.ui.shell.app")
    assert "desktop_app.ui.shell.main_window" in found
    assert not found & {
        "typst",
        "desktop_app.briefing.content.compose",
        "desktop_app.briefing.pages.pdf",
        "desktop_app.ui.shell.export_job",
    }


def test_the_verbs_start_without_qt_and_without_a_window() -> None:
    found = modules_after("import desktop_app.cli")
    assert not {name for name in found if name.startswith(("PySide6", "desktop_app.ui", "desktop_app.drawing"))}
