"""A desk to work on."""

import pytest

from tests.small_workbooks import Desk, new_desk


@pytest.fixture
def desk() -> Desk:
    return new_desk()
