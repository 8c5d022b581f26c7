"""Likely duplicates in sets with known answers, beside the recordlinkage library; and what asking costs at a million.

The product's own way: the records stand in a hospital's database, its SQL offers the pairs, duplicates.py weighs them,
the frozen threshold decides. No social security number is used by either. `held_out` weighs a set with weights that
were counted in the other sets alone. Files of FEBRL's form in the folder HMS_DUPLICATES names are measured, too.
"""

import csv
import datetime as dt
import json
import os
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas
import psycopg
import recordlinkage
from recordlinkage.preprocessing import phonetic

from hms_desktop.clinic.merging import queries
from hms_desktop.clinic.patients import duplicates
from hms_desktop.clinic.patients import queries as cards
from hms_desktop.core.database import Database
from hms_desktop.core.embedded import scratch
from tests.bench.measure import Figure, Report, figure
from tests.bench.weighing import LabelledSet, Pairs, Quality, called, counted, quality
from tests.factories.merging import load_likeness
from tests.factories.patients import load_patients
from tests.hospital import Hospital, make_template

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
TARGETS = {"febrl_1": 0.95, "febrl_2": 0.93, "febrl_3": 0.94}
FORMS, STATEMENT_P95_MS, ANSWER_P95_MS = 500, 10, 50
"""How many forms are asked about in the large hospital; the limits of the statement and of the weighed answer."""
Row = dict[str, str]


def run(report: Report, *, rows: int) -> None:
    with scratch() as embedded:
        hospital = Hospital(make_template(embedded.server))
        try:
            connection = hospital.connection()
            database = hospital.database()
            sets = []
            for name, read, linked in _sets():
                labelled = _tell_speed(report, connection, database, name, read())
                sets.append(labelled)
                _tell_quality(report, labelled, linked(read()))
            for labelled in sets:
                others = [each for each in sets if each is not labelled]
                found = quality(called(labelled, counted(others)), labelled.true)
                report(_quality_figure(f"duplicates.{labelled.name}.held_out", found, None, labelled.name))
            _clear(connection)
            _tell_asking(report, connection, database, rows)
        finally:
            hospital.close()


# The sets ---------------------------------------------------------------------------------------------------


def _sets() -> Iterator[tuple[str, Callable[[], list[Row]], Callable[[list[Row]], tuple[Pairs, float, int]]]]:
    folders = [SHARED / "febrl"] + ([Path(os.environ["HMS_DUPLICATES"])] if "HMS_DUPLICATES" in os.environ else [])
    for file in (file for folder in folders for file in sorted(folder.glob("*.csv"))):
        if not file.stem.startswith("dataset4"):  # two files that are linked with one another, not one with doubles
            yield file.stem.replace("dataset", "febrl_"), lambda file=file: _read(file), _linked_febrl  # type: ignore[misc]
    fake = SHARED / "fake_1000" / "fake_1000.csv"
    yield "fake_1000", lambda: _read(fake), _linked_fake


def _read(file: Path) -> list[Row]:
    with file.open(encoding="utf-8", newline="") as lines:
        rows = [{key.strip(): value.strip() for key, value in row.items()} for row in csv.DictReader(lines)]
    return [_as_fake(row) if "cluster" in row else _as_febrl(row) for row in rows]


def _as_febrl(row: Row) -> Row:
    street = " ".join(filter(None, (row["street_number"], row["address_1"])))
    parts = (street, row["address_2"], row["suburb"], row["postcode"], row["state"])
    return row | {
        "person": row["rec_id"].split("-")[1],
        "given_names": row["given_name"],
        "family_name": row["surname"],
        "born": _date(row["date_of_birth"]),
        "address": ", ".join(filter(None, parts)),
        "identifier": "",
    }


def _as_fake(row: Row) -> Row:
    return row | {
        "person": row["cluster"],
        "given_names": row["first_name"],
        "family_name": row["surname"],
        "born": _date(row["dob"]),
        "address": row["city"],
        "identifier": row["email"],
    }


