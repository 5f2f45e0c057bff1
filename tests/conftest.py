"""What all tests share: Hypothesis profiles, a home of their own, the cases they read."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Machines have other fonts, and draw them in other ways; pictures are compared.
os.environ["FONTCONFIG_FILE"] = str(Path(__file__).with_name("fonts.conf"))

if os.environ.get("STEELYARD_WITHOUT_QT"):
    # The tests of the core run in an interpreter in which importing Qt fails.
    sys.modules["PySide6"] = None  # type: ignore[assignment]
    sys.modules["shiboken6"] = None  # type: ignore[assignment]

settings.register_profile("quick", max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("thorough", max_examples=2_000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))

_CASES = Path(__file__).resolve().parent / "cases"
_OUTSIDE_MATERIAL = Path(__file__).resolve().parent.parent.parent / "shared" / "reference"


@pytest.fixture(scope="session")
def cases() -> Path:
    """The folder of cases that tests read; it is part of the repository, and a test fails where its case is missing."""
    return _CASES


@pytest.fixture(scope="session")
def outside_material() -> Path:
    """Texts by others, which are not ours to publish; tests that read them skip where they are absent."""
    if not _OUTSIDE_MATERIAL.is_dir():
        pytest.skip("the texts by others are not here")
    return _OUTSIDE_MATERIAL


@pytest.fixture
def unmeasured() -> Iterator[None]:
    """No coverage is measured meanwhile, which takes longer than the tests that draw thousands of maps themselves.

    `pytest.mark.no_cover` does nothing in the workers of xdist, where a second measurement goes on beneath.
    """
    tracer = sys.gettrace()
    sys.settrace(None)
    yield
    sys.settrace(tracer)


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings, locks and recent files of a test stay in its own folder."""
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / "xdg" / name.lower()))
    runtime = tmp_path / "xdg" / "runtime"
    runtime.mkdir(parents=True, mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
