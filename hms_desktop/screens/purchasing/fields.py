"""The fields of purchasing: small numbers, prices as they are typed, and a dialog that asks for a reason."""

from collections.abc import Awaitable, Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from hms_desktop.clinic.purchasing.rules import REASON_LENGTH
from hms_desktop.widgets.dialogs import ask
from hms_desktop.widgets.forms import FormDialog, text_field
from hms_desktop.widgets.quantity import Quantity

translate = QCoreApplication.translate


def number_field(least: int, most: int) -> Quantity:
    """A small whole number."""
    return Quantity(least, most)


def amount_field(text: str = "") -> QLineEdit:
    """A price or an amount, point or comma."""
    return text_field(text, longest=16, hint="0.00")


async def ask_reason(
    parent: QWidget, title: str, word: str, save: Callable[[str], Awaitable[object]], *, sentence: str = ""
) -> bool:
    """Ask why, and do `save(reason)`; whether it was done."""
    dialog = FormDialog(title, word, lambda values: save(values["reason"]), sentence=sentence, parent=parent)
    dialog.form.add("reason", translate("purchasing", "Reason"), text_field(longest=REASON_LENGTH), required=True)
    try:
        return await ask(dialog)
    finally:
        dialog.deleteLater()
