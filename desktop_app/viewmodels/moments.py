"""Times and places as people say them: "2 minutes ago", "Documents / Term 2"."""

from datetime import datetime
from pathlib import Path

_MINUTE, _HOUR, _DAY = 60, 3600, 86_400


def when_words(then: datetime, now: datetime) -> str:
    """How long ago something was; both times know their zone."""
    seconds = max(0.0, (now - then).total_seconds())
    days = (now.astimezone().date() - then.astimezone().date()).days
    if seconds < _MINUTE:
        return "just now"
    if seconds < _HOUR:
        return _ago(int(seconds // _MINUTE), "minute")
    if days <= 0 or seconds < 6 * _HOUR:
        return _ago(int(seconds // _HOUR), "hour")
    if days == 1:
        return "yesterday"
    if days < 7:
        return _ago(days, "day")
    if days < 60:
        return _ago(days // 7, "week")
    return then.astimezone().date().isoformat()


def place_words(folder: Path) -> str:
    """Where a folder is, from the home folder where it lies in it."""
    try:
        inside = folder.relative_to(Path.home())
    except ValueError:
        return str(folder)
    return " / ".join(inside.parts) or "Home"


def _ago(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'} ago"
