"""A read replica answers what may be a little old; one's own changes are always seen, and without it all goes on."""

import tempfile
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.core import replica as replicas
from hms_desktop.core.database import Database
from hms_desktop.core.embedded import EmbeddedPostgres
from hms_desktop.core.errors import Unreachable
from hms_desktop.core.settings import Server
from tests.replica import StreamingReplica
from tests.waiting import wait_until


@dataclass(frozen=True)
class Pair:
    """A primary and what follows it."""

    primary: Server
    replica: StreamingReplica

    @property
    def named(self) -> Server:
        """The primary, naming its replica as the settings of a workstation do."""
        return replace(self.primary, replica=f"{self.replica.server.host}:{self.replica.server.port}")


@pytest.fixture(scope="module")
def pair() -> Iterator[Pair]:
    folder = Path(tempfile.mkdtemp(prefix="hms-replica-"))
    folder.chmod(0o711)
    (folder / "replica").mkdir()
    with EmbeddedPostgres(folder / "primary", delete=True) as postgres:
        following = StreamingReplica(postgres.server, folder / "replica")
        try:
            following.start()
            with closing(Database(postgres.server)) as database:
                database.run_now(do, statement="CREATE TABLE notes (id integer PRIMARY KEY)")
            yield Pair(postgres.server, following)
        finally:
            following.remove()
    folder.rmdir()


@pytest.fixture
def database(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    monkeypatch.setattr(replicas, "CATCH_UP_SECONDS", 30.0)  # nobody is in a hurry
    monkeypatch.setattr(replicas, "AWAY_SECONDS", 0.0)
    with closing(Database(pair.named)) as opened:
        opened.run_now(do, statement="DELETE FROM notes")
        yield opened


def do(session: Session, *, statement: str) -> None:
    session.execute(sa.text(statement))


def on_replica(session: Session) -> bool:
    return bool(session.execute(sa.text("SELECT pg_is_in_recovery()")).scalar_one())


def notes(session: Session) -> int:
    return int(session.execute(sa.text("SELECT count(*) FROM notes")).scalar_one())


def test_only_reads_that_allow_it_go_to_the_replica(database: Database) -> None:
    assert database.read_now(on_replica, replica=True)
    assert database.read_now(on_replica, replica=True, snapshot=True)
    assert not database.read_now(on_replica)
    assert not database.run_now(on_replica)


def test_ones_own_changes_are_always_read(database: Database) -> None:
    stale = []
    for number in range(60):
        database.run_now(do, statement=f"INSERT INTO notes VALUES ({number})")
        if database.read_now(notes, replica=True) != number + 1:
            stale.append(number)
    assert stale == []
    assert database.read_now(on_replica, replica=True)


def test_a_replica_that_does_not_catch_up_is_not_waited_for_longer_than_a_moment(
    pair: Pair, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replicas, "CATCH_UP_SECONDS", 0.05)
    pair.replica.sql("SELECT pg_wal_replay_pause()")
    try:
        wait_until(lambda: pair.replica.sql("SELECT pg_get_wal_replay_pause_state()") == [("paused",)])
        database.run_now(do, statement="INSERT INTO notes VALUES (1)")
        assert database.read_now(notes, replica=True) == 1
        assert not database.read_now(on_replica, replica=True)
    finally:
        pair.replica.sql("SELECT pg_wal_replay_resume()")
    monkeypatch.setattr(replicas, "CATCH_UP_SECONDS", 30.0)
    assert database.read_now(on_replica, replica=True)


def test_others_changes_may_lag_and_not_longer_than_the_limit(pair: Pair, database: Database) -> None:
    with (
        closing(Database(pair.primary)) as other,
        closing(Database(replace(pair.named, replica_lag_seconds=1))) as hurried,
    ):
        other.run_now(do, statement="INSERT INTO notes VALUES (1)")
        assert hurried.read_now(notes) == 1
        wait_until(lambda: hurried.read_now(notes, replica=True) == 1)
        pair.replica.sql("SELECT pg_wal_replay_pause()")
        try:
            wait_until(lambda: pair.replica.sql("SELECT pg_get_wal_replay_pause_state()") == [("paused",)])
            other.run_now(do, statement="INSERT INTO notes VALUES (2)")
            wait_until(lambda: not hurried.read_now(on_replica, replica=True), "the limit was reached")
            assert hurried.read_now(notes, replica=True) == 2
        finally:
            pair.replica.sql("SELECT pg_wal_replay_resume()")


def test_a_replica_that_is_stopped_and_started_in_mid_reading_is_not_noticed(pair: Pair, database: Database) -> None:
    wrong: list[object] = []
    asked = {True: 0, False: 0}
    ending = threading.Event()
    database.run_now(do, statement="INSERT INTO notes VALUES (1)")

    def read_on() -> None:
        while not ending.is_set():
            try:
                asked[database.read_now(on_replica, replica=True)] += 1
                if (found := database.read_now(notes, replica=True)) != 1:
                    wrong.append(found)
            except Unreachable as error:
                wrong.append(error.code)

    reading = threading.Thread(target=read_on)
    reading.start()
    try:
        for _ in range(2):
            begun = asked[True]
            wait_until(lambda before=begun: asked[True] > before + 5)
            pair.replica.stop()
            begun = asked[False]
            wait_until(lambda before=begun: asked[False] > before + 5)
            pair.replica.start()
        begun = asked[True]
        wait_until(lambda before=begun: asked[True] > before + 5)
    finally:
        ending.set()
        reading.join()
    assert wrong == []


def test_a_server_that_follows_nobody_is_no_replica(pair: Pair) -> None:
    own = f"{pair.primary.host}:{pair.primary.port}"
    with closing(Database(replace(pair.primary, replica=own))) as database:
        assert not database.read_now(on_replica, replica=True)


def test_a_replica_that_was_away_is_left_alone_for_a_while(tmp_path: Path, pair: Pair) -> None:
    with closing(Database(replace(pair.primary, replica=f"{tmp_path}:1"))) as database:
        assert not database.read_now(on_replica, replica=True)
        assert database._replica is not None
        assert not database._replica.may_be_asked
        assert not database.read_now(on_replica, replica=True)