def _date(text: str) -> str:
    """ISO, or nothing where there is no such day or it has not come yet."""
    try:
        born = dt.date.fromisoformat(text)
    except ValueError:
        return ""
    return born.isoformat() if born <= dt.date.today() else ""


# Ours -------------------------------------------------------------------------------------------------------


def _tell_speed(
    report: Report, connection: psycopg.Connection[Any], database: Database, name: str, rows: list[Row]
) -> LabelledSet:
    """The set in the hospital's database, with the pairs that its SQL offers; tells how fast both steps are."""
    _clear(connection)
    ids = _load(connection, rows)
    place = {patient: number for number, patient in enumerate(ids)}
    began = time.perf_counter()
    offers = connection.execute("SELECT patient_id, others FROM hms.next_to_compare(1000000)").fetchall()
    blocking = time.perf_counter() - began
    pairs = {
        (min(place[one], place[other]), max(place[one], place[other])) for one, others in offers for other in others
    }
    traits = database.read_now(queries.records_to_compare, ids=ids)
    labelled = LabelledSet(name, [traits[patient] for patient in ids], [row["person"] for row in rows], pairs)
    began = time.perf_counter()
    for one, other in pairs:
        duplicates.likeness(labelled.traits[one], labelled.traits[other])
    weighing = time.perf_counter() - began
    report(figure(f"duplicates.{name}.block_records_per_s", [len(rows) / blocking], "records/s"))
    report(figure(f"duplicates.{name}.weigh_pairs_per_s", [len(pairs) / weighing], "pairs/s"))
    return labelled


def _clear(connection: psycopg.Connection[Any]) -> None:
    with connection.transaction():
        connection.execute("SET LOCAL session_replication_role = replica")  # some tables refuse to be emptied
        connection.execute(
            "TRUNCATE hms.patients, hms.patient_likeness, hms.patients_to_compare RESTART IDENTITY CASCADE"
        )


def _load(connection: psycopg.Connection[Any], rows: list[Row]) -> list[int]:
    """Write the records as a hospital's; their ids, in the order of the rows. Nobody has no name at all."""
    fields = ("given_names", "family_name", "born", "address")
    written = connection.execute(
        "INSERT INTO hms.patients (mrn, given_names, family_name, birth_date, birth_precision, address, created_at) "
        "SELECT lpad(number::text, 8, '0') || 'A', CASE WHEN given || family = '' THEN '-' ELSE given END, family, "
        "nullif(born, '')::date, CASE WHEN born <> '' THEN 'day' END, address, hms.hospital_now() "
        "FROM unnest(%s::text[], %s::text[], %s::text[], %s::text[]) WITH ORDINALITY "
        "AS record (given, family, born, address, number) ORDER BY number RETURNING id",
        [[row[name] for row in rows] for name in fields],
    ).fetchall()
    ids = [int(patient) for (patient,) in written]
    connection.execute(
        "INSERT INTO hms.patient_identifiers (patient_id, kind, value) "
        "SELECT patient, 'other', value FROM unnest(%s::bigint[], %s::text[]) AS known (patient, value) "
        "WHERE value <> ''",
        (ids, [row["identifier"] for row in rows]),
    )
    connection.execute("ANALYZE hms.patients, hms.patient_likeness, hms.patient_identifiers, hms.patients_to_compare")
    return ids


def _tell_quality(report: Report, labelled: LabelledSet, beside: tuple[Pairs, float, int]) -> None:
    """Precision, recall and F1 beside the library's, and the library's speed."""
    theirs, seconds, compared = beside
    ours = quality(called(labelled), labelled.true)
    other = quality(theirs, labelled.true)
    name = f"duplicates.{labelled.name}"
    report(figure(f"{name}.precision", [100 * ours.precision], "%", beside=100 * other.precision))
    report(figure(f"{name}.recall", [100 * ours.recall], "%", beside=100 * other.recall))
    report(_quality_figure(f"{name}.f1", ours, other, labelled.name))
    report(figure(f"{name}.recordlinkage_pairs_per_s", [compared / seconds], "pairs/s"))


