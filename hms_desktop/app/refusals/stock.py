"""What is refused about stock."""

from hms_desktop.widgets.spoken import QT_TRANSLATE_NOOP

SENTENCES: tuple[tuple[str, str], ...] = (
    (
        "count.blind",
        QT_TRANSLATE_NOOP("refusals", "Whoever counted does not see the books; ask a colleague who did not count."),
    ),
    ("count.closed", QT_TRANSLATE_NOOP("refusals", "This stock-take is closed; begin another one.")),
    ("count.empty", QT_TRANSLATE_NOOP("refusals", "Nothing was counted yet; enter a count first.")),
    (
        "count.moment",
        QT_TRANSLATE_NOOP(
            "refusals", "The count was made after this stock-take began and not later than now; correct the time."
        ),
    ),
    ("count.open", QT_TRANSLATE_NOOP("refusals", "A stock-take of this store is under way already; go on with it.")),
    (
        "count.own",
        QT_TRANSLATE_NOOP("refusals", "Whoever counted does not approve; ask a colleague who did not count."),
    ),
    (
        "count.second",
        QT_TRANSLATE_NOOP("refusals", "Lines that differ from the books must be counted a second time; left: {left}."),
    ),
    (
        "count.seen",
        QT_TRANSLATE_NOOP("refusals", "You have looked at the books of this stock-take; let a colleague count."),
    ),
    (
        "count.time",
        QT_TRANSLATE_NOOP("refusals", "Type the time of the count as 10:05, or with its day as 2026-11-23 10:05."),
    ),
    ("count.units", QT_TRANSLATE_NOOP("refusals", "A count is a whole number of base units from 0 to 1,000,000,000.")),
    (
        "stock.balance_kept",
        QT_TRANSLATE_NOOP("refusals", "A balance follows from the ledger; record a movement instead."),
    ),
    (
        "stock.batch_state",
        QT_TRANSLATE_NOOP("refusals", "A colleague changed the state of this batch meanwhile; reload the list."),
    ),
    ("stock.cost", QT_TRANSLATE_NOOP("refusals", "A cost is not negative; correct it.")),
    (
        "stock.day",
        QT_TRANSLATE_NOOP("refusals", "A movement is dated today or at most {days} days back; correct the date."),
    ),
    (
        "stock.cover_days",
        QT_TRANSLATE_NOOP("refusals", "An order lasts longer than the level at which it is made; enter more days."),
    ),
    ("stock.department", QT_TRANSLATE_NOOP("refusals", "This department is not in use; choose another one.")),
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
        "stock.level",
        QT_TRANSLATE_NOOP("refusals", "The quantity to order up to is more than the level at which it is ordered."),
    ),
    (
        "stock.lot",
        QT_TRANSLATE_NOOP("refusals", "A batch has a lot number of at most 60 characters; copy it from the pack."),
    ),
    (
        "stock.lot_recalled",
        QT_TRANSLATE_NOOP("refusals", "Lot {lot} is recalled already; it stands on the list."),
    ),
    ("stock.medicine", QT_TRANSLATE_NOOP("refusals", "This medicine is not on the list; reload the list.")),
    ("stock.nothing", QT_TRANSLATE_NOOP("refusals", "Nothing was chosen; choose a batch and a quantity.")),
    (
        "stock.quarantined",
        QT_TRANSLATE_NOOP("refusals", "This batch is in quarantine; choose another one or have it released."),
    ),
    ("stock.reason", QT_TRANSLATE_NOOP("refusals", "Say why; a reason is missing.")),
    (
        "stock.recall_arrived",
        QT_TRANSLATE_NOOP("refusals", "Something of this lot has come meanwhile; lift the recall of each batch."),
    ),
    (
        "stock.recall_lifted",
        QT_TRANSLATE_NOOP("refusals", "A colleague lifted this recall meanwhile; reload the list."),
    ),
    ("stock.recalled", QT_TRANSLATE_NOOP("refusals", "This batch is recalled and goes to nobody; choose another one.")),
    (
        "stock.return_place",
        QT_TRANSLATE_NOOP("refusals", "What a patient brings back goes to a quarantine store; choose one."),
    ),
    (
        "stock.reversal",
        QT_TRANSLATE_NOOP("refusals", "This entry cannot be taken back; record what happened as a new entry."),
    ),
    ("stock.reversal_units", QT_TRANSLATE_NOOP("refusals", "This entry moved {moved}; no more can be taken back.")),
    (
        "stock.reverse_there",
        QT_TRANSLATE_NOOP(
            "refusals", "This entry is taken back where it was made: with its dispense, receipt or return."
        ),
    ),
    ("stock.reversed", QT_TRANSLATE_NOOP("refusals", "This entry was taken back already; reload the list.")),
    ("stock.same_store", QT_TRANSLATE_NOOP("refusals", "Stock moves from one store to another; choose another store.")),
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
    (
        "store.full",
        QT_TRANSLATE_NOOP(
            "refusals", "This store still holds stock; transfer it or write it off before you close the store."
        ),
    ),
    ("store.name", QT_TRANSLATE_NOOP("refusals", "Another store has this name; choose another one.")),
)
