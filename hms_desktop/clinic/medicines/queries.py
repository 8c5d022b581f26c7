"""Reads of the catalogue, each made for one screen: what was found while typing, and all of one medicine."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.medicines import rules
from hms_desktop.clinic.medicines.rules import Ingredient, MedicineRecord, PackRecord
from hms_desktop.clinic.medicines.tables import (
    AtcCode,
    DefinedDose,
    FormularyEntry,
    Medicine,
    MedicineSubstance,
    Pack,
    Substance,
)
from hms_desktop.clinic.organisation.tables import Department
from hms_desktop.core.errors import Refused
from hms_desktop.core.keyset import STRIDE, Anchors
from hms_desktop.core.reference import reference

Key = tuple[str, str, str, str]
"""Where a medicine stands in the list: name, strength, form and route in small letters."""


@dataclass(frozen=True)
class FoundMedicine:
    """One line of a list of medicines.

    `matched` says why it is there: gtin, atc, name, brand, substance or alike; `seen_as` is the brand or substance by
    which it was found. `look_alike` names those that it is mistaken for. `price` is for one base unit.
    """

    id: int
    name: str
    strength: str
    form: str
    route: str
    base_unit: str
    atc_code: str
    controlled: str
    price: Decimal | None
    storage: str
    look_alike: str
    high_alert: bool
    active: bool
    on_formulary: bool
    matched: str
    seen_as: str

    @property
    def title(self) -> str:
        """Name, strength and form, in capitals where it differs from a look-alike."""
        name = rules.tall_man(self.name, rules.names_parted(self.look_alike))
        return rules.title(name, self.strength, self.form)


@dataclass(frozen=True)
class FoundPack:
    """A pack by its GTIN, and the medicine in it."""

    id: int
    medicine_id: int
    title: str
    name: str
    units: int
    base_unit: str
    gtin: str
    manufacturer: str
    active: bool


@dataclass(frozen=True)
class MedicineCard:
    """All of one medicine, with the version that an edit must name.

    `atc_name` is empty for a code without a name; `defined_doses` are WHO's a day, as `4 g O`; `departments` the names
    of those in its formulary; `alike` names of the catalogue that are spelt nearly the same.
    """

    id: int
    version: int
    record: MedicineRecord
    atc_name: str
    defined_doses: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()


_FIND = sa.text(
    "SELECT * FROM hms.find_medicines(CAST(:text AS text), :most, CAST(:department AS bigint), :also_closed)"
)


def find_medicines(
    session: Session,
    *,
    text: str,
    limit: int = 50,
    department_id: int | None = None,
    also_closed: bool = False,
) -> tuple[FoundMedicine, ...]:
    """Which medicines are meant by what was typed or scanned, the likeliest first, at most `limit` (≤ 200).

    Words in any order, each by its beginning or with a slip: name, strength, form, brand, substance; an ATC code or its
    beginning; a GTIN. With a department, `on_formulary` says whether it orders the medicine freely.
    """
    if "\0" in text or not text.isprintable():
        return ()
    values = {"text": text, "most": limit, "department": department_id, "also_closed": also_closed}
    return tuple(FoundMedicine(**row._mapping) for row in session.execute(_FIND, values))


def pack_by_gtin(session: Session, gtin: str) -> FoundPack | None:
    """The pack with this GTIN (8, 12, 13 or 14 digits), None where the catalogue has none; Refused for no GTIN."""
    found = session.execute(
        sa.select(Pack, Medicine).join(Medicine).where(Pack.gtin == rules.gtin_as_typed(gtin))
    ).one_or_none()
    if found is None:
        return None
    pack, medicine = found
    return FoundPack(
        id=pack.id,
        medicine_id=medicine.id,
        title=rules.title(medicine.name, medicine.strength, medicine.form),
        name=pack.name,
        units=pack.units,
        base_unit=medicine.base_unit,
        gtin=pack.gtin or "",
        manufacturer=pack.manufacturer,
        active=pack.active,
    )


@reference(
    "medicines:medicine_id",
    "packs:medicine_id",
    "medicine_substances:medicine_id",
    "formulary:medicine_id",
    "substances",
    "atc_codes",
    "defined_doses",
)
def medicine_facts(session: Session, medicine_id: int) -> MedicineCard:
    """One medicine with its packs, open ones first; `departments` and `alike` left out. Refused where there is none."""
    found = facts_of_each(session, each=(medicine_id,)).get(medicine_id)
    if found is None:
        raise Refused("medicine.unknown", "This medicine is not in the catalogue; search for it again.")
    return found


def facts_of_each(session: Session, *, each: Sequence[int]) -> dict[int, MedicineCard]:
    """`medicine_facts` of many medicines at once; those that are not in the catalogue are left out."""
    medicines = session.scalars(sa.select(Medicine).where(Medicine.id.in_(each))).all()
    codes = {medicine.atc_code for medicine in medicines if medicine.atc_code}
    substances, packs, departments = _substances(session, each), _packs(session, each), _departments(session, each)
    names, doses = _atc_names(session, codes), _defined_doses(session, codes)
    return {
        medicine.id: MedicineCard(
            medicine.id,
            medicine.version,
            MedicineRecord(
                name=medicine.name,
                base_unit=medicine.base_unit,
                strength=medicine.strength,
                form=medicine.form,
                route=medicine.route,
                atc_code=medicine.atc_code,
                controlled=medicine.controlled,
                price=medicine.price,
                storage=medicine.storage,
                look_alike=medicine.look_alike,
                high_alert=medicine.high_alert,
                active=medicine.active,
                synonyms=tuple(medicine.synonyms),
                substances=tuple(substances[medicine.id]),
                packs=tuple(packs[medicine.id]),
                departments=tuple(departments[medicine.id]),
            ),
            atc_name=names.get(medicine.atc_code, ""),
            defined_doses=tuple(doses[medicine.atc_code]),
        )
        for medicine in medicines
    }


def medicine_card(session: Session, medicine_id: int) -> MedicineCard:
    """`medicine_facts` with its departments and the names that are spelt alike. Raises Refused where there is none."""
    return replace(
        medicine_facts(session, medicine_id),
        departments=formulary_departments(session, medicine_id),
        alike=spelt_alike(session, medicine_id),
    )


@reference("formulary:medicine_id", "departments")
def formulary_departments(session: Session, medicine_id: int) -> tuple[str, ...]:
    """The names of the departments that order the medicine freely, in their order."""
    names = (
        sa.select(Department.name)
        .join(FormularyEntry, FormularyEntry.department_id == Department.id)
        .where(FormularyEntry.medicine_id == medicine_id)
        .order_by(Department.name)
    )
    return tuple(session.scalars(names))


_ORDER = tuple(sa.func.lower(column) for column in (Medicine.name, Medicine.strength, Medicine.form, Medicine.route))


def medicine_anchors(session: Session, *, also_closed: bool = False) -> Anchors:
    """The length of the whole catalogue by name and its anchors; ask for them in one snapshot."""
    listed = sa.or_(Medicine.active, sa.literal(also_closed))
    numbered = sa.select(*_ORDER, sa.func.row_number().over(order_by=_ORDER).label("place")).where(listed).subquery()
    count = session.execute(sa.select(sa.func.count()).select_from(Medicine).where(listed)).scalar_one()
    keys = session.execute(
        sa.select(*list(numbered.c)[:4]).where(numbered.c.place % STRIDE == 0).order_by(numbered.c.place)
    )
    return Anchors(count, (None, *((name, strength, form, route) for name, strength, form, route in keys)))


def medicines_page(
    session: Session, *, after: Key | None, offset: int, limit: int, also_closed: bool = False
) -> tuple[FoundMedicine, ...]:
    """The `limit` (≤ 200) medicines that stand `offset` (< the stride) behind the key `after`, by name."""
    wanted = sa.select(Medicine).where(sa.or_(Medicine.active, sa.literal(also_closed))).order_by(*_ORDER)
    if after is not None:
        wanted = wanted.where(sa.tuple_(*_ORDER) > sa.tuple_(*after))
    return tuple(_line(medicine) for medicine in session.scalars(wanted.offset(offset).limit(limit)))


def _line(medicine: Medicine) -> FoundMedicine:
    return FoundMedicine(
        id=medicine.id,
        name=medicine.name,
        strength=medicine.strength,
        form=medicine.form,
        route=medicine.route,
        base_unit=medicine.base_unit,
        atc_code=medicine.atc_code,
        controlled=medicine.controlled,
        price=medicine.price,
        storage=medicine.storage,
        look_alike=medicine.look_alike,
        high_alert=medicine.high_alert,
        active=medicine.active,
        on_formulary=True,
        matched="",
        seen_as="",
    )


@reference("medicines")
def known_words(session: Session) -> dict[str, tuple[str, ...]]:
    """What the catalogue uses already for form, route and base unit, the commonest first; for suggestions."""
    columns = {"form": Medicine.form, "route": Medicine.route, "base_unit": Medicine.base_unit}
    return {
        name: tuple(
            session.scalars(
                sa.select(column).where(column != "").group_by(column).order_by(sa.func.count().desc()).limit(200)
            )
        )
        for name, column in columns.items()
    }


def _atc_names(session: Session, codes: Collection[str]) -> dict[str, str]:
    named = sa.select(AtcCode).where(AtcCode.code.in_(codes))
    return {code.code: code.name for code in session.scalars(named)}


def _defined_doses(session: Session, codes: Collection[str]) -> defaultdict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for dose in session.scalars(sa.select(DefinedDose).where(DefinedDose.atc_code.in_(codes)).order_by(DefinedDose.id)):
        found[dose.atc_code].append(f"{dose.dose.normalize():f} {dose.unit} {dose.route}".strip())
    return found


_ALIKE = sa.text("""
    SELECT min(other.name) FROM hms.medicines AS other
    WHERE other.active AND lower(split_part(other.name, ' ', 1)) <> lower(split_part(:name, ' ', 1))
        AND public.levenshtein_less_equal(lower(left(other.name, 40)), lower(left(:name, 40)), 4) <= :apart
    GROUP BY lower(other.name) ORDER BY min(public.levenshtein(lower(left(other.name, 40)), lower(left(:name, 40)))), 1
    LIMIT 5
