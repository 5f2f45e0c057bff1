"""Headings of pros and cons: which words say a side, and beside which others."""

import pytest

from desktop_app.formats.sides import Headed, Side, Weight, is_no_point, settled, side_of
from desktop_app.model.records import Stance

PRO, CON = Stance.SUPPORTS, Stance.OPPOSES


def weight(heading: str) -> tuple[Stance, Weight] | None:
    side = side_of(heading)
    return None if side is None else (side.stance, side.weight)


def stances(*headings: str | tuple[int, str], asked: str = "") -> list[Stance | None]:
    """The stances of headings that all have lists, at level 2 where no level is said, below a question."""
    levels = [(2, item) if isinstance(item, str) else item for item in headings]
    return settled([Headed(level, side_of(words), True, words) for level, words in levels], (asked,))


def on_lines(*headings: tuple[int, str]) -> list[Stance | None]:
    """The same, where a list hangs on the line above it."""
    headed = [Headed(level, side_of(words), True, words) for level, words in headings]
    return settled(headed, ("Bridge or tunnel?",), hang_on_lines=True)


@pytest.mark.parametrize(
    ("pros", "cons"),
    [
        ("Pros", "Cons"),
        ("Key advantages", "Main drawbacks"),
        ("Upsides", "Downsides"),
        ("Pluses", "Minuses"),
        ("Arguments in favour", "Arguments against"),
        ("Arguments in favor", "The case against"),
        ("Points in favour", "Points against"),
        ("Reasons given for agreeing", "Reasons given for disagreeing"),
        ("Reasons for supporting", "Reasons for opposing"),
        ("What speaks in favour", "What speaks against"),
        ("In favour of this", "Reasons against"),
        ("Supporters say", "Opponents argue that"),
        ("Positive consequences", "Negative Consequences"),
        ("Was dafür spricht", "Gründe dagegen"),
        ("Аргументи «за»", "Аргументи «проти»"),
        ("Переваги", "Недоліки"),
        ("Avantages", "Les inconvénients"),
        ("Points positifs", "Points négatifs"),
        ("Ventajas", "Desventajas"),
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
    ("asked", "pros", "cons"),
    [
        ("Should we build the bridge?", "Advantages of the bridge", "Disadvantages of building a bridge"),
        ("Should we build the bridge or not?", "Advantages of the bridge", "Disadvantages of the bridge"),
        ("Working from home: for and against", "Advantages of working from home", "Drawbacks of working from home"),
        ("Should the voting age be lowered?", "In favour of a lower voting age", "Arguments against lowering the age"),
        ("Nachtbusse: Für und Wider", "Vorteile der Nachtbusse", "Argumente gegen Nachtbusse"),
        ("The new bridge", "Advantages of the bridge", "The case against a new bridge"),
        ("Should uniforms be worn?", "Arguments in favour of uniforms", "The case against uniforms"),
        ("Should cars be banned from the centre?", "Points in favour of a ban", "Arguments against banning cars"),
        ("Should the old bridge be kept?", "Advantages of the old bridge", "Reasons not to keep the bridge"),
        ("Should the ban be lifted?", "Advantages of lifting the ban", "Arguments against lifting the ban"),
        ("Soll die Fähre in die Fußgängerzone?", "Vorteile der Fähre", "Nachteile einer Fußgängerzone"),
        ("Soll die Straße gesperrt werden?", "Vorteile einer Sperrung", "Argumente gegen die Sperrung"),
        ("Чи варто ввести безкоштовні обіди?", "Переваги безкоштовних обідів", "Аргументи проти обідів"),
        ("Faut-il une régie ?", "Avantages d’une régie", "Inconvénients de la régie"),
        ("¿Debe cerrarse la piscina?", "Ventajas de cerrar la piscina", "Desventajas del cierre"),
        ("هل نفتح الحديقة ليلا؟", "المزايا للحديقة", "العيوب في الحديقة"),
    ],
)
def test_a_heading_that_goes_on_counts_where_it_goes_on_with_what_is_asked(asked: str, pros: str, cons: str) -> None:
    assert stances(pros, asked=asked) == [PRO]
    assert stances(cons, asked=asked) == [CON]
    assert stances(pros, cons, asked=asked) == [PRO, CON]
    assert stances(pros) == stances(cons) == [None], "nobody knows what is asked"
    assert stances(pros, asked="Should taxes rise?") == [None], "something else is asked"


@pytest.mark.parametrize(
    ("asked", "heading"),
    [
        # Turned round.
        ("Should we build the bridge?", "Disadvantages of the status quo"),
        ("Should we build the bridge?", "Disadvantages of doing nothing"),
        ("Should we build the bridge?", "Disadvantages (of the status quo)"),
        ("Should we build the bridge?", "Disadvantages of the existing bridge"),
        ("Should the law be kept?", "Reasons not to abolish the law"),
        ("Soll die Straße bleiben?", "Nachteile einer Sperrung"),
        ("Soll die Straße gesperrt werden?", "Vorteile der Straße"),
        ("Should we buy a van?", "Disadvantages of not buying"),
        ("Should we buy a van?", "Disadvantages of not buying a van"),
        ("Should phones be allowed?", "Arguments against banning phones"),
        ("Should cars be banned?", "Advantages of cars"),
        ("Should the tram be stopped?", "Advantages of it"),
        ("Should the ban be lifted?", "Arguments against the ban"),
        ("Should the old bridge stay?", "Advantages of a new bridge"),
        ("Should we wait with the bridge?", "Advantages of the bridge"),
        ("Should we not build the bridge?", "Advantages of the bridge"),
        ("No cars in the centre", "Advantages of cars"),
        ("Closing the library", "Advantages of the library"),
        ("Чи закрити басейн?", "Переваги басейну"),
        ("Чи варто ввести безкоштовні обіди?", "Недоліки нинішньої системи"),
        ("Faut-il fermer la piscine ?", "Avantages de la piscine"),
        ("¿Debe cerrarse la piscina?", "Ventajas de la piscina"),
        # Of something else, or of one of two.
        ("Should we build the bridge?", "Disadvantages of a tunnel"),
        ("Should we build the bridge?", "Arguments against its opponents"),
        ("Should we build the bridge?", "Drawbacks of the alternatives"),
        ("Bridge or tunnel", "Advantages of a tunnel"),
        ("Міст чи тунель?", "Переваги тунелю"),
        ("What should become of the bridge?", "Advantages of the bridge"),
    ],
)
def test_a_heading_of_something_else_or_of_the_contrary_says_nothing(asked: str, heading: str) -> None:
    assert side_of(heading) is not None
    assert stances(heading, asked=asked) == [None]


@pytest.mark.parametrize(
    ("asked", "pros", "cons"),
    [
        ("Bridge or tunnel", "The case for a tunnel", "The case against a tunnel"),
        ("Bridge or tunnel?", "What speaks for waiting", "The case against a tunnel"),
        ("Should we build the bridge?", "What speaks for waiting", "The case against a tunnel"),
        ("Should we build the bridge?", "Benefits", "Disadvantages of a tunnel"),
        ("Should we build the bridge?", "Advantages", "Disadvantages of the present bridge"),
        ("Should cars be banned?", "Advantages of cars", "Disadvantages of cars"),
        ("Should cars be banned?", "Advantages of cars", "Disadvantages"),
        ("Soll die Straße bleiben?", "Vorteile einer Sperrung", "Nachteile einer Sperrung"),
        ("Should the ferry be kept?", "Advantages of a bridge", "Disadvantages of a bridge"),
        ("Should the old bridge stay?", "Benefits of a new bridge", "Risks of a new bridge"),
        ("", "Advantages for pupils", "Drawbacks for parents"),
        ("", "Reasons for waiting", "Arguments against a tunnel"),
    ],
)
def test_nor_does_such_a_heading_beside_its_opposite(asked: str, pros: str, cons: str) -> None:
    assert stances(pros, cons, asked=asked) == [None, None]


@pytest.mark.parametrize(
    ("asked", "pros", "cons"),
    [
        ("", "Advantages of the ferry", "Disadvantages of the ferry"),
        ("", "Benefits of the ferry", "Drawbacks of a ferry"),
        ("", "Advantages", "Disadvantages of the ferry"),
        ("", "Vorteile der Fähre", "Nachteile"),
        ("Should travel be free?", "Advantages of free travel", "Drawbacks"),
        ("Should library fines end?", "For ending fines", "Against ending fines"),
        ("Library fines", "For ending fines", "Against ending fines"),
        ("Should cars be banned?", "Arguments for the proposal", "Arguments against the proposal"),
        ("Should nuclear power grow?", "Benefits", "Disadvantages of nuclear power"),
        ("Which ferry?", "Advantages of the ferry", "Disadvantages of the ferry"),
    ],
)
def test_a_heading_that_goes_on_counts_beside_one_that_goes_on_alike_or_stops(asked: str, pros: str, cons: str) -> None:
    assert stances(pros, cons, asked=asked) == [PRO, CON]
    assert stances(cons, pros, asked=asked) == [CON, PRO]


@pytest.mark.parametrize("asked", ["Should phones be banned?", "Should taxes rise?", "Night buses"])
def test_a_heading_may_go_on_with_what_is_asked_whatever_that_is(asked: str) -> None:
    assert stances("In favour of the proposal", "Reasons not to do it", asked=asked) == [PRO, CON]
    assert stances("Reasons not to do it", asked=asked) == [CON]
    is_plain = "banned" not in asked
    assert stances("Advantages of it", asked=asked) == [PRO if is_plain else None], "phones, or banning them"


def test_a_heading_may_go_on_with_what_it_stands_under() -> None:
    headings = ((1, "The tunnel"), (2, "Advantages of a tunnel"), (1, "The bridge"), (2, "Disadvantages of a tunnel"))
    assert on_lines(*headings) == [None, PRO, None, None]
    assert stances(*headings, asked="Bridge or tunnel?") == [None] * 4, "nobody knows how to hang them on the tunnel"
    closing = ((1, "Closing the street"), (2, "Advantages of the street"), (2, "Reasons not to close the street"))
    assert on_lines(*closing) == [None, None, CON]
    assert stances(*closing, asked="Should the street be closed?") == [None, None, CON]
    assert stances(*closing, asked="What to do?") == [None, None, None]


@pytest.mark.parametrize(
    ("asked", "pros", "cons"),
    [
        ("Should the country become a republic?", "Advantages of a monarchy", "Disadvantages of a monarchy"),
        ("Should we buy the electric bus?", "Advantages of the diesel bus", "Disadvantages of the diesel bus"),
        ("Should the UK rejoin the EU?", "The case for Brexit", "The case against Brexit"),
        ("Should we adopt remote work?", "Advantages of the office", "Disadvantages of the office"),
        ("Should we vote by post?", "Advantages of voting in person", "Disadvantages of voting in person"),
        ("Should exams be graded?", "In favour of ungraded exams", "Against ungraded exams"),
        ("Should travel be free?", "For the children", "Against the children"),
        ("Should we build it?", "Advantages of option A", "Disadvantages of option A"),
        ("Should we build a house?", "Benefits of plan B", "Drawbacks of plan B"),
        ("Sollen wir mieten?", "Vorteile des Kaufs", "Nachteile des Kaufs"),
        ("¿Debe España ser una república?", "Ventajas de la monarquía", "Desventajas de la monarquía"),
        ("Чи вступати до НАТО?", "Переваги нейтралітету", "Недоліки нейтралітету"),
        ("Nuclear power in Germany", "Arguments for the phase-out", "Arguments against the phase-out"),
    ],
)
def test_a_pair_of_something_else_than_is_asked_is_no_pair_of_the_question(asked: str, pros: str, cons: str) -> None:
    assert stances(pros, cons, asked=asked) == [None, None]


def test_a_heading_of_something_else_takes_nothing_from_those_of_the_question() -> None:
    assert stances("Pros", "Cons", "Pros of the office", asked="Should we work at home?") == [PRO, CON, None]
    tea, coffee = ("Advantages of tea", "Disadvantages of tea"), ("Advantages of coffee", "Disadvantages of coffee")
    assert stances(*coffee, *tea, asked="Should we choose tea?") == [None, None, PRO, CON]


@pytest.mark.parametrize(
    ("asked", "heading", "stance"),
    [
        ("Should we build a statue?", "Advantages of the station", None),
        ("Should we keep the port?", "Advantages of the portrait", None),
        ("Should we run a ferry?", "Advantages of ferries", PRO),
        ("Should we join the union?", "Advantages of joining the union", PRO),
        ("Should there be bike lanes?", "Disadvantages of a bike lane", CON),
    ],
)
def test_words_are_one_only_where_most_of_them_is_the_same(asked: str, heading: str, stance: Stance | None) -> None:
    assert stances(heading, asked=asked) == [stance]


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
    assert side_of("Vorteile der Fähre") == Side(PRO, Weight.STRONG, ("fähre",), says_more=True, language="de")
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
