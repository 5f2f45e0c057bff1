"""Listens on the accessibility bus as a screen reader does; run by the system's Python, which has its bindings.

Each event and each answer is one line of JSON on the standard output. A line `name` on the standard input asks for the
showing accessible of the program that has this name.
"""

import json
import sys
import threading

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PROGRAM = "steelyard"
TOLD = ("object:state-changed:focused", "object:text-changed:insert", "window:activate")
# What readers listen to as well; without the first the bindings remember the names they heard first.
UNTOLD = (
    "object:property-change:accessible-name",
    "object:state-changed",
    "object:selection-changed",
    "object:children-changed",
    "object:active-descendant-changed",
    "object:text-changed:delete",
    "object:text-caret-moved",
)


def tell(**what: object) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def on_event(event: Atspi.Event) -> None:
    if not event.type.startswith(TOLD):
        return
    try:
        source = event.source
        tell(
            event=event.type,
            name=source.get_name(),
            role=source.get_role_name(),
            detail=event.detail1,
            text=str(event.any_data) if event.type.startswith("object:text") else "",
        )
    except GLib.Error as error:
        # What spoke has gone before it could be asked.
        tell(event=event.type, name="", role="", detail=event.detail1, text="", gone=str(error))


def find(accessible: Atspi.Accessible, name: str) -> Atspi.Accessible | None:
    pending = [accessible]
    while pending:
        at = pending.pop()
        try:
            states = at.get_state_set()
            if at.get_name() == name and states.contains(Atspi.StateType.SHOWING):
                return at
            for number in range(at.get_child_count()):
                child = at.get_child_at_index(number)
                if child is not None:
                    pending.append(child)
        except GLib.Error:
            continue
    return None


def answer(name: str) -> bool:
    desktop = Atspi.get_desktop(0)
    found = None
    for number in range(desktop.get_child_count()):
        program = desktop.get_child_at_index(number)
        if program is not None and PROGRAM in (program.get_name() or "").lower():
            program.clear_cache()
            found = found or find(program, name)
    if found is None:
        tell(asked=name, there=False)
        return False
    place = found.get_extents(Atspi.CoordType.SCREEN)
    tell(
        asked=name,
        there=True,
        role=found.get_role_name(),
        checked=found.get_state_set().contains(Atspi.StateType.CHECKED),
        area=[place.x, place.y, place.width, place.height],
    )
    return False


def read() -> None:
    for line in sys.stdin:
        GLib.idle_add(answer, line.rstrip("\n"))
    GLib.idle_add(Atspi.event_quit)


def main() -> None:
    Atspi.init()
    listener = Atspi.EventListener.new(on_event)
    for event in (*TOLD, *UNTOLD):
        listener.register(event)
    threading.Thread(target=read, daemon=True).start()
    tell(ready=True)
    Atspi.event_main()


main()
