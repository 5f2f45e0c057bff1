"""A workbook to look at, in an interpreter without Qt."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.viewmodels.opened import Opened, opened


@pytest.fixture
def shown(tmp_path: Path) -> Iterator[Opened]:
    made = opened(tmp_path / "shown.steelyard")
    yield made
    made.session.close()
