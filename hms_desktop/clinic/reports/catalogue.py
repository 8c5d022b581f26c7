"""The reports as data: who may take which, what narrows it, and its tables with the function that answers each."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a value is, and so how it is shown and filed."""

    TEXT = "text"
    NAME = "name"  # the name of a thing, `all` where there is none
    WORD = "word"  # a code that the words of the reports know
    MRN = "mrn"
    COUNT = "count"
    MONEY = "money"
    MINUTES = "minutes"  # from seconds
    WHOLE_MINUTES = "whole_minutes"
    HOURS = "hours"  # from seconds
    HOUR = "hour"  # of the wall clock
    DATE = "date"
    MOMENT = "moment"


AT_START = frozenset({Kind.TEXT, Kind.NAME, Kind.WORD, Kind.MRN, Kind.HOUR, Kind.DATE, Kind.MOMENT})
"""What stands at the leading edge of its column; numbers stand at the trailing one."""


@dataclass(frozen=True)
class Field:
    """A column; `key` is the function's own name for it, `weight` its share of the width."""

    key: str
    kind: Kind = Kind.COUNT
    weight: float = 8.0


@dataclass(frozen=True)
class Section:
    """A table of a report: `function` of the schema is called with the `arguments` of these names."""

    key: str
    function: str
    arguments: tuple[str, ...]
    fields: tuple[Field, ...]


@dataclass(frozen=True)
class ReportKind:
    """`wants` names what narrows the report: first, last, service, department, store. `period` is its usual one."""

    key: str
    duties: frozenset[str]
    wants: tuple[str, ...]
    period: str
    sections: tuple[Section, ...]
    names_patients: bool = False


_LINES = ("first", "last", "service", "department")
_STORE = ("first", "last", "store")
_WAITS = (
    Field("mean", Kind.MINUTES),
    Field("median", Kind.WHOLE_MINUTES),
    Field("ninetieth", Kind.WHOLE_MINUTES),
    Field("longest", Kind.MINUTES),
)

