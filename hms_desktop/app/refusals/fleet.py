"""What is refused where programs tell of themselves."""

from hms_desktop.widgets.spoken import QT_TRANSLATE_NOOP

SENTENCES: tuple[tuple[str, str], ...] = (
    (
        "telemetry.form",
        QT_TRANSLATE_NOOP("refusals", "What this program tells of itself cannot be read; update the program."),
    ),
)
