"""What is refused about alerts and their limits."""

from hms_desktop.widgets.spoken import QT_TRANSLATE_NOOP

SENTENCES: tuple[tuple[str, str], ...] = (
    (
        "alert.limits",
        QT_TRANSLATE_NOOP("refusals", "The critical limit lies beyond the warning one, and one of the two is needed."),
    ),
    ("alert.minutes", QT_TRANSLATE_NOOP("refusals", "An alert waits for 0 to 1,440 minutes.")),
    (
        "alert.over",
        QT_TRANSLATE_NOOP("refusals", "This alert is over, or a colleague looks after it already."),
    ),
    ("alert.rule", QT_TRANSLATE_NOOP("refusals", "There is no such rule; read the list again.")),
)
