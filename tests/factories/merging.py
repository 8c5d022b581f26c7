"""Rows of every kind that refer to a patient, so that a merge can be seen to take them all along."""

from typing import Any

import psycopg

from tests.factories import appointments
from tests.hospital import Hospital

# table.column -> one row for the patient $1; `{service}` and `{session}` are filled in. A new reference to a patient
# belongs here: the test of merging walks all that the database has.
ROWS = {
    "patient_phones.patient_id": "INSERT INTO hms.patient_phones (patient_id, number) VALUES (%s, '0722 {n}')",
    "patient_identifiers.patient_id": (
        "INSERT INTO hms.patient_identifiers (patient_id, kind, value) VALUES (%s, 'passport', 'P{n}')"
    ),
    "patient_contacts.patient_id": "INSERT INTO hms.patient_contacts (patient_id, name) VALUES (%s, 'Aunt {n}')",
    "patient_policies.patient_id": (
        "INSERT INTO hms.patient_policies (patient_id, insurer, number) VALUES (%s, 'National', 'N{n}')"
    ),
    "patient_allergies.patient_id": (
        "WITH said AS (UPDATE hms.patients SET allergy_status = 'known' WHERE id = %s RETURNING id) "
        "INSERT INTO hms.patient_allergies (patient_id, substance) SELECT id, 'Nuts {n}' FROM said"
    ),
    "patient_consents.patient_id": (
        "INSERT INTO hms.patient_consents (patient_id, question, given, at) "
        "VALUES (%s, 'treatment', true, hms.hospital_now())"
    ),
    "patient_photos.patient_id": (
        "INSERT INTO hms.patient_photos (patient_id, thumbnail, picture, taken_at) "
        "VALUES (%s, '\\xffd8ff{n:06}', '\\xffd8ff', hms.hospital_now())"
    ),
    "opened_records.patient_id": (
        "INSERT INTO hms.opened_records (patient_id, reason, opened_at, open_until) "
        "VALUES (%s, 'asked for', hms.hospital_now(), hms.hospital_now())"
    ),
    "tickets.patient_id": (
        "INSERT INTO hms.tickets (service_id, business_date, number, label, patient_id, arrived_at) "
        "SELECT {service}, hms.business_date(), {n}, 'A {n}', %s, hms.hospital_now()"
    ),
    "appointment_series.patient_id": (
        "INSERT INTO hms.appointment_series (patient_id, clinic_id, booked_at) "
        "VALUES (%s, {clinic}, hms.hospital_now())"
    ),
    "waiting_list.patient_id": (
        "INSERT INTO hms.waiting_list (patient_id, service_id, from_date, entered_at) "
        "VALUES (%s, {service}, hms.business_date(), hms.hospital_now())"
    ),
    "appointments.patient_id": (
        "INSERT INTO hms.appointments (patient_id, session_id, starts_at, ends_at, seat, booked_at) "
        "SELECT %s, id, starts_at + {n} * interval '30 minutes', starts_at + {n} * interval '30 minutes' "
        "+ interval '30 minutes', 1, hms.hospital_now() FROM hms.sessions WHERE id = {session}"
    ),
    "prescriptions.patient_id": (
        "INSERT INTO hms.prescriptions (patient_id, prescriber, written_on, valid_until, entered_at, state) "
        "VALUES (%s, 'Doctor {n}', hms.business_date(), hms.business_date(), hms.hospital_now(), 'active')"
    ),
    "outbox.patient_id": (  # about any appointment that there is
        "INSERT INTO hms.outbox (kind, channel, recipient, language, told, patient_id, appointment_id, starts_at, "
        "due_at, written_at) SELECT 'appointment_reminder', 'sms', '{n}', 'en', '{{}}', %s, id, starts_at, starts_at, "
        "hms.hospital_now() FROM hms.appointments LIMIT 1"
    ),
    "warning_overrides.patient_id": (
        "INSERT INTO hms.warning_overrides (intent, patient_id, kind, subject, code, level, reason, overridden_at) "
        "VALUES (gen_random_uuid(), %s, 'age', 'Aspirin', 'age/{n}', 'warning', 'agreed', hms.hospital_now())"
    ),
}
# Rows that come otherwise: a ticket's segment with the ticket, an alias by an earlier merge.
FOLLOWING = {"segments.patient_id", "patients.merged_into"}
# What a merge leaves where it is, and why.
STAYING = {
    "taken_patients.patient_id": "who had the record in hand: nobody has it any more",
    "suspected_pairs.first_id": "what was decided about these two records",
    "suspected_pairs.second_id": "what was decided about these two records",
    "merges.survivor_id": "which records a merge was about",
    "merges.absorbed_id": "which records a merge was about",
}


