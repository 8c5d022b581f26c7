"""Lists of medicines that are known by name: their files, how their records belong together, what fills what."""

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from hms_desktop.clinic.operations.catalogue_rows import Columns
from hms_desktop.core.errors import Refused
from hms_desktop.core.record_reader import Record, read_json, read_xml
from hms_desktop.core.sheet_reader import BadRow, digest, read_sheet


@dataclass(frozen=True)
class Table:
    """Records of one file: the name's pattern, and for XML the element (end of its path) and attributes it has."""

    file: str
    element: str = ""
    where: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Join:
    """What else is known: records of `table` whose `key` is what `name` holds, their names with `prefix` before.

    Several such records give their different values one after the other, parted by commas. What belongs to each of
    them alone is joined by `joins` and `told` by the record itself before that.
    """

    name: str
    table: Table
    key: str
    prefix: str
    joins: tuple["Join", ...] = ()
    told: Callable[[Record], Record] | None = None


@dataclass(frozen=True)
class Part:
    """Records that make medicines, what is joined to them in this order, and which of their names fill which field."""

    table: Table
    columns: Columns
    joins: tuple[Join, ...] = ()
    footnotes: bool = False
    """Words end in the numbers of footnotes, which are no part of them."""
    strength_in: str = ""
    """The column of names in the midst of which the strength stands, where a name holds just one."""


def _lookup(name: str, kind: str, prefix: str) -> Join:
    return Join(name, Table("f_lookup2_*.xml", f"{kind}/INFO"), "CD", prefix)


def _ingredient(record: Record) -> Record:
    """An ingredient of dm+d with its strength: `Adenosine = 3 mg/ml`, per so many of the unit where it is not one."""
    name, amount = record.get("ing.NM", ""), record.get("STRNT_NMRTR_VAL", "")
    strength = f"{amount} {record.get('numerator.DESC', '')}".strip() if amount else ""
    per, unit = record.get("STRNT_DNMTR_VAL", ""), record.get("denominator.DESC", "")
    if strength and unit:
        strength += f"/{unit}" if per in ("", "1") else f"/{per} {unit}"
    return {"ingredient": f"{name} = {strength}" if name and strength else name}


_INGREDIENTS = Join(
    "VPID",
    Table("f_vmp2_*.xml", "VPI"),
    "VPID",
    "vpi.",
    (
        Join("ISID", Table("f_ingredient2_*.xml", "ING"), "ISID", "ing."),
        _lookup("STRNT_NMRTR_UOMCD", "UNIT_OF_MEASURE", "numerator."),
        _lookup("STRNT_DNMTR_UOMCD", "UNIT_OF_MEASURE", "denominator."),
    ),
    _ingredient,
)
_OF_A_VMP = (
    _INGREDIENTS,
    Join("VPID", Table("f_vmp2_*.xml", "DFORM"), "VPID", "dform."),
    _lookup("dform.FORMCD", "FORM", "form."),
    Join("VPID", Table("f_vmp2_*.xml", "DROUTE"), "VPID", "droute."),
    _lookup("droute.ROUTECD", "ROUTE", "route."),
    Join("VPID", Table("f_vmp2_*.xml", "CONTROL_INFO"), "VPID", "control."),
)
_VMP_COLUMNS: Columns = {
    "form": ("form.DESC",),
    "route": ("route.DESC",),
    "controlled": ("control.CATCD",),
    "substances": ("vpi.ingredient",),
}

