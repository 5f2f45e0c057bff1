"""Small Debian systems in folders of this machine, which reach the package registries as it does; for `bare_roots.py`.

Mounts are made in a namespace of their own and end with the command that needs them.
"""

import os
import re
import shlex
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlparse

# Before apt, which would ask.
QUIETLY = "DEBIAN_FRONTEND=noninteractive"


class FailedError(Exception):
    """A run did not come out as it must; what is said is its row in the table."""


@dataclass(frozen=True)
class Host:
    """How this machine reaches the registries: variables, files to copy, folders to show."""

    variables: dict[str, str]
    files: list[Path]
    folders: list[Path]
    apt: str


def host() -> Host:
    """Reads this machine's own settings of apt and pip."""
    wanted = re.compile(r"PIP_\w+|(?i:(?:https?|ftp|no|all)_proxy)|SSL_CERT_FILE|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE")
    variables = {name: value for name, value in os.environ.items() if wanted.fullmatch(name)}
    home = Path.home()
    settings = [
        Path("/etc/pip.conf"),
        *sorted(Path("/etc/xdg/pip").glob("*")),
        *sorted((home / ".config" / "pip").glob("*")),
        home / ".pip" / "pip.conf",
    ]
    files = [Path("/etc/resolv.conf"), *(path for path in settings if path.is_file())]
    named = [*variables.values(), *(path.read_text(errors="replace") for path in settings if path.is_file())]
    paths = {path for text in named for word in re.split(r"[\s=,]+", text) if (path := _path_in(word)) is not None}
    dumped = subprocess.run(["apt-config", "dump"], capture_output=True, text=True, check=False).stdout
    reaching = re.compile(r"Acquire::(?:https?|ftp|Retries|Check-|AllowInsecure)")
    apt = "".join(f"{line}\n" for line in dumped.splitlines() if reaching.match(line))
    return Host(
        variables,
        [*files, *sorted(path for path in paths if path.is_file())],
        sorted(path for path in paths if path.is_dir()),
        apt,
    )


def _path_in(word: str) -> Path | None:
    """The file or folder of this machine that a setting names; an index of packages links to what lies beside it."""
    path = Path(unquote(urlparse(word).path)).parent if word.startswith("file:") else Path(word)
    return path if path.is_absolute() and path.exists() and path != Path("/") else None


