"""What a manager does about duplicates: merge, undo a merge, decide about a pair; and the comparing of all records."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session

from hms_desktop.clinic.merging import queries
from hms_desktop.clinic.patients import duplicates
from hms_desktop.core.storable import as_json


@dataclass(frozen=True)
class Merged:
    """A merge as it stands; `survivor_mrn` is the stored form of the number that goes on."""

    id: int
    survivor_id: int
    survivor_mrn: str
    version: int


@dataclass(frozen=True)
class Unmerged:
    """Two records that are two again."""

    id: int
    survivor_id: int
    absorbed_id: int


@dataclass(frozen=True)
class Decided:
    """A pair as it stands after a decision."""

    id: int
    version: int


@dataclass(frozen=True)
class Compared:
    """One stretch of comparing: how many records were done and how many pairs are new on the work list."""

    records: int
    new_pairs: int


def merge(
    session: Session,
    *,
    intent: UUID,
    survivor_id: int,
    survivor_version: int,
    absorbed_id: int,
    absorbed_version: int,
    taken: tuple[str, ...] = (),
) -> Merged:
    """Make one record part of another (rule 17); `taken` names the columns whose values the absorbed record gives.

    Raises Stale where either was changed since the version that was read, and Refused where either has an open ticket,
    was merged already, or is restricted and not opened by this person.
    """
    result = session.execute(
        text(
            "SELECT hms.merge_patients(:intent, :survivor_id, :survivor_version, :absorbed_id, :absorbed_version, "
            "CAST(:taken AS text[]))"
        ),
        {
            "intent": intent,
            "survivor_id": survivor_id,
            "survivor_version": survivor_version,
            "absorbed_id": absorbed_id,
            "absorbed_version": absorbed_version,
            "taken": list(taken),
        },
    ).scalar_one()
    return Merged(**result)


def unmerge(session: Session, *, intent: UUID, merge_id: int, version: int) -> Unmerged:
    """Take a merge back; what was written since stays with the survivor.

    Raises Stale where a colleague undid it, and Refused where the survivor has an open ticket, was itself merged
    later, or is restricted and not opened by this person.
    """
    result = session.execute(
        text("SELECT hms.unmerge_patients(:intent, :merge_id, :version)"),
        {"intent": intent, "merge_id": merge_id, "version": version},
    ).scalar_one()
    return Unmerged(**result)


def decide(session: Session, *, intent: UUID, pair_id: int, version: int, different: bool) -> Decided:
    """Two people after all, or (`different` False) to be looked at again. Raises Stale where a colleague decided."""
    result = session.execute(
        text("SELECT hms.decide_pair(:intent, :pair_id, :version, :different)"),
        {"intent": intent, "pair_id": pair_id, "version": version, "different": different},
    ).scalar_one()
    return Decided(**result)


def compare_next(session: Session, *, most: int = 200) -> Compared:
    """Compare the next records that are new or changed with all others; what is found goes on the work list.

    Nothing is left to do where `records` is 0. It may stop after any stretch and go on another day.
    """
    rows = session.execute(text("SELECT * FROM hms.next_to_compare(:most)"), {"most": most}).all()
    if not rows:
        return Compared(0, 0)
    ids = {row.patient_id for row in rows}.union(*(row.others for row in rows))
    traits = queries.records_to_compare(session, sorted(ids))
    pairs = {tuple(sorted((row.patient_id, other))) for row in rows for other in row.others}
    found = []
    for one, other in sorted(pairs):
        if one in traits and other in traits:
            likeness = duplicates.likeness(traits[one], traits[other])
            if likeness.possible:
                found.append({"one": one, "other": other, "score": likeness.score, "reasons": likeness.reasons})
    new = session.execute(
        text("SELECT hms.keep_suspected_pairs(CAST(:done AS jsonb), CAST(:pairs AS jsonb))"),
        {
            "done": as_json([{"id": row.patient_id, "up_to": row.up_to} for row in rows]),
            "pairs": as_json(found),
        },
    ).scalar_one()
    return Compared(len(rows), new)
