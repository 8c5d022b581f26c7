"""What is refused about a patient's record."""

from hms_desktop.widgets.spoken import QT_TRANSLATE_NOOP

SENTENCES: tuple[tuple[str, str], ...] = (
    (
        "import.elsewhere",
        QT_TRANSLATE_NOOP("refusals", "This file is being imported by somebody else just now; look again later."),
    ),
    (
        "patients.allergies_contradict",
        QT_TRANSLATE_NOOP(
            "refusals", 'Allergies are listed, so "none known" cannot stand beside them; take out the one or the other.'
        ),
    ),
    ("patients.allergy_empty", QT_TRANSLATE_NOOP("refusals", "The allergy names no substance.")),
    ("patients.allergy_twice", QT_TRANSLATE_NOOP("refusals", "The same allergy is listed twice; take one out.")),
    (
        "patients.birth_form",
        QT_TRANSLATE_NOOP(
            "refusals", "This is not a date of birth; type it like 17.5.1990, 5/1990, 1990 or an age like 40."
        ),
    ),
    ("patients.born_later", QT_TRANSLATE_NOOP("refusals", "The date of birth lies in the future.")),
    ("patients.born_too_long_ago", QT_TRANSLATE_NOOP("refusals", "The date of birth is more than 130 years ago.")),
    ("patients.contact_name", QT_TRANSLATE_NOOP("refusals", "An emergency contact needs a name.")),
    (
        "patients.hidden_characters",
        QT_TRANSLATE_NOOP(
            "refusals", "The {field} contains a hidden control character; please type it again without it."
        ),
    ),
    ("patients.identifier_empty", QT_TRANSLATE_NOOP("refusals", "The identifier is empty.")),
    (
        "patients.identifier_mistyped",
        QT_TRANSLATE_NOOP(
            "refusals",
            "This {name} is mistyped: its length or check digit is wrong. "
            'Compare it with the card, or choose "Other" to keep it as it is.',
        ),
    ),
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
    (
        "patients.phone_other",
        QT_TRANSLATE_NOOP("refusals", "The verified phone number is not the one that was typed; type it again."),
    ),
    ("patients.photo", QT_TRANSLATE_NOOP("refusals", "This is not a photo that can be kept; take it again.")),
    ("patients.policy_backwards", QT_TRANSLATE_NOOP("refusals", "The insurance policy ends before it begins.")),
    ("patients.policy_day", QT_TRANSLATE_NOOP("refusals", "This is not a day; type it like 31.12.2026 or 12/2026.")),
    ("patients.policy_empty", QT_TRANSLATE_NOOP("refusals", "An insurance policy needs its insurer and its number.")),
    (
        "patients.policy_overlap",
        QT_TRANSLATE_NOOP(
            "refusals", "This insurance policy is entered twice for the same days; end the one before the other begins."
        ),
    ),
    ("patients.policy_percent", QT_TRANSLATE_NOOP("refusals", "An insurance pays between 0 and 100 percent.")),
    ("patients.reason_missing", QT_TRANSLATE_NOOP("refusals", "A restricted record opens only with a reason.")),
    ("patients.restricted", QT_TRANSLATE_NOOP("refusals", "This record is restricted; open it with a reason first.")),
    (
        "patients.email",
        QT_TRANSLATE_NOOP("refusals", "This is no e-mail address like name@example.org; correct it or empty it."),
    ),
    (
        "patients.restriction",
        QT_TRANSLATE_NOOP("refusals", "Only a clinician or a manager may change whether a record is restricted."),
    ),
    ("patients.stale", QT_TRANSLATE_NOOP("refusals", "Someone else changed this record since you opened it.")),
    ("patients.too_long", QT_TRANSLATE_NOOP("refusals", "The {field} is too long; shorten it.")),
    ("patients.too_many", QT_TRANSLATE_NOOP("refusals", "Of each kind at most 50 lines are kept.")),
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
    QT_TRANSLATE_NOOP("refusals", "contact's name"),
    QT_TRANSLATE_NOOP("refusals", "contact's phone number"),
    QT_TRANSLATE_NOOP("refusals", "allergy"),
    QT_TRANSLATE_NOOP("refusals", "reaction"),
    QT_TRANSLATE_NOOP("refusals", "insurer"),
    QT_TRANSLATE_NOOP("refusals", "policy number"),
    QT_TRANSLATE_NOOP("refusals", "cover"),
)
"""What a sentence above may speak of in one of its places."""
