"""The last lines of the log: few, short, of one line each, from any thread; without a keeper they go nowhere."""

import logging
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.base.log_tail import LogTail, keep_log_tail

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def log() -> Iterator[logging.Logger]:
    """A logger of the program, as a module of it has one."""
    program = logging.getLogger("desktop_app")
    handlers, level = list(program.handlers), program.level
    yield logging.getLogger("desktop_app.store.somewhere")
    program.handlers[:] = handlers
    program.setLevel(level)


def test_lines_say_when_how_grave_where_and_what(log: logging.Logger) -> None:
    tail = keep_log_tail()
    log.info("wrote %d records", 3)
    log.warning("refused: %s", "disk-full")
    first, second = tail.lines
    assert first[8:] == " INFO store.somewhere: wrote 3 records"
    assert first[:8].count(":") == 2
    assert second.endswith(" WARNING store.somewhere: refused: disk-full")


def test_only_the_latest_lines_are_kept(log: logging.Logger) -> None:
    tail = keep_log_tail()
    for number in range(1_000):
        log.info("line %d", number)
    assert len(tail.lines) == 200
    assert tail.lines[0].endswith("line 800")
    assert tail.lines[-1].endswith("line 999")


def test_a_line_is_bounded_and_stays_one_line(log: logging.Logger) -> None:
    tail = keep_log_tail()
    log.info("first\nsecond\r\n\u2028third")
    log.info("x" * 100_000)
    assert tail.lines[0].endswith("first second third")
    assert len(tail.lines[1]) == 300
    assert tail.lines[1].endswith("x…")


def test_what_an_error_says_is_left_out(log: logging.Logger) -> None:
    tail = keep_log_tail()
    nothing: dict[str, str] = {}
    try:
        nothing["words of a card"]
    except KeyError:
        log.exception("something failed")
    assert len(tail.lines) == 1
    assert "words of a card" not in tail.lines[0]


def test_a_line_that_cannot_be_formed_stops_nothing(
    log: logging.Logger, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    tail = LogTail()
    monkeypatch.setattr(logging, "raiseExceptions", False)
    tail.handle(logging.LogRecord("desktop_app", logging.INFO, "", 1, "%d records", ("many",), None))
    tail.handle(logging.LogRecord("desktop_app", logging.INFO, "", 1, "%d records", (3,), None))
    assert [line[9:] for line in tail.lines] == ["INFO desktop_app: 3 records"]


def test_threads_log_and_read_at_once_and_no_line_is_lost(log: logging.Logger) -> None:
    tail = LogTail(most=4_000)
    assert log.parent is not None
    log.parent.addHandler(tail)
    log.parent.setLevel(logging.INFO)
    seen: list[int] = []

    def write(thread: int) -> None:
        for number in range(500):
            log.info("thread %d line %d", thread, number)

    def read() -> None:
        while not seen or seen[-1] < 4_000:
            seen.append(len(tail.lines))

    threads = [threading.Thread(target=write, args=(number,)) for number in range(8)]
    reader = threading.Thread(target=read)
    for thread in (*threads, reader):
        thread.start()
    for thread in (*threads, reader):
        thread.join(timeout=60)
    assert len(set(tail.lines)) == 4_000
    assert seen == sorted(seen)


def test_without_a_keeper_a_warning_of_the_program_goes_nowhere() -> None:
    script = "import logging, desktop_app; logging.getLogger('desktop_app.store').warning('refused')"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("", "")
