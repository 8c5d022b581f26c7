"""The hospital's medicines: their substances, strength, form and route, classes, packs, prices and formulary."""

import datetime as dt
from decimal import Decimal

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import TSVECTOR
from sqlalchemy.orm import Mapped, mapped_column

from hms_desktop.clinic.organisation.tables import Department
from hms_desktop.clinic.records.tables import Base, identity, version_column

NAME_LENGTH = 300
CONTROLLED = ("", "narcotic", "psychotropic", "precursor")
"""Controlled classes, after the conventions of 1961, 1971 and 1988; empty: not controlled."""


class Substance(Base):
    """An active ingredient under its international nonproprietary name, and what else it is called."""

    __tablename__ = "substances"
    __table_args__ = (
        sa.CheckConstraint(f"btrim(name) <> '' AND length(name) <= {NAME_LENGTH}", name="name"),
        sa.Index("substances_name_key", sa.text("lower(name)"), unique=True),
    )

    id: Mapped[int] = identity()
    name: Mapped[str]
    synonyms: Mapped[list[str]] = mapped_column(server_default="{}")
    version: Mapped[int] = version_column()


class AtcCode(Base):
    """A class of WHO's Anatomical Therapeutic Chemical classification; its prefixes are its parents."""

    __tablename__ = "atc_codes"
    __table_args__ = (sa.CheckConstraint("code ~ '^[A-Z]([0-9]{2}([A-Z]([A-Z]([0-9]{2})?)?)?)?$'", name="code"),)

    code: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]


class DefinedDose(Base):
    """WHO's defined daily dose of a class by one route: the assumed average maintenance dose a day for an adult.

    `unit` is WHO's (mg, g, TU, …), `route` its code (O, P, R, …).
    """

    __tablename__ = "defined_doses"
    __table_args__ = (
        sa.UniqueConstraint("atc_code", "route", "unit", "note"),
        sa.CheckConstraint("dose > 0", name="dose"),
    )

    id: Mapped[int] = identity()
    atc_code: Mapped[str] = mapped_column(sa.ForeignKey(AtcCode.code))
    dose: Mapped[Decimal] = mapped_column(sa.Numeric(14, 6))
    unit: Mapped[str]
    route: Mapped[str] = mapped_column(server_default="")
    note: Mapped[str] = mapped_column(server_default="")


class Medicine(Base):
    """What a clinician orders and the pharmacy counts: substances, strength, form, route.

    Quantities of it are integers in its base unit (a tablet, a millilitre); the price is for one base unit. `synonyms`
    are brands and other names, `look_alike` the names that it is mistaken for, parted by commas.
    """

    __tablename__ = "medicines"
    __table_args__ = (
        sa.CheckConstraint(f"btrim(name) <> '' AND length(name) <= {NAME_LENGTH}", name="name"),
        sa.CheckConstraint(f"length(strength) <= {NAME_LENGTH}", name="strength"),
        sa.CheckConstraint("length(form) <= 120 AND length(route) <= 120 AND length(storage) <= 200", name="words"),
        sa.CheckConstraint("btrim(base_unit) <> '' AND length(base_unit) <= 40", name="base_unit"),
        sa.CheckConstraint("atc_code = '' OR atc_code ~ '^[A-Z][0-9A-Z]{0,6}$'", name="atc_code"),
        sa.CheckConstraint(f"controlled IN ({', '.join(repr(c) for c in CONTROLLED)})", name="controlled"),
        sa.CheckConstraint("price >= 0", name="price"),
        sa.Index(
            "medicines_identity_key",
            sa.text("lower(name)"),
            sa.text("lower(strength)"),
            sa.text("lower(form)"),
            sa.text("lower(route)"),
            unique=True,
        ),
        sa.Index(None, "atc_code"),
    )

    id: Mapped[int] = identity()
    name: Mapped[str]
    strength: Mapped[str] = mapped_column(server_default="")
    form: Mapped[str] = mapped_column(server_default="")
    route: Mapped[str] = mapped_column(server_default="")
    base_unit: Mapped[str]
    atc_code: Mapped[str] = mapped_column(server_default="")
    controlled: Mapped[str] = mapped_column(server_default="")
    price: Mapped[Decimal | None] = mapped_column(sa.Numeric(14, 4))
    storage: Mapped[str] = mapped_column(server_default="")
    look_alike: Mapped[str] = mapped_column(server_default="")
    high_alert: Mapped[bool] = mapped_column(server_default=sa.false())
    synonyms: Mapped[list[str]] = mapped_column(server_default="{}")
    active: Mapped[bool] = mapped_column(server_default=sa.true())
    version: Mapped[int] = version_column()


