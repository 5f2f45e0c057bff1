"""No side is guessed: a side comes from a heading or from the grammar, never from a bullet."""

import re
import time
from collections.abc import Iterable

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop_app.formats.any_text import is_article, read_any, read_beneath
from desktop_app.formats.sides import side_of
from desktop_app.model.plans import Plan, PlannedLink
from desktop_app.model.records import CardKind

PRO, CON = PlannedLink.SUPPORTS, PlannedLink.OPPOSES


def points(plan: Plan) -> list[tuple[str, PlannedLink]]:
    """Pros and cons."""
    return [(card.text, card.link) for card in plan.cards if card.link in {PRO, CON}]


def has_numbers(plan: Plan) -> bool:
    return any(card.plausibility is not None or card.importance is not None for card in plan.cards)


def texts(plan: Plan) -> str:
    """All that a plan says."""
    cards = [text for card in plan.cards for text in (card.text, card.notes)]
    sections = [text.replace("\\", "") for section in plan.sections for text in (section.title, section.body)]
    return "\n".join([*cards, *sections, *(source.title for source in plan.sources)])


# --- spellings of one list -------------------------------------------------------------------------------

BULLETS = ("- ", "* ", "+ ", "• ", "– ", "— ", "· ", "▪ ", "‣ ", "\t- ", "  * ", "   • ", "1. ", "1) ")
HEADINGS = (
    "## {}", "## {}:", "### {} ###", "{}", "{}:", "**{}**", "**{}:**", "**{}**:", "__{}__", "👍 {}:", "{} (2)",
    "{} (2):", "  {}:", "«{}»:",
)  # fmt: skip
WORDS = (
    ("Pros", "Cons"),
    ("PROS", "CONS"),
    ("The pros", "The cons"),
    ("Pro arguments", "Con arguments"),
    ("Points in favour", "Points against"),
    ("Arguments for the ferry", "Arguments against the ferry"),
    ("Advantages of the ferry", "Disadvantages of the ferry"),
    ("Key benefits", "Key risks"),
    ("Opportunities", "Threats"),
    ("Yes", "No"),
    ("For", "Against"),
    ("Reasons to do it", "Reasons not to do it"),
    ("Supporters say", "Opponents say"),
    ("Vorteile des Vorschlags", "Nachteile des Vorschlags"),
    ("Переваги", "Недоліки"),
    ("Avantages", "Inconvénients"),
    ("Ventajas", "Desventajas"),
    ("المزايا", "العيوب"),
)
EXPECTED = [("More trips", PRO), ("Less traffic", PRO), ("Costs money", CON)]


def items_of(bullet: str, items: Iterable[str], between: str) -> str:
    numbers = (bullet.replace("1", str(number)) for number in range(1, 99))
    return between.join(f"{number}{item}" for number, item in zip(numbers, items, strict=False))


def spelled(
    words: tuple[str, str], heading: str, bullet: str, *, above: str = "\n\n", below: str = "\n", between: str = "\n"
) -> str:
    """The list of two pros and a con, written in one way."""
    pros = f"{heading.format(words[0])}{below}{items_of(bullet, ('More trips', 'Less traffic'), between)}"
    cons = f"{heading.format(words[1])}{below}{items_of(bullet, ('Costs money',), between)}"
    return f"Should the ferry be free?{above}{pros}{above}{cons}\n"


@given(
    st.sampled_from(WORDS),
    st.sampled_from(HEADINGS),
    st.sampled_from(BULLETS),
    st.sampled_from(("\n", "\n\n", "\n\n\n")),
    st.sampled_from(("\n", "\n\n")),
    st.sampled_from(("\n", "\n\n")),
    st.sampled_from(("\n", "\r\n", "\r")),
)
def test_however_a_list_is_written_its_sides_are_those_of_its_headings(
    words: tuple[str, str], heading: str, bullet: str, above: str, below: str, between: str, end: str
) -> None:
    text = spelled(words, heading, bullet, above=above, below=below, between=between)
    # A heading without any mark, wedged between lines, is a heading only when its words say so by themselves.
    assume(above != "\n" or heading != "{}" or words in WORDS[:5])
    # An indented one at the end of a list may belong to its last item.
    assume(above != "\n" or below == "\n" or not heading.startswith(" "))
    plan = read_any(text.replace("\n", end))
    assert points(plan) == EXPECTED
    assert plan.cards[0].text == "Should the ferry be free?"


