import json
from pathlib import Path
from typing import Any

import pytest

from tests.weighing.cases import Case


@pytest.fixture
def case(cases: Path) -> Case:
    """Reads one worked example by name."""

    def read(name: str) -> dict[str, Any]:
        found: dict[str, Any] = json.loads((cases / f"{name}.json").read_text(encoding="utf-8"))
        return found

    return read
