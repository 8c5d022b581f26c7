"""The prescriptions of the demo: a dozen that one of its doctors has written, as a doctor types them."""

from decimal import Decimal
from uuid import uuid4

from hms_desktop.clinic.medicines.queries import find_medicines
from hms_desktop.clinic.prescriptions import actions, queries
from hms_desktop.clinic.prescriptions.rules import Line, Order, quantity_of
from hms_desktop.clinic.prescriptions.typed import readings
from hms_desktop.core.database import Database

TYPED: tuple[tuple[str, ...], ...] = (
    ("amoxicillin 500 tds 7 pc", "paracetamol 500 2tab qds 5"),
    ("metformin 500 bd 30 pc r2", "amlodipine 5 od 30 r2"),
    ("ibuprofen 400 tds 5 pc",),
    ("salbutamol 2puff prn max 8 30", "prednisolone 5 taper 8x5 6x5 4x5 2x5"),
    ("omeprazole 20 om 28 ac",),
    ("atenolol 50 od 30", "hydrochlorothiazide 25 om 30"),
    ("doxycycline 100 bd 7",),
    ("paracetamol 500 2tab q6h prn max 8 3",),
    ("ciprofloxacin 500 bd 5", "metronidazole 400 tds 5"),
    ("morphine 10 q4h prn max 6 7",),
    ("ferrous od 30 r1", "folic od 30 r1"),
    ("insulin bd 30",),
)
"""The lines of each, as they would be typed; what the demo's catalogue does not hold is left out."""

USUAL_QUANTITY = 10
"""Base units of what is taken as needed without a daily maximum."""


def name_the_pharmacy(database: Database, service: int) -> None:
    """Whoever gets a prescription gets a ticket for this service."""
    rules = database.read_now(queries.prescribing_rules)
    database.run_now(
        actions.save_prescribing_rules,
        intent=uuid4(),
        version=rules.version,
        pharmacy=service,
        valid_days=rules.valid_days,
        controlled_days=rules.controlled_days,
    )


def write(doctor: Database) -> None:
    """Write them for the first patients of the register; they stay at home, so that no ticket waits for them."""
    for patient, typed in enumerate(TYPED, start=1):
        lines = [line for text in typed if (line := line_of(doctor, text)) is not None]
        if lines:
            order = Order(ticket=False)
            doctor.run_now(actions.write_prescription, intent=uuid4(), patient=patient, order=order, lines=tuple(lines))


def line_of(doctor: Database, text: str) -> Line | None:
    """The line that is typed so, of the likeliest medicine; None where the catalogue has none."""
    read = readings(text)[0]
    found = doctor.read_now(find_medicines, text=read.medicine, limit=1)
    if not found:
        return None
    dose = None if read.taper else read.dose or Decimal(1)
    quantity = quantity_of(dose, read.frequency, read.days, daily_maximum=read.daily_maximum, taper=read.taper)
    return Line(
        medicine_id=found[0].id,
        quantity=quantity or USUAL_QUANTITY,
        dose=dose,
        frequency=read.frequency,
        days=read.days,
        as_needed=read.as_needed,
        daily_maximum=read.daily_maximum,
        taper=read.taper,
        refills=read.refills,
        directions=read.meal,
    )
