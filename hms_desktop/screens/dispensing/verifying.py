"""What a scanned pack or batch is to the open prescription: the one that is to be given, or why not."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from hms_desktop.clinic.medicines import queries as medicines
from hms_desktop.clinic.medicines.scanning import Scan
from hms_desktop.core.database import Database
from hms_desktop.screens.dispensing.draft import AGAIN, TICKED, UNKNOWN, WRONG_BATCH, LineDraft, tick

NO_BATCH = -1
translate = QCoreApplication.translate


@dataclass(frozen=True)
class Verified:
    """The drafts after the scan, and what to say of it in which tone."""

    drafts: tuple[LineDraft, ...]
    sentence: str
    tone: str


async def verified(db: Database, drafts: tuple[LineDraft, ...], scan: Scan) -> Verified:
    """Verify one more pick by a pack's code or by the code of a batch on its shelf."""
    if scan.kind == "batch" and scan.number is not None:
        return _of_batch(drafts, scan.number)
    pack = await db.read(medicines.pack_by_gtin, gtin=scan.gtin)
    if pack is None:
        words = translate("dispensing", "This pack is not in the catalogue; compare it by eye.")
        return Verified(drafts, words, "warning")
    if not scan.lot:
        return _ticked(drafts, pack.medicine_id, set(), pack.title)
    batches = {
        batch.batch_id
        for one in drafts
        for batch in one.line.batches
        if batch.lot == scan.lot and one.medicine_id == pack.medicine_id
    }
    return _ticked(drafts, pack.medicine_id, batches or {NO_BATCH}, pack.title)


def _of_batch(drafts: tuple[LineDraft, ...], batch: int) -> Verified:
    owner = next((one for one in drafts if any(shelved.batch_id == batch for shelved in one.line.batches)), None)
    if owner is None:
        return _ticked(drafts, 0, {batch}, translate("dispensing", "This batch"))
    return _ticked(drafts, owner.medicine_id, {batch}, owner.medicine)


def _ticked(drafts: tuple[LineDraft, ...], medicine: int, batches: set[int], title: str) -> Verified:
    changed, found = tick(drafts, medicine, batches)
    sentences = {
        UNKNOWN: (translate("dispensing", "{medicine} is not to be given here; put it back."), "stop"),
        WRONG_BATCH: (translate("dispensing", "{medicine} is of another batch; take the one shown."), "warning"),
        AGAIN: (translate("dispensing", "{medicine} was verified already."), "info"),
        TICKED: (translate("dispensing", "{medicine} is verified."), "done"),
    }
    sentence, tone = sentences[found]
    return Verified(changed, sentence.format(medicine=title), tone)
