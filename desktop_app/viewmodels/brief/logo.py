"""Reads a logo that a person chose; what a brief cannot show is refused with a sentence."""

from pathlib import Path
from typing import Final

from desktop_app.base.errors import AppError
from desktop_app.briefing.content.logo import as_logo
from desktop_app.wording.sentence import say

_LARGEST: Final = 2_000_000  # bytes


class LogoError(AppError):
    """A picture cannot be the logo of a brief."""

    default_code = "logo"


def read_picture(path: Path) -> str:
    """The picture as the record keeps it.

    Raises:
        LogoError: it cannot be read, is too large, or is no plain PNG or SVG.
    """
    try:
        if path.stat().st_size > _LARGEST:
            raise LogoError(say("error.logo.too_large", name=path.name), say("remedy.choose_smaller_picture"))
        picture = path.read_bytes()
    except OSError as error:
        raise LogoError(say("error.logo.unreadable", name=path.name), say("remedy.choose_another_picture")) from error
    logo = as_logo(picture)
    if logo is None:
        raise LogoError(say("error.logo.unknown_kind", name=path.name), say("remedy.save_as_png"))
    return logo
