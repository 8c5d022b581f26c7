"""Rows of other systems' lists become medicines: dirty cells, labels with dashes, presentations, prices of packs."""

from decimal import Decimal
from pathlib import Path

import pytest

from hms_desktop.clinic.operations import catalogue_rows
from hms_desktop.clinic.operations.catalogue_lists import KnownList
from hms_desktop.clinic.operations.catalogue_rows import ListedMedicine, ListedPack, medicines_of
from hms_desktop.core.errors import Refused
from hms_desktop.core.sheet_reader import BadRow


def read(**cells: str) -> list[ListedMedicine]:
    return list(medicines_of(cells, {field: (field,) for field in cells}))


def test_line_breaks_hidden_signs_and_odd_dashes_become_plain_text() -> None:
    [medicine] = read(name="Colistin\r\n\u200b (as  sodium)", strength="1MU vial", form="N/A", storage="2‐8 °C")
    assert (medicine.name, medicine.form, medicine.storage) == ("Colistin (as sodium)", "", "2-8 °C")


def test_a_strength_at_the_end_of_a_name_is_said_once() -> None:
    [medicine] = read(name="Acetaminophen 325 mg", strength="325mg")
    assert (medicine.name, medicine.strength) == ("Acetaminophen", "325mg")


@pytest.mark.parametrize(
    ("label", "name", "strength", "form", "route", "unit"),
    [
        ("FLUCONAZOLE-200-PO-TAB-GENERIC-MG", "Fluconazole", "200 mg", "tablet", "oral", "tablet"),
        ("AMIKACIN-AMPOULE-500-MG-IV-GENERIC", "Amikacin", "500 mg", "ampoule", "intravenous", "ampoule"),
        ("HYPROMELLOSE-0.5-%-DROP-EYE/EAR DROPS-GENERIC", "Hypromellose", "0.5 %", "drops", "", "ml"),
        ("PROCARE PLUS-TAB-PO", "Procare plus", "", "tablet", "oral", "tablet"),
        ("NORMAL SALINE(COLLAPSIBLE)-1L", "Normal saline(collapsible)", "1l", "", "", "unit"),
    ],
)
def test_a_label_with_dashes_tells_its_parts_in_any_order(
    label: str, name: str, strength: str, form: str, route: str, unit: str
) -> None:
    [medicine] = read(label=label)
    assert (medicine.name, medicine.strength, medicine.form, medicine.route, medicine.base_unit) == (
        name,
        strength,
        form,
        route,
        unit,
    )


def test_each_presentation_is_a_medicine_of_its_own() -> None:
    text = "Oral liquid: 100 mg/5 ml.\nTablet (chewable): 100 mg; 200\nmg.\n\n* A footnote."
    found = read(name="carbamazepine", presentations=text)
    assert [(one.form, one.strength, one.base_unit) for one in found] == [
        ("Oral liquid", "100 mg/5 ml", "ml"),
        ("Tablet (chewable)", "100 mg", "tablet"),
        ("Tablet (chewable)", "200 mg", "tablet"),
    ]


def test_the_price_of_a_pack_becomes_that_of_one_unit_rounded_once() -> None:
    [medicine] = read(name="A", units="3", pack_pence="200", pack="Box", gtin="4006381333931", manufacturer="M")
    assert medicine.price == Decimal("0.6667")
    assert medicine.pack == ListedPack("Box", 3, "04006381333931", "M")
    assert read(name="A", pack_price="0", units="3")[0].price is None


@pytest.mark.parametrize(
    "cells",
    [
        {"name": " \u200b"},
        {"name": "x" * 301},
        {"name": "A", "units": "0"},
        {"name": "A", "units": "7.5"},
        {"name": "A", "units": "many"},
        {"name": "A", "gtin": "4006381333932"},
        {"name": "A", "price": "1.2.3"},
    ],
)
def test_a_row_that_cannot_be_is_refused(cells: dict[str, str]) -> None:
    with pytest.raises(Refused):
        read(**cells)


def test_columns_are_known_by_their_titles_or_told() -> None:
    titles = ("Medicine Name", "Strength / Size", "Odd")
    assert catalogue_rows.columns_by_title(titles) == {"name": ("Medicine Name",), "strength": ("Strength / Size",)}
    assert catalogue_rows.columns_as_told(["storage=Odd"], titles) == {"storage": ("Odd",)}
    for told in (["colour=Odd"], ["name=Nowhere"]):
        with pytest.raises(Refused):
            catalogue_rows.columns_as_told(told, titles)
    with pytest.raises(Refused):
        catalogue_rows.check_columns({"strength": ("Odd",)})


@pytest.mark.parametrize(
    ("name", "folder", "medicines"),
    [
        ("dmd", "nhs_dmd", 33),
        ("gnuhealth", "who_eml", 831),
        ("kenya", "kenya_items", 2985),
        ("openmrs", "openmrs_demo", 325),
    ],
)
def test_every_record_of_the_real_lists_is_read(shared: Path, name: str, folder: str, medicines: int) -> None:
    found = [
        medicine
        for _number, told in KnownList(name, shared / folder).records()
        if not isinstance(told, BadRow)
        for medicine in medicines_of(*told)
    ]
    assert len(found) == medicines


def test_the_files_of_dmd_are_read_as_one(shared: Path) -> None:
    listed = KnownList("dmd", shared / "nhs_dmd")
    found = [next(medicines_of(*told)) for _number, told in listed.records() if not isinstance(told, BadRow)]
    [adenocor] = [one for one in found if one.pack and one.pack.gtin == "05000283101086"]
    assert (adenocor.form, adenocor.route, adenocor.base_unit) == ("Solution for injection", "Intravenous", "vial")
    assert (adenocor.substances, adenocor.pack and adenocor.pack.manufacturer) == (("Adenosine",), "Sanofi")
    assert adenocor.price == Decimal("1.0750")


def test_the_strengths_of_dmd_stand_apart_from_the_names(shared: Path) -> None:
    listed = KnownList("dmd", shared / "nhs_dmd")
    found = {next(medicines_of(*told)) for _number, told in listed.records() if not isinstance(told, BadRow)}
    told = {(one.name, one.strength): dict(zip(one.substances, one.strengths, strict=True)) for one in found}
    assert told["Adenosine solution for injection vials", "6mg/2ml"] == {"Adenosine": "3 mg/ml"}
    assert told["Diclofenac gel", "2.32%"] == {"Diclofenac diethylammonium": "23.2 mg/gram"}
    two = "Coal tar 10% / Salicylic acid 5% in Aqueous cream"
    assert told[two, ""] == {"Salicylic acid": "50 mg/gram", "Coal tar": "100 mg/gram"}
    assert told["Generic Nutrison liquid", ""] == {}


def test_a_substance_may_have_its_strength_behind_it() -> None:
    row = {"N": "Anaesthetic", "S": "Lidocaine = 1%, Adrenaline=5, LIDOCAINE, Water + Lidocaine = 2%"}
    [made] = medicines_of(row, {"name": ("N",), "substances": ("S",)})
    assert made.substances == ("Lidocaine", "Adrenaline=5", "LIDOCAINE", "Water")
    assert made.strengths == ("1%", "", "", "")


def test_a_folder_without_the_lists_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="There is no file"):
        KnownList("dmd", tmp_path)
