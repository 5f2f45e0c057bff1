"""In the pseudo-language no screen says anything in plain English, and every one has room for longer words."""

import json
from pathlib import Path

import pytest

from desktop_app.wording import language
from tests.ui.own_process import run_script
from tests.ui.pseudo_window import english

_SCRIPT = """
import sys
from pathlib import Path
from tests.ui.pseudo_window import main
main(Path(sys.argv[1]))
"""


def test_what_is_english_is_told_from_what_is_in_disguise() -> None:
    assert english("&Open the map") == ["Open", "the", "map"]
    assert english("Ööpééñ ţĥéé måååp – Steelyard, Alt+Up, A, B2, Ціна") == []


@pytest.mark.slow
def test_no_screen_says_anything_in_plain_english_or_widens_the_window(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(language.VARIABLE, "pseudo")
    # The names of folders are nobody's words: the workbook lies at home.
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path))
    said = json.loads(run_script(_SCRIPT, str(tmp_path), seconds=240).stdout)
    assert not said["english"]
    assert not said["too_wide"]
