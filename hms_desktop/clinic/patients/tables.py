"""The tables of the people who came: record, phones, identifiers, and what searching for them needs."""

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, Index, SmallInteger, func, text
from sqlalchemy.orm import Mapped, mapped_column

from hms_desktop.clinic.patients import rules
from hms_desktop.clinic.records.tables import Base, identity, version_column


def _one_of(column: str, allowed: tuple[str, ...]) -> str:
    return f"{column} IN ({', '.join(repr(value) for value in allowed)})"


class Patient(Base):
    """One person's record; `search_name` is kept by trigger and is what lists are ordered and searched by."""

    __tablename__ = "patients"
    __table_args__ = (
        CheckConstraint(f"mrn ~ '^[0-9]{{8,12}}[{rules.MRN_ALPHABET}]$'", name="mrn"),
        CheckConstraint(f"length(given_names) <= {rules.NAME_LENGTH}", name="given_names"),
        CheckConstraint(f"length(family_name) <= {rules.NAME_LENGTH}", name="family_name"),
        CheckConstraint("btrim(given_names) <> '' OR btrim(family_name) <> ''", name="has_a_name"),
        CheckConstraint(_one_of("sex", rules.SEXES), name="sex"),
        CheckConstraint(_one_of("birth_precision", rules.PRECISIONS), name="birth_precision"),
        CheckConstraint("(birth_date IS NULL) = (birth_precision IS NULL)", name="birth_has_precision"),
        CheckConstraint(f"length(address) <= {rules.ADDRESS_LENGTH}", name="address"),
        CheckConstraint(f"length(notes) <= {rules.NOTES_LENGTH}", name="notes"),
        CheckConstraint("language ~ '^[A-Za-z0-9-]{0,35}$'", name="language"),
        Index(None, "search_name", "id", postgresql_include=["restricted"]),
        Index("patients_restricted_idx", "id", postgresql_where=text("restricted")),
        Index(
            "patients_search_name_trigrams_idx",
            "search_name",
            postgresql_using="gin",
            postgresql_ops={"search_name": "public.gin_trgm_ops"},
            postgresql_with={"fastupdate": "off"},
        ),
    )

    id: Mapped[int] = identity()
    mrn: Mapped[str] = mapped_column(unique=True)
    given_names: Mapped[str] = mapped_column(server_default=text("''"))
    family_name: Mapped[str] = mapped_column(server_default=text("''"))
    sex: Mapped[str] = mapped_column(server_default=text("'unknown'"))
    birth_date: Mapped[dt.date | None]
    birth_precision: Mapped[str | None]
    address: Mapped[str] = mapped_column(server_default=text("''"))
    notes: Mapped[str] = mapped_column(server_default=text("''"))
    language: Mapped[str] = mapped_column(server_default=text("''"))
    restricted: Mapped[bool] = mapped_column(server_default=text("false"))
    search_name: Mapped[str] = mapped_column(server_default=text("''"))
    version: Mapped[int] = version_column()
    created_at: Mapped[dt.datetime]
    created_by: Mapped[str] = mapped_column(server_default=text("session_user"))


class PatientPhone(Base):
    """A number as it was typed; several people may share one, so it is never unique."""

    __tablename__ = "patient_phones"
    __table_args__ = (
        CheckConstraint(f"length(number) <= {rules.PHONE_LENGTH}", name="number"),
        CheckConstraint("length(digits) >= 3", name="digits_enough"),
        CheckConstraint(_one_of("kind", rules.PHONE_KINDS), name="kind"),
        Index(None, "patient_id"),
        Index(None, "digits"),
        Index("patient_phones_digits_reversed_idx", func.reverse(text("digits"))),
    )

    id: Mapped[int] = identity()
    patient_id: Mapped[int] = mapped_column(ForeignKey(Patient.id))
    number: Mapped[str]
    digits: Mapped[str]
    kind: Mapped[str] = mapped_column(server_default=text("'mobile'"))


class PatientIdentifier(Base):
    """A number that somebody else gave the person: national identity, passport, insurance card."""

    __tablename__ = "patient_identifiers"
    __table_args__ = (
        CheckConstraint(f"length(value) <= {rules.IDENTIFIER_LENGTH}", name="value"),
        CheckConstraint("value_key <> ''", name="value_not_empty"),
        CheckConstraint(_one_of("kind", rules.IDENTIFIER_KINDS), name="kind"),
        Index(None, "patient_id"),
        Index(None, "value_key"),
    )

    id: Mapped[int] = identity()
    patient_id: Mapped[int] = mapped_column(ForeignKey(Patient.id))
    kind: Mapped[str]
    value: Mapped[str]
    value_key: Mapped[str]


class PatientNameKey(Base):
    """Every ordered pair of the parts of a name, so that `an nguyen` finds Nguyễn Văn An by one index range.

    A name of one part stands alone. Written by trigger only; no duty role may read it.
    """

    __tablename__ = "patient_name_keys"

    name_key: Mapped[str] = mapped_column(primary_key=True)
    patient_id: Mapped[int] = mapped_column(ForeignKey(Patient.id), primary_key=True)


class OpenedRecord(Base):
    """Who opened a restricted record, why, and until when it stays open for that person (rule 19)."""

    __tablename__ = "opened_records"
    __table_args__ = (
        CheckConstraint("btrim(reason) <> ''", name="reason_given"),
        CheckConstraint(f"length(reason) <= {rules.REASON_LENGTH}", name="reason"),
        Index(None, "person", "open_until"),
        Index(None, "patient_id"),
    )

    id: Mapped[int] = identity()
    patient_id: Mapped[int] = mapped_column(ForeignKey(Patient.id))
    person: Mapped[str] = mapped_column(server_default=text("session_user"))
    reason: Mapped[str]
    opened_at: Mapped[dt.datetime]
    open_until: Mapped[dt.datetime]


class PatientImport(Base):
    """One file that is being brought in, or was: known again by its digest, and how far it got."""

    __tablename__ = "patient_imports"
    __table_args__ = (
        CheckConstraint("digest ~ '^[0-9a-f]{64}$'", name="digest"),
        CheckConstraint("length(name) BETWEEN 1 AND 200", name="name"),
        CheckConstraint("lines_done >= 0 AND patients_made >= 0", name="counts"),
    )

    id: Mapped[int] = identity()
    digest: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    lines_done: Mapped[int] = mapped_column(server_default=text("0"))
    patients_made: Mapped[int] = mapped_column(server_default=text("0"))
    started_at: Mapped[dt.datetime]
    started_by: Mapped[str] = mapped_column(server_default=text("session_user"))
    finished_at: Mapped[dt.datetime | None]


class MrnCounter(Base):
    """The last medical record number given out: one row, locked while a registration commits."""

    __tablename__ = "mrn_counter"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"),)

    id: Mapped[int] = mapped_column(SmallInteger, primary_key=True, autoincrement=False)
    last_number: Mapped[int]
