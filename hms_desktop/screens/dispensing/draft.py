"""What the person at the counter means to give, line by line: amounts, batches, and what was verified by scan."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from hms_desktop.clinic.dispensing.queries import Sheet, SheetLine
from hms_desktop.clinic.dispensing.rules import LATER, OWED, STOPPED, Given, Omitted, Pick

UNKNOWN, WRONG_BATCH, TICKED, AGAIN = "unknown", "wrong_batch", "ticked", "again"
"""What a scanned pack is to the sheet: not on it, of another batch, verified now, verified before."""


@dataclass(frozen=True)
class LineDraft:
    """One line as it would be dispensed now; amounts in base units.

    `medicine_id` is what is given, which `substitution` and `why` explain where it is not what was prescribed;
    `left_out` says why less than what is due is given, and is empty where nobody asked for this line. `checked`: what
    is given is among what a colleague looks at; `controlled`: it stands in the register, which two people sign.
    """

    line: SheetLine
    medicine_id: int
    medicine: str
    picks: tuple[Pick, ...]
    by_hand: bool = False
    substitution: str = ""
    why: str = ""
    left_out: str = ""
    left_why: str = ""
    checked: bool = False
    controlled: bool = False

    @property
    def units(self) -> int:
        return sum(pick.units for pick in self.picks)

    @property
    def missing(self) -> int:
        """What is due and not given."""
        return max(0, self.line.due - self.units)

    @property
    def scanned(self) -> bool:
        """Whether a code of every batch was read."""
        return bool(self.picks) and all(pick.scanned for pick in self.picks)

    def given(self) -> Given | None:
        return Given(self.line.id, self.picks, self.substitution, self.why) if self.picks else None

    def omitted(self) -> Omitted | None:
        """What the patient is told was not supplied; nothing where all was, or nobody asked for it."""
        if not self.left_out or not self.missing:
            return None
        return Omitted(self.line.id, self.missing, self.left_out, self.left_why)


def proposed(line: SheetLine) -> LineDraft:
    """What FEFO gives of what is due; what the store lacks is owed."""
    picks = tuple(Pick(one.batch_id, one.units) for one in line.proposal.picks)
    draft = LineDraft(line, line.medicine_id, line.medicine, picks, checked=line.checked, controlled=line.controlled)
    return replace(draft, left_out=OWED if draft.missing else "")


def not_asked(line: SheetLine) -> LineDraft:
    """Nothing of this line, and nothing to be said of it."""
    return LineDraft(line, line.medicine_id, line.medicine, (), checked=line.checked, controlled=line.controlled)


def of_sheet(sheet: Sheet, only: int | None = None) -> tuple[LineDraft, ...]:
    """The first draft of a sheet; of the line `only` alone where an old label was scanned."""
    return tuple(proposed(line) if line.due and only in (None, line.id) else not_asked(line) for line in sheet.lines)


def renewed(sheet: Sheet, before: Sequence[LineDraft], only: int | None = None) -> tuple[LineDraft, ...]:
    """The same wishes on a sheet that was read again: what was changed by hand stays, the rest is proposed anew."""
    kept = {one.line.id: one for one in before if one.by_hand}
    ticked = {pick.batch for one in before for pick in one.picks if pick.scanned}
    return tuple(
        replace(kept[one.line.id], line=one.line) if one.line.id in kept else _ticked(one, ticked)
        for one in of_sheet(sheet, only)
    )


def with_units(draft: LineDraft, units: int, today: dt.date) -> LineDraft:
    """Another amount by FEFO, as much of it as the store holds."""
    proposal = draft.line.proposed(units, today)
    picks = tuple(Pick(one.batch_id, one.units) for one in proposal.picks)
    changed = replace(draft, picks=picks, by_hand=True)
    kind = draft.left_out or (OWED if proposal.missing else LATER)
    return replace(changed, left_out=kind if changed.missing else "")


def with_batch(draft: LineDraft, batch: int, units: int, reason: str) -> LineDraft:
    """Everything from one batch that was chosen by hand, and why."""
    changed = replace(draft, picks=(Pick(batch, units, reason),) if units else (), by_hand=True)
    return replace(changed, left_out=(draft.left_out or LATER) if changed.missing else "")


def stopped(draft: LineDraft) -> LineDraft:
    """Nothing of this line: a warning speaks against it, and the patient is told."""
    return replace(draft, picks=(), by_hand=True, left_out=STOPPED)


def batches_of(draft: LineDraft) -> dict[int, str]:
    """The lot of each batch of the line's own medicine."""
    return {batch.batch_id: batch.lot for batch in draft.line.batches}


def tick(drafts: Sequence[LineDraft], medicine: int, batches: Iterable[int]) -> tuple[tuple[LineDraft, ...], str]:
    """The drafts with one more pick verified by a pack of `medicine` out of one of `batches`, and what the pack was.

    Without `batches` (a code that holds no lot) the next pick of the medicine that is not verified yet is.
    """
    possible = set(batches)
    own = [(place, one) for place, one in enumerate(drafts) if one.medicine_id == medicine and one.picks]
    if not own:
        return tuple(drafts), UNKNOWN
    fitting = [(place, pick) for place, one in own for pick in one.picks if not possible or pick.batch in possible]
    if not fitting:
        return tuple(drafts), WRONG_BATCH
    waiting = [(place, pick) for place, pick in fitting if not pick.scanned]
    if not waiting:
        return tuple(drafts), AGAIN
    place, found = waiting[0]
    changed = list(drafts)
    changed[place] = _ticked(changed[place], {found.batch})
    return tuple(changed), TICKED


def _ticked(draft: LineDraft, batches: set[int]) -> LineDraft:
    return replace(
        draft, picks=tuple(replace(pick, scanned=pick.scanned or pick.batch in batches) for pick in draft.picks)
    )
