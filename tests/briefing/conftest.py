"""Maps are drawn by Qt, which has one application object a process: the one that window tests need too."""

import pytest


@pytest.fixture(autouse=True)
def _application(qapp):
    return qapp
