"""Every query of the areas finds its rows by an index; what is read whole is what a hospital has only a few of."""

import collections.abc
import dataclasses
import datetime as dt
import decimal
import importlib
import inspect
import json
import types
import typing
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
import sqlalchemy as sa
from psycopg import sql
from sqlalchemy.orm import Session

from hms_desktop.clinic.operations import demo
from hms_desktop.clinic.reports.catalogue import BY_KEY
from hms_desktop.clinic.schema import metadata
from hms_desktop.clinic.staff.rules import DUTIES
from hms_desktop.core.connecting import connect
from hms_desktop.core.embedded import scratch
from hms_desktop.core.errors import HmsError
from hms_desktop.core.explaining import explained
from hms_desktop.core.settings import Server

CLINIC = Path(__file__).resolve().parents[2] / "hms_desktop" / "clinic"

READ_WHOLE = {
    "demo_clock": "one row",
    **dict.fromkeys(
        ("departments", "opening_hours", "people", "printers", "rooms", "stores", "suppliers", "warning_levels"),
        "what the hospital has set up: tens of rows, hundreds at most",
    ),
    **dict.fromkeys(("display_messages", "playlist_entries"), "what the screens show: tens of rows"),
    "procrastinate_jobs": "the queue, which jobs leave when they are done",
    "workers": "one row for each start of a worker in the last month",
    "report_schedules": "the reports that managers have ordered: tens of rows",
    "kiosk_pairings": "five requests at most are open",
}
"""Tables of which a hospital has so few rows that they are read whole, and why; beside them, all that hold one row."""
COUNTED_WHOLE = {
    ("medicines.queries.known_words", "medicines"): "which forms, routes and units are in use; once for each editor",
    ("medicines.queries.medicine_anchors", "medicines"): "how long the whole catalogue is",
    ("reports.queries.report", "balances"): "what the stock is worth: every batch that lies somewhere",
    ("reports.queries.report", "patients"): "registrations by day; an index for it would be paid at every registration",
    ("merging.queries.left_to_compare", "patients_to_compare"): "how much is left to do; the table empties itself",
}
"""What must look at every row, because it counts them."""


@dataclasses.dataclass(frozen=True)
class Scan:
    """A table that was read from end to end, and the query that did."""

    query: str
    table: str
    statement: str


def queries() -> Iterator[Callable[..., Any]]:
    """Each public function of clinic/AREA/queries*.py that takes a Session."""
    for path in sorted(CLINIC.glob("*/queries*.py")):
        module = importlib.import_module(f"hms_desktop.clinic.{path.parent.name}.{path.stem}")
        for name, function in inspect.getmembers(module, inspect.isfunction):
            takes = list(inspect.signature(function).parameters)
            if function.__module__ == module.__name__ and not name.startswith("_") and takes[:1] == ["session"]:
                yield function


def some(kind: Any, *, filled: bool) -> Any:
    """A value of this type; of `X | None` None, or an X where `filled`."""
    origin, parts = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        return some(parts[0], filled=filled) if filled else None
    if origin is tuple:
        return tuple(some(part, filled=filled) for part in parts if part is not Ellipsis)
    if origin in (list, collections.abc.Sequence, collections.abc.Iterable, collections.abc.Collection):
        return [some(parts[0], filled=filled)]
    if origin in (dict, collections.abc.Mapping):
        return {}
    if origin is typing.Literal:
        return parts[0]
    if dataclasses.is_dataclass(kind):
        hints = typing.get_type_hints(kind)
        return kind(**{field.name: some(hints[field.name], filled=filled) for field in dataclasses.fields(kind)})  # type: ignore[operator]  # a class
    return PLAIN[kind]


PLAIN: dict[Any, Any] = {
    int: 1,
    str: "am",
    bool: True,
    float: 1.0,
    bytes: b"",
    uuid.UUID: uuid.UUID(int=1),
    dt.date: dt.date(2026, 3, 4),
    dt.datetime: dt.datetime(2026, 3, 4, 12, tzinfo=dt.UTC),
    dt.time: dt.time(12),
    dt.timedelta: dt.timedelta(minutes=15),
    decimal.Decimal: decimal.Decimal(1),
    Any: "am",
}


WORDS_OF = {"reports.queries.report": ("kind", tuple(BY_KEY))}
"""The parameter of a query that takes only some words, and each of them."""


def name_of(function: Callable[..., Any]) -> str:
    return f"{function.__module__.removeprefix('hms_desktop.clinic.')}.{function.__name__}"


