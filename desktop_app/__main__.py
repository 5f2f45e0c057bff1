"""Window or command line, nothing else."""

import gc
import importlib
import os
import sys
from pathlib import Path

from desktop_app import cli
from desktop_app.base.qt_trouble import QtMissingError, qt_trouble
from desktop_app.wording import language
from desktop_app.wording.sentence import text


def main() -> int:
    """The program: `steelyard [FILE]` opens the window, a verb runs the command line.

    Returns:
        0 done, 1 the answer is no, 2 wrong use, 3 trouble with a file or with Qt.
    """
    # Before anything is said.
    language.use_from(os.environ)
    arguments = sys.argv[1:]
    if not cli.is_for_command_line(arguments):
        return _open_window(arguments)
    try:
        code = cli.main(arguments)
        if sys.stdout is not None:  # a program without a console has none
            sys.stdout.flush()
    except BrokenPipeError:
        # Whoever reads has had enough (`| head`). Python would complain once more when it closes the pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


def _open_window(arguments: list[str]) -> int:
    if not _has_screen():
        print(f"steelyard: {text('cli.no_screen')}", file=sys.stderr)  # noqa: T201
        return 1
    # All that importing makes stays: looking for garbage among it would take a tenth of the start, again and again.
    gc.disable()
    try:
        # Imported here, so that the command line works where no display libraries are installed; QtGui first,
        # because the modules above it do not say which library it lacks.
        importlib.import_module("PySide6.QtGui")
        from desktop_app.ui.shell.app import run  # noqa: PLC0415
        from desktop_app.ui.shell.screen_plugin import check_screen_plugin  # noqa: PLC0415

        check_screen_plugin()
    except ImportError as error:
        trouble = qt_trouble(error, window=True)
        if trouble is None:
            raise
        return _say(trouble)
    except QtMissingError as error:
        return _say(error)
    gc.freeze()  # and what is made later is looked through between events: ui/shell/garbage_collection.py
    named = [argument for argument in arguments if argument != cli.EXAMPLE]
    path = Path(named[0]) if named else None
    return run(path, example=cli.EXAMPLE in arguments)


def _say(trouble: QtMissingError) -> int:
    print(f"steelyard: {trouble}", file=sys.stderr)  # noqa: T201
    return cli.TROUBLE


def _has_screen() -> bool:
    """Whether a window could be shown; Qt would abort where there is none."""
    named = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    return named or not sys.platform.startswith("linux")


if __name__ == "__main__":
    sys.exit(main())
