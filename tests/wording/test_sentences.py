"""Sentences from keys and typed values."""

from gettext import NullTranslations

import pytest
from typing_extensions import override

from desktop_app.wording.full_stops import ended
from desktop_app.wording.sentence import (
    Catalog,
    Letter,
    Listed,
    Percent,
    Sentence,
    Signed,
    Tenth,
    Value,
    Whole,
    introduced,
    say,
)


def test_a_list_names_three_and_counts_the_rest() -> None:
    def listed(names: str) -> str:
        return str(say("list.and", so_far="x", last=Listed(tuple(names)))).removeprefix("x and ")

    assert listed("A") == "A"
    assert listed("AB") == "A and B"
    assert listed("ABCD") == "A, B, C and D", "one more is named, not counted"
    assert listed("ABCDE") == "A, B, C and 2 more"
    assert str(say("list.and", so_far="x", last=Listed(("A", "B", "C"), is_choice=True))) == "x and A, B or C"


def test_numbers_are_shown_by_their_type() -> None:
    shown: list[Value] = [Whole(69.5), Whole(-3.2), Signed(20.6), Signed(-4.4), Tenth(58.65), Percent(0.4556), 7, "K1"]
    assert [str(say("list.and", so_far="x", last=value)).removeprefix("x and ") for value in shown] == [
        "70", "−3", "+21", "−4", "58.7", "46 %", "7", "K1",
    ]  # fmt: skip


def test_a_sentence_without_its_values_or_with_an_unknown_key_is_refused() -> None:
    with pytest.raises(KeyError, match="last"):
        say("list.and", so_far="x")
    with pytest.raises(KeyError):
        say("lead.nobody")


def test_braces_in_a_name_are_words() -> None:
    assert str(say("list.and", so_far="{last}", last="{0}")) == "{last} and {0}"


def test_a_sentence_ends_in_one_full_stop_whatever_its_last_name_ends_in() -> None:
    assert str(say("cost.steps", steps="from A to B +9 for 17 Mio.")) == "from A to B +9 for 17 Mio."
    assert str(say("chart.cost", fact="Cost etc.")) == "Value against Cost etc."
    assert str(say("chart.cost", fact="Cost")) == "Value against Cost."
    assert [ended(text) for text in ("", "Cost: 3", "1,2 Mio. ", "Who pays?")] == [
        "",
        "Cost: 3.",
        "1,2 Mio.",
        "Who pays?",
    ]


def test_a_translation_is_found_by_key_and_what_it_lacks_is_english() -> None:
    class Ukrainian(NullTranslations):
        @override
        def pgettext(self, context: str, message: str) -> str:
            return "{so_far} і {last}" if context == "list.and" else message

    catalog = Catalog(Ukrainian())
    assert catalog.words(Sentence("list.and", {"so_far": "A", "last": "B"})) == "A і B"
    assert catalog.words(Sentence("list.or", {"so_far": "A", "last": "B"})) == "A or B"


def test_an_option_is_introduced_by_its_name_where_it_is_mentioned_first() -> None:
    a, b, c, d, e = map(Letter, "ABCDE")
    said = [
        say("lead.level", options=Listed((a, b)), totals=Listed((Tenth(58.4), Tenth(58.1)))),
        say("outside", options=Listed((b, c, d, e, a)), count=5),
        say("lead.single", first=e),
    ]
    names = {"A": "Old mill", "B": "Tent", "C": "C", "D": "Hotel", "E": "Ship"}
    assert [str(sentence) for sentence in introduced(said, names)] == [
        "Old mill (A) and Tent (B) share first place (58.4 and 58.1): less than a point apart.",
        "B, C, Hotel (D) and 2 more are not scored and stand outside.",
        "Only Ship (E) is scored; there is nothing to compare.",
    ]
