"""The locks hold whatever their packages ask for, so that every pip that checks hashes installs them.

What is asked for is read from the metadata of the installed packages: neither from the locks nor from what made them.
Pip before 24 takes a package that is asked for with an extra, and pinned without it, for one that is not pinned at all.
"""

import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
# What each lock is made from, beside what the packages in it ask for.
WANTED = {
    "requirements-run.txt": PROJECT["project"]["dependencies"],
    "requirements-dev.txt": [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["dev"]],
    "requirements-build.txt": [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["freeze"]],
}
INSTALLED_FOR_TESTS = ("requirements-run.txt", "requirements-dev.txt")
_HERE = {key: str(value) for key, value in default_environment().items()}
_SYSTEMS = (
    {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
    {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix"},
    {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
)
ENVIRONMENTS = [
    {**_HERE, **system, "python_version": version, "python_full_version": f"{version}.2"}
    for system in _SYSTEMS
    for version in ("3.11", "3.12", "3.13", "3.14")
]


def pins(lock: str) -> list[Requirement]:
    """The lines of a lock that name a package."""
    starts = [line for line in lock.splitlines() if line[:1].isalnum()]
    return [Requirement(line.removesuffix("\\").strip()) for line in starts]


def applies(requirement: Requirement, environment: dict[str, str], extras: set[str]) -> bool:
    """Whether something is asked for there by a package that was asked for with these extras."""
    marker = requirement.marker
    return marker is None or any(marker.evaluate({**environment, "extra": extra}) for extra in ("", *extras))


def required_by(pin: Requirement) -> list[Requirement]:
    """What a pinned package asks for; nothing where another version is installed, as on another Python."""
    try:
        found = metadata.distribution(pin.name)
    except metadata.PackageNotFoundError:
        return []
    return [Requirement(line) for line in found.requires or ()] if pin.specifier.contains(found.version) else []


def faults(lock: str, wanted: list[str]) -> Iterator[str]:
    """Whatever is asked for and not pinned as it is asked for."""
    every = pins(lock)
    for environment in ENVIRONMENTS:
        where = f"on {environment['sys_platform']} with Python {environment['python_version']}"
        pinned = {canonicalize_name(pin.name): pin for pin in every if applies(pin, environment, set())}
        asked = [("the project", Requirement(line), set[str]()) for line in wanted]
        asked += [(pin.name, line, pin.extras) for pin in pinned.values() for line in required_by(pin)]
        for by, requirement, extras in asked:
            if not applies(requirement, environment, extras):
                continue
            pin = pinned.get(canonicalize_name(requirement.name))
            if pin is None:
                yield f"{by} asks for {requirement.name}, which is not pinned {where}"
            elif missing := requirement.extras - pin.extras:
                yield f"{by} asks for {requirement.name}[{','.join(sorted(missing))}], pinned without it {where}"
            elif not requirement.specifier.contains(next(iter(pin.specifier)).version, prereleases=True):
                yield f"{by} asks for {requirement.name}{requirement.specifier}, but {pin} is pinned {where}"


@pytest.mark.parametrize("name", WANTED)
def test_a_lock_pins_whatever_its_packages_ask_for_with_the_extras_they_ask_for(name: str) -> None:
    lock = (ROOT / "packaging" / name).read_text(encoding="utf-8")
    assert not list(faults(lock, WANTED[name]))


@pytest.mark.parametrize("name", INSTALLED_FOR_TESTS)
def test_what_the_packages_of_a_lock_ask_for_can_be_read_here(name: str) -> None:
    here = [pin for pin in pins((ROOT / "packaging" / name).read_text(encoding="utf-8")) if applies(pin, _HERE, set())]
    unread = [str(pin) for pin in here if not pin.specifier.contains(metadata.version(pin.name), prereleases=True)]
    assert not unread, "installed in another version: run `python3 dev.py setup`"


def test_all_locks_pin_the_program_alike() -> None:
    run, *others = (
        {str(pin) for pin in pins((ROOT / "packaging" / name).read_text(encoding="utf-8"))} for name in WANTED
    )
    for other in others:
        assert run <= other


def test_a_pin_without_the_extra_that_another_package_asks_for_is_refused() -> None:
    name = "requirements-dev.txt"
    lock = (ROOT / "packaging" / name).read_text(encoding="utf-8")
    stripped = lock.replace("\ncoverage[toml]==", "\ncoverage==")
    assert stripped != lock
    assert any("pytest-cov asks for coverage[toml]" in fault for fault in faults(stripped, WANTED[name]))


def test_the_recipe_for_the_locks_keeps_extras() -> None:
    lines = (ROOT / "packaging" / "README.md").read_text(encoding="utf-8").splitlines()
    recipes = [line for line in lines if "pip compile" in line]
    assert recipes
    assert all("--no-strip-extras" in line and "--generate-hashes" in line for line in recipes)
