"""How the page of duplicates speaks: fields and their values, how likely a pair is, and whose side is meant."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication

from hms_desktop.clinic.merging.queries import MergeRow, PairRow, Side
from hms_desktop.clinic.patients.rules import PatientRecord, mrn_display

translate = QCoreApplication.translate


def field_title(name: str) -> str:
    """What a field of the record is called."""
    return {
        "given_names": translate("merging", "Given names"),
        "family_name": translate("merging", "Family name"),
        "birth": translate("merging", "Birth"),
        "sex": translate("merging", "Sex"),
        "address": translate("merging", "Address"),
        "email": translate("merging", "E-mail"),
        "language": translate("merging", "Language"),
        "notes": translate("merging", "Notes"),
    }[name]


def field_words(name: str, record: PatientRecord) -> str:
    """A field's value in one line; empty where nothing is known."""
    return _VALUES.get(name, str)(getattr(record, name))


def likely_words(pair: PairRow) -> str:
    return translate("merging", "very likely") if pair.sure else translate("merging", "possible")


def side_words(side: Side) -> str:
    """A record as a list shows it: name and birth; of a closed one its number."""
    if side.closed:
        return translate("merging", "Restricted record {number}").format(number=mrn_display(side.mrn))
    return f"{side.name}  ·  {side.birth}" if side.birth else side.name


def merge_words(row: MergeRow) -> str:
    return translate("merging", "{absorbed} into {survivor}").format(
        absorbed=mrn_display(row.absorbed.mrn), survivor=mrn_display(row.survivor.mrn)
    )


def lines_words(record: PatientRecord) -> str:
    """What goes along whole: phones and identifiers, in one line."""
    numbers = [phone.number for phone in record.phones] + [known.value for known in record.identifiers]
    return ", ".join(numbers) or translate("merging", "no phones or identifiers")


def _sex(value: str) -> str:
    return {
        "female": translate("merging", "female"),
        "male": translate("merging", "male"),
        "other": translate("merging", "other"),
    }.get(value, "")


_VALUES: dict[str, Callable[[Any], str]] = {
    "birth": lambda birth: birth.display() if birth else "",
    "sex": _sex,
}
