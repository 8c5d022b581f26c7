"""Plainly fictitious papers, so that a printer can be looked at before anybody is registered."""

import datetime as dt

from hms_desktop.core.paper import Content, Value, Word

_MOMENT = dt.datetime(2026, 3, 2, 10, 5)
_UUID = "6BA7B810-9DAD-11D1-80B4-00C04FD430C8"
_PERSON: dict[str, Value] = {"name": "Sample, Maria", "mrn": "0000 0001-0", "birth": dt.date(1984, 3, 9)}

_COUNT: dict[str, Value] = {"store": "Main pharmacy", "number": 1, "begun": _MOMENT, "person": "Example"}

_FIELDS: dict[str, dict[str, Value]] = {
    "ticket": {
        "ticket": "A12",
        "service": "General clinic",
        "arrived": _MOMENT,
        "waiting": 4,
        "minutes": 25,
        "code": _UUID,
    },
    "slip": {
        **_PERSON,
        "when": _MOMENT,
        "clinic": "Diabetes clinic",
        "doctor": "Dr. Example",
        "room": "Room 3",
        "reason": "yearly check",
        "code": _UUID,
        "number": "4821 7703",
    },
    "card": {**_PERSON, "code": "000000010"},
    "registration": {
        **_PERSON,
        "sex": Word("female"),
        "address": "12 Sample Road",
        "registered": _MOMENT,
        "code": "000000010",
    },
    "receipt": {**_PERSON, "number": "R-1", "paid_at": _MOMENT, "cashier": "Example", "code": _UUID},
    "controlled_register": {"medicine": "Sample ampoules 10 mg/ml", "store": "Main pharmacy", "balance": "98 ampoule"},
    "counting_sheet": _COUNT,
    "second_count_sheet": _COUNT,
    "prescription": {
        **_PERSON,
        "number": 1,
        "allergies": "Penicillins",
        "prescriber": "Dr. Example",
        "department": "General clinic",
        "written": dt.date(2026, 3, 2),
        "valid": dt.date(2026, 4, 1),
        "note": "Please explain the inhaler.",
    },
    "medicine_label": {
        "patient": "Sample, Maria",
        "mrn": "0000 0001-0",
        "medicine": "Sample tablets 500 mg",
        "quantity": "21 tablet",
        "directions": "Take one tablet three times a day with food for 7 days.",
        "cautions": "Finish all of it. Keep out of the reach of children.",
        "given": dt.date(2026, 3, 2),
        "batch": "S118",
        "expiry": dt.date(2028, 2, 29),
        "pharmacy": "Sample pharmacy",
        "number": "1/2",
        "code": "RX000001T",
    },
    "leaflet": {
        "patient": "Sample, Maria",
        "mrn": "0000 0001-0",
        "given": dt.date(2026, 3, 2),
        "pharmacy": "Sample pharmacy",
        "pharmacist": "Example",
        "note": "Take the tablets with food.",
        "code": "RX000001T",
    },
    "batch_label": {
        "medicine": "Sample tablets 500 mg",
        "batch": "S118",
        "expiry": dt.date(2028, 2, 29),
        "storage": "below 25 °C",
        "code": "(01)09506000134352(17)280229(10)S118",
    },
    "test": {"letters": "ABC abc 0123 ÄÖÜ ßéñ", "scripts": "العربية · हिन्दी · Tiếng Việt", "code": "TEST-1"},
}
_ROWS: dict[str, tuple[tuple[Value, ...], ...]] = {
    "phones": ((Word("Phone"), "+999 555 0100"),),
    "identifiers": ((Word("National ID"), "SAMPLE-1"),),
    "supplied": (("Sample tablets 500 mg", "21 tablet. Take one tablet three times a day."),),
    "owed": (("Another sample", "30 tablet"),),
    "lines": (("Sample item", "10.00"), ("Another sample", "5.50")),
    "entries": (
        ("1 · 2026-03-02 08:00 · receipt · LOT1 · a.pharmacist, b.pharmacist", "+100 = 100"),
        ("2 · 2026-03-02 10:00 · dispense · Amina Sample · a.pharmacist, b.pharmacist", "-2 = 98"),
    ),
    "medicines": (("1. Sample tablets 500 mg", "Take 1 tablet three times a day for 7 days. · 21 tablet"),),
    "totals": (("Total", "15.50"),),
    "batches": (
        ("1", "Sample tablets 500 mg", "S118", dt.date(2028, 2, 29), "", "tablet · box (100)"),
        ("2", "Sample tablets 500 mg", "S121", dt.date(2028, 6, 30), "", "tablet · box (100)"),
    ),
    "hands": ((Word("Counted by"),), (Word("Checked by"),)),
}


def sample(document: str, *, hospital: str, printer: str, workstation: str) -> Content:
    """A paper of this kind that speaks of nobody."""
    common: dict[str, Value] = {"hospital": hospital, "printed_at": _MOMENT, "reprint": ""}
    here: dict[str, Value] = {"printer": printer, "workstation": workstation}
    return Content(document, {**common, **_FIELDS[document], **here}, _ROWS)