@given(
    st.sampled_from(WORDS), st.sampled_from(HEADINGS), st.sampled_from(BULLETS), st.sampled_from(BULLETS),
    st.sampled_from(("\n", "\n\n")), st.sampled_from(("\n", "\n\n")),
)  # fmt: skip
def test_another_bullet_never_changes_a_side(
    words: tuple[str, str], heading: str, one: str, other: str, above: str, below: str
) -> None:
    assume(not one.startswith((" ", "\t")) and not other.startswith((" ", "\t")))
    text = spelled(words, heading, one, above=above, below=below)
    assert points(read_any(text)) == points(read_any(spelled(words, heading, other, above=above, below=below)))


def test_a_numbered_list_of_points_may_be_written_under_a_plain_heading_without_a_question() -> None:
    text = "Pros\n\n1. More trips\n2. Less traffic\n\nCons\n\n1. Costs money\n"
    assert points(read_any(text)) == EXPECTED
    assert read_any(text).cards[0].text == ""


def test_underlined_headings_are_headings() -> None:
    assert (
        points(read_any("Ferry\n=====\n\nPros\n----\n- More trips\n- Less traffic\n\nCons\n----\n- Costs money"))
        == EXPECTED
    )


@pytest.mark.parametrize("sign", ["=", "-", "~", "`", "*", "^"])
def test_underlines_of_other_markups_hide_nothing(sign: str) -> None:
    line = sign * 6
    text = f"Ferry\n{line}\n\nPros\n{line}\n\n- More trips\n- Less traffic\n\nCons\n{line}\n\n- Costs money\n"
    assert points(read_any(text)) == EXPECTED


def test_a_fence_or_comment_that_does_not_end_hides_nothing() -> None:
    for begun in ("```python", "<!-- draft"):
        assert (
            points(read_any(f"Ferry\n\n{begun}\n\nPros:\n- More trips\n- Less traffic\n\nCons:\n- Costs money"))
            == EXPECTED
        )


def test_a_list_that_mixes_plus_and_minus_below_a_question_says_its_sides() -> None:
    assert points(read_any("Should the ferry be free?\n+ More trips\n+ Less traffic\n- Costs money")) == EXPECTED


@pytest.mark.parametrize(
    "text",
    [
        "Can we plant the tomatoes outside in April?\n+ 12 in Paris\n- 3 in Oslo\n- 7 in Tromso\n+ 4 in Berlin",
        "Should we merge this patch?\n- timeout = 30\n+ timeout = 60\n- retries=1\n+ retries=3",
        "Should we print the flyers?\n- [x] quiet\n+ [ ] costly\n- [ ] two",
        "Was it right to cut it?\n- £5 on roads\n+ 2% on schools",
        "Which oven?\n+ gas\n- coal",
        "What's on the shopping list?\n+ milk\n- eggs (not needed)\n+ bread",
        "On which day did it rain?\n+ Monday\n- Tuesday",
        "How did the accounts change?\n+ donations\n- rent\n- tea",
        "Was ändert sich?\n+ Suppe\n- Fleisch",
        "Qui vient samedi ?\n+ Marie\n- Paul",
        "Хто прийде?\n+ Оля\n- Іван",
        "¿Qué cambia en el menú?\n+ sopa\n- carne",
        "Should the club move?\n\nPros:\n+ bigger hall\n- dearer rent",
    ],
)
def test_plus_and_minus_say_no_sides_where_they_cannot_be_for_or_against_what_is_asked(text: str) -> None:
    assert is_article(text)
    plan = read_any(text)
    assert points(plan) == []
    for line in text.splitlines():
        assert line.strip("+-: ") in texts(plan)


def test_a_list_that_mixes_plus_and_minus_keeps_the_signs_of_its_numbers() -> None:
    text = "Can we plant the tomatoes outside in April?\n+ 12 in Paris\n- 3 in Oslo"
    assert [card.text for card in read_any(text).cards[1:]] == ["+ 12 in Paris", "- 3 in Oslo"]


@pytest.mark.parametrize(
    "text",
    [
        "Was it right to join?\n+ More trade\n- Dues",
        "Est-ce que le pont est utile ?\n+ Plus de trajets\n- Cher",
        "Чи варто будувати міст?\n+ Швидко\n- Дорого",
        "Should the ferry be free?\n+ 30 more trips\n- Costs money\n- Crowds",
    ],
)
def test_plus_and_minus_below_a_question_that_can_be_answered_with_yes_say_sides(text: str) -> None:
    assert not is_article(text)
    assert {link for _, link in points(read_any(text))} == {PRO, CON}


