"""One person's time at the desk, from the password to the sign-out: the pool, the listener and who it is."""

import asyncio
import importlib.metadata
import logging
from dataclasses import replace

from PySide6.QtCore import QTimer

from hms_desktop.app.warming import warm
from hms_desktop.clinic.fleet.rules import AREA_OF_REFERENCE
from hms_desktop.clinic.fleet.telling import teller
from hms_desktop.clinic.records.queries import why_unfit
from hms_desktop.clinic.staff import queries as staff
from hms_desktop.core.cache import ReferenceCache
from hms_desktop.core.crashes import CrashBook
from hms_desktop.core.database import Database
from hms_desktop.core.listener import LineState
from hms_desktop.core.notices import Channel, Notice
from hms_desktop.core.poller import line_to
from hms_desktop.core.settings import Server
from hms_desktop.core.telemetry import Telemetry
from hms_desktop.widgets.desk import Person
from hms_desktop.widgets.errands import Latest
from hms_desktop.widgets.heartbeat import Heartbeat
from hms_desktop.widgets.live import Live

WATCH_MS = 2000
"""So often it is looked whether the listening thread lives; the line itself is watched by that thread."""
_log = logging.getLogger(__name__)
PROGRAM = "hms-desktop"


def program_version() -> str:
    """The version of this program."""
    return importlib.metadata.version("hms-desktop")


class SignedIn:
    """An open way to the server in one person's name, and what is measured of it and told each minute."""

    def __init__(
        self, db: Database, who: Person, telemetry: Telemetry, cache: ReferenceCache, crashes: CrashBook | None
    ) -> None:
        self.db = db
        self.who = who
        self.live = Live()
        self.telemetry = telemetry
        self._cache = cache
        self._warming: Latest | None = None
        self._heartbeat = Heartbeat(telemetry.note_stall, self.live)
        self._teller = teller(telemetry, db, program=PROGRAM, version=program_version(), book=crashes)
        self._listener = line_to(
            db.server, [Channel.CHANGES], self._on_notice, self._on_state, application="hms-desktop-listener"
        )
        self.live.went_away.connect(lambda _error: db.forget_connections())
        self._watch = QTimer(self.live, interval=WATCH_MS)
        self._watch.timeout.connect(self._keep_listening)
        self.live.went_away.connect(lambda _error: telemetry.note_loss())
        self.live.line_changed.connect(self._note_line)

    @classmethod
    async def open(cls, server: Server, workstation: str, crashes: CrashBook | None = None) -> "SignedIn":
        """Sign in to `server` as the person it names; the server will hear of `crashes` too.

        Raises Refused (wrong password, no member of staff), Misconfigured (certificate, versions), Unreachable.
        """
        telemetry = Telemetry()
        cache = ReferenceCache(telemetry)
        db = Database(server, workstation=workstation, application=PROGRAM, telemetry=telemetry, cache=cache)
        try:
            await check_versions(db)
            me = await db.read(staff.me)
        except BaseException:
            db.close()
            raise
        return cls(db, Person(me.login, me.display_name, me.duties, me.by_ticket), telemetry, cache, crashes)

    def listen(self) -> None:
        """Begin to hear of changes, and to tell what is measured."""
        self._listener.start()
        self._watch.start()
        self._heartbeat.start()
        self._teller.start()

    def _keep_listening(self) -> None:
        """A desk that hears nothing would show old things as if they were new: say so, and listen again."""
        if not self._listener.alive:
            _log.error("the listening thread has died; another one listens")
            self._on_state(LineState(up=False))
            self._listener.start()

    def _on_notice(self, notice: Notice) -> None:
        """On the listener's thread: what was kept is dropped before any page can ask for it again."""
        self._cache.on_notice(notice)
        self.live.on_notice(notice)
        if notice.area in AREA_OF_REFERENCE:
            self.live.on_notice(replace(notice, area=AREA_OF_REFERENCE[notice.area]))

    def _on_state(self, state: LineState) -> None:
        """On the listener's thread."""
        self._cache.on_state(state)
        self.live.on_state(state)

    def _note_line(self, state: LineState) -> None:
        if not state.up:
            return
        self.telemetry.note_beat(state.round_trip_ms)
        if self._warming is None:
            self._warming = Latest()
            self._warming.ask(warm(self.db, self._cache, self.who))

    async def close(self) -> None:
        """End the listener and every connection."""
        self._watch.stop()
        if self._warming is not None:
            self._warming.drop()
        self._heartbeat.stop()
        self._teller.stop()
        await asyncio.to_thread(self._listener.stop)
        self.db.close()
        self.live.deleteLater()


async def check_versions(db: Database) -> None:
    """Raises Misconfigured with one sentence where this program and the database cannot work together."""
    why = await db.read(why_unfit, client=program_version())
    if why is not None:
        raise why


async def verify(server: Server, workstation: str) -> None:
    """Prove a password by opening a connection with it. Raises as `SignedIn.open` does."""
    db = Database(server, workstation=workstation, application="hms-desktop-verify", pool_size=1)
    try:
        await db.read(staff.me)
    finally:
        db.close()
