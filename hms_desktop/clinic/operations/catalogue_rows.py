"""What a row of a list says about medicines: columns matched to fields, words, numbers and presentations understood."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from hms_desktop.clinic.medicines import rules
from hms_desktop.core.errors import Refused

NOTHING = frozenset({"", "-", "--", "null", "none", "n/a", "na", "nan", "unknown", "?", "no value",
                     "route of administration not applicable"})  # fmt: skip
"""What other systems write where nothing is known (compared in small letters)."""

FIELDS: dict[str, tuple[str, ...]] = {
    "name": ("name", "medicine", "medicinename", "genericname", "inn", "drug", "drugname", "item", "itemname", "nm"),
    "label": (),
    "strength": ("strength", "strengthsize", "dose"),
    "form": ("form", "dosageform", "dosage"),
    "route": ("route", "routeofadministration"),
    "base_unit": ("baseunit", "unit", "uom", "stockuom"),
    "atc_code": ("atc", "atccode"),
    "controlled": ("controlled", "schedule"),
    "price": ("price", "unitprice"),
    "pack_price": ("packprice",),
    "pack_pence": (),
    "storage": ("storage",),
    "synonyms": ("synonyms", "brand", "brandname", "brands", "tradename"),
    "substances": ("substances", "substance", "ingredient", "ingredients", "activeingredient"),
    "presentations": (),
    "pack": ("pack", "packname", "presentation"),
    "units": ("units", "packsize", "quantity"),
    "gtin": ("gtin", "ean", "barcode"),
    "manufacturer": ("manufacturer", "maker", "supplier", "company"),
}
"""The fields that a column may fill, and the titles by which it is recognised.

`label` is a name with strength, form and route between dashes; `presentations` are lines such as `Tablet: 5 mg; 10 mg`,
each of which makes medicines of its own; `pack_pence` the price of a pack in hundredths of the currency. Of
`substances` each may have its strength behind it: `Adenosine = 3 mg/ml, Lidocaine = 1%`.
"""

Columns = Mapping[str, tuple[str, ...]]
"""For each field that is filled, the names of the columns that fill it."""

CONTROLLED: dict[str, str] = {
    **dict.fromkeys(("narcotic", "0002", "0003", "schedule 2", "cii", "c-ii", "opioid"), "narcotic"),
    **dict.fromkeys(
        ("psychotropic", "0004", "0005", "0006", "0007", "0009", "schedule 3", "schedule 4", "ciii", "civ"),
        "psychotropic",
    ),
    "precursor": "precursor",
}
"""Words and codes for the controlled classes; the numbers are dm+d's schedules 2 to 4 (Part 1)."""

UNITS_OF_FORMS: dict[str, str] = {
    "tab": "tablet", "cap": "capsule", "amp": "ampoule", "vial": "vial", "inj": "ampoule", "supp": "suppository",
    "sach": "sachet", "inhal": "inhaler", "patch": "patch", "lozenge": "lozenge", "pessar": "pessary",
    "solid": "tablet", "syr": "ml", "susp": "ml", "sol": "ml", "liquid": "ml", "drop": "ml", "infusion": "ml",
    "cream": "g", "oint": "g", "gel": "g", "paste": "g", "powder": "g",
}  # fmt: skip
"""In which unit a form is counted where the list does not say, by the beginning of one of its words."""

LABEL_WORDS: dict[str, tuple[str, str]] = {
    **dict.fromkeys(("tab", "tabs", "tablet"), ("form", "tablet")),
    **dict.fromkeys(("cap", "caps", "capsule"), ("form", "capsule")),
    **dict.fromkeys(("amp", "ampoule"), ("form", "ampoule")),
    **dict.fromkeys(("syr", "syrup"), ("form", "syrup")),
    **dict.fromkeys(("susp", "suspension"), ("form", "suspension")),
    **dict.fromkeys(("soln", "solution"), ("form", "solution")),
    **dict.fromkeys(("sup", "supp", "suppository"), ("form", "suppository")),
    **dict.fromkeys(("inh", "inhaler"), ("form", "inhaler")),
    **dict.fromkeys(("satchet", "sachet"), ("form", "sachet")),
    **dict.fromkeys(("drop", "drops", "eye/ear drops", "eye drops"), ("form", "drops")),
    **{form: ("form", form) for form in ("vial", "cream", "ointment", "gel", "lotion", "liquid", "powder", "spray")},
    **dict.fromkeys(("po", "oral"), ("route", "oral")),
    **dict.fromkeys(("iv",), ("route", "intravenous")),
    **dict.fromkeys(("im",), ("route", "intramuscular")),
    **dict.fromkeys(("sc",), ("route", "subcutaneous")),
    **dict.fromkeys(("transdermal", "derm"), ("route", "cutaneous")),
    **dict.fromkeys(("per rectal",), ("route", "rectal")),
    **dict.fromkeys(("vaginal",), ("route", "vaginal")),
    **{unit: ("unit", unit) for unit in ("mg", "g", "mcg", "ml", "iu", "mg/ml", "mg/5ml", "mmol", "%")},
    "percent": ("unit", "%"),
    **dict.fromkeys(("generic", "original", "branded", "branded generic", ""), ("origin", "")),
}
"""What a part of a label between dashes means, in small letters; every other part belongs to the name."""

