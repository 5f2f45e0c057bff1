"""Steelyard: a desktop program in which people weigh arguments."""

import logging
from typing import Final

__version__: Final = "0.1.0"

# Where nobody keeps the log it goes nowhere; without this, Python would write warnings to standard error.
logging.getLogger(__name__).addHandler(logging.NullHandler())
