"""Runs a script in a process of its own, without a screen: what a program does from its start to its end."""

import os
import subprocess
import sys
from pathlib import Path


def run_script(script: str, *arguments: str, seconds: int = 60) -> subprocess.CompletedProcess[str]:
    """What it wrote; it has ended well, and in time."""
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        cwd=Path(__file__).resolve().parents[2],
        capture_output=True,
        text=True,
        timeout=seconds,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done
