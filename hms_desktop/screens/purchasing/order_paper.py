"""An order for the supplier: as a page in PDF, and as a list that their system can read."""

import asyncio
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from hms_desktop.clinic.medicines.scanning import own_code
from hms_desktop.clinic.purchasing.queries import OrderSheet
from hms_desktop.core.errors import Refused
from hms_desktop.core.layouts import A4, Layout, Part
from hms_desktop.core.sheet_writer import SheetWriter
from hms_desktop.screens.purchasing.words import count, date, money, price, state_words, translate
from hms_desktop.widgets.dialogs import ask
from hms_desktop.widgets.plain_text import line, name_for_readers
from hms_desktop.widgets.printing import Printout

PAGE = (210, 297)
MARGIN, POINTS = 18.0, 10.0
CODE_HEIGHT = 12.0
TITLES = ("order", "line", "gtin", "medicine", "pack", "packs", "units_per_pack", "pack_price", "amount", "currency")
"""Of the list; English words in every language, for the supplier's program reads them."""


def order_parts(sheet: OrderSheet) -> tuple[Part, ...]:
    """What stands on the page, from top to bottom; an order that was not approved says so."""
    rows = tuple((_asked(one.medicine, one.pack, one.packs, one.pack_units), money(one.amount)) for one in sheet.lines)
    prices = tuple(
        (f"{one.place}. {line(one.medicine)}", f"{count(one.packs)} × {price(one.pack_price)}") for one in sheet.lines
    )
    parts = [
        Part("text", line(sheet.facility), size="large", weight="strong"),
        Part("text", translate("purchasing", "Order {number}").format(number=sheet.number), size="large"),
        Part("space", height=4),
        Part("pair", translate("purchasing", "Supplier"), line(sheet.supplier), lines=3),
        Part("pair", translate("purchasing", "Address"), line(sheet.supplier_address), lines=4),
        Part("pair", translate("purchasing", "Deliver to"), line(sheet.store)),
        Part("pair", translate("purchasing", "Ordered on"), date(sheet.sent_on or sheet.written_on)),
        Part("pair", translate("purchasing", "Expected on"), date(sheet.expected_on) if sheet.expected_on else ""),
        Part("pair", translate("purchasing", "Note"), line(sheet.note), lines=6),
        Part("line"),
        Part("rows", rows=rows, align="end", lines=4),
        Part("line"),
        Part(
            "rows",
            rows=((translate("purchasing", "Total"), f"{money(sheet.total)} {sheet.currency}"),),
            align="end",
            weight="strong",
        ),
        Part("space", height=4),
        Part("text", translate("purchasing", "Prices of a pack"), size="small"),
        Part("rows", rows=prices, align="end", size="small", lines=3),
        Part("space", height=4),
        Part("code128", value=own_code("order", sheet.id), height=CODE_HEIGHT),
    ]
    if sheet.state in ("draft", "submitted", "cancelled"):
        words = translate("purchasing", "Not an order: {state}").format(state=state_words(sheet.state))
        parts.insert(2, Part("text", words, weight="strong"))
    return tuple(parts)


def _asked(medicine: str, pack: str, packs: int, pack_units: int) -> str:
    named = f" ({line(pack)})" if pack else ""
    return f"{count(packs)} × {count(pack_units)} {line(medicine)}{named}"


def write_pdf(sheet: OrderSheet, file: Path, *, right_to_left: bool) -> None:
    """Raises OSError where the file cannot be written."""
    layout = Layout("order", order_parts(sheet), margin=MARGIN, points=POINTS)
    Printout(layout, layout.parts, A4, PAGE, right_to_left, None, lambda _name: None).write_pdf(file)


def write_list(sheet: OrderSheet, file: Path) -> None:
    """One row a line, with titles; `.csv` or `.xlsx`. Raises OSError where the file cannot be written."""
    with SheetWriter(file, TITLES) as writer:
        for one in sheet.lines:
            writer.write(
                (
                    sheet.number,
                    one.place,
                    one.gtin,
                    one.medicine,
                    one.pack,
                    one.packs,
                    one.pack_units,
                    one.pack_price,
                    one.amount,
                    sheet.currency,
                )
            )


async def save_order(parent: QWidget, sheet: OrderSheet) -> Path | None:
    """Ask for a file and write the order into it, by its ending; None where the person left.

    Raises Refused where it cannot be written.
    """
    file = await _chosen_file(parent, sheet.number)
    if file is None:
        return None
    right_to_left = QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    try:
        if file.suffix.lower() == ".pdf":
            await asyncio.to_thread(write_pdf, sheet, file, right_to_left=right_to_left)
        else:
            await asyncio.to_thread(write_list, sheet, file)
    except OSError as error:
        raise Refused(
            "list.file",
            f"The list cannot be saved there ({error.strerror}); choose another folder or name.",
            {"why": error.strerror or ""},
        ) from error
    return file


async def _chosen_file(parent: QWidget, number: str) -> Path | None:
    title = translate("purchasing", "Save the order")
    dialog = QFileDialog(parent, title)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    name_for_readers(dialog, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    endings = {
        translate("purchasing", "Page (*.pdf)"): "pdf",
        translate("purchasing", "CSV (*.csv)"): "csv",
        translate("purchasing", "Workbook (*.xlsx)"): "xlsx",
    }
    dialog.setNameFilters(list(endings))
    dialog.setDefaultSuffix("pdf")
    dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(endings.get(kind, "pdf")))
    dialog.setDirectory(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    dialog.selectFile(number)
    try:
        return Path(dialog.selectedFiles()[0]) if await ask(dialog) else None
    finally:
        dialog.deleteLater()
