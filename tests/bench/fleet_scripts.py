"""The turns of the fleet's clients as pgbench scripts: the same wishes, the same reads by plain statements."""

from collections.abc import Mapping, Sequence

from tests.bench.fleet_clients import NEW_PATIENTS
from tests.bench.fleet_hospital import DUTIES, SERVICES, SHEETS
from tests.hospital import Hospital

_WAITS = "SELECT * FROM hms.service_waits;"
_TICKET = "SELECT hms.issue_ticket(gen_random_uuid(), 1 + :client_id % {services}, :patient, 'ordinary', '', NULL);"
_SEARCH = """
\\set any random(1, {sheets})
SELECT found.* FROM (SELECT left(family_name, 8) AS typed FROM hms.patients WHERE id = :any) somebody
CROSS JOIN LATERAL hms.find_patients(typed, lower(typed)) found;
"""
_NEW = """
SELECT hms.register_patient(gen_random_uuid(), '{{"given_names": "Amina", "family_name": "Okafor", "sex": "female"}}',
                            '{{}}') ->> 'id' AS patient \\gset
"""
_KNOWN = """
SELECT patient FROM hms.bench_known WHERE n = (SELECT nextval('hms.bench_next')) \\gset
SELECT * FROM hms.patients WHERE id = :patient;
"""
_ROOM = """
\\set room {first_room} + :client_id
SELECT count(*) FILTER (WHERE state = 'waiting'), count(*) FILTER (WHERE state = 'done') FROM hms.segments
WHERE service_id = 1 + :client_id % {services} AND business_date = hms.business_date()
  AND state IN ('waiting', 'called', 'serving', 'done');
SELECT r ->> 'segment_id' AS segment, r ->> 'version' AS version FROM hms.call_next(gen_random_uuid(), :room) r \\gset
SELECT hms.finish(gen_random_uuid(), :segment, :version);
"""
_PHARMACY = """
\\set n 1 + :client_id + 100 * random(0, {sheets} / 100 - 2)
SELECT version, line, batch FROM hms.bench_sheets WHERE n = :n \\gset
SELECT hms.dispense(gen_random_uuid(), :n, :version, jsonb_build_array(jsonb_build_object(
    'line', :line, 'batch', :batch, 'units', 1 + :n % 3)), '[]', {store});
SELECT hms.tell_knocks();
"""
_NEEDED = (
    "CREATE TABLE hms.bench_known (n bigint PRIMARY KEY, patient bigint NOT NULL)",
    "CREATE SEQUENCE hms.bench_next",
    """CREATE VIEW hms.bench_sheets AS
       SELECT p.id AS n, p.version, l.id AS line,
              (SELECT b.id FROM hms.batches b WHERE b.medicine_id = l.medicine_id ORDER BY b.expiry LIMIT 1) AS batch
       FROM hms.prescriptions p JOIN hms.prescription_lines l ON l.prescription_id = p.id""",
    "GRANT SELECT ON hms.bench_known, hms.bench_sheets, hms.patients TO hms_front_desk, hms_pharmacist",
    "GRANT USAGE ON SEQUENCE hms.bench_next TO hms_front_desk",
)


def scripts(hospital: Hospital, store: int, first_room: int, known: Sequence[int]) -> Mapping[str, tuple[int, str]]:
    """Weight and text of each script by name; what they read is made in the database. `known` have no ticket yet."""
    for statement in _NEEDED:
        hospital.sql(statement)
    hospital.sql(
        "INSERT INTO hms.bench_known SELECT row_number() OVER (), id FROM unnest(%s::bigint[]) id", list(known)
    )
    desks = round(100 * DUTIES.count("desk") / len(DUTIES))
    new = round(desks * NEW_PATIENTS)
    weighted = {
        "new": (new, _SEARCH + _NEW + _WAITS + _TICKET),
        "known": (desks - new, _SEARCH + _KNOWN + _WAITS + _TICKET),
        "room": (round(100 * DUTIES.count("room") / len(DUTIES)), _ROOM),
        "pharmacy": (round(100 * DUTIES.count("pharmacy") / len(DUTIES)), _PHARMACY),
    }
    told = {"services": SERVICES, "sheets": SHEETS, "first_room": first_room, "store": store}
    return {name: (weight, text.format(**told)) for name, (weight, text) in weighted.items()}