LISTS: dict[str, tuple[Part, ...]] = {
    "dmd": (
        Part(
            Table("f_ampp2_*.xml", "AMPPS/AMPP"),
            {
                **_VMP_COLUMNS,
                "name": ("vmp.NM",),
                "strength": ("strength",),
                "synonyms": ("amp.NM",),
                "base_unit": ("uom.DESC",),
                "units": ("vmpp.QTYVAL",),
                "pack": ("NM",),
                "gtin": ("gtin.GTIN",),
                "pack_pence": ("price.PRICE",),
                "manufacturer": ("supplier.DESC",),
            },
            (
                Join("APPID", Table("f_gtin2_*.xml", "AMPP"), "AMPPID", "gtin."),
                Join("APPID", Table("f_ampp2_*.xml", "PRICE_INFO"), "APPID", "price."),
                Join("VPPID", Table("f_vmpp2_*.xml", "VMPP"), "VPPID", "vmpp."),
                _lookup("vmpp.QTY_UOMCD", "UNIT_OF_MEASURE", "uom."),
                Join("APID", Table("f_amp2_*.xml", "AMP"), "APID", "amp."),
                _lookup("amp.SUPPCD", "SUPPLIER", "supplier."),
                Join("amp.VPID", Table("f_vmp2_*.xml", "VMP"), "VPID", "vmp."),
                *(replace(one, name="amp.VPID") if one.name == "VPID" else one for one in _OF_A_VMP),
            ),
            strength_in="vmp.NM",
        ),
        Part(
            Table("f_vmp2_*.xml", "VMP"),
            {**_VMP_COLUMNS, "name": ("NM",), "strength": ("strength",)},
            _OF_A_VMP,
            strength_in="NM",
        ),
    ),
    "gnuhealth": (
        Part(
            Table("*list_of_essential_medicines.xml", "record", {"model": "gnuhealth.medicament"}),
            {"name": ("active_component",), "substances": ("active_component",), "presentations": ("notes",)},
        ),
    ),
    "kenya": (
        Part(Table("all_items.json"), {"label": ("item_name",), "base_unit": ("stock_uom",)}),
        Part(
            Table("keml.json"),
            {"name": ("Medicine Name",), "form": ("Dosage",), "strength": ("Strength / Size",)},
            footnotes=True,
        ),
    ),
    "openmrs": (
        Part(
            Table("drugs-*.csv"),
            {"name": ("Name",), "strength": ("Strength",), "substances": ("concept.Fully specified name:en",)},
            (Join("Concept Drug", Table("drugs_concepts-*.csv"), "Uuid", "concept."),),
        ),
    ),
}  # fmt: skip
"""The lists by the name that --list takes: NHS dm+d, GNU Health's WHO list, Kenya's, OpenMRS's content packages."""

_UNIT = r"(?:mg|micrograms?|nanograms?|grams?|g|kg|ml|litres?|units?|mmol|kBq|MBq|GBq|dose|hours?|%)"
_STRENGTH = re.compile(rf"(?<![\w.])[0-9][0-9.,]*\s?{_UNIT}(?:/[0-9.,]*\s?{_UNIT})?(?![\w])")
"""`6mg/2ml`, `2.32%`, `100 micrograms/dose`: a strength as dm+d writes it into a name."""
_FOOTNOTE = re.compile(r"(?<=[a-z)\]])[0-9]{2,3}$")
Told = tuple[Record, Columns] | BadRow


