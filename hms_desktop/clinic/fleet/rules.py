"""Which area each table of reference data belongs to, as pages follow areas."""

from collections.abc import Mapping

AREA_OF_REFERENCE: Mapping[str, str] = {
    **dict.fromkeys(("facility", "departments", "services", "rooms", "room_services"), "organisation"),
    **dict.fromkeys(("priority_classes", "priority_reasons", "journeys", "journey_steps"), "organisation"),
    "people": "staff",
    **dict.fromkeys(("printers", "printer_choices"), "printing"),
    **dict.fromkeys(("substances", "medicines", "packs", "medicine_substances", "formulary"), "medicines"),
    **dict.fromkeys(("atc_codes", "defined_doses"), "medicines"),
    "stores": "stock",
    "suppliers": "purchasing",
}
"""Of the tables that guards_reference.sql lets knock. A change of several is told table by table; who reads again
at the area's first knock may find an answer that a later one drops, so each of them counts for the area as well."""
