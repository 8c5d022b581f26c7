"""What the server tells of the plan of every statement that a query of the areas sends, nested ones included."""

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
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import psycopg
import sqlalchemy as sa
from psycopg import sql
from sqlalchemy.orm import Session

from hms_desktop.clinic.reports.catalogue import BY_KEY
from hms_desktop.clinic.staff.rules import DUTIES
from hms_desktop.core.connecting import connect
from hms_desktop.core.errors import HmsError
from hms_desktop.core.explaining import explained
from hms_desktop.core.settings import Server

CLINIC = Path(__file__).resolve().parents[1] / "hms_desktop" / "clinic"
_TELLING = {
    "session_preload_libraries": "auto_explain",
    "auto_explain.log_min_duration": "0",
    "auto_explain.log_nested_statements": "on",
    "auto_explain.log_format": "json",
    "auto_explain.log_level": "notice",
    "client_min_messages": "notice",
}


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


WORDS_OF = {"reports.queries.report": ("kind", tuple(BY_KEY))}
"""The parameter of a query that takes only some words, and each of them."""


def questions() -> Iterator[tuple[str, Callable[..., Any], Mapping[str, Any]]]:
    """Each query with its name and values: with and without the optional ones, and once for each word it takes."""
    for function in queries():
        name = name_of(function)
        word, words = WORDS_OF.get(name, ("", ("",)))
        for filled in (False, True):
            for one in words:
                yield name, function, values(function, filled=filled) | ({word: one} if word else {})


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


def values(function: Callable[..., Any], *, filled: bool) -> dict[str, Any]:
    """A value for each parameter; the optional ones are given too where `filled`."""
    hints = typing.get_type_hints(function)
    asked = list(inspect.signature(function).parameters.values())[1:]
    return {
        each.name: some(hints[each.name], filled=filled)
        for each in asked
        if filled or each.default is inspect.Parameter.empty
    }


def tell_plans_to(server: Server, login: str, **more: str) -> None:
    """Let `login` have every duty and hear the plan of each of its statements; `more` are settings of its sessions."""
    with connect(server, application="test", autocommit=True) as superuser:
        role = sql.Identifier(login)
        for duty in DUTIES:
            superuser.execute(sql.SQL("GRANT {} TO {}").format(sql.Identifier(f"hms_{duty}"), role))
        for name, value in (_TELLING | more).items():
            superuser.execute(sql.SQL("ALTER ROLE {} SET {} = {}").format(role, sql.SQL(name), sql.Literal(value)))


def scans(node: dict[str, Any]) -> Iterator[str]:
    """The tables that are read from end to end; how the server reads its own catalogue is its own affair."""
    if node["Node Type"] == "Seq Scan" and not node["Relation Name"].startswith("pg_"):
        yield node["Relation Name"]
    for child in node.get("Plans", ()):
        yield from scans(child)


def name_of(function: Callable[..., Any]) -> str:
    """As in patients.queries.patient_card."""
    return f"{function.__module__.removeprefix('hms_desktop.clinic.')}.{function.__name__}"


def plans_of(server: Server, function: Callable[..., Any], given: Mapping[str, Any]) -> list[dict[str, Any]]:
    """What the server told of every statement, also inside its functions; a refusal ends the query as it may.

    No statement is stopped for the time it takes: what was stopped would tell no plan.
    """
    told: list[str] = []

    def opened() -> psycopg.Connection[Any]:
        connection = connect(server, application="test", patient=True)
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
