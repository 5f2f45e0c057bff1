"""A desktop of its own for a test: a display, a window manager, a session bus with accessibility, keys and mouse."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCREEN = (1280, 720)
NEEDED = ("Xvfb", "openbox", "xdotool", "xrandr", "dbus-daemon", "pdftotext")
_SYSTEM_PYTHON = "/usr/bin/python3"
_PATIENCE_S = 60.0
_LOOK_EVERY_S = 0.03


def what_is_missing() -> list[str]:
    """The programs of the system that a desktop needs and that are not here."""
    missing = [name for name in NEEDED if shutil.which(name) is None]
    asks = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    if (
        not Path(_SYSTEM_PYTHON).exists()
        or subprocess.run([_SYSTEM_PYTHON, "-c", asks], check=False, capture_output=True).returncode
    ):
        missing.append("python3-gi with gir1.2-atspi-2.0")
    return missing


def need_a_desktop() -> None:
    """Skips the test where there can be none; on a machine for tests that is a fault."""
    missing = what_is_missing()
    if missing:
        words = f"a real window needs {', '.join(missing)}"
        if os.environ.get("CI") or os.environ.get("STEELYARD_EVERY_TEST"):
            pytest.fail(words)
        pytest.skip(words)


def wait_for(condition: Callable[[], object], what: str | Callable[[], str]) -> Any:
    """Waits until a condition holds; says what it was when it never does.

    Returns:
        What the condition came to.
    """
    end = time.monotonic() + _PATIENCE_S
    while True:
        found = condition()
        if found:
            return found
        assert time.monotonic() < end, f"in vain: {what() if callable(what) else what}"
        time.sleep(_LOOK_EVERY_S)


@dataclass
class Desktop:
    """Drives a program from outside.

    Attributes:
        env: for every program on it.
        heard: what the accessibility bus told, in order.
    """

    env: dict[str, str]
    heard: list[dict[str, Any]] = field(default_factory=list)
    _answers: list[dict[str, Any]] = field(default_factory=list)
    _listener: subprocess.Popen[str] | None = None

    # --- keys and mouse ------------------------------------------------------------------------------

    def do(self, *arguments: str) -> str:
        """One command of xdotool; empty where it has nothing to say."""
        command = ["xdotool", *arguments]
        done = subprocess.run(command, check=False, env=self.env, capture_output=True, text=True, timeout=60)
        return done.stdout.strip()

    def press(self, *keys: str) -> None:
        self.do("key", "--delay", "20", *keys)

    def type(self, text: str) -> None:
        self.do("type", "--delay", "15", text)

    def click(self, name: str) -> None:
        """Clicks on what has this accessible name."""
        x, y, width, height = self.wait_shown(name)["area"]
        self.do("mousemove", str(x + width // 2), str(y + height // 2), "click", "1")

    # --- screens -------------------------------------------------------------------------------------

    def plug(self, name: str, area: tuple[int, int, int, int]) -> None:
        """Makes a part of the display a screen of its own."""
        x, y, width, height = area
        self._xrandr("--setmonitor", name, f"{width}/500x{height}/280+{x}+{y}", "none")

    def pull(self, name: str) -> None:
        """Takes a screen away."""
        self._xrandr("--delmonitor", name)

    def _xrandr(self, *arguments: str) -> None:
        subprocess.run(["xrandr", *arguments], check=True, env=self.env, capture_output=True, timeout=60)

    def windows(self, title: str) -> dict[str, tuple[int, int, int, int]]:
        """The windows of this title that are to be seen, each with its place on the display."""
        # Not by the title: what is searched for is read as ASCII.
        found = self.do("search", "--onlyvisible", "--name", "Steelyard").split()
        return {window: self._area_of(window) for window in found if self.do("getwindowname", window) == title}

    def _area_of(self, window: str) -> tuple[int, int, int, int]:
        lines = self.do("getwindowgeometry", "--shell", window).splitlines()
        told = dict(line.split("=", 1) for line in lines)
        x, y, width, height = (int(told.get(name, 0)) for name in ("X", "Y", "WIDTH", "HEIGHT"))
        return x, y, width, height

    # --- looking and listening -----------------------------------------------------------------------

    @property
    def title(self) -> str:
        """Of the window that has the keyboard."""
        return self.do("getactivewindow", "getwindowname")

    def wait_title(self, title: str) -> None:
        wait_for(lambda: self.title == title, lambda: f"a window “{title}”, there is “{self.title}”")

    def shown(self, name: str) -> dict[str, Any]:
        """What the bus says of the visible accessible of this name."""
        assert self._listener is not None
        assert self._listener.stdin is not None
        before = len(self._answers)
        self._listener.stdin.write(name + "\n")
        self._listener.stdin.flush()
        wait_for(lambda: len(self._answers) > before, f"an answer about “{name}”")
        return self._answers[before]

    def wait_shown(self, name: str, *, checked: bool = False) -> dict[str, Any]:
        def look() -> dict[str, Any] | None:
            found = self.shown(name)
            return found if found["there"] and (found["checked"] or not checked) else None

        found: dict[str, Any] = wait_for(look, f"“{name}” on the accessibility bus")
        return found

    @contextmanager
    def hearing(self, event: str, name: str = "", text: str = "") -> Iterator[None]:
        """What is done inside is followed by such an event."""
        before = len(self.heard)
        yield
        wait_for(
            lambda: any(
                item["event"].startswith(event) and item["name"].startswith(name) and (not text or text in item["text"])
                for item in self.heard[before:]
            ),
            lambda: f"{event} of “{name}” {text}, heard were {self.heard[before:][-12:]}",
        )

    def listen(self) -> subprocess.Popen[str]:
        """Starts to hear what a screen reader would."""
        listener = subprocess.Popen(
            [_SYSTEM_PYTHON, str(Path(__file__).with_name("listener.py"))],
            env=self.env,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert listener.stdout is not None
        is_ready = threading.Event()

        def collect(lines: IO[str]) -> None:
            for line in lines:
                told = json.loads(line)
                if "ready" in told:
                    is_ready.set()
                else:
                    (self.heard if "event" in told else self._answers).append(told)

        threading.Thread(target=collect, args=(listener.stdout,), daemon=True).start()
        wait_for(is_ready.is_set, "the listener")
        self._listener = listener
        return listener


@contextmanager
def desktop(home: Path, screen: tuple[int, int] = SCREEN) -> Iterator[Desktop]:
    """A display with a window manager, a session bus and a listener; all of it ends with the test."""
    with ExitStack() as ending:
        # The sockets in it must have short names.
        runtime = tempfile.mkdtemp(prefix="steelyard-")
        ending.callback(shutil.rmtree, runtime, ignore_errors=True)
        env = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "XDG_", "DBUS_"))}
        env |= {"HOME": str(home), "XDG_RUNTIME_DIR": runtime, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
        for name in ("CONFIG", "DATA", "STATE", "CACHE"):
            env[f"XDG_{name}_HOME"] = str(home / name.lower())
        env.pop("WAYLAND_DISPLAY", None)

        def start(command: list[str], **options: Any) -> subprocess.Popen[str]:
            started = subprocess.Popen(command, env=env, text=True, stderr=subprocess.DEVNULL, **options)
            ending.callback(_end, started)
            return started

        ends = os.pipe()
        size = f"{screen[0]}x{screen[1]}x24"
        start(["Xvfb", "-displayfd", str(ends[1]), "-screen", "0", size, "-nolisten", "tcp"], pass_fds=[ends[1]])
        os.close(ends[1])
        with os.fdopen(ends[0], encoding="ascii") as told:
            env["DISPLAY"] = f":{told.readline().strip()}"
        bus = start(["dbus-daemon", "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE)
        assert bus.stdout is not None
        env["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        start(["openbox", "--sm-disable"], stdout=subprocess.DEVNULL)
        made = Desktop(env)
        ending.callback(_end, made.listen())
        yield made


@contextmanager
def program(on: Desktop, errors: Path, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """The program as a person starts it, with accessibility on; what it says on its standard error goes to a file."""
    env = on.env | {"QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
    with errors.open("wb") as said:
        command = [sys.executable, "-m", "desktop_app", *arguments]
        started = subprocess.Popen(command, cwd=ROOT, env=env, stderr=said)
        try:
            yield started
        finally:
            _end(started)


def _end(process: subprocess.Popen[Any]) -> None:
    if process.stdin is not None:
        process.stdin.close()
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    if process.stdout is not None:
        process.stdout.close()
