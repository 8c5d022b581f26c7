"""The ways to one server: pools of connections, and how a unit of work begins on each kind of them."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import psycopg
import sqlalchemy as sa

from hms_desktop.core.connecting import connect, told_at_begin
from hms_desktop.core.settings import Server
from hms_desktop.core.telemetry import Telemetry

_BEGIN_SNAPSHOT = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"


@dataclass(frozen=True)
class Way:
    """An engine and, where a pooler shares its connections, the words with which each unit of work begins."""

    engine: sa.Engine
    begin: str = ""

    @contextlib.contextmanager
    def unit(self, raw: psycopg.Connection[Any]) -> Iterator[None]:
        """One unit of work. Behind a pooler it is one transaction that says itself what a session would remember."""
        if not self.begin:
            yield
            return
        raw.execute(self.begin.encode())  # several statements in one round trip
        try:
            yield
        except BaseException:
            with contextlib.suppress(psycopg.Error):
                raw.rollback()
            raise
        raw.execute("COMMIT")


class Ways:
    """`writing`, `reading` (each statement for itself) and `snapshot` (statements that agree) over one pool.

    With `pooled`, connections go to the server's pooler, which gives another session to each transaction: so every
    unit of work is one transaction there, limits and workstation are said in it, and nothing is prepared.
    """

    def __init__(
        self,
        server: Server,
        *,
        workstation: str,
        application: str,
        pool_size: int,
        patience: float,
        pooled: bool = False,
        telemetry: Telemetry | None = None,
    ) -> None:
        self._engine = sa.create_engine(
            "postgresql+psycopg://",
            creator=lambda: connect(server, application=application, workstation=workstation, pooled=pooled),
            pool_size=pool_size,
            max_overflow=1,
            pool_timeout=patience,
            pool_recycle=1800,
            # What is asked most needs no other mode; behind a pooler a unit of work may leave a transaction open.
            isolation_level="AUTOCOMMIT",
            skip_autocommit_rollback=not pooled,
            use_native_hstore=False,  # a type of which no table has any; looking for it is a transaction of its own
        )
        if pooled:
            told = told_at_begin(workstation)
            self.writing = self.reading = Way(self._engine, f"BEGIN; {told}")
            self.snapshot = Way(self._engine, f"{_BEGIN_SNAPSHOT}; {told}")
        else:
            self.reading = Way(self._engine)
            self.writing = Way(self._engine.execution_options(isolation_level="READ COMMITTED"))
            self.snapshot = Way(
                self._engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
            )
        if telemetry is not None:
            telemetry.watch(self._engine)

    def forget(self) -> None:
        """Let go of idle connections; the next unit of work opens new ones."""
        before = self._engine.pool
        self._engine.dispose()
        before.dispose()  # once more: one may have come back when it was emptied and not yet replaced
