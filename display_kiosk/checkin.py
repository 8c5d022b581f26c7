"""The line between the hospital and the entrance's touch screen: what is asked for goes out, a ticket comes back."""

import asyncio
import contextlib
import datetime as dt
import logging
import time
from collections.abc import Callable, Coroutine
from typing import Any
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from display_kiosk.scene.checkin.visit import GivenTicket, Service, Visit
from display_kiosk.sign_of_life import say_it_lives
from display_kiosk.ticket_paper import TicketPaper
from hms_desktop.clinic.displays import actions_checkin, queries, queries_checkin
from hms_desktop.clinic.displays.actions_checkin import EntranceTicket
from hms_desktop.clinic.displays.queries_checkin import Entrance
from hms_desktop.core.database import Database
from hms_desktop.core.errors import HmsError, Refused, Unreachable

BEAT_SECONDS = 5.0
NO_PRINTER = "no printer"
NOBODY_STANDS_THERE = ("languages", "away")
"""The pages that wait for somebody."""
_log = logging.getLogger(__name__)


class CheckIn(QObject):
    """Lives on the GUI thread and never waits there; a wish has one intent, however often it is sent."""

    entrance_changed = Signal(object)
    given = Signal(str)
    """The number of a ticket that was shown."""

    def __init__(
        self,
        database: Database,
        visit: Visit,
        paper: TicketPaper,
        *,
        version: str,
        beat_seconds: float = BEAT_SECONDS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._visit = visit
        self._paper = paper
        self._version = version
        self._beat_seconds = beat_seconds
        self._entrance: Entrance | None = None
        self._clock_at = (dt.datetime.min, 0.0)
        self._round_trip_ms = 0
        self._printer_state = ""
        self._now = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()
        visit.check_in_wanted.connect(
            lambda code, born: self._begin(self._ask(actions_checkin.check_in, code=code, born=born))
        )
        visit.number_wanted.connect(
            lambda service: self._begin(self._ask(actions_checkin.take_ticket, service=service))
        )

    def start(self) -> None:
        """Begin; there must be a running event loop."""
        self._begin(self._keep_up())
        self._begin(self._tell_time())

    async def stop(self) -> None:
        """End what is under way."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def today(self) -> dt.date:
        """The hospital's date."""
        return self._local_now().date()

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    # --- what the screen needs to know, and that it lives

    async def _keep_up(self) -> None:
        while True:
            try:
                await self._beat()
            except HmsError as error:
                self._lost(error)
            except Exception:
                _log.exception("the check-in stumbled and goes on")
            self._now.clear()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._now.wait(), self._beat_seconds)

    async def _beat(self) -> None:
        began = time.monotonic()
        unfit = await self._database.read(queries.why_unfit, client=self._version)
        self._round_trip_ms = round((time.monotonic() - began) * 1000)
        if unfit:
            await self._say_it_lives(unfit.code)
            if self._visit.property("page") not in NOBODY_STANDS_THERE:
                return  # who has begun may come to the end
        entrance = None if unfit else await self._database.read(queries_checkin.my_entrance)
        if entrance is None:
            _log.error(
                "%s", unfit.sentence if unfit else "This login belongs to no touch screen that is in use; ask IT."
            )
            self._visit.set_online(False)
            return
        self._clock_at = (entrance.local_now, time.monotonic())
        if entrance != self._entrance:
            self._entrance = entrance
            self.entrance_changed.emit(entrance)
        services = await self._database.read(queries_checkin.self_services)
        self._visit.set_services(
            [Service(one.service_id, one.name, one.open, one.hours, one.waiting, one.minutes) for one in services]
        )
        await self._say_it_lives()
        self._visit.set_online(True)

    async def _say_it_lives(self, unfit: str = "") -> None:
        printer = self._printer_state if self._entrance and self._entrance.printer else NO_PRINTER
        state = {"printer": printer, "waiting_for": self._visit.property("page"), "unfit": unfit}
        await say_it_lives(
            self._database, version=self._version, server_ms=self._round_trip_ms, state=state, unfit=unfit
        )

    def _lost(self, error: HmsError) -> None:
        _log.warning("the check-in has no server: %s", error.code)
        self._visit.set_online(False)

    async def _tell_time(self) -> None:
        while True:
            if self._entrance is not None:
                self._visit.set_clock(f"{self._local_now():%H:%M}")
            await asyncio.sleep(1)

    def _local_now(self) -> dt.datetime:
        """The hospital's wall clock: its last word, and the time since."""
        told, at = self._clock_at
        return dt.datetime.now() if self._entrance is None else told + dt.timedelta(seconds=time.monotonic() - at)

    # --- what a person asked for

    async def _ask(self, action: Callable[..., EntranceTicket], **values: Any) -> None:
        try:
            ticket = await self._database.run(action, intent=uuid4(), **values)
        except Refused as error:
            self._visit.refuse(error.code, error.params)
        except Unreachable as error:
            self._lost(error)
            self._now.set()
        except Exception:
            _log.exception("what was asked for at the entrance could not be done")
            self._visit.refuse("check_in.desk", {})
        else:
            await self._give(ticket)

    async def _give(self, ticket: EntranceTicket) -> None:
        language = self._visit.language()
        self._visit.show_ticket(
            GivenTicket(ticket.ticket, ticket.service, ticket.room, ticket.before, ticket.minutes, ticket.already)
        )
        self.given.emit(ticket.ticket)
        if not ticket.already:
            self._visit.printed(await self._print(ticket, language))
        self._now.set()

    async def _print(self, ticket: EntranceTicket, language: str) -> bool:
        """Whether it came out; the desk reads in the next sign of life why it did not."""
        if self._entrance is None or self._entrance.printer is None:
            return False
        loop = asyncio.get_running_loop()
        try:
            await loop.run_in_executor(None, self._paper.put_out, ticket, self._entrance, self._local_now(), language)
        except HmsError as error:
            _log.warning("no ticket was printed: %s", error.code)
            self._printer_state = error.code
            return False
        except Exception:
            _log.exception("no ticket was printed")
            self._printer_state = "paper.bug"
            return False
        self._printer_state = ""
        return True
