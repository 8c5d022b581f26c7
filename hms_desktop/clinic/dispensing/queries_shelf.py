"""What lies on the shelves of the pharmacies: batches to give out, the same elsewhere, and what may stand for it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.dispensing import rules
from hms_desktop.clinic.dispensing.rules import DispensingRules, Given, Pick
from hms_desktop.clinic.stock.rules import Shelved, pick_batches
from hms_desktop.core.reference import reference
from hms_desktop.core.standing_alone import Sending


@dataclass(frozen=True)
class Stocked:
    """So many usable base units of a medicine in a store; another medicine than the line's has the same ingredients.

    `checked`: it is among what a colleague looks at; `controlled`: it stands in the register.
    """

    medicine_id: int
    medicine: str
    store_id: int
    store: str
    units: int
    earliest: dt.date | None
    checked: bool
    controlled: bool


@dataclass(frozen=True)
class StoreChoice:
    """A store from which is dispensed."""

    id: int
    name: str


@reference("stores")
def stores(session: Session) -> tuple[StoreChoice, ...]:
    """The stores from which is dispensed, pharmacies first."""
    rows = session.execute(
        sa.text("SELECT id, name FROM hms.stores WHERE active AND kind IN ('pharmacy', 'ward') ORDER BY kind, name, id")
    )
    return tuple(StoreChoice(row.id, row.name) for row in rows)


_MOST_GIVEN = sa.text(
    """
    SELECT medicine_id FROM (
        SELECT id, medicine_id FROM hms.handed_out
        WHERE business_date > (SELECT hms.business_date() - 30) ORDER BY id DESC LIMIT 5000
    ) lately
    GROUP BY medicine_id ORDER BY count(*) DESC, medicine_id LIMIT :most
    """
)


def most_given(session: Session, *, most: int) -> tuple[int, ...]:
    """The medicines handed out most often in the last 30 days, at most `most`, by the last 5,000 batches given."""
    return tuple(session.scalars(_MOST_GIVEN, {"most": most}))


_SHELF = sa.text(
    """
    SELECT medicine_id, batch_id, lot, expiry, received_on, units FROM hms.allocatable
    WHERE store_id = :store AND medicine_id = ANY (:medicines)
    """
)


def shelved(session: Sending, *, store: int, medicines: Sequence[int]) -> Mapping[int, tuple[Shelved, ...]]:
    """What may be given out of a store today, by medicine."""
    found: dict[int, list[Shelved]] = {}
    for row in session.execute(_SHELF, {"store": store, "medicines": list(medicines)}):
        batch = Shelved(row.batch_id, row.expiry, row.received_on, row.units, row.lot)
        found.setdefault(row.medicine_id, []).append(batch)
    return {medicine: tuple(batches) for medicine, batches in found.items()}


_AGAIN = sa.text(
    """
    SELECT l.id, l.quantity, l.days, l.as_needed, hms.business_date() AS today, r.covers_supply, r.least_days
    FROM hms.dispensable_lines l CROSS JOIN hms.dispensing_rules r WHERE l.prescription_id = :prescription
    """
)


def propose_again(
    session: Sending, *, store: int, prescription: int, given: Sequence[Given]
) -> tuple[Given, ...] | None:
    """The same amounts from the shelf as it is now, first what expires first; None where it holds less."""
    rows = {row.id: row for row in session.execute(_AGAIN, {"prescription": prescription})}
    batches = [pick.batch for one in given for pick in one.picks]
    medicines = {
        row.id: row.medicine_id
        for row in session.execute(
            sa.text("SELECT id, medicine_id FROM hms.batches WHERE id = ANY (:batches)"), {"batches": batches}
        )
    }
    shelf = shelved(session, store=store, medicines=list(set(medicines.values())))
    again = []
    for one in given:
        row, units = rows.get(one.line), sum(pick.units for pick in one.picks)
        if row is None:
            return None
        hospital = DispensingRules(covers_supply=row.covers_supply, least_days=row.least_days)
        covered = rules.days_covered(units, row.quantity, row.days, as_needed=row.as_needed)
        proposal = pick_batches(
            shelf.get(medicines[one.picks[0].batch], ()),
            units,
            today=row.today,
            days=hospital.days_to_last(covered),
        )
        if proposal.missing:
            return None
        again.append(replace(one, picks=tuple(Pick(pick.batch_id, pick.units) for pick in proposal.picks)))
    return tuple(again)


_ELSEWHERE = sa.text(
    """
    SELECT a.medicine_id, btrim(m.name || ' ' || m.strength || ' ' || m.form) AS medicine, a.store_id, s.name AS store,
           sum(a.units)::bigint AS units, min(a.expiry) AS earliest, hms.wants_check(a.medicine_id) AS checked,
           m.controlled <> '' AS controlled
    FROM hms.allocatable a JOIN hms.medicines m ON m.id = a.medicine_id JOIN hms.stores s ON s.id = a.store_id
    WHERE (a.medicine_id = :medicine AND a.store_id <> :store)
       OR (a.medicine_id <> :medicine AND a.medicine_id IN (
               SELECT o.medicine_id FROM hms.medicine_substances o
               WHERE o.substance_id IN (SELECT substance_id FROM hms.medicine_substances WHERE medicine_id = :medicine)
           ) AND hms.is_equivalent(:medicine, a.medicine_id))
    GROUP BY 1, 2, 3, 4, 8 ORDER BY a.medicine_id <> :medicine, a.store_id <> :store, 2, 4
    """
)


def elsewhere(session: Session, *, medicine: int, store: int) -> tuple[Stocked, ...]:
    """Where else the medicine is, and which others have the same ingredients, strength and form, here and there."""
    return tuple(Stocked(*row) for row in session.execute(_ELSEWHERE, {"medicine": medicine, "store": store}))