class BareRoot:
    """A root folder of a small system, with ways to run something in it."""

    def __init__(self, path: Path, machine: Host, log: Path) -> None:
        self.path = path
        self._machine = machine
        self._log = log

    def bring_settings(self) -> None:
        """Copies what this machine reaches its registries by; settings of a person become those of root.

        Once more after `ca-certificates` is installed, which writes its own over those that this machine trusts.
        """
        for file in self._machine.files:
            place = f"/root/{file.relative_to(Path.home())}" if file.is_relative_to(Path.home()) else str(file)
            self.inside(place).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, self.inside(place))
        self.inside("/etc/apt/apt.conf.d/90host").write_text(self._machine.apt)

    def inside(self, path: str) -> Path:
        """Where a path of the root lies on this machine."""
        return self.path / path.lstrip("/")

    def call(
        self, script: str, *, folder: str = "/root", display: str = "", shows: dict[Path, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Runs a shell script in the root; what it says is kept in the log too.

        Args:
            script: for `sh`.
            folder: of the root, to begin in.
            display: of an X server; empty for none.
            shows: folders of this machine to be seen in the root, read-only.
        """
        bound = {**{folder: str(folder) for folder in self._machine.folders}, **(shows or {})}
        steps = ["set -e", f"mount -t proc proc {shlex.quote(str(self.inside('/proc')))}"]
        steps.append(f"mount --rbind /dev {shlex.quote(str(self.inside('/dev')))}")
        for source, target in bound.items():
            seen = self.inside(target)
            seen.mkdir(parents=True, exist_ok=True)
            steps.append(f"mount --bind -o ro {shlex.quote(str(source))} {shlex.quote(str(seen))}")
        environment = {
            "HOME": "/root",
            "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            "TERM": "dumb",
            **self._machine.variables,
            **({"DISPLAY": display} if display else {}),
        }
        begun = f"cd {shlex.quote(folder)} && {script}"
        steps.append(shlex.join(["exec", "chroot", str(self.path), "/bin/sh", "-c", begun]))
        command = ["unshare", "--mount", "--propagation", "private", "/bin/sh", "-c", "\n".join(steps)]
        with self._log.open("a+", encoding="utf-8", errors="replace") as log:
            log.write(f"$ {script}\n")
            log.flush()
            begin = log.tell()
            # Straight into the log, where one can watch it.
            nothing = subprocess.DEVNULL
            done = subprocess.run(
                command, env=environment, stdin=nothing, stdout=log, stderr=subprocess.PIPE, text=True, check=False
            )
            log.seek(begin)
            out = log.read()
            log.write(f"{done.stderr}(exit code {done.returncode})\n\n")
        return subprocess.CompletedProcess(script, done.returncode, out, done.stderr)

    def must(self, script: str, *, folder: str = "/root") -> str:
        """Runs a shell script that must succeed; returns what it wrote."""
        done = self.call(script, folder=folder)
        if done.returncode != 0:
            raise FailedError(f"`{script}` ended with {done.returncode}: {last_line(done)}")
        return done.stdout

    def install(self, *packages: str) -> None:
        """Installs Debian packages."""
        self.must(f"{QUIETLY} apt-get install -y -qq --no-install-recommends {' '.join(packages)}")


def last_line(done: subprocess.CompletedProcess[str]) -> str:
    """The last that a command said."""
    lines = [line for line in f"{done.stdout}\n{done.stderr}".splitlines() if line.strip()]
    return lines[-1] if lines else "nothing was said"


class Workshop:
    """Makes roots in one folder, each from a base that is made once."""

    def __init__(self, folder: Path, mirror: str | None) -> None:
        self.folder = folder
        self._mirror = [] if mirror is None else [mirror]
        self._machine = host()
        self._bases: dict[str, Path] = {}

    def log(self, name: str) -> Path:
        """Where what a run says is kept."""
        return self.folder / f"{name}.log"

    def root(self, suite: str, name: str) -> BareRoot:
        """A fresh copy of the base of a suite."""
        if suite not in self._bases:
            self._bases[suite] = self._base(suite)
        path = self.folder / name
        _remove(path)
        subprocess.run(["cp", "-a", "--reflink=auto", str(self._bases[suite]), str(path)], check=True)
        return BareRoot(path, self._machine, self.log(name))

    def _base(self, suite: str) -> Path:
        """The smallest system of a suite with this machine's ways to the registries; packages are fetched once."""
        base, packages = self.folder / f"{suite}-base", self.folder / f"{suite}.tgz"
        _remove(base)
        print(f"Making the base of {suite} …", flush=True)
        command = ["debootstrap", "--variant=minbase"]
        with self.log(f"{suite}-base").open("w", encoding="utf-8") as log:
            for option in ([] if packages.exists() else ["--make-tarball"]) + ["--unpack-tarball"]:
                made = [*command, f"{option}={packages}", suite, str(base), *self._mirror]
                subprocess.run(made, check=True, stdout=log, stderr=subprocess.STDOUT)
        root = BareRoot(base, self._machine, self.log(f"{suite}-base"))
        root.bring_settings()
        root.must("apt-get update -qq")
        return base

    def remove(self, name: str) -> None:
        """Removes the root of a run."""
        _remove(self.folder / name)

    def close(self) -> None:
        """Removes the bases; the fetched packages and the logs stay."""
        for base in self._bases.values():
            _remove(base)


def _remove(path: Path) -> None:
    # Mounts lived in namespaces that are gone; should one be left all the same, nothing of it is touched.
    if path.exists():
        subprocess.run(["rm", "-rf", "--one-file-system", str(path)], check=True)
