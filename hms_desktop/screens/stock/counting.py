"""What the lines of a counting sheet and the stock-takes say, its papers, and the field in which a count is typed."""

from typing import Any

from PySide6.QtWidgets import QWidget

from hms_desktop.clinic.stock.queries_counts import SheetLine, TakeRow
from hms_desktop.screens.stock.deeds import units_field
from hms_desktop.screens.stock.words import number, take_tone, translate
from hms_desktop.widgets.dialogs import ask
from hms_desktop.widgets.forms import FormDialog, choice_field
from hms_desktop.widgets.quantity import Quantity

UNCOUNTED = -1
FIRST_SHEET, SECOND_SHEET = "counting_sheet", "second_count_sheet"
"""The papers of a first and of a second count."""


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
    return translate("stock", "counted {at}").format(at=row.at) if row.round else translate("stock", "not counted")


def line_tone(row: SheetLine) -> str | None:
    return "warning" if row.again else "done" if row.round else None


def summary_words(take: TakeRow) -> str:
    words = translate("stock", "{store}, begun {when} by {who}: {counted} of {lines} lines counted").format(
        store=take.store, when=take.opened, who=take.opened_by, counted=take.counted, lines=take.lines
    )
    again = translate("stock", "{n} to be counted again").format(n=take.once) if take.once else ""
    looked = translate("stock", "you have seen the books, so you no longer count") if take.looked else ""
    approved = translate("stock", "approved by {who}").format(who=take.approved_by) if take.approved_by else ""
    return " · ".join(part for part in (words, again, looked, approved) if part)


def approval_words(take: TakeRow) -> str:
    """What is agreed to; the differences are told to nobody who counted."""
    if take.differing is None:
        return translate("stock", "{store}: {counted} of {lines} lines counted; what differs is posted.").format(
            store=take.store, counted=take.counted, lines=take.lines
        )
    return translate("stock", "{store}: {counted} of {lines} lines counted, {differing} differ and are posted.").format(
        store=take.store, counted=take.counted, lines=take.lines, differing=take.differing
    )


def sheets_waiting(take: TakeRow | None) -> tuple[str, ...]:
    """The papers of which something is left to be counted; the second count's comes first."""
    if take is None or take.state != "counting":
        return ()
    left = {SECOND_SHEET: take.once, FIRST_SHEET: take.lines - take.counted}
    return tuple(paper for paper, lines in left.items() if lines)


async def sheet_to_print(take: TakeRow, parent: QWidget) -> str:
    """The paper that is wanted: asked for where there is something for both; empty where the person left."""
    papers = sheets_waiting(take)
    if len(papers) < 2:
        return "".join(papers)
    chosen: list[str] = []

    async def choose(typed: dict[str, Any]) -> None:
        chosen.append(typed["paper"])

    dialog = FormDialog(
        translate("stock", "Print a counting sheet"), translate("stock", "Print"), choose, parent=parent
    )
    words = {
        SECOND_SHEET: translate("stock", "second count: {n} to be counted again").format(n=take.once),
        FIRST_SHEET: translate("stock", "first count: {n} not counted").format(n=take.lines - take.counted),
    }
    field = choice_field([(paper, words[paper]) for paper in papers])
    dialog.form.add("paper", translate("stock", "Sheet"), field, required=True)
    field.setFocus()
    await ask(dialog)
    dialog.deleteLater()
    return "".join(chosen)
