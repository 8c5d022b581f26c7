"""The tables of the people who came: record, phones, identifiers, and what searching for them needs."""

import datetime as dt
from typing import cast

from sqlalchemy import (
    ARRAY,
    CheckConstraint,
    ForeignKey,
    Index,
    Integer,
    Sequence,
    SmallInteger,
    Table,
    Text,
    func,
    text,
)
from sqlalchemy.dialects.postgresql import ExcludeConstraint
from sqlalchemy.orm import Mapped, mapped_column

from hms_desktop.clinic.patients import allergies, consents, contacts, photos, policies, rules
from hms_desktop.clinic.records.tables import AuditEntry, Base, identity, version_column

HISTORY_SUBJECTS = "subject ~~ 'patient\\_%'"
"""Which audit entries belong to a patient by their `patient_id`: those of this area's own tables."""
E164 = "^\\+[1-9][0-9]{6,14}$"
COUNTRY = "^[A-Z]{2}$"


def _one_of(column: str, allowed: tuple[str, ...]) -> str:
    return f"{column} IN ({', '.join(repr(value) for value in allowed)})"


class Patient(Base):
    """One person's record; `search_name` is kept by trigger and is what lists are ordered and searched by.

    `merged_into` is the record that stands for this one since they were merged; this one is then only read.
    """

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
        CheckConstraint(_one_of("allergy_status", allergies.STATUSES), name="allergy_status"),
        CheckConstraint(
            f"email = '' OR length(email) <= {rules.EMAIL_LENGTH} AND email ~ '{rules.EMAIL}'", name="email"
        ),
        Index(None, "search_name", "id", postgresql_include=["restricted"]),
        Index("patients_restricted_idx", "id", postgresql_where=text("restricted")),
        Index("patients_merged_into_idx", "merged_into", postgresql_where=text("merged_into IS NOT NULL")),
        CheckConstraint("merged_into <> id", name="not_into_itself"),
        Index(None, "birth_date", "id", postgresql_include=["birth_precision", "search_name"]),
        Index(
            "patients_born_about_idx",
            "birth_date",
            "id",
            postgresql_include=["birth_precision", "search_name"],
            postgresql_where=text("birth_precision <> 'day'"),
        ),
        # New names wait in a short list (64 kB, some 150 of them) that is written in one go, half as dear as one by
        # one; only who looks for a piece from within a name reads it too.
        Index(
            "patients_search_name_trigrams_idx",
            "search_name",
            postgresql_using="gin",
            postgresql_ops={"search_name": "public.gin_trgm_ops"},
            postgresql_with={"gin_pending_list_limit": "64"},
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
    allergy_status: Mapped[str] = mapped_column(server_default=text("'not_asked'"))
    email: Mapped[str] = mapped_column(server_default=text("''"))
    search_name: Mapped[str] = mapped_column(server_default=text("''"))
    merged_into: Mapped[int | None] = mapped_column(ForeignKey("patients.id"))
    version: Mapped[int] = version_column()
    created_at: Mapped[dt.datetime]
    created_by: Mapped[str] = mapped_column(server_default=text("session_user"))


class PatientPhone(Base):
    """A number as it was typed; several people may share one, so it is never unique.

    `e164` is the same number as any telephone dials it, empty while it is unverified.
    """

    __tablename__ = "patient_phones"
    __table_args__ = (
        CheckConstraint(f"length(number) <= {rules.PHONE_LENGTH}", name="number"),
        CheckConstraint("length(digits) >= 3", name="digits_enough"),
        CheckConstraint(_one_of("kind", rules.PHONE_KINDS), name="kind"),
        CheckConstraint(f"e164 = '' OR e164 ~ '{E164}'", name="e164"),
        Index(None, "patient_id"),
        Index(None, "digits"),
        Index("patient_phones_digits_reversed_idx", func.reverse(text("digits"))),
    )

    id: Mapped[int] = identity()
    patient_id: Mapped[int] = mapped_column(ForeignKey(Patient.id))
    number: Mapped[str]
    digits: Mapped[str]
    kind: Mapped[str] = mapped_column(server_default=text("'mobile'"))
    e164: Mapped[str] = mapped_column(server_default=text("''"))


class PatientIdentifier(Base):
    """A number that somebody else gave the person: national identity, passport, insurance card."""

    __tablename__ = "patient_identifiers"
    __table_args__ = (
        CheckConstraint(f"length(value) <= {rules.IDENTIFIER_LENGTH}", name="value"),
        CheckConstraint("value_key <> ''", name="value_not_empty"),
        CheckConstraint(_one_of("kind", rules.IDENTIFIER_KINDS), name="kind"),
        CheckConstraint(f"country = '' OR country ~ '{COUNTRY}'", name="country"),
        Index(None, "patient_id"),
        Index(None, "value_key"),
    )

    id: Mapped[int] = identity()
    patient_id: Mapped[int] = mapped_column(ForeignKey(Patient.id))
    kind: Mapped[str]
    value: Mapped[str]
    value_key: Mapped[str]
    country: Mapped[str] = mapped_column(server_default=text("''"))


class PatientContact(Base):
    """Whom to call when something happens to the patient."""

    __tablename__ = "patient_contacts"
    __table_args__ = (
        CheckConstraint(f"btrim(name) <> '' AND length(name) <= {contacts.NAME_LENGTH}", name="name"),
        CheckConstraint(_one_of("relation", contacts.RELATIONS), name="relation"),
        CheckConstraint(f"length(number) <= {contacts.NUMBER_LENGTH}", name="number"),
        CheckConstraint(f"e164 = '' OR e164 ~ '{E164}'", name="e164"),
        Index(None, "patient_id"),
    )

    id: Mapped[int] = identity()
    patient_id: Mapped[int] = mapped_column(ForeignKey(Patient.id))
    name: Mapped[str]
    relation: Mapped[str] = mapped_column(server_default=text("'relative'"))
    number: Mapped[str] = mapped_column(server_default=text("''"))
    e164: Mapped[str] = mapped_column(server_default=text("''"))


class PatientPolicy(Base):
    """An insurance policy; both days belong to its validity, and NULL means without end.

    One patient holds the same policy (insurer and number, as `*_key` compares them) at most once on any day.
    """

    __tablename__ = "patient_policies"
    __table_args__ = (
        CheckConstraint(f"length(insurer) <= {policies.INSURER_LENGTH} AND insurer_key <> ''", name="insurer"),
        CheckConstraint(f"length(number) <= {policies.POLICY_NUMBER_LENGTH} AND number_key <> ''", name="number"),
        CheckConstraint("valid_until >= valid_from", name="forwards"),
        CheckConstraint(f"length(cover) <= {policies.COVER_LENGTH}", name="cover"),
        CheckConstraint("percent BETWEEN 0 AND 100", name="percent"),
        ExcludeConstraint(
            ("patient_id", "="),
            ("insurer_key", "="),
            ("number_key", "="),
            (text("daterange(valid_from, valid_until, '[]'::text)"), "&&"),
            name="patient_policies_once_a_day_excl",
            using="gist",
        ),
    )

    id: Mapped[int] = identity()
    patient_id: Mapped[int] = mapped_column(ForeignKey(Patient.id))
    insurer: Mapped[str]
    insurer_key: Mapped[str]
    number: Mapped[str]
    number_key: Mapped[str]
    valid_from: Mapped[dt.date | None]
    valid_until: Mapped[dt.date | None]
    cover: Mapped[str] = mapped_column(server_default=text("''"))
    percent: Mapped[int | None] = mapped_column(SmallInteger)


class PatientAllergy(Base):
    """One allergy, coded where the list knows it; `patients.allergy_status` says what was answered."""

    __tablename__ = "patient_allergies"
    __table_args__ = (
        CheckConstraint(
            f"btrim(substance) <> '' AND length(substance) <= {allergies.SUBSTANCE_LENGTH}", name="substance"
        ),
        CheckConstraint(_one_of("severity", allergies.SEVERITIES), name="severity"),
        CheckConstraint(f"length(reaction) <= {allergies.REACTION_LENGTH}", name="reaction"),
        CheckConstraint(f"{_one_of('system', allergies.SYSTEMS)} AND (system = '') = (code = '')", name="coded"),
        CheckConstraint("length(code) <= 40", name="code"),
        Index(None, "patient_id"),
    )

    id: Mapped[int] = identity()
    patient_id: Mapped[int] = mapped_column(ForeignKey(Patient.id))
    substance: Mapped[str]
    severity: Mapped[str] = mapped_column(server_default=text("'unknown'"))
    reaction: Mapped[str] = mapped_column(server_default=text("''"))
    system: Mapped[str] = mapped_column(server_default=text("''"))
    code: Mapped[str] = mapped_column(server_default=text("''"))


class PatientConsent(Base):
    """One answer to one question, never changed: the newest of a question is what holds."""

    __tablename__ = "patient_consents"
    __table_args__ = (
        CheckConstraint(_one_of("question", consents.QUESTIONS), name="question"),
        Index(None, "patient_id", "question", "id"),
    )

    id: Mapped[int] = identity()
    patient_id: Mapped[int] = mapped_column(ForeignKey(Patient.id))
    question: Mapped[str]
    given: Mapped[bool]
    at: Mapped[dt.datetime]
    person: Mapped[str] = mapped_column(server_default=text("session_user"))


def _an_image(column: str, most: int) -> str:
    jpeg, png = f"substr({column}, 1, 3) = '\\xffd8ff'", f"substr({column}, 1, 8) = '\\x89504e470d0a1a0a'"
    return f"octet_length({column}) <= {most} AND ({jpeg} OR {png})"


class PatientPhoto(Base):
    """A photo and its thumbnail, JPEG or PNG; the newest row is the one that is shown, no bytes: it was taken away.

    Never changed and read one at a time: a list holds no photos.
    """

    __tablename__ = "patient_photos"
    __table_args__ = (
        CheckConstraint(_an_image("thumbnail", photos.THUMBNAIL_BYTES), name="thumbnail"),
        CheckConstraint(_an_image("picture", photos.PICTURE_BYTES), name="picture"),
        CheckConstraint("(thumbnail IS NULL) = (picture IS NULL)", name="both"),
        Index(None, "patient_id", "id"),
    )

    id: Mapped[int] = identity()
    patient_id: Mapped[int] = mapped_column(ForeignKey(Patient.id))
    thumbnail: Mapped[bytes | None]
    picture: Mapped[bytes | None]
    taken_at: Mapped[dt.datetime]
    taken_by: Mapped[str] = mapped_column(server_default=text("session_user"))


class PatientNameKey(Base):
    """Every ordered pair of the parts of a name, so that `an nguyen` finds Nguyễn Văn An by one index range.

    A name of one part stands alone. Written by trigger only; no duty role may read it. No foreign key, as in
    PatientLikeness: each registration would pay for six checks of what its own trigger wrote.
    """

    __tablename__ = "patient_name_keys"

    name_key: Mapped[str] = mapped_column(primary_key=True)
    patient_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)


