"""The conditions of actions, each with what is said where it does not hold."""

from typing import Final

from desktop_app.ui.shell.actions.action import Condition

HAS_WORKBOOK: Final = Condition(lambda _: True, "open a workbook first")
HAS_MAP: Final = Condition(lambda workbook: workbook.commands.maps.has_map, "add a map first")
HAS_MAPS: Final = Condition(lambda workbook: workbook.commands.maps.has_several, "add another map first")
HAS_PERSPECTIVES: Final = Condition(
    lambda workbook: workbook.commands.perspectives.has_perspectives, "add a perspective to the map first"
)
HAS_CARD: Final = Condition(lambda workbook: workbook.commands.cards.has_card, "select a card first")
HAS_ARGUMENT: Final = Condition(lambda workbook: workbook.commands.cards.has_argument, "select a pro or con first")
HAS_CLAIM: Final = Condition(lambda workbook: workbook.commands.cards.has_claim, "select a claim or evidence first")
CAN_MERGE: Final = Condition(
    lambda workbook: workbook.commands.cards.can_merge, "select two claims or more that say the same first"
)
CAN_WEIGH: Final = Condition(
    lambda workbook: workbook.commands.cards.can_weigh, "select a pro or con of a map that shows its numbers first"
)
CAN_BREAK_DOWN: Final = Condition(
    lambda workbook: workbook.commands.cards.can_break_down,
    "select a card with answers beneath its pros and cons first",
)
HAS_CLIPBOARD: Final = Condition(lambda workbook: workbook.commands.cards.has_clipboard, "cut a card first")
CAN_JOIN: Final = Condition(
    lambda workbook: workbook.commands.cards.can_join, "cut or copy a card, and select a pro or con first"
)
NUMBERS_HIDDEN: Final = Condition(lambda workbook: workbook.commands.weighing.numbers_hidden, "the numbers are shown")
NUMBERS_SHOWN: Final = Condition(
    lambda workbook: workbook.commands.weighing.numbers_shown, "the numbers are hidden: Weigh shows them"
)
CAN_WEIGH_CRITERIA: Final = Condition(
    lambda workbook: workbook.commands.weighing.can_weigh_criteria, "add two criteria, and show the numbers first"
)
HAS_OPTION: Final = Condition(
    lambda workbook: workbook.commands.matrix.has_option, "go to an option on the Criteria page first"
)
HAS_CRITERION: Final = Condition(
    lambda workbook: workbook.commands.matrix.has_criterion, "go to a criterion on the Criteria page first"
)
HAS_SECTION: Final = Condition(
    lambda workbook: workbook.commands.brief.has_section, "go to a section on the Brief page first"
)
HAS_OWN_SECTION: Final = Condition(
    lambda workbook: workbook.commands.brief.has_own_section,
    "go to a section in your own words on the Brief page first",
)
HAS_ADDED_SECTION: Final = Condition(
    lambda workbook: workbook.commands.brief.has_added_section,
    "go to a section that you added on the Brief page first",
)
CAN_UNDO: Final = Condition(lambda workbook: workbook.commands.maps.can_undo, "nothing to undo")
CAN_REDO: Final = Condition(lambda workbook: workbook.commands.maps.can_redo, "nothing to redo")
