"""What is refused about waiting-room screens."""

from hms_desktop.widgets.spoken import QT_TRANSLATE_NOOP

SENTENCES: tuple[tuple[str, str], ...] = (
    (
        "display.login_form",
        QT_TRANSLATE_NOOP("refusals", "A kiosk's login begins with kiosk- and holds small letters and digits."),
    ),
    ("display.login_taken", QT_TRANSLATE_NOOP("refusals", "This login name is taken; try again.")),
    ("display.name", QT_TRANSLATE_NOOP("refusals", "Another screen has this name; choose another one.")),
    (
        "display.not_yours",
        QT_TRANSLATE_NOOP("refusals", "This login belongs to no waiting-room screen that is in use; ask IT."),
    ),
    ("display.room_ids", QT_TRANSLATE_NOOP("refusals", "A room of this screen is not on the list; choose again.")),
    ("display.state", QT_TRANSLATE_NOOP("refusals", "A screen's state is one object of at most 2,000 bytes.")),
    ("display.too_many", QT_TRANSLATE_NOOP("refusals", "A screen acknowledges at most 1,000 calls at a time.")),
    ("display.unknown", QT_TRANSLATE_NOOP("refusals", "This screen is not on the list; reload the list.")),
)
