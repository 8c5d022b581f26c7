"""The films: dropped here or chosen, checked as hms-admin checks them, and sent while the desk goes on working."""

import asyncio
import tempfile
import threading
from collections.abc import Callable, Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QProgressBar
from shiboken6 import isValid

from hms_desktop.clinic.displays import actions_media, film_files, queries_media
from hms_desktop.clinic.displays.film_files import FilmFile
from hms_desktop.clinic.displays.machines import (
    CODEC_NAMES,
    MACHINES,
    can_be_converted,
    command_line,
    conversion,
)
from hms_desktop.clinic.displays.queries_media import FilmRow
from hms_desktop.core.errors import HmsError
from hms_desktop.core.ffmpeg import Cancelled
from hms_desktop.widgets.buttons import PRIMARY, QUIET, Button
from hms_desktop.widgets.cards import Card
from hms_desktop.widgets.columns import Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.dialogs import ask
from hms_desktop.widgets.errands import go
from hms_desktop.widgets.forms import choice_field
from hms_desktop.widgets.page import Page
from hms_desktop.widgets.plain_text import Label, name_for_readers
from hms_desktop.widgets.rows_table import RowsModel
from hms_desktop.widgets.spoken import spoken
from hms_desktop.widgets.table_view import TableView
from hms_desktop.widgets.wishes import Wishes

T = TypeVar("T")


