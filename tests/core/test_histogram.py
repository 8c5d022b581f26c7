"""Buckets of durations: what they can say again, and that sums of many say the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hms_desktop.core import histogram


def counted(values: list[float]) -> list[int]:
    counts = histogram.empty()
    for value in values:
        counts[histogram.bucket_of(value)] += 1
    return counts


def test_of_nothing_a_quantile_is_nothing() -> None:
    assert histogram.quantile(histogram.empty(), 0.95) == 0


def test_what_took_longer_than_the_last_bound_is_said_to_take_at_least_that() -> None:
    assert histogram.quantile(counted([60_000.0]), 0.5) == histogram.BOUNDS_MS[-1]


@given(st.lists(st.floats(0.01, 9_999), min_size=1, max_size=60), st.sampled_from([0.5, 0.95, 0.99]))
def test_a_quantile_lies_in_the_bucket_of_the_value_that_was_measured(values: list[float], share: float) -> None:
    rank = max(0, -int(-share * len(values) // 1) - 1)
    measured = sorted(values)[rank]
    bucket = histogram.bucket_of(measured)
    lower = histogram.BOUNDS_MS[bucket - 1] if bucket else 0
    assert lower <= histogram.quantile(counted(values), share) <= histogram.BOUNDS_MS[bucket]


@pytest.mark.parametrize("share", [0.5, 0.95])
def test_two_programs_added_up_are_read_as_one(share: float) -> None:
    one, other = counted([1, 4, 30]), counted([80, 700])
    assert histogram.quantile(histogram.added([one, other]), share) == histogram.quantile(
        counted([1, 4, 30, 80, 700]), share
    )
