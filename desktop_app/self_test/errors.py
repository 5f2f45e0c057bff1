"""How a step of the self-test fails."""

from typing import Final

from desktop_app.base.errors import AppError

REMEDY: Final = "Install the program again, or report this."


class SelfTestError(AppError):
    """A step of the self-test did not come out as it must."""

    default_code = "self-test"


def expect(outcome: bool, otherwise: str) -> None:  # noqa: FBT001  # reads like a sentence
    """Goes on where a step came out as it must.

    Args:
        outcome: of the step.
        otherwise: what is wrong where it did not, to end a sentence.

    Raises:
        SelfTestError: it did not.
    """
    if not outcome:
        raise SelfTestError(f"The self-test failed: {otherwise}.", REMEDY)
