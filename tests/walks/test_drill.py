"""The drill: the server is lost in the middle of a day, and comes back; what was lost is counted."""

import contextlib
import shutil
import tempfile
import threading
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import psutil
import pytest

from hms_desktop.clinic.operations.backups import archiving
from hms_desktop.clinic.operations.backups.archiving import Archive
from hms_desktop.clinic.operations.backups.encryption import KeyFile, make_key_file
from hms_desktop.clinic.operations.backups.loading import load
from hms_desktop.clinic.operations.backups.making import Watch, Wish, back_up
from hms_desktop.clinic.patients import actions
from hms_desktop.clinic.patients.rules import PatientRecord
from hms_desktop.core.connecting import connect
from hms_desktop.core.embedded import EmbeddedPostgres, scratch
from hms_desktop.core.errors import HmsError
from hms_desktop.core.settings import Server
from tests.hospital import Hospital, make_template
from tests.waiting import wait_until


@dataclass
class Clerk:
    """Registers patients as fast as the server answers, and remembers each record number that was told."""

    hospital: Hospital
    login: Server
    told: list[str] = field(default_factory=list)
    ending: threading.Event = field(default_factory=threading.Event)

    def work(self) -> None:
        database = self.hospital.database(self.login)
        while not self.ending.is_set():
            record = PatientRecord(given_names="Amina", family_name=f"Okafor {uuid.uuid4().hex[:6]}")
            with contextlib.suppress(HmsError):
                self.told.append(database.run_now(actions.register, intent=uuid.uuid4(), record=record).mrn)

    @contextlib.contextmanager
    def at_work(self) -> Iterator[None]:
        working = threading.Thread(target=self.work, daemon=True)
        working.start()
        try:
            yield
        finally:
            self.ending.set()
            working.join()


@pytest.fixture
def ground() -> Iterator[Path]:
    """A folder that the server's account can reach too."""
    folder = Path(tempfile.mkdtemp(prefix="hms-drill-"))
    folder.chmod(0o711)
    yield folder
    shutil.rmtree(folder)


def lose(data: Path) -> None:
    """The machine is gone: everything that served is killed at once, and its disk with it."""
    doomed = [
        process
        for process in psutil.process_iter(["cmdline"])
        if any(str(data) in word for word in process.info["cmdline"] or []) and "pg_receivewal" not in process.name()
    ]
    doomed += [child for process in doomed for child in process.children(recursive=True)]
    for process in doomed:
        with contextlib.suppress(psutil.NoSuchProcess):
            process.kill()
    psutil.wait_procs(doomed, timeout=20)
    shutil.rmtree(data)


def numbers(server: Server) -> set[str]:
    """The record numbers that are there, as the clerk reads them who signs in with the password of before."""
    with connect(server, application="test") as connection:
        return {row[0] for row in connection.execute("SELECT mrn FROM hms.patients")}


def test_a_server_that_is_lost_in_mid_day_comes_back_with_all_that_was_told_to_anybody(ground: Path) -> None:
    data, archive = ground / "data", Archive(ground / "archive")
    make_key_file(ground / "key")
    postgres = EmbeddedPostgres(data)
    hospital = Hospital(make_template(postgres.start(), "hms"))
    clerk = Clerk(hospital, hospital.person("front_desk"))
    hospital.close()
    assert archiving.switch_on(postgres, archive)
    base = archiving.make_base(postgres, archive)
    with connect(hospital.superuser, application="test") as connection:
        assert connection.execute("SELECT kind, file FROM hms.backups").fetchall() == [("base", base.name)]

    with archiving.followed(postgres, archive, nothing_lost=True), clerk.at_work():
        wait_until(lambda: len(clerk.told) >= 20)
        server = hospital.superuser
        nightly = back_up(
            Wish(server, ground / "backups", KeyFile(ground / "key"), superuser=server, verify=False), Watch()
        ).path
        noon = len(clerk.told)
        moment = datetime.now(UTC)
        wait_until(lambda: len(clerk.told) >= noon + 20)
        lose(data)

    archiving.restore(archive, ground / "again", None)
    with EmbeddedPostgres(ground / "again") as again:
        there = replace(clerk.login, host=again.server.host)
        assert set(clerk.told) <= numbers(there)
        assert archiving.switch_on(again, Archive(ground / "next archive"))

    archiving.restore(archive, ground / "noon", moment)
    with EmbeddedPostgres(ground / "noon") as again:
        at_noon = numbers(replace(clerk.login, host=again.server.host))
    assert set(clerk.told[: noon - 1]) <= at_noon < set(clerk.told)

    with scratch() as elsewhere:
        load(nightly, KeyFile(ground / "key"), elsewhere.server, "hms")
        kept = numbers(replace(clerk.login, host=elsewhere.server.host))
    lost = set(clerk.told) - kept
    assert 20 <= len(lost) <= len(clerk.told)
    assert len(kept) >= 20
