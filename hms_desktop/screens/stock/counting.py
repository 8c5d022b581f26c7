"""What the lines of a counting sheet and the stock-takes say, and the field in which a count is typed."""

from hms_desktop.clinic.stock.queries_counts import SheetLine, TakeRow
from hms_desktop.screens.stock.deeds import units_field
from hms_desktop.screens.stock.words import number, take_tone, translate
from hms_desktop.widgets.quantity import Quantity

UNCOUNTED = -1


class CountField(Quantity):
    """A count from 0; empty until something is typed, because not counted is not zero."""

    def __init__(self) -> None:
        super().__init__(UNCOUNTED, units_field().maximum())
        self.setSpecialValueText(" ")
        self.setMinimumWidth(140)

    @property
    def least(self) -> int:
        return 0

    def number_in(self, text: str) -> int | None:
        if not text.strip():
            return UNCOUNTED
        typed = super().number_in(text)
        return typed if typed is None or typed >= 0 else None


def progress(row: TakeRow) -> str:
    return f"{row.counted}/{row.lines}"


def take_row_tone(row: TakeRow) -> str:
    return take_tone(row.state)


def counted_words(row: SheetLine) -> str:
    return "" if row.counted is None else number(row.counted)


def line_state(row: SheetLine) -> str:
    if row.again:
        return translate("stock", "count again")
    return translate("stock", "counted") if row.round else translate("stock", "not counted")


def line_tone(row: SheetLine) -> str | None:
    return "warning" if row.again else "done" if row.round else None


def summary_words(take: TakeRow) -> str:
    words = translate("stock", "{store}, begun {when} by {who}: {counted} of {lines} lines counted").format(
        store=take.store, when=take.opened, who=take.opened_by, counted=take.counted, lines=take.lines
    )
    again = translate("stock", "{n} to be counted again").format(n=take.once) if take.once else ""
    approved = translate("stock", "approved by {who}").format(who=take.approved_by) if take.approved_by else ""
    return " · ".join(part for part in (words, again, approved) if part)
