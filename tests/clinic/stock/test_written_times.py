"""What a time on a paper counting sheet means, on the hospital's wall clock."""

import datetime as dt

import pytest

from hms_desktop.clinic.stock import queries_counts
from hms_desktop.clinic.stock.rules import last_such_time
from hms_desktop.core.errors import Refused
from tests.hospital import Hospital

NOW = dt.datetime(2026, 3, 2, 11, 30)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("10:05", dt.datetime(2026, 3, 2, 10, 5)),
        (" 9:05 ", dt.datetime(2026, 3, 2, 9, 5)),
        ("11:30", NOW),
        ("23:50", dt.datetime(2026, 3, 1, 23, 50)),
        ("٠٩:٠٥", dt.datetime(2026, 3, 2, 9, 5)),
        ("१०:०५", dt.datetime(2026, 3, 2, 10, 5)),
        ("2026-02-28 17:00", dt.datetime(2026, 2, 28, 17, 0)),
        ("2026-03-02T10:05", dt.datetime(2026, 3, 2, 10, 5)),
    ],
)
def test_a_time_without_its_day_is_the_last_such_one(text: str, meant: dt.datetime) -> None:
    assert last_such_time(text, now=NOW) == meant


@pytest.mark.parametrize("text", ["", "10", "10h05", "24:00", "10:60", "-1:00", "10:05 pm", "2026-02-30 10:00", "²:³"])
def test_what_is_no_time_means_nothing(text: str) -> None:
    assert last_such_time(text, now=NOW) is None


def test_the_clock_is_the_hospitals_own(hospital: Hospital) -> None:
    hospital.sql("UPDATE hms.facility SET time_zone = 'Asia/Kolkata'")
    hospital.set_clock(NOW.replace(tzinfo=dt.UTC))
    database = hospital.database(hospital.person("store"))
    found = database.read_now(queries_counts.moment_written, text="16:59")
    assert found == dt.datetime(2026, 3, 2, 11, 29, tzinfo=dt.UTC)
    with pytest.raises(Refused) as refused:
        database.read_now(queries_counts.moment_written, text="soon")
    assert (refused.value.code, refused.value.params) == ("count.time", {"field": "at"})
