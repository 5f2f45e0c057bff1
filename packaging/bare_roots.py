"""Proves the README on bare Debian systems; run by hand, as root: `python3 packaging/bare_roots.py`.

For Debian 12 and 13 it makes a root that holds the smallest system and `python3`, puts a fresh clone of HEAD into it,
and runs there, each in a fresh copy of the root:

    SUITE-run         the README's `python3 dev.py run`, and nothing before it; a brief must be written
    SUITE-test        the README's `python3 dev.py test`, and nothing before it
    SUITE-libraries   the program where Qt's libraries are missing: text formats are written, the rest says in one line
                      which packages are missing; with exactly those installed, the self-test passes
    SUITE-frozen      the same of the frozen folder, in a root without Python
    SUITE-ci          the script that CI runs, in a root without Python
    bookworm-build    the commands of README.md here that make the frozen folder

`debootstrap`, `git` and `unshare` must be installed. The roots reach the package registries as this machine does: they
get its name servers, the ways of apt and pip to their servers, and the files which those name. Everything is kept in
one folder.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from debian_roots import QUIETLY, BareRoot, FailedError, Workshop, last_line

ROOT = Path(__file__).resolve().parents[1]
SUITES = ("bookworm", "trixie")
CLONE = "/root/steelyard"
FROZEN = "/opt/steelyard"
PASSED = "passed"
# Qt asks the network too, where a display of this machine would answer.
NO_DISPLAY = ":987"
TEXT_FORMATS = ("md", "csv", "json")


# --- what is run ---------------------------------------------------------------------------------------------


def clone(root: BareRoot) -> None:
    """Puts in a fresh clone of HEAD."""
    command = ["git", "clone", "--quiet", "--no-hardlinks", str(ROOT), str(root.inside(CLONE))]
    subprocess.run(command, check=True)


def with_python(root: BareRoot) -> str:
    """Puts in Python and a fresh clone of HEAD; returns the version of Python."""
    root.install("python3", "ca-certificates")
    root.bring_settings()
    clone(root)
    return root.must("python3 --version").strip()


def commands_of(document: Path, heading: str = "") -> list[list[str]]:
    """The fenced blocks of commands of a document, below a heading."""
    text = document.read_text(encoding="utf-8")
    below = text[text.index(heading) :]
    return [block.strip().splitlines() for block in re.findall(r"^```\n(.*?)^```$", below, re.MULTILINE | re.DOTALL)]


def readme_command(verb: str) -> str:
    """The README's own words for a command of `dev.py`."""
    (command,) = [lines[0] for lines in commands_of(ROOT / "README.md") if lines[0] == f"python3 dev.py {verb}"]
    return command


def run(root: BareRoot) -> str:
    """The README's first command alone."""
    python = with_python(root)
    root.must(readme_command("run"), folder=CLONE)
    brief = root.inside(f"{CLONE}/example-brief.pdf")
    if not brief.exists() or not brief.read_bytes().startswith(b"%PDF-"):
        raise FailedError("no brief was written")
    return f"{python}; example-brief.pdf, {brief.stat().st_size / 1e3:.0f} kB"


def test(root: BareRoot) -> str:
    """The README's second command alone."""
    python = with_python(root)
    out = root.must(readme_command("test"), folder=CLONE)
    return f"{python}; {counts_of(out)}"


def ci(root: BareRoot) -> str:
    """What CI runs, which must install all that it needs."""
    root.install("ca-certificates")
    root.bring_settings()
    clone(root)
    out = root.must("bash .ci/run", folder=CLONE)
    return f"{root.must('python3 --version').strip()}; {counts_of(out)}"


def counts_of(out: str) -> str:
    """How many tests passed, by what all checks have written.

    Raises:
        FailedError: they do not say that they passed.
    """
    counts = re.findall(r"^(\d+ passed.*?) in ", out, re.MULTILINE)
    if "All checks passed" not in out or not counts:
        raise FailedError("it did not say that all checks passed")
    return "; ".join(counts)


def libraries(root: BareRoot) -> str:
    """The program in an environment of its own, where none of Qt's libraries is installed."""
    python = with_python(root)
    root.install("python3-venv")
    lock = f"{CLONE}/packaging/requirements-run.txt"
    root.must(f"python3 -m venv /root/venv && /root/venv/bin/pip install -q --require-hashes -r {lock}")
    return f"{python}; {without_libraries(root, '/root/venv/bin/python -m desktop_app', CLONE)}"


def without_libraries(root: BareRoot, program: str, folder: str = "/root", shows: dict[Path, str] | None = None) -> str:
    """Text without Qt; one line that names packages; and that those packages are enough."""

    def call(arguments: str, display: str = "") -> subprocess.CompletedProcess[str]:
        return root.call(f"{program} {arguments}", folder=folder, shows=shows, display=display)

    for arguments in ("--version", "new /root/e.steelyard --example"):
        if call(arguments).returncode != 0:
            raise FailedError(f"{arguments} failed")
    for ending in TEXT_FORMATS:
        if call(f"export /root/e.steelyard /root/e.{ending}").returncode != 0:
            raise FailedError(f"{ending} was not written without Qt's libraries")
    drawn = packages_named(call("export /root/e.steelyard /root/e.pdf"))
    if packages_named(call("--self-test")) != drawn:
        raise FailedError("the self-test names other packages than the export")
    shown = packages_named(call("--example", display=NO_DISPLAY))
    root.install(*drawn)
    for arguments in ("--self-test", "export /root/e.steelyard /root/e.pdf"):
        done = call(arguments)
        if done.returncode != 0:
            raise FailedError(f"with {' '.join(drawn)}, {arguments} failed: {last_line(done)}")
    done = call("--example", display=NO_DISPLAY)
    if done.returncode == 3:
        # Qt itself would abort for want of a library of its plugin; the line must come before it.
        root.install(*packages_named(done))
        done = call("--example", display=NO_DISPLAY)
    if "could not connect to display" not in done.stderr:
        raise FailedError(f"with {' '.join(shown)}, the window asks for more: {last_line(done)}")
    return f"self-test with {' '.join(drawn)}; window with {' '.join(shown)}"


