"""What is refused about the catalogue of medicines."""

from hms_desktop.widgets.spoken import QT_TRANSLATE_NOOP

SENTENCES: tuple[tuple[str, str], ...] = (
    (
        "medicine.atc_code",
        QT_TRANSLATE_NOOP("refusals", "An ATC code looks like N02BE01, or is one of its beginnings."),
    ),
    (
        "medicine.base_unit",
        QT_TRANSLATE_NOOP("refusals", "Say in which unit the medicine is counted, such as tablet or ml."),
    ),
    (
        "medicine.base_unit_used",
        QT_TRANSLATE_NOOP("refusals", "This medicine is counted in its unit already; close it and make another one."),
    ),
    (
        "medicine.controlled",
        QT_TRANSLATE_NOOP("refusals", "This controlled class is not known; choose one from the list."),
    ),
    (
        "medicine.departments",
        QT_TRANSLATE_NOOP("refusals", "A department of the formulary is not on the list; choose again."),
    ),
    (
        "medicine.name",
        QT_TRANSLATE_NOOP(
            "refusals", "Another medicine has this name, strength, form and route; open that one instead."
        ),
    ),
    ("medicine.price", QT_TRANSLATE_NOOP("refusals", "A price is not below zero.")),
    (
        "medicine.price_form",
        QT_TRANSLATE_NOOP("refusals", "A price is a number with at most four decimals, such as 0.0350."),
    ),
    ("medicine.substance_twice", QT_TRANSLATE_NOOP("refusals", "The same substance is listed twice; take one out.")),
    ("medicine.unknown", QT_TRANSLATE_NOOP("refusals", "This medicine is not in the catalogue; search for it again.")),
    (
        "pack.gtin",
        QT_TRANSLATE_NOOP("refusals", "This is no GTIN: its digits do not fit together. Scan or type it again."),
    ),
    (
        "pack.gtin_taken",
        QT_TRANSLATE_NOOP("refusals", "The GTIN {gtin} belongs to another pack; look that one up first."),
    ),
    ("pack.units", QT_TRANSLATE_NOOP("refusals", "A pack holds at least one unit and at most a million.")),
    ("pack.units_form", QT_TRANSLATE_NOOP("refusals", "Type the units of one pack as a whole number.")),
    ("pack.unknown", QT_TRANSLATE_NOOP("refusals", "This pack is not in the catalogue; search for it again.")),
    ("substance.name", QT_TRANSLATE_NOOP("refusals", "Another substance has this name; open that one instead.")),
    ("substance.unknown", QT_TRANSLATE_NOOP("refusals", "This substance is not on the list; search for it again.")),
)
