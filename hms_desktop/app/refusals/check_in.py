"""What is refused at the touch screen at the entrance, and about it."""

from hms_desktop.widgets.spoken import QT_TRANSLATE_NOOP

SENTENCES: tuple[tuple[str, str], ...] = (
    (
        "check_in.cancelled",
        QT_TRANSLATE_NOOP("refusals", "This appointment was cancelled; please go to the desk."),
    ),
    ("check_in.desk", QT_TRANSLATE_NOOP("refusals", "You cannot check in here; please go to the desk.")),
    (
        "check_in.early",
        QT_TRANSLATE_NOOP("refusals", "It is too early for this appointment; check in from {time} on."),
    ),
    (
        "check_in.locked",
        QT_TRANSLATE_NOOP("refusals", "Too many codes were wrong; try again in {minutes} min, or go to the desk."),
    ),
    (
        "check_in.not_offered",
        QT_TRANSLATE_NOOP("refusals", "Numbers for this service are given at the desk; please go there."),
    ),
    (
        "check_in.other_day",
        QT_TRANSLATE_NOOP("refusals", "This appointment is on {day}, not today; please go to the desk."),
    ),
    (
        "check_in.over",
        QT_TRANSLATE_NOOP("refusals", "This appointment has begun or is over; please go to the desk."),
    ),
    (
        "check_in.printer",
        QT_TRANSLATE_NOOP("refusals", "Tickets at the entrance come out of a roll printer; choose one."),
    ),
    (
        "check_in.too_many",
        QT_TRANSLATE_NOOP("refusals", "This machine gave many numbers within an hour; please go to the desk."),
    ),
    (
        "check_in.unknown",
        QT_TRANSLATE_NOOP(
            "refusals", "This code and this date of birth do not belong together; check both, or go to the desk."
        ),
    ),
)
