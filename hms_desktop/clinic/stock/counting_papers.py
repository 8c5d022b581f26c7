"""What a counting sheet on paper says: the batches to be counted and never a figure, neither the books' nor a count."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.medicines.rules import title
from hms_desktop.core.errors import Refused
from hms_desktop.core.paper import Content, Value, Word

_HEAD = sa.text("""
    SELECT s.name AS store, t.opened_at AT TIME ZONE f.time_zone AS begun,
           coalesce(p.display_name, t.opened_by) AS person
    FROM hms.stock_takes t
    CROSS JOIN hms.facility f
    JOIN hms.stores s ON s.id = t.store_id
    LEFT JOIN hms.people p ON p.login = t.opened_by
    WHERE t.id = :count AND t.state = 'counting'
""")
_BATCHES = sa.text("""
    SELECT m.name, m.strength, m.form, m.base_unit, b.lot, b.expiry,
           coalesce(k.packs, '') AS packs, c.round, c.again
    FROM hms.stock_take_lines l
    JOIN hms.batches b ON b.id = l.batch_id
    JOIN hms.medicines m ON m.id = b.medicine_id
    LEFT JOIN hms.last_counts c ON c.line_id = l.id
    LEFT JOIN LATERAL (
        SELECT string_agg(format('%s (%s)', name, units), ', ' ORDER BY units, name) AS packs
        FROM (SELECT DISTINCT name, units FROM hms.packs WHERE medicine_id = m.id AND active
              ORDER BY units, name LIMIT :packs) known) k ON true
    WHERE l.stock_take_id = :count
    ORDER BY lower(m.name), m.id, b.expiry, b.id
""")
_CAPTIONS = sa.text("SELECT id FROM hms.stock_takes WHERE id = ANY (:subjects)")
_PACKS = 3
"""So many of a medicine's packs stand beside its unit; more of them are no help at the shelf."""
_HANDS = ((Word("Counted by"),), (Word("Checked by"),))


def counting_sheet_paper(session: Session, *, subject: int) -> Content:
    """What nobody has counted yet in the stock-take `subject`. Raises Refused where it is closed."""
    return _sheet(session, "counting_sheet", subject, again=False)


def second_count_paper(session: Session, *, subject: int) -> Content:
    """What differed when it was counted once in the stock-take `subject`. Raises Refused where it is closed."""
    return _sheet(session, "second_count_sheet", subject, again=True)


def counting_sheet_captions(session: Session, *, subjects: Sequence[int]) -> dict[int, str]:
    """The numbers of these stock-takes by id."""
    return {known: str(known) for known in session.execute(_CAPTIONS, {"subjects": list(subjects)}).scalars()}


def _sheet(session: Session, document: str, count: int, *, again: bool) -> Content:
    """In the order of the sheet on the screen."""
    head = session.execute(_HEAD, {"count": count}).one_or_none()
    if head is None:
        raise Refused("count.closed", "This stock-take is closed; begin another one.")
    lines = session.execute(_BATCHES, {"count": count, "packs": _PACKS}).all()
    waiting = [row for row in lines if (row.again if again else row.round is None)]
    batches = tuple((str(place), *_batch(row)) for place, row in enumerate(waiting, start=1))
    told: dict[str, Value] = {"store": head.store, "number": count, "begun": head.begun, "person": head.person}
    return Content(document, told, {"batches": batches, "hands": _HANDS})


def _batch(row: sa.Row[tuple[object, ...]]) -> tuple[Value, ...]:
    """Medicine, lot, expiry, nothing where the count is written, and the unit with its packs."""
    unit = " · ".join(part for part in (row.base_unit, row.packs) if part)
    return (title(row.name, row.strength, row.form), row.lot, row.expiry or "", "", unit)
