"""How the patients' screens speak of contacts, policies, allergies, consent and phones in doubt."""

import datetime as dt

from PySide6.QtCore import QCoreApplication

from hms_desktop.clinic.patients.allergies import ALLERGENS, Allergies, Allergy
from hms_desktop.clinic.patients.consents import Consent
from hms_desktop.clinic.patients.contacts import Contact
from hms_desktop.clinic.patients.phones import PhoneReading
from hms_desktop.clinic.patients.policies import Policy
from hms_desktop.screens.patients.words import day_words

translate = QCoreApplication.translate


def relations() -> dict[str, str]:
    return {
        "relative": translate("patients", "Relative"),
        "parent": translate("patients", "Parent"),
        "spouse": translate("patients", "Spouse"),
        "child": translate("patients", "Child"),
        "sibling": translate("patients", "Brother or sister"),
        "guardian": translate("patients", "Guardian"),
        "friend": translate("patients", "Friend"),
        "neighbour": translate("patients", "Neighbour"),
        "employer": translate("patients", "Employer"),
        "other": translate("patients", "Other"),
    }


def severities() -> dict[str, str]:
    return {
        "unknown": translate("patients", "severity not known"),
        "mild": translate("patients", "mild"),
        "moderate": translate("patients", "moderate"),
        "severe": translate("patients", "severe"),
    }


def allergy_statuses() -> dict[str, str]:
    return {
        "not_asked": translate("patients", "not asked"),
        "none_known": translate("patients", "none known"),
        "known": translate("patients", "has allergies"),
    }


def questions() -> dict[str, str]:
    """What a patient is asked to agree to."""
    return {
        "treatment": translate("patients", "To be examined and treated here"),
        "messages": translate("patients", "To get messages, such as reminders of appointments"),
        "messages_sms": translate("patients", "Messages as SMS, where the answer is another one"),
        "messages_email": translate("patients", "Messages as e-mail, where the answer is another one"),
        "relatives": translate("patients", "That the emergency contacts are told"),
        "insurer": translate("patients", "That the insurer is told what it pays for"),
        "other_providers": translate("patients", "That other hospitals and doctors are told"),
        "research": translate("patients", "That the record, without the name, serves research"),
    }


def answers() -> dict[str, str]:
    """The answers to a question of consent; the empty one is none."""
    return {
        "": translate("patients", "not asked"),
        "yes": translate("patients", "given"),
        "no": translate("patients", "refused or withdrawn"),
    }


def allergens() -> dict[str, str]:
    """What people are often allergic to, in the words of the windows, and the list's own English words."""
    return dict(zip(_allergens(), ALLERGENS, strict=True))


def _allergens() -> tuple[str, ...]:
    return (
        translate("allergens", "Penicillins"),
        translate("allergens", "Cephalosporins"),
        translate("allergens", "Sulfonamides and trimethoprim"),
        translate("allergens", "Macrolides"),
        translate("allergens", "Quinolones"),
        translate("allergens", "Tetracyclines"),
        translate("allergens", "Aminoglycosides"),
        translate("allergens", "Antimalarials"),
        translate("allergens", "Aspirin and other salicylates"),
        translate("allergens", "Anti-inflammatory painkillers (NSAIDs)"),
        translate("allergens", "Paracetamol"),
        translate("allergens", "Opioids"),
        translate("allergens", "Local anaesthetics"),
        translate("allergens", "General anaesthetics"),
        translate("allergens", "Muscle relaxants"),
        translate("allergens", "Antiepileptics"),
        translate("allergens", "ACE inhibitors"),
        translate("allergens", "Heparins"),
        translate("allergens", "Insulins"),
        translate("allergens", "Vaccines"),
        translate("allergens", "X-ray contrast media with iodine"),
        translate("allergens", "Iodine on the skin"),
        translate("allergens", "Chlorhexidine"),
        translate("allergens", "Latex"),
        translate("allergens", "Adhesive plaster"),
        translate("allergens", "Nickel"),
        translate("allergens", "Peanut"),
        translate("allergens", "Tree nuts"),
        translate("allergens", "Milk"),
        translate("allergens", "Egg"),
        translate("allergens", "Fish"),
        translate("allergens", "Shellfish"),
        translate("allergens", "Wheat"),
        translate("allergens", "Soya"),
        translate("allergens", "Sesame"),
        translate("allergens", "Bee and wasp stings"),
        translate("allergens", "House dust mite"),
        translate("allergens", "Pollen"),
        translate("allergens", "Mould"),
        translate("allergens", "Animal hair"),
    )


def phone_doubt(reading: PhoneReading) -> str:
    """Why a number is kept unverified; empty where it is valid."""
    words = {
        "": "",
        "too_short": translate("patients", "Too short for a phone number{place}; kept as typed, unverified."),
        "too_long": translate("patients", "Too long for a phone number{place}; kept as typed, unverified."),
        "no_number": translate("patients", "No such phone number{place}; kept as typed, unverified."),
        "which_country": translate(
            "patients", "Of which country? Begin with + and its code; until then it is kept unverified."
        ),
    }[reading.doubt]
    return words.format(place=f" ({reading.country})" if reading.country else "")


def contact_words(contact: Contact) -> str:
    relation = relations().get(contact.relation, contact.relation).lower()
    return ", ".join(part for part in (contact.name, relation, contact.number) if part)


def validity_words(policy: Policy) -> str:
    """`from 1 January 2026 until 31 December 2026`, as far as it is limited."""
    begins = translate("patients", "from {day}").format(day=day_words(policy.valid_from)) if policy.valid_from else ""
    ends = translate("patients", "until {day}").format(day=day_words(policy.valid_until)) if policy.valid_until else ""
    return " ".join(part for part in (begins, ends) if part)


def policy_words(policy: Policy) -> str:
    share = f"{policy.percent} %" if policy.percent is not None else ""
    parts = (f"{policy.insurer} {policy.number}", validity_words(policy), share, policy.cover)
    return ", ".join(part for part in parts if part)


def policy_state(policy: Policy, today: dt.date) -> str:
    """The word that matters: `expired` or `not yet valid`; empty while it is valid."""
    return {
        "valid": "",
        "expired": translate("patients", "expired"),
        "not_yet": translate("patients", "not yet valid"),
    }[policy.state(today)]


def allergy_words(allergy: Allergy) -> str:
    severity = "" if allergy.severity == "unknown" else severities().get(allergy.severity, allergy.severity)
    return ", ".join(part for part in (allergy.substance, severity, allergy.reaction) if part)


def allergies_words(allergies: Allergies) -> str:
    if allergies.known:
        return "; ".join(map(allergy_words, allergies.known))
    return allergy_statuses()[allergies.status]


def consent_words(consent: Consent) -> str:
    """`To get messages: given`."""
    answer = answers()["yes" if consent.given else "no"]
    return f"{questions().get(consent.question, consent.question)}: {answer}"


def consent_source(consent: Consent) -> str:
    """When and to whom the answer was given; empty before it is saved."""
    if consent.at is None:
        return ""
    return translate("patients", "{day} to {person}").format(day=day_words(consent.at.date()), person=consent.by)
