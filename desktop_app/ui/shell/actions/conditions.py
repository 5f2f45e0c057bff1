"""The conditions of actions, each with what is said where it does not hold."""

from typing import Final

from desktop_app.ui.shell.actions.action import Condition
from desktop_app.wording.sentence import say

HAS_WORKBOOK: Final = Condition(lambda _: True, say("reason.no_workbook"))
HAS_MAP: Final = Condition(lambda workbook: workbook.commands.maps.has_map, say("reason.has_map"))
HAS_ZOOM: Final = Condition(lambda workbook: workbook.page.zoom is not None, say("reason.has_zoom"))
HAS_OPTIONS: Final = Condition(lambda workbook: workbook.commands.matrix.has_options, say("reason.has_options"))
HAS_MAPS: Final = Condition(lambda workbook: workbook.commands.maps.has_several, say("reason.has_maps"))
HAS_PERSPECTIVES: Final = Condition(
    lambda workbook: workbook.commands.perspectives.has_perspectives, say("reason.has_perspectives")
)
HAS_CARD: Final = Condition(lambda workbook: workbook.commands.cards.has_card, say("reason.has_card"))
HAS_ARGUMENT: Final = Condition(lambda workbook: workbook.commands.cards.has_argument, say("reason.has_argument"))
IS_ARGUMENT: Final = Condition(lambda workbook: workbook.commands.cards.is_argument, say("reason.has_argument"))
HAS_CLAIM: Final = Condition(lambda workbook: workbook.commands.cards.has_claim, say("reason.has_claim"))
CAN_MERGE: Final = Condition(lambda workbook: workbook.commands.cards.can_merge, say("reason.can_merge"))
CAN_WEIGH: Final = Condition(lambda workbook: workbook.commands.cards.can_weigh, say("reason.can_weigh"))
CAN_BREAK_DOWN: Final = Condition(
    lambda workbook: workbook.commands.cards.can_break_down,
    say("reason.can_break_down"),
)
HAS_CLIPBOARD: Final = Condition(lambda workbook: workbook.commands.cards.has_clipboard, say("reason.has_clipboard"))
CAN_JOIN: Final = Condition(lambda workbook: workbook.commands.cards.can_join, say("reason.can_join"))
NUMBERS_HIDDEN: Final = Condition(
    lambda workbook: workbook.commands.weighing.numbers_hidden, say("reason.numbers_hidden")
)
NUMBERS_SHOWN: Final = Condition(lambda workbook: workbook.commands.weighing.numbers_shown, say("reason.numbers_shown"))
CAN_WEIGH_CRITERIA: Final = Condition(
    lambda workbook: workbook.commands.weighing.can_weigh_criteria, say("reason.can_weigh_criteria")
)
HAS_OPTION: Final = Condition(lambda workbook: workbook.commands.matrix.has_option, say("reason.has_option"))
HAS_CRITERION: Final = Condition(lambda workbook: workbook.commands.matrix.has_criterion, say("reason.has_criterion"))
HAS_SECTION: Final = Condition(lambda workbook: workbook.commands.brief.has_section, say("reason.has_section"))
HAS_OWN_SECTION: Final = Condition(
    lambda workbook: workbook.commands.brief.has_own_section,
    say("reason.has_own_section"),
)
HAS_ADDED_SECTION: Final = Condition(
    lambda workbook: workbook.commands.brief.has_added_section,
    say("reason.has_added_section"),
)
CAN_UNDO: Final = Condition(lambda workbook: workbook.commands.maps.can_undo, say("reason.can_undo"))
CAN_REDO: Final = Condition(lambda workbook: workbook.commands.maps.can_redo, say("reason.can_redo"))
