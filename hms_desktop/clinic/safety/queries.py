"""Reads about safety: what speaks against a medicine, how warnings are tuned, and how often each was overridden."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Session

from hms_desktop.clinic.medicines.tables import Substance
from hms_desktop.clinic.safety import rules
from hms_desktop.clinic.safety.rules import DEFAULT_LEVELS, Finding, Warned
from hms_desktop.clinic.safety.tables import Caution, InteractionList, WarningLevel


@dataclass(frozen=True)
class LevelRow:
    """A kind of warning, or one warning: how it is shown here, why, and how often it was shown and overridden.

    `version` is None where the hospital said nothing and the level is the usual one.
    """

    subject: str
    kind: str
    level: str
    usual: str
    reason: str
    version: int | None
    shown: int
    overridden: int
    last_at: dt.datetime | None

    @property
    def whole_kind(self) -> bool:
        return self.subject == self.kind

    @property
    def share(self) -> float | None:
        """Which part of the times it was shown it was overridden, 0 to 1; None where it never was shown."""
        return min(self.overridden / self.shown, 1.0) if self.shown else None


@dataclass(frozen=True)
class OverrideRow:
    """What was supplied in spite of a warning; of a restricted record neither number nor reason."""

    id: int
    overridden_at: dt.datetime
    person: str
    kind: str
    subject: str
    level: str
    reason: str
    assent_by: str
    mrn: str
    closed: bool


@dataclass(frozen=True)
class ListRow:
    """One release of a source's interactions."""

    id: int
    source: str
    release: str
    active: bool
    pairs: int
    imported_at: dt.datetime
    person: str


@dataclass(frozen=True)
class CautionRow:
    """What is known of a substance: doses in `unit`, ages in completed years."""

    id: int
    substance_id: int
    substance: str
    kind: str
    from_age: int | None
    to_age: int | None
    unit: str
    least_at_once: Decimal | None
    most_at_once: Decimal | None
    most_a_day: Decimal | None
    words: str
    source: str
    version: int


_CHECK = sa.text(
    "SELECT kind, subject, code, level, place, medicine, other, params FROM hms.check_medicines(:patient, :lines)"
).bindparams(sa.bindparam("lines", type_=JSONB()))
"""The columns in the order of a Finding's own."""


def findings(session: Session, *, patient: int, lines: Sequence[Mapping[str, Any]]) -> tuple[Finding, ...]:
    """Everything the database finds about `lines`, hidden findings too.

    A line is {"medicine", "dose", "frequency", "daily_maximum", "taper"} for a wish, {"line"} for one of a
    prescription, {"line", "batch"} for what is handed out. Where the wishes are the new version of a prescription, each
    names it as "amends": what was taken out of it counts no more, but for what was supplied and is not used up.
    Raises Refused for a restricted record that is not open.
    """
    rows = session.execute(_CHECK, {"patient": patient, "lines": [dict(line) for line in lines]})
    return tuple(Finding(*row) for row in rows)


def warnings_for(session: Session, *, patient: int, lines: Sequence[Mapping[str, Any]]) -> tuple[Warned, ...]:
    """What is shown of the findings about `lines`, the gravest first."""
    return rules.warnings(findings(session, patient=patient, lines=lines))


def levels(session: Session) -> tuple[LevelRow, ...]:
    """Every kind of warning, and below the kinds each single warning that was tuned or shown, the oftenest first."""
    told = {row.subject: row for row in session.execute(sa.select(WarningLevel)).scalars()}
    counted = session.execute(sa.text("SELECT * FROM hms.warning_figures")).all()
    of_kind: dict[str, list[Any]] = {}
    for row in counted:
        of_kind.setdefault(row.kind, []).append(row)
    kinds = [_level(kind, kind, told.get(kind), of_kind.get(kind, ())) for kind in DEFAULT_LEVELS]
    shown_as = {row.kind: row.level for row in kinds}
    single = [
        _level(row.subject, row.kind, told.get(row.subject), (row,), usual=shown_as.get(row.kind, "info"))
        for row in counted
        if row.subject
    ]
    seen = {row.subject for row in (*kinds, *single)}
    quiet = [_level(subject, "", row, ()) for subject, row in told.items() if subject not in seen]
    return (*kinds, *sorted((*single, *quiet), key=lambda row: (-row.shown, row.subject)))


