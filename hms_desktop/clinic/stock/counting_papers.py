"""What a counting sheet on paper says: the batches to be counted and never a figure, neither the books' nor a count."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.stock.queries_counts import SheetLine, sheet
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
_PACKS = sa.text("""
    SELECT medicine_id,
           (array_agg(format('%s (%s)', name, units) ORDER BY units, name))[1:CAST(:most AS integer)] AS packs
    FROM (SELECT DISTINCT medicine_id, name, units FROM hms.packs
          WHERE medicine_id = ANY (:medicines) AND active) known
    GROUP BY medicine_id
""")
_CAPTIONS = sa.text("SELECT id FROM hms.stock_takes WHERE id = ANY (:subjects)")
_MOST_PACKS = 3
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
    """What waits of the sheet on the screen, in its order."""
    head = session.execute(_HEAD, {"count": count}).one_or_none()
    if head is None:
        raise Refused("count.closed", "This stock-take is closed; begin another one.")
    waiting = [line for line in sheet(session, count=count) if (line.again if again else line.round == 0)]
    medicines = sorted({line.medicine_id for line in waiting})
    found = session.execute(_PACKS, {"medicines": medicines, "most": _MOST_PACKS})
    packs = {row.medicine_id: ", ".join(row.packs) for row in found}
    batches = tuple(
        (str(place), *_batch(line, packs.get(line.medicine_id, ""))) for place, line in enumerate(waiting, start=1)
    )
    told: dict[str, Value] = {"store": head.store, "number": count, "begun": head.begun, "person": head.person}
    return Content(document, told, {"batches": batches, "hands": _HANDS})


def _batch(line: SheetLine, packs: str) -> tuple[Value, ...]:
    """Medicine, lot, expiry, nothing where the count is written, and the unit with its packs."""
    unit = " · ".join(part for part in (line.base_unit, packs) if part)
    return (line.medicine, line.lot, line.expiry or "", "", unit)
