"""Practices for the tests of booking."""

import pytest

from tests.clinic.appointments.clinics import Clinics
from tests.hospital import Hospital


@pytest.fixture
def clinics(hospital: Hospital) -> Clinics:
    return Clinics(hospital)