class NamePart(Base):
    """One different part of all names: names are many, their parts few, so what is costly is kept once for each part.

    `romanised` is the part in Latin letters; `slips` are the part and its Latin form, each whole and with every one
    sign left out, so that two of one slip's distance share one; `sounds` are the keys of what sounds alike. Written by
    trigger only; no duty role may read it. A part stays when the last who bore it is gone.
    """

    __tablename__ = "name_parts"
    __table_args__ = (
        Index(None, "romanised"),
        Index(None, "slips", postgresql_using="gin", postgresql_with={"fastupdate": "off"}),
        Index(None, "sounds", postgresql_using="gin", postgresql_with={"fastupdate": "off"}),
    )

    part: Mapped[str] = mapped_column(primary_key=True)
    romanised: Mapped[str]
    slips: Mapped[list[str]] = mapped_column(ARRAY(Text))
    sounds: Mapped[list[str]] = mapped_column(ARRAY(Text))


class RomanisedSigns(Base):
    """How 256 neighbouring signs of Unicode are written in Latin letters; `page` is their code divided by 256."""

    __tablename__ = "romanised_signs"

    page: Mapped[int] = mapped_column(SmallInteger, primary_key=True, autoincrement=False)
    latin: Mapped[list[str]] = mapped_column(ARRAY(Text))


