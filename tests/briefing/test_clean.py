"""Text made fit for print."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.briefing.content.clean import REPLACEMENT, Cleaner, safe_url
from desktop_app.drawing.fonts import has_glyph


def cleaned(text: str) -> str:
    return Cleaner(has_glyph).text(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\nb\tc", "a b c"),
        ("a\u202eb\u202c", f"a{REPLACEMENT}b{REPLACEMENT}"),
        ("bell\x07", f"bell{REPLACEMENT}"),
        ("e\u0301", "é"),
        ("\ue000private", f"{REPLACEMENT}private"),
        ("zero\u200bwidth", "zero\u200bwidth"),
        ("\ufeffmark", "mark"),
        ("plain #text *as* $it$ is", "plain #text *as* $it$ is"),
    ],
)
def test_controls_and_disguises_show_as_a_sign_and_the_rest_stays(text: str, expected: str) -> None:
    assert cleaned(text) == expected


def test_a_character_without_a_glyph_is_replaced_and_remembered() -> None:
    cleaner = Cleaner(has_glyph)
    assert cleaner.text("so 😀!") == f"so {REPLACEMENT}!"
    assert cleaner.missing == {"😀"}


@given(st.text())
def test_what_comes_out_can_always_be_printed(text: str) -> None:
    allowed = {"Cf"}
    for character in cleaned(text):
        kind = unicodedata.category(character)
        assert has_glyph(character) or kind in allowed or "\ufe00" <= character <= "\ufe0f"
        assert kind not in {"Cc", "Cs", "Co", "Cn"}


def test_endless_words_may_be_broken_but_addresses_are_not_touched() -> None:
    cleaner = Cleaner(has_glyph)
    long = "https://example.org/" + "a" * 80
    found = cleaner.everything({"t": [long], "url": long, "n": 1, "none": None})
    assert isinstance(found, dict)
    texts = found["t"]
    assert isinstance(texts, list)
    assert isinstance(texts[0], str)
    assert found["url"] == long
    assert found["n"] == 1
    assert max(map(len, texts[0].split("\u200b"))) <= 28
    assert texts[0].replace("\u200b", "") == long


@pytest.mark.parametrize("url", ["https://example.org/a", "HTTP://x.org", "mailto:a@b.c"])
def test_web_and_mail_addresses_become_links(url: str) -> None:
    assert safe_url(url) == url


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "https://a b", "", "https://" + "a" * 3000]
)
def test_other_addresses_do_not(url: str) -> None:
    assert safe_url(url) is None
