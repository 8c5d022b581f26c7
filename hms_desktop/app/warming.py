"""What the pages ask for first, asked for while the person finds the first page: then it is at hand."""

import asyncio
import importlib
import logging
from collections.abc import Callable
from typing import Any

from hms_desktop.clinic.dispensing import queries_shelf
from hms_desktop.clinic.medicines import queries as medicines
from hms_desktop.clinic.organisation import queries as organisation
from hms_desktop.clinic.purchasing import queries as purchasing
from hms_desktop.clinic.queue import queries_journeys, queries_planning
from hms_desktop.clinic.stock import queries as stock
from hms_desktop.core.cache import ReferenceCache
from hms_desktop.core.database import Database
from hms_desktop.core.errors import HmsError
from hms_desktop.widgets.desk import Person

_EVERYONE: frozenset[str] = frozenset()
_CARE = frozenset({"front_desk", "pharmacist", "clinician", "cashier", "manager"})
_STOCK = frozenset({"pharmacist", "store", "manager"})
WARMED: tuple[tuple[Callable[..., Any], frozenset[str]], ...] = (
    (organisation.services, _EVERYONE),
    (organisation.departments, _EVERYONE),
    (organisation.facility, _EVERYONE),
    (organisation.open_rooms, _EVERYONE),
    (queries_planning.priorities, _CARE),
    (queries_journeys.journeys, _CARE),
    (queries_shelf.stores, frozenset({"pharmacist"})),
    (stock.stores, _STOCK),
    (purchasing.store_choices, _STOCK),
    (purchasing.supplier_choices, _STOCK),
)
"""Queries of reference data and the duties that need them; none: everyone."""
LATER = (("numpy", _CARE), ("hms_desktop.core.report_paper", frozenset({"manager"})))
"""What charts and papers of reports lean on, large and without Qt: imported when the desk stands already."""
_SEES_WHAT_WAS_GIVEN = frozenset({"pharmacist", "clinician", "manager"})
MOST_MEDICINES = 300
"""So many medicines, given out most, are at hand from the beginning: about 1 MB."""
_log = logging.getLogger(__name__)


async def warm(db: Database, cache: ReferenceCache, who: Person) -> None:
    """Let the cache learn, one answer after the other, so that it is in nobody's way; then import what pages need."""
    try:
        for query, duties in WARMED:
            if not duties or who.has_duty(*duties):
                await db.cached(query)
        if who.has_duty(*_SEES_WHAT_WAS_GIVEN):
            await asyncio.to_thread(warm_medicines, db, cache)
    except HmsError as error:
        _log.info("the cache stays cold: %s", error.code)
    for name, duties in LATER:
        if who.has_duty(*duties):
            await asyncio.to_thread(importlib.import_module, name)


def warm_medicines(db: Database, cache: ReferenceCache) -> None:
    """Let the cache learn the medicines of every day, in one read; waits on this thread."""
    most = db.read_now(queries_shelf.most_given, most=MOST_MEDICINES, replica=True)
    cache.learn(
        medicines.medicine_facts,
        "medicine_id",
        most,
        lambda each: db.read_now(medicines.facts_of_each, snapshot=True, each=each),
    )