class FilmsPage(Page):
    """What a screen's computer cannot play is shown with its reasons, and converted here or by the command beside."""

    advanced = Signal(float)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, self.tr("Films"))
        self.set_subtitle(self.tr("Drop films here. Each is checked for the computer behind the screens."))
        self.wishes = Wishes(desk)
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="films")
        self._cancelled = threading.Event()
        self._task: asyncio.Task[None] | None = None
        self._unfit: list[FilmFile] = []
        self.model = RowsModel[FilmRow](self._columns(), lambda row: row.film_id)
        self.table = TableView(self.tr("Films"))
        self.table.setModel(self.model)
        self.table.set_empty_text(self.tr("No films yet. Drop files here, or press Ctrl+N."))
        self.table.chosen.connect(lambda row: self.remove_button.setEnabled(row >= 0))
        self._make_heading()
        self.body.addWidget(self.table, 1)
        self.body.addLayout(self._made_progress())
        self.body.addWidget(self._made_refusal())
        self.setAcceptDrops(True)
        self.setFocusProxy(self.table)
        self.follow("displays")

    def _columns(self) -> list[Column[FilmRow]]:
        return [
            Column(self.tr("Film"), lambda row: row.name, stretch=True, strong=True),
            Column(self.tr("Picture"), _picture, width=230),
            Column(self.tr("Length"), _length, align="end", width=80),
            Column(self.tr("Size, MB"), lambda row: f"{row.size / 1e6:.1f}", align="end", width=90),
            Column(self.tr("Lies in"), self._place, width=120, muted=True),
            Column(self.tr("Playlists"), self._lists, width=220, muted=True),
        ]

    def _make_heading(self) -> None:
        self.machine = choice_field([(one.key, one.name) for one in MACHINES.values()], "pi4")
        name_for_readers(self.machine, self.tr("Computer behind the screens"))
        self.add_button = Button(self.tr("Add films"), keys="Ctrl+N", kind=PRIMARY, icon="plus")
        self.add_button.clicked.connect(lambda: go(self._choose()))
        self.remove_button = Button(self.tr("Remove"), keys="Del")
        self.remove_button.clicked.connect(lambda: go(self._remove()))
        self.remove_button.setEnabled(False)
        for part in (Label(self.tr("For"), "muted"), self.machine, self.remove_button, self.add_button):
            self.buttons.addWidget(part)

    def _made_progress(self) -> QHBoxLayout:
        self.doing = Label("", "muted")
        self.bar = QProgressBar()
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        name_for_readers(self.bar, self.tr("How much is done"))
        self.cancel_button = Button(self.tr("Cancel"), kind=QUIET)
        self.cancel_button.clicked.connect(self._cancelled.set)
        self.advanced.connect(lambda share: self.bar.setValue(int(share * 1000)))
        row = QHBoxLayout()
        for part, stretch in ((self.doing, 0), (self.bar, 1), (self.cancel_button, 0)):
            row.addWidget(part, stretch)
        self._show_progress("")
        return row

    def _made_refusal(self) -> Card:
        self.refusal = Card(tone="warning")
        self.reasons = Label("", wrap=True)
        self.command = Label("", "small", wrap=True)
        self.command.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.convert_button = Button(self.tr("Convert and add"), kind=PRIMARY)
        self.convert_button.clicked.connect(lambda: self._begin(self._convert()))
        self.copy_button = Button(self.tr("Copy the command"))
        self.copy_button.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.command.text()))
        self.dismiss_button = Button(self.tr("Leave it"), kind=QUIET)
        self.dismiss_button.clicked.connect(self._leave)
        row = QHBoxLayout()
        row.addStretch(1)
        for part in (self.dismiss_button, self.copy_button, self.convert_button):
            row.addWidget(part)
        self.refusal.column.addWidget(self.reasons)
        self.refusal.column.addWidget(self.command)
        self.refusal.column.addLayout(row)
        self.refusal.hide()
        return self.refusal

    async def load(self) -> None:
        self.model.show(await self.desk.db.read(queries_media.films))
        self.remove_button.setEnabled(self.table.chosen_row() >= 0)

    def close_page(self) -> None:
        """Besides: what is on its way ends; sent again later, it goes on where it stood."""
        self._cancelled.set()
        if self._task is not None:
            self._task.cancel()
        self._worker.shutdown(wait=False, cancel_futures=True)
        super().close_page()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.add(_files(event))

    def add(self, paths: Sequence[Path]) -> None:
        """Check these files and bring in those that can be played, one after the other; one such round at a time."""
        self._begin(self._add_all(tuple(paths), self.machine.currentData()))

    @property
    def busy_with_films(self) -> bool:
        """Whether films are being checked, converted or sent."""
        return self._task is not None and not self._task.done()

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        if self.busy_with_films:
            work.close()
            self.desk.say(self.tr("Wait until the films before have been added, or cancel."), "warning")
            return
        self._cancelled.clear()
        self._task = go(self._guarded(work))

    async def _guarded(self, work: Coroutine[Any, Any, None]) -> None:
        self.add_button.setEnabled(False)
        try:
            await work
        except Cancelled:
            self.desk.say(self.tr("Cancelled; what had arrived is kept for the next time."), "info")
        except OSError as error:
            self.desk.say(self.tr("The file cannot be read: {why}.").format(why=error.strerror or ""), "stop")
        finally:
            if isValid(self):  # else the page was closed meanwhile
                self._show_progress("")
                self.add_button.setEnabled(True)

    async def _choose(self) -> None:
        chooser = QFileDialog(self.window(), self.tr("Choose films"))
        chooser.setFileMode(QFileDialog.FileMode.ExistingFiles)
        chooser.setNameFilter(self.tr("Films (*.mp4 *.m4v *.mov *.mkv *.webm)"))
        chosen = chooser.selectedFiles() if await ask(chooser) else []
        chooser.deleteLater()
        if chosen:
            self.add([Path(one) for one in chosen])

    async def _add_all(self, paths: Sequence[Path], machine: str) -> None:
        added = 0
        for path in paths:
            try:
                self._show_progress(self.tr("Checking {name}…").format(name=path.name))
                file = await self._off(film_files.look_at, path, MACHINES[machine])
                if file.faults:
                    self._unfit.append(file)
                    self._show_unfit()
                else:
                    await self._bring_in(file)
                    added += 1
            except HmsError as error:
                self.desk.tell(error)
        if added:
            self.desk.say(self.tr("Films added: {n}").format(n=added), "done")

    async def _convert(self) -> None:
        file = self._unfit.pop(0)
        self._show_unfit()
        with tempfile.TemporaryDirectory(prefix="hms-films-") as folder:
            self._show_progress(self.tr("Converting {name}…").format(name=file.name))
            made = await self._off(film_files.converted, file, Path(folder), self.advanced.emit, self._cancelled)
            await self._bring_in(made)
        self.desk.say(self.tr("Films added: {n}").format(n=1), "done")

    def _leave(self) -> None:
        del self._unfit[0]
        self._show_unfit()

    async def _bring_in(self, file: FilmFile) -> None:
        self._show_progress(self.tr("Reading {name}…").format(name=file.name))
        entry = await self._off(film_files.entry_of, file, "database", self.advanced.emit, self._cancelled)
        self._show_progress(self.tr("Sending {name}…").format(name=file.name))
        await self._off(film_files.send, self.desk.db, file, entry, self.advanced.emit, self._cancelled)

    async def _off(self, work: Callable[..., T], *values: object) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._worker, work, *values)

    async def _remove(self) -> None:
        row = self.model.row(self.table.chosen_row())
        if row is not None:
            with self.busy(self.remove_button):
                await self.wishes.run(actions_media.remove_film, film_id=row.film_id)
            self.desk.say(self.tr("Removed: {name}").format(name=row.name), "done")
            self.reload()

    def _show_unfit(self) -> None:
        """The first of the files that cannot be played; the others come when it is settled."""
        self.refusal.setVisible(bool(self._unfit))
        if not self._unfit:
            return
        file = self._unfit[0]
        mends = can_be_converted(file.facts)
        self.reasons.setText("\n".join([file.name, *(spoken(fault) for fault in file.faults)]))
        target = file.path.with_name(f"{file.path.stem}-{file.machine.key}.mp4")
        self.command.setText(command_line(conversion(file.facts, file.machine, file.path, target)) if mends else "")
        for part in (self.command, self.convert_button, self.copy_button):
            part.setVisible(mends)

    def _show_progress(self, words: str) -> None:
        self.doing.setText(words)
        self.bar.setValue(0)
        for part in (self.doing, self.bar, self.cancel_button):
            part.setVisible(bool(words))

    def _place(self, row: FilmRow) -> str:
        if not row.whole:
            return self.tr("not whole yet")
        return self.tr("the database") if row.place == "database" else self.tr("the share")

    def _lists(self, row: FilmRow) -> str:
        return ", ".join(row.playlists) or self.tr("none")


def _files(event: QDragEnterEvent | QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


def _picture(row: FilmRow) -> str:
    return f"{CODEC_NAMES.get(row.codec, row.codec)} {row.width} × {row.height}, {float(row.fps):g}/s"


def _length(row: FilmRow) -> str:
    return f"{int(row.seconds) // 60}:{int(row.seconds) % 60:02}"
