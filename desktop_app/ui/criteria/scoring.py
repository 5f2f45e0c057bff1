"""What can be done to one cell of the matrix, in the chosen perspective: each method is one step of undo."""

from dataclasses import dataclass

from desktop_app.edits import arguments, scores
from desktop_app.model import reads
from desktop_app.model.document import Document
from desktop_app.model.ids import CardId, CriterionId
from desktop_app.model.records import Argument, CardKind, Confidence, Score, ScoreMode, Stance
from desktop_app.ui.criteria.typed import ScoreNotReadError, TypedScore, read_score
from desktop_app.ui.drafts import Draft, commit
from desktop_app.ui.whose import Whose, whose_score
from desktop_app.ui.workspace import Workspace

# WEIGHING 5.1: the values of a scale to begin with.
DEFAULT_LEVELS = (0.0, 25.0, 50.0, 75.0, 100.0)


@dataclass(frozen=True, slots=True)
class CellScoring:
    """The score of an option on a criterion, to be read and set."""

    workspace: Workspace
    option: CardId
    criterion: CriterionId

    @property
    def score(self) -> Score | None:
        """The judged score as the chosen perspective has it."""
        return self.workspace.numbers.score(self.workspace.document, self.option, self.criterion)

    @property
    def whose(self) -> Whose:
        """Whose the score is."""
        return whose_score(self.workspace, self.option, self.criterion)

    @property
    def levels(self) -> list[tuple[float, str]]:
        """The scale, worst first; without texts where nobody has written one."""
        written = reads.levels(self.workspace.document, self.criterion)
        return [(level.value, level.label) for level in written] or [(value, "") for value in DEFAULT_LEVELS]

    @property
    def level(self) -> str:
        """The text of the level at which the judged score stands; empty between levels."""
        score = self.score
        if score is None or score.likely is None or score.mode is ScoreMode.ARGUED:
            return ""
        return next((label for value, label in self.levels if value == score.likely), "")

    @property
    def arguments(self) -> list[Argument]:
        """The pros and cons that speak to the cell."""
        on_option = reads.arguments_on(self.workspace.document, self.option)
        return [argument for argument in on_option if argument.criterion == self.criterion]

    def type(self, text: str) -> bool:
        """Sets what was typed into the cell; emptied, it is not scored. Says whether it was accepted."""

        def edit(document: Document) -> None:
            typed = read_score(text)
            if typed is None:
                self._clear(document)
            else:
                self._set(document, typed)

        return self.workspace.attempt(edit)

    def set_likely(self, likely: float) -> bool:
        """Judges the cell; how sure that is stays, a typed range does not."""
        return self.workspace.attempt(lambda document: self._set(document, TypedScore(likely)))

    def set_range(self, low: float | None, likely: float, high: float | None) -> bool:
        """Judges the cell with a range."""
        return self.workspace.attempt(lambda document: self._set(document, TypedScore(likely, low, high)))

    def set_unknown(self) -> bool:
        """Says "don't know"."""
        return self.workspace.attempt(lambda document: self._set(document, TypedScore()))

    def set_confidence(self, confidence: Confidence | None) -> bool:
        """Says how sure the score is; a range of its own would beat that, so it goes."""
        score = self.score
        if score is None or score.likely is None:
            return False
        likely = score.likely
        return self.workspace.attempt(lambda document: self._put(document, likely, None, None, confidence))

    def set_mode(self, mode: ScoreMode) -> bool:
        """Judged by hand, or argued."""
        return self.workspace.attempt(
            lambda document: scores.set_score_mode(document, self.option, self.criterion, mode)
        )

    def set_note(self, note: str) -> bool:
        """Writes why it was scored so."""
        return self.workspace.attempt(
            lambda document: scores.set_score_note(document, self.option, self.criterion, note)
        )

    def clear(self) -> bool:
        """Makes it "not scored"."""
        return self.workspace.attempt(self._clear)

    def add_argument(self, stance: Stance, text: str) -> bool:
        """Adds a pro or con of the option that speaks to the criterion; marks of the text grammar count."""
        draft = Draft(self.workspace.map_id, CardKind.CLAIM, parent=self.option, stance=stance)

        def edit(document: Document) -> None:
            with document.transaction(f"Add {draft.label.lower()}"):
                card = commit(document, draft, text)
                for argument in reads.arguments_from(document, card) if card is not None else ():
                    arguments.set_criterion(document, argument.id, self.criterion)

        return self.workspace.attempt(edit)

    def _set(self, document: Document, typed: TypedScore) -> None:
        score = self.score
        kept = score.confidence if score is not None and typed.low is None and typed.likely is not None else None
        self._put(document, typed.likely, typed.low, typed.high, kept)

    def _put(
        self,
        document: Document,
        likely: float | None,
        low: float | None,
        high: float | None,
        confidence: Confidence | None,
    ) -> None:
        if likely is None and self.workspace.view.perspective is not None:
            # Without a number of its own, a perspective shows the map's.
            raise ScoreNotReadError(
                "A perspective cannot leave a score open.", "Type the range it may lie in, such as 0-50-100."
            )
        scores.set_score(
            document,
            self.option,
            self.criterion,
            likely,
            low=low,
            high=high,
            confidence=confidence,
            perspective=self.workspace.view.perspective,
        )

    def _clear(self, document: Document) -> None:
        perspective = self.workspace.view.perspective
        if perspective is None:
            scores.clear_score(document, self.option, self.criterion)
        else:
            # Without a number of its own, a perspective shows the map's.
            scores.set_score(document, self.option, self.criterion, None, perspective=perspective)
