"""Asks each two seconds what a relay has heard, where too many would listen; the listener in all other ways."""

import logging
import time
from collections.abc import Callable, Sequence
from typing import Any

import psycopg

from hms_desktop.core.connecting import connect
from hms_desktop.core.listener import LineState, Listener
from hms_desktop.core.notices import Notice
from hms_desktop.core.settings import Server

POLL_SECONDS = 2.0
RELAY_SILENT_SECONDS = 5.0
WITHOUT_RELAY_SECONDS = 10.0
"""So often everything counts as changed while the relay is silent."""
_log = logging.getLogger(__name__)


class Poller(Listener):
    """As a Listener, over a connection that may be a pooler's and that the server need not wake.

    A knock arrives up to `POLL_SECONDS` and a blink late. Each question is also the beat of the line.
    """

    _last: int | None = None
    _everything_at = 0.0

    def _opened(self) -> psycopg.Connection[Any]:
        pooler = self._server.at(self._server.pooler) if self._server.pooler else None
        return connect(
            pooler or self._server, application=self._application, autocommit=True, pooled=pooler is not None
        )

    def _tune_in(self, _connection: psycopg.Connection[Any]) -> None:
        self._last = None  # who comes up reads everything, and from there on what is new

    def _hear(self, connection: psycopg.Connection[Any]) -> None:
        while not self._ending.wait(POLL_SECONDS):
            self._beat(connection)

    def _round_trip(self, connection: psycopg.Connection[Any]) -> list[Notice]:
        """Ask what is new. Where the relay is silent, everything may have changed, now and then."""
        row = connection.execute("SELECT last, silent, knocks FROM hms.knocks_since(%s)", (self._last,)).fetchone()
        assert row is not None  # noqa: S101 - the function returns one row
        first, (self._last, silent, knocks) = self._last is None, row
        if silent is None or silent > RELAY_SILENT_SECONDS:
            return [] if first else self._everything_again()
        if knocks is None:
            return self._everything()
        return [Notice(*knock) for knock in knocks if knock[0] in self._channels]

    def _everything_again(self) -> list[Notice]:
        if time.monotonic() - self._everything_at < WITHOUT_RELAY_SECONDS:
            return []
        self._everything_at = time.monotonic()
        _log.warning("the relay of the server's knocks is silent; everything is read again and again")
        return self._everything()

    def _everything(self) -> list[Notice]:
        return [Notice(channel, "", "") for channel in self._channels]


def line_to(
    server: Server,
    channels: Sequence[str],
    on_notice: Callable[[Notice], None],
    on_state: Callable[[LineState], None],
    *,
    application: str,
) -> Listener:
    """How this workstation hears of changes, as its settings say: it listens, or asks a relay's list."""
    kind = Poller if server.knocks == "relay" else Listener
    return kind(server, channels, on_notice, on_state, application=application)
