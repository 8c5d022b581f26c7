"""What a scanned code means on a page that asks for a medicine; a sentence says why where it means none."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from hms_desktop.clinic.medicines import queries as catalogue
from hms_desktop.clinic.medicines.scanning import Scan, read_scan
from hms_desktop.clinic.stock import queries as stock
from hms_desktop.core.database import Database
from hms_desktop.core.errors import HmsError, Refused
from hms_desktop.widgets.plain_text import line

translate = QCoreApplication.translate


class Bar(Protocol):
    """Who says a sentence: the desk, or the bar of a dialog."""

    def say(self, sentence: str, tone: str = ...) -> None:
        """Say it in this tone."""

    def tell(self, error: HmsError) -> None:
        """Say what `error` says."""


@dataclass(frozen=True)
class ScannedMedicine:
    """The medicine in a pack or a batch; `units` are the base units of the pack, 0 where a batch label was read."""

    id: int
    title: str
    base_unit: str
    pack_id: int | None = None
    units: int = 0


def heard(bar: Bar, text: str) -> Scan | None:
    """What a code says; None where it is no good one, and `bar` has said why."""
    try:
        return read_scan(text)
    except Refused as refused:
        bar.tell(refused)
        return None


def next_of(found: Sequence[int], shown: int | None, *, looked_at: bool) -> int:
    """Which of `found` a scan shows: the one that is `shown` until it was looked at, then the one behind it, around."""
    if shown not in found:
        return found[0]
    return found[(found.index(shown) + looked_at) % len(found)]


async def medicine_scanned(db: Database, bar: Bar, scan: Scan) -> ScannedMedicine | None:
    """The medicine of a pack's code or a batch label; None where there is none, and `bar` has said why."""
    if scan.kind == "batch" and scan.number is not None:
        return await _in_batch(db, bar, scan.number)
    return await pack_scanned(db, bar, scan)


async def pack_scanned(db: Database, bar: Bar, scan: Scan) -> ScannedMedicine | None:
    """The medicine of a pack's code; None where there is none, and `bar` has said why."""
    if not scan.gtin:
        bar.say(translate("scanned", "This code names no pack; scan the code on a pack."), "warning")
        return None
    pack = await db.read(catalogue.pack_by_gtin, gtin=scan.gtin)
    if pack is None:
        words = translate("scanned", "No pack with the code {gtin} is in the catalogue.")
        bar.say(words.format(gtin=scan.gtin), "warning")
        return None
    return ScannedMedicine(pack.medicine_id, line(pack.title), pack.base_unit, pack.id, pack.units)


async def _in_batch(db: Database, bar: Bar, batch: int) -> ScannedMedicine | None:
    found = await db.read(stock.medicine_of_batch, batch=batch)
    if found is None:
        bar.say(translate("scanned", "No batch has this label; scan the code on a pack."), "warning")
        return None
    return ScannedMedicine(found.medicine_id, line(found.medicine), found.base_unit)
