"""What the global box asks: commands and pages at once, then tickets, patients and medicines from the database."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication

from hms_desktop.app.finding import Finder, Found
from hms_desktop.app.pages import PageEntry
from hms_desktop.clinic.medicines.queries import find_medicines
from hms_desktop.clinic.patients.rules import mrn_display
from hms_desktop.clinic.queue import queries as queue
from hms_desktop.screens import pickers
from hms_desktop.screens.age_words import age_words
from hms_desktop.widgets.desk import Desk

PATIENTS_SHOWN, TICKETS_SHOWN, MEDICINES_SHOWN = 6, 2, 4


def commands(entries: Sequence[tuple[str, str, Callable[[], object]]]) -> Finder:
    """Finds commands, given as (words, shortcut, what to do)."""

    async def find(text: str) -> Sequence[Found]:
        word = _tr("Command")
        return [Found(f"do:{name}", word, name, keys, do) for name, keys, do in entries if _meant(text, name)]

    return find


def pages(desk: Desk, entries: Sequence[PageEntry]) -> Finder:
    """Finds pages by a part of their name."""

    async def find(text: str) -> Sequence[Found]:
        return [
            Found(f"page:{entry.key}", _tr("Page"), entry.words(), entry.keys, partial(desk.go_to, entry.key))
            for entry in entries
            if _meant(text, entry.words())
        ]

    return find


def tickets(desk: Desk) -> Finder:
    """Finds a ticket of today by its label or barcode."""

    async def find(text: str) -> Sequence[Found]:
        rows = await desk.db.read(queue.find_ticket, typed=text)
        return [
            Found(
                f"ticket:{row.segment_id}",
                _tr("Ticket"),
                f"{row.ticket} {row.patient}",
                row.service,
                partial(desk.go_to, "patients", row.patient_id),
            )
            for row in rows[:TICKETS_SHOWN]
        ]

    return find


def people(desk: Desk) -> Finder:
    """Finds patients, and the likely ones where nothing is typed; a restricted record shows its number only."""

    async def find(text: str) -> Sequence[Found]:
        found = await pickers.find(desk, text, PATIENTS_SHOWN)
        return [
            Found(
                f"patient:{row.id}",
                _tr("Patient"),
                pickers.found_name(row),
                "  ".join(part for part in (mrn_display(row.mrn), age_words(row.age), pickers.found_by(row)) if part),
                partial(desk.go_to, "patients", row.id),
            )
            for row in found
        ]

    return find


def medicines(desk: Desk) -> Finder:
    """Finds medicines by name, brand, substance, class or GTIN."""

    async def find(text: str) -> Sequence[Found]:
        found = await desk.db.read(find_medicines, text=text, limit=MEDICINES_SHOWN)
        return [
            Found(
                f"medicine:{row.id}",
                _tr("Medicine"),
                row.title,
                "  ".join(part for part in (row.route, pickers.medicine_found_by(row)) if part),
                partial(desk.go_to, "medicines", row.id),
            )
            for row in found
        ]

    return find


def _meant(text: str, name: str) -> bool:
    """Whether every typed word begins a word of `name`."""
    words = name.casefold().split()
    return all(any(word.startswith(part) for word in words) for part in text.casefold().split())


def _tr(words: str) -> str:
    return QCoreApplication.translate("finders", words)
