"""Which backups stay, by days, weeks and months."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from hms_desktop.clinic.operations.backups.retention import Retention

MOMENTS = st.lists(st.datetimes(dt.datetime(2024, 1, 1), dt.datetime(2027, 1, 1)), unique=True, max_size=60)


def days(count: int) -> list[dt.datetime]:
    last = dt.datetime(2026, 3, 31, 3)
    return [last - dt.timedelta(days=back) for back in range(count)]


def test_a_week_of_days_five_weeks_and_a_year_of_months_stay() -> None:
    kept = Retention().kept(days(400))
    assert set(days(7)) <= kept
    assert {moment.month for moment in kept} == set(range(1, 13))
    assert len(kept) == 7 + 3 + 11  # the newest of two weeks and of a month are among the days already


def test_of_two_backups_on_one_day_the_newer_stays() -> None:
    morning, evening = dt.datetime(2026, 3, 31, 3), dt.datetime(2026, 3, 31, 20)
    assert Retention(1, 0, 0).kept([morning, evening]) == {evening}


def test_days_without_a_backup_do_not_count() -> None:
    old = [dt.datetime(2026, 1, 1), dt.datetime(2026, 1, 5), dt.datetime(2026, 1, 9)]
    assert Retention(3, 0, 0).kept(old) == set(old)


@given(MOMENTS, st.integers(0, 9), st.integers(0, 9), st.integers(0, 9))
def test_the_newest_always_stays_and_nothing_is_made_up(
    made: list[dt.datetime], daily: int, weekly: int, monthly: int
) -> None:
    kept = Retention(daily, weekly, monthly).kept(made)
    assert kept <= set(made)
    assert not made or max(made) in kept
    assert len(kept) <= max(daily + weekly + monthly, 1)
