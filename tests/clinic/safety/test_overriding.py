"""Overrides: nothing is supplied in spite of a warning without a reason, nor past a stop without a colleague."""

import datetime as dt
import json
from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from psycopg.types.json import Jsonb

from hms_desktop.clinic.safety import actions, queries, rules
from hms_desktop.core.database import Database
from hms_desktop.core.settings import Server
from tests.factories import patients
from tests.factories.safety import make_list, make_medicine
from tests.hospital import Hospital

NOON = dt.datetime(2026, 3, 2, 12, 0, tzinfo=dt.UTC)
SUPPLY = """CREATE FUNCTION hms.try_to_supply(p_intent uuid, p_patient bigint, p_lines jsonb, p_overrides jsonb)
    RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = hms, pg_temp
    AS 'SELECT hms.require_overrides(p_intent, p_patient, p_lines, p_overrides)'"""


@pytest.fixture
def first(hospital: Hospital) -> Server:
    hospital.set_clock(NOON)
    return hospital.person("pharmacist")


@pytest.fixture
def db(hospital: Hospital, first: Server) -> Database:
    return hospital.database(first)


@pytest.fixture
def supply(hospital: Hospital, first: Server) -> Callable[..., None]:
    """Supplies as hms.dispense does, in the first pharmacist's name."""
    hospital.sql(SUPPLY)
    hospital.sql("GRANT EXECUTE ON FUNCTION hms.try_to_supply(uuid, bigint, jsonb, jsonb) TO hms_pharmacist")

    def try_to_supply(intent: UUID, patient: int, lines: list[dict[str, int]], reasons: dict[str, str]) -> None:
        overrides = [{"code": code, "reason": reason} for code, reason in reasons.items()]
        hospital.connection(first).execute(
            "SELECT hms.try_to_supply(%s, %s, %s, %s)", (intent, patient, Jsonb(lines), Jsonb(overrides))
        )

    return try_to_supply


def agree(hospital: Hospital, who: Server, intent: UUID, patient: int, codes: tuple[str, ...]) -> None:
    content = json.dumps({"patient": patient, "codes": list(codes)})
    hospital.connection(who).execute("SELECT hms.give_assent(%s, 'safety.stop', hms.digest_of(%s))", (intent, content))


@pytest.fixture
def allergic(hospital: Hospital) -> int:
    return patients.patient(
        hospital, allergies={"known": [{"substance": "Penicillins", "system": "atc", "code": "J01C"}]}
    )


def test_a_stop_needs_a_reason_and_somebody_elses_assent_and_is_kept(
    hospital: Hospital, db: Database, supply: Callable[..., None], allergic: int
) -> None:
    lines = [{"medicine": make_medicine(hospital, "Amoxicillin", atc="J01CA04")}]
    told = db.read_now(queries.warnings_for, patient=allergic, lines=lines)
    (code,) = rules.needing_assent(told)
    intent, colleague = uuid4(), hospital.person("clinician")
    with pytest.raises(psycopg.Error, match="nobody answered"):
        supply(intent, allergic, lines, {})
    with pytest.raises(psycopg.Error, match="nobody answered"):
        supply(intent, allergic, lines, {code: "  "})
    with pytest.raises(psycopg.Error, match="must agree to exactly this"):
        supply(intent, allergic, lines, {code: "Took it last year without trouble."})
    agree(hospital, db.server, intent, allergic, (code,))
    with pytest.raises(psycopg.Error, match="Nobody agrees to what they do themselves"):
        supply(intent, allergic, lines, {code: "Took it last year without trouble."})
    agree(hospital, colleague, intent, allergic, (code, "one more"))
    with pytest.raises(psycopg.Error):
        supply(intent, allergic, lines, {code: "Took it last year without trouble."})
    agree(hospital, colleague, intent, allergic, (code,))
    supply(intent, allergic, lines, {code: "Took it last year without trouble."})
    kept = hospital.sql("SELECT level, reason, person, assent_by FROM hms.warning_overrides")
    assert kept == [("stop", "Took it last year without trouble.", db.server.user, colleague.user)]
    assert hospital.sql("SELECT count(*) FROM hms.audit WHERE subject = 'warning_overrides'") == [(1,)]


def test_a_warning_needs_a_reason_only_and_information_nothing(
    hospital: Hospital, db: Database, supply: Callable[..., None]
) -> None:
    patient = patients.patient(hospital, allergies={"none_known": True})
    names = ("Warfarin", "Ibuprofen", "Zinc")
    lines = [{"medicine": make_medicine(hospital, name)} for name in names]
    make_list(hospital, [("WARFARIN", "IBUPROFEN", "avoid"), ("WARFARIN", "ZINC", "precaution")])
    told = db.read_now(queries.warnings_for, patient=patient, lines=lines)
    assert [one.level for one in told] == ["warning", "info"]
    assert rules.needing_assent(told) == ()
    (code,) = rules.needing_reason(told)
    supply(uuid4(), patient, lines, {code: "INR is measured twice a week."})
    supply(uuid4(), patient, lines[2:], {})


def test_how_often_a_warning_was_shown_and_overridden_is_counted(
    hospital: Hospital, db: Database, supply: Callable[..., None], allergic: int
) -> None:
    lines: list[dict[str, Any]] = [{"medicine": make_medicine(hospital, "Amoxicillin", atc="J01CA04")}]
    told = db.read_now(queries.warnings_for, patient=allergic, lines=lines)
    for _ in range(3):
        db.run_now(actions.note_shown, intent=uuid4(), warned=told)
    (code,) = rules.needing_assent(told)
    intent, colleague = uuid4(), hospital.person("pharmacist")
    agree(hospital, colleague, intent, allergic, (code,))
    supply(intent, allergic, lines, {code: "Desensitised."})
    rows = {row.subject: row for row in db.read_now(queries.levels)}
    assert (rows["allergy.class"].shown, rows["allergy.class"].overridden) == (3, 1)
    assert rows["J01C"].share == pytest.approx(1 / 3)
    (line,) = db.read_now(queries.overrides)
    assert (line.reason, line.assent_by, line.closed) == ("Desensitised.", colleague.user, False)
    hospital.sql("UPDATE hms.patients SET restricted = true WHERE id = %s", allergic)
    (line,) = db.read_now(queries.overrides)
    assert (line.reason, line.mrn, line.closed) == ("", "", True)


def test_overrides_and_figures_are_changed_by_nobody(hospital: Hospital, first: Server) -> None:
    for statement in (
        "INSERT INTO hms.warning_overrides DEFAULT VALUES",
        "SELECT hms.require_overrides(gen_random_uuid(), 1, '[]', '[]')",
        "SELECT * FROM hms.warning_overrides",
    ):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            hospital.connection(first).execute(statement.encode())


def test_the_table_of_levels_in_the_database_is_that_of_the_rules(hospital: Hospital) -> None:
    assert dict(hospital.sql("SELECT kind, level FROM hms.warning_kinds()")) == dict(rules.DEFAULT_LEVELS)
    hidden = {kind for (kind,) in hospital.sql("SELECT kind FROM hms.warning_kinds() WHERE never_hidden")}
    assert hidden == rules.NEVER_HIDDEN