class Visits:
    """A hospital with a service and a clinic, and people who left traces everywhere."""

    def __init__(self, hospital: Hospital) -> None:
        self._hospital = hospital
        self._number = 0
        made = appointments.practice(hospital, ("Clinic",))
        appointments.weekly(hospital, made.clinics["Clinic"], starts="00:00", ends="23:00", capacity=2)
        tomorrow = hospital.sql("SELECT hms.business_date() + 1")[0][0]
        self._known: dict[str, Any] = {
            "service": made.service,
            "clinic": made.clinics["Clinic"],
            "session": appointments.session_on(hospital, made.clinics["Clinic"], tomorrow),
        }

    def leave(self, reference: str, patient: int) -> None:
        """One row that refers to the patient by this table's column; with a ticket its closed segment."""
        self._number += 1
        self._hospital.sql(ROWS[reference].format(n=self._number, **self._known), patient)
        if reference == "tickets.patient_id":
            self._hospital.sql(
                "INSERT INTO hms.service_days (service_id, business_date) VALUES (%s, hms.business_date()) "
                "ON CONFLICT DO NOTHING",
                self._known["service"],
            )
            self._hospital.sql(_SEGMENT, patient)
            self._hospital.sql(
                "UPDATE hms.segments SET state = 'cancelled', closed_at = hms.hospital_now() WHERE closed_at IS NULL"
            )

    def leave_everywhere(self, patient: int) -> None:
        for reference in ROWS:
            self.leave(reference, patient)


_SEGMENT = (
    "INSERT INTO hms.segments (ticket_id, service_id, business_date, patient_id, class_rank, rank, place, arrived_at, "
    "entered_at) SELECT id, service_id, business_date, patient_id, 2, 2, arrived_at, arrived_at, arrived_at "
    "FROM hms.tickets WHERE patient_id = %s ORDER BY id DESC LIMIT 1"
)


def references(hospital: Hospital) -> set[str]:
    """Every column of the database that refers to a patient."""
    return {
        f"{table}.{column}"
        for table, column in hospital.sql(
            "SELECT c.relname, a.attname FROM pg_constraint f JOIN pg_class c ON c.oid = f.conrelid "
            "JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (f.conkey) "
            "WHERE f.contype = 'f' AND f.confrelid = 'hms.patients'::regclass AND NOT c.relispartition"
        )
    }


def rows_of(hospital: Hospital, patient: int) -> dict[str, list[Any]]:
    """Every row that refers to the patient, by the column that does, but for its version."""
    wanted = sorted(references(hospital) - set(STAYING))
    found: dict[str, list[Any]] = {reference: [] for reference in wanted}
    parts = [
        f"SELECT '{reference}', to_jsonb(t) - 'version' FROM hms.{table} t WHERE {column} = {int(patient)}"
        for reference in wanted
        for table, column in [reference.split(".")]
    ]
    for reference, row in hospital.sql(" UNION ALL ".join(parts) + " ORDER BY 1, 2"):
        found[reference].append(row)
    return found


def record_of(hospital: Hospital, patient: int) -> dict[str, Any]:
    """The record's own row but for its version, and what is derived from it."""
    [(row,)] = hospital.sql("SELECT to_jsonb(p) - 'version' FROM hms.patients p WHERE id = %s", patient)
    keys = hospital.sql("SELECT name_key FROM hms.patient_name_keys WHERE patient_id = %s ORDER BY 1", patient)
    likeness = hospital.sql("SELECT keys FROM hms.patient_likeness WHERE patient_id = %s", patient)
    return {**row, "name keys": keys, "likeness": likeness}


def load_likeness(connection: psycopg.Connection[Any]) -> None:
    """The keys of all records, which `load_patients` leaves out because only comparing needs them; none is marked."""
    with connection.transaction():
        connection.execute("DROP INDEX hms.patient_likeness_keys_idx")
        connection.execute(
            "INSERT INTO hms.patient_likeness (patient_id, keys) "
            "SELECT id, hms.likeness_keys(search_name, birth_date, birth_precision, address) FROM hms.patients "
            "ON CONFLICT DO NOTHING"
        )
        connection.execute("SET LOCAL maintenance_work_mem = '256MB'")
        connection.execute(
            "CREATE INDEX patient_likeness_keys_idx ON hms.patient_likeness USING gin (keys) "
            "WITH (gin_pending_list_limit = 64)"
        )
    connection.execute("VACUUM ANALYZE hms.patient_likeness")