_QUEUE = (
    Section(
        "lines",
        "report_lines",
        _LINES,
        (
            Field("service", Kind.NAME, 22),
            Field("hour", Kind.HOUR, 10),
            Field("joined"),
            Field("called"),
            *_WAITS,
            Field("served"),
            Field("sent_on"),
            Field("no_shows"),
            Field("cancelled"),
            Field("not_served"),
            Field("still_open"),
        ),
    ),
    Section(
        "tickets",
        "report_tickets",
        _LINES,
        (
            Field("service", Kind.NAME, 22),
            Field("tickets"),
            Field("lines"),
            Field("called"),
            *_WAITS,
            Field("visit", Kind.MINUTES),
        ),
    ),
    Section(
        "counters",
        "report_counters",
        _LINES,
        (
            Field("room", Kind.TEXT, 22),
            Field("days"),
            Field("called"),
            Field("served"),
            Field("sent_on"),
            Field("no_shows"),
            Field("mean", Kind.MINUTES),
            Field("busy", Kind.HOURS),
        ),
    ),
)
_REGISTRATIONS = (
    Section(
        "registered",
        "report_registrations",
        ("first", "last"),
        (
            Field("day", Kind.DATE, 12),
            Field("registered"),
            Field("women"),
            Field("men"),
            Field("other"),
            Field("children"),
            Field("estimated"),
            Field("merged"),
        ),
    ),
)
_APPOINTMENTS = (
    Section(
        "clinics",
        "report_appointments",
        _LINES,
        (
            Field("clinic", Kind.NAME, 22),
            Field("service", Kind.TEXT, 18),
            Field("booked"),
            Field("kept"),
            Field("no_shows"),
            Field("cancelled"),
            Field("waiting"),
            Field("overbooked"),
        ),
    ),
)
_DISPENSING = (
    Section(
        "handed_out",
        "report_dispensing",
        _STORE,
        (
            Field("medicine", Kind.TEXT, 36),
            Field("base_unit", Kind.TEXT, 10),
            Field("lines"),
            Field("units"),
            Field("returned"),
            Field("value", Kind.MONEY, 12),
        ),
    ),
    Section(
        "dispensing_days",
        "report_dispensing_days",
        _STORE,
        (
            Field("day", Kind.DATE, 14),
            Field("dispenses", weight=12),
            Field("lines", weight=12),
            Field("reversed", weight=12),
        ),
    ),
)
_STOCK_VALUE = (
    Section(
        "value_by_store",
        "report_stock_value",
        ("last", "store"),
        (
            Field("store", Kind.TEXT, 16),
            Field("medicine", Kind.TEXT, 34),
            Field("base_unit", Kind.TEXT, 10),
            Field("batches"),
            Field("units"),
            Field("value", Kind.MONEY, 13),
            Field("unusable", Kind.MONEY, 13),
            Field("unpriced"),
        ),
    ),
)
_EXPIRY = (
    Section(
        "expiring",
        "report_expiry",
        ("last", "store"),
        (
            Field("expiry", Kind.DATE, 12),
            Field("days", weight=7),
            Field("medicine", Kind.TEXT, 32),
            Field("lot", Kind.TEXT, 12),
            Field("store", Kind.TEXT, 14),
            Field("units"),
            Field("base_unit", Kind.TEXT, 9),
            Field("value", Kind.MONEY, 12),
            Field("state", Kind.WORD, 12),
        ),
    ),
)
_CONTROLLED = (
    Section(
        "entries",
        "report_controlled",
        _STORE,
        (
            Field("store", Kind.TEXT, 12),
            Field("medicine", Kind.TEXT, 20),
            Field("number", weight=6),
            Field("at", Kind.MOMENT, 14),
            Field("kind", Kind.WORD, 13),
            Field("units", weight=7),
            Field("balance", weight=8),
            Field("mrn", Kind.MRN, 13),
            Field("patient", Kind.TEXT, 20),
            Field("document", Kind.TEXT, 14),
            Field("reason", Kind.TEXT, 14),
            Field("person", Kind.TEXT, 13),
            Field("witness", Kind.TEXT, 13),
        ),
    ),
)
_ACTIVITY = (
    Section(
        "people",
        "report_activity",
        ("first", "last"),
        (
            Field("name", Kind.TEXT, 22),
            Field("person", Kind.TEXT, 16),
            Field("days", weight=6),
            Field("first_at", Kind.MOMENT, 15),
            Field("last_at", Kind.MOMENT, 15),
            Field("queue"),
            Field("patients"),
            Field("appointments", weight=9),
            Field("pharmacy"),
            Field("stock"),
            Field("other"),
            Field("entries"),
        ),
    ),
)

_DESK = frozenset({"front_desk", "manager"})
_PHARMACY = frozenset({"pharmacist", "manager"})
_STOCK = frozenset({"pharmacist", "store", "manager"})

KINDS: tuple[ReportKind, ...] = (
    ReportKind("queue", _DESK, _LINES, "today", _QUEUE),
    ReportKind("registrations", _DESK, ("first", "last"), "last_30_days", _REGISTRATIONS),
    ReportKind("appointments", _DESK | {"clinician"}, _LINES, "last_30_days", _APPOINTMENTS),
    ReportKind("dispensing", _PHARMACY, _STORE, "last_30_days", _DISPENSING),
    ReportKind("stock_value", _STOCK, ("last", "store"), "today", _STOCK_VALUE),
    ReportKind("expiry", _STOCK, ("last", "store"), "next_90_days", _EXPIRY),
    ReportKind("controlled", _PHARMACY, _STORE, "last_30_days", _CONTROLLED, names_patients=True),
    ReportKind("activity", frozenset({"manager"}), ("first", "last"), "today", _ACTIVITY),
)
BY_KEY: Mapping[str, ReportKind] = {kind.key: kind for kind in KINDS}
EVERY_DUTY = frozenset().union(*(kind.duties for kind in KINDS))
"""Who may take a report at all."""


def for_duties(duties: frozenset[str]) -> tuple[ReportKind, ...]:
    """The reports that somebody with these duties may take."""
    return tuple(kind for kind in KINDS if kind.duties & duties)
