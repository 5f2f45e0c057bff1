"""How a step of the self-test fails."""

from typing import Final

from desktop_app.base.errors import AppError
from desktop_app.wording.sentence import Sentence, say

REMEDY: Final = say("remedy.install_again_or_report")


class SelfTestError(AppError):
    """A step of the self-test did not come out as it must."""

    default_code = "self-test"


def expect(outcome: bool, otherwise: Sentence) -> None:  # noqa: FBT001  # reads like a sentence
    """Goes on where a step came out as it must.

    Args:
        outcome: of the step.
        otherwise: what is wrong where it did not, to end a sentence.

    Raises:
        SelfTestError: it did not.
    """
    if not outcome:
        raise SelfTestError(say("error.self_test.failed", otherwise=otherwise), REMEDY)
