"""One person's time at the desk, from the password to the sign-out: the pool, the listener and who it is."""

import asyncio
import importlib.metadata
import logging

from PySide6.QtCore import QTimer

from hms_desktop.clinic.records.queries import compatibility
from hms_desktop.clinic.records.rules import why_incompatible
from hms_desktop.clinic.staff import queries as staff
from hms_desktop.core.database import Database
from hms_desktop.core.errors import Misconfigured
from hms_desktop.core.listener import LineState, Listener
from hms_desktop.core.notices import Channel
from hms_desktop.core.settings import Server
from hms_desktop.widgets.desk import Person
from hms_desktop.widgets.live import Live

WATCH_MS = 2000
"""So often it is looked whether the listening thread lives; the line itself is watched by that thread."""
_log = logging.getLogger(__name__)


def program_version() -> str:
    """The version of this program."""
    return importlib.metadata.version("hms-desktop")


class SignedIn:
    """An open way to the server in one person's name."""

    def __init__(self, db: Database, who: Person) -> None:
        self.db = db
        self.who = who
        self.live = Live()
        self._listener = Listener(
            db.server, [Channel.CHANGES], self.live.on_notice, self.live.on_state, application="hms-desktop-listener"
        )
        self.live.went_away.connect(lambda _error: db.forget_connections())
        self._watch = QTimer(self.live, interval=WATCH_MS)
        self._watch.timeout.connect(self._keep_listening)

    @classmethod
    async def open(cls, server: Server, workstation: str) -> "SignedIn":
        """Sign in to `server` as the person it names.

        Raises Refused (wrong password, no member of staff), Misconfigured (certificate, versions), Unreachable.
        """
        db = Database(server, workstation=workstation, application="hms-desktop")
        try:
            await check_versions(db)
            me = await db.read(staff.me)
        except BaseException:
            db.close()
            raise
        return cls(db, Person(me.login, me.display_name, me.duties))

    def listen(self) -> None:
        """Begin to hear of changes."""
        self._listener.start()
        self._watch.start()

    def _keep_listening(self) -> None:
        """A desk that hears nothing would show old things as if they were new: say so, and listen again."""
        if not self._listener.alive:
            _log.error("the listening thread has died; another one listens")
            self.live.on_state(LineState(up=False))
            self._listener.start()

    async def close(self) -> None:
        """End the listener and every connection."""
        self._watch.stop()
        await asyncio.to_thread(self._listener.stop)
        self.db.close()
        self.live.deleteLater()


async def check_versions(db: Database) -> None:
    """Raises Misconfigured with one sentence where this program and the database cannot work together."""
    try:
        found = await db.read(compatibility)
    except Exception as error:
        if "UndefinedTable" in f"{error!r}":
            raise Misconfigured(
                "database.not_ours",
                why_incompatible(client=program_version(), revision="", min_client_version="", message=""),
            ) from error
        raise
    why = why_incompatible(
        client=program_version(),
        revision=found.revision,
        min_client_version=found.min_client_version,
        message=found.message,
    )
    if why:
        raise Misconfigured("versions.apart", why, {"version": program_version()})


async def verify(server: Server, workstation: str) -> None:
    """Prove a password by opening a connection with it. Raises as `SignedIn.open` does."""
    db = Database(server, workstation=workstation, application="hms-desktop-verify", pool_size=1)
    try:
        await db.read(staff.me)
    finally:
        db.close()
