"""What is refused about stock."""

from hms_desktop.widgets.spoken import QT_TRANSLATE_NOOP

SENTENCES: tuple[tuple[str, str], ...] = (
    (
        "stock.balance_kept",
        QT_TRANSLATE_NOOP("refusals", "A balance follows from the ledger; record a movement instead."),
    ),
    (
        "stock.day",
        QT_TRANSLATE_NOOP("refusals", "A movement is dated today or at most seven days back; correct the date."),
    ),
    (
        "stock.expired",
        QT_TRANSLATE_NOOP(
            "refusals", "This batch has expired and leaves only as a loss or a return; choose another one."
        ),
    ),
    (
        "stock.from_quarantine",
        QT_TRANSLATE_NOOP("refusals", "Nothing is given out from a quarantine store; move it to a shelf first."),
    ),
    (
        "stock.lot",
        QT_TRANSLATE_NOOP("refusals", "A batch has a lot number of at most 60 characters; copy it from the pack."),
    ),
    ("stock.medicine", QT_TRANSLATE_NOOP("refusals", "This medicine is not on the list; reload the list.")),
    (
        "stock.quarantined",
        QT_TRANSLATE_NOOP("refusals", "This batch is in quarantine; choose another one or have it released."),
    ),
    ("stock.reason", QT_TRANSLATE_NOOP("refusals", "Say why; a reason is missing.")),
    (
        "stock.recalled",
        QT_TRANSLATE_NOOP("refusals", "This batch is recalled and goes to nobody; choose another one."),
    ),
    (
        "stock.return_place",
        QT_TRANSLATE_NOOP("refusals", "What a patient brings back goes to a quarantine store; choose one."),
    ),
    (
        "stock.reversal",
        QT_TRANSLATE_NOOP("refusals", "This entry cannot be taken back; record what happened as a new entry."),
    ),
    ("stock.reversal_units", QT_TRANSLATE_NOOP("refusals", "This entry moved {moved}; no more can be taken back.")),
    ("stock.reversed", QT_TRANSLATE_NOOP("refusals", "This entry was taken back already; reload the list.")),
    (
        "stock.same_store",
        QT_TRANSLATE_NOOP("refusals", "Stock moves from one store to another; choose another store."),
    ),
    (
        "stock.short",
        QT_TRANSLATE_NOOP("refusals", "The store holds only {held} of this batch; take less or another batch."),
    ),
    (
        "stock.short_then",
        QT_TRANSLATE_NOOP(
            "refusals",
            "On that day or since, the store held only {held} of this batch; correct the date or the quantity.",
        ),
    ),
    ("stock.store_closed", QT_TRANSLATE_NOOP("refusals", "This store is closed; choose another one.")),
    (
        "stock.units",
        QT_TRANSLATE_NOOP("refusals", "A quantity is a whole number of base units from 1 to 1,000,000,000."),
    ),
    ("stock.unknown", QT_TRANSLATE_NOOP("refusals", "This batch or store is not on the list; reload the list.")),
)
