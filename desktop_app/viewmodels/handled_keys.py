"""The keys that screens handle themselves, with no action of the table behind them; the page of keys lists them."""

from dataclasses import dataclass
from typing import Final

from desktop_app.wording.sentence import Sentence, say


@dataclass(frozen=True, slots=True)
class KeySpec:
    """Keys that a screen handles itself, with no action of the table behind them.

    Attributes:
        where: what has the keyboard then.
        text: what they do.
        keys: how people name them; those that have a name stand as Qt writes them.
    """

    where: Sentence
    text: Sentence
    keys: tuple[str | Sentence, ...]


HANDLED_KEYS: Final = (
    KeySpec(say("keys.map"), say("keys.map.nearest"), ("← → ↑ ↓",)),
    KeySpec(say("keys.map"), say("keys.map.first"), ("Home",)),
    KeySpec(say("keys.map"), say("keys.map.write_on"), (say("keys.by.any_letter"),)),
    KeySpec(say("keys.map"), say("keys.map.select_more"), (say("keys.by.shift_arrows"), say("keys.by.ctrl_click"))),
    KeySpec(say("keys.map"), say("keys.map.unfold"), ("→",)),
    KeySpec(say("keys.map"), say("keys.map.back_out"), ("Esc",)),
    KeySpec(say("keys.map"), say("keys.map.hang"), (say("keys.by.drag_it"),)),
    KeySpec(say("keys.map"), say("keys.map.select_area"), (say("keys.by.shift_drag"),)),
    KeySpec(say("keys.map"), say("keys.map.move"), (say("keys.by.wheel_drag"),)),
    KeySpec(say("keys.map"), say("keys.map.zoom"), (say("keys.by.ctrl_wheel"),)),
    KeySpec(say("keys.writing"), say("keys.writing.done"), ("Enter",)),
    KeySpec(say("keys.writing"), say("keys.writing.new_line"), ("Shift+Enter",)),
    KeySpec(say("keys.writing"), say("keys.writing.cancel"), ("Esc",)),
    KeySpec(say("keys.writing"), say("keys.writing.signs"), ("+  -  >  ?  &",)),
    KeySpec(say("keys.fields"), say("keys.fields.done"), ("Ctrl+Enter",)),
    KeySpec(say("keys.fields"), say("keys.fields.cancel"), ("Esc",)),
    KeySpec(say("keys.balance"), say("keys.balance.next"), ("← → ↑ ↓",)),
    KeySpec(say("keys.balance"), say("keys.balance.importance"), ("0 1 2 3 4", "Backspace")),
    KeySpec(say("keys.balance"), say("keys.balance.turn"), ("Ctrl+←", "Ctrl+→")),
    KeySpec(say("keys.balance"), say("keys.balance.reorder"), ("Ctrl+↑", "Ctrl+↓")),
    KeySpec(say("keys.balance"), say("keys.balance.edit"), ("Enter", "F2")),
    KeySpec(say("keys.balance"), say("keys.balance.own"), ("Alt+Enter",)),
    KeySpec(say("keys.matrix"), say("keys.matrix.next"), ("← → ↑ ↓",)),
    KeySpec(say("keys.matrix"), say("keys.matrix.details"), ("Enter",)),
    KeySpec(say("keys.matrix"), say("keys.matrix.score"), ("0 … 9", "F2")),
    KeySpec(say("keys.matrix"), say("keys.matrix.delete"), ("Del",)),
    KeySpec(say("keys.levels"), say("keys.levels.choose"), ("1 2 3 4 5",)),
    KeySpec(say("keys.comparing"), say("keys.comparing.show"), ("Enter",)),
    KeySpec(say("keys.weighing"), say("keys.weighing.more_less"), ("→ ←",)),
    KeySpec(say("keys.weighing"), say("keys.weighing.not_weighed"), ("Del",)),
    KeySpec(say("keys.brief"), say("keys.brief.next"), ("↑ ↓",)),
    KeySpec(say("keys.brief"), say("keys.brief.move"), (say("keys.by.drag_it"),)),
    KeySpec(say("keys.brief"), say("keys.brief.cite"), ("[@",)),
    KeySpec(say("keys.pages"), say("keys.pages.turn"), ("↑ ↓", "PgUp PgDn", "Home End")),
    KeySpec(say("keys.quick_pass"), say("keys.quick_pass.numbers"), ("0 1 2 3 4", "1 2 3 4 5")),
    KeySpec(say("keys.quick_pass"), say("keys.quick_pass.next"), ("Enter", "Shift+Enter")),
    KeySpec(say("keys.quick_pass"), say("keys.quick_pass.done"), ("Esc",)),
    KeySpec(say("keys.ranking"), say("keys.ranking.up_down"), ("Alt+↑", "Alt+↓")),
    KeySpec(say("keys.room"), say("keys.room.leave"), ("Esc",)),
    KeySpec(say("keys.presenting"), say("keys.presenting.next"), ("→ ↓", "Space", "Enter", "PgDn", "Tab")),
    KeySpec(say("keys.presenting"), say("keys.presenting.back"), ("← ↑", "Backspace", "PgUp")),
    KeySpec(say("keys.presenting"), say("keys.presenting.go_to"), ("Home", "End", "12 Enter")),
    KeySpec(say("keys.presenting"), say("keys.presenting.blank"), ("B .", "W ,")),
    KeySpec(say("keys.presenting"), say("keys.presenting.numbers"), ("R",)),
    KeySpec(say("keys.presenting"), say("keys.presenting.end"), ("Esc",)),
    KeySpec(say("keys.finding"), say("keys.finding.next"), ("Enter", "Shift+Enter")),
    KeySpec(say("keys.finding"), say("keys.finding.stay"), ("Ctrl+Enter",)),
    KeySpec(say("keys.finding"), say("keys.finding.back"), ("Esc",)),
)
