"""The demo's catalogue: common medicines with packs whose GTINs are made up, some of them easily mistaken."""

from collections.abc import Sequence
from decimal import Decimal
from uuid import uuid4

from hms_desktop.clinic.medicines import actions
from hms_desktop.clinic.medicines.rules import Ingredient, MedicineRecord, PackRecord
from hms_desktop.core.database import Database

Listed = tuple[str, str, str, str, str, str, str, tuple[int, ...]]
"""Name, strength, form, route, base unit, ATC code, price of a base unit, and the sizes of its packs."""

MEDICINES: Sequence[Listed] = (
    ("Paracetamol", "500 mg", "tablet", "oral", "tablet", "N02BE01", "0.0150", (10, 100)),
    ("Paracetamol", "120 mg/5 ml", "oral suspension", "oral", "ml", "N02BE01", "0.0110", (100,)),
    ("Ibuprofen", "400 mg", "tablet", "oral", "tablet", "M01AE01", "0.0240", (10, 100)),
    ("Acetylsalicylic acid", "75 mg", "tablet", "oral", "tablet", "B01AC06", "0.0090", (28, 100)),
    ("Diclofenac", "50 mg", "tablet", "oral", "tablet", "M01AB05", "0.0180", (100,)),
    ("Amoxicillin", "500 mg", "capsule", "oral", "capsule", "J01CA04", "0.0520", (21, 100)),
    ("Amoxicillin", "250 mg/5 ml", "oral suspension", "oral", "ml", "J01CA04", "0.0140", (100,)),
    ("Amoxicillin + clavulanic acid", "500 mg + 125 mg", "tablet", "oral", "tablet", "J01CR02", "0.1650", (14, 21)),
    ("Ciprofloxacin", "500 mg", "tablet", "oral", "tablet", "J01MA02", "0.0610", (10, 100)),
    ("Doxycycline", "100 mg", "capsule", "oral", "capsule", "J01AA02", "0.0390", (10, 100)),
    ("Metronidazole", "400 mg", "tablet", "oral", "tablet", "J01XD01", "0.0170", (21, 100)),
    ("Azithromycin", "500 mg", "tablet", "oral", "tablet", "J01FA10", "0.2350", (3,)),
    ("Ceftriaxone", "1 g", "powder for injection", "intravenous", "vial", "J01DD04", "0.8700", (1, 10)),
    ("Gentamicin", "80 mg/2 ml", "injection", "intramuscular", "ampoule", "J01GB03", "0.1900", (10,)),
    ("Artemether + lumefantrine", "20 mg + 120 mg", "tablet", "oral", "tablet", "P01BF01", "0.0690", (24,)),
    ("Albendazole", "400 mg", "chewable tablet", "oral", "tablet", "P02CA03", "0.0350", (1, 100)),
    ("Amlodipine", "5 mg", "tablet", "oral", "tablet", "C08CA01", "0.0120", (28, 100)),
    ("Enalapril", "10 mg", "tablet", "oral", "tablet", "C09AA02", "0.0190", (28, 100)),
    ("Losartan", "50 mg", "tablet", "oral", "tablet", "C09CA01", "0.0280", (28,)),
    ("Hydrochlorothiazide", "25 mg", "tablet", "oral", "tablet", "C03AA03", "0.0080", (28, 100)),
    ("Furosemide", "40 mg", "tablet", "oral", "tablet", "C03CA01", "0.0110", (100,)),
    ("Atenolol", "50 mg", "tablet", "oral", "tablet", "C07AB03", "0.0130", (28,)),
    ("Hydralazine", "25 mg", "tablet", "oral", "tablet", "C02DB02", "0.0460", (100,)),
    ("Hydroxyzine", "25 mg", "tablet", "oral", "tablet", "N05BB01", "0.0410", (25,)),
    ("Simvastatin", "20 mg", "tablet", "oral", "tablet", "C10AA01", "0.0230", (28,)),
    ("Warfarin", "5 mg", "tablet", "oral", "tablet", "B01AA03", "0.0340", (28, 100)),
    ("Digoxin", "250 mcg", "tablet", "oral", "tablet", "C01AA05", "0.0210", (28,)),
    ("Metformin", "500 mg", "tablet", "oral", "tablet", "A10BA02", "0.0140", (28, 100)),
    ("Glibenclamide", "5 mg", "tablet", "oral", "tablet", "A10BB01", "0.0070", (28, 100)),
    ("Insulin (human), isophane", "100 IU/ml", "injection", "subcutaneous", "ml", "A10AC01", "0.6200", (10,)),
    ("Insulin (human), soluble", "100 IU/ml", "injection", "subcutaneous", "ml", "A10AB01", "0.6400", (10,)),
    ("Omeprazole", "20 mg", "capsule", "oral", "capsule", "A02BC01", "0.0270", (14, 28)),
    ("Oral rehydration salts", "20.5 g", "powder", "oral", "sachet", "A07CA", "0.0850", (1, 50)),
    ("Zinc sulfate", "20 mg", "dispersible tablet", "oral", "tablet", "A12CB01", "0.0160", (10,)),
    ("Ferrous sulfate + folic acid", "200 mg + 0.4 mg", "tablet", "oral", "tablet", "B03AD03", "0.0060", (100,)),
    ("Folic acid", "5 mg", "tablet", "oral", "tablet", "B03BB01", "0.0040", (100,)),
    ("Salbutamol", "100 mcg/dose", "inhaler", "inhalation", "puff", "R03AC02", "0.0088", (200,)),
    ("Beclometasone", "100 mcg/dose", "inhaler", "inhalation", "puff", "R03BA01", "0.0145", (200,)),
    ("Prednisolone", "5 mg", "tablet", "oral", "tablet", "H02AB06", "0.0150", (28, 100)),
    ("Prednisone", "5 mg", "tablet", "oral", "tablet", "H02AB07", "0.0180", (100,)),
    ("Cetirizine", "10 mg", "tablet", "oral", "tablet", "R06AE07", "0.0190", (10, 100)),
    ("Diazepam", "5 mg", "tablet", "oral", "tablet", "N05BA01", "0.0120", (28,)),
    ("Phenobarbital", "30 mg", "tablet", "oral", "tablet", "N03AA02", "0.0090", (100,)),
    ("Carbamazepine", "200 mg", "tablet", "oral", "tablet", "N03AF01", "0.0290", (28, 100)),
    ("Morphine", "10 mg/ml", "injection", "intravenous", "ampoule", "N02AA01", "0.7800", (10,)),
    ("Tramadol", "50 mg", "capsule", "oral", "capsule", "N02AX02", "0.0450", (10, 100)),
    ("Potassium chloride", "1.5 g/10 ml", "concentrate", "intravenous", "ampoule", "B05XA01", "0.1500", (20,)),
    ("Oxytocin", "10 IU/ml", "injection", "intramuscular", "ampoule", "H01BB02", "0.3100", (10,)),
)  # fmt: skip

