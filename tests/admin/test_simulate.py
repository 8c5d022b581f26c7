"""hms-admin simulate lives through real days with the real kiosk, and every invariant holds."""

import json
import time
from pathlib import Path

import pytest

from hms_desktop.core.connecting import connect
from tests.admin.conftest import Central, Run
from tests.hospital import PASSWORD, Hospital

HEADER = "arrived_at,service,patient_ref,sex,age,had_appointment,left_without_being_seen\n"
SMALL = HEADER + "".join(
    f"2026-05-17T08:{n:02}:00Z,{('Clinic', 'Eye')[n % 2]},{n % 17},F,{20 + 3 * n},{n % 3 == 0:d},{n % 9 == 0:d}\n"
    for n in range(20)
)
BAD = "tomorrow,Clinic,1,F,1,0,0\n2026-05-17T08:30:00Z,Clinic,77,F,-1,0,0\n2026-05-17T08:31:00Z,,78,F,1,0,0\n"


def report(text: str) -> dict[str, object]:
    """The one object that the last line of the output is."""
    found = json.loads(text.splitlines()[-1])
    assert sorted(found) == ["acknowledged", "calls", "tickets", "violations", "waits"]
    return dict(found)


def test_a_small_day_with_bad_rows_goes_on_and_holds(run_alone: Run, tmp_path: Path) -> None:
    file = tmp_path / "day.csv"
    file.write_text(SMALL + BAD, encoding="utf-8")
    done = run_alone("simulate", "--arrivals", file, "--counters", 3, "--json")
    assert done.returncode == 0, done.stdout + done.stderr
    assert [line.split(" is left out")[0] for line in done.stderr.splitlines()] == ["Line 22", "Line 23", "Line 24"]
    found = report(done.stdout)
    assert found["violations"] == []
    assert found["calls"] == found["acknowledged"] != 0
    assert isinstance(found["tickets"], int)
    assert 17 <= found["tickets"] <= 20
    assert isinstance(found["waits"], dict)
    assert set(found["waits"]) == {"Clinic", "Eye"}


def test_the_clock_can_run_instead_of_leap(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "day.csv"
    file.write_text("".join(SMALL.splitlines(keepends=True)[:5]), encoding="utf-8")
    done = run("simulate", "--arrivals", file, "--speed", 1500, "--json")
    assert done.returncode == 0, done.stdout + done.stderr
    assert report(done.stdout)["violations"] == []


def test_a_day_in_a_demo_that_exists_leaves_its_clock_right(hospital: Hospital, run: Run, tmp_path: Path) -> None:
    keeper = hospital.person("admin", "manager")
    file = tmp_path / "day.csv"
    file.write_text("".join(SMALL.splitlines(keepends=True)[:7]), encoding="utf-8")
    place = tmp_path / "settings.toml"
    place.write_text(
        f'[server]\nhost = "{keeper.host}"\nport = {keeper.port}\ndbname = "{keeper.dbname}"\nuser = "{keeper.user}"\n',
        encoding="utf-8",
    )
    done = run("simulate", "--arrivals", file, "--settings", place, HMS_SERVER_PASSWORD=PASSWORD)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Every invariant held:" in done.stdout
    assert hospital.sql("SELECT abs(extract(epoch FROM hms.hospital_now() - clock_timestamp())) < 5") == [(True,)]
    assert hospital.sql("SELECT count(*) FROM hms.tickets WHERE business_date = '2026-05-17'") == [(6,)]


def test_a_hospitals_own_database_is_refused_untouched(central: Central, run: Run, tmp_path: Path) -> None:
    file = tmp_path / "day.csv"
    file.write_text(SMALL, encoding="utf-8")
    done = run("simulate", "--arrivals", file, *central.as_ada)
    assert done.returncode == 1
    assert done.stderr == "The database hms was not created as a demo, so no day is simulated in it.\n"
    with connect(central.server.signed_in_as("ada", "correct horse battery"), application="test") as connection:
        assert connection.execute("SELECT count(*) FROM hms.services").fetchone() == (0,)


@pytest.mark.parametrize(
    "text",
    ["", "no,header\n", HEADER, HEADER + BAD, "\x00\xff" * 40],
    ids=["empty", "another table", "header alone", "bad rows alone", "no text"],
)
def test_a_file_without_one_good_row_is_told(text: str, run: Run, tmp_path: Path) -> None:
    file = tmp_path / "day.csv"
    file.write_text(text, encoding="utf-8")
    done = run("simulate", "--arrivals", file)
    assert done.returncode == 1
    assert done.stderr.endswith("so there is no day to live through.\n")


def test_a_file_with_hundreds_of_services_is_refused(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "day.csv"
    file.write_text(HEADER + "".join(f"2026-05-17T08:00:00Z,S {n},{n},F,1,0,0\n" for n in range(300)), encoding="utf-8")
    done = run("simulate", "--arrivals", file)
    assert (done.returncode, done.stderr) == (1, f"{file} names 300 services; 60 at most.\n")


def test_a_file_that_is_not_there_is_told(run: Run, tmp_path: Path) -> None:
    done = run("simulate", "--arrivals", tmp_path / "none.csv")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)


def test_help_documents_the_format(run_alone: Run) -> None:
    told = run_alone("simulate", "--help").stdout
    for column in HEADER.strip().split(","):
        assert column in told
    assert "An age of 115 is believed." in told


def test_a_real_day_of_609_arrivals_holds_within_a_minute(run_alone: Run, shared: Path) -> None:
    began = time.monotonic()
    done = run_alone("simulate", "--arrivals", shared / "arrivals" / "day_600.csv", "--json")
    assert done.returncode == 0, done.stdout + done.stderr
    found = report(done.stdout)
    assert found["violations"] == []
    assert found["tickets"] == 583
    assert found["calls"] == found["acknowledged"]
    assert time.monotonic() - began < 240, "a minute on two cores of one's own"


@pytest.mark.large
def test_a_busy_real_day_of_1773_arrivals_holds(run_alone: Run, shared: Path) -> None:
    done = run_alone("simulate", "--arrivals", shared / "arrivals" / "day_busy.csv", "--json")
    assert done.returncode == 0, done.stdout + done.stderr
    found = report(done.stdout)
    assert found["violations"] == []
    assert found["calls"] == found["acknowledged"]
