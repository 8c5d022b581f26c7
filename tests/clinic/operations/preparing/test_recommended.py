"""Which settings differ from the recommended ones: units, lists, bounds, and what waits for a restart."""

from dataclasses import replace

import pytest

from hms_desktop.clinic.operations.preparing import recommended
from hms_desktop.clinic.operations.preparing.recommended import LIBRARIES, RECOMMENDED, Fit, Found, Machine

GB = 1024**3
SERVER = Machine(16 * GB, workstations=100, libraries=frozenset(LIBRARIES), elsewhere=True)
WANTED = {each.name: each.value(SERVER) for each in RECOMMENDED}


def all_well() -> dict[str, Found]:
    return {name: Found(value, value, "", "sighup", "configuration file") for name, value in WANTED.items() if value}


def test_a_server_that_is_as_recommended_differs_in_nothing() -> None:
    assert recommended.differences(SERVER, all_well()) == ()


def test_memory_is_shared_out() -> None:
    assert WANTED["shared_buffers"] == "4096MB"
    assert WANTED["effective_cache_size"] == "12288MB"
    assert WANTED["max_connections"] == "350"
    assert WANTED["work_mem"] == "11MB"
    assert replace(SERVER, memory=512 * GB).connections == 350
    assert next(each for each in RECOMMENDED if each.name == "shared_buffers").value(
        replace(SERVER, memory=512 * GB)
    ) == ("16384MB")


def test_nothing_is_said_of_memory_that_is_not_known_and_of_libraries_that_are_not_there() -> None:
    poor = Machine(0, workstations=10)
    without = {each.name for each in RECOMMENDED if each.value(poor) is None}
    assert without == {
        *("shared_buffers", "effective_cache_size", "work_mem", "maintenance_work_mem", "listen_addresses"),
        *("shared_preload_libraries", "auth_delay.milliseconds", "pg_stat_statements.track_utility"),
    }


def test_more_than_recommended_is_left_alone() -> None:
    found = all_well() | {
        "max_connections": Found("900", "900", "", "postmaster", "configuration file"),
        "shared_buffers": Found("1048576", "8GB", "8kB", "postmaster", "configuration file"),
        "ssl_min_protocol_version": Found("TLSv1.3", "TLSv1.3", "", "sighup", "configuration file"),
        "max_wal_size": Found("1024", "1GB", "MB", "sighup", "default"),
    }
    assert recommended.differences(SERVER, found) == ()


def test_a_list_keeps_what_it_holds() -> None:
    theirs = Found("pgaudit", "pgaudit", "", "postmaster", "configuration file")
    (found,) = recommended.differences(SERVER, all_well() | {"shared_preload_libraries": theirs})
    assert found.wanted == "pgaudit,auth_delay,pg_stat_statements"
    assert found.restart


def test_what_was_written_already_waits_for_a_restart_only() -> None:
    written = Found("128MB", "4096MB", "", "postmaster", "configuration file")
    (found,) = recommended.differences(SERVER, all_well() | {"shared_buffers": written})
    assert (found.waits, found.restart, found.now) == (True, True, "128MB")


def test_what_stands_on_the_command_line_cannot_be_changed_in_a_file() -> None:
    (found,) = recommended.differences(SERVER, all_well() | {"jit": Found("on", "on", "", "user", "command line")})
    assert found.fixed


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        ("16384", "8kB", "128MB"),
        ("4096", "kB", "4MB"),
        ("2147483648", "B", "2GB"),
        ("30000", "ms", "30s"),
        ("0", "ms", "0"),
        ("-1", "ms", "-1"),
        ("off", "", "off"),
        ("", "", "(none)"),
    ],
)
def test_a_value_is_shown_as_a_person_writes_it(value: str, unit: str, shown: str) -> None:
    assert recommended.shown(value, unit) == shown


def test_a_value_is_compared_in_its_unit() -> None:
    assert recommended.fits(Fit.SAME, "300000", "5min", "ms")
    assert recommended.fits(Fit.SAME, "60", "60s", "s")
    assert not recommended.fits(Fit.AT_LEAST, "16384", "1GB", "8kB")
    assert not recommended.fits(Fit.AT_LEAST, "TLSv1.1", "TLSv1.2", "")
    assert not recommended.fits(Fit.SAME, "md5", "scram-sha-256", "")


def test_every_setting_has_a_reason() -> None:
    assert all(each.why and not each.why.endswith(".") for each in RECOMMENDED)
    assert len({each.name for each in RECOMMENDED}) == len(RECOMMENDED)
