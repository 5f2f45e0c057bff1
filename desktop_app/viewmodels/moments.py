"""Times and places as people say them: "2 minutes ago", "Documents / Term 2"."""

from datetime import datetime
from pathlib import Path

from desktop_app.wording.sentence import text

_MINUTE, _HOUR = 60, 3600


def when_words(then: datetime, now: datetime) -> str:
    """How long ago something was; both times know their zone."""
    seconds = max(0.0, (now - then).total_seconds())
    days = (now.astimezone().date() - then.astimezone().date()).days
    if seconds < _MINUTE:
        return text("moment.just_now")
    if seconds < _HOUR:
        return text("moment.minutes", count=int(seconds // _MINUTE))
    if days <= 0 or seconds < 6 * _HOUR:
        return text("moment.hours", count=int(seconds // _HOUR))
    if days == 1:
        return text("moment.yesterday")
    if days < 7:
        return text("moment.days", count=days)
    if days < 60:
        return text("moment.weeks", count=days // 7)
    return then.astimezone().date().isoformat()


def place_words(folder: Path) -> str:
    """Where a folder is, from the home folder where it lies in it."""
    try:
        inside = folder.relative_to(Path.home())
    except ValueError:
        return str(folder)
    return " / ".join(inside.parts) or text("moment.home")
