"""Each figure of the other reports equals a plain recomputation from rows made by chance."""

import datetime as dt
import random
from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from hms_desktop.clinic.reports import actions, queries
from hms_desktop.clinic.reports.catalogue import KINDS
from hms_desktop.clinic.reports.queries import Parameters, Report
from hms_desktop.core.database import Database
from hms_desktop.core.errors import Refused
from tests.clinic.reports.test_queue_figures import rows_of
from tests.factories.five_years import load_five_years
from tests.hospital import Hospital

FIRST, LAST = dt.date(2026, 6, 25), dt.date(2026, 7, 1)
WEEK = Parameters(FIRST, LAST)


@pytest.fixture(scope="module")
def week(shared_hospital: Hospital) -> Hospital:
    """A week of the hospital of five years, with 60 tickets a day; in Berlin, where a day begins at four."""
    load_five_years(shared_hospital.connection(), days=7, a_day=60, medicines=12)
    shared_hospital.sql(
        "UPDATE hms.facility SET time_zone = 'Europe/Berlin', day_starts_at = '04:00', currency = 'EUR', "
        "version = version"
    )
    shared_hospital.sql("SET session_replication_role = replica")
    shared_hospital.sql("UPDATE hms.batches SET state = 'recalled' WHERE id % 9 = 0")
    shared_hospital.sql("UPDATE hms.batches SET expiry = '2026-06-26' WHERE id % 10 = 1")
    shared_hospital.sql("SET session_replication_role = origin")
    return shared_hospital


@pytest.fixture
def manager(week: Hospital) -> Database:
    return week.database(week.person("manager"))


def ask(manager: Database, kind: str, parameters: Parameters = WEEK) -> Report:
    return manager.read_now(queries.report, snapshot=True, kind=kind, parameters=parameters)


