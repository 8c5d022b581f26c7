"""What must hold of the ledger at every moment, as questions to the whole database; an empty answer is good."""

from collections.abc import Mapping

import sqlalchemy as sa
from sqlalchemy.orm import Session

TRUTHS: Mapping[str, str] = {
    "a balance is the sum of its movements": """
        SELECT batch_id, store_id, sum(units), (SELECT units FROM hms.balances h
            WHERE (h.batch_id, h.store_id) = (m.batch_id, m.store_id))
        FROM hms.movements m GROUP BY batch_id, store_id
        HAVING sum(units) IS DISTINCT FROM (SELECT units FROM hms.balances h
            WHERE (h.batch_id, h.store_id) = (m.batch_id, m.store_id))""",
    "there is no balance without movements": """
        SELECT * FROM hms.balances h WHERE NOT EXISTS (SELECT FROM hms.movements m
            WHERE (h.batch_id, h.store_id) = (m.batch_id, m.store_id))""",
    "each entry says what was held after it, never less than nothing": """
        SELECT id FROM (SELECT id, balance, sum(units) OVER (PARTITION BY batch_id, store_id ORDER BY id) AS held
                        FROM hms.movements) m WHERE held <> balance OR held < 0""",
    "no day ended with less than nothing, also where entries were dated back": """
        SELECT batch_id, store_id, occurred_on FROM (
            SELECT batch_id, store_id, occurred_on, sum(units) OVER (PARTITION BY batch_id, store_id
                ORDER BY occurred_on, id) AS held FROM hms.movements) m WHERE held < 0""",
    "a reversal never exceeds what it takes back": """
        SELECT r.id FROM hms.movements r JOIN hms.movements o ON o.id = r.reverses_id
        WHERE abs(r.units) > abs(o.units) OR sign(r.units) = sign(o.units) OR o.kind = 'reversal'""",
    "both halves of a transfer are one document": """
        SELECT document FROM hms.movements WHERE document LIKE 'transfer %'
        GROUP BY document HAVING sum(units) <> 0""",
    "what is left of a prescription is never negative and follows from what was dispensed": """
        SELECT l.id FROM hms.prescription_lines l
        WHERE l.supplied NOT BETWEEN 0 AND l.quantity * (1 + l.refills)
           OR l.supplied <> coalesce((SELECT sum(d.units - d.returned) FROM hms.dispense_lines d
                                      WHERE d.line_id = l.id), 0)""",
}


def breaches(session: Session) -> tuple[str, ...]:
    """One sentence for each truth that does not hold, with the first entry that shows it."""
    found = {name: session.execute(sa.text(question)).first() for name, question in TRUTHS.items()}
    return tuple(f"The ledger breaks a rule: {name} (see {tuple(row)})" for name, row in found.items() if row)