def test_below_an_open_question_plus_and_minus_of_options_say_sides() -> None:
    assert points(read_any("Which oven?\n* Gas\n  + quick\n  - dear")) == [("quick", PRO), ("dear", CON)]


# --- no side without a heading ---------------------------------------------------------------------------

LINES = st.sampled_from(
    [
        *("- an item", "* an item", "+ an item", "• an item", "1. an item", "  - nested", "\t* nested", "  carried on"),
        *(
            "- Cuts it by ~30%",
            "- Is it [minor]",
            "+ see #3",
            "* as @name says",
            "> He said so.",
            "! Warning",
            "? Maybe",
        ),
        *(
            "# Part",
            "## Some heading",
            "**Bold**",
            "Some heading",
            "Clothes:",
            "For the children",
            "Against mosquitoes",
        ),
        *(
            "A sentence that ends.",
            "Is it so?",
            "",
            "",
            "---",
            "```",
            "word " * 40,
            "[ ] ask",
            "| a | b |",
            "Pros and cons",
        ),
        *(
            "Benefits of soaking",
            "Risks?",
            "Advantages and limits",
            "key: value",
            "<!-- x -->",
            "- [x] done",
            "✅ done",
        ),
    ]
)


@given(st.lists(LINES, max_size=14).map("\n".join))
def test_a_text_whose_headings_have_no_side_has_none_either(text: str) -> None:
    assume(is_article(text))
    plan = read_any(text)
    assert points(plan) == []
    assert not has_numbers(plan)


@given(st.lists(LINES, max_size=8).map("\n".join), st.sampled_from([CardKind.QUESTION, CardKind.OPTION, CardKind.NOTE]))
def test_nor_has_one_that_is_pasted_on_a_card(text: str, on: CardKind) -> None:
    assume(is_article(text))
    plan = read_beneath(text, on)
    assert points(plan) == []
    assert {card.kind for card in plan.cards} <= {CardKind.NOTE}
    said = re.findall(r"\w+", texts(plan))
    for word in set(re.findall(r"[^\W\d]+", text)):
        assert word in said


@given(st.lists(LINES, max_size=10))
def test_bullets_alone_are_never_lines_with_signs(lines: list[str]) -> None:
    bullets = [line for line in lines if line.startswith(("- ", "* ", "• ", "1. "))]
    assert is_article("\n".join(["Q?", *bullets]))


@pytest.mark.parametrize("mark", ["~30%", "[minor]", "#3", "@name", "^x", "// note", "=x"])
def test_a_mark_is_words_in_every_text_but_the_grammar(mark: str) -> None:
    plan = read_any(f"Should they?\n\nPros:\n- Cuts it {mark}\n\nCons:\n- Costs {mark}", known_sources=["name"])
    assert points(plan) == [(f"Cuts it {mark}", PRO), (f"Costs {mark}", CON)]
    assert not has_numbers(plan)
    assert not any(card.citations for card in plan.cards)
    beneath = read_beneath(f"Pros:\n- Cuts it {mark}", CardKind.OPTION, known_sources=["name"])
    assert points(beneath) == [(f"Cuts it {mark}", PRO)]


@pytest.mark.usefixtures("unmeasured")
@pytest.mark.parametrize(
    ("begins", "repeated", "ends", "times"),
    [
        ("# a", " ", "b", 40_000),
        ("", "<!-- a\n", "", 5_000),
        ("", "````a\n", "```", 5_000),
        ("- a\n", "  Cons:\n", "", 1_500),
    ],
)
def test_a_hostile_text_four_times_as_long_takes_about_four_times_as_long(
    begins: str, repeated: str, ends: str, times: int
) -> None:
    def seconds(count: int) -> float:
        began = time.process_time()
        read_any(begins + repeated * count + ends)
        return time.process_time() - began

    # Sixteen times, if it grew with the square. On a busy machine a try may be slow: more only where it is not enough.
    long, short = seconds(4 * times), seconds(times)
    for _ in range(8):
        if long < 9 * short + 0.02:
            break
        long, short = min(long, seconds(4 * times)), min(short, seconds(times))
    assert long < 9 * short + 0.02


