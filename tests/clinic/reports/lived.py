"""Days at the queue, lived through the actions as the dice say, and their plain recomputation."""

import datetime as dt
import random
from collections import defaultdict
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from hms_desktop.clinic.queue import actions
from hms_desktop.core.errors import HmsError
from tests.clinic.queue.desk import Day
from tests.factories import queue
from tests.hospital import Hospital

_WISHES = {
    "arrive": 30,
    "call": 26,
    "finish": 20,
    "recall": 12,
    "no_show": 12,
    "reinstate": 8,
    "transfer": 10,
    "undo": 8,
    "cancel": 2,
}
"""What is wished, and how often beside the others."""
_ORDERS = "SELECT id, version, state FROM hms.segments WHERE business_date = hms.business_date() ORDER BY id"


def live(day: Day, seed: int, steps: int, *, ends: bool = False) -> None:
    """So many wishes by chance, refused ones among them, two minutes apart on average; `ends` closes the day."""
    dice = random.Random(seed)
    rooms, services = list(day.house.rooms.values()), list(day.house.services)
    unused = queue.patients(day.hospital, steps)
    for _ in range(steps):
        day.passes(seconds=dice.randint(1, 240))
        wish = dice.choices(tuple(_WISHES), tuple(_WISHES.values()))[0]
        try:
            if wish == "arrive":
                _arrive(day, dice.choice(services), unused.pop())
            elif wish == "call":
                day.clerk.do(actions.call_next, room=dice.choice(rooms))
            else:
                _do(day, dice, wish)
        except HmsError:
            continue
    if ends:
        manager = day.desk("manager")
        manager.do(actions.close_day, business_date=day.hospital.sql("SELECT hms.business_date()")[0][0])


def _arrive(day: Day, service: str, patient: int) -> None:
    day.clerk.do(
        actions.issue_ticket, service=day.house.services[service], patient=patient, priority="ordinary", reason=""
    )


def _do(day: Day, dice: random.Random, wish: str) -> None:
    fitting = {
        "finish": ("called", "serving"),
        "recall": ("called",),
        "no_show": ("called",),
        "reinstate": ("called", "no_show"),
        "transfer": ("waiting", "called", "serving"),
        "undo": ("called", "done", "no_show", "transferred"),
        "cancel": ("waiting",),
    }[wish]
    found = [row for row in day.hospital.sql(_ORDERS) if row[2] in fitting]
    if not found:
        return
    segment, version, _ = dice.choice(found[-12:])
    values: dict[str, Any] = {"segment": segment, "version": version}
    if wish == "no_show":
        day.passes(minutes=4)
        day.clerk.do(actions.recall, **values)
        [(version,)] = day.hospital.sql("SELECT version FROM hms.segments WHERE id = %s", segment)
        values["version"] = version
    if wish == "transfer":
        values |= {"to_service": dice.choice(list(day.house.services.values())), "reason": "sent on"}
    if wish == "cancel":
        values["reason"] = "left"
    day.clerk.do(_ACTIONS[wish], **values)


_ACTIONS: dict[str, Any] = {
    "finish": actions.finish,
    "recall": actions.recall,
    "no_show": actions.no_show,
    "reinstate": actions.reinstate,
    "transfer": actions.transfer,
    "undo": actions.undo,
    "cancel": actions.cancel_ticket,
}


@dataclass(frozen=True)
class Stood:
    """One line that a ticket stood in, recomputed from rows; `waited` in seconds, None where it was not called."""

    ticket: int
    ordinal: int
    service: int
    room: int | None
    date: dt.date
    state: str
    entered: dt.datetime
    entered_hour: int
    closed_hour: int | None
    waited: float | None
    closed: dt.datetime | None


def stood(hospital: Hospital) -> list[Stood]:
    """Every line of every ticket, slowly and plainly: calls that were withdrawn do not count, nor what was undone."""
    [(zone_name,)] = hospital.sql("SELECT time_zone FROM hms.facility")
    zone = ZoneInfo(zone_name)
    calls = hospital.sql("SELECT id, segment_id, kind, withdraws, called_at FROM hms.queue_calls ORDER BY id")
    withdrawn = {row[3] for row in calls if row[2] == "withdrawn"}
    standing = defaultdict(list)
    for number, segment, kind, _, at in calls:
        if kind == "call" and number not in withdrawn:
            standing[segment].append(at)
    found = []
    for number, ticket, ordinal, service, room, date, state, entered, closed in hospital.sql(
        "SELECT id, ticket_id, ordinal, service_id, room_id, business_date, state, entered_at, closed_at "
        "FROM hms.segments WHERE state <> 'undone' ORDER BY id"
    ):
        left = min(standing[number], default=closed if state == "transferred" else None)
        waited = (left - entered).total_seconds() if left else None
        closed_hour = closed.astimezone(zone).hour if closed else None
        found.append(
            Stood(
                ticket,
                ordinal,
                service,
                room,
                date,
                state,
                entered,
                entered.astimezone(zone).hour,
                closed_hour,
                waited,
                closed,
            )
        )
    return found


def median(values: list[float]) -> float | None:
    """The lower middle one, as a value that was really waited."""
    return sorted(values)[(len(values) + 1) // 2 - 1] if values else None
