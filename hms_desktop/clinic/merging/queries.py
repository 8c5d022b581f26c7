"""Reads about duplicates: who a form may mean, the work list of pairs, and the merges that can be undone."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.patients import duplicates, rules
from hms_desktop.clinic.patients.duplicates import Traits
from hms_desktop.clinic.patients.rules import Birth, Identifier, PatientRecord, Phone
from hms_desktop.clinic.patients.tables import PatientToCompare
from hms_desktop.core.keyset import STRIDE, Anchors
from hms_desktop.core.storable import as_json, unstorable

Key = tuple[float, int]
"""Where a pair stands in the work list: its score, negated so that it rises, and its id."""


@dataclass(frozen=True)
class LikelyDuplicate:
    """A stored record that may be the person of a form, ready to be shown.

    `sure` where it most likely is; `reasons` are codes like `birth.same`. A `closed` record is restricted and not
    opened by this person: it shows its number and nothing else, because the database is certain of it.
    """

    id: int
    mrn: str
    name: str
    given_names: str
    family_name: str
    sex: str
    birth: str
    age: rules.Age | None
    phone: str
    address: str
    score: float
    sure: bool
    reasons: tuple[str, ...]
    closed: bool


@dataclass(frozen=True)
class Side:
    """One record of a pair as the work list shows it; a `closed` one shows its number only."""

    id: int
    mrn: str
    name: str
    birth: str
    closed: bool


@dataclass(frozen=True)
class PairRow:
    """Two records that may be one person's, to be decided by a manager."""

    id: int
    version: int
    score: float
    sure: bool
    reasons: tuple[str, ...]
    first: Side
    second: Side


@dataclass(frozen=True)
class MergeRow:
    """One merge that stands: what was merged into what, when (by the facility's clock) and by whom."""

    id: int
    version: int
    survivor: Side
    absorbed: Side
    merged_at: dt.datetime
    merged_by: str


_LIKELY = sa.text(
    "SELECT found.*, (SELECT jsonb_object_agg(name, share) FROM hms.common_names()) AS shares, "
    "(SELECT hms.business_date()) AS today "
    "FROM hms.likely_duplicates(CAST(:record AS jsonb), CAST(:except_id AS bigint)) AS found"
)
_PAIRS = sa.table(
    "pairs_to_decide",
    *(sa.column(name) for name in ("id", "version", "score", "place", "reasons", "first", "second")),
    schema="hms",
)
_MERGES = sa.table(
    "standing_merges",
    *(sa.column(name) for name in ("id", "version", "merged_at", "merged_by", "survivor", "absorbed")),
    schema="hms",
)


def likely_duplicates(
    session: Session, *, record: PatientRecord, limit: int = 5, except_id: int | None = None
) -> tuple[LikelyDuplicate, ...]:
    """Who of those registered may be the person of a form that is being filled in, most likely first (rule 16).

    `except_id` is the record being edited: it and who was decided to be somebody else are left out. A form without a
    name, or with text that cannot be stored, is like nobody.
    """
    name = record.given_names + record.family_name
    if not name.strip() or unstorable(name + record.address):
        return ()
    rows = session.execute(_LIKELY, {"record": _asked(record), "except_id": except_id}).all()
    shares = _shares(rows[0].shares) if rows else {}
    mine = duplicates.traits(record, shares)
    found = [_likely(row, mine, shares) for row in rows]
    wanted = [each for each in found if each.closed or each.score >= duplicates.POSSIBLE]
    return tuple(sorted(wanted, key=lambda each: (not each.closed, -each.score, each.id))[:limit])


def pair_anchors(session: Session) -> Anchors:
    """The length of the work list and its anchors; ask for them in one snapshot."""
    numbered = sa.select(
        _PAIRS.c.place,
        _PAIRS.c.id,
        sa.func.row_number().over(order_by=(_PAIRS.c.place, _PAIRS.c.id)).label("number"),
    ).subquery()
    count = session.execute(sa.select(sa.func.count()).select_from(_PAIRS)).scalar_one()
    keys = session.execute(sa.select(numbered).where(numbered.c.number % STRIDE == 0).order_by(numbered.c.number))
    return Anchors(count, (None, *((place, pair_id) for place, pair_id, _ in keys)))