# --- texts that tempt ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "# Plan\n\n## Drawbacks\n\nThere are few. We list what was done.\n\n- the sign was drawn",
        f"# Plan\n\n## Drawbacks\n\n{'There are few of them and ' * 6}this is done:\n\n- the sign was drawn",
        "# Changes\n\n## Advantages\n\n" + "\n".join(f"- change {number}" for number in range(13)),
        "# Plan\n\n## Cons\n\n- None\n",
        "# Plan\n\n## Cons\n\n- {argument}\n- [argument b]\n- …",
        "# Plan\n\n```markdown\n## Pros\n\n- an example\n```",
        "# Plan\n\n````markdown\n```\n## Pros\n\n- an example\n```\n````",
        "# Plan\n\nRun:\n```\n## Pros\n\n- an example\n`````",
        "# Plan\n\n<!--\n## Pros\n\n- an example\n-->",
        "---\npros:\n  - a\n---\n# Plan\n\nText.",
        "# App\n\n## Free\n\n- One user\n\n## Pro\n\n- Ten users",
        "# App\n\n## Support\n\n- Write to us\n\n## Limitations\n\n- Slow",
        "# Soup\n\n## For the topping\n\n- bread\n+ parsley",
        "Minutes\n\nPoints for discussion:\n- the gate\n\nRisks:\n- none known",
        "# Plan\n\n## Benefits\n\n### Risks\n\n- a",
        "# Plan\n\n## A\n\n### Benefits\n\n- a\n\n## B\n\n### Risks\n\n- b",
        "# Should we build the bridge?\n\n## Disadvantages of the status quo\n\n- jams",
        "# Should the law be kept?\n\n## Reasons not to abolish the law\n\n- it works",
        "Soll die Straße bleiben?\n\nNachteile einer Sperrung:\n- Umwege",
        "# Bridge or tunnel\n\n## The case for a tunnel\n\n- quiet\n\n## The case against a tunnel\n\n- dear",
        "# Bridge or tunnel\n\n## What speaks for waiting\n\n- time\n\n## The case against a tunnel\n\n- dear",
        "* Option A\n  Pros:\n  - cheap\n  Cons:\n  - ugly\n* Option B\n  Cons:\n  - slow",
    ],
)
def test_no_side_is_made_where_a_text_tempts(text: str) -> None:
    plan = read_any(text)
    assert points(plan) == []
    for word in re.findall(r"[^\W\d]{2,}", text):
        assert word in texts(plan)


def test_a_short_line_that_leads_into_the_list_below_a_heading_goes_with_it() -> None:
    plan = read_any("# Plan\n\n## Drawbacks\n\nThree were named:\n\n- Slow\n- Loud\n\nOf them:\n\n- Slow was repeated")
    assert points(plan) == [("Slow", CON), ("Loud", CON)]
    assert "Three were named:" in texts(plan)
    assert "Slow was repeated" in texts(plan)


def test_what_stands_below_a_point_is_its_notes_whatever_side_it_is_on() -> None:
    plan = read_any("# Plan\n\n## Pros\n\n- Quick: it takes a day\n  - but only in summer\n- Cheap")
    assert points(plan) == [("Quick", PRO), ("Cheap", PRO)]
    assert plan.cards[1].notes == "it takes a day\n• but only in summer"


def test_an_item_that_says_there_is_none_is_kept_and_no_point() -> None:
    plan = read_any("# Plan\n\n## Cons\n\n- TBD\n- Slow")
    assert points(plan) == [("Slow", CON)]
    assert "TBD" in texts(plan)


def test_a_numbered_heading_below_a_list_is_no_item_of_it() -> None:
    plan = read_any("Paper\n\nDisadvantages\n• Accidents\n\n5. Finance\n\nThe county pays half of it.")
    assert points(plan) == [("Accidents", CON)]
    assert "Finance" in texts(plan)


def test_indented_headings_end_the_list_above_them() -> None:
    assert points(read_any("Should it?\n  Pros:\n  - a b\n  Cons:\n  - c d")) == [("a b", PRO), ("c d", CON)]


def test_below_an_indented_heading_in_a_list_nothing_is_on_the_side_of_the_list() -> None:
    plan = read_any("Should it?\n\nPros:\n- a b\n  Cons:\n  - c d\n- e f")
    assert points(plan) == [("a b", PRO)]
    assert "c d" in texts(plan)


