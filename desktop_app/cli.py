"""The verbs of the command line, for scripts and for servers without a screen. Never imports a widget.

Exit codes: 0 done, 1 the answer is no or rests on a file that another tool changed, 2 wrong use, 3 trouble with a file
or with Qt. Errors are one line on stderr that names the file and the remedy.
"""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Final

from desktop_app import __version__, samples
from desktop_app.base.errors import AppError
from desktop_app.base.qt_trouble import qt_trouble
from desktop_app.base.text_file import FileUnreadableError, TextUnreadableError, read_file, read_text_file
from desktop_app.briefing.formats import CARRYING, FORMATS, PDF
from desktop_app.edits import cards, maps
from desktop_app.edits.pasting import new_map_from_plan
from desktop_app.formats.any_text import read_any
from desktop_app.model import reads
from desktop_app.model.document import Document
from desktop_app.model.ids import MapId, PerspectiveId
from desktop_app.model.records import CardKind, Map, Method
from desktop_app.session import Session
from desktop_app.store.check import check, info
from desktop_app.store.errors import StoreError
from desktop_app.store.interchange import CarriedWorkbook, carried_workbook
from desktop_app.store.read_only import CHANGED
from desktop_app.weighing.as_json.weigh_json import FORMAT, weigh_json
from desktop_app.weighing.overview import overview
from desktop_app.weighing.results import LiveResults
from desktop_app.wording.argparse_messages import translate_argparse
from desktop_app.wording.sentence import Sentence, say, text

EXAMPLE: Final = "--example"
TROUBLE: Final = 3
_DONE, _NO, _WRONG_USE = 0, 1, 2


class NotFoundError(AppError):
    """A map or perspective named on the command line is not in the file."""

    default_code = "not-found"


def is_for_command_line(arguments: Sequence[str]) -> bool:
    """Whether these arguments name a verb, a flag of the command line, or nothing a window could open."""
    if not arguments:
        return False
    first = arguments[0]
    return first in _VERBS or (first.startswith("-") and first != EXAMPLE)


def main(arguments: Sequence[str]) -> int:
    """Runs a verb; returns the exit code."""
    if arguments[:1] == ["--export-worker"]:
        # The frozen program runs itself as the PDF engine's process.
        from desktop_app.briefing.pages.worker import main as typeset  # noqa: PLC0415

        return typeset(arguments[1])
    parsed = _parser().parse_args(arguments)
    try:
        return int(parsed.act(parsed))
    except (StoreError, TextUnreadableError, FileUnreadableError) as error:
        return _refuse(parsed, error, TROUBLE)
    except AppError as error:
        return _refuse(parsed, error, _NO)
    except ImportError as error:
        # Qt is imported where it is first needed, which may be deep inside an export.
        trouble = qt_trouble(error, window=False)
        if trouble is None:
            raise
        print(f"steelyard: {trouble}", file=sys.stderr)
        return TROUBLE


def _parser() -> argparse.ArgumentParser:
    translate_argparse()
    parser = argparse.ArgumentParser(
        prog="steelyard",
        description=text("cli.description"),
        epilog=text("cli.epilog"),
    )
    parser.add_argument("--version", action="version", version=f"steelyard {__version__}", help=text("cli.version"))
    parser.add_argument("--self-test", dest="act", action="store_const", const=_self_test, help=text("cli.self_test"))
    verbs = parser.add_subparsers(title=text("cli.verbs"), metavar="VERB")
    for name, (act, words, describe) in _VERBS.items():
        verb = verbs.add_parser(name, help=str(words), description=str(words))
        verb.set_defaults(act=act)
        describe(verb)
    return parser


def _refuse(parsed: argparse.Namespace, error: AppError, code: int) -> int:
    named = getattr(parsed, "file", None)
    where = f"{named}: " if named is not None else ""
    print(f"steelyard: {where}{' '.join(str(error).split())}", file=sys.stderr)
    return code


# --- new -------------------------------------------------------------------------------------------------


