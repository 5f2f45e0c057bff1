"""What the system says against a file, also of names that no system could have made."""

from pathlib import Path

from desktop_app.base.reaching import NO_ANSWER, is_gone, trouble_with


def test_each_path_gets_its_answer(tmp_path: Path) -> None:
    there, circle = tmp_path / "there", tmp_path / "circle"
    there.write_bytes(b"")
    circle.symlink_to(circle)
    bad = [tmp_path / "gone", tmp_path / ("n" * 300), Path("a\0b"), there / "inside", circle]
    found = trouble_with([there, *bad, there], 30)
    assert found[there] is None
    assert not is_gone(found[there])
    assert all(is_gone(found[path]) for path in bad)


def test_what_cannot_be_looked_at_may_be_there() -> None:
    assert not is_gone(NO_ANSWER)
    assert not is_gone(PermissionError(13, "Permission denied"))
