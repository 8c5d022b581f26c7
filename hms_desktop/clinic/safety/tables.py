"""Safety: lists of interactions, what is known of doses, ages and pregnancy, and which warnings were overridden."""

import datetime as dt
from decimal import Decimal
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from hms_desktop.clinic.medicines.tables import NAME_LENGTH, Substance
from hms_desktop.clinic.patients.tables import Patient
from hms_desktop.clinic.records.tables import Base, identity, version_column
from hms_desktop.clinic.safety import rules


def _one_of(column: str, words: tuple[str, ...]) -> str:
    return f"{column} IN ({', '.join(repr(word) for word in words)})"


class InteractionList(Base):
    """One release of one source's interactions. The newest of a source is active; older ones stay to be read."""

    __tablename__ = "interaction_lists"
    __table_args__ = (
        sa.UniqueConstraint("source", "release"),
        sa.CheckConstraint("source ~ '^[A-Za-z0-9 ._-]{1,40}$' AND release ~ '^[A-Za-z0-9 ._-]{1,40}$'", name="names"),
        sa.CheckConstraint("digest ~ '^[0-9a-f]{64}$'", name="digest"),
        sa.Index("interaction_lists_active_key", "source", unique=True, postgresql_where=sa.text("active")),
    )

    id: Mapped[int] = identity()
    source: Mapped[str]
    release: Mapped[str]
    digest: Mapped[str]
    active: Mapped[bool] = mapped_column(server_default=sa.false())
    pairs: Mapped[int]
    imported_at: Mapped[dt.datetime]
    person: Mapped[str] = mapped_column(server_default=sa.text("session_user"))


class InteractionTerm(Base):
    """What a list speaks of: a substance, a class of them, or something else (alcohol, grapefruit juice)."""

    __tablename__ = "interaction_terms"
    __table_args__ = (
        sa.UniqueConstraint("list_id", "name"),
        sa.CheckConstraint(_one_of("kind", rules.TERMS), name="kind"),
        sa.CheckConstraint(f"btrim(name) <> '' AND length(name) <= {NAME_LENGTH}", name="name"),
    )

    id: Mapped[int] = identity()
    list_id: Mapped[int] = mapped_column(sa.ForeignKey(InteractionList.id))
    name: Mapped[str]
    kind: Mapped[str]


class InteractionKey(Base):
    """Under which spellings and codes a substance of a list is found again among the hospital's own substances."""

    __tablename__ = "interaction_keys"

    key: Mapped[str] = mapped_column(primary_key=True)
    term_id: Mapped[int] = mapped_column(sa.ForeignKey(InteractionTerm.id), primary_key=True)


class SubstanceSpelling(Base):
    """A substance of the catalogue under each of its names, and the key by which lists of interactions find it.

    Written by trigger only.
    """

    __tablename__ = "substance_spellings"

    substance_id: Mapped[int] = mapped_column(sa.ForeignKey(Substance.id, ondelete="CASCADE"), primary_key=True)
    spelling: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(index=True)


class InteractionMember(Base):
    """A substance belongs to a class of the same list."""

    __tablename__ = "interaction_members"

    substance_id: Mapped[int] = mapped_column(sa.ForeignKey(InteractionTerm.id), primary_key=True)
    class_id: Mapped[int] = mapped_column(sa.ForeignKey(InteractionTerm.id), primary_key=True)


class InteractionPair(Base):
    """Two terms that interact, the one with the lower id first: how gravely, what may happen, what to do."""

    __tablename__ = "interaction_pairs"
    __table_args__ = (
        sa.UniqueConstraint("one_id", "other_id"),
        sa.CheckConstraint("one_id <= other_id", name="order"),
        sa.CheckConstraint(_one_of("gravity", rules.GRAVITIES), name="gravity"),
        sa.Index(None, "other_id"),
    )

    id: Mapped[int] = identity()
    one_id: Mapped[int] = mapped_column(sa.ForeignKey(InteractionTerm.id))
    other_id: Mapped[int] = mapped_column(sa.ForeignKey(InteractionTerm.id))
    gravity: Mapped[str]
    risk: Mapped[str] = mapped_column(server_default="")
    conduct: Mapped[str] = mapped_column(server_default="")


