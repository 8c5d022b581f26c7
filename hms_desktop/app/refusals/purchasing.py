"""What is refused about suppliers, orders, receipts and invoices."""

from hms_desktop.widgets.spoken import QT_TRANSLATE_NOOP

SENTENCES: tuple[tuple[str, str], ...] = (
    (
        "approval.limit",
        QT_TRANSLATE_NOOP("refusals", "You approve orders up to {most}; ask somebody with a higher limit."),
    ),
    ("approval.own", QT_TRANSLATE_NOOP("refusals", "You wrote this order yourself; somebody else must approve it.")),
    ("invoice.dated", QT_TRANSLATE_NOOP("refusals", "The invoice is dated in the future; correct the date.")),
    ("invoice.empty", QT_TRANSLATE_NOOP("refusals", "The invoice asks for nothing of this order; enter its lines.")),
    (
        "invoice.line",
        QT_TRANSLATE_NOOP("refusals", "A line of the invoice does not fit the order; look at its packs and price."),
    ),
    (
        "invoice.missing",
        QT_TRANSLATE_NOOP("refusals", "An invoice needs its number, its date and an amount of zero or more."),
    ),
    (
        "invoice.number",
        QT_TRANSLATE_NOOP("refusals", "This supplier's invoice with that number was entered already; look at it."),
    ),
    (
        "invoice.order",
        QT_TRANSLATE_NOOP("refusals", "Only an order that was sent can be invoiced; choose another one."),
    ),
    (
        "invoice.own",
        QT_TRANSLATE_NOOP("refusals", "You entered this invoice yourself; somebody else must accept its differences."),
    ),
    (
        "invoice.own_rejected",
        QT_TRANSLATE_NOOP("refusals", "You entered this invoice yourself; somebody else must reject it."),
    ),
    (
        "invoice.stale",
        QT_TRANSLATE_NOOP("refusals", "A colleague went on with this invoice meanwhile; look at it again."),
    ),
    ("invoice.unknown", QT_TRANSLATE_NOOP("refusals", "This invoice is not on the list; reload the list.")),
    ("limit.own_most", QT_TRANSLATE_NOOP("refusals", "A limit is an amount of zero or more; correct it.")),
    ("order.empty", QT_TRANSLATE_NOOP("refusals", "An order needs a line; add a medicine.")),
    (
        "order.fixed",
        QT_TRANSLATE_NOOP("refusals", "This order was handed in; send it back to its writer to change it."),
    ),
    (
        "order.line",
        QT_TRANSLATE_NOOP(
            "refusals",
            "Line {line} needs whole packs, at most 1,000,000,000 units, and a price with four decimals at most.",
        ),
    ),
    (
        "order.medicine",
        QT_TRANSLATE_NOOP("refusals", "The medicine or pack of line {line} is not on the list any more; choose again."),
    ),
    ("order.stale", QT_TRANSLATE_NOOP("refusals", "A colleague went on with this order meanwhile; look at it again.")),
    ("order.state", QT_TRANSLATE_NOOP("refusals", "This order is not at that step any more; look at its state.")),
    ("order.store_id", QT_TRANSLATE_NOOP("refusals", "This store is not in use; choose another one.")),
    ("order.supplier_id", QT_TRANSLATE_NOOP("refusals", "This supplier is not in use; choose another one.")),
    ("order.unknown", QT_TRANSLATE_NOOP("refusals", "This order is not on the list; reload the list.")),
    ("purchasing.reason", QT_TRANSLATE_NOOP("refusals", "Say why; a reason is missing.")),
    (
        "receipt.corrected",
        QT_TRANSLATE_NOOP("refusals", "This line was corrected already; record a stock-take or a loss instead."),
    ),
    ("receipt.correction", QT_TRANSLATE_NOOP("refusals", "This line holds {held} units; no more can be taken back.")),
    (
        "receipt.delivery_note",
        QT_TRANSLATE_NOOP("refusals", "This delivery note was received already; look at the receipts of the order."),
    ),
    ("receipt.empty", QT_TRANSLATE_NOOP("refusals", "Nothing was counted; scan a pack or type a quantity.")),
    ("receipt.expired", QT_TRANSLATE_NOOP("refusals", "What came for line {line} has expired; refuse it.")),
    ("receipt.line", QT_TRANSLATE_NOOP("refusals", "A counted line does not fit the order; read the order again.")),
    ("receipt.lot", QT_TRANSLATE_NOOP("refusals", "Line {line} has no lot; type or scan it.")),
    (
        "receipt.other_expiry",
        QT_TRANSLATE_NOOP(
            "refusals", "Lot {lot} is known with the expiry {date}; look at the pack again and confirm it."
        ),
    ),
    (
        "receipt.other_medicine",
        QT_TRANSLATE_NOOP(
            "refusals", "Lot {lot} is known for another medicine; look at the pack again and confirm it."
        ),
    ),
    (
        "receipt.shelf_life",
        QT_TRANSLATE_NOOP(
            "refusals", "What came for line {line} expires before {date}; refuse it, or say why it is taken."
        ),
    ),
    (
        "receipt.too_many",
        QT_TRANSLATE_NOOP(
            "refusals",
            "Line {line} expects {expected} more units and takes at most {most}; count again or ask the supplier.",
        ),
    ),
    ("receipt.unknown", QT_TRANSLATE_NOOP("refusals", "This receipt is not on the list; reload the list.")),
    ("return.empty", QT_TRANSLATE_NOOP("refusals", "Nothing goes back yet; type a quantity.")),
    (
        "return.too_many",
        QT_TRANSLATE_NOOP("refusals", "Of this batch {most} units came and did not go back yet; return no more."),
    ),
    ("row.kept", QT_TRANSLATE_NOOP("refusals", "This entry is never changed; a mistake is corrected by a new entry.")),
    ("supplier.lead_days", QT_TRANSLATE_NOOP("refusals", "The delivery time is 0 to 730 days; correct it.")),
    ("supplier.name", QT_TRANSLATE_NOOP("refusals", "Another supplier has this name; choose another one.")),
    ("supplier.unknown", QT_TRANSLATE_NOOP("refusals", "This supplier is not on the list; reload the list.")),
)
