"""Typed ids. Every record has one: random in 1…2^53-1, so that copies of a workbook can be merged."""

from typing import Final, NewType

MapId = NewType("MapId", int)
CardId = NewType("CardId", int)
ArgumentId = NewType("ArgumentId", int)
PremiseId = NewType("PremiseId", int)
CriterionId = NewType("CriterionId", int)
JudgementId = NewType("JudgementId", int)
LevelId = NewType("LevelId", int)
ScoreId = NewType("ScoreId", int)
FactId = NewType("FactId", int)
PerspectiveId = NewType("PerspectiveId", int)
OverrideId = NewType("OverrideId", int)
SourceId = NewType("SourceId", int)
CitationId = NewType("CitationId", int)
SectionId = NewType("SectionId", int)
BriefId = NewType("BriefId", int)
TombstoneId = NewType("TombstoneId", int)
WorkbookId = NewType("WorkbookId", int)

# JSON readers of other programs keep integers exact only up to here.
LARGEST_ID: Final = 2**53 - 1
WORKBOOK_ID: Final = WorkbookId(1)
