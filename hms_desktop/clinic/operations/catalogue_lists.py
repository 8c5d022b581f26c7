"""Lists of medicines that are known by name: their files, how their records belong together, what fills what."""

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
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

    Several such records give their different values one after the other, parted by commas.
    """

    name: str
    table: Table
    key: str
    prefix: str


@dataclass(frozen=True)
class Part:
    """Records that make medicines, what is joined to them in this order, and which of their names fill which field."""

    table: Table
    columns: Columns
    joins: tuple[Join, ...] = ()
    footnotes: bool = False
    """Words end in the numbers of footnotes, which are no part of them."""


def _lookup(name: str, kind: str, prefix: str) -> Join:
    return Join(name, Table("f_lookup2_*.xml", f"{kind}/INFO"), "CD", prefix)


_OF_A_VMP = (
    Join("VPID", Table("f_vmp2_*.xml", "VPI"), "VPID", "vpi."),
    Join("vpi.ISID", Table("f_ingredient2_*.xml", "ING"), "ISID", "ing."),
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
    "substances": ("ing.NM",),
}

LISTS: dict[str, tuple[Part, ...]] = {
    "dmd": (
        Part(
            Table("f_ampp2_*.xml", "AMPPS/AMPP"),
            {
                **_VMP_COLUMNS,
                "name": ("vmp.NM",),
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
                *(Join("amp.VPID" if one.name == "VPID" else one.name, one.table, one.key, one.prefix)
                  for one in _OF_A_VMP),
            ),
        ),
        Part(Table("f_vmp2_*.xml", "VMP"), {**_VMP_COLUMNS, "name": ("NM",)}, _OF_A_VMP),
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
            joined = [(join, self._index(join)) for join in part.joins]
            for record in self._read(part.table):
                number += 1
                if isinstance(record, BadRow):
                    yield number, record
                    continue
                for join, index in joined:
                    record.update(_joined(record.get(join.name, ""), index))
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

    def _index(self, join: Join) -> Mapping[str, Record]:
        index: dict[str, Record] = {}
        for record in self._read(join.table):
            if not isinstance(record, BadRow) and (key := record.get(join.key, "")):
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
