"""What can be done to one cell of the matrix, in the chosen perspective: each method is one step of undo.

What is typed goes to the perspective that was chosen when typing began.
"""

from dataclasses import dataclass

from desktop_app.base.plain_text import one_line
from desktop_app.edits import arguments, scores
from desktop_app.edits.drafts import Draft, commit, step_name
from desktop_app.model import reads
from desktop_app.model.document import Document
from desktop_app.model.ids import CardId, CriterionId, PerspectiveId
from desktop_app.model.records import Argument, Card, CardKind, Confidence, Criterion, Score, ScoreMode, Stance
from desktop_app.ui.workspace.pasting import ends_as_pasted
from desktop_app.ui.workspace.pending_texts import TextTarget
from desktop_app.ui.workspace.workspace import Workspace
from desktop_app.viewmodels.criteria.typed import ScoreNotReadError, TypedScore, read_one_score, read_score
from desktop_app.viewmodels.number_owner import NumberOwner, whose_score
from desktop_app.weighing.numbers import read_numbers
from desktop_app.wording.sentence import say, text

# WEIGHING 5.1: the values of a scale to begin with.
DEFAULT_LEVELS = (0.0, 25.0, 50.0, 75.0, 100.0)
_PARTS = ("low", "likely", "high")


@dataclass(frozen=True, slots=True, weakref_slot=True)
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
    def whose(self) -> NumberOwner:
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

    def score_target(self) -> TextTarget:
        """Where what is typed into the cell goes; emptied, it is not scored."""
        where = self._where

        def edit(document: Document, text: str) -> None:
            typed = read_score(text)
            if typed is None:
                where.clear(document)
            else:
                where.put_typed(document, typed)

        return self.workspace.target(("score", *where.key), text("target.score_of", name=self._name), edit)

    def part_target(self, part: str) -> TextTarget:
        """Where a typed part of the range goes: "low", "likely" or "high"; the other parts stay as they are or wait."""
        where, pending = self._where, self.workspace.pending

        def edit(document: Document, text: str) -> None:
            written = where.parts(document) | {part: read_one_score(text)}
            for other in _PARTS:
                waiting = pending.find(("part of a score", *where.key, other))
                if other != part and waiting is not None:
                    written[other] = read_one_score(waiting.text)
            where.put_parts(document, **written)

        return self.workspace.target(
            ("part of a score", *where.key, part), text(f"target.score_of.{part}", name=self._name), edit
        )

    def note_target(self) -> TextTarget:
        """Where the note of why it was scored so goes."""
        option, criterion = self.option, self.criterion
        return self.workspace.target(
            ("note of a score", option, criterion),
            text("target.why_scored", name=self._name),
            lambda document, note: scores.set_score_note(document, option, criterion, note),
        )

    def argument_target(self) -> TextTarget:
        """Where a new pro or con of the option that speaks to the criterion goes; a sign first says which it is."""
        option, criterion = self.option, self.criterion
        draft = Draft(self.workspace.map_id, CardKind.CLAIM, parent=option, stance=Stance.SUPPORTS)

        def edit(document: Document, text: str) -> None:
            drafted, words = draft.with_sign(text.strip())
            with document.transaction(step_name(drafted)):
                card = commit(document, drafted, words, reads_marks=not ends_as_pasted(words))
                for argument in reads.arguments_from(document, card) if card is not None else ():
                    arguments.set_criterion(document, argument.id, criterion)

        return self.workspace.target(
            ("new pro or con of a score", option, criterion),
            text("target.point_of_score", name=self._name),
            edit,
            on_leaving=False,
        )

    def set_likely(self, likely: float) -> bool:
        """Judges the cell; how sure that is stays, a typed range does not."""
        where = self._where
        return self.workspace.attempt(lambda document: where.put_typed(document, TypedScore(likely)))

    def set_unknown(self) -> bool:
        """Says "don't know"."""
        where = self._where
        return self.workspace.attempt(lambda document: where.put_typed(document, TypedScore()))

    def set_confidence(self, confidence: Confidence | None) -> bool:
        """Says how sure the score is; a range of its own would beat that, so it goes."""
        score = self.score
        if score is None or score.likely is None:
            return False
        where, likely = self._where, score.likely
        return self.workspace.attempt(lambda document: where.put(document, TypedScore(likely), confidence))

    def set_mode(self, mode: ScoreMode) -> bool:
        """Judged by hand, or argued."""
        return self.workspace.attempt(
            lambda document: scores.set_score_mode(document, self.option, self.criterion, mode)
        )

    def clear(self) -> bool:
        """Makes it "not scored"."""
        return self.workspace.attempt(self._where.clear)

    @property
    def _where(self) -> "_ScorePlace":
        return _ScorePlace(self.option, self.criterion, self.workspace.view.perspective)

    @property
    def _name(self) -> str:
        document = self.workspace.document
        option, criterion = document.get(Card, self.option), document.get(Criterion, self.criterion)
        return text(
            "target.option_on_criterion", option=one_line(option.text, 30), criterion=one_line(criterion.name, 30)
        )


@dataclass(frozen=True, slots=True)
class _ScorePlace:
    """A cell as one perspective has it: fixed when writing begins, whoever is chosen by the time it is written."""

    option: CardId
    criterion: CriterionId
    perspective: PerspectiveId | None

    @property
    def key(self) -> tuple[CardId, CriterionId, PerspectiveId | None]:
        return self.option, self.criterion, self.perspective

    def score(self, document: Document) -> Score | None:
        return read_numbers(document, self.perspective).score(document, self.option, self.criterion)

    def parts(self, document: Document) -> dict[str, float | None]:
        """Low, likely and high as they are."""
        score = self.score(document)
        if score is None or score.mode is ScoreMode.ARGUED:
            return dict.fromkeys(_PARTS)
        return {"low": score.low, "likely": score.likely, "high": score.high}

    def put_typed(self, document: Document, typed: TypedScore) -> None:
        score = self.score(document)
        kept = score.confidence if score is not None and typed.low is None and typed.likely is not None else None
        self.put(document, typed, kept)

    def put_parts(self, document: Document, *, low: float | None, likely: float | None, high: float | None) -> None:
        if likely is not None:
            self.put_typed(document, TypedScore(likely, low, high))
        elif low is None and high is None:
            self.clear(document)
        else:
            raise ScoreNotReadError(say("error.field.range_needs_likely"), say("remedy.type_that_first"))

    def put(self, document: Document, typed: TypedScore, confidence: Confidence | None = None) -> None:
        if typed.likely is None and self.perspective is not None:
            # Without a number of its own, a perspective shows the map's.
            raise ScoreNotReadError(say("error.field.perspective_score_open"), say("remedy.type_range_such_as"))
        scores.set_score(
            document,
            self.option,
            self.criterion,
            typed.likely,
            low=typed.low,
            high=typed.high,
            confidence=confidence,
            perspective=self.perspective,
        )

    def clear(self, document: Document) -> None:
        if self.perspective is None:
            scores.clear_score(document, self.option, self.criterion)
        else:
            # Without a number of its own, a perspective shows the map's.
            scores.set_score(document, self.option, self.criterion, None, perspective=self.perspective)