class KnownList:
    """One list in its folder. `files` are all that it is made of; records are numbered from 1 through all its parts."""

    def __init__(self, name: str, folder: Path) -> None:
        self._parts = LISTS[name]
        self._folder = folder
        tables = [table for part in self._parts for table in (part.table, *(join.table for join in part.joins))]
        self.files = sorted({self._file(table) for table in tables})

    def digest(self) -> str:
        """The digests of all files as one."""
        return hashlib.sha256(" ".join(map(digest, self.files)).encode()).hexdigest()

    def outline(self) -> Iterator[tuple[str, str]]:
        """Which field is filled by what, for the eye."""
        for part in self._parts:
            for name, columns in part.columns.items():
                yield name, f"{' + '.join(columns)} of {part.table.file} {part.table.element}".rstrip()

    def records(self) -> Iterator[tuple[int, Told]]:
        """Every record with its number and the columns that fill its fields."""
        number = 0
        for part in self._parts:
            joined = self._indices(part.joins)
            for record in self._read(part.table):
                number += 1
                if isinstance(record, BadRow):
                    yield number, record
                    continue
                for join, index in joined:
                    record.update(_joined(record.get(join.name, ""), index))
                if part.strength_in:
                    record.update(_parted(part.strength_in, record.get(part.strength_in, "")))
                yield number, (_without_footnotes(record) if part.footnotes else record, part.columns)

    def _file(self, table: Table) -> Path:
        found = sorted(self._folder.glob(table.file))
        if not found:
            raise Refused(
                "import.no_file",
                f"There is no file {table.file} in {self._folder.name}.",
                {"file": table.file, "folder": self._folder.name},
            )
        return found[-1]  # the newest release, whose number stands in its name

    def _read(self, table: Table) -> Iterator[Record | BadRow]:
        path = self._file(table)
        yield from _READERS[path.suffix.lower()](path, table)

    def _indices(self, joins: Sequence[Join]) -> list[tuple[Join, Mapping[str, Record]]]:
        return [(join, self._index(join)) for join in joins]

    def _index(self, join: Join) -> Mapping[str, Record]:
        index: dict[str, Record] = {}
        own = self._indices(join.joins)
        for record in self._read(join.table):
            if not isinstance(record, BadRow) and (key := record.get(join.key, "")):
                for one, others in own:
                    record.update(_joined(record.get(one.name, ""), others))
                if join.told is not None:
                    record.update(join.told(record))
                known = index.setdefault(key, {})
                for name, value in record.items():
                    before = known.get(f"{join.prefix}{name}", "")
                    known[f"{join.prefix}{name}"] = _added(before, value)
        return index


def _added(before: str, value: str) -> str:
    return value if not before or value == before else f"{before}, {value}"


def _joined(keys: str, index: Mapping[str, Record]) -> Record:
    """What the index knows of one key, or of several that are parted by commas."""
    if keys in index:
        return index[keys]
    found: Record = {}
    for key in keys.split(", "):
        for name, value in index.get(key, {}).items():
            found[name] = _added(found.get(name, ""), value)
    return found


def _parted(column: str, name: str) -> Record:
    """A name without the one strength in its midst, and the strength; both as they stand where it holds several."""
    found = _STRENGTH.findall(name)
    if len(found) != 1:
        return {"strength": ""}
    before, after = name.split(found[0], 1)
    return {column: f"{before.strip()} {after.strip()}".strip(), "strength": found[0]}


def _without_footnotes(record: Record) -> Record:
    return {name: _FOOTNOTE.sub("", value.strip()) for name, value in record.items()}


def _xml(path: Path, table: Table) -> Iterator[Record | BadRow]:
    yield from read_xml(path, table.element, table.where)


def _json(path: Path, _table: Table) -> Iterator[Record | BadRow]:
    yield from read_json(path)


def _sheet(path: Path, _table: Table) -> Iterator[Record | BadRow]:
    sheet = read_sheet(path)
    for row in sheet.rows:
        yield row if isinstance(row, BadRow) else dict(zip(sheet.titles, row.values, strict=True))


_READERS: dict[str, Callable[[Path, Table], Iterator[Record | BadRow]]] = {
    ".xml": _xml,
    ".json": _json,
    ".csv": _sheet,
    ".tsv": _sheet,
    ".xlsx": _sheet,
}


def plain_records(path: Path, columns: Columns, *, encoding: str, sheet: str) -> Iterator[tuple[int, Told]]:
    """The rows of one sheet or JSON file with their lines (JSON: numbers), and the columns that fill its fields."""
    if path.suffix.lower() == ".json":
        for number, record in enumerate(read_json(path), start=1):
            yield number, (record, columns)
        return
    read = read_sheet(path, encoding=encoding, sheet=sheet)
    for row in read.rows:
        yield row.line, row if isinstance(row, BadRow) else (dict(zip(read.titles, row.values, strict=True)), columns)


def titles_of(path: Path, *, encoding: str, sheet: str) -> Sequence[str]:
    """The names of the columns of a single sheet or JSON file."""
    if path.suffix.lower() == ".json":
        return tuple(dict.fromkeys(name for record in read_json(path) for name in record))
    return read_sheet(path, encoding=encoding, sheet=sheet).titles