LONGEST_STRENGTH = 60
_HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
_NUMBER = re.compile(r"[0-9][0-9.,/]*[a-z%]*(/[0-9.]*[a-z]*)?", re.IGNORECASE)
_PRESENTATION = re.compile(r"([A-Z][^:\n]{2,80}):\s*(.+)", re.DOTALL)
_DASHES = str.maketrans("‐‑–", "---")


@dataclass(frozen=True)
class ListedPack:
    """A pack of a list; `gtin` has 14 digits or is empty."""

    name: str
    units: int
    gtin: str = ""
    manufacturer: str = ""


@dataclass(frozen=True)
class ListedMedicine:
    """A medicine as a row of a list has it; `price` is for one base unit, `strengths` belong to the `substances`."""

    name: str
    strength: str
    form: str
    route: str
    base_unit: str
    atc_code: str = ""
    controlled: str = ""
    price: Decimal | None = None
    storage: str = ""
    synonyms: tuple[str, ...] = ()
    substances: tuple[str, ...] = ()
    strengths: tuple[str, ...] = ()
    pack: ListedPack | None = None


def columns_by_title(titles: Sequence[str]) -> Columns:
    """The matching that the titles themselves suggest; each column fills one field."""
    plain = {re.sub(r"[^a-z0-9]", "", title.lower()): title for title in reversed(titles)}
    found = {name: next((plain[one] for one in known if one in plain), None) for name, known in FIELDS.items()}
    return {name: (title,) for name, title in found.items() if title is not None}


def columns_as_told(told: Sequence[str], titles: Sequence[str]) -> Columns:
    """The matching that a person gave as `FIELD=COLUMN` or `FIELD=COLUMN+COLUMN`. Raises Refused for an unknown one."""
    columns: dict[str, tuple[str, ...]] = {}
    for one in told:
        field, sign, names = one.partition("=")
        wanted = (names,) if names in titles else tuple(name.strip() for name in names.split("+"))
        if not sign or field.strip() not in FIELDS:
            raise Refused("import.no_field", f"There is no field {field.strip()!r}; there are: {', '.join(FIELDS)}.")
        missing = [name for name in wanted if titles and name not in titles]
        if missing:
            raise Refused("import.no_column", f"The file has no column {missing[0]!r}; it has: {', '.join(titles)}.")
        columns[field.strip()] = wanted
    return columns


def check_columns(columns: Columns) -> None:
    """Raises Refused where no column fills a name: nothing could be made."""
    if not {"name", "label"} & set(columns):
        raise Refused("import.no_medicine_name", "No column fills name or label; say which with --map.")


def medicines_of(values: Mapping[str, str], columns: Columns) -> Iterator[ListedMedicine]:
    """The medicines of one row, given by the names of its columns. Raises Refused for a row that cannot be."""
    read = {field: _joined(values, names, field) for field, names in columns.items()}
    if label := read.pop("label", ""):
        read = {**_label(label), **{field: text for field, text in read.items() if text}}
    presentations = read.pop("presentations", "")
    for form, strength in _presentations(presentations):
        told = {"form": form, "strength": strength} if form or strength else {}
        yield _medicine({**read, **told})


def _joined(values: Mapping[str, str], names: Sequence[str], field: str) -> str:
    parts = (values.get(name, "") for name in names)
    if field == "presentations":
        return "\n".join(part for part in parts if part)
    cleaned = (one_line(part) for part in parts)
    return (", " if field in ("synonyms", "substances") else " ").join(
        part for part in cleaned if part.casefold() not in NOTHING
    )