BRANDS: dict[str, tuple[str, ...]] = {
    "Paracetamol": ("Panadol", "acetaminophen"),
    "Ibuprofen": ("Brufen",),
    "Amoxicillin": ("Amoxil",),
    "Amoxicillin + clavulanic acid": ("co-amoxiclav", "Augmentin"),
    "Artemether + lumefantrine": ("Coartem",),
    "Salbutamol": ("Ventolin", "albuterol"),
    "Furosemide": ("Lasix", "frusemide"),
}
LOOK_ALIKES: dict[str, str] = {
    "Hydralazine": "hydroxyzine",
    "Hydroxyzine": "hydralazine",
    "Prednisolone": "prednisone",
    "Prednisone": "prednisolone",
}
CONTROLLED = {"Morphine": "narcotic", "Diazepam": "psychotropic", "Phenobarbital": "psychotropic"}
HIGH_ALERT = frozenset({"Morphine", "Potassium chloride", "Warfarin", "Digoxin", "Oxytocin"})
COLD = frozenset({"Oxytocin"})


def fill(database: Database) -> None:
    """Save every medicine of the list with its packs."""
    for number, listed in enumerate(MEDICINES):
        database.run_now(actions.save_medicine, intent=uuid4(), record=_record(listed, 10 * number))


def _record(listed: Listed, first_number: int) -> MedicineRecord:
    name, strength, form, route, base_unit, atc_code, price, sizes = listed
    cold = name in COLD or name.startswith("Insulin")
    return MedicineRecord(
        name=name,
        base_unit=base_unit,
        strength=strength,
        form=form,
        route=route,
        atc_code=atc_code,
        controlled=CONTROLLED.get(name, ""),
        price=Decimal(price),
        storage="2-8 °C" if cold else "below 25 °C, dry",
        look_alike=LOOK_ALIKES.get(name, ""),
        high_alert=name in HIGH_ALERT or name.startswith("Insulin"),
        synonyms=BRANDS.get(name, ()),
        substances=tuple(map(Ingredient, _parts(name), _parts(strength))),
        packs=tuple(
            PackRecord(f"Demo pack of {size}", size, _gtin(first_number + place), "Demo maker")
            for place, size in enumerate(sizes, start=1)
        ),
    )


def _parts(text: str) -> list[str]:
    """What stands between the plus signs, each with a capital."""
    return [part[:1].upper() + part[1:] for part in text.split(" + ")]


def _gtin(number: int) -> str:
    """A GTIN in the range that GS1 leaves to each house (02 to 29), with its check digit."""
    body = f"02{number:011}"
    return f"{body}{-sum(int(digit) * (3, 1)[place % 2] for place, digit in enumerate(body)) % 10}"