class Caution(Base):
    """What is known of a substance: the most of it, for whom it is not, and where that is written.

    Ages are completed years, inclusive; none means any. Doses are in `unit` (mg, g, mcg, IU) at once and in a day.
    Of a birth known to the year, the month or as an age, every age that the patient may have counts: the stricter limit
    of those is told. Where nothing is known of it, limits by age are told as not checked.
    """

    __tablename__ = "cautions"
    __table_args__ = (
        sa.CheckConstraint(_one_of("kind", rules.CAUTIONS), name="kind"),
        sa.CheckConstraint("from_age BETWEEN 0 AND 150 AND to_age BETWEEN 0 AND 150", name="ages"),
        sa.CheckConstraint("from_age <= to_age", name="age_order"),
        sa.CheckConstraint(_one_of("unit", rules.UNITS), name="unit"),
        sa.CheckConstraint("least_at_once > 0 AND most_at_once > 0 AND most_a_day > 0", name="amounts"),
        sa.CheckConstraint("least_at_once <= most_at_once", name="amount_order"),
        sa.CheckConstraint(
            "kind <> 'dose' OR coalesce(least_at_once, most_at_once, most_a_day) IS NOT NULL", name="dose_given"
        ),
        sa.CheckConstraint("kind <> 'age' OR coalesce(from_age, to_age) IS NOT NULL", name="age_given"),
        sa.CheckConstraint("length(words) <= 500 AND length(source) <= 200", name="texts"),
        sa.Index(None, "substance_id"),
    )

    id: Mapped[int] = identity()
    substance_id: Mapped[int] = mapped_column(sa.ForeignKey(Substance.id))
    kind: Mapped[str]
    from_age: Mapped[int | None]
    to_age: Mapped[int | None]
    unit: Mapped[str] = mapped_column(server_default="mg")
    least_at_once: Mapped[Decimal | None] = mapped_column(sa.Numeric(12, 3))
    most_at_once: Mapped[Decimal | None] = mapped_column(sa.Numeric(12, 3))
    most_a_day: Mapped[Decimal | None] = mapped_column(sa.Numeric(12, 3))
    words: Mapped[str] = mapped_column(server_default="")
    source: Mapped[str] = mapped_column(server_default="")
    version: Mapped[int] = version_column()


class WarningLevel(Base):
    """How a kind of warning (`interaction.avoid`) or one warning (`ANSM:ibuprofen+warfarin`) is shown here, and why."""

    __tablename__ = "warning_levels"
    __table_args__ = (
        sa.UniqueConstraint("subject"),
        sa.CheckConstraint(_one_of("level", rules.LEVELS), name="level"),
        sa.CheckConstraint("btrim(reason) <> '' AND length(reason) <= 300", name="reason"),
        sa.CheckConstraint("length(subject) BETWEEN 1 AND 300", name="subject"),
    )

    id: Mapped[int] = identity()
    subject: Mapped[str]
    level: Mapped[str]
    reason: Mapped[str]
    version: Mapped[int] = version_column()


class ShownWarning(Base):
    """A warning that somebody was shown, without the patient: what the chief pharmacist counts."""

    __tablename__ = "warnings_shown"
    __table_args__ = (
        sa.UniqueConstraint("intent", "code"),
        sa.CheckConstraint(_one_of("level", rules.LEVELS), name="level"),
        sa.Index(None, "kind", "subject"),
    )

    id: Mapped[int] = identity()
    intent: Mapped[UUID]
    kind: Mapped[str]
    subject: Mapped[str]
    code: Mapped[str]
    level: Mapped[str]
    shown_at: Mapped[dt.datetime]
    person: Mapped[str] = mapped_column(server_default=sa.text("session_user"))


class WarningOverride(Base):
    """A warning in spite of which something was supplied: who, why, and for a stop which colleague agreed."""

    __tablename__ = "warning_overrides"
    __table_args__ = (
        sa.UniqueConstraint("intent", "code"),
        sa.CheckConstraint("btrim(reason) <> '' AND length(reason) <= 300", name="reason"),
        sa.CheckConstraint("level <> 'stop' OR assent_by IS NOT NULL", name="stop_has_assent"),
        sa.CheckConstraint("assent_by <> person", name="two_people"),
        sa.Index(None, "patient_id"),
        sa.Index(None, "kind", "subject"),
    )

    id: Mapped[int] = identity()
    intent: Mapped[UUID]
    patient_id: Mapped[int] = mapped_column(sa.ForeignKey(Patient.id))
    kind: Mapped[str]
    subject: Mapped[str]
    code: Mapped[str]
    level: Mapped[str]
    reason: Mapped[str]
    assent_by: Mapped[str | None]
    overridden_at: Mapped[dt.datetime]
    person: Mapped[str] = mapped_column(server_default=sa.text("session_user"))
