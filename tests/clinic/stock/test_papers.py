"""The label of a batch: GS1's elements where a pack has a number, this suite's own code where it has none."""

import pytest

from hms_desktop.clinic.medicines.scanning import read_scan
from hms_desktop.clinic.stock.papers import batch_label_captions, batch_label_paper
from hms_desktop.core.errors import Refused
from tests.factories import medicines
from tests.factories import stock as factory
from tests.hospital import Hospital


@pytest.mark.parametrize(("lot", "kind"), [("AM118", "pack"), ("AM 118", "batch"), ("(10)^~", "batch")])
def test_a_batch_label_is_read_back_as_its_batch(hospital: Hospital, lot: str, kind: str) -> None:
    medicine = factory.make_medicine(hospital, "Amoxicillin")
    gtin = medicines.gtin(7)
    medicines.make_pack(hospital, medicine, units=21, gtin=gtin)
    batch = factory.make_batch(hospital, medicine, lot=lot)
    store = hospital.database(hospital.person("store"))
    paper = store.read_now(batch_label_paper, subject=batch)
    scan = read_scan(str(paper.fields["code"]))
    assert scan.kind == kind
    assert (scan.gtin, scan.lot, scan.expiry) == (gtin, lot, paper.fields["expiry"]) or scan.number == batch
    assert paper.fields["medicine"] == "Amoxicillin 500 mg tablet"
    assert store.read_now(batch_label_captions, subjects=[batch]) == {batch: lot}


def test_a_medicine_with_two_packs_has_the_suites_own_code(hospital: Hospital) -> None:
    medicine = factory.make_medicine(hospital)
    for number in (7, 8):
        medicines.make_pack(hospital, medicine, units=number, gtin=medicines.gtin(number))
    batch = factory.make_batch(hospital, medicine)
    store = hospital.database(hospital.person("store"))
    assert read_scan(str(store.read_now(batch_label_paper, subject=batch).fields["code"])).number == batch
    with pytest.raises(Refused, match="not on the list"):
        store.read_now(batch_label_paper, subject=batch + 1)
