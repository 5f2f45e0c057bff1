"""No text that people read stands outside the catalogs: modules hold keys, not words.

What counts as words: two of them with a space between, or one with a capital letter. What does not: docstrings, keys,
patterns of regular expressions, SQL, annotations, enumerations (their values stand in files), names of things in other
formats, names of keys and of the program, what texts that wait are known by, log lines, and what only a programmer
reads (assertions, errors that are no `AppError`).
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from typing_extensions import override

import desktop_app

ROOT = Path(desktop_app.__file__).parent

# By module, texts that may stay as they are: (a pattern that the text fits as a whole, why).
ALLOWED: dict[str, tuple[tuple[str, str], ...]] = {
    "__main__.py": ((r"steelyard: .", "name of the program before what it says"),),
    "briefing/data/csv_and_json.py": ((r".*", "columns and kinds of a data format, described in docs/brief-csv.md"),),
    "briefing/office/docx.py": ((r"Heading .|List Bullet|Normal|Table Grid|Title", "names of Word's styles"),),
    "briefing/pages/payload.py": ((r"January .* December", "spells dates of briefs in English"),),
    "briefing/pages/preview.py": ((r"(?s)\n#let .*", "a program of the typesetter"),),
    "briefing/pages/worker.py": (("unknown font family", "looked for in what the typesetter says"),),
    "briefing/text/html.py": ((r"(?s).*[<>{};:=].*", "HTML and CSS"),),
    "cli.py": ((r"steelyard:? \W+", "name of the program before what it says"),),
    "drawing/fonts.py": ((r"Noto .*|Steelyard Sans", "names of fonts"),),
    "drawing/png.py": ((r"Title|Description", "keys of the PNG format"),),
    "drawing/svg.py": ((r".*[<>=].*|Inter", "SVG, and the name of a font"),),
    "edits/sections.py": (("Recommendation", "becomes the title of a section: text of the workbook"),),
    "model/amounts.py": ((r"(?s).*", "units, months and small words of many languages, looked for in what was typed"),),
    "model/errors.py": ((r".*is saved, but could not be followed", "names a bug in its report"),),
    "model/words.py": (("not relevant", "a mark of the text grammar, in any language"),),
    "session.py": ((r"making a workbook|opening a workbook|saving a copy", "lines of the log"),),
    "samples.py": ((r"\w+\.steelyard", "names of files"),),
    "self_test/__init__.py": ((r"Does this copy work\?|A pro made by the self-test", "text of its workbook"),),
    "self_test/outputs.py": ((r"\[Content_Types\]\.xml|<!doctype html>", "what other formats hold"),),
    "store/errors.py": (("not a database", "looked for in what SQLite says"),),
    "weighing/criteria/weights.py": (("Saaty 1980", "a reference"),),
    "weighing/robustness/cost.py": ((r".* is better\)", "becomes part of a fact's name, where it is looked for"),),
    "ui/pages/balance/page.py": ((r"balance, .", "where a card is written, as texts that wait are known"),),
    "ui/pages/brief/document_form.py": ((r"English|Deutsch|Українська|العربية", "languages as they call themselves"),),
    "ui/shell/bug_report.py": ((r"(?s)Steelyard ., Python .*", "head of a report for programmers"),),
    "ui/shell/settings_page.py": (
        (r"English|Deutsch|Español|Français|Italiano|Polski|Português|Українська|العربية|עברית", "languages, as above"),
    ),
    "ui/widgets/buttons.py": ((r".Words", "an object name"),),
    "ui/widgets/theme.py": ((r"Fusion", "a style of Qt"),),
    "ui/workspace/new_cards.py": ((r"new card", "what a text that waits is known by"),),
}

_VALUE = "\N{OBJECT REPLACEMENT CHARACTER}"  # stands for what an f-string puts in
_WORDS = re.compile(
    rf"[^\W\d_]{{2,}}[,;:.!?]* [^\W\d_]|[^\W\d_]{{2,}}[,;:.!?]* {_VALUE}"
    rf"|{_VALUE}[,;:.!?]* [^\W\d_]{{2,}}|(?<![\w.])[^\W\d_a-z][^\W\d_A-Z]{{2,}}"
)
_SQL = re.compile(
    r"\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|PRAGMA|BEGIN|COMMIT|ROLLBACK|VACUUM|FROM|WHERE|ON)\b|.*WHERE id [<>=]"
)
_KEYED = frozenset({"say", "text"})
# Their first argument says which text waits to be saved; nobody reads it.
_KNOWN_BY_FIRST = frozenset({"target", "find"})
_NAMED_KEY = r"(?:Home|End|PgUp|PgDn|Tab|Space|Enter|Return|Backspace|Esc|Ins|Del|Up|Down|Left|Right|F?\d+|\S)"
_KEYS = re.compile(rf"Steelyard|(?:(?:Ctrl|Alt|Shift)\+)*{_NAMED_KEY}(?: {_NAMED_KEY})*")
_ENUMS = frozenset({"Enum", "StrEnum", "IntEnum", "Flag"})
_NAMING = frozenset({"TypeVar", "NewType", "NamedTuple", "cast", "ParamSpec", "getattr", "import_module"})
_BUGS = frozenset({"RuntimeError", "ValueError", "TypeError", "KeyError", "AssertionError", "ExceptionGroup"})


def _is_expected_trouble(name: str) -> bool:
    """Whether raising this says something to people."""
    return name.endswith("Error") and name not in _BUGS and name not in {"OutsideTransactionError", "WrongThreadError"}


class _Literals(ast.NodeVisitor):
    """Collects texts in the order of the module; what is exempt is not walked into."""

    def __init__(self) -> None:
        self.found: list[tuple[int, str]] = []

    @override
    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, str):
            self.found.append((node.lineno, node.value))

    @override
    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        parts = [part.value if isinstance(part, ast.Constant) else _VALUE for part in node.values]
        self.found.append((node.lineno, "".join(map(str, parts))))
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                self.visit(part.value)

    @override
    def visit_Expr(self, node: ast.Expr) -> None:
        # A docstring, of a module, class, function or attribute.
        if not isinstance(node.value, ast.Constant):
            self.generic_visit(node)

    @override
    def visit_Assert(self, node: ast.Assert) -> None:
        self.visit(node.test)

    @override
    def visit_Raise(self, node: ast.Raise) -> None:
        call = node.exc
        if isinstance(call, ast.Call) and not _is_expected_trouble(_name(call.func)):
            return
        self.generic_visit(node)

    @override
    def visit_Assign(self, node: ast.Assign) -> None:
        # `message = "…"` is what ruff wants of an error for programmers; `__all__` names names.
        names = {target.id for target in node.targets if isinstance(target, ast.Name)}
        if not names & {"message", "__all__"}:
            self.generic_visit(node)

    @override
    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self.visit(node.value)

    @override
    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        for part in (*node.decorator_list, *node.args.defaults, *filter(None, node.args.kw_defaults), *node.body):
            self.visit(part)

    @override
    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        if not {_name(base) for base in node.bases} & _ENUMS:
            for part in node.body:
                self.visit(part)

    @override
    def visit_Subscript(self, node: ast.Subscript) -> None:
        # "Change" in list["Change"] is an annotation.
        self.visit(node.value)
        for part in node.slice.elts if isinstance(node.slice, ast.Tuple) else (node.slice,):
            if not (isinstance(part, ast.Constant) and str(part.value).isidentifier()):
                self.visit(part)

    @override
    def visit_Call(self, node: ast.Call) -> None:
        name = _name(node.func)
        owner = _name(node.func.value) if isinstance(node.func, ast.Attribute) else ""
        if name in _NAMING or owner in {"re", "_LOG", "logger"} or name in {"warning", "exception", "info", "debug"}:
            return
        if isinstance(node.func, ast.Attribute):
            self.visit(node.func.value)
        # A method of that name says what it is given.
        is_keyed = name in _KNOWN_BY_FIRST or (name in _KEYED and isinstance(node.func, ast.Name))
        for argument in node.args[1:] if is_keyed else node.args:
            self.visit(argument)
        for keyword in node.keywords:
            self.visit(keyword.value)


def _name(node: ast.expr) -> str:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case ast.Subscript(value=value) | ast.Call(func=value):
            return _name(value)
        case _:
            return ""


def literals(source: str) -> Iterator[tuple[int, str]]:
    """The texts of a module that look like words for people."""
    visitor = _Literals()
    visitor.visit(ast.parse(source))
    for line, text in visitor.found:
        if _WORDS.search(text) and not _SQL.match(text) and not _KEYS.fullmatch(text):
            yield line, text


def _modules() -> Iterator[tuple[str, Path]]:
    for path in sorted(ROOT.rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        if name.partition("/")[0] != "wording":
            yield name, path


def test_no_module_holds_words() -> None:
    found = [
        f"{name}:{line}: {text!r}"
        for name, path in _modules()
        for line, text in literals(path.read_text(encoding="utf-8"))
        if not any(re.fullmatch(pattern, text) for pattern, _ in ALLOWED.get(name, ()))
    ]
    assert not found, "say() or text() them by key:\n" + "\n".join(found)


def test_what_is_allowed_is_still_there() -> None:
    texts = {name: [text for _, text in literals(path.read_text(encoding="utf-8"))] for name, path in _modules()}
    idle = [
        f"{name}: {pattern}"
        for name, patterns in ALLOWED.items()
        for pattern, _ in patterns
        if not any(re.fullmatch(pattern, text) for text in texts.get(name, ()))
    ]
    assert not idle, "\n".join(idle)


@pytest.mark.parametrize(
    "source",
    [
        'print("Add pro")',
        'x = f"{count} cards are left"',
        'x = f"{count} below"',
        'box.say("Drawn again when the weight is let go.")',
        'raise RuleError("A note takes no pros or cons.")',
        'def label(self) -> str:\n    return "Question"',
        'WORDS = {"a": "not relevant"}',
        'button.setText("Cancel")',
        'QPushButton("Do it")',
        'workspace.target(("notes", card), f"Notes of {about}", write)',
        'say("error.x", why="because of that")',
        'x = "Größe"',
    ],
)
def test_words_are_found(source: str) -> None:
    assert list(literals(source))


@pytest.mark.parametrize(
    "source",
    [
        '"""Says what it does."""',
        'say("error.rule.loop")',
        'text(f"group.pair.{count}", name=name)',
        'raise ValueError(f"no rank fits between {a} and {b}")',
        'message = "a record was written outside"\nraise OutsideTransactionError(message)',
        'assert found, "this cannot be"',
        're.compile("Line [0-9]+ of")',
        'db.execute("SELECT key, value FROM state")',
        'class Kind(StrEnum):\n    NOT_SCORED = "not scored"',
        'def f(x: "Draft") -> "Draft": ...',
        '_LOG.warning("The file %s was left alone", path)',
        'x = "utf-8"',
        'workspace.target(("text in the panel", card), text("inspector.text"), write)',
        'keys = ("Ctrl+Shift+Left", "PgUp PgDn", "12 Enter", "Alt++")',
        'window.setWindowTitle("Steelyard")',
    ],
)
def test_what_is_no_text_for_people_is_left_alone(source: str) -> None:
    assert not list(literals(source))