def _describe_new(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("file", type=Path, metavar="FILE")
    _describe_accepting(verb)
    beginning = verb.add_mutually_exclusive_group()
    beginning.add_argument(
        "--from",
        dest="text",
        type=Path,
        metavar="TEXT",
        help=text("cli.new.from"),
    )
    names = [template.name for template in samples.templates()]
    beginning.add_argument(
        "--template", metavar="T", choices=names, help=text("cli.new.template", names=", ".join(names))
    )
    beginning.add_argument("--example", action="store_true", help=text("cli.new.example"))
    verb.add_argument("--question", metavar="Q", help=text("cli.new.question"))
    verb.add_argument("--criteria", metavar="HEADING", help=text("cli.new.criteria"))
    verb.add_argument(
        "--as",
        dest="reading",
        choices=["text", "lines"],
        help=text("cli.new.as"),
    )


def _new(parsed: argparse.Namespace) -> int:
    path: Path = parsed.file
    if parsed.example:
        samples.create_example(path).close()
    elif parsed.template is not None:
        template = samples.template_named(parsed.template)
        samples.create_from_template(path, template, question=parsed.question or "").close()
    elif parsed.text is not None and parsed.text.suffix.lower() in CARRYING:
        carried = _carried(parsed.text)
        Session.create_from(path, carried.records).close()
        return _code(parsed, is_changed_outside=carried.is_changed_outside)
    elif parsed.text is not None:
        _new_from_text(path, parsed)
    else:
        Session.make(path, lambda document: _begin(document, path.stem, parsed.question), title=path.stem).close()
    return _DONE


def _new_from_text(path: Path, parsed: argparse.Namespace) -> None:
    plan = read_any(
        read_text_file(parsed.text),
        question=parsed.question,
        criteria_heading=parsed.criteria,
        as_lines=None if parsed.reading is None else parsed.reading == "lines",
    )
    asked = next((card.text for card in plan.cards if card.kind is CardKind.QUESTION), "") or path.stem
    if plan.cards and plan.cards[0].kind is CardKind.QUESTION:
        # A list with nothing above it asks nothing; the map is then about what its file is called.
        plan = replace(plan, cards=(replace(plan.cards[0], text=asked), *plan.cards[1:]))
    Session.make(path, lambda document: new_map_from_plan(document, asked, plan), title=path.stem).close()
    for notice in plan.notices:
        print(f"steelyard: {notice}", file=sys.stderr)


def _carried(path: Path) -> CarriedWorkbook:
    """The workbook that an exported brief carries along."""
    content = read_file(path)
    if path.suffix.lower() == PDF.ending:
        # Imported here: the other verbs do without the library that reads PDFs.
        from desktop_app.briefing.data.attachment import attached_workbook  # noqa: PLC0415

        return carried_workbook(attached_workbook(content, path.name), path.name)
    return carried_workbook(content.decode("utf-8", "replace"), path.name)


def _begin(document: Document, title: str, question: str | None) -> None:
    made = maps.add_map(document, question or title)
    if question:
        cards.add_question(document, made.id, question)


# --- info ------------------------------------------------------------------------------------------------


def _describe_info(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("file", type=Path, metavar="FILE")
    _describe_accepting(verb)
    verb.add_argument("--json", action="store_true")


def _info(parsed: argparse.Namespace) -> int:
    facts = info(parsed.file)
    _say(facts.notice)
    code = _code(parsed, is_changed_outside=facts.changed_outside)
    if parsed.json:
        _print_json({**asdict(facts), "path": str(facts.path)})
        return code
    print(text("cli.info.title", title=facts.title or text("cli.info.untitled"), format=facts.format))
    for a_map in facts.maps:
        told = {
            "cards": say("cli.info.map.cards", count=a_map.cards),
            "options": say("cli.info.map.options", count=a_map.options),
            "arguments": say("cli.info.map.arguments", count=a_map.arguments),
        }
        print("  " + text("cli.info.map", title=a_map.title, **told))
    return code


# --- weigh -----------------------------------------------------------------------------------------------


def _describe_weigh(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("file", type=Path, metavar="FILE")
    _describe_accepting(verb)
    verb.add_argument("--map", metavar="M", help=text("cli.weigh.map"))
    verb.add_argument("--perspective", metavar="P", help=text("cli.weigh.perspective"))
    names = [method.value for method in Method]
    verb.add_argument("--method", choices=names, help=text("cli.weigh.method"))
    verb.add_argument("--json", action="store_true", help=text("cli.weigh.json"))


def _weigh(parsed: argparse.Namespace) -> int:
    with _reading(parsed) as session:
        chosen = _maps(session, parsed.map)
        code = _code(parsed, is_changed_outside=session.is_changed_outside)
        if parsed.json:
            weighed = [weigh_json(session.document, _live(session, a_map, parsed)) for a_map in chosen]
            _print_json({"format": FORMAT, "changed_outside": session.is_changed_outside, "maps": weighed})
            return code
        for a_map in chosen:
            for line in overview(session.document, a_map, _live(session, a_map, parsed)):
                print(line)
    return code


def _maps(session: Session, named: str | None) -> list[Map]:
    every = reads.maps(session.document)
    if named is None:
        return every
    if named.isdecimal() and 1 <= int(named) <= len(every):
        return [every[int(named) - 1]]
    matches = [a_map for a_map in every if a_map.title.casefold() == named.casefold()]
    if not matches:
        known = ", ".join(a_map.title for a_map in every)
        raise NotFoundError(say("error.cli.no_map", named=named), say("remedy.there_are", known=known))
    return matches[:1]


def _perspective(session: Session, a_map: Map, named: str | None) -> PerspectiveId | None:
    if named is None:
        return None
    perspectives = reads.perspectives(session.document, a_map.id)
    for perspective in perspectives:
        if perspective.name.casefold() == named.casefold():
            return perspective.id
    known = ", ".join(perspective.name for perspective in perspectives) or text("cli.none")
    raise NotFoundError(
        say("error.cli.no_perspective", title=a_map.title, named=named), say("remedy.there_are", known=known)
    )


def _live(session: Session, a_map: Map, parsed: argparse.Namespace) -> LiveResults:
    method = None if parsed.method is None else Method(parsed.method)
    return LiveResults(session.document, a_map.id, _perspective(session, a_map, parsed.perspective), method)


# --- export ----------------------------------------------------------------------------------------------


def _describe_export(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("file", type=Path, metavar="FILE")
    _describe_accepting(verb)
    *others, last = (row.id for row in FORMATS)
    verb.add_argument("out", type=Path, metavar="OUT", help=text("cli.export.out", others=", ".join(others), last=last))
    verb.add_argument("--map", metavar="M", help=text("cli.export.map"))
    forms = text("cli.export.forms")
    verb.add_argument("--preset", metavar="P", help=text("cli.export.preset", forms=forms))
    verb.add_argument("--attach", action="store_true", help=text("cli.export.attach"))
    verb.add_argument("--since", type=Path, metavar="DOCX", help=text("cli.export.since"))
    verb.add_argument("--scale", type=_scale, default=2.0, metavar="N", help=text("cli.export.scale"))


def _scale(typed: str) -> float:
    try:
        scale = float(typed)
    except ValueError:
        scale = 0.0
    if not 0.25 <= scale <= 8:
        raise argparse.ArgumentTypeError(text("cli.export.scale.refused", text=typed))
    return scale


def _export(parsed: argparse.Namespace) -> int:
    # Imported here: the other verbs do without what makes briefs.
    from desktop_app.briefing.exporting import ExportOptions, export_map  # noqa: PLC0415

    previous = None if parsed.since is None else read_file(parsed.since)
    with _reading(parsed) as session:
        a_map = _maps(session, parsed.map)[0] if reads.maps(session.document) else None
        if a_map is None:
            raise NotFoundError(say("error.cli.no_map_to_export"), say("remedy.add_one_first"))
        options = ExportOptions(
            preset=parsed.preset,
            attach=parsed.attach,
            log=session.log(),
            previous=previous,
            scale=parsed.scale,
            is_changed_outside=session.is_changed_outside,
        )
        session.refuse_as_destination(parsed.out)
        results = session.results(a_map.id)
        report = export_map(session.document, MapId(a_map.id), results, parsed.out, options=options)
    for notice in report.notices:
        _say(notice)
    return _NO if options.is_changed_outside and not parsed.accept_changed else _DONE


# --- check -----------------------------------------------------------------------------------------------


def _describe_check(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("file", type=Path, metavar="FILE")
    _describe_accepting(verb)
    verb.add_argument("--json", action="store_true")


def _check(parsed: argparse.Namespace) -> int:
    report = check(parsed.file)
    if parsed.json:
        _print_json(
            {
                **asdict(report),
                "path": str(parsed.file),
                "sound": report.is_sound,
                "changed_outside": report.is_changed_outside,
            }
        )
    elif report.findings:
        for finding in report.findings:
            print(f"{finding.code}: {finding.sentence}")
        print(text("cli.check.readable", count=report.readable))
    else:
        print(text("cli.check.sound", count=report.readable))
    accepted = {CHANGED.code} if parsed.accept_changed else set()
    return _NO if any(finding.code not in accepted for finding in report.findings) else _DONE


# --- the rest --------------------------------------------------------------------------------------------


def _self_test(_parsed: argparse.Namespace) -> int:
    # Imported here: the verbs do without what makes briefs.
    from desktop_app.self_test import self_test  # noqa: PLC0415

    for step in self_test():
        print(step)
    print(text("cli.self_test.passed"))
    return _DONE


def _reading(parsed: argparse.Namespace) -> Session:
    """The workbook a verb was asked about, opened for reading; what opening has to say is said."""
    session = Session.open(parsed.file, read_only=True)
    notice = session.take_notice()
    _say(None if notice is None else str(notice))
    return session


def _code(parsed: argparse.Namespace, *, is_changed_outside: bool) -> int:
    """The exit code of a verb that did its work; a file whose sum is wrong is warned of."""
    if not is_changed_outside:
        return _DONE
    _say(str(CHANGED))
    return _DONE if parsed.accept_changed else _NO


def _describe_accepting(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--accept-changed", action="store_true", help=text("cli.accept_changed"))


def _say(notice: str | None) -> None:
    if notice is not None:
        print(f"steelyard: {notice}", file=sys.stderr)


def _print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, allow_nan=False, indent=2, default=str))


_Act = Callable[[argparse.Namespace], int]
_Describe = Callable[[argparse.ArgumentParser], None]
_VERBS: Final[dict[str, tuple[_Act, Sentence, _Describe]]] = {
    "new": (_new, say("cli.new"), _describe_new),
    "info": (_info, say("cli.info"), _describe_info),
    "weigh": (_weigh, say("cli.weigh"), _describe_weigh),
    "export": (_export, say("cli.export"), _describe_export),
    "check": (_check, say("cli.check"), _describe_check),
}
