"""How a patient's form is saved: once, also when the answer is lost, and beside a colleague who saved first."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

from hms_desktop.clinic.patients import actions, queries, rules
from hms_desktop.clinic.patients.actions import Registered
from hms_desktop.clinic.patients.meeting import meet
from hms_desktop.clinic.patients.queries import Card
from hms_desktop.clinic.patients.rules import PatientRecord
from hms_desktop.core.errors import Stale, Unreachable
from hms_desktop.screens.patients.field_words import field_title, field_words
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.dialogs import Difference
from hms_desktop.widgets.wishes import Wishes

Choose = Callable[[Sequence[Difference]], Awaitable[dict[str, bool] | None]]
"""Shows the differences; for each field whether mine is kept, or None where the person went back to the form."""


class Registering:
    """One new patient. What is changed after a lost answer is saved as an edit, so nothing is lost or doubled."""

    def __init__(self, desk: Desk) -> None:
        self._wishes = Wishes(desk)
        self._sent: PatientRecord | None = None

    async def save(self, record: PatientRecord, shown: tuple[int, ...] = ()) -> Registered:
        """Register `record`; `shown` are the likely duplicates that were looked at. Raises Refused, Unreachable."""
        rules.check_record(record)
        sent = self._sent or record
        try:
            self._sent = sent
            registered = await self._wishes.run(actions.register, wish="register", record=sent, shown=shown)
        except Unreachable:
            raise
        except Exception:
            self._sent = None
            raise
        if record == sent:
            return registered
        return await self._wishes.run(
            actions.edit, patient_id=registered.id, version=registered.version, seen=sent, wanted=record
        )


class Editing:
    """One record as it was read, and how its changes are saved."""

    def __init__(self, desk: Desk, card: Card) -> None:
        self._desk = desk
        self._wishes = Wishes(desk)
        self.card = card

    async def save(self, wanted: PatientRecord, choose: Choose) -> Registered | None:
        """Save what changed; where a colleague saved first, both changes meet, and `choose` settles what clashes.

        None where the person went back to the form. Raises Refused, Unreachable.
        """
        rules.check_record(wanted)
        while True:
            seen = self.card
            try:
                return await self._wishes.run(
                    actions.edit, patient_id=seen.id, version=seen.version, seen=seen.record, wanted=wanted
                )
            except Stale:
                now = await self._desk.db.read(queries.patient_card, snapshot=True, patient_id=seen.id)
            met = await _met(seen.record, now.record, wanted, choose)
            if met is None:
                return None
            self.card, wanted = now, met


async def _met(seen: PatientRecord, theirs: PatientRecord, mine: PatientRecord, choose: Choose) -> PatientRecord | None:
    """My changes laid over theirs; where both changed a field, the chosen value."""
    met = meet(seen, theirs, mine)
    if not met.clashes:
        return met.record
    keeps = await choose(
        [
            Difference(
                one.name,
                field_title(one.name),
                field_words(one.name, one.mine),
                field_words(one.name, one.theirs),
                field_words(one.name, one.seen),
            )
            for one in met.clashes
        ]
    )
    if keeps is None:
        return None
    return replace(met.record, **{one.name: one.theirs for one in met.clashes if not keeps[one.name]})