def _quality_figure(name: str, ours: Quality, beside: Quality | None, which: str) -> Figure:
    least = TARGETS.get(which)
    return figure(
        name,
        [100 * ours.f1],
        "%",
        beside=100 * beside.f1 if beside else None,
        target=f"F1 >= {100 * least:g} %" if least else None,
        met=ours.f1 >= least if least else None,
    )


# The library ------------------------------------------------------------------------------------------------


def _linked_febrl(rows: list[Row]) -> tuple[Pairs, float, int]:
    frame = pandas.DataFrame(rows).replace("", None)
    compare = recordlinkage.Compare()
    for column in ("given_name", "surname", "address_1", "address_2", "suburb"):
        compare.string(column, column, method="jarowinkler", threshold=0.85)
    for column in ("date_of_birth", "street_number", "postcode", "state"):
        compare.exact(column, column)
    return _linked(frame, ("date_of_birth", "postcode", "address_1"), compare)


def _linked_fake(rows: list[Row]) -> tuple[Pairs, float, int]:
    frame = pandas.DataFrame(rows).replace("", None)
    compare = recordlinkage.Compare()
    for column in ("first_name", "surname", "email", "city"):
        compare.string(column, column, method="jarowinkler", threshold=0.85)
    compare.exact("dob", "dob")
    return _linked(frame, ("dob", "email"), compare)


def _linked(frame: Any, blocks: tuple[str, ...], compare: Any) -> tuple[Pairs, float, int]:
    """Blocked by what the set has and by the sound of the names, classified by its unsupervised ECM."""
    names = ("surname", "given_name" if "given_name" in frame else "first_name")
    frame["sound"] = phonetic(frame[names[0]].fillna(""), "nysiis") + phonetic(frame[names[1]].fillna(""), "nysiis")
    index = recordlinkage.Index()
    for column in (*blocks, "sound"):
        index.block(column)
    pairs = index.index(frame)
    began = time.perf_counter()
    levels = compare.compute(pairs, frame)
    seconds = time.perf_counter() - began
    matches = recordlinkage.ECMClassifier(binarize=0.5).fit_predict(levels)
    return {(min(one, other), max(one, other)) for one, other in matches}, seconds, len(pairs)


# A large hospital -------------------------------------------------------------------------------------------


def _tell_asking(report: Report, connection: psycopg.Connection[Any], database: Database, rows: int) -> None:
    """A form that is like somebody of the hospital: the statement alone, and the whole answer with its weighing."""
    load_patients(connection, SHARED, rows)
    load_likeness(connection)
    random_ = random.Random(11)
    statements, answers = [], []
    for patient in random_.sample(range(1, rows + 1), FORMS):
        record = database.read_now(cards.patient_card, patient_id=patient).record
        typed = replace(record, given_names=record.given_names[:1] + record.given_names[2:])
        form = {"given_names": typed.given_names, "family_name": typed.family_name, "phones": []}
        if typed.birth:
            form |= {"birth_date": typed.birth.date.isoformat(), "birth_precision": typed.birth.precision}
        began = time.perf_counter()
        connection.execute("SELECT * FROM hms.likely_duplicates(%s)", (json.dumps(form),)).fetchall()
        asked = time.perf_counter()
        database.read_now(queries.likely_duplicates, record=typed)
        statements.append((asked - began) * 1000)
        answers.append((time.perf_counter() - asked) * 1000)
    for name, times, most in (("statement", statements, STATEMENT_P95_MS), ("answer", answers, ANSWER_P95_MS)):
        bare = figure(f"duplicates.{name}_ms at {rows:,}", times, "ms")
        report(replace(bare, target=f"p95 <= {most} ms", met=bare.p95 <= most))
