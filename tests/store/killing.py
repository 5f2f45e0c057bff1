"""Kills writers at random moments and looks at what they leave. Run as a program: `python -m tests.store.killing`.

A writer is a fork of this process (so that it starts at once): it edits, undoes and redoes, and after each action
writes the digest of its records to a pipe: the acknowledgement. It is killed with SIGKILL some time later.
"""

import argparse
import hashlib
import json
import os
import random
import select
import signal
import sys
import tempfile
import time
from pathlib import Path

from desktop_app.edits import arguments, cards, deleting, maps
from desktop_app.model.document import Document
from desktop_app.model.errors import RecordMissingError, RuleError
from desktop_app.model.records import Card
from desktop_app.session import Session
from desktop_app.wording.sentence import literal
from tests.store.workbooks import fill

_DIGEST = 16


def digest(document: Document) -> str:
    """The records in short, whatever their order."""
    lines = sorted(map(repr, document.records()))
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:_DIGEST]


def write_until_killed(path: Path, seed: int, pipe: int) -> None:
    """Acts at random, acknowledging each action once it has returned."""
    draw = random.Random(seed)
    with Session.open(path) as session:
        document = session.document
        while True:
            _act(session, document, draw)
            os.write(pipe, f"{digest(document)}\n".encode())


def _act(session: Session, document: Document, draw: random.Random) -> None:
    ids = sorted(card.id for card in document.all(Card))
    chance = draw.random()
    try:
        if chance < 0.12:
            session.undo()
        elif chance < 0.2:
            session.redo()
        elif not ids:
            with document.transaction(literal("Fill")):
                fill(document, claims=2)
        elif chance < 0.5 and len(ids) < 60:
            arguments.add_pro(document, draw.choice(ids), "text " * draw.randrange(1, 300))
        elif chance < 0.6:
            deleting.delete_branch(document, draw.choice(ids))
        elif chance < 0.65:
            maps.add_map(document, "another")
        else:
            cards.set_text(document, draw.choice(ids), f"edited {draw.random()} " * draw.randrange(1, 200))
    except (RuleError, RecordMissingError):
        return


def _one_kill(path: Path, last: str, draw: random.Random, longest_seconds: float) -> tuple[int, str]:
    """Lets a writer write for a while and kills it: how many actions it acknowledged, and the last digest."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            write_until_killed(path, draw.randrange(1 << 30), writing)
        finally:
            os._exit(1)
    os.close(writing)
    ready, _, _ = select.select([reading], [], [], 30)
    assert ready, "the writer did not start"
    time.sleep(draw.random() * longest_seconds)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    acknowledged = b""
    while chunk := os.read(reading, 65536):
        acknowledged += chunk
    os.close(reading)
    if os.waitstatus_to_exitcode(status) != -signal.SIGKILL:
        return 0, "the writer ended by itself"
    lines = [line for line in acknowledged.decode().splitlines() if len(line) == _DIGEST]
    return len(lines), lines[-1] if lines else last


def _look(path: Path, last: str) -> str | None:
    """What is wrong with what a killed writer left, or None: the last acknowledged state must be there."""
    with Session.open(path) as session:
        if session.is_read_only:
            return f"opened for reading only: {session.read_only_reason}"
        checked = session._file._db.execute("PRAGMA integrity_check").fetchall()
        if checked != [("ok",)]:
            return f"integrity: {checked}"
        if digest(session.document) == last:
            return None
        # The action in flight may have come to the disk before its acknowledgement: one step further or back.
        for there, back in ((session.undo, session.redo), (session.redo, session.undo)):
            if there() is not None:
                if digest(session.document) == last:
                    back()
                    return None
                back()
    return "the last acknowledged edit is not in the file"


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=15)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--longest-ms", type=int, default=120)
    options = parser.parse_args()
    draw = random.Random(options.seed)
    failures, acknowledged, hot, aside = [], 0, 0, 0
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_STATE_HOME"] = str(Path(folder) / "state")
        path = Path(folder) / "work" / "a.steelyard"
        path.parent.mkdir()
        with Session.create(path, title="Kills") as session:
            last = digest(session.document)
        for kill in range(options.kills):
            count, last = _one_kill(path, last, draw, options.longest_ms / 1000)
            acknowledged += count
            journal = path.with_name(path.name + "-journal")
            hot += journal.exists() and journal.stat().st_size > 0
            wrong = _look(path, last)
            # Killed after the last write of a commit and before its journal was cleared: that commit is kept.
            for each in path.parent.glob("*-set-aside"):
                aside += 1
                each.unlink()
            left = sorted(each.name for each in path.parent.iterdir())
            if wrong is None and left != [path.name]:
                wrong = f"left beside the file: {left}"
            if wrong is not None:
                failures.append(f"kill {kill}: {wrong}")
                break
            with Session.open(path) as session:
                last = digest(session.document)
        undone = 0
        with Session.open(path) as session:
            while session.undo() is not None:
                undone += 1
    report = {"kills": options.kills, "acknowledged": acknowledged, "hot": hot, "aside": aside, "undone": undone}
    report["failures"] = failures
    json.dump(report, sys.stdout)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
