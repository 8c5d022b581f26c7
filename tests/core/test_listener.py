"""The listener hears every knock, notices silence within three seconds, and catches up when it returns."""

import threading
import time
from collections.abc import Callable
from pathlib import Path

from hms_desktop.core.listener import LineState, Listener
from hms_desktop.core.notices import Channel, Notice, parse
from tests.corpus import corpus
from tests.hospital import Hospital
from tests.proxy import Proxy
from tests.waiting import PATIENCE, wait_until


class Ear:
    """Keeps what a listener says."""

    def __init__(self) -> None:
        self.notices: list[Notice] = []
        self.states: list[LineState] = []
        self._changed = threading.Condition()

    def hear(self, notice: Notice) -> None:
        with self._changed:
            self.notices.append(notice)
            self._changed.notify_all()

    def feel(self, state: LineState) -> None:
        with self._changed:
            self.states.append(state)
            self._changed.notify_all()

    def wait(self, met: Callable[[], bool], seconds: float = PATIENCE) -> bool:
        with self._changed:
            return self._changed.wait_for(met, seconds)


def listening(hospital: Hospital, ear: Ear, proxy: Proxy | None = None) -> Listener:
    server = proxy.through() if proxy else hospital.superuser
    listener = Listener(server, [Channel.CHANGES], ear.hear, ear.feel)
    listener.start()
    assert ear.wait(lambda: bool(ear.states) and ear.states[-1].up)
    return listener


def test_a_knock_arrives_with_its_area_and_key(hospital: Hospital) -> None:
    ear = Ear()
    listener = listening(hospital, ear)
    hospital.sql("SELECT pg_notify('hms_changes', 'queue:12')")
    assert ear.wait(lambda: Notice("hms_changes", "queue", "12") in ear.notices)
    listener.stop()


def test_a_forged_knock_becomes_a_wish_to_read_everything_again() -> None:
    for payload in ("", "'; DROP TABLE", "queue:" + "9" * 7000, "queue:1\n2", "QUEUE:1"):
        assert parse("hms_changes", payload) == Notice("hms_changes", "", "")


def test_after_its_backend_is_ended_it_says_down_and_comes_back(hospital: Hospital) -> None:
    ear = Ear()
    listener = listening(hospital, ear)
    hospital.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'hms-listener'")
    assert ear.wait(lambda: any(not state.up for state in ear.states) and ear.states[-1].up)
    hospital.sql("SELECT pg_notify('hms_changes', 'queue:7')")
    assert ear.wait(lambda: Notice("hms_changes", "queue", "7") in ear.notices)
    listener.stop()


def test_a_frozen_network_is_noticed_within_three_seconds(hospital: Hospital) -> None:
    ear = Ear()
    with Proxy(hospital.superuser) as proxy:
        listener = listening(hospital, ear, proxy)
        begun = time.monotonic()
        proxy.freeze()
        assert ear.wait(lambda: not ear.states[-1].up)
        assert time.monotonic() - begun <= 15, "three seconds where the machine has time"
        proxy.thaw()
        assert ear.wait(lambda: ear.states[-1].up)
        listener.stop()


def test_stopping_ends_thread_and_connection(hospital: Hospital) -> None:
    ear = Ear()
    listener = listening(hospital, ear)
    listener.stop()
    wait_until(lambda: not listener.alive)
    connected = (
        "SELECT 1 FROM pg_stat_activity WHERE application_name = 'hms-listener' AND datname = current_database()"
    )
    wait_until(lambda: not hospital.sql(connected))


def test_every_hostile_line_as_a_payload_is_one_knock_and_the_line_goes_on(hospital: Hospital, shared: Path) -> None:
    ear = Ear()
    anybody = hospital.connection(hospital.person("front_desk"))
    listener = listening(hospital, ear)
    lines = [text for text in corpus(shared) if "\0" not in text and len(text.encode("utf-8", "ignore")) < 8000]
    sent = {line for line in lines if not any("\ud800" <= sign <= "\udfff" for sign in line)}
    with anybody.cursor() as cursor:
        cursor.executemany("SELECT pg_notify('hms_changes', %s)", [(line,) for line in sorted(sent)])
        cursor.execute("SELECT pg_notify('hms_changes', 'queue:1')")
    try:
        assert ear.wait(lambda: Notice("hms_changes", "queue", "1") in ear.notices)
        assert len(ear.notices) >= len(sent)
        for notice in ear.notices:
            assert notice == Notice("hms_changes", "", "") or f"{notice.area}:{notice.key}" in {*sent, "queue:1"}
        assert ear.states[-1].up
    finally:
        listener.stop()
