"""Words that head a list of pros or of cons, language by language."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from desktop_app.model.records import Stance

_PROS: Final[Mapping[str, tuple[str, ...]]] = {
    "en": (
        "pro", "pros", "advantages", "benefits", "strengths", "upsides", "for", "in favour", "in favor",
        "arguments for", "arguments in favour", "arguments in favor", "reasons for", "points for", "the case for",
        "potential benefits",
    ),
    "de": (
        "pro", "dafür", "vorteile", "argumente dafür", "pro-argumente", "gründe dafür", "was dafür spricht", "stärken",
    ),
    "fr": ("pour", "avantages", "les pour", "arguments pour", "arguments en faveur", "points forts", "atouts"),
    "es": ("a favor", "pros", "ventajas", "argumentos a favor", "razones a favor", "puntos fuertes", "beneficios"),
    "it": ("pro", "a favore", "vantaggi", "argomenti a favore", "punti di forza"),
    "pt": ("prós", "a favor", "vantagens", "argumentos a favor", "pontos fortes"),
    "nl": ("voor", "voordelen", "argumenten voor", "pluspunten"),
    "pl": ("za", "zalety", "argumenty za", "korzyści", "plusy"),
    "uk": ("за", "переваги", "аргументи за", "плюси", "сильні сторони", "доводи за"),
}  # fmt: skip
_CONS: Final[Mapping[str, tuple[str, ...]]] = {
    "en": (
        "con", "cons", "disadvantages", "drawbacks", "risks", "weaknesses", "downsides", "against",
        "arguments against", "reasons against", "points against", "the case against", "potential drawbacks",
    ),
    "de": (
        "contra", "kontra", "dagegen", "nachteile", "argumente dagegen", "contra-argumente", "kontra-argumente",
        "gründe dagegen", "was dagegen spricht", "schwächen", "risiken",
    ),
    "fr": ("contre", "inconvénients", "les contre", "arguments contre", "points faibles", "risques"),
    "es": (
        "en contra", "contras", "desventajas", "inconvenientes", "argumentos en contra", "puntos débiles", "riesgos",
    ),
    "it": ("contro", "svantaggi", "argomenti contro", "punti deboli", "rischi"),
    "pt": ("contras", "contra", "desvantagens", "argumentos contra", "pontos fracos", "riscos"),
    "nl": ("tegen", "nadelen", "argumenten tegen", "minpunten"),
    "pl": ("przeciw", "wady", "argumenty przeciw", "minusy", "ryzyka"),
    "uk": ("проти", "недоліки", "аргументи проти", "мінуси", "слабкі сторони", "доводи проти", "ризики"),
}  # fmt: skip

_STANCES: Final[Mapping[str, Stance]] = MappingProxyType(
    {word: Stance.SUPPORTS for words in _PROS.values() for word in words}
    | {word: Stance.OPPOSES for words in _CONS.values() for word in words}
)
_COLONS: Final = (":", "\N{FULLWIDTH COLON}")


def has_colon(line: str) -> bool:
    """Whether a line ends as headings of lists do."""
    return line.rstrip().endswith(_COLONS)


def without_colon(line: str) -> str:
    """A heading's words."""
    return line.strip().rstrip("".join(_COLONS)).rstrip()


def stance_of_heading(line: str) -> Stance | None:
    """The stance of the list below a heading ("Pros", "Advantages:"); None when it heads no such list.

    Bare words such as "for" count with a colon only, which is the caller's to ask for (`has_colon`).
    """
    return _STANCES.get(" ".join(without_colon(line).casefold().split()))