def test_an_item_less_deep_than_the_list_may_be_something_else() -> None:
    text = "# Plan\n\n* Option A\n\n  Pros:\n\n  - cheap\n\n* Option B\n\n  Pros:\n\n  - small"
    assert points(read_any(text)) == [("cheap", PRO), ("small", PRO)]


def test_a_wrapped_item_is_one_point() -> None:
    plan = read_any("Should it?\n\nCons:\n- a long item that\ngoes on here\n- short")
    assert points(plan) == [("a long item that goes on here", CON), ("short", CON)]


def test_a_heading_that_says_more_than_its_side_keeps_its_words() -> None:
    plan = read_any("Should fines end?\n\nFor ending fines\n\n- a b\n\nAgainst ending fines\n\n- c d")
    assert points(plan) == [("a b", PRO), ("c d", CON)]
    assert plan.cards[0].notes == "For ending fines\n\nAgainst ending fines"
    assert side_of("For ending fines") is not None


def test_the_question_that_is_given_tells_what_headings_speak_of() -> None:
    text = "A paper\n\nDisadvantages of the tram\n\n- noise"
    assert points(read_any(text)) == []
    assert points(read_any(text, question="Should the tram come?")) == [("noise", CON)]
    assert points(read_any(text, question="Should the tram be stopped?")) == []
    lines = "* Close the pool\n  Reasons not to close the pool:\n  - a b\n  Reasons to close the pool:\n  - c d"
    assert points(read_any(lines, question="What to do?", as_lines=True)) == [("a b", CON), ("c d", PRO)]


def test_so_does_the_card_on_which_a_text_is_pasted() -> None:
    text = "Advantages of the bridge:\n- quick"
    assert points(read_beneath(text, CardKind.OPTION, below="A bridge")) == [("quick", PRO)]
    assert points(read_beneath(text, CardKind.OPTION, below="A tunnel")) == []
    assert points(read_beneath(text, CardKind.OPTION)) == []
    assert points(read_beneath(text, CardKind.OPTION, below="A bridge", as_lines=True)) == [("quick", PRO)]


def test_a_heading_of_something_else_ends_the_list_above_it() -> None:
    long = "A long item that would be wrapped if it went on in the line below"
    text = f"Should we buy a van?\n\nPros\n- {long}\nDisadvantages of not buying\n- b\n\nCons\n- c"
    assert points(read_any(text)) == [(long, PRO), ("c", CON)]


def test_pros_and_cons_below_the_heading_of_an_option_are_none_of_the_question() -> None:
    text = "# Buses\n\n## A\n\n### Pros\n\n- x y\n\n### Cons\n\n- z w\n\n## B\n\n### Cons\n\n- u v"
    plan = read_any(text)
    assert points(plan) == []
    for words in ("x y", "z w", "u v", "Pros", "Cons"):
        assert words in texts(plan)


@pytest.mark.parametrize(
    "text",
    [
        # The contrary.
        "# Should we move?\n\n## Pros and cons of not moving\n\n### Pros\n- cheap\n\n### Cons\n- damp",
        "# Should we build the tunnel?\n\n## If we do nothing\n### Pros\n- cheap\n### Cons\n- jams",
        "# Should we build the tunnel?\n\n**Not building**\n\nPros:\n- cheap\n\nCons:\n- jams",
        "# Should we build the tunnel?\n\n## Not building\n\n## Pros\n- cheap\n\n## Cons\n- jams",
        "# Should we sell the house?\n\nKeeping it\n\nAdvantages:\n- garden\n\nDisadvantages:\n- roof",
        "# Faut-il construire le pont ?\n\n## Ne rien faire\nAvantages :\n- gratuit\nInconvénients :\n- bouchons",
        "# Чи будувати міст?\n\n## Нічого не робити\nПереваги:\n- дешево\nНедоліки:\n- затори",
        # An option.
        "# Should we build the tunnel?\n\n## The bridge instead\n### Advantages\n- cheap\n### Disadvantages\n- ugly",
        "# Soll Wien die U5 bauen?\n\n## Alternative: Straßenbahn\nVorteile:\n- billig\nNachteile:\n- langsam",
        "# Which heating?\n\nHeat pump\n\nPros:\n- quiet\n\nCons:\n- dear",
        "# Should we buy a van?\n\n## Option A\n\nPros:\n- quiet\n\nCons:\n- dear",
        "# Should we do it?\n\n## Plan B\n### Pros\n- cheap",
        "# Should we do it?\n\n## Plan 2\n### Pros\n- cheap",
        "# Which way?\n\n## Option A: The bank\n\nIt is short.\n\n## Pros\n- quick\n\n## Cons\n- wet",
        # Another question.
        "# Q&A\n\n## Should we close the pool?\n### Advantages\n- saves\n\n## Should we heat it?\n### Cons\n- dear",
        "# Nuclear power\n\n## Should nuclear power be phased out?\n### Advantages\n- safe",
    ],
)
def test_pros_and_cons_below_a_heading_of_something_else_are_none_of_the_question(text: str) -> None:
    plan = read_any(text)
    assert points(plan) == []
    for word in re.findall(r"[^\W\d]{2,}", text):
        assert word in texts(plan)


