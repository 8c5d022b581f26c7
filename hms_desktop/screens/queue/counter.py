"""What one counter wishes of the queue: each wish is done once, and the counter's state is read again after it."""

import datetime as dt
from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal

from hms_desktop.clinic.organisation import queries as organisation
from hms_desktop.clinic.queue import actions, queries
from hms_desktop.clinic.queue.queries import AtTheRoom, CounterState, Undoable
from hms_desktop.core.errors import HmsError, Refused, Stale
from hms_desktop.widgets.desk import Desk, Room
from hms_desktop.widgets.wishes import Wishes


class Counter(QObject):
    """The room that this workstation serves. Its methods raise Refused, Stale and Unreachable."""

    changed = Signal()
    """Something was done here: whoever shows the queue reads it again."""
    read = Signal(object)
    """The CounterState that was read, None where no room is chosen."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._wishes = Wishes(desk)
        self._taken_off: Undoable | None = None
        self._zone: ZoneInfo | None = None
        self.state: CounterState | None = None

    async def load(self) -> CounterState | None:
        """Read how the counter stands."""
        room = self._desk.room
        state = None if room is None else await self._desk.db.read(queries.counter_state, snapshot=True, room=room.id)
        if _at_room(state) != _at_room(self.state):
            # What was asked and not answered is seen to be done, or something else was: ask anew from here.
            self._wishes.forget()
        self.state = state
        self.read.emit(state)
        return state

    async def clock(self, at: dt.datetime) -> str:
        """A moment as the hospital's clock shows it: `10:41:07`."""
        if self._zone is None:
            self._zone = ZoneInfo((await self._desk.db.cached(organisation.facility)).time_zone)
        return at.astimezone(self._zone).strftime("%H:%M:%S")

    async def call_next(self) -> None:
        await self._wish(actions.call_next, room=self._room().id)

    async def call_this(self, segment: int, version: int) -> None:
        """Call one ticket out of the order."""
        await self._wish(actions.call_ticket, segment=segment, version=version, room=self._room().id)

    async def patient_is_here(self) -> None:
        await self._at(actions.start_service)

    async def recall(self) -> None:
        await self._at(actions.recall)

    async def no_show(self) -> None:
        await self._at(actions.no_show)

    async def finish(self, step: int | None = None) -> None:
        """The patient was served; `step` is another step of the journey than the next, 0 for none."""
        current = self.current
        await self._wish(actions.finish, segment=current.segment_id, version=current.version, step=step)

    async def open(self) -> None:
        """Sit down at this counter, or go on after a pause."""
        await self._wish(actions.open_counter, room=self._room().id)

    async def pause(self) -> None:
        await self._wish(actions.pause_counter, room=self._room().id)

    async def close(self, to_service: int | None) -> actions.ClosedCounter:
        """Close this counter; Refused where somebody waits whom nobody else serves and `to_service` is None."""
        closed: actions.ClosedCounter = await self._wish(
            actions.close_counter, room=self._room().id, to_service=to_service
        )
        return closed

    async def undo_close(self, closure: int) -> None:
        await self._wish(actions.undo_close_counter, closure=closure)

    async def put_back(self, segment: int, version: int) -> None:
        await self._wish(actions.reinstate, segment=segment, version=version)

    async def transfer(
        self, segment: int, version: int, to_service: int, reason: str, comes_back: bool = False
    ) -> None:
        left = await self._wish(
            actions.transfer,
            segment=segment,
            version=version,
            to_service=to_service,
            reason=reason or None,
            comes_back=comes_back,
        )
        self._taken_off = Undoable(left.from_segment_id, left.from_version, left.ticket, "transfer")
        self.changed.emit()

    async def take_off(self, segment: int, version: int, reason: str) -> None:
        """Take a ticket off the queue."""
        off = await self._wish(actions.cancel_ticket, segment=segment, version=version, reason=reason)
        self._taken_off = Undoable(off.segment_id, off.version, off.ticket, "cancel")
        self.changed.emit()

    async def give_holder(self, segment: int, version: int, patient: int) -> None:
        """The number from the entrance is this patient's."""
        await self._wish(actions.name_ticket, segment=segment, version=version, patient=patient)
        self.changed.emit()

    async def undo(self) -> None:
        step = self.undoable
        if step is None:
            raise Refused("queue.nothing_to_undo", self.tr("There is nothing to take back."))
        try:
            await self._wish(actions.undo, segment=step.segment_id, version=step.version)
        except (Refused, Stale):
            self._taken_off = None
            raise

    @property
    def current(self) -> AtTheRoom:
        """Who is called or served here; Refused where nobody is."""
        if self.state is None or self.state.current is None:
            raise Refused("queue.nobody_here", self.tr("Nobody is called here; call the next ticket first."))
        return self.state.current

    @property
    def undoable(self) -> Undoable | None:
        """The newest step that can be taken back."""
        return self._taken_off or (self.state.undoable if self.state else None)

    async def _at(self, action: Callable[..., Any]) -> None:
        current = self.current
        await self._wish(action, segment=current.segment_id, version=current.version)

    async def _wish(self, action: Callable[..., Any], **values: Any) -> Any:
        try:
            result = await self._wishes.run(action, **values)
        except HmsError:
            self.changed.emit()
            raise
        self._taken_off = None
        self.changed.emit()
        return result

    def _room(self) -> Room:
        if self._desk.room is None:
            self._desk.go_to("room")
            raise Refused("queue.no_room", self.tr("Choose your room or counter first."))
        return self._desk.room


def _at_room(state: CounterState | None) -> tuple[int, int] | None:
    current = state.current if state else None
    return (current.segment_id, current.version) if current else None
