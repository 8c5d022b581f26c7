"""Prints what this workstation wants: after the commit, off the GUI thread, one paper after the other per printer."""

import asyncio
import contextlib
import logging
import threading
import traceback
from collections import defaultdict
from collections.abc import Callable, Coroutine, Mapping
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from hms_desktop.clinic.printing import actions, queries
from hms_desktop.clinic.printing.papers import PaperQuery, paper
from hms_desktop.clinic.printing.queries import JobRow
from hms_desktop.clinic.printing.rules import TEST
from hms_desktop.core.errors import HmsError, Unreachable
from hms_desktop.screens.printing.made import Made, Maker
from hms_desktop.screens.printing.words import title
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.errands import go
from hms_desktop.widgets.message_bar import Message
from hms_desktop.widgets.spoken import QT_TRANSLATE_NOOP, spoken
from hms_desktop.widgets.wishes import Wishes

PATIENCE_SECONDS = 40.0
FAREWELL_SECONDS = 3.0
T = TypeVar("T")
_log = logging.getLogger(__name__)
_BUG = ("paper.bug", QT_TRANSLATE_NOOP("refusals", "The paper could not be made; the report is in the log."))
_FULL = (
    "paper.file",
    QT_TRANSLATE_NOOP("refusals", "The paper's file could not be written; look whether the disk is full."),
)
_SLOW = ("printer.stopped", "The printer took perhaps only a part of the paper; look at it before you repeat.")


class Press(QObject):
    """Each paper is a job in the database first. A failure is said in the message bar, with Repeat."""

    changed = Signal()
    """A paper of this workstation waits, came out or failed."""
    came_out = Signal(object)
    """The Made paper, of a printer that is a file."""

    def __init__(
        self,
        desk: Desk,
        papers: Mapping[str, PaperQuery],
        maker: Maker,
        *,
        patience: float = PATIENCE_SECONDS,
        parent: QObject | None = None,
    ) -> None:
        """`papers` gives each document the query of its own area; `patience` in seconds ends what hangs."""
        super().__init__(parent)
        self._desk = desk
        self._papers = papers
        self._maker = maker
        self._patience = patience
        self._wishes = Wishes(desk)
        self._lines: defaultdict[int, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._untold: dict[int, dict[str, Any]] = {}
        self._under_way: set[asyncio.Task[Any]] = set()
        desk.paper_wanted.connect(self.want)
        desk.live.came_back.connect(lambda: go(self._tell_ends()))

    def want(self, document: str, subject: int, automatic: bool = False) -> None:
        """Print `document` about `subject`; with `automatic` only where this workstation chose so."""
        self._begin(self._want(document, subject, automatic))

    def again(self, job: int) -> None:
        """Print the paper of `job` once more; the new one says that it is a reprint."""
        self._begin(self._again(job))

    def resume(self, job: int) -> None:
        """Print a job that was queued here and that no program has begun."""
        self._begin(self.print_job(job))

    async def finish(self) -> None:
        """Let what is being printed come to its end, for some seconds; called before the desk is left."""
        if self._under_way:
            await asyncio.wait(set(self._under_way), timeout=FAREWELL_SECONDS)

    async def look(self, row: JobRow) -> Made:
        """The paper of a job as it would come out now. Raises HmsError."""
        printer = await self._desk.db.cached(queries.printer, printer=row.printer_id)
        content = await self._content(row)
        return await _beside(lambda: self._maker.look(printer, content, row.language, title(row.document)))

    async def print_job(self, job: int) -> None:
        """Print a job that is queued; how it went is told to the database, and to the person where it failed."""
        db = self._desk.db
        self.changed.emit()
        row = await db.read(queries.job, job=job)
        async with self._lines[row.printer_id]:
            await db.run(actions.begin_print, intent=self._desk.new_intent(), job=job)
            reason, sentence = await self._printed(row)
            await self._tell_end(job, reason, sentence)
        self.changed.emit()
        if reason:
            self._not_printed(row.document, HmsError(reason, sentence), lambda: self.again(job))

    def _begin(self, printing: Coroutine[Any, Any, None]) -> None:
        task = go(printing)
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def _want(self, document: str, subject: int, automatic: bool) -> None:
        try:
            if automatic:
                choice = await self._desk.db.cached(queries.choice, document=document)
                if choice.printer_id is None or not choice.automatic:
                    return
            printer = subject if document == TEST else None
            job = await self._wishes.run(actions.queue_print, document=document, subject=subject, printer=printer)
            await self.print_job(job)
        except HmsError as error:
            self._not_printed(document, error, lambda: self.want(document, subject))

    async def _again(self, job: int) -> None:
        try:
            await self.print_job(await self._wishes.run(actions.repeat_print, job=job))
        except HmsError as error:
            self._desk.tell(error)

    async def _printed(self, row: JobRow) -> tuple[str, str]:
        """Make and send the paper; why it failed, as code and English sentence, both empty where it came out."""
        try:
            printer = await self._desk.db.cached(queries.printer, printer=row.printer_id)
            content = await self._content(row)
            sending = _beside(
                lambda: self._maker.deliver(printer, content, row.language, job=row.id, title=title(row.document))
            )
            made = await asyncio.wait_for(sending, self._patience)
        except HmsError as error:
            return error.code, error.sentence
        except TimeoutError:
            return _SLOW
        except OSError as error:
            _log.warning("a paper could not be written: %s", error.strerror or type(error).__name__)
            return _FULL
        except Exception as error:
            # Where it happened and of what kind, but not what it says: that may hold a name.
            where = "".join(traceback.format_tb(error.__traceback__))
            _log.error("a paper could not be made: %s\n%s", type(error).__name__, where)
            return _BUG
        if made is not None:
            self.came_out.emit(made)
        return "", ""

    async def _content(self, row: JobRow) -> Any:
        return await self._desk.db.read(
            paper, snapshot=True, query=self._papers[row.document], subject=row.subject, reprint=row.reprint
        )

    async def _tell_end(self, job: int, reason: str, sentence: str) -> None:
        """Where the server is away it is told when it is back; a program that ends before leaves the job unknown."""
        intent = self._desk.new_intent()
        values = {"intent": intent, "job": job, "reason": reason, "sentence": sentence}
        try:
            await self._desk.db.run(actions.end_print, **values)
        except Unreachable:
            self._untold[job] = values

    async def _tell_ends(self) -> None:
        for job, values in list(self._untold.items()):
            with contextlib.suppress(HmsError):
                await self._desk.db.run(actions.end_print, **values)
                del self._untold[job]

    def _not_printed(self, document: str, error: HmsError, again: Callable[[], object]) -> None:
        words = self.tr("{paper} was not printed. {why}").format(paper=title(document), why=spoken(error))
        self._desk.messages.show_message(Message(words, "warning", again, self.tr("Repeat")))


async def _beside(work: Callable[[], T]) -> T:
    """`work()` on a thread of its own, which holds up neither the desk nor the end of the program."""
    loop = asyncio.get_running_loop()
    done: asyncio.Future[T] = loop.create_future()

    def settle(result: T | None, error: BaseException | None) -> None:
        if done.done():
            return
        if error is not None:
            done.set_exception(error)
        else:
            done.set_result(result)  # type: ignore[arg-type] # there is a result where there is no error

    def run() -> None:
        result, error = None, None
        try:
            result = work()
        except BaseException as raised:
            error = raised
        with contextlib.suppress(RuntimeError):  # the program has ended meanwhile
            loop.call_soon_threadsafe(settle, result, error)

    threading.Thread(target=run, name="paper", daemon=True).start()
    return await done
