"""Fixtures of the store's tests."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.workbooks import sample


@pytest.fixture(scope="session")
def sample_bytes(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A workbook with records of every kind and some history, as bytes."""
    path = tmp_path_factory.mktemp("sample") / "sample.steelyard"
    sample(path)
    return path.read_bytes()


@pytest.fixture
def path(tmp_path: Path, sample_bytes: bytes) -> Path:
    """A sample workbook alone in its folder."""
    folder = tmp_path / "work"
    folder.mkdir()
    path = folder / "a.steelyard"
    path.write_bytes(sample_bytes)
    return path


@pytest.fixture
def public_folder() -> Iterator[Path]:
    """A folder that other users can reach, for tests that give up their rights."""
    folder = Path(tempfile.mkdtemp(prefix="steelyard-test-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)
