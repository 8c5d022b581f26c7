"""The relay: listens to the server's knocks and writes them down for all who ask instead of listening."""

import queue
import threading
import time

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.core.database import Database
from hms_desktop.core.errors import Unreachable
from hms_desktop.core.listener import LineState, Listener
from hms_desktop.core.notices import Channel, Notice

GATHER_SECONDS = 0.1
"""So long knocks are gathered; the same one is written down once."""
BEAT_SECONDS = 1.0


def relay_knocks(session: Session, *, knocks: list[Notice]) -> None:
    """Write down what was heard, or only that the relay is there."""
    session.execute(
        sa.text("SELECT hms.relay_knocks(CAST(:channels AS text[]), CAST(:areas AS text[]), CAST(:keys AS text[]))"),
        {
            "channels": [knock.channel for knock in knocks],
            "areas": [knock.area for knock in knocks],
            "keys": [knock.key for knock in knocks],
        },
    )


class Relay:
    """Runs until it is stopped; a server that went away is waited for, and then everything counts as changed."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._heard: queue.SimpleQueue[Notice] = queue.SimpleQueue()
        self._ending = threading.Event()
        self._up = False
        self._listener = Listener(database.server, list(Channel), self._heard.put, self._feel, application="hms-relay")

    def run(self) -> None:
        """Relay until `stop`."""
        self._listener.start()
        unwritten: list[Notice] = []
        written = 0.0
        try:
            while not self._ending.is_set():
                unwritten = list(dict.fromkeys([*unwritten, *self._gathered()]))
                if unwritten or time.monotonic() - written > BEAT_SECONDS:
                    try:
                        self._database.run_now(relay_knocks, knocks=unwritten)
                    except Unreachable:
                        continue  # it is said again when the server is back
                    unwritten, written = [], time.monotonic()
        finally:
            self._listener.stop()

    def stop(self) -> None:
        self._ending.set()

    def _gathered(self) -> list[Notice]:
        """What is heard within a moment."""
        found: list[Notice] = []
        deadline = time.monotonic() + GATHER_SECONDS
        while (left := deadline - time.monotonic()) > 0:
            try:
                found.append(self._heard.get(timeout=left))
            except queue.Empty:
                break
        return found

    def _feel(self, state: LineState) -> None:
        if state.up and not self._up:  # what was said before it listened again was said to nobody
            for channel in Channel:
                self._heard.put(Notice(channel, "", ""))
        self._up = state.up
