"""How the audit trail speaks: what tables and verbs are called."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate

TONES: Mapping[str, str] = {"insert": "done", "update": "info", "delete": "warning"}


def verbs() -> Mapping[str, str]:
    """What was done to a row."""
    return {
        "insert": translate("trail", "added"),
        "update": translate("trail", "changed"),
        "delete": translate("trail", "removed"),
    }


def subject_words(table: str) -> str:
    """What the rows of a table are called at the desk; a table that people seldom see keeps its own name."""
    return _subjects().get(table) or table.replace("_", " ")


def _subjects() -> Mapping[str, str]:
    return {
        "appointments": translate("trail", "appointment"),
        "assents": translate("trail", "colleague's assent"),
        "batches": translate("trail", "batch"),
        "controlled_checks": translate("trail", "check of controlled medicines"),
        "controlled_discrepancies": translate("trail", "discrepancy of a controlled medicine"),
        "controlled_entries": translate("trail", "entry in the controlled register"),
        "departments": translate("trail", "department"),
        "displays": translate("trail", "waiting-room screen"),
        "facility": translate("trail", "the hospital"),
        "label_cautions": translate("trail", "caution of labels"),
        "leases": translate("trail", "prescription in hand"),
        "medicines": translate("trail", "medicine"),
        "merges": translate("trail", "merge of two records"),
        "movements": translate("trail", "stock movement"),
        "opened_records": translate("trail", "restricted record opened"),
        "packs": translate("trail", "pack of a medicine"),
        "patient_allergies": translate("trail", "allergy"),
        "patient_consents": translate("trail", "consent"),
        "patient_contacts": translate("trail", "emergency contact"),
        "patient_identifiers": translate("trail", "identifier of a patient"),
        "patient_phones": translate("trail", "phone of a patient"),
        "patient_policies": translate("trail", "insurance policy"),
        "patients": translate("trail", "patient"),
        "people": translate("trail", "colleague"),
        "prescription_lines": translate("trail", "line of a prescription"),
        "prescriptions": translate("trail", "prescription"),
        "print_jobs": translate("trail", "print job"),
        "rooms": translate("trail", "room"),
        "saved_lists": translate("trail", "list saved to a file"),
        "segments": translate("trail", "place in a line"),
        "services": translate("trail", "service"),
        "stock_take_looks": translate("trail", "look at the books of a stock-take"),
        "stock_takes": translate("trail", "stock-take"),
        "supplier_invoices": translate("trail", "supplier's invoice"),
        "tickets": translate("trail", "ticket"),
        "warning_overrides": translate("trail", "overridden warning"),
    }
