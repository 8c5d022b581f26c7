"""The listener hears every knock, notices silence within three seconds, and catches up when it returns."""

import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

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


class BrokenEar(Ear):
    """Fails with `error` at every notice, and keeps it all the same."""

    def __init__(self, error: BaseException) -> None:
        super().__init__()
        self._error = error

    def hear(self, notice: Notice) -> None:
        super().hear(notice)
        raise self._error


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[BaseException | None]:
    """What was said of threads that failed."""
    heard: list[BaseException | None] = []
    monkeypatch.setattr(threading, "excepthook", lambda args: heard.append(args.exc_value))
    return heard


def test_a_callback_that_fails_is_told_and_the_listener_comes_back(
    hospital: Hospital, told: list[BaseException | None]
) -> None:
    error = ValueError("a bug")
    ear = BrokenEar(error)
    listener = listening(hospital, ear)
    for number in (1, 2):
        before = len(ear.states)
        hospital.sql("SELECT pg_notify('hms_changes', %s)", f"queue:{number}")
        assert ear.wait(lambda before=before: [state.up for state in ear.states[before:]][-1:] == [True])
        assert any(not state.up for state in ear.states[before:])
    assert told == [error, error]
    listener.stop()
    assert not listener.alive


def test_a_listener_that_cannot_even_say_that_it_fell_tries_again(
    hospital: Hospital, told: list[BaseException | None]
) -> None:
    def feel(state: LineState) -> None:
        raise ValueError("a bug")

    listener = Listener(hospital.superuser, [Channel.CHANGES], Ear().hear, feel)
    listener.start()
    wait_until(lambda: len(told) >= 4)
    assert listener.alive
    listener.stop()
    assert not listener.alive


def test_a_thread_that_died_holds_nobody_up_and_another_one_listens(
    hospital: Hospital, told: list[BaseException | None]
) -> None:
    ear = BrokenEar(SystemExit())
    listener = listening(hospital, ear)
    for number in ("1", "2"):
        hospital.sql("SELECT pg_notify('hms_changes', %s)", f"queue:{number}")
        wait_until(lambda: not listener.alive)
        assert ear.notices[-1].key == number
        states = len(ear.states)
        listener.start()
        assert ear.wait(lambda states=states: len(ear.states) > states)
    listener.stop()
    assert not listener.alive
    assert len(told) == 2


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
