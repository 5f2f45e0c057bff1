"""Maps are drawn by Qt, which has one application object a process: the one that window tests need too."""

import pytest
from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> QApplication:
    return qapp
