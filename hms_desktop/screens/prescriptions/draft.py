"""A prescription that is being written: lines that can still be corrected, each with the medicine it is for."""

import itertools
from dataclasses import dataclass, field, replace
from decimal import Decimal

from hms_desktop.clinic.medicines.queries import FoundMedicine
from hms_desktop.clinic.prescriptions.queries import Favourite, PrescribedLine
from hms_desktop.clinic.prescriptions.rules import Line, line_fault, quantity_of
from hms_desktop.clinic.prescriptions.typed import TypedLine

_numbers = itertools.count(1)


@dataclass(frozen=True)
class Drug:
    """What a line needs to know of its medicine; `care` is what one must know before prescribing it."""

    id: int
    words: str
    unit: str
    form: str
    controlled: bool
    care: str = ""


@dataclass(frozen=True)
class DraftLine:
    """One line; `counted` where a person typed the quantity, which nothing reckons anew then."""

    drug: Drug
    line: Line
    counted: bool = False
    key: int = field(default_factory=lambda: next(_numbers))

    @property
    def complete(self) -> bool:
        """Whether the line can be prescribed as it stands."""
        return not line_fault(self.line)


def reckoned(line: Line) -> Line:
    """The line with the quantity that its parts make, 0 where they do not say it."""
    quantity = quantity_of(line.dose, line.frequency, line.days, daily_maximum=line.daily_maximum, taper=line.taper)
    return replace(line, quantity=quantity or 0)


def as_typed(found: FoundMedicine, read: TypedLine, care: str) -> DraftLine:
    """The line that was typed; where no dose was said it is one, and none where it was said in another unit."""
    line = Line(
        medicine_id=found.id,
        quantity=read.quantity or 0,
        dose=None if read.taper or not read.is_counted_in(found.base_unit) else read.dose or Decimal(1),
        frequency=read.frequency,
        days=read.days,
        as_needed=read.as_needed,
        daily_maximum=read.daily_maximum,
        taper=read.taper,
        refills=read.refills,
        directions=read.meal,
    )
    drug = Drug(found.id, found.title, found.base_unit, found.form, bool(found.controlled), care)
    return DraftLine(drug, line if read.quantity else reckoned(line), counted=bool(read.quantity))


def of_favourite(one: Favourite) -> DraftLine:
    drug = Drug(one.line.medicine_id, one.medicine, one.unit, one.form, bool(one.controlled))
    return DraftLine(drug, one.line, counted=True)


def again(one: PrescribedLine) -> DraftLine:
    """A line of an earlier prescription, to be prescribed once more or amended."""
    drug = Drug(one.line.medicine_id, one.medicine, one.unit, one.form, bool(one.controlled))
    return DraftLine(drug, one.line, counted=True)