@pytest.mark.parametrize(
    "heading",
    [
        "Arguments", "2. Discussion", "Pros and cons", "Arguments for and against", "Für und Wider",
        "Background and analysis", "Abwägung", "Building a tunnel",
        "The tunnel", "Should we build the tunnel?", "The proposal",
    ],
)  # fmt: skip
def test_pros_and_cons_below_what_only_parts_a_text_or_names_the_question_are_those_of_the_question(
    heading: str,
) -> None:
    text = f"# Should we build the tunnel?\n\n## {heading}\n\n### Pros\n- quick\n\n### Cons\n- dear"
    assert points(read_any(text)) == [("quick", PRO), ("dear", CON)]


def test_below_a_title_the_only_question_of_a_text_is_what_it_asks() -> None:
    text = "# Responses: bus lanes\n\n## Question 1: Should a bus lane be built?\n\n### Cons\n\n- narrow"
    assert points(read_any(text)) == [("narrow", CON)]


def test_the_option_that_the_question_names_has_its_pros_and_cons() -> None:
    text = "# Should we follow plan A?\n\n## Plan A\n### Pros\n- quick\n\n## Plan B\n### Pros\n- dear"
    assert points(read_any(text)) == [("quick", PRO)]
    text = "# Should Anna get the job?\n\n## Bob\n### Pros\n- Kind\n\n## Anna\n### Pros\n- Fast\n### Cons\n- Rude"
    assert points(read_any(text)) == [("Fast", PRO), ("Rude", CON)]


def test_beneath_a_card_headings_say_sides_and_a_note_takes_none() -> None:
    text = "Pros:\n- Quick\nCons:\n- Dear\n- None"
    plan = read_beneath(text, CardKind.OPTION)
    assert [(card.text, card.link, card.parent) for card in plan.cards] == [
        ("Quick", PRO, None),
        ("Dear", CON, None),
        ("None", PlannedLink.UNDER, None),
    ]
    assert points(read_beneath(text, CardKind.NOTE)) == []
    assert "Pros" in texts(read_beneath(text, CardKind.NOTE))


def test_beneath_a_card_what_stands_under_a_heading_or_lead_in_hangs_on_it() -> None:
    plan = read_beneath("A sentence.\n\nWhat we know\n\n- one\n  - two\n\nIt counts:\n- three", CardKind.CLAIM)
    assert [(card.text, card.notes, card.parent) for card in plan.cards] == [
        ("A sentence.", "", None),
        ("What we know", "", None),
        ("one", "• two", 1),
        ("It counts:", "", 1),
        ("three", "", 3),
    ]


def test_beneath_a_card_lines_with_signs_are_read_as_ever() -> None:
    assert read_beneath("+ A [major]\n- B", CardKind.QUESTION).cards[0].importance == 0.75
    assert points(read_beneath("- A", CardKind.QUESTION, as_lines=True)) == []
    assert points(read_beneath("+ A\n- B", CardKind.QUESTION, as_lines=True)) == [("A", PRO), ("B", CON)]


# --- the grammar keeps its headings ----------------------------------------------------------------------


def test_in_lines_with_signs_weak_headings_need_their_opposite_too() -> None:
    both = read_any("Q?\nBenefits:\n- A\nRisks:\n- B", as_lines=True)
    assert points(both) == [("A", PRO), ("B", CON)]
    one = read_any("Q?\n* O\n  Benefits:\n  + A\n* P\n  Risks:\n  + B", as_lines=True)
    assert [card.notes for card in one.cards if card.kind is CardKind.OPTION] == ["Benefits:", "Risks:"]
