"""One thread with one LISTEN connection: it knocks, beats, notices silence within three seconds, and comes back."""

import contextlib
import logging
import random
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg import sql

from hms_desktop.core.connecting import connect, cut
from hms_desktop.core.errors import HmsError
from hms_desktop.core.notices import Notice, parse
from hms_desktop.core.settings import Server

BEAT_SECONDS = 1.0
PATIENCE_SECONDS = 1.8
RETRY_SECONDS = (0.1, 0.2, 0.5, 1.0, 2.0, 4.0)
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class LineState:
    """Whether the server answers, its last round trip in milliseconds, and why not where it does not."""

    up: bool
    round_trip_ms: float = 0.0
    error: HmsError | None = None


class Listener:
    """Calls `on_notice` for each knock and `on_state` when the line comes up, goes down, or beats.

    Both run on the listener's own thread. It LISTENs first and then says `up`, so whoever reads again at `up` misses
    nothing. It keeps a connection of its own, never through a pooler. What a callback raises goes to
    `threading.excepthook`, and to the listener it is a line that broke: it comes back, and everything is read again.
    """

    def __init__(
        self,
        server: Server,
        channels: Sequence[str],
        on_notice: Callable[[Notice], None],
        on_state: Callable[[LineState], None],
        *,
        application: str = "hms-listener",
    ) -> None:
        self._server = server
        self._channels = tuple(channels)
        self._on_notice = on_notice
        self._on_state = on_state
        self._application = application
        self._ending = threading.Event()
        self._connection: psycopg.Connection[Any] | None = None
        self._thread: threading.Thread | None = None

    @property
    def alive(self) -> bool:
        """Whether its thread runs; the line itself may be up or down."""
        return self._thread is not None and self._thread.is_alive()

    def start(self) -> None:
        """Begin to listen; where the thread has died, another one goes on."""
        if not self.alive:
            self._thread = threading.Thread(target=self._listen, name="listener", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """End the thread and its connection; returns when both are gone (≤ 5 s)."""
        self._ending.set()
        if self._connection is not None:
            cut(self._connection)
        if self._thread is not None:
            self._thread.join(5)

    def _listen(self) -> None:
        failures = 0
        while not self._ending.is_set():
            try:
                with contextlib.closing(self._opened()) as connection:
                    self._connection = connection
                    self._tune_in(connection)
                    self._beat(connection)
                    failures = 0
                    self._hear(connection)
            except HmsError as error:
                self._down(error)
            except (psycopg.Error, OSError) as error:
                _log.info("the line to the server broke: %s", type(error).__name__)
                self._down(None)
            except Exception as error:
                _stumbled(error)
                self._down(None)
            finally:
                self._connection = None
            pause = RETRY_SECONDS[min(failures, len(RETRY_SECONDS) - 1)]
            failures += 1
            self._ending.wait(pause * random.uniform(0.7, 1.3))  # noqa: S311 - jitter, not a secret

    def _opened(self) -> psycopg.Connection[Any]:
        return connect(self._server, application=self._application, autocommit=True)

    def _tune_in(self, connection: psycopg.Connection[Any]) -> None:
        for channel in self._channels:
            connection.execute(sql.SQL("LISTEN {}").format(sql.Identifier(channel)))

    def _hear(self, connection: psycopg.Connection[Any]) -> None:
        while not self._ending.is_set():
            for heard in connection.notifies(timeout=BEAT_SECONDS):
                self._on_notice(parse(heard.channel, heard.payload))
                if self._ending.is_set():
                    return
            self._beat(connection)

    def _beat(self, connection: psycopg.Connection[Any]) -> None:
        """One round trip; a server that stays silent is cut off, and the wait ends with an error."""
        patience = threading.Timer(PATIENCE_SECONDS, cut, (connection,))
        patience.daemon = True
        patience.start()
        begun = time.perf_counter()
        try:
            found = self._round_trip(connection)
        finally:
            patience.cancel()
        if not self._ending.is_set():  # a line that came up while it was stopped is nobody's any more
            self._on_state(LineState(up=True, round_trip_ms=(time.perf_counter() - begun) * 1000))
            for notice in found:
                self._on_notice(notice)

    def _round_trip(self, connection: psycopg.Connection[Any]) -> list[Notice]:
        """Hear from the server and, where knocks have to be asked for, what they were."""
        connection.execute("SELECT 1")
        return []

    def _down(self, error: HmsError | None) -> None:
        if not self._ending.is_set():
            try:
                self._on_state(LineState(up=False, error=error))
            except Exception as stumble:
                _stumbled(stumble)


def _stumbled(error: Exception) -> None:
    """A bug in a callback is told as one that ended the thread would be."""
    threading.excepthook(
        threading.ExceptHookArgs((type(error), error, error.__traceback__, threading.current_thread()))
    )
