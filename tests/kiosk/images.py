"""The login that lies in every new screen's image, as a test's hospital has it."""

from hms_desktop.clinic.displays.rules import PAIRING_LOGIN
from hms_desktop.clinic.operations import installing
from hms_desktop.core.settings import Server
from tests.hospital import PASSWORD, Hospital


def pairing_login(hospital: Hospital) -> Server:
    """The server as an image's login signs in to it; the role is the cluster's, its password set here."""
    made = installing.verifier(hospital.connection(), PAIRING_LOGIN, PASSWORD)
    hospital.sql(f"ALTER ROLE {PAIRING_LOGIN} PASSWORD '{made}'")
    return hospital.superuser.signed_in_as(PAIRING_LOGIN, PASSWORD)
