"""The subset of Markdown of sections."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.formats.markup import Bullets, Paragraph, Run, escape_markup, parse_body


def test_empty_lines_part_paragraphs_and_single_line_ends_do_not():
    assert parse_body("One\nstill one\n\nTwo") == (Paragraph((Run("One still one"),)), Paragraph((Run("Two"),)))


def test_bullets_follow_a_paragraph_without_an_empty_line():
    assert parse_body("Ask:\n- first\n  goes on\n* second") == (
        Paragraph((Run("Ask:"),)),
        Bullets(((Run("first goes on"),), (Run("second"),))),
    )


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("a **b** c", (Run("a "), Run("b", is_bold=True), Run(" c"))),
        ("*a*", (Run("a", is_italic=True),)),
        ("2 * 3 * 4", (Run("2 * 3 * 4"),)),
        ("a ** b", (Run("a ** b"),)),
        (r"\*a\*", (Run("*a*"),)),
        ("[x](https://a.b)", (Run("x", link="https://a.b"),)),
        ("[x](javascript:a)", (Run("[x](javascript:a)"),)),
        ("so [@key]", (Run("so "), Run("key", cites="key"))),
        ("[3/4] of MPs", (Run("[3/4] of MPs"),)),
    ],
)
def test_signs_are_read_as_looks_only_where_they_stand_as_such(text, runs):
    assert parse_body(text) == (Paragraph(runs),)


def test_nothing_is_no_block():
    assert parse_body(" \n \n") == ()


@given(st.text(alphabet="ab *[](@)\\-_\n", max_size=60))
def test_no_letter_is_ever_lost(text):
    runs = [run for block in parse_body(text) for run in _runs(block)]
    kept = "".join(run.text + run.link for run in runs)
    assert sorted(filter(str.isalpha, kept)) == sorted(filter(str.isalpha, text))


@given(st.text(alphabet="ab *[](@)\\-_", max_size=60))
def test_escaped_text_reads_as_itself(text):
    plain = " ".join(text.split())
    runs = [run for block in parse_body(escape_markup(text)) for run in _runs(block)]
    assert "".join(run.text for run in runs) == plain
    assert all(run == Run(run.text) for run in runs)


def _runs(block):
    return block.runs if isinstance(block, Paragraph) else [run for item in block.items for run in item]
