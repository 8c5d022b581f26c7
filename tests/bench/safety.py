"""A pharmacist checks prescriptions of people with 20 active medicines against 20,000 pairs of interactions.

Substances belong to classes and classes interact, as in the thesaurus; the figure is from the question to the warnings
that are shown. Beside it stands a first prescription of one medicine, which every dispense pays.
"""

import json
import random
import time
import uuid

from hms_desktop.clinic.safety import queries
from hms_desktop.core.database import Database
from hms_desktop.core.embedded import scratch
from tests.bench.measure import Report, figure
from tests.factories import patients
from tests.hospital import Hospital, make_template

PAIRS, SUBSTANCES, CLASSES, CLASSES_OF_ONE = 20_000, 1_500, 190, 5
PATIENTS, ACTIVE, NEW, TIMES = 40, 20, 3, 300
LIMIT_MS = 50


def run(report: Report, *, rows: int) -> None:
    random_ = random.Random(7)
    with scratch() as embedded:
        hospital = Hospital(make_template(embedded.server))
        try:
            _interactions(hospital, random_)
            medicines = _medicines(hospital)
            sick = [_patient(hospital, random_, medicines) for _ in range(PATIENTS)]
            healthy = patients.patient(hospital, allergies={"none_known": True})
            hospital.sql("ANALYZE")
            db = hospital.database(hospital.person("pharmacist"))
            told = [_milliseconds(db, random_.choice(sick), random_.sample(medicines, NEW)) for _ in range(TIMES)]
            plain = [_milliseconds(db, healthy, [random_.choice(medicines)]) for _ in range(TIMES)]
            whole = [_milliseconds(db, healthy, random_.sample(medicines, ACTIVE)) for _ in range(TIMES)]
        finally:
            hospital.close()
    for name, values in (
        (f"{NEW} new beside {ACTIVE} active", told),
        (f"{ACTIVE} new at once", whole),
        ("1 new, nothing active", plain),
    ):
        spread = figure(f"check: {name}", values, "ms", beside=plain)
        target = f"p95 <= {LIMIT_MS} ms at {PAIRS:,} pairs"
        report(figure(spread.name, values, "ms", beside=plain, target=target, met=spread.p95 <= LIMIT_MS))


def _milliseconds(db: Database, patient: int, medicines: list[int]) -> float:
    lines = [{"place": place, "medicine": medicine} for place, medicine in enumerate(medicines, start=1)]
    begun = time.perf_counter()
    db.read_now(queries.warnings_for, patient=patient, lines=lines)
    return (time.perf_counter() - begun) * 1000


def _interactions(hospital: Hospital, random_: random.Random) -> None:
    classes = [f"CLASS {number}" for number in range(CLASSES)]
    names = [f"SUBSTANCE{_word(number)}" for number in range(SUBSTANCES)]
    terms = [
        {"name": name, "kind": "substance", "classes": random_.sample(classes, random_.randint(0, 2 * CLASSES_OF_ONE))}
        for name in names
    ] + [{"name": name, "kind": "class"} for name in classes]
    wanted: set[tuple[str, str]] = set()
    while len(wanted) < PAIRS:
        one, other = random_.choice(names + classes * 4), random_.choice(names + classes * 4)
        if one < other:
            wanted.add((one, other))
    gravities = ("contraindication", "avoid", "precaution", "precaution", "note")
    pairs = [
        {"one": one, "other": other, "gravity": random_.choice(gravities), "risk": "x" * 200, "conduct": "y" * 100}
        for one, other in sorted(wanted)
    ]
    hospital.sql(
        "SELECT hms.import_interactions(%s, 'BENCH', '1', %s, %s, %s)",
        uuid.uuid4(),
        "0" * 64,
        json.dumps(terms),
        json.dumps(pairs),
    )


def _word(number: int) -> str:
    """A number in letters that no spelling rule touches, so that no two substances share a key."""
    return "".join("bdgmnrtv"[int(digit)] + "aiou"[int(digit) % 4] for digit in f"{number:o}".zfill(4))


def _medicines(hospital: Hospital) -> list[int]:
    """One medicine for each substance."""
    hospital.sql(
        "INSERT INTO hms.substances (name) SELECT initcap(name) FROM hms.interaction_terms WHERE kind = 'substance'"
    )
    hospital.sql(
        "INSERT INTO hms.medicines (name, strength, form, route, base_unit) "
        "SELECT name, '500 mg', 'tablet', 'oral', 'tablet' FROM hms.substances"
    )
    hospital.sql(
        "INSERT INTO hms.medicine_substances (medicine_id, substance_id) "
        "SELECT m.id, s.id FROM hms.medicines m JOIN hms.substances s ON s.name = m.name"
    )
    return [int(row[0]) for row in hospital.sql("SELECT id FROM hms.medicines ORDER BY id")]


def _patient(hospital: Hospital, random_: random.Random, medicines: list[int]) -> int:
    """Somebody with two allergies and twenty active medicines."""
    made = patients.patient(
        hospital,
        allergies={"known": [{"substance": "Penicillins", "system": "atc", "code": "J01C"}, {"substance": "Iodine"}]},
    )
    [(prescription,)] = hospital.sql(
        """INSERT INTO hms.prescriptions (patient_id, prescriber, written_on, valid_until, entered_at)
        VALUES (%s, 'Dr Example', hms.business_date(), hms.business_date() + 30, hms.hospital_now()) RETURNING id""",
        made,
    )
    hospital.sql(
        """INSERT INTO hms.prescription_lines (prescription_id, place, medicine_id, quantity, supplied, supplied_until)
        SELECT %s, place, medicine, 20, 20, hms.business_date() + 5
        FROM unnest(%s::bigint[]) WITH ORDINALITY AS taken (medicine, place)""",
        prescription,
        random_.sample(medicines, ACTIVE),
    )
    return made
