"""The cases that tests read lie in the repository, and none of them lies there unread."""

from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]


def test_every_case_is_read_by_a_test(cases: Path) -> None:
    sources = "\n".join(
        path.read_text(encoding="utf-8") for path in TESTS.rglob("*.py") if path != Path(__file__).resolve()
    )
    kept = [path for path in cases.rglob("*") if path.is_file() and path.name != "README.md"]
    assert len(kept) > 15
    unread = [path.name for path in kept if f'"{path.name}"' not in sources and f'"{path.stem}"' not in sources]
    assert unread == []


def test_only_texts_by_others_are_looked_for_outside() -> None:
    readers = {
        path.relative_to(TESTS).as_posix()
        for path in TESTS.rglob("*.py")
        if "outside_material" in path.read_text(encoding="utf-8") and path != Path(__file__).resolve()
    }
    assert readers == {"conftest.py", "formats/test_article.py"}