def _level(
    subject: str, kind: str, told: WarningLevel | None, figures: Sequence[Any], usual: str | None = None
) -> LevelRow:
    standing = usual or DEFAULT_LEVELS.get(kind, "info")
    return LevelRow(
        subject=subject,
        kind=kind or subject,
        level=told.level if told else standing,
        usual=standing,
        reason=told.reason if told else "",
        version=told.version if told else None,
        shown=sum(max(row.shown, row.overridden) for row in figures),
        overridden=sum(row.overridden for row in figures),
        last_at=max((row.last_at for row in figures), default=None),
    )


def overrides(session: Session, *, limit: int = 200) -> tuple[OverrideRow, ...]:
    """The newest overrides first."""
    rows = session.execute(
        sa.text("SELECT * FROM hms.override_lines ORDER BY overridden_at DESC, id DESC LIMIT :limit"), {"limit": limit}
    )
    return tuple(
        OverrideRow(
            id=row.id,
            overridden_at=row.overridden_at,
            person=row.person,
            kind=row.kind,
            subject=row.subject,
            level=row.level,
            reason=row.reason,
            assent_by=row.assent_by or "",
            mrn=row.mrn or "",
            closed=row.closed,
        )
        for row in rows
    )


def interaction_lists(session: Session) -> tuple[ListRow, ...]:
    """Every list of interactions, by source, the newest release first."""
    rows = session.execute(
        sa.select(InteractionList).order_by(InteractionList.source, InteractionList.release.desc())
    ).scalars()
    return tuple(
        ListRow(row.id, row.source, row.release, row.active, row.pairs, row.imported_at, row.person) for row in rows
    )


def unlisted_substances(session: Session) -> tuple[str, ...]:
    """The hospital's substances that no active list knows: of these no interaction is ever told."""
    return tuple(session.execute(sa.text("SELECT name FROM hms.unlisted_substances()")).scalars())


def absent_terms(session: Session, *, list_id: int) -> tuple[str, ...]:
    """The substances of a list that the hospital's catalogue does not hold."""
    return tuple(session.execute(sa.text("SELECT name FROM hms.absent_terms(:list)"), {"list": list_id}).scalars())


def cautions(session: Session) -> tuple[CautionRow, ...]:
    """What is known of doses, ages and pregnancy, by substance."""
    rows = session.execute(
        sa.select(Caution, Substance.name)
        .join(Substance, Substance.id == Caution.substance_id)
        .order_by(sa.func.lower(Substance.name), Caution.kind, Caution.from_age.nulls_first(), Caution.id)
    )
    return tuple(
        CautionRow(
            id=one.id,
            substance_id=one.substance_id,
            substance=name,
            kind=one.kind,
            from_age=one.from_age,
            to_age=one.to_age,
            unit=one.unit,
            least_at_once=one.least_at_once,
            most_at_once=one.most_at_once,
            most_a_day=one.most_a_day,
            words=one.words,
            source=one.source,
            version=one.version,
        )
        for one, name in rows
    )


def substances(session: Session) -> tuple[tuple[int, str], ...]:
    """Every substance of the catalogue by name, for a choice."""
    return tuple(
        (row.id, row.name)
        for row in session.execute(sa.select(Substance.id, Substance.name).order_by(sa.func.lower(Substance.name)))
    )


def substances_of(session: Session, *, medicine: int) -> frozenset[int]:
    """The substances that a medicine holds."""
    inside = sa.text("SELECT substance_id FROM hms.medicine_substances WHERE medicine_id = :medicine")
    return frozenset(session.execute(inside, {"medicine": medicine}).scalars())
