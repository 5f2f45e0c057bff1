"""Steelyard: a desktop program in which people weigh arguments."""

from typing import Final

__version__: Final = "0.1.0"
