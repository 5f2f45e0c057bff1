import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.formats.markup import Bullets, Paragraph, Run, escape_markup, parse_body, parse_runs


def test_empty_lines_part_paragraphs_and_single_breaks_are_spaces() -> None:
    assert parse_body("One\ntwo\n\n\nthree") == (Paragraph((Run("One two"),)), Paragraph((Run("three"),)))


def test_lines_with_a_dash_or_star_are_bullets_and_go_on_below() -> None:
    assert parse_body("Lead\n- one\n  goes on\n* two\n\n- three") == (
        Paragraph((Run("Lead"),)),
        Bullets(((Run("one goes on"),), (Run("two"),))),
        Bullets(((Run("three"),),)),
    )


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("a **b** c", (Run("a "), Run("b", is_bold=True), Run(" c"))),
        ("a *b* _c_", (Run("a "), Run("b", is_italic=True), Run(" "), Run("c", is_italic=True))),
        ("**a *b***", (Run("a ", is_bold=True), Run("b", is_bold=True, is_italic=True))),
        ("see [this](https://a.example/x)", (Run("see "), Run("this", link="https://a.example/x"))),
        ("so [@smith2024].", (Run("so "), Run("smith2024", cites="smith2024"), Run("."))),
        ("**so [@s]**", (Run("so ", is_bold=True), Run("s", is_bold=True, cites="s"))),
    ],
)
def test_styles_links_and_citations_are_runs(text: str, runs: tuple[Run, ...]) -> None:
    assert parse_runs(text) == runs


@pytest.mark.parametrize(
    "text",
    [
        "2 * 3 * 4",
        "snake_case_name",
        "**never closed",
        "a*",
        "[no link]",
        "[x](javascript:alert(1))",
        "[x](file:///etc/passwd)",
        "<b>no</b>",
        "#let x = 1",
        "| a | b |",
    ],
)
def test_what_is_not_in_the_subset_is_text(text: str) -> None:
    assert parse_runs(text) == (Run(text),)


def test_a_backslash_makes_text_of_a_marker() -> None:
    assert parse_runs("\\*a\\* \\[@x\\] \\\\") == (Run("*a* [@x] \\"),)


def test_nothing_has_no_blocks() -> None:
    assert parse_body(" \n\n") == ()
    assert parse_runs("") == ()


@given(st.text("ab *_[]()@\\-#.\n:/", max_size=40))
def test_escaped_text_reads_as_itself(text: str) -> None:
    plain = " ".join(text.split())
    expected = (Paragraph((Run(plain),)),) if plain else ()
    assert parse_body(escape_markup(text)) == expected


@given(st.text("ab *_[]()@\\-", max_size=40))
def test_any_text_can_be_read_and_no_letter_is_lost(text: str) -> None:
    runs = parse_runs(text)
    letters = [character for character in text if character in "ab"]
    assert [character for run in runs for character in run.text if character in "ab"] == letters
