"""The lists of the page where goods are received: orders on their way, what is counted now, what came before."""

from PySide6.QtCore import QCoreApplication

from hms_desktop.clinic.purchasing.queries import OrderRow, ReceivedLine
from hms_desktop.screens.purchasing.counting import Count
from hms_desktop.screens.purchasing.words import count, date
from hms_desktop.widgets.columns import END, Column
from hms_desktop.widgets.rows_table import RowsModel

translate = QCoreApplication.translate


def orders_model() -> RowsModel[OrderRow]:
    """The orders that a supplier has."""
    return RowsModel(
        [
            Column(translate("ReceivingPage", "Order"), lambda row: row.number, width=122, strong=True),
            Column(translate("ReceivingPage", "Supplier"), lambda row: row.supplier, stretch=True),
            Column(translate("ReceivingPage", "Came, %"), lambda row: str(row.arrived), align=END, width=70),
        ],
        key=lambda row: row.id,
    )


def counts_model() -> RowsModel[Count]:
    """What is counted and not booked yet."""
    return RowsModel(
        [
            Column(translate("ReceivingPage", "Counted"), lambda row: row.line.medicine, stretch=True),
            Column(translate("ReceivingPage", "Lot"), lambda row: row.lot, width=130),
            Column(translate("ReceivingPage", "Expiry"), lambda row: date(row.expiry), width=96),
            Column(translate("ReceivingPage", "Packs"), _packs, align=END, width=92),
            Column(translate("ReceivingPage", "Units"), lambda row: count(row.units), align=END, width=84, strong=True),
        ],
        key=lambda row: row.key,
    )


def received_model() -> RowsModel[ReceivedLine]:
    """What came of the order before."""
    return RowsModel(
        [
            Column(translate("ReceivingPage", "Received before"), lambda row: row.medicine, stretch=True, muted=True),
            Column(translate("ReceivingPage", "Lot"), lambda row: row.lot, width=130),
            Column(
                translate("ReceivingPage", "Receipt"), lambda row: row.receipt, width=122, muted=True, tip=_receipt_tip
            ),
            Column(translate("ReceivingPage", "Left of it"), lambda row: count(row.left), align=END, width=92),
        ],
        key=lambda row: row.id,
    )


def _packs(row: Count) -> str:
    whole, loose = divmod(row.units, row.line.pack_units)
    return f"{count(whole)} + {count(loose)}" if loose else count(whole)


def _receipt_tip(row: ReceivedLine) -> str:
    return f"{row.receipt} · {date(row.received_on)} · {row.person} · {row.delivery_note}"
