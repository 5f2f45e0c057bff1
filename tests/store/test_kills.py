"""kill -9 at random moments: every edit that was acknowledged is in the file. `KILLS=300` for the long run."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="writers are forks")
def test_no_acknowledged_edit_is_lost_when_a_writer_is_killed() -> None:
    is_thorough = os.environ.get("HYPOTHESIS_PROFILE") == "thorough"
    kills = int(os.environ.get("KILLS", "300" if is_thorough else "15"))
    command = [sys.executable, "-m", "tests.store.killing", "--kills", str(kills)]
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=False)
    assert done.stdout, done.stderr
    report = json.loads(done.stdout)
    assert report["failures"] == []
    assert report["kills"] == kills
    assert report["acknowledged"] >= kills, "the writers hardly wrote"
