import json

import pytest


@pytest.fixture
def case(shared):
    """Reads one published case by name."""
    return lambda name: json.loads((shared / "cases" / f"{name}.json").read_text(encoding="utf-8"))
