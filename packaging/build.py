"""Builds the program for this system as one folder and tries it: `build/venv/bin/python packaging/build.py`.

The folder lies in `dist/steelyard`. The self-test runs in a bare environment: no variables but a home and a path, no
Python, from another folder.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BUILT = ROOT / "dist" / "steelyard"


def main() -> int:
    """Builds and tries; returns the exit code."""
    shutil.rmtree(BUILT, ignore_errors=True)
    spec = ROOT / "packaging" / "steelyard.spec"
    work = ["--noconfirm", "--clean", "--distpath", str(ROOT / "dist"), "--workpath", str(ROOT / "build")]
    subprocess.run([sys.executable, "-m", "PyInstaller", *work, str(spec)], cwd=ROOT, check=True)
    size = sum(path.stat().st_size for path in BUILT.rglob("*") if path.is_file() and not path.is_symlink())
    print(f"{BUILT}: {size / 1e6:.0f} MB")
    with tempfile.TemporaryDirectory() as home:
        bare = {"HOME": home, "PATH": os.defpath, "QT_QPA_PLATFORM": "offscreen"}
        if os.name == "nt":
            bare["SYSTEMROOT"] = os.environ["SYSTEMROOT"]
        name = "steelyard.exe" if os.name == "nt" else "steelyard"
        for argument in ("--version", "--self-test"):
            done = subprocess.run([str(BUILT / name), argument], env=bare, cwd=home, check=False)
            if done.returncode != 0:
                print(f"The program was built, but {name} {argument} failed.", file=sys.stderr)
                return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
