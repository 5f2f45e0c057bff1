"""Sentences about leads are made in one place, and every key of that place is used and can be translated."""

import ast
import io
import re
import struct
from collections.abc import Iterator
from gettext import GNUTranslations
from pathlib import Path

import desktop_app
from desktop_app.wording import patterns
from desktop_app.wording.patterns import PATTERNS
from desktop_app.wording.sentence import Catalog, Whole, say

ROOT = Path(desktop_app.__file__).parent
# Words that only a sentence about a lead has.
OF_A_LEAD = re.compile(
    r"\b(comes? first|first place|first in|ahead of|on top|draws? level|overtakes?|leads? by|is level|ranks? 1st)\b"
)


def texts(path: Path) -> Iterator[tuple[int, str]]:
    """Every text of a module but its docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.lineno, node.value


def test_no_sentence_about_a_lead_is_made_elsewhere() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line}: {text}"
        for path in sorted(ROOT.rglob("*.py"))
        if "patterns" not in path.parts
        for line, text in texts(path)
        # What is heard of a field is no sentence about options.
        if OF_A_LEAD.search(text) and not text.startswith("How often")
    ]
    assert not found, "\n".join(found)


def test_every_pattern_is_used_somewhere_and_no_two_have_one_key() -> None:
    modules = [
        module.PATTERNS for name, module in vars(patterns).items() if hasattr(module, "PATTERNS") and name != "PATTERNS"
    ]
    assert sum(len(found) for found in modules) == len(PATTERNS)
    sources = (path for path in ROOT.rglob("*.py") if "patterns" not in path.relative_to(ROOT).parts)
    said = "\n".join(path.read_text(encoding="utf-8") for path in sources).replace("'", '"')

    def is_used(key: str) -> bool:
        if f'"{key}"' in said:
            return True
        # Keys whose end is put together: "weight.may" + ".above", f"{key}.only", "ordinal." + its ending.
        start, _, end = key.rpartition(".")
        begun = f'"{start}"' in said or f'"{start}.{{' in said or is_used(start) if start else False
        return begun and (f'.{end}"' in said or f'"{end}"' in said or f'"{start}.{{' in said)

    assert [key for key in PATTERNS if not is_used(key)] == []


def compiled(messages: dict[str, str]) -> io.BytesIO:
    """A gettext catalog, packed as its format says."""
    ids = sorted(messages)
    keys, values = ([text.encode() for text in found] for found in (ids, [messages[item] for item in ids]))
    start = 28 + 16 * len(ids)
    table, data = b"", b""
    for texts_ in (keys, values):
        for text in texts_:
            table += struct.pack("<II", len(text), start + len(data))
            data += text + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, len(ids), 28, 28 + 8 * len(ids), 0, 0)
    return io.BytesIO(head + table + data)


def test_a_catalog_of_translators_is_read_with_its_plurals() -> None:
    one, many = PATTERNS["lead.alone"].text, PATTERNS["lead.alone"].plural
    forms = "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"
    words = "{{first}} на першому місці: {{total}} зі 100, на {{points}} {} попереду {{rival}}."
    catalog = Catalog(
        GNUTranslations(
            compiled(
                {
                    "": f"Content-Type: text/plain; charset=UTF-8\nPlural-Forms: {forms}\n",
                    f"lead.alone\x04{one}\0{many}": "\0".join(
                        words.format(form) for form in ("пункт", "пункти", "пунктів")
                    ),
                }
            )
        )
    )
    said = [
        catalog.words(say("lead.alone", first="C", total=Whole(69), points=Whole(points), rival="D"))
        for points in (1, 3, 11)
    ]
    assert [sentence.split(" попереду")[0].rsplit(" ", 2)[1:] for sentence in said] == [
        ["1", "пункт"],
        ["3", "пункти"],
        ["11", "пунктів"],
    ]
    # What it lacks is said in English.
    assert catalog.words(say("lead.none")) == "No option is scored yet."
