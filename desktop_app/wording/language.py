"""The language of the program: which catalog gives its words. English, unless somebody asks for another.

`STEELYARD_LANGUAGE=pseudo` is for developers: what the window or the command line then shows in plain English letters
does not go through the catalogs, and what is cut off has no room for other languages.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType
from typing import Final

from desktop_app.wording.pseudo import PseudoTranslations
from desktop_app.wording.sentence import ENGLISH, Catalog, activate

VARIABLE: Final = "STEELYARD_LANGUAGE"
PSEUDO: Final = Catalog(PseudoTranslations())
_CATALOGS: Final[Mapping[str, Catalog]] = MappingProxyType({"en": ENGLISH, "pseudo": PSEUDO})


def use(catalog: Catalog) -> None:
    """Lets a catalog give the words of every sentence from here on."""
    activate(catalog)


def use_from(environment: Mapping[str, str]) -> None:
    """Uses the language that `STEELYARD_LANGUAGE` names; English when it names none that is known."""
    use(_CATALOGS.get(environment.get(VARIABLE, ""), ENGLISH))


@contextmanager
def spoken_in(catalog: Catalog) -> Iterator[None]:
    """Uses a catalog for a while."""
    former = activate(catalog)
    try:
        yield
    finally:
        activate(former)