class TakenPatient(Base):
    """Whom a person had in hand, and when last: what a search box shows before anything is typed."""

    __tablename__ = "taken_patients"
    __table_args__ = (Index(None, "patient_id"), Index(None, "workstation"))

    person: Mapped[str] = mapped_column(primary_key=True, server_default=text("session_user"))
    patient_id: Mapped[int] = mapped_column(ForeignKey(Patient.id), primary_key=True)
    workstation: Mapped[str]
    taken_at: Mapped[dt.datetime]


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


MRN_NUMBERS = Sequence("mrn_numbers", metadata=Base.metadata)
"""What medical record numbers are made of (rule 13): a sequence, so that no registration waits for another's COMMIT."""


class PatientLikeness(Base):
    """Hashes of what likely duplicates of a record share with it (rule 16); written by trigger only.

    No foreign key: it would be checked for every row of an import, and a patient is never deleted.
    """

    __tablename__ = "patient_likeness"
    __table_args__ = (
        # New keys wait in a short list (64 kB) that is written in one go; a longer one would make asking slow.
        Index(None, "keys", postgresql_using="gin", postgresql_with={"gin_pending_list_limit": "64"}),
    )

    patient_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    keys: Mapped[list[int]] = mapped_column(ARRAY(Integer))


class PatientToCompare(Base):
    """A mark that a record is new or changed and is to be compared with the others; one record may have several.

    Marks are only appended, so that nobody who saves waits for the comparing, and have no foreign key.
    """

    __tablename__ = "patients_to_compare"

    id: Mapped[int] = identity()
    patient_id: Mapped[int]


# The history of a record is found by its patient: an entry of a removed phone knows no other way to them.
Index(
    "audit_of_patients_idx",
    text("(coalesce(after ->> 'patient_id', before ->> 'patient_id'))"),
    _table=cast(Table, AuditEntry.__table__),
    postgresql_where=text(HISTORY_SUBJECTS),
)