def every_way(function: Callable[..., Any]) -> Iterator[dict[str, Any]]:
    """The values with which a query is asked: with and without the optional ones, and once for each word it takes."""
    word, words = WORDS_OF.get(name_of(function), ("", ("",)))
    for filled in (False, True):
        for one in words:
            given = values(function, filled=filled)
            yield given | {word: one} if word else given


def values(function: Callable[..., Any], *, filled: bool) -> dict[str, Any]:
    """A value for each parameter; the optional ones are given too where `filled`."""
    hints = typing.get_type_hints(function)
    asked = list(inspect.signature(function).parameters.values())[1:]
    return {
        each.name: some(hints[each.name], filled=filled)
        for each in asked
        if filled or each.default is inspect.Parameter.empty
    }


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The demo's hospital, asked by somebody with every duty whose session tells the plan of each statement."""
    folder = tmp_path_factory.mktemp("demo")
    with scratch() as postgres:
        opened = demo.open_demo(postgres.server, folder)
        account = opened.accounts[0]
        with connect(postgres.server, application="test", autocommit=True) as superuser:
            login = sql.Identifier(account.login)
            for duty in DUTIES:
                superuser.execute(sql.SQL("GRANT {} TO {}").format(sql.Identifier(f"hms_{duty}"), login))
            for name, value in (
                ("session_preload_libraries", "auto_explain"),
                ("auto_explain.log_min_duration", "0"),
                ("auto_explain.log_nested_statements", "on"),
                ("auto_explain.log_format", "json"),
                ("auto_explain.log_level", "notice"),
                ("client_min_messages", "notice"),
                ("enable_seqscan", "off"),
            ):
                superuser.execute(sql.SQL("ALTER ROLE {} SET {} = {}").format(login, sql.SQL(name), sql.Literal(value)))
        yield opened.server.signed_in_as(account.login, account.password)


def of_one_row() -> set[str]:
    """The tables whose key can only be 1."""
    return {
        table.name
        for table in metadata.tables.values()
        for each in table.constraints
        if isinstance(each, sa.CheckConstraint) and str(each.sqltext) == "id = 1"
    }


def scans(node: dict[str, Any]) -> Iterator[str]:
    """The tables that are read from end to end; how the server reads its own catalogue is its own affair."""
    if node["Node Type"] == "Seq Scan" and not node["Relation Name"].startswith("pg_"):
        yield node["Relation Name"]
    for child in node.get("Plans", ()):
        yield from scans(child)


def plans_of(server: Server, function: Callable[..., Any], given: dict[str, Any]) -> list[dict[str, Any]]:
    """What the server told of every statement, also inside its functions; a refusal ends the query as it may."""
    told: list[str] = []

    def opened() -> psycopg.Connection[Any]:
        connection = connect(server, application="test")
        connection.add_notice_handler(lambda notice: told.append(notice.message_primary or ""))
        return connection

    engine = sa.create_engine("postgresql+psycopg://", creator=opened, poolclass=sa.pool.NullPool)
    try:
        with Session(engine) as session:
            function(session, **given)
    except (sa.exc.DBAPIError, psycopg.Error) as error:
        if not isinstance(explained(error), HmsError):
            raise
    except HmsError:
        pass
    return [json.loads(text[text.index("{") :]) for text in told if "plan:" in text[:60]]


def test_what_stands_in_no_index_is_found_out(busy: Server) -> None:
    def by_address(session: Session) -> None:
        session.execute(sa.text("SELECT id FROM hms.patients WHERE address = 'somewhere'")).all()

    assert "patients" in {table for plan in plans_of(busy, by_address, {}) for table in scans(plan["Plan"])}


def test_every_query_finds_its_rows_by_an_index(busy: Server) -> None:
    found: set[Scan] = set()
    whole = READ_WHOLE.keys() | of_one_row()
    asked = list(queries())
    assert len(asked) > 100
    for function in asked:
        name = name_of(function)
        for given in every_way(function):
            for plan in plans_of(busy, function, given):
                for table in scans(plan["Plan"]):
                    if table not in whole and (name, table) not in COUNTED_WHOLE:
                        found.add(Scan(name, table, " ".join(plan["Query Text"].split())[:300]))
    told = "\n".join(f"{each.query}: {each.table} <- {each.statement}" for each in sorted(found, key=str))
    assert not found, f"read from end to end:\n{told}"
