"""A day for the demo that never ends: people of the project's own making come, counters call, at the wall's pace.

It opens with the last twenty minutes, lived through in a moment, so that the hall is not empty.
"""

import datetime as dt
import random
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.operations import demo
from hms_desktop.clinic.operations.arrivals import Arrival
from hms_desktop.clinic.operations.clocks import LiveClock
from hms_desktop.clinic.operations.day import Day
from hms_desktop.clinic.queue import actions as queue
from hms_desktop.core.database import Database
from hms_desktop.core.settings import Server

BEFORE = dt.timedelta(minutes=20)
BETWEEN_ARRIVALS = 32.0  # seconds on average; seven counters serve about as many at this pace
PACE = 0.5  # of the usual time of serving, so that the hall is alive
REGULARS = 900  # so many different people come

_SHARES = {"General clinic": 34, "Vaccination": 8, "Laboratory": 12, "X-ray": 11, "Pharmacy": 22, "Cashier": 13}


def run_day(server: Server, folder: Path, stop: threading.Event) -> None:
    """Keep the demo that `demo.open_demo` made in `folder` alive until `stop`. Raises HmsError."""
    stage = demo.stage_of(server, folder)
    with closing(Database(stage.keeper, application="hms-demo", pool_size=1)) as keeper:
        now = dt.datetime.now(dt.UTC)
        last = keeper.read_now(_last_change)
        if last is None or now - last > BEFORE:
            keeper.run_now(queue.close_day, intent=uuid4(), business_date=keeper.read_now(_business_date))
            last = now - BEFORE
        _clear_rooms(keeper, [post.room_id for post in stage.posts])
    seed = int(now.timestamp())
    with closing(LiveClock(stage.keeper, stop)) as clock, Day(stage, clock, seed=seed, pace=PACE) as day:
        day.run(arrivals_from(last, seed), opens=last, ends=False)


def arrivals_from(start: dt.datetime, seed: int) -> Iterator[Arrival]:
    """People who come to the demo's services after `start`, for ever; the same seed brings the same people."""
    rng = random.Random(seed)  # noqa: S311 - a simulation, not a secret
    at = start
    line = 0
    while True:
        at += dt.timedelta(seconds=rng.expovariate(1 / BETWEEN_ARRIVALS))
        line += 1
        age = int(rng.triangular(0, 95, 38))
        yield Arrival(
            line,
            at.replace(microsecond=0),
            rng.choices(tuple(_SHARES), tuple(_SHARES.values()))[0],
            f"{seed}:{rng.randrange(REGULARS)}",
            rng.choice(("female", "male")),
            age,
            had_appointment=rng.random() < 0.35,
            leaves=rng.random() < 0.06,
        )


def _last_change(session: Session) -> dt.datetime | None:
    """When anything last happened in the queue that is not ahead of the wall clock."""
    found: dt.datetime | None = session.scalar(
        sa.text("SELECT max(changed_at) FROM hms.segment_changes WHERE changed_at <= clock_timestamp()")
    )
    return found


def _clear_rooms(keeper: Database, rooms: list[int]) -> None:
    """Who was at a counter when the demo was closed has long been served."""
    for segment, version in keeper.read_now(_at_rooms, rooms=rooms):
        keeper.run_now(queue.finish, intent=uuid4(), segment=segment, version=version)


def _at_rooms(session: Session, *, rooms: list[int]) -> list[tuple[int, int]]:
    found = session.execute(
        sa.text(
            "SELECT id, version FROM hms.segments WHERE room_id = ANY (:rooms) AND state IN ('called', 'serving') "
            "AND business_date = hms.business_date()"
        ),
        {"rooms": rooms},
    )
    return [(row.id, row.version) for row in found]


def _business_date(session: Session) -> dt.date:
    today: dt.date = session.execute(sa.text("SELECT hms.business_date()")).scalar_one()
    return today
