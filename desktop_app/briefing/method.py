"""How the numbers of a brief came about, in sentences: method, settings, what was weighed."""

from desktop_app.briefing.content import MethodPart
from desktop_app.model.reads import Records, sources
from desktop_app.model.records import Perspective, PremiseRule
from desktop_app.weighing.matrix import CellState
from desktop_app.weighing.results import Results


def method_part(records: Records, results: Results, title: str) -> MethodPart:
    """Everything a reader needs to have the same results again."""
    settings = results.settings
    rule = "their weakest" if settings.premise_rule is PremiseRule.WEAKEST else "the product of their strengths"
    counted = f"{results.weighed} of {len(results.arguments)} arguments are weighed"
    said = [
        f"Strengths by the {settings.method.value} method, sharpness {settings.sharpness:g}.",
        f"Premises that hold only together are as strong as {rule}.",
        f"{counted}; the others are listed and stay out of every result.",
    ]
    if any(option.total is not None for option in results.options.values()):
        said.append("A total is the weighted sum of an option’s scores.")
    if any(cell.state is CellState.ARGUED for cell in results.cells.values()):
        drawn = f"{settings.draws:,} draws (seed {settings.seed}, numpy {settings.numpy_version})"
        said.append(f"Argued scores come from the pros and cons that speak to them; their ranges from {drawn}.")
    if results.has_loops:
        said.append("Some arguments run in a loop: what rests on them is circular, and shows the number it settles at.")
        if any(card.strength is None for card in results.cards.values()):
            said.append("Where it does not settle there is no stable result, and no number.")
    perspective = records.find(Perspective, results.perspective)
    said.append(f"Perspective: {perspective.name if perspective is not None else 'My numbers'}.")
    if sources(records):
        said.append("Grades of sources are shown, never computed with.")
    return MethodPart(title, tuple(said))