def pairs_page(session: Session, after: Key | None, offset: int, limit: int) -> tuple[PairRow, ...]:
    """The `limit` (≤ 200) pairs that stand `offset` (< the stride) behind the key `after`, the most alike first."""
    page = sa.select(_PAIRS).order_by(_PAIRS.c.place, _PAIRS.c.id).offset(offset).limit(limit)
    if after is not None:
        page = page.where(sa.tuple_(_PAIRS.c.place, _PAIRS.c.id) > sa.tuple_(*after))
    return tuple(
        PairRow(
            id=row.id,
            version=row.version,
            score=row.score,
            sure=row.score >= duplicates.SURE,
            reasons=tuple(row.reasons),
            first=_side(row.first),
            second=_side(row.second),
        )
        for row in session.execute(page)
    )


def merges(session: Session, limit: int = 200) -> tuple[MergeRow, ...]:
    """The merges that stand, newest first."""
    rows = session.execute(sa.select(_MERGES).order_by(_MERGES.c.id.desc()).limit(limit))
    return tuple(
        MergeRow(row.id, row.version, _side(row.survivor), _side(row.absorbed), row.merged_at, row.merged_by)
        for row in rows
    )


def left_to_compare(session: Session) -> int:
    """How many records are new or changed since they were last compared with the others."""
    return session.execute(sa.select(sa.func.count(PatientToCompare.patient_id.distinct()))).scalar_one()


def records_to_compare(session: Session, ids: list[int]) -> Mapping[int, Traits]:
    """What is compared of these records, by id; those that are closed to this person are left out."""
    shares = _shares(session.execute(sa.text("SELECT jsonb_object_agg(name, share) FROM hms.common_names()")).scalar())
    rows = session.execute(sa.text("SELECT * FROM hms.records_to_compare(:ids)"), {"ids": ids})
    return {row.id: duplicates.traits(_record(row), shares) for row in rows if not row.closed}


def _asked(record: PatientRecord) -> str:
    """The parts of a form by which the database looks for others, as it takes them."""
    return as_json(
        {
            "given_names": record.given_names,
            "family_name": record.family_name,
            "birth_date": record.birth.date.isoformat() if record.birth else None,
            "birth_precision": record.birth.precision if record.birth else None,
            "address": record.address,
            "phones": [{"number": phone.number} for phone in record.phones],
            "identifiers": [{"kind": known.kind, "value": known.value} for known in record.identifiers],
        }
    )


def _shares(found: Mapping[str, float] | None) -> Mapping[str, float]:
    """How large a part of all people bears each common name, by its romanised form."""
    shares: defaultdict[str, float] = defaultdict(float)
    for name, share in (found or {}).items():
        shares[duplicates.romanised(name)] += share
    return shares


def _record(row: Any) -> PatientRecord:
    return PatientRecord(
        given_names=row.given_names,
        family_name=row.family_name,
        sex=row.sex,
        birth=_birth(row.birth_date, row.birth_precision),
        address=row.address,
        phones=tuple(Phone(number) for number in row.phones),
        identifiers=tuple(map(Identifier, row.kinds, row.identifiers)),
    )


def _likely(row: Any, mine: Traits, shares: Mapping[str, float]) -> LikelyDuplicate:
    if row.closed:
        return LikelyDuplicate(row.id, row.mrn, "", "", "", "", "", None, "", "", 0.0, True, (), closed=True)
    record = _record(row)
    found = duplicates.likeness(mine, duplicates.traits(record, shares))
    return LikelyDuplicate(
        id=row.id,
        mrn=row.mrn,
        name=rules.display_name(record.given_names, record.family_name),
        given_names=record.given_names,
        family_name=record.family_name,
        sex=record.sex,
        birth=record.birth.display() if record.birth else "",
        age=rules.age_on(record.birth, row.today),
        phone=record.phones[0].number if record.phones else "",
        address=record.address,
        score=found.score,
        sure=found.sure,
        reasons=found.reasons,
        closed=False,
    )


def _side(seen: Mapping[str, Any]) -> Side:
    birth = _birth(seen.get("birth_date"), seen.get("birth_precision"))
    return Side(
        id=seen["id"],
        mrn=seen["mrn"],
        name=rules.display_name(seen.get("given_names", ""), seen.get("family_name", "")),
        birth=birth.display() if birth else "",
        closed=seen["closed"],
    )


def _birth(date: dt.date | str | None, precision: str | None) -> Birth | None:
    if date is None or precision is None:
        return None
    return Birth(dt.date.fromisoformat(date) if isinstance(date, str) else date, precision)
