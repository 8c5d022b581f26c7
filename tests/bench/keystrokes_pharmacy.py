"""The repeat dispense counted in keystroke-level-model seconds: an old label, the packs and Enter, nothing else.

A busy machine's pauses between two keys are not the scanner's: a burst is one code however long they last.
"""

import asyncio
from dataclasses import dataclass
from unittest.mock import patch

from PySide6.QtCore import Qt

from hms_desktop.clinic.medicines.scanning import own_code
from hms_desktop.screens.dispensing.page import DispensingPage
from hms_desktop.widgets import scans
from tests.bench.keystrokes import TIMES, Typist
from tests.factories import dispensing, medicines, prescriptions, queue, stock
from tests.factories.dispensing import Pharmacy, pick
from tests.hospital import Hospital
from tests.screens.desks import Seat, press, type_text, until
from tests.waiting import PATIENCE


@dataclass(frozen=True)
class Repeat:
    """What is scanned for one repeat: the label of the first supply, and a pack of each batch that is next."""

    label: str
    packs: tuple[str, ...]


def repeats(hospital: Hospital) -> list[Repeat]:
    """Patients who had their first thirty days' supply thirty days ago, each of a medicine of their own."""
    store = stock.make_store(hospital, "Main pharmacy")
    pharmacist = dispensing.as_pharmacist(hospital)
    made = [_repeat(hospital, store, number, pharmacist) for number in range(TIMES)]
    hospital.sql("SELECT hms.set_clock(hms.hospital_now() + interval '30 days', 1)")
    return made


def _repeat(hospital: Hospital, store: int, number: int, pharmacist: dispensing.Connection) -> Repeat:
    medicine = stock.make_medicine(hospital)
    code = medicines.gtin(9000 + number)
    medicines.make_pack(hospital, medicine, gtin=code)
    first = stock.make_batch(hospital, medicine, store, 60, lot="USED", days=100)
    second = stock.make_batch(hospital, medicine, store, 30, lot="NEXT", days=150)
    stock.make_batch(hospital, medicine, store, 100, lot="LAST", days=200)
    [patient] = queue.patients(hospital, 1)
    line = prescriptions.line(medicine, frequency="BD", days=30, quantity=60, refills=1)
    written = prescriptions.write_prescription(hospital, patient, [line])
    house = Pharmacy(store, medicine, first, second, patient, written)
    receipt = dispensing.dispense(pharmacist, house, [pick(house.line, first, 60)])
    packs = tuple(f"(01){code}(10){lot}" for lot in ("NEXT", "LAST"))
    return Repeat(own_code("supply", receipt["labels"][0]), packs)


async def measured(hospital: Hospital) -> list[float]:
    """Each repeat by one pharmacist; seconds of each."""
    hoped = repeats(hospital)
    seat = Seat(hospital, hospital.person("pharmacist"), None, "pharmacist")
    try:
        page = DispensingPage(seat.desk)
        seat.show(page)
        await until(lambda: not page.stale and page.store.count() == 1)
        await seat.come_to_front()
        page.work.table.setFocus()
        with patch.multiple(scans, GAP_SECONDS=PATIENCE, QUICK_SECONDS=PATIENCE):
            return [await _dispensed(seat, page, one) for one in hoped]
    finally:
        seat.close()
        await asyncio.sleep(0)


async def _dispensed(seat: Seat, page: DispensingPage, repeat: Repeat) -> float:
    typist = Typist()
    _scan(typist, repeat.label)
    await typist.wait(lambda: page.view.sheet is not None and page.view.table.hasFocus())
    for pack in repeat.packs:
        seat.messages.dismiss()
        _scan(typist, pack)
        await typist.wait(lambda: "verified" in seat.said())
    typist.command(Qt.Key.Key_Return)
    await typist.wait(lambda: page.view.sheet is None)
    return typist.seconds()


def _scan(typist: Typist, code: str) -> None:
    """A thought, the scanner pointed at the code, its trigger; what it types takes nobody's time."""
    typist.aim()
    type_text(code)
    press(Qt.Key.Key_Return)
