"""Window or command line, nothing else."""

import gc
import sys
from pathlib import Path

from desktop_app import cli


def main() -> int:
    """The program: `steelyard [FILE]` opens the window, a verb runs the command line.

    Returns:
        0 done, 1 the answer is no, 2 wrong use, 3 file trouble.
    """
    arguments = sys.argv[1:]
    if cli.is_for_command_line(arguments):
        return cli.main(arguments)
    return _open_window(arguments)


def _open_window(arguments: list[str]) -> int:
    # All that importing makes stays: looking for garbage among it would take a tenth of the start, again and again.
    gc.disable()
    # Imported here, so that the command line works where no display libraries are installed.
    from desktop_app.ui.app import run  # noqa: PLC0415

    gc.freeze()
    gc.enable()
    named = [argument for argument in arguments if argument != cli.EXAMPLE]
    path = Path(named[0]) if named else None
    return run(path, example=cli.EXAMPLE in arguments)


if __name__ == "__main__":
    sys.exit(main())
