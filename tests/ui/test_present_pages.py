"""Pages for a room: every line once, nothing over anything, answers beneath their parents, nothing that moves."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from desktop_app.briefing.content.words import words_in
from desktop_app.drawing.palette import Role
from desktop_app.ui.pages.present.marks import Lines, SlidePage
from desktop_app.ui.pages.present.pages import Screen, lay_out, lay_out_slide
from desktop_app.ui.pages.present.texts import SlideText
from desktop_app.viewmodels.present.points import SlideItem
from desktop_app.viewmodels.present.rows import SlideRow, SlideTable
from desktop_app.viewmodels.present.steps import Slide, Step, StepId, StepKind

# Without it text is measured by an application of its own, which no window could use after that.
pytestmark = pytest.mark.usefixtures("qapp")

WORDS = st.text(alphabet="abcdefghij k lmno pq rs tuv ", min_size=1, max_size=60)
LONG = st.builds(lambda text, times: f"{text} " * times, WORDS, st.integers(1, 30))
TEXTS = st.one_of(
    WORDS, LONG, st.sampled_from(["Душові та кухня там уже є", "المبنى بعيد", "会议现在应该举行吗", "x" * 90])
)
SCREENS = st.builds(
    Screen,
    st.sampled_from([1024.0, 1280.0, 1600.0, 1920.0]),
    st.sampled_from([720.0, 768.0, 800.0, 1000.0, 1080.0]),
    st.sampled_from([4.0, 6.0, 8.0, 10.0, 12.0]),
)


@st.composite
def items(draw: st.DrawFn) -> tuple[SlideItem, ...]:
    """Points in the order of a map: each hangs on one before it, on its way up, or on the subject."""
    found: list[SlideItem] = []
    for at in range(draw(st.integers(1, 14))):
        way_up: list[int] = []
        parent = at - 1 if at else None
        while parent is not None:
            way_up.append(parent)
            parent = found[parent].parent
        chosen = draw(st.sampled_from([None, None, *way_up]))
        depth = 0 if chosen is None else found[chosen].depth + 1
        side = draw(st.booleans()) if chosen is None else found[chosen].is_against
        label = "answers the con" if depth else ""
        found.append(
            SlideItem(draw(TEXTS), Role.CON, "−", label, depth, draw(st.sampled_from(["", "7", "100"])), chosen, side)
        )
    return tuple(found)


@st.composite
def slides(draw: st.DrawFn) -> Slide:
    language = draw(st.sampled_from(["en", "ar"]))
    return Slide(
        StepKind.POINTS,
        draw(TEXTS),
        words_in(language),
        kicker=draw(TEXTS),
        letter=draw(st.sampled_from(["", "A"])),
        items=draw(items()),
        closing=draw(st.one_of(st.just(""), TEXTS)),
        whose=draw(st.sampled_from(["", "My numbers"])),
        is_from_right=language == "ar",
    )


def _steps(slide: Slide) -> list[Step]:
    last = len(slide.items) - 1
    return [Step(StepId(slide.kind), slide, at, is_last=at == last) for at in range(last + 1)]


def _lines(pages: Sequence[SlidePage]) -> list[Lines]:
    return [mark for page in pages for mark in page.marks if isinstance(mark, Lines)]


def _shown(page: SlidePage) -> str:
    return "\n".join(page.texts)


@given(slides(), SCREENS)
def test_every_line_of_a_point_is_seen_once_in_its_step(slide: Slide, screen: Screen) -> None:
    for step in _steps(slide):
        assert step.newest is not None
        seen: dict[int, list[int]] = defaultdict(list)
        whole: list[range] = []
        for mark in _lines(lay_out(step, screen, numbers=False)):
            if mark.item == step.newest_at and mark.text is not None and mark.text.text == step.newest.text:
                seen[id(mark.text)] += range(mark.first, mark.first + mark.count)
                whole.append(range(mark.text.line_count))
        assert any(list(lines) in seen.values() for lines in whole)


@given(slides(), SCREENS, st.booleans())
def test_nothing_stands_over_anything_or_off_the_screen(slide: Slide, screen: Screen, numbers: bool) -> None:
    edge = QRectF(0.0, 0.0, screen.width, screen.height).adjusted(-1, -1, 1, 1)
    for step in _steps(slide):
        for page in lay_out(step, screen, numbers=numbers):
            marks = _lines([page])
            for number, mark in enumerate(marks):
                assert edge.contains(mark.area), (_shown(page), mark.area)
                for other in marks[number + 1 :]:
                    shared = mark.area.intersected(other.area)
                    assert shared.width() < 1.0 or shared.height() < 1.0, _shown(page)


@given(slides(), SCREENS)
def test_an_answer_stands_on_no_page_without_what_it_answers(slide: Slide, screen: Screen) -> None:
    for step in _steps(slide):
        assert step.newest is not None
        if step.newest.parent is None:
            continue
        parent = slide.items[step.newest.parent].text.split()
        begin = parent[0][:8] if parent else ""
        for page in lay_out(step, screen, numbers=False):
            assert begin in _shown(page)


@given(slides(), SCREENS)
def test_what_is_seen_stays_where_it_is_when_more_comes(slide: Slide, screen: Screen) -> None:
    steps = _steps(slide)
    for before, after in pairwise(steps):
        shown, next_shown = (lay_out(step, screen, numbers=False) for step in (before, after))
        places = {(id(mark.text), mark.first, mark.area.x(), mark.area.y()) for mark in _lines(next_shown[:1])}
        spans = lay_out_slide(slide, screen).spans
        assert before.newest_at is not None
        assert after.newest_at is not None
        if spans[before.newest_at][1] == spans[after.newest_at][0] and len(shown) == 1:
            first = {(id(mark.text), mark.first, mark.area.x(), mark.area.y()) for mark in _lines(shown)}
            assert first <= places


def _goes_on(page: SlidePage) -> bool:
    return "goes on →" in _shown(page)


def test_only_a_page_that_goes_on_says_so() -> None:
    long = SlideItem("This claim needs more room than there is. " * 40, Role.PRO, "+")
    slide = Slide(
        StepKind.POINTS,
        "An option",
        words_in("en"),
        items=(long, SlideItem("A short one", Role.CON, "−", is_against=True)),
    )
    first, second = (lay_out(step, Screen(1024, 768, 10), numbers=False) for step in _steps(slide))
    assert len(first) > 2
    assert [_goes_on(page) for page in first] == [True] * (len(first) - 1) + [False]
    assert [_goes_on(page) for page in second] == [False]


def test_numbers_and_the_closing_sentence_change_no_place() -> None:
    points = tuple(SlideItem(f"Point {number} of an option", Role.PRO, "+", number="62") for number in range(3))
    slide = Slide(
        StepKind.POINTS, "An option", words_in("en"), items=points, closing="Leans for, +10.", whose="My numbers"
    )
    step = _steps(slide)[-1]
    hidden, shown = (lay_out(step, Screen(1280, 720, 8), numbers=numbers) for numbers in (False, True))
    assert len(hidden) == len(shown) == 1
    places = [(mark.text, mark.area) for mark in _lines(hidden)]
    assert [place for place in places if place in [(mark.text, mark.area) for mark in _lines(shown)]] == places
    assert {"62", "Leans for, +10.", "My numbers"} <= set(shown[0].texts) - set(hidden[0].texts)


@pytest.mark.parametrize("count", [2, 12, 40])
def test_a_matrix_too_wide_for_the_back_row_goes_on_with_further_options(count: int) -> None:
    heads = tuple(f"L{number}" for number in range(count))
    rows = tuple(SlideRow(f"Criterion {row}", ("100",) * count, weight="11 %") for row in range(9))
    table = SlideTable((*rows, SlideRow("Total", ("20–70",) * count)), heads, "Weight")
    slide = Slide(StepKind.MATRIX, "Judged on criteria", words_in("en"), kicker="What?", table=table)
    pages = lay_out(Step(StepId(StepKind.MATRIX), slide), Screen(1280, 720, 8), numbers=True)
    shown = [text for page in pages for text in page.texts if text in heads]
    assert list(dict.fromkeys(shown)) == list(heads)
    for page in pages:
        assert any(text.startswith(("Criterion", "Total")) for text in page.texts)
    assert sum(text == "20–70" for page in pages for text in page.texts) == count
    assert sum(text == "100" for page in pages for text in page.texts) == 9 * count


def test_a_short_head_above_the_weights_does_not_tell_how_they_are_spread() -> None:
    def places(weight: str) -> list[tuple[object, QRectF]]:
        table = SlideTable((SlideRow("Ціна", ("50",), weight=weight),), ("A",), "w")
        step = Step(StepId(StepKind.MATRIX), Slide(StepKind.MATRIX, "Judged", words_in("uk"), table=table))
        marks = _lines(lay_out(step, Screen(1280, 720, 8), numbers=False))
        return [(mark.text.text if mark.text else None, mark.area) for mark in marks]

    assert places("5 %") == places("100 %")


@example(["word " * 400], 4, "x" * 2000, Screen(1024.0, 768.0, 12.0), False)
@example(["x" * 2000, "Cost"], 4, "word " * 400, Screen(1920.0, 1080.0, 8.0), True)
@given(st.lists(TEXTS, min_size=1, max_size=4), st.integers(1, 5), TEXTS, SCREENS, st.booleans())
def test_every_row_of_a_table_stands_whole_on_the_screen(
    names: list[str], columns: int, around: str, screen: Screen, has_bars: bool
) -> None:
    rows = tuple(SlideRow(name, ("100",) * columns, weight="100 %", share=0.5 if has_bars else None) for name in names)
    table = SlideTable(rows, tuple("ABCDE"[:columns]), "Weight", has_bars=has_bars)
    slide = Slide(
        StepKind.MATRIX, f"Is {around}?", words_in("en"), kicker=around, table=table, closing=around, whose="My numbers"
    )
    edge = QRectF(0.0, 0.0, screen.width, screen.height).adjusted(-1, -1, 1, 1)
    seen: dict[int, list[int]] = defaultdict(list)
    for mark in _lines(lay_out(Step(StepId(StepKind.MATRIX), slide), screen, numbers=True)):
        assert edge.contains(mark.area), (mark.text.text if mark.text else "", mark.area)
        if mark.text is not None and mark.text.text in names and mark.role is Role.INK:
            seen[id(mark.text)] += range(mark.first, mark.first + mark.count)
    assert len(seen) >= len(names)
    assert all(lines == list(range(len(lines))) for lines in seen.values())


def test_a_mirrored_page_is_the_same_page_from_the_right() -> None:
    points = tuple(SlideItem("حجة", Role.PRO, "+", is_against=against) for against in (False, True))
    slide = Slide(StepKind.POINTS, "خيار", words_in("ar"), letter="A", items=points, is_from_right=True)
    page = lay_out(_steps(slide)[-1], Screen(1280, 720, 8), numbers=False)[0]
    heads = {mark.role: mark.area.center().x() for mark in _lines([page]) if mark.role in {Role.PRO, Role.CON}}
    assert heads[Role.PRO] > 640 > heads[Role.CON]
    letter = next(mark for mark in _lines([page]) if mark.text is not None and mark.text.text == "A")
    assert letter.area.right() > 1200


def test_lines_of_a_tall_face_stand_as_near_as_their_ink_allows() -> None:
    text = SlideText("المبنى بعيد عن وسط المدينة", 300.0, 40)
    assert text.line_count > 1
    # The face asks for 2.1.
    assert 1.2 * 40 < text.height(0, 1) < 1.8 * 40