def cents(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01"), ROUND_HALF_UP)


def test_what_was_handed_out_by_medicine_and_by_day(week: Hospital, manager: Database) -> None:
    found: dict[str, list[Any]] = defaultdict(lambda: [0, 0, 0, Decimal(0)])
    days: dict[dt.date, list[Any]] = defaultdict(lambda: [set(), set(), 0])
    for name, day, dispense, units, returned, cost in week.sql(
        "SELECT m.name, d.business_date, d.id, l.units, l.returned, b.unit_cost "
        "FROM hms.dispense_lines l JOIN hms.dispenses d ON d.id = l.dispense_id "
        "JOIN hms.batches b ON b.id = l.batch_id JOIN hms.medicines m ON m.id = l.medicine_id "
        "WHERE d.business_date BETWEEN %s AND %s AND d.store_id = 2",
        FIRST,
        LAST,
    ):
        sums = found[name]
        sums[0], sums[1], sums[2] = sums[0] + 1, sums[1] + units, sums[2] + returned
        sums[3] += cents((units - returned) * cost)
        days[day][0].add(dispense)
        if returned:
            days[day][1].add(dispense)
        days[day][2] += 1
    report = ask(manager, "dispensing", Parameters(FIRST, LAST, store=2))
    shown = {row["medicine"]: row for row in rows_of(report, "handed_out")}
    assert set(shown) == set(found) != set()
    for name, (lines, units, returned, value) in found.items():
        row = shown[name]
        assert (row["lines"], row["units"], row["returned"], row["value"]) == (lines, units, returned, value)
    by_day = {row["day"]: row for row in rows_of(report, "dispensing_days")}
    assert {day: (len(a), len(b), c) for day, (a, b, c) in days.items()} == {
        day: (row["dispenses"], row["reversed"], row["lines"]) for day, row in by_day.items()
    }
    assert report.currency == "EUR"


@pytest.mark.parametrize("on", [LAST, dt.date(2026, 6, 27)])
def test_the_value_of_the_stock_on_a_day_each_batch_rounded_half_up_once(
    week: Hospital, manager: Database, on: dt.date
) -> None:
    units: dict[tuple[int, int], int] = defaultdict(int)
    for batch, store, held in week.sql("SELECT batch_id, store_id, units FROM hms.balances"):
        units[batch, store] += held
    for batch, store, moved in week.sql(
        "SELECT batch_id, store_id, units FROM hms.movements WHERE occurred_on > %s", on
    ):
        units[batch, store] -= moved
    batches = {row[0]: row[1:] for row in week.sql("SELECT id, medicine_id, unit_cost, expiry, state FROM hms.batches")}
    stores = dict(week.sql("SELECT id, name FROM hms.stores"))
    medicines = dict(week.sql("SELECT id, name FROM hms.medicines"))
    found: dict[tuple[str, str], list[Any]] = defaultdict(lambda: [0, Decimal(0), Decimal(0)])
    for (batch, store), held in units.items():
        medicine, cost, expiry, state = batches[batch]
        if held > 0:
            sums = found[stores[store], medicines[medicine]]
            sums[0] += held
            sums[1] += cents(held * cost)
            sums[2] += cents(held * cost) if expiry < on or state != "usable" else 0
    rows = rows_of(ask(manager, "stock_value", Parameters(on, on)), "value_by_store")
    shown = {(row["store"], row["medicine"]): [row["units"], row["value"], row["unusable"]] for row in rows}
    assert shown == found
    assert any(unusable for _, _, unusable in shown.values())


def test_what_expires_in_its_order(week: Hospital, manager: Database) -> None:
    until = LAST + dt.timedelta(days=90)
    found = week.sql(
        "SELECT b.expiry, b.lot, s.name, l.units FROM hms.balances l JOIN hms.batches b ON b.id = l.batch_id "
        "JOIN hms.stores s ON s.id = l.store_id WHERE l.units > 0 AND b.expiry <= %s",
        until,
    )
    rows = rows_of(ask(manager, "expiry", Parameters(LAST, until)), "expiring")
    assert sorted((r["expiry"], r["lot"], r["store"], r["units"]) for r in rows) == sorted(found)
    assert [row["expiry"] for row in rows] == sorted(row["expiry"] for row in rows)
    assert {row["state"] for row in rows if row["days"] < 0} == {"expired", "recalled"}
    assert {row["state"] for row in rows if row["days"] >= 0} == {"usable", "recalled"}


def test_the_controlled_register_in_full(week: Hospital, manager: Database) -> None:
    found = week.sql("SELECT count(*), sum(units) FROM hms.controlled_entries WHERE entered_at >= '2026-06-25 02:00Z'")
    rows = rows_of(ask(manager, "controlled"), "entries")
    assert [(len(rows), sum(row["units"] for row in rows))] == found
    assert all(row["patient"].startswith("Given Family") for row in rows)


def test_a_restricted_patient_is_not_named_in_the_register(week: Hospital, manager: Database) -> None:
    named = rows_of(ask(manager, "controlled"), "entries")[0]
    mrn = named["mrn"]
    week.sql("UPDATE hms.patients SET restricted = true, version = version WHERE mrn = %s", mrn)
    try:
        rows = rows_of(ask(manager, "controlled"), "entries")
        assert mrn not in {row["mrn"] for row in rows}
        assert any(row["patient"] == "" for row in rows)
    finally:
        week.sql("UPDATE hms.patients SET restricted = false, version = version WHERE mrn = %s", mrn)


def test_registrations_by_the_facilitys_own_day(week: Hospital, manager: Database) -> None:
    days: dict[dt.date, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for at, sex, born, precision in week.sql("SELECT created_at, sex, birth_date, birth_precision FROM hms.patients"):
        wall = at.astimezone(ZoneInfo("Europe/Berlin")).replace(tzinfo=None) - dt.timedelta(hours=4)
        day = days[wall.date()]
        day[0] += 1
        day[1] += sex == "female"
        day[2] += born > wall.date().replace(year=wall.year - 5)
        day[3] += precision != "day"
    rows = rows_of(ask(manager, "registrations"), "registered")
    shown = {row["day"]: [row["registered"], row["women"], row["children"], row["estimated"]] for row in rows}
    assert shown == {day: sums for day, sums in days.items() if FIRST <= day <= LAST}


def test_appointments_by_what_came_of_them(week: Hospital, manager: Database) -> None:
    found: dict[str | None, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for clinic, state in week.sql(
        "SELECT c.name, a.state FROM hms.appointments a JOIN hms.sessions s ON s.id = a.session_id "
        "JOIN hms.clinics c ON c.id = s.clinic_id WHERE s.on_date BETWEEN %s AND %s",
        FIRST,
        LAST,
    ):
        for key in (None, clinic):
            found[key]["booked"] += 1
            found[key][state] += 1
    rows = rows_of(ask(manager, "appointments"), "clinics")
    assert {row["clinic"]: (row["booked"], row["kept"], row["no_shows"], row["cancelled"]) for row in rows} == {
        key: (a["booked"], a["done"], a["no_show"], a["cancelled"]) for key, a in found.items()
    }


def test_what_colleagues_did_is_the_same_from_the_trail_and_from_kept_days(hospital: Hospital) -> None:
    hospital.sql("UPDATE hms.facility SET time_zone = 'Asia/Kolkata', day_starts_at = '03:00', version = version")
    hospital.set_clock(dt.datetime(2026, 3, 31, 12, tzinfo=dt.UTC))
    hospital.sql("SELECT hms.open_month(m) FROM unnest(ARRAY['2026-03-01Z', '2026-04-01Z']::timestamptz[]) m")
    hospital.sql("ALTER TABLE hms.audit DISABLE TRIGGER keep_audit")
    hospital.sql("DELETE FROM hms.audit")
    dice = random.Random(7)
    found: dict[str, list[Any]] = defaultdict(lambda: [0, set()])
    for number in range(300):
        at = dt.datetime(2026, 3, 28, tzinfo=dt.UTC) + dt.timedelta(seconds=dice.randrange(4 * 86_400))
        person, subject = dice.choice("ab"), dice.choice(["tickets", "patients", "movements", "facility"])
        hospital.sql(
            "INSERT INTO hms.audit (at, person, workstation, subject, key, verb) "
            "VALUES (%s, %s, 'pc', %s, %s, 'insert')",
            at,
            person,
            subject,
            number,
        )
        wall = at.astimezone(ZoneInfo("Asia/Kolkata")).replace(tzinfo=None) - dt.timedelta(hours=3)
        if dt.date(2026, 3, 29) <= wall.date() <= dt.date(2026, 3, 31):
            found[person][0] += 1
            found[person][1].add(wall.date())
    manager = hospital.database(hospital.person("manager"))
    days = Parameters(dt.date(2026, 3, 29), dt.date(2026, 3, 31))

    def seen() -> dict[str, Any]:
        rows = rows_of(ask(manager, "activity", days), "people")
        assert all(row["entries"] == row["queue"] + row["patients"] + row["stock"] + row["other"] for row in rows)
        return {row["person"]: row for row in rows if row["person"] in "ab"}

    before = seen()
    assert {person: (row["entries"], row["days"]) for person, row in before.items()} == {
        person: (entries, len(dates)) for person, (entries, dates) in found.items()
    }
    worker = hospital.database()
    hospital.set_clock(dt.datetime(2026, 3, 30, 22, 20, tzinfo=dt.UTC))  # 03:50: the day is over, not yet for an hour
    assert worker.run_now(actions.keep_daily_figures) == 2
    hospital.set_clock(dt.datetime(2026, 3, 30, 22, 31, tzinfo=dt.UTC))
    assert worker.run_now(actions.keep_daily_figures) == 1
    assert worker.run_now(actions.keep_daily_figures) == 0
    assert seen() == before
    hospital.sql("DELETE FROM hms.audit WHERE at < '2026-03-30 20:00Z'")
    assert {person: row["entries"] for person, row in seen().items()} == {
        person: row["entries"] for person, row in before.items()
    }


def test_days_that_cannot_be_are_refused_in_a_sentence(manager: Database) -> None:
    with pytest.raises(Refused, match="before the first"):
        ask(manager, "queue", Parameters(LAST, FIRST))
    with pytest.raises(Refused, match="ten years"):
        ask(manager, "queue", Parameters(dt.date(2000, 1, 1), LAST))


def test_a_report_shows_only_what_the_duty_may_read(week: Hospital) -> None:
    for duty in ("front_desk", "pharmacist", "clinician", "cashier", "store", "manager", "admin"):
        database = week.database(week.person(duty))
        for kind in KINDS:
            if duty in kind.duties:
                assert ask(database, kind.key).kind == kind.key
            else:
                with pytest.raises(Refused, match="duties"):
                    ask(database, kind.key)
        database.close()
