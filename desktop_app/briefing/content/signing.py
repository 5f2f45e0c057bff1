"""A recommendation as lines to be ticked and signed."""

from desktop_app.briefing.content.parts import SignPart
from desktop_app.formats.markup import Block, Bullets


def sign_part(title: str, recommendation: tuple[Block, ...]) -> SignPart | None:
    """A line for each bullet of the recommendation, or for each paragraph where it has none; None for no words."""
    bullets = [runs for block in recommendation if isinstance(block, Bullets) for runs in block.items]
    runs_of_lines = bullets or [block.runs for block in recommendation if not isinstance(block, Bullets)]
    texts = ("".join(run.text for run in runs if not run.cites).strip() for runs in runs_of_lines)
    lines = tuple(text for text in texts if text)
    return SignPart(title, lines) if lines else None
