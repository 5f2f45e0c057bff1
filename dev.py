#!/usr/bin/env python3
"""Sets up and runs Steelyard from a checkout; needs nothing but Python 3.11 or later.

    python3 dev.py run            opens the window with the example; without a screen, exports the example's brief
    python3 dev.py test           runs every check: format, lint, types, imports, tests, wheel, docs, benchmarks
    python3 dev.py test ROOM ...  runs format, lint, types and tests of these rooms alone, such as model or ui
    python3 dev.py setup          only sets up

It makes `.venv` with the locked dependencies, and on Debian and its relatives installs the system libraries that Qt
needs, asking sudo where it is not root.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")

# Branch coverage that each room must reach, in percent.
FLOORS = {
    "base": 95, "wording": 95, "model": 95, "weighing": 95, "layout": 95, "edits": 95, "store": 95, "formats": 95,
    "session": 95, "ui": 85, "drawing": 85, "briefing": 85, "viewmodels": 95,
}  # fmt: skip
CORE_TESTS = ("tests/model", "tests/wording", "tests/edits", "tests/weighing", "tests/layout", "tests/store",
              "tests/formats", "tests/properties", "tests/sentences", "tests/viewmodels")  # fmt: skip
WITHOUT_QT = {"STEELYARD_WITHOUT_QT": "1"}
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}
MEMORY = Path("/dev/shm")  # noqa: S108  the file system in memory of Linux
ROOM_FOR_TESTS = 4_000_000_000
MEASURING = ("--cov", "--cov-append", "--cov-report=")


def main(arguments: Sequence[str]) -> int:
    """Runs one of the commands; returns the exit code: 0 done, 1 a step failed, 2 wrong use."""
    commands: dict[str, Callable[[], None]] = {"run": run, "test": test, "setup": setup_all}
    command, *chosen = arguments or [""]
    if command not in commands or (chosen and command != "test"):
        print(__doc__)
        return 2
    if sys.version_info < (3, 11):  # noqa: UP036  # whoever starts this may have an older one
        print(f"Steelyard needs Python 3.11 or later; this is {sys.version.split()[0]}.", file=sys.stderr)
        return 2
    known = rooms()
    unknown = [name for name in chosen if name not in known]
    if unknown:
        print(f"No room is called {', '.join(unknown)}. The rooms are: {', '.join(known)}.", file=sys.stderr)
        return 2
    try:
        if chosen:
            test_rooms(chosen)
        else:
            commands[command]()
    except StepError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    return 0


class StepError(Exception):
    """A step failed; its output stands above."""


# --- setting up --------------------------------------------------------------------------------------------


def setup_all() -> None:
    """Sets up for running and testing."""
    setup("dev")


def setup(lock: str) -> None:
    """Makes the virtual environment with the packages of `packaging/requirements-LOCK.txt`."""
    install_system_libraries()
    if not PYTHON.exists():
        print("Making .venv …", flush=True)
        call([sys.executable, "-m", "venv", str(VENV)], "The virtual environment cannot be made.")
    locked = ROOT / "packaging" / f"requirements-{lock}.txt"
    stamp = VENV / f"installed-{lock}"
    wanted = hashlib.sha256(locked.read_bytes()).hexdigest()
    if not stamp.exists() or stamp.read_text() != wanted:
        print(f"Installing the locked packages ({locked.name}) …", flush=True)
        install = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes"]
        call([*install, "-r", str(locked)], "The packages cannot be installed.")
        stamp.write_text(wanted)


def install_system_libraries() -> None:
    """On Debian and its relatives, installs what Qt needs and is missing."""
    if sys.platform != "linux" or shutil.which("apt-get") is None:
        return
    # Imported here, where this Python is known to be one that can read it.
    from desktop_app.base.qt_libraries import FOR_DRAWING, FOR_WINDOWS, missing_libraries, packages_of  # noqa: PLC0415

    needed = [*FOR_DRAWING, *(FOR_WINDOWS if has_screen() else ())]
    missing = packages_of(missing_libraries(needed))
    if not has_venv():
        missing.append(("python3-venv",))
    if not missing:
        return
    become = [] if os.geteuid() == 0 else ["sudo"]
    if become and shutil.which("sudo") is None:
        raise StepError(f"As root, run: apt-get install {' '.join(names[-1] for names in missing)}")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    print("Reading the lists of system packages …", flush=True)
    call([*become, "apt-get", "update", "-qq"], "The package lists cannot be read.", environment=quiet)
    packages = [known_to_apt(names) for names in missing]
    print(f"Installing system libraries: {' '.join(packages)} …", flush=True)
    install = [*become, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    call(install, "The system libraries cannot be installed.", environment=quiet, silent=True)


def known_to_apt(names: Sequence[str]) -> str:
    """The first name of a package that apt knows on this system; the last, where it knows none of them."""
    for name in names[:-1]:
        shown = subprocess.run(["apt-cache", "show", "--no-all-versions", name], capture_output=True, check=False)
        if shown.returncode == 0 and shown.stdout:
            return name
    return names[-1]


def has_venv() -> bool:
    """Whether this Python can make environments with pip; Debian packs that apart."""
    done = subprocess.run([sys.executable, "-c", "import ensurepip, venv"], capture_output=True, check=False)
    return done.returncode == 0


def has_screen() -> bool:
    """Whether a window could be shown."""
    if sys.platform != "linux":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


# --- running -----------------------------------------------------------------------------------------------


def run() -> None:
    """Opens the window with the example; without a screen, exports the example's brief."""
    setup("run")
    if has_screen():
        call(program("--example"), "The program ended with an error.")
        return
    out = ROOT / "example-brief.pdf"
    print("There is no screen here, so the brief of the example is exported instead.", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        workbook = Path(folder) / "example.steelyard"
        call(program("new", str(workbook), "--example"), "The example cannot be made.")
        call(program("export", str(workbook), str(out), "--map", "2"), "The brief cannot be exported.")
    print(f"Wrote {out}")


def program(*arguments: str) -> list[str]:
    """The command that runs the program from this checkout."""
    return [str(PYTHON), "-m", "desktop_app", *arguments]


# --- testing -----------------------------------------------------------------------------------------------


def test() -> None:
    """Runs every check."""
    started = time.monotonic()
    setup("dev")
    checks: tuple[tuple[str, Callable[[], None]], ...] = (
        ("Format", lambda: tool("ruff", "format", "--check", ".")),
        ("Lint", lambda: tool("ruff", "check", ".")),
        ("Types", lambda: tool("mypy")),
        ("Import contracts", lambda: tool("lint-imports")),
        ("Core tests, with Qt unimportable", core_tests),
        ("Tests of window, drawing, brief and command line", qt_tests),
        ("Branch coverage per room", coverage),
        ("Wheel in a fresh environment", wheel),
        ("Benchmarks, short", lambda: call([str(PYTHON), "-m", "benchmarks", "--quick"], "A benchmark failed.")),
    )
    for words, check in checks:
        print(f"\n=== {words}", flush=True)
        check()
    print(f"\nAll checks passed in {time.monotonic() - started:.0f} s.")


def rooms() -> dict[str, Path]:
    """The rooms of the tests by name: each folder with tests in or below it, and each file of tests beside them.

    A folder inside another is named with both, such as `viewmodels/present`.
    """
    tests = ROOT / "tests"
    found = {}
    for path in tests.rglob("test_*.py"):
        if path.parent == tests:
            found[path.stem.removeprefix("test_")] = path
        for folder in path.relative_to(tests).parents[:-1]:
            found[folder.as_posix()] = tests / folder
    return dict(sorted(found.items()))


def sources_of(room: str) -> list[str]:
    """What the tests of a room are about, relative to the checkout; empty where they are about no one place."""
    places = (f"desktop_app/{room}", f"desktop_app/{room}.py", room)
    return [place for place in places if (ROOT / place).exists()][:1]


def is_core(room: str) -> bool:
    """Whether the tests of a room run where Qt cannot be imported."""
    return any(f"tests/{room}/".startswith(f"{folder}/") for folder in CORE_TESTS)


def test_rooms(chosen: Sequence[str]) -> None:
    """Runs the checks that concern some rooms, and no others; coverage is not measured."""
    started = time.monotonic()
    setup("dev")
    known = rooms()
    paths = {name: known[name].relative_to(ROOT).as_posix() for name in chosen}
    sources = [source for name in paths for source in sources_of(name)]
    print("\n=== Format and lint", flush=True)
    tool("ruff", "format", "--check", *sources, *paths.values())
    tool("ruff", "check", *sources, *paths.values())
    if sources:
        print("\n=== Types", flush=True)
        tool("mypy", *sources)
    core = [path for name, path in paths.items() if is_core(name)]
    others = [path for name, path in paths.items() if not is_core(name)]
    if core:
        print("\n=== Tests, with Qt unimportable", flush=True)
        pytest(*core, "-p", "no:pytest-qt", environment=WITHOUT_QT)
    if others:
        print("\n=== Tests, with Qt offscreen", flush=True)
        pytest(*others, environment=OFFSCREEN)
    print(f"\nThe checks of {', '.join(paths)} passed in {time.monotonic() - started:.0f} s.")


def tool(name: str, *arguments: str) -> None:
    """Runs a tool of the environment over the checkout."""
    call([str(BIN / name), *arguments], f"{name} found something.")


def core_tests() -> None:
    """The tests of all rooms that know no Qt, in an interpreter that cannot import it."""
    for old in ROOT.glob(".coverage*"):
        old.unlink()
    pytest(*MEASURING, *CORE_TESTS, "-p", "no:pytest-qt", environment=WITHOUT_QT)


def qt_tests() -> None:
    """All other tests, on the offscreen platform."""
    ignored = [f"--ignore={folder}" for folder in CORE_TESTS]
    pytest(*MEASURING, "tests", *ignored, environment=OFFSCREEN)


def pytest(*arguments: str, environment: dict[str, str]) -> None:
    """Runs tests on all cores."""
    command = [str(PYTHON), "-m", "pytest", "-q", "-n", "auto", *arguments]
    call(command, "A test failed.", environment={**in_memory(), **os.environ, **environment})


def in_memory() -> dict[str, str]:
    """Where the files of tests lie: in memory where there is room for them, as each edit waits until it is on disk."""
    has_room = MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM_FOR_TESTS
    return {"TMPDIR": str(MEMORY)} if has_room else {}


def coverage() -> None:
    """Compares branch coverage with the floor of each room."""
    report = ROOT / ".coverage.json"
    quiet = subprocess.DEVNULL
    subprocess.run([str(PYTHON), "-m", "coverage", "json", "-q", "-o", str(report)], cwd=ROOT, check=True, stdout=quiet)
    files = json.loads(report.read_text())["files"]
    low = []
    for room, floor in FLOORS.items():
        counts = [
            item["summary"]
            for name, item in files.items()
            if Path(name).as_posix().startswith((f"desktop_app/{room}/", f"desktop_app/{room}.py"))
        ]
        covered = sum(count["covered_lines"] + count["covered_branches"] for count in counts)
        total = sum(count["num_statements"] + count["num_branches"] for count in counts)
        share = 100 * covered / total if total else 0.0
        print(f"{room:10} {share:5.1f} %  (floor {floor} %)")
        if share < floor:
            low.append(room)
    if low:
        raise StepError(f"Too little is tested in: {', '.join(low)}.")


def wheel() -> None:
    """Builds the wheel, installs it where nothing else is, and runs its self-test."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        build = [str(PYTHON), "-m", "build", "--wheel", "--no-isolation", "--outdir", folder]
        call(build, "The wheel cannot be built.", silent=True)
        built = next(home.glob("*.whl"))
        call([sys.executable, "-m", "venv", str(home / "venv")], "The fresh environment cannot be made.")
        binaries = home / "venv" / BIN.name
        pip = [str(binaries / PYTHON.name), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        locked = ROOT / "packaging" / "requirements-run.txt"
        call([*pip, "--require-hashes", "-r", str(locked)], "The packages cannot be installed.")
        call([*pip, "--no-deps", str(built)], "The wheel cannot be installed.")
        offscreen = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        offscreen.pop("PYTHONPATH", None)
        for argument in ("--version", "--self-test"):
            call(
                [str(binaries / "steelyard"), argument],
                "The installed program does not work.",
                environment=offscreen,
                folder=home,
            )


def call(
    command: Sequence[str],
    otherwise: str,
    *,
    environment: dict[str, str] | None = None,
    folder: Path = ROOT,
    silent: bool = False,
) -> None:
    """Runs a command to its end.

    Raises:
        StepError: with `otherwise`, when it fails.
    """
    out = subprocess.PIPE if silent else None
    done = subprocess.run(command, cwd=folder, env=environment, check=False, stdout=out, stderr=subprocess.STDOUT)
    if done.returncode != 0:
        if done.stdout:
            sys.stdout.write(done.stdout.decode(errors="replace"))
        raise StepError(otherwise)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
