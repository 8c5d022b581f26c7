"""What must hold of the ledger at every moment, and what its audit trail must hold while nothing of it was retired."""

from hms_desktop.clinic.operations.ledger_invariants import TRUTHS
from tests.hospital import Hospital

AUDITED = {
    "the audit has one line for every change": """
        SELECT * FROM (SELECT (SELECT count(*) FROM hms.movements) AS rows,
            (SELECT count(*) FROM hms.audit WHERE subject = 'movements' AND verb = 'insert') AS told) m
        WHERE rows <> told
        UNION ALL SELECT * FROM (SELECT (SELECT count(*) FROM hms.batch_changes),
            (SELECT count(*) FROM hms.audit WHERE subject = 'batches'
             AND (verb = 'update' OR after ->> 'state' = 'recalled'))) b (rows, told)  -- or it arrived under a recall
        WHERE rows <> told
        UNION ALL SELECT * FROM (SELECT (SELECT count(*) FROM hms.stock_take_entries),
            (SELECT count(*) FROM hms.audit WHERE subject = 'stock_take_entries')) e (rows, told) WHERE rows <> told
        UNION ALL SELECT count(*), 0 FROM hms.audit WHERE subject = 'movements' AND verb <> 'insert'
            HAVING count(*) > 0""",
}


def breaches(hospital: Hospital) -> dict[str, object]:
    """The truths that do not hold, with what shows it."""
    found = {name: hospital.sql(question) for name, question in {**TRUTHS, **AUDITED}.items()}
    return {name: rows for name, rows in found.items() if rows}
