"""What is refused about a patient's record."""

from hms_desktop.widgets.spoken import QT_TRANSLATE_NOOP

SENTENCES: tuple[tuple[str, str], ...] = (
    (
        "import.elsewhere",
        QT_TRANSLATE_NOOP("refusals", "This file is being imported by somebody else just now; look again later."),
    ),
    (
        "patients.birth_form",
        QT_TRANSLATE_NOOP(
            "refusals", "This is not a date of birth; type it like 17.5.1990, 5/1990, 1990 or an age like 40."
        ),
    ),
    ("patients.born_later", QT_TRANSLATE_NOOP("refusals", "The date of birth lies in the future.")),
    ("patients.born_too_long_ago", QT_TRANSLATE_NOOP("refusals", "The date of birth is more than 130 years ago.")),
    (
        "patients.hidden_characters",
        QT_TRANSLATE_NOOP(
            "refusals", "The {field} contains a hidden control character; please type it again without it."
        ),
    ),
    ("patients.identifier_empty", QT_TRANSLATE_NOOP("refusals", "The identifier is empty.")),
    ("patients.language", QT_TRANSLATE_NOOP("refusals", "The language is not a language code like en or pt-BR.")),
    ("patients.mrn_form", QT_TRANSLATE_NOOP("refusals", "This is not a medical record number.")),
    (
        "patients.mrn_mistyped",
        QT_TRANSLATE_NOOP("refusals", "This medical record number is mistyped; compare it with the card."),
    ),
    ("patients.no_name", QT_TRANSLATE_NOOP("refusals", "A patient needs a name; one name is enough.")),
    ("patients.no_such_day", QT_TRANSLATE_NOOP("refusals", "There is no such day in the calendar.")),
    ("patients.not_restricted", QT_TRANSLATE_NOOP("refusals", "This record is not restricted; it is open already.")),
    ("patients.phone_digits", QT_TRANSLATE_NOOP("refusals", "A phone number needs at least three digits.")),
    ("patients.reason_missing", QT_TRANSLATE_NOOP("refusals", "A restricted record opens only with a reason.")),
    ("patients.restricted", QT_TRANSLATE_NOOP("refusals", "This record is restricted; open it with a reason first.")),
    (
        "patients.restriction",
        QT_TRANSLATE_NOOP("refusals", "Only a clinician or a manager may change whether a record is restricted."),
    ),
    ("patients.stale", QT_TRANSLATE_NOOP("refusals", "Someone else changed this record since you opened it.")),
    ("patients.too_long", QT_TRANSLATE_NOOP("refusals", "The {field} is too long; shorten it.")),
    ("patients.unknown", QT_TRANSLATE_NOOP("refusals", "There is no such patient.")),
)

WORDS: tuple[str, ...] = (
    QT_TRANSLATE_NOOP("refusals", "given names"),
    QT_TRANSLATE_NOOP("refusals", "family name"),
    QT_TRANSLATE_NOOP("refusals", "address"),
    QT_TRANSLATE_NOOP("refusals", "notes"),
    QT_TRANSLATE_NOOP("refusals", "phone number"),
    QT_TRANSLATE_NOOP("refusals", "identifier"),
    QT_TRANSLATE_NOOP("refusals", "reason"),
)
"""What a sentence above may speak of in one of its places."""
