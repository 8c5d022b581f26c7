"""What is refused about the facility, its departments, services and rooms."""

from hms_desktop.widgets.spoken import QT_TRANSLATE_NOOP

SENTENCES: tuple[tuple[str, str], ...] = (
    ("department.name", QT_TRANSLATE_NOOP("refusals", "Another department has this name; choose another one.")),
    ("department.unknown", QT_TRANSLATE_NOOP("refusals", "This department is not on the list; reload the list.")),
    ("facility.currency", QT_TRANSLATE_NOOP("refusals", "A currency is three capital letters, such as USD or KES.")),
    ("facility.languages", QT_TRANSLATE_NOOP("refusals", "Choose at least one language.")),
    (
        "facility.time_zone",
        QT_TRANSLATE_NOOP(
            "refusals", "The time zone is not known; choose one by its IANA name, such as Africa/Nairobi."
        ),
    ),
    ("room.name", QT_TRANSLATE_NOOP("refusals", "Another room or counter has this name; choose another one.")),
    ("room.service_ids", QT_TRANSLATE_NOOP("refusals", "A service of this room is not on the list; choose again.")),
    ("room.unknown", QT_TRANSLATE_NOOP("refusals", "This room is not on the list; reload the list.")),
    (
        "service.department_id",
        QT_TRANSLATE_NOOP("refusals", "The department of this service is not on the list; choose another one."),
    ),
    ("service.name", QT_TRANSLATE_NOOP("refusals", "Another service has this name; choose another one.")),
    ("service.prefix", QT_TRANSLATE_NOOP("refusals", "Another service has this prefix; choose other letters.")),
    ("service.prefix_form", QT_TRANSLATE_NOOP("refusals", "A prefix is one to three capital letters A to Z.")),
    ("service.unknown", QT_TRANSLATE_NOOP("refusals", "This service is not on the list; reload the list.")),
)
