"""What the pharmacy's screens show: the work list, one prescription with its batches proposed, and what was given."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.dispensing import queries_shelf, rules
from hms_desktop.clinic.dispensing.rules import DispensingRules
from hms_desktop.clinic.patients.rules import Age, Birth, age_on, display_name
from hms_desktop.clinic.prescriptions.queries import line_of
from hms_desktop.clinic.prescriptions.wording import directions_of
from hms_desktop.clinic.stock.rules import Proposal, Shelved, pick_batches
from hms_desktop.core.errors import Refused

MOST_WAITING = 200
NEW, REPEAT, OWED = "new", "repeat", "owed"


@dataclass(frozen=True)
class Waiting:
    """One prescription on the work list. `kind` is new, repeat or owed; `minutes` since the ticket or the writing.

    Of a `closed` record (restricted, not opened by this person) only the number is shown; `holder` is the colleague
    who has it open, empty where nobody or this person (`mine`) has.
    """

    prescription_id: int
    patient_id: int
    mrn: str
    name: str
    ticket: str
    ticket_segment: int | None
    ticket_version: int
    lines: int
    kind: str
    owed_since: dt.date | None
    minutes: int
    controlled: bool
    holder: str
    mine: bool
    closed: bool


@dataclass(frozen=True)
class SheetLine:
    """One line of a prescription, ready to be dispensed: what is due now, and the batches that FEFO proposes for it.

    Amounts are base units; `batches` are all of this medicine that may be given out of the store. `checked`: it is
    among what a colleague looks at, where not everything or nothing is.
    """

    id: int
    place: int
    medicine_id: int
    medicine: str
    unit: str
    directions: str
    days: int | None
    as_needed: bool
    quantity: int
    refills: int
    supplied: int
    remaining: int
    owed: int
    due: int
    supplied_until: dt.date | None
    substitution: bool
    controlled: bool
    high_alert: bool
    look_alike: str
    checked: bool = False
    hospital: DispensingRules = field(default_factory=DispensingRules)
    batches: tuple[Shelved, ...] = ()
    proposal: Proposal = field(default_factory=lambda: Proposal((), 0, 0))

    @property
    def in_store(self) -> int:
        return sum(batch.units for batch in self.batches)

    def days_to_last(self, units: int) -> int:
        """Days for which a batch must be good that so many base units come from (rule 25)."""
        return self.hospital.days_to_last(rules.days_covered(units, self.quantity, self.days, as_needed=self.as_needed))

    def proposed(self, units: int, today: dt.date) -> Proposal:
        """The batches for so many base units, first what expires first."""
        return pick_batches(self.batches, units, today=today, days=self.days_to_last(units))


@dataclass(frozen=True)
class Allergy:
    """One known allergy of the patient."""

    substance: str
    severity: str
    reaction: str


@dataclass(frozen=True)
class Current:
    """Another medicine that the patient still takes, and until when the supply lasts (None: nobody knows)."""

    medicine: str
    until: dt.date | None


@dataclass(frozen=True)
class Sheet:
    """One prescription as the counter sees it; `allergies_asked` is not_asked, none_known or known."""

    prescription_id: int
    version: int
    state: str
    valid: bool
    patient_id: int
    restricted: bool
    mrn: str
    name: str
    age: Age | None
    sex: str
    language: str
    allergies_asked: str
    allergies: tuple[Allergy, ...]
    current: tuple[Current, ...]
    prescriber: str
    written_on: dt.date
    valid_until: dt.date
    note: str
    holder: str
    held_at: str
    mine: bool
    store_id: int
    today: dt.date
    rules: DispensingRules
    lines: tuple[SheetLine, ...]

    @property
    def open(self) -> bool:
        """Whether anything may still be dispensed on it."""
        return self.state == "active" and self.valid


@dataclass(frozen=True)
class Dispensed:
    """A dispense of the past, as the sheet lists it; `what` names the medicines with their quantities."""

    dispense_id: int
    at: dt.datetime
    pharmacist: str
    what: str
    note: str
    reversed: bool


@dataclass(frozen=True)
class RulesRow:
    """How this hospital dispenses, and which version of it that is."""

    rules: DispensingRules
    version: int


_WAITING = """
SELECT p.id AS prescription_id, p.patient_id, p.mrn, p.closed, p.given_names, p.family_name, p.left_lines, p.begun,
       p.controlled, p.owed, p.owed_since, p.holder, p.mine, coalesce(t.label, '') AS ticket, s.id AS segment,
       coalesce(s.version, 0) AS segment_version,
       floor(extract(epoch FROM hms.hospital_now() - coalesce(s.arrived_at, p.entered_at)) / 60)::int AS minutes
