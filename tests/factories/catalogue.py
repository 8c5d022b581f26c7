"""A catalogue of any size with the real names of dm+d's substances: the same rows each time."""

import csv
import random
from collections.abc import Iterator
from pathlib import Path

from hms_desktop.core.record_reader import read_xml
from tests.factories.medicines import gtin

TITLES = (
    "atc",
    "name",
    "strength",
    "form",
    "route",
    "base unit",
    "substance",
    "pack",
    "pack size",
    "pack price",
    "gtin",
    "maker",
)
_FORMS = (
    ("tablet", "oral", "tablet"),
    ("capsule", "oral", "capsule"),
    ("oral suspension", "oral", "ml"),
    ("solution for injection", "intravenous", "ampoule"),
    ("cream", "cutaneous", "g"),
    ("eye drops", "ocular", "ml"),
)
_STRENGTHS = ("5 mg", "10 mg", "25 mg", "50 mg", "100 mg", "250 mg", "500 mg", "1 g", "2.5 mg/5 ml", "0.1%")
_MAKERS = ("Accord", "Teva", "Sandoz", "Mylan", "Aurobindo", "Cipla", "Zentiva", "Wockhardt", "Square", "Cosmos")
_SIZES = (10, 14, 20, 28, 30, 56, 60, 100, 250, 500)
PACKS_OF_A_MEDICINE = 4


def substances(shared: Path) -> list[str]:
    """The names of dm+d's virtual therapeutic moieties."""
    [path] = (shared / "nhs_dmd").glob("f_vtm2_*.xml")
    return [record["NM"] for record in read_xml(path, "VTM") if record.get("NM")]


def listed(shared: Path, packs: int, *, seed: int = 2026) -> Iterator[tuple[str, ...]]:
    """So many packs as rows of a list, four to a medicine, with brands of syllables; `TITLES` are their columns."""
    rng = random.Random(seed)
    names = substances(shared)
    classes = {name: _class(place) for place, name in enumerate(names)}
    kinds = [(name, form, strength) for strength in _STRENGTHS for form in _FORMS for name in names]
    rng.shuffle(kinds)
    for number in range(packs):
        name, (form, route, unit), strength = kinds[number // PACKS_OF_A_MEDICINE]
        maker, size = rng.choice(_MAKERS), rng.choice(_SIZES)
        brand = "".join(rng.choice(("lo", "ra", "mi", "zen", "to", "pri", "xa", "dol", "vi", "ne")) for _ in range(3))
        pack = f"{brand.capitalize()} {strength} {form} ({maker}) {size}"
        price = f"{rng.uniform(0.5, 90):.2f}"
        yield classes[name], name, strength, form, route, unit, name, pack, str(size), price, gtin(number + 1), maker


def _class(place: int) -> str:
    """A made-up ATC code for the substance at this place."""
    letter, group, subgroup = "ABCDGHJLMNPRSV"[place % 14], place // 14 % 20 + 1, "ABCDE"[place // 280 % 5]
    return f"{letter}{group:02}{subgroup}A{place % 90 + 1:02}"


def write_list(path: Path, shared: Path, packs: int) -> Path:
    """The list as a CSV file."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(TITLES)
        writer.writerows(listed(shared, packs))
    return path
