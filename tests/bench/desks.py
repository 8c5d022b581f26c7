"""Desks of a simulated day that read what the screens read, as real clients: each with its cache and its listener."""

import threading
from collections.abc import Callable
from typing import Any, TypeVar

from hms_desktop.clinic.fleet.telling import teller
from hms_desktop.clinic.organisation import queries as organisation
from hms_desktop.clinic.queue import actions as queue
from hms_desktop.clinic.queue import queries as lines
from hms_desktop.clinic.queue import queries_journeys, queries_planning
from hms_desktop.core.cache import ReferenceCache
from hms_desktop.core.database import Database
from hms_desktop.core.listener import LineState, Listener
from hms_desktop.core.notices import Channel
from hms_desktop.core.settings import Server
from hms_desktop.core.telemetry import Telemetry
from hms_desktop.core.telling import Teller

T = TypeVar("T")


class Desk(Database):
    """What a person does, preceded by what the screen reads for it: the form of a ticket, the page of the queue.

    `telemetry` and the cache are switched on and off apart; with a cache it listens as hms-desktop does. Where it
    `tells`, the server hears of the telemetry each minute.
    """

    def __init__(self, server: Server, *, telemetry: Telemetry | None, cached: bool, tells: bool = True) -> None:
        self.cache = ReferenceCache(telemetry) if cached else None
        super().__init__(server, workstation="simulated", application="hms-day", telemetry=telemetry, cache=self.cache)
        self._up = threading.Event()
        self._listener: Listener | None = None
        self._teller: Teller | None = None
        if self.cache is not None:
            self._listener = Listener(server, [Channel.CHANGES], self.cache.on_notice, self._on_state)
            self._listener.start()
            if not self._up.wait(30):
                raise SystemExit("The listener of a desk did not come up.")
        if telemetry is not None and tells:
            self._teller = teller(telemetry, self, program="hms-day", version="0")
            self._teller.start()

    def _on_state(self, state: LineState) -> None:
        if self.cache is not None:
            self.cache.on_state(state)
        if state.up:
            self._up.set()

    def run_now(self, action: Callable[..., T], /, **values: Any) -> T:
        if action is queue.issue_ticket:
            for query in (organisation.services, queries_planning.priorities, queries_journeys.journeys):
                self.cached_now(query)
            self.read_now(queries_planning.openings)
            self.read_now(queries_planning.service_waits)
        elif action is queue.call_next:
            self.cached_now(lines.services_of_room, room=values["room"])
            self.cached_now(organisation.facility)
            self.read_now(lines.waiting_counts)
        return super().run_now(action, **values)

    def close(self) -> None:
        if self._teller is not None:
            self._teller.stop()
        if self._listener is not None:
            self._listener.stop()
        super().close()
