"""What a scanned pack or batch is to the open prescription: the one that is to be given, or why not."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from hms_desktop.clinic.medicines import queries as medicines
from hms_desktop.clinic.medicines.scanning import Scan
from hms_desktop.clinic.stock import queries as stock
from hms_desktop.clinic.stock import queries_recalls as recalls
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
    right: bool = False
    """Whether it is of what is to be given."""


async def verified(db: Database, drafts: tuple[LineDraft, ...], scan: Scan, today: dt.date) -> Verified:
    """Verify one more pick by a pack's code or by the code of a batch on its shelf.

    What is not to be given is told with what keeps it from everybody: expired by its own code, recalled, set aside.
    """
    if scan.kind == "batch" and scan.number is not None:
        batch = _of_batch(drafts, scan.number)
        return (
            batch if batch.right else await _held_back(db, batch, (scan.number,), translate("dispensing", "This batch"))
        )
    pack = await db.read(medicines.pack_by_gtin, gtin=scan.gtin)
    if pack is None:
        words = translate("dispensing", "This pack is not in the catalogue; compare it by eye.")
        return Verified(drafts, words, "warning")
    if scan.expiry is not None and scan.expiry < today:
        words = translate("dispensing", "This pack of {medicine} expired on {day}; put it aside.")
        return Verified(drafts, words.format(medicine=pack.title, day=f"{scan.expiry:%Y-%m-%d}"), "stop")
    if not scan.lot:
        return _ticked(drafts, pack.medicine_id, set(), pack.title)
    batches = {
        batch.batch_id
        for one in drafts
        for batch in one.line.batches
        if batch.lot == scan.lot and one.medicine_id == pack.medicine_id
    }
    found = _ticked(drafts, pack.medicine_id, batches or {NO_BATCH}, pack.title)
    if found.right:
        return found
    known = await db.read(stock.batches_of_pack, gtin=scan.gtin, lot=scan.lot, expiry=scan.expiry)
    if not known and await db.read(recalls.recalled_lots, medicines=(pack.medicine_id,)) & {
        (pack.medicine_id, scan.lot.lower())
    }:
        return _stopped(drafts, pack.title, "recalled")
    return await _held_back(db, found, known, pack.title)


async def _held_back(db: Database, found: Verified, batches: Sequence[int], title: str) -> Verified:
    """The scan with what keeps these batches from everybody, where anything does."""
    why = await db.read(stock.held_back, batches=batches) if batches else ""
    return _stopped(found.drafts, title, why) if why else found


def _stopped(drafts: tuple[LineDraft, ...], title: str, why: str) -> Verified:
    words = {
        "recalled": translate("dispensing", "{medicine}: this lot is recalled. Put it aside; it goes to nobody."),
        "quarantined": translate("dispensing", "{medicine}: this batch is in quarantine. Put it aside."),
        "expired": translate("dispensing", "{medicine}: this batch has expired. Put it aside."),
    }
    return Verified(drafts, words[why].format(medicine=title), "stop")


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
    return Verified(changed, sentence.format(medicine=title), tone, found in (TICKED, AGAIN))