""")


@reference("medicines")
def spelt_alike(session: Session, medicine_id: int) -> tuple[str, ...]:
    """Other names that differ by at most a third of their letters, four at most; short ones by one or two."""
    name = session.scalar(sa.select(Medicine.name).where(Medicine.id == medicine_id)) or ""
    return tuple(session.scalars(_ALIKE, {"name": name, "apart": min(4, len(name) // 3)}))


def _substances(session: Session, medicines: Sequence[int]) -> defaultdict[int, list[Ingredient]]:
    found: defaultdict[int, list[Ingredient]] = defaultdict(list)
    lines = session.execute(
        sa.select(MedicineSubstance.medicine_id, Substance.name, MedicineSubstance.strength)
        .join(Substance)
        .where(MedicineSubstance.medicine_id.in_(medicines))
        .order_by(MedicineSubstance.place, MedicineSubstance.id)
    )
    for medicine, name, strength in lines:
        found[medicine].append(Ingredient(name, strength))
    return found


def _packs(session: Session, medicines: Sequence[int]) -> defaultdict[int, list[PackRecord]]:
    found: defaultdict[int, list[PackRecord]] = defaultdict(list)
    lines = session.scalars(
        sa.select(Pack).where(Pack.medicine_id.in_(medicines)).order_by(Pack.active.desc(), Pack.units, Pack.id)
    )
    for pack in lines:
        record = PackRecord(pack.name, pack.units, pack.gtin or "", pack.manufacturer, pack.active, pack.id)
        found[pack.medicine_id].append(record)
    return found


def _departments(session: Session, medicines: Sequence[int]) -> defaultdict[int, list[int]]:
    found: defaultdict[int, list[int]] = defaultdict(list)
    entries = session.execute(
        sa.select(FormularyEntry.medicine_id, FormularyEntry.department_id)
        .where(FormularyEntry.medicine_id.in_(medicines))
        .order_by(FormularyEntry.department_id)
    )
    for medicine, department in entries:
        found[medicine].append(department)
    return found
