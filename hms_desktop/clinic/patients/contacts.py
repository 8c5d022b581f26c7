"""Whom the hospital calls when something happens to a patient."""

from dataclasses import dataclass

from hms_desktop.clinic.patients.texts import check_text
from hms_desktop.core.errors import Refused

RELATIONS = (
    "parent",
    "spouse",
    "child",
    "sibling",
    "guardian",
    "relative",
    "friend",
    "neighbour",
    "employer",
    "other",
)
NAME_LENGTH = 300
NUMBER_LENGTH = 60


@dataclass(frozen=True)
class Contact:
    """A person to call. `number` as typed, `e164` beside it where it is a valid one; `id` is None until stored."""

    name: str
    relation: str = "relative"
    number: str = ""
    id: int | None = None
    e164: str = ""


def check_contact(contact: Contact) -> None:
    """Refuse a contact without a name, or with text that cannot be stored."""
    check_text("contact's name", contact.name, longest=NAME_LENGTH)
    check_text("contact's phone number", contact.number, longest=NUMBER_LENGTH)
    if not contact.name.strip():
        raise Refused("patients.contact_name", "An emergency contact needs a name.", {"field": "contact's name"})
