"""The hospital's own certificate authority: what it vouches for, for how long, and what is refused."""

import datetime as dt

import pytest

from hms_desktop.clinic.operations.preparing import authority
from hms_desktop.clinic.operations.preparing.authority import Pair
from hms_desktop.core.errors import Misconfigured, Refused

NOW = dt.datetime(2026, 11, 23, 8, 0, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def ours() -> Pair:
    return authority.make_authority("St. Example", NOW)


def test_the_server_is_vouched_for_by_name_and_address_for_two_years(ours: Pair) -> None:
    made = authority.make_server(ours, ["db.hospital.example", "10.1.0.5", "fd00::5"], NOW)
    found = authority.shown(made.certificate)
    assert found.names == ("db.hospital.example", "10.1.0.5", "fd00::5")
    assert found.days_left(NOW) == pytest.approx(730)
    assert authority.vouches_for(ours.certificate, made.certificate)
    assert authority.belongs(made)


def test_no_certificate_lasts_longer_than_its_authority(ours: Pair) -> None:
    late = NOW + dt.timedelta(days=authority.AUTHORITY_DAYS - 100)
    made = authority.make_server(ours, ["db"], late)
    assert authority.shown(made.certificate).until <= authority.shown(ours.certificate).until


def test_another_authority_of_the_same_name_does_not_vouch(ours: Pair) -> None:
    other = authority.make_authority("St. Example", NOW)
    made = authority.make_server(other, ["db"], NOW)
    assert not authority.vouches_for(ours.certificate, made.certificate)
    assert not authority.belongs(Pair(made.certificate, other.key))


def test_a_long_name_of_a_hospital_or_a_host_is_no_hindrance() -> None:
    made = authority.make_authority("H" * 300, NOW)
    host = ".".join(["h" * 60] * 4)
    assert authority.shown(authority.make_server(made, [host], NOW).certificate).names == (host,)


@pytest.mark.parametrize("name", ["", "two words", "-db", "db_1", "https://db", "10.1.0.0/16", "a" * 64, "*.example"])
def test_what_no_desk_could_connect_to_is_refused(name: str) -> None:
    with pytest.raises(Refused, match="neither a host name nor an address"):
        authority.checked_name(name)


def test_names_are_kept_as_certificates_have_them() -> None:
    assert authority.checked_name("DB.Hospital.Example.") == "db.hospital.example"
    assert authority.checked_name("FD00:0::5") == "fd00::5"


def test_what_is_no_pem_is_one_sentence(ours: Pair) -> None:
    with pytest.raises(Misconfigured, match="not a PEM file"):
        authority.shown("hello")
    with pytest.raises(Misconfigured, match="without a passphrase"):
        authority.belongs(Pair(ours.certificate, "hello"))