def packages_named(done: subprocess.CompletedProcess[str]) -> list[str]:
    """The packages that the one line on stderr names."""
    lines = [line for line in done.stderr.splitlines() if line.startswith("steelyard:")]
    named = re.search(r"apt-get install ([\w.+ -]+)$", lines[0]) if len(lines) == 1 else None
    if done.returncode != 3 or named is None or "Traceback" in done.stderr:
        raise FailedError(f"no line that names packages, but exit code {done.returncode}: {last_line(done)}")
    return named[1].split()


def frozen(root: BareRoot, folder: Path) -> str:
    """The frozen folder, where neither Python nor any of Qt's libraries is installed."""
    if not (folder / "steelyard").exists():
        raise FailedError(f"{folder} holds no program; build it first, or run bookworm-build")
    return without_libraries(root, f"{FROZEN}/steelyard", shows={folder: FROZEN})


def build(root: BareRoot, folder: Path) -> str:
    """The commands of packaging/README.md that build the frozen folder, which is put in its place here."""
    python = with_python(root)
    (system, *commands) = commands_of(ROOT / "packaging" / "README.md", "## Building")[0]
    root.must(system.replace("sudo ", f"{QUIETLY} "))
    for command in commands:
        root.must(command, folder=CLONE)
    shutil.rmtree(folder, ignore_errors=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    shutil.copytree(root.inside(f"{CLONE}/dist/steelyard"), folder, symlinks=True)
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return f"{python}; {size / 1e6:.0f} MB"


# --- from the command line -----------------------------------------------------------------------------------


def main(arguments: Sequence[str]) -> int:
    """Runs what is named, or everything; returns the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, prog="bare_roots.py"
    )
    parser.add_argument("--only", nargs="+", metavar="RUN", help="names of runs; by default all")
    parser.add_argument("--keep", action="store_true", help="leave the roots for a look")
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "bare-roots", help="where everything is kept")
    parser.add_argument("--frozen", type=Path, default=ROOT / "dist" / "steelyard", help="the frozen folder")
    parser.add_argument("--mirror", help="of Debian; by default debootstrap's own")
    given = parser.parse_args(arguments)
    folder = given.frozen.resolve()
    acts: dict[str, Callable[[BareRoot], str]] = {f"{suite}-run": run for suite in SUITES}
    acts |= {f"{suite}-libraries": libraries for suite in SUITES}
    acts["bookworm-build"] = lambda root: build(root, folder)
    acts |= {f"{suite}-frozen": lambda root: frozen(root, folder) for suite in SUITES}
    acts |= {f"{suite}-test": test for suite in SUITES}
    acts |= {f"{suite}-ci": ci for suite in SUITES}
    wanted = given.only or list(acts)
    unknown = [name for name in wanted if name not in acts]
    missing = [name for name in ("debootstrap", "git", "unshare", "apt-config") if shutil.which(name) is None]
    if unknown or missing or os.geteuid() != 0:
        print(f"There are: {', '.join(acts)}. Needed: root{''.join(f', {name}' for name in missing)}.", file=sys.stderr)
        return 2
    given.work.mkdir(parents=True, exist_ok=True)
    workshop = Workshop(given.work.resolve(), given.mirror)
    rows = []
    try:
        for name in acts:
            if name in wanted:
                rows.append(_tried(workshop, name, acts[name]))
                if not given.keep:
                    workshop.remove(name)
    finally:
        if not given.keep:
            workshop.close()
    head = subprocess.run(["git", "log", "-1", "--format=%h %s"], cwd=ROOT, capture_output=True, text=True, check=True)
    print(f"\n{head.stdout.strip()}\n")
    for name, outcome, seconds, words in rows:
        print(f"{name:20} {outcome:7} {seconds:5.0f} s  {words}")
    return 0 if all(outcome == PASSED for _, outcome, _, _ in rows) else 1


def _tried(workshop: Workshop, name: str, act: Callable[[BareRoot], str]) -> tuple[str, str, float, str]:
    """Runs one of them; its row of the table."""
    print(f"{name} …", flush=True)
    workshop.log(name).unlink(missing_ok=True)
    started = time.monotonic()
    try:
        outcome, words = PASSED, act(workshop.root(name.partition("-")[0], name))
    except (FailedError, subprocess.CalledProcessError) as error:
        outcome, words = "FAILED", f"{error} (see {workshop.log(name)})"
    seconds = time.monotonic() - started
    print(f"{name}: {outcome} after {seconds:.0f} s. {words}", flush=True)
    return name, outcome, seconds, words


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
