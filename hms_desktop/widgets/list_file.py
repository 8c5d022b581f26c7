"""A table saved as a file: every row of it, in the background, with progress; and noted on the server who did it."""

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog

from hms_desktop.clinic.records import actions
from hms_desktop.core.errors import Refused
from hms_desktop.core.sheet_writer import SheetWriter, Value
from hms_desktop.widgets.buttons import QUIET, Button
from hms_desktop.widgets.columns import Column, ColumnsModel, Row
from hms_desktop.widgets.dialogs import ask
from hms_desktop.widgets.errands import go
from hms_desktop.widgets.page import Page
from hms_desktop.widgets.plain_text import name_for_readers
from hms_desktop.widgets.table_view import TableView

DUTIES = ("manager", "admin")
"""Who is offered to take a whole list out of the suite."""


class ListFile(QObject):
    """Offers on `page` to save the table that `view` gives. `name` is the list's own word, for the server's note."""

    def __init__(self, page: Page, view: Callable[[], TableView], name: str) -> None:
        super().__init__(page)
        self._page, self._view, self._name = page, view, name
        self.button = Button(self.tr("Save list…"), keys="Ctrl+Shift+S", kind=QUIET)
        self.button.setVisible(page.desk.who.has_duty(*DUTIES))
        self.button.setEnabled(page.desk.who.has_duty(*DUTIES))
        self.button.clicked.connect(lambda: go(self.save()))
        page.buttons.addWidget(self.button)

    async def save(self) -> None:
        """Ask for a file, then write the list into it. Raises Refused where the file cannot be written."""
        path = await self._chosen_file()
        if path is None:
            return
        with self._page.busy(self.button, self.tr("Saving the list…")):
            rows = await self._write(path, self._view().columns_model())
        self._page.desk.say(self.tr("Saved in {file}; rows: {rows}.").format(file=path.name, rows=rows), "done")

    async def _chosen_file(self) -> Path | None:
        dialog = QFileDialog(self._page, self.tr("Save list"))
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        name_for_readers(dialog, self.tr("Save list"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Workbook (*.xlsx)"), self.tr("CSV (*.csv)")])
        dialog.setDefaultSuffix("xlsx")
        dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix("csv" if "csv" in kind else "xlsx"))
        dialog.setDirectory(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        dialog.selectFile(self._name)
        try:
            accepted = await ask(dialog)
            return Path(dialog.selectedFiles()[0]) if accepted else None
        finally:
            dialog.deleteLater()

    async def _write(self, path: Path, model: ColumnsModel) -> int:  # type: ignore[type-arg]  # rows of any kind
        columns = model.columns
        try:
            with SheetWriter(path, [column.title for column in columns]) as writer:
                async for rows in model.every_row():
                    await asyncio.to_thread(_write_all, writer, columns, rows)
                await self._note(writer.rows)
                return writer.rows
        except OSError as error:
            raise Refused(
                "list.file",
                f"The list cannot be saved there ({error.strerror}); choose another folder or name.",
                {"why": error.strerror or ""},
            ) from error

    async def _note(self, rows: int) -> None:
        desk = self._page.desk
        await desk.db.run(actions.note_saved_list, intent=desk.new_intent(), name=self._name, rows=rows)


def _write_all(writer: SheetWriter, columns: Sequence[Column[Row]], rows: Sequence[Row]) -> None:
    for row in rows:
        writer.write([_value(column, row) for column in columns])


def _value(column: Column[Row], row: Row) -> Value:
    return column.raw(row) if column.raw is not None else column.value(row)