class MedicineSubstance(Base):
    """A medicine contains a substance, in this strength; `place` keeps the order of the label."""

    __tablename__ = "medicine_substances"
    __table_args__ = (sa.UniqueConstraint("medicine_id", "substance_id"),)

    id: Mapped[int] = identity()
    medicine_id: Mapped[int] = mapped_column(sa.ForeignKey(Medicine.id))
    substance_id: Mapped[int] = mapped_column(sa.ForeignKey(Substance.id), index=True)
    strength: Mapped[str] = mapped_column(server_default="")
    place: Mapped[int] = mapped_column(server_default="1")


class Pack(Base):
    """A presentation of a medicine with so many base units, known by its GTIN (14 digits, shorter ones zero-filled)."""

    __tablename__ = "packs"
    __table_args__ = (
        sa.CheckConstraint(f"btrim(name) <> '' AND length(name) <= {NAME_LENGTH}", name="name"),
        sa.CheckConstraint("units > 0", name="units"),
        sa.CheckConstraint("gtin ~ '^[0-9]{14}$'", name="gtin"),
        sa.UniqueConstraint("gtin"),
        sa.Index(None, "medicine_id"),
    )

    id: Mapped[int] = identity()
    medicine_id: Mapped[int] = mapped_column(sa.ForeignKey(Medicine.id))
    name: Mapped[str]
    units: Mapped[int]
    gtin: Mapped[str | None]
    manufacturer: Mapped[str] = mapped_column(server_default="")
    active: Mapped[bool] = mapped_column(server_default=sa.true())
    version: Mapped[int] = version_column()


class FormularyEntry(Base):
    """A department may order a medicine freely; one without any entry orders everything."""

    __tablename__ = "formulary"
    __table_args__ = (sa.UniqueConstraint("department_id", "medicine_id"),)

    id: Mapped[int] = identity()
    department_id: Mapped[int] = mapped_column(sa.ForeignKey(Department.id))
    medicine_id: Mapped[int] = mapped_column(sa.ForeignKey(Medicine.id), index=True)


class MedicineWords(Base):
    """What is kept of a medicine to find it: its name as it is looked for, and every word that it goes by."""

    __tablename__ = "medicine_words"
    __table_args__ = (
        sa.Index(None, "name_key"),
        sa.Index(None, "words", postgresql_using="gin", postgresql_with={"fastupdate": "off"}),
    )

    medicine_id: Mapped[int] = mapped_column(sa.ForeignKey(Medicine.id), primary_key=True, autoincrement=False)
    name_key: Mapped[str]
    words: Mapped[str] = mapped_column(TSVECTOR)


class CatalogueWord(Base):
    """Every word of the catalogue once, by which a mistyped one is put right."""

    __tablename__ = "catalogue_vocabulary"
    __table_args__ = (
        sa.Index(
            "catalogue_vocabulary_alike_idx",
            "word",
            postgresql_using="gin",
            postgresql_ops={"word": "public.gin_trgm_ops"},
            postgresql_with={"fastupdate": "off"},
        ),
    )

    word: Mapped[str] = mapped_column(primary_key=True)


class CatalogueImport(Base):
    """One list of medicines that is being brought in, or was: known again by its digest, and how far it got."""

    __tablename__ = "catalogue_imports"
    __table_args__ = (
        sa.CheckConstraint("digest ~ '^[0-9a-f]{64}$'", name="digest"),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 200", name="name"),
        sa.CheckConstraint("lines_done >= 0 AND rows_made >= 0", name="counts"),
    )

    id: Mapped[int] = identity()
    digest: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    lines_done: Mapped[int] = mapped_column(server_default=sa.text("0"))
    rows_made: Mapped[int] = mapped_column(server_default=sa.text("0"))
    started_at: Mapped[dt.datetime]
    started_by: Mapped[str] = mapped_column(server_default=sa.text("session_user"))
    finished_at: Mapped[dt.datetime | None]