def one_line(text: str) -> str:
    """The text without line breaks, control signs and repeated spaces, and with the plain form of every dash."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    return re.sub(r"\s+", " ", _HIDDEN.sub(" ", text.translate(_DASHES))).strip()


def _medicine(read: Mapping[str, str]) -> ListedMedicine:
    name = _without(read.get("name", ""), read.get("strength", ""))
    if not name:
        raise Refused("import.medicine_unnamed", "The row names no medicine.")
    for field, longest in (("name", 300), ("strength", 300), ("form", 120), ("route", 120), ("storage", 200)):
        if len(read.get(field, "")) > longest:
            raise Refused("import.too_long", f"The {field} is longer than {longest} characters.", {"field": field})
    form, units = read.get("form", ""), _units(read.get("units", ""))
    substances = rules.names_parted(re.sub(r"\s[+&]\s", ",", read.get("substances", "")))
    parted: dict[str, str] = {}
    for substance, strength in map(_with_strength, substances):
        parted.setdefault(substance, strength)
    return ListedMedicine(
        name=name,
        strength=read.get("strength", ""),
        form=form,
        route=read.get("route", ""),
        base_unit=_base_unit(read.get("base_unit", ""), f"{form} {name}"),
        atc_code=read.get("atc_code", "").upper(),
        controlled=CONTROLLED.get(read.get("controlled", "").casefold(), ""),
        price=_price(read, units),
        storage=read.get("storage", ""),
        synonyms=tuple(other for other in rules.names_parted(read.get("synonyms", "")) if other != name),
        substances=tuple(parted),
        strengths=tuple(parted.values()),
        pack=_pack(read, units),
    )


def _with_strength(substance: str) -> tuple[str, str]:
    """Name and strength of `Adenosine = 3 mg/ml`; no strength where none stands there."""
    name, _sign, strength = substance.partition(" = ")
    return name.strip(), strength.strip()[:LONGEST_STRENGTH]


def _without(name: str, strength: str) -> str:
    """A name without the strength that it ends in, spaces aside."""
    pattern = r"\s*".join(map(re.escape, strength.replace(" ", "")))
    return re.sub(rf"[\s,-]*{pattern}$", "", name, flags=re.IGNORECASE) or name if strength else name


def _label(label: str) -> dict[str, str]:
    """Name, strength, form and route out of `AMIKACIN-AMPOULE-500-MG-IV-GENERIC`, in whatever order they come."""
    names: list[str] = []
    found: dict[str, str] = {}
    numbers: list[str] = []
    for part in (part.strip() for part in label.split("-")):
        kind, word = LABEL_WORDS.get(part.casefold(), ("", ""))
        if not names:
            names.append(part)
        elif kind == "" and _NUMBER.fullmatch(part):
            numbers.append(part)
        elif kind == "":
            names.append(part)
        elif kind != "origin":
            found.setdefault(kind, word)
    strength = " ".join([*numbers[:1], *([found.pop("unit")] if "unit" in found else [])]).casefold()
    name = " ".join(names).capitalize() if label.isupper() else " ".join(names)
    return {"name": name, "strength": strength, **found}


def _presentations(text: str) -> list[tuple[str, str]]:
    """Form and strength of each presentation; one pair of nothing where the text has none."""
    lines: list[str] = []
    for line in text.splitlines():
        if _PRESENTATION.match(line.strip()):
            lines.append(line.strip())
        elif lines and line.strip() and not line.strip().startswith("*"):
            lines[-1] += " " + line.strip()
    found = []
    for line in lines:
        matched = _PRESENTATION.match(line)
        if matched is not None:
            form, strengths = one_line(matched[1]), one_line(matched[2])
            found += [(form, part) for one in strengths.split(";") if (part := one.strip(" ."))]
    return [(form, strength[:300]) for form, strength in found] or [("", "")]


def _base_unit(told: str, form: str) -> str:
    if told and told.casefold() not in ("unit", "milliliter"):
        return told[:40]
    words = re.findall(r"[a-z]+", form.casefold())
    known = (unit for begin, unit in UNITS_OF_FORMS.items() if any(word.startswith(begin) for word in words))
    return next(known, "ml" if told.casefold() == "milliliter" else "unit")


def _units(told: str) -> int | None:
    """How many base units a pack holds; None where nothing is told."""
    if not told:
        return None
    try:
        units = Decimal(told.replace(",", ""))
    except InvalidOperation:
        units = Decimal(0)
    if not (units.is_finite() and units == units.to_integral_value() and 1 <= units <= 1_000_000):
        raise Refused("import.units", f"A pack of {told} units is no whole number of base units.", {"units": told})
    return int(units)


def _price(read: Mapping[str, str], units: int | None) -> Decimal | None:
    """The price of one base unit with four decimals, rounded half up once (rule 22)."""
    for field, divisor in (("price", 1), ("pack_price", units), ("pack_pence", (units or 0) * 100)):
        text = re.sub(r"[^0-9.]", "", read.get(field, ""))
        if text.strip("0.") and divisor:  # lists write nought where they know no price
            try:
                return (Decimal(text) / divisor).quantize(Decimal("0.0001"), ROUND_HALF_UP)
            except InvalidOperation:
                raise Refused("import.price", f"{text!r} is no price.", {"price": text}) from None
    return None


def _pack(read: Mapping[str, str], units: int | None) -> ListedPack | None:
    if units is None and not read.get("gtin"):
        return None
    gtin = rules.gtin_as_typed(read.get("gtin", ""))
    return ListedPack(
        read.get("pack", "")[:300] or f"{units or 1}", units or 1, gtin, read.get("manufacturer", "")[:200]
    )
