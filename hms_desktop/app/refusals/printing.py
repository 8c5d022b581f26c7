"""What is refused about printers, layouts and prints."""

from hms_desktop.widgets.spoken import QT_TRANSLATE_NOOP

SENTENCES: tuple[tuple[str, str], ...] = (
    (
        "print.begun",
        QT_TRANSLATE_NOOP("refusals", "This paper was begun or taken off already; look at the list of papers."),
    ),
    ("print.state", QT_TRANSLATE_NOOP("refusals", "This paper went on meanwhile; look at the list of papers.")),
    (
        "print.under_way",
        QT_TRANSLATE_NOOP("refusals", "This paper is just being printed; wait a moment before you repeat it."),
    ),
    ("print.unknown", QT_TRANSLATE_NOOP("refusals", "This paper is not on the list; reload the list.")),
    ("printer.closed", QT_TRANSLATE_NOOP("refusals", "This printer is no longer in use; choose another one.")),
    (
        "printer.document",
        QT_TRANSLATE_NOOP("refusals", "This printer is not meant for this kind of paper; choose another one."),
    ),
    ("printer.name", QT_TRANSLATE_NOOP("refusals", "Another printer has this name; choose another one.")),
    ("printer.name_form", QT_TRANSLATE_NOOP("refusals", "A printer's name has 1 to 60 letters.")),
    (
        "printer.none",
        QT_TRANSLATE_NOOP("refusals", "No printer is set up for this kind of paper; ask an administrator for one."),
    ),
    (
        "printer.paper",
        QT_TRANSLATE_NOOP("refusals", "This kind of printer cannot hold this paper; choose another paper."),
    ),
    ("printer.unknown", QT_TRANSLATE_NOOP("refusals", "This printer is not on the list; reload the list.")),
)
