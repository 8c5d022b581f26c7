"""What is refused about duplicates and merged records."""

from hms_desktop.widgets.spoken import QT_TRANSLATE_NOOP

SENTENCES: tuple[tuple[str, str], ...] = (
    (
        "merging.conflict",
        QT_TRANSLATE_NOOP(
            "refusals",
            "Both records have entries in {table} that cannot stand in one record; change one of them first.",
        ),
    ),
    (
        "merging.decided",
        QT_TRANSLATE_NOOP("refusals", "A colleague decided about this pair meanwhile; look at the list again."),
    ),
    (
        "merging.merged_away",
        QT_TRANSLATE_NOOP("refusals", "This record was merged into {mrn}; open that one and go on there."),
    ),
    (
        "merging.merged_later",
        QT_TRANSLATE_NOOP("refusals", "Record {mrn} was itself merged later; undo that merge first."),
    ),
    (
        "merging.no_such_field",
        QT_TRANSLATE_NOOP("refusals", "One of the chosen fields cannot be taken over; look at the pair again."),
    ),
    (
        "merging.no_such_merge",
        QT_TRANSLATE_NOOP("refusals", "This merge is not known; look at the list again."),
    ),
    (
        "merging.no_such_pair",
        QT_TRANSLATE_NOOP("refusals", "This pair is not known; look at the list again."),
    ),
    (
        "merging.not_shown",
        QT_TRANSLATE_NOOP(
            "refusals",
            "This person may be registered already; look at the likely duplicates and save again "
            "if it is somebody else.",
        ),
    ),
    (
        "merging.open_dispense",
        QT_TRANSLATE_NOOP(
            "refusals",
            "The pharmacy has a prescription of record {mrn} open; wait until it is dispensed or put back.",
        ),
    ),
    (
        "merging.open_ticket",
        QT_TRANSLATE_NOOP("refusals", "Ticket {ticket} of record {mrn} is still open; finish or cancel it first."),
    ),
    (
        "merging.same_record",
        QT_TRANSLATE_NOOP("refusals", "A record cannot be merged with itself; choose another one."),
    ),
    (
        "merging.undone",
        QT_TRANSLATE_NOOP("refusals", "A colleague undid this merge meanwhile; look at the list again."),
    ),
)
