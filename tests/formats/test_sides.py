"""Headings of pros and cons: which words say a side, and beside which others."""

import pytest

from desktop_app.formats.sides import Headed, Side, Weight, is_no_point, settled, side_of
from desktop_app.model.records import Stance

PRO, CON = Stance.SUPPORTS, Stance.OPPOSES


def weight(heading: str) -> tuple[Stance, Weight] | None:
    side = side_of(heading)
    return None if side is None else (side.stance, side.weight)


def stances(*headings: str | tuple[int, str]) -> list[Stance | None]:
    """The stances of headings that all have lists, at level 2 where no level is said."""
    levels = [(2, item) if isinstance(item, str) else item for item in headings]
    return settled([Headed(level, side_of(words), has_list=True) for level, words in levels])


@pytest.mark.parametrize(
    ("pros", "cons"),
    [
        ("Pros", "Cons"),
        ("Advantages of the ferry", "Disadvantages of the ferry"),
        ("Key advantages", "Main drawbacks"),
        ("Upsides", "Downsides"),
        ("Pluses", "Minuses"),
        ("Arguments in favour", "Arguments against"),
        ("Arguments in favor", "The case against uniforms"),
        ("Points in favour of a ban", "Points against a ban"),
        ("Reasons given for agreeing", "Reasons given for disagreeing"),
        ("Reasons for supporting", "Reasons for opposing"),
        ("What speaks in favour", "What speaks against the ferry"),
        ("In favour of the ferry", "Reasons not to do it"),
        ("Supporters say", "Opponents argue that"),
        ("Positive consequences", "Negative Consequences"),
        ("Vorteile der Fähre", "Nachteile einer Fußgängerzone"),
        ("Was dafür spricht", "Gründe dagegen"),
        ("Аргументи «за»", "Аргументи «проти»"),
        ("Переваги безкоштовних обідів", "Недоліки"),
        ("Avantages d’une régie", "Les inconvénients pour la ville"),
        ("Points positifs", "Points négatifs"),
        ("Ventajas del plan", "Desventajas"),
        ("المزايا", "العيوب"),
        ("Vantaggi", "Svantaggi"),
        ("Vantagens", "Desvantagens"),
        ("Voordelen", "Nadelen"),
        ("Zalety", "Wady"),
    ],
)
def test_strong_words_count_by_themselves(pros: str, cons: str) -> None:
    assert weight(pros) == (PRO, Weight.STRONG)
    assert weight(cons) == (CON, Weight.STRONG)
    assert stances(pros) == [PRO]
    assert stances(cons) == [CON]


@pytest.mark.parametrize(
    ("pros", "cons"),
    [
        ("Benefits", "Risks"),
        ("Strengths", "Weaknesses"),
        ("Opportunities", "Threats"),
        ("Key benefits", "Some concerns"),
        ("Yes", "No"),
        ("For", "Against"),
        ("For ending fines", "Against ending fines"),
        ("For", "Against the bridge"),
        ("Pro Fähre", "Contra Fähre"),
        ("Chancen", "Risiken"),
        ("За", "Проти"),
        ("Pour", "Contre"),
        ("A favor", "En contra"),
        ("Arguments for the ferry", "Arguments against the ferry"),
        ("Reasons to do it", "Drawbacks"),
        ("Benefits", "Drawbacks"),
    ],
)
def test_weak_words_count_only_beside_their_opposite(pros: str, cons: str) -> None:
    assert stances(pros, cons) == [PRO, CON]
    assert stances(cons, pros) == [CON, PRO]
    assert stances(pros) == [None]
    assert stances(pros, (1, "Elsewhere"), cons)[0] is None, "it stands in another part of the text"
    assert stances(pros, (3, cons))[0] is None, "it stands at another level"
    without_list = [Headed(2, side_of(pros), has_list=True), Headed(2, side_of(cons), has_list=False)]
    assert settled(without_list) == [None, None]


@pytest.mark.parametrize(
    "headings",
    [
        ("For the children", "Against mosquitoes"),
        ("For developers", "Limitations"),
        ("For developers", "Drawbacks of X"),
        ("Points for discussion", "Risks"),
        ("Arguments for the command", "Limitations"),
        ("Support", "Limitations"),
        ("Pro", "Limits"),
        ("Benefits", "Strengths"),
    ],
)
def test_what_only_looks_like_a_pair_says_nothing(headings: tuple[str, str]) -> None:
    assert stances(*headings)[0] is None


@pytest.mark.parametrize(
    "heading",
    [
        *("Pros and cons", "Pros & cons", "Pros/Cons", "Vor- und Nachteile", "Переваги та недоліки", "المزايا والعيوب"),
        *("Les pour et les contre", "Benefits of cars and drawbacks of buses", "Pros (and cons)", "Risks vs benefits"),
        *("Drawbacks and alternatives", "Advantages?", "Is it an advantage?", "Advantages.", "No. 5", "Pro 1"),
        *(
            "Pros: quick; cheap",
            "Addresses",
            "Prose",
            "Procedure",
            "Contrast",
            "Consequences",
            "Advantages of less risks",
        ),
        *("", "—", "The", "\\Pros:", "Windows Pro", "Options", "Not for everybody", "x" * 500),
        "Advantages of a very long heading that goes on and on like a sentence does",
    ],
)
def test_other_headings_are_on_no_side(heading: str) -> None:
    assert side_of(heading) is None


@pytest.mark.parametrize(
    "written",
    [
        *(
            "Pros:",
            "**Pros**",
            "**Pros:**",
            "**Pros**:",
            "## Pros",
            "### Pros ###",
            "PROS",
            "_Pros_",
            "`Pros`",
            "Pros：",
            "Pros –",
        ),
        *(
            "1. Pros",
            "2.1 Pros",
            "(3) Pros",
            "a) Pros",
            "👍 Pros",
            "✅ Pros:",
            "“Pros”",
            "«Pros»",
            "Pros (2)",
            "The pros",
        ),
        *("— Pros —", "P\u00adros", "\u200fPros\u200e", "Ｐｒｏｓ"),
    ],
)
def test_marks_numbers_emoji_quotes_and_brackets_around_the_words_change_nothing(written: str) -> None:
    assert weight(written) == (PRO, Weight.STRONG)


def test_cons_come_first_where_words_for_pros_stand_in_words_for_cons() -> None:
    assert weight("Reasons for opposing the plan") == (CON, Weight.STRONG)
    assert weight("Reasons given for disagreeing") == (CON, Weight.STRONG)


def test_a_heading_knows_whether_it_says_more_than_its_side() -> None:
    assert side_of("For ending fines") == Side(PRO, Weight.PAIRED, ("ending", "fines"), says_more=True, is_open=True)
    assert side_of("Arguments for") == Side(PRO, Weight.STRONG)


@pytest.mark.parametrize(
    "item", ["None", "none.", "N/A", "TBD", "…", "...", "", "{argument}", "[argument a]", "—", "Keine", "Brak"]
)
def test_an_item_that_only_keeps_its_place_is_no_point(item: str) -> None:
    assert is_no_point(item)


@pytest.mark.parametrize(
    "item", ["None of it works", "[x] done", "[ ] ask", "Costs {much}", "No", "[a](http://b.example) c"]
)
def test_an_item_that_says_something_is_a_point(item: str) -> None:
    assert not is_no_point(item)