FROM hms.dispensable p
LEFT JOIN LATERAL (
    SELECT s.id, s.ticket_id, s.arrived_at, s.version FROM hms.segments s
    WHERE s.patient_id = p.patient_id AND s.business_date = hms.business_date()
      AND s.state IN ('waiting', 'called', 'serving') AND s.service_id = ANY (:services) ORDER BY s.id LIMIT 1
) s ON true
LEFT JOIN hms.tickets t ON t.id = s.ticket_id
WHERE p.state = 'active' AND p.valid AND p.left_lines > 0 AND {which}
ORDER BY s.id IS NULL, s.arrived_at, p.owed > 0, p.entered_at, p.id LIMIT :most
"""
_ON_THE_LIST = "(s.id IS NOT NULL OR NOT p.begun OR p.owed > 0 OR p.mine)"
_OF_PATIENTS = "p.patient_id = ANY (:patients)"


def to_dispense(session: Session, *, services: Sequence[int] = ()) -> tuple[Waiting, ...]:
    """What waits: first who holds a ticket for one of `services`, then what is new, then what is owed."""
    rows = session.execute(
        sa.text(_WAITING.format(which=_ON_THE_LIST)), {"services": list(services), "most": MOST_WAITING}
    )
    return tuple(_waiting(row) for row in rows)


def of_patients(session: Session, *, patients: Sequence[int], services: Sequence[int] = ()) -> tuple[Waiting, ...]:
    """Every prescription of these patients on which something may still be dispensed, repeats too."""
    rows = session.execute(
        sa.text(_WAITING.format(which=_OF_PATIENTS)),
        {"services": list(services), "patients": list(patients), "most": MOST_WAITING},
    )
    return tuple(_waiting(row) for row in rows)


def _waiting(row: Any) -> Waiting:
    return Waiting(
        prescription_id=row.prescription_id,
        patient_id=row.patient_id,
        mrn=row.mrn,
        name="" if row.closed else display_name(row.given_names, row.family_name),
        ticket=row.ticket,
        ticket_segment=row.segment,
        ticket_version=row.segment_version,
        lines=row.left_lines,
        kind=OWED if row.owed else REPEAT if row.begun else NEW,
        owed_since=row.owed_since,
        minutes=max(0, row.minutes),
        controlled=bool(row.controlled),
        holder="" if row.mine else row.holder,
        mine=row.mine,
        closed=row.closed,
    )


def dispensing_rules(session: Session) -> RulesRow:
    """How this hospital dispenses."""
    row = session.execute(
        sa.text(
            "SELECT lease_minutes, second_check, checked_classes, equivalents, covers_supply, least_days, "
            "label_language, check_hours, version FROM hms.dispensing_rules"
        )
    ).one()
    *values, version = row
    found = DispensingRules(*values)
    return RulesRow(replace(found, checked_classes=tuple(found.checked_classes)), version)


_HEAD = sa.text("SELECT p.*, hms.business_date() AS today FROM hms.dispensable p WHERE p.id = :prescription")
_LINES = sa.text("SELECT * FROM hms.dispensable_lines WHERE prescription_id = :prescription ORDER BY place, id")
_ALLERGIES = sa.text(
    "SELECT substance, severity, reaction FROM hms.patient_allergies WHERE patient_id = :patient ORDER BY id"
)
_CURRENT = sa.text(
    """
    SELECT m.name, m.strength, m.form, a.supplied_until
    FROM hms.active_lines a JOIN hms.medicines m ON m.id = a.medicine_id
    WHERE a.patient_id = :patient AND a.prescription_id <> :prescription
    ORDER BY m.name, a.line_id
    """
)


def prescription_sheet(session: Session, *, prescription: int, store: int) -> Sheet:
    """All that the counter needs of one prescription, batches proposed from `store`; read it as a snapshot.

    Raises Refused where it does not exist or belongs to a restricted record that this person has not opened.
    """
    head = session.execute(_HEAD, {"prescription": prescription}).one_or_none()
    if head is None:
        raise Refused("dispensing.unknown", "This prescription is not known; look it up again.")
    if head.closed:
        raise Refused("patients.restricted", "This record is restricted; open it with a reason first.")
    rows = session.execute(_LINES, {"prescription": prescription}).all()
    shelf = queries_shelf.shelved(session, store=store, medicines=[row.medicine_id for row in rows])
    hospital = dispensing_rules(session).rules
    lines = tuple(_line(row, shelf.get(row.medicine_id, ()), head.today, hospital) for row in rows)
    about = {"patient": head.patient_id, "prescription": prescription}
    birth = Birth(head.birth_date, head.birth_precision) if head.birth_date and head.birth_precision else None
    return Sheet(
        prescription_id=head.id,
        version=head.version,
        state=head.state,
        valid=head.valid,
        patient_id=head.patient_id,
        restricted=head.restricted,
        mrn=head.mrn,
        name=display_name(head.given_names, head.family_name),
        age=age_on(birth, head.today),
        sex=head.sex,
        language=head.language,
        allergies_asked=head.allergy_status,
        allergies=tuple(Allergy(*row) for row in session.execute(_ALLERGIES, about)),
        current=tuple(
            Current(" ".join(part for part in (row.name, row.strength, row.form) if part), row.supplied_until)
            for row in session.execute(_CURRENT, about)
        ),
        prescriber=head.prescriber,
        written_on=head.written_on,
        valid_until=head.valid_until,
        note=head.note,
        holder="" if head.mine else head.holder,
        held_at=head.held_at,
        mine=head.mine,
        store_id=store,
        today=head.today,
        rules=hospital,
        lines=lines,
    )


def _line(row: Any, batches: tuple[Shelved, ...], today: dt.date, hospital: DispensingRules) -> SheetLine:
    line = SheetLine(
        id=row.id,
        place=row.place,
        medicine_id=row.medicine_id,
        medicine=" ".join(part for part in (row.medicine, row.strength, row.form) if part),
        unit=row.base_unit,
        directions=directions_of(line_of(row), row.base_unit, form=row.form),
        days=row.days,
        as_needed=row.as_needed,
        quantity=row.quantity,
        refills=row.refills,
        supplied=row.supplied,
        remaining=row.remaining,
        owed=row.owed,
        due=rules.due(row.quantity, row.refills, row.supplied, row.owed),
        supplied_until=row.supplied_until,
        substitution=row.substitution,
        controlled=row.controlled != "",
        high_alert=row.high_alert,
        look_alike=row.look_alike,
        checked=row.checked,
        hospital=hospital,
        batches=batches,
    )
    return replace(line, proposal=line.proposed(line.due, today))


_HISTORY = sa.text(
    """
    SELECT dispense_id, min(at) AS at, min(pharmacist) AS pharmacist,
           string_agg(medicine || ' × ' || units, ', ' ORDER BY first) AS what, min(note) AS note,
           bool_or(reversed) AS reversed
    FROM (
        SELECT h.dispense_id, h.at, h.pharmacist, h.note, h.reversed, btrim(m.name || ' ' || m.strength) AS medicine,
               sum(h.units) AS units, min(h.id) AS first
        FROM hms.handed_out h JOIN hms.medicines m ON m.id = h.medicine_id
        WHERE h.prescription_id = :prescription GROUP BY 1, 2, 3, 4, 5, 6
    ) line
    GROUP BY dispense_id ORDER BY dispense_id DESC
    """
)


def dispensed(session: Session, *, prescription: int) -> tuple[Dispensed, ...]:
    """What was handed out on a prescription, the newest first."""
    return tuple(Dispensed(*row) for row in session.execute(_HISTORY, {"prescription": prescription}))


@dataclass(frozen=True)
class LabelScanned:
    """What the code on a medicine's label stands for: the prescription and the line that it was given on."""

    prescription_id: int
    line_id: int


def label_scanned(session: Session, *, supply: int) -> LabelScanned:
    """The prescription of an old label's code. Raises Refused where there is none, or the record is closed."""
    row = session.execute(
        sa.text("SELECT prescription_id, line_id FROM hms.handed_out WHERE id = :supply"), {"supply": supply}
    ).one_or_none()
    if row is None:
        raise Refused("dispensing.no_label", "This label is not known here; find the patient instead.")
    return LabelScanned(row.prescription_id, row.line_id)
