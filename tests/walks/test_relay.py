"""Many workstations hear of changes without listening: one relay listens, and they ask what it has heard."""

import threading
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace

import pytest

from hms_desktop.clinic.operations import installing, relaying
from hms_desktop.clinic.operations.relaying import Relay
from hms_desktop.clinic.patients import actions
from hms_desktop.clinic.patients.rules import PatientRecord
from hms_desktop.core import poller
from hms_desktop.core.listener import LineState, Listener
from hms_desktop.core.notices import Channel, Notice
from hms_desktop.core.poller import Poller, line_to
from hms_desktop.core.settings import Server
from tests.hospital import PASSWORD, Hospital
from tests.pooler import pooler
from tests.proxy import Proxy
from tests.waiting import wait_until

EVERYTHING = Notice(Channel.CHANGES, "", "")


class Ear:
    """What one workstation hears, and how its line stands."""

    def __init__(self, server: Server) -> None:
        self.notices: list[Notice] = []
        self.states: list[LineState] = []
        self.line = line_to(server, [Channel.CHANGES], self.notices.append, self.states.append, application="test")

    def knows(self, area: str) -> bool:
        return any(notice.area == area for notice in self.notices)

    @contextmanager
    def open(self) -> Iterator["Ear"]:
        self.line.start()
        try:
            wait_until(lambda: bool(self.states) and self.states[-1].up, "the line is up")
            yield self
        finally:
            self.line.stop()


@pytest.fixture(autouse=True)
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(poller, "POLL_SECONDS", 0.05)
    monkeypatch.setattr(poller, "WITHOUT_RELAY_SECONDS", 0.2)
    monkeypatch.setattr(relaying, "BEAT_SECONDS", 0.1)


def worker(hospital: Hospital) -> Server:
    """The service's login under which a relay runs."""
    made = installing.verifier(hospital.connection(), "hms_worker", PASSWORD)
    hospital.sql(f"ALTER ROLE hms_worker PASSWORD '{made}'")
    return hospital.superuser.signed_in_as("hms_worker", PASSWORD)


@contextmanager
def relay(hospital: Hospital, server: Server) -> Iterator[None]:
    running = Relay(hospital.database(server))
    working = threading.Thread(target=running.run)
    working.start()
    try:
        recently = "SELECT 1 FROM hms.relay_beats WHERE beat_at > clock_timestamp() - interval '2 s'"
        wait_until(lambda: hospital.sql(recently) != [])
        yield
    finally:
        running.stop()
        working.join()


def register(hospital: Hospital, clerk: Server) -> None:
    with closing(hospital.database(clerk)) as database:
        record = PatientRecord(given_names="Amina", family_name="Okafor")
        database.run_now(actions.register, intent=uuid.uuid4(), record=record)


def test_a_workstation_listens_where_its_settings_say_nothing_else(hospital: Hospital) -> None:
    assert type(Ear(hospital.superuser).line) is Listener
    assert type(Ear(replace(hospital.superuser, knocks="relay")).line) is Poller


def test_what_a_colleague_did_is_heard_without_listening_and_through_the_pooler(hospital: Hospital) -> None:
    clerk = hospital.person("front_desk")
    with (
        pooler(hospital.superuser) as running,
        relay(hospital, worker(hospital)),
        Ear(replace(clerk, knocks="relay", pooler=running.address)).open() as ear,
    ):
        before = len(ear.notices)
        register(hospital, clerk)
        wait_until(lambda: ear.knows("patients"))
        assert len([notice for notice in ear.notices[before:] if notice.area == "patients"]) == 1


def test_while_no_relay_runs_everything_is_read_again_now_and_then(hospital: Hospital) -> None:
    with Ear(replace(hospital.person("front_desk"), knocks="relay")).open() as ear:
        wait_until(lambda: len(ear.notices) >= 3)
        assert set(ear.notices) == {EVERYTHING}
        assert all(state.up for state in ear.states)


def test_a_relay_that_lost_the_server_lets_everybody_read_again(hospital: Hospital) -> None:
    clerk = hospital.person("front_desk")
    with (
        Proxy(hospital.superuser) as proxy,
        relay(hospital, proxy.through(worker(hospital))),
        Ear(replace(clerk, knocks="relay")).open() as ear,
    ):
        wait_until(lambda: hospital.sql("SELECT 1 FROM hms.relayed_knocks WHERE area = ''") != [])
        before = hospital.sql("SELECT count(*) FROM hms.relayed_knocks WHERE area = ''")
        proxy.cut()
        register(hospital, clerk)
        wait_until(lambda: hospital.sql("SELECT count(*) FROM hms.relayed_knocks WHERE area = ''") > before)
        wait_until(lambda: EVERYTHING in ear.notices)


def test_who_asks_after_a_long_time_or_a_restored_database_reads_everything(hospital: Hospital) -> None:
    def since(last: int | None) -> object:
        return hospital.sql("SELECT knocks FROM hms.knocks_since(%s)", last)[0][0]

    hospital.sql("SELECT hms.relay_knocks('{hms_changes,hms_changes,hms_changes}', '{a,b,b}', '{1,2,2}')")
    assert since(None) == []
    assert since(1) == [["hms_changes", "b", "2"]]
    assert since(3) == []
    assert since(4) is None
    hospital.sql("UPDATE hms.relayed_knocks SET at = at - interval '11 minutes'")
    hospital.sql("SELECT hms.relay_knocks('{}', '{}', '{}')")
    assert hospital.sql("SELECT id FROM hms.relayed_knocks") == [(3,)]
    assert since(1) is None
    assert since(2) == [["hms_changes", "b", "2"]]
    hospital.sql(
        "SELECT hms.relay_knocks(array_agg('hms_changes'::text), array_agg('a'::text), array_agg(n::text)) "
        "FROM generate_series(1, 600) n"
    )
    assert since(3) is None
