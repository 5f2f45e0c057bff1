"""The same map in the numbers of its perspectives, beside one another."""

from collections.abc import Mapping
from typing import Final

from desktop_app.briefing.content import TablePart
from desktop_app.briefing.tables import total_text
from desktop_app.briefing.words import Words
from desktop_app.model.ids import CardId, MapId
from desktop_app.model.reads import Records, perspectives
from desktop_app.model.records import CardKind
from desktop_app.weighing.group import compare, read_sheets
from desktop_app.weighing.group_sentences import comparison_sentences
from desktop_app.weighing.matrix import NumberKind, OptionResult
from desktop_app.weighing.results import Results, weigh
from desktop_app.wording.rounding import signed

_MOST: Final = 12


def perspectives_part(
    records: Records, map_id: MapId, results: Results, letters: Mapping[CardId, str], title: str, words: Words
) -> TablePart | None:
    """A row for the map's own numbers and for each perspective; None where there is no other perspective."""
    others = perspectives(records, map_id)
    if not others:
        return None
    own = results if results.perspective is None else weigh(records, map_id)
    columns = _columns(own, letters)
    if not columns:
        return None
    header = (words["perspective"], *(letters.get(card, words["total"]) for card in columns))
    header = (*header, words["first"]) if letters else (words["perspective"], "Leaning")
    rows = [_row(words["my_numbers"], own, columns, letters)]
    rows += [_row(other.name, weigh(records, map_id, other.id), columns, letters) for other in others[:_MOST]]
    said = []
    if letters and len({row[-1] for row in rows}) == 1 and rows[0][-1] != "–":
        said.append(f"{rows[0][-1]} comes first in every perspective.")
    elif letters:
        firsts = [row[0] for row in rows if row[-1] != rows[0][-1]]
        said.append(f"Another order in: {', '.join(firsts)}.")
    said += _differences(records, map_id)
    if len(others) > _MOST:
        said.append(f"{len(others) - _MOST} more perspectives are in the workbook.")
    numeric = (False, *(True for _ in columns), *((False,) if letters else ()))
    return TablePart("perspectives", title, header, tuple(rows), numeric, tuple(said))


def _differences(records: Records, map_id: MapId) -> list[str]:
    """What the perspectives differ about most."""
    sheets = read_sheets(records, map_id)[: _MOST + 1]
    return [said for said in comparison_sentences(records, compare(records, map_id, sheets)) if said.startswith("They")]


def _columns(own: Results, letters: Mapping[CardId, str]) -> list[CardId]:
    if letters:
        return list(letters)
    asked = [card.card for card in own.cards.values() if card.kind is CardKind.QUESTION and card.total]
    return asked[:1]


def _row(name: str, results: Results, columns: list[CardId], letters: Mapping[CardId, str]) -> tuple[str, ...]:
    if not letters:
        leaning = results.cards[columns[0]].leaning
        return (name, "–" if leaning is None else signed(leaning))
    numbers = (_number(results.options[option]) for option in columns)
    best = [option for option in results.ranking if option.rank == results.ranking[0].rank]
    return (name, *numbers, " = ".join(letters[option.option] for option in best) or "–")


def _number(option: OptionResult) -> str:
    if option.shows is NumberKind.TOTAL:
        return total_text(option.total)
    return "–" if option.leaning is None else signed(option.leaning)
