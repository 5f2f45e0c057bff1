import json

import pytest


@pytest.fixture
def case(cases):
    """Reads one worked example by name."""
    return lambda name: json.loads((cases / f"{name}.json").read_text(encoding="utf-8"))
