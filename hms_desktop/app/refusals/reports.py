"""What is refused about reports."""

from hms_desktop.widgets.spoken import QT_TRANSLATE_NOOP

SENTENCES: tuple[tuple[str, str], ...] = (
    (
        "report.days",
        QT_TRANSLATE_NOOP("refusals", "The last day lies before the first; choose them again."),
    ),
    ("report.span", QT_TRANSLATE_NOOP("refusals", "A report covers ten years at most; choose fewer days.")),
    (
        "report.too_many_rows",
        QT_TRANSLATE_NOOP("refusals", "The report has more than {rows} rows; choose fewer days."),
    ),
    (
        "report.too_long_for_paper",
        QT_TRANSLATE_NOOP("refusals", "Paper holds {rows} rows; choose fewer days, or save it as a workbook."),
    ),
    ("report.recipient", QT_TRANSLATE_NOOP("refusals", "{address} is not an e-mail address; correct it.")),
    (
        "report.many_recipients",
        QT_TRANSLATE_NOOP("refusals", "A report goes to 20 addresses at most; use a mailing list."),
    ),
    (
        "report.names_patients",
        QT_TRANSLATE_NOOP(
            "refusals", "This report names patients, so it is not sent by e-mail; leave the recipients empty."
        ),
    ),
    (
        "report.folder",
        QT_TRANSLATE_NOOP("refusals", "The folder is one plain name of letters, digits, spaces, - and _."),
    ),
    (
        "report.no_schedule",
        QT_TRANSLATE_NOOP("refusals", "This order is not on the list; reload the list."),
    ),
)
