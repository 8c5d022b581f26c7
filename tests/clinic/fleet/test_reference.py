"""Queries of reference data say truly what they read, every such table knocks, and no client reads old for long."""

import importlib
import json
import pkgutil
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
import sqlalchemy as sa

import hms_desktop.clinic
from hms_desktop.app.warming import warm_medicines
from hms_desktop.clinic.dispensing import queries_shelf
from hms_desktop.clinic.fleet.rules import AREA_OF_REFERENCE
from hms_desktop.clinic.medicines import queries as catalogue
from hms_desktop.clinic.organisation import queries as organisation
from hms_desktop.core.cache import ReferenceCache
from hms_desktop.core.database import Database
from hms_desktop.core.listener import Listener
from hms_desktop.core.notices import Channel, Notice
from hms_desktop.core.reference import tables_of
from hms_desktop.core.settings import Server
from tests.factories import dispensing, medicines, printing, queue, stock
from tests.hospital import Hospital
from tests.proxy import Proxy
from tests.waiting import wait_until

Query = Callable[..., Any]
VALUES: dict[str, Any] = {"room": 1, "medicine": 1, "medicine_id": 1, "printer": 1, "document": "ticket"}


def marked() -> list[Query]:
    found: dict[str, Query] = {}
    for module in pkgutil.walk_packages(hms_desktop.clinic.__path__, "hms_desktop.clinic."):
        for value in vars(importlib.import_module(module.name)).values():
            if hasattr(value, "reference_tables") and value.__module__ == module.name:
                found[f"{module.name}.{value.__name__}"] = value
    return [found[name] for name in sorted(found)]


def tables(query: Query) -> set[str]:
    return {table.partition(":")[0] for table in tables_of(query)}


def test_every_table_that_a_query_names_knocks_under_its_own_name(hospital: Hospital) -> None:
    named = set().union(*(tables(query) for query in marked()))
    rows = hospital.sql(
        """SELECT c.relname, count(*) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
        WHERE t.tgname LIKE 'cache_knock_%%' GROUP BY c.relname"""
    )
    assert named <= {table for table, triggers in rows if triggers == 3}
    assert {table for table, _ in rows} == AREA_OF_REFERENCE.keys()


@pytest.mark.parametrize("query", marked(), ids=lambda query: f"{query.__module__.split('.')[2]}.{query.__name__}")
def test_a_query_reads_no_table_but_those_that_it_names(shared_hospital: Hospital, query: Query) -> None:
    """Told by the plans of the statements that it really sends."""
    if not shared_hospital.sql("SELECT 1 FROM hms.medicines"):
        queue.house(shared_hospital, ("A",), {"Counter 1": ["A"]})
        medicines.make_medicine(shared_hospital)
        printing.printer(shared_hospital)
    wanted = query.__code__.co_varnames[: query.__code__.co_argcount + query.__code__.co_kwonlyargcount][1:]
    sent: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, values: Any, *_rest: Any) -> None:
        sent.append((statement, values))

    database = shared_hospital.database()
    sa.event.listen(sa.Engine, "before_cursor_execute", note)
    try:
        database.read_now(query, **{name: VALUES[name] for name in wanted})
    finally:
        sa.event.remove(sa.Engine, "before_cursor_execute", note)
    read: set[str] = set()
    for statement, values in sent:
        with shared_hospital.connection() as connection:
            plan = connection.execute(f"EXPLAIN (VERBOSE, FORMAT JSON) {statement}".encode(), values).fetchall()
            read |= set(_relations(plan[0][0]))
    assert sent
    assert read <= tables(query)


def _relations(plan: Any) -> Iterator[str]:
    if isinstance(plan, list):
        for each in plan:
            yield from _relations(each)
    elif isinstance(plan, dict):
        if plan.get("Schema") == "hms" and "Relation Name" in plan:
            yield str(plan["Relation Name"])
        for each in plan.values():
            yield from _relations(each)


class Client:
    """A signed-in client: its database, its cache and its listener, as hms-desktop wires them."""

    def __init__(self, hospital: Hospital, server: Server, through: Server | None = None) -> None:
        self.cache = ReferenceCache()
        self.database: Database = hospital.database(server, cache=self.cache)
        self.heard: list[Notice] = []
        self.up = False
        self.listener = Listener(through or server, [Channel.CHANGES], self._hear, self._line)

    def _hear(self, notice: Notice) -> None:
        self.cache.on_notice(notice)
        self.heard.append(notice)

    def _line(self, state: Any) -> None:
        self.cache.on_state(state)
        self.up = state.up

    def __enter__(self) -> "Client":
        self.listener.start()
        wait_until(lambda: self.up)
        return self

    def __exit__(self, *_: object) -> None:
        self.listener.stop()

    def departments(self) -> set[str]:
        return {row.name for row in self.database.cached_now(organisation.departments)}


def rename(hospital: Hospital, department: int, name: str) -> None:
    ((version,),) = hospital.sql("SELECT version FROM hms.departments WHERE id = %s", department)
    hospital.sql(
        "SELECT hms.save_department(%s, %s, %s, %s)",
        uuid.uuid4(),
        department,
        version,
        json.dumps({"name": name, "active": True}),
    )


@pytest.fixture
def department(hospital: Hospital) -> int:
    queue.house(hospital, ("A",), {"Counter 1": ["A"]})
    return int(hospital.sql("SELECT min(id) FROM hms.departments")[0][0])


def test_no_client_reads_old_for_longer_than_a_second_after_the_commit(hospital: Hospital, department: int) -> None:
    """Of forty reads thirty at least must be in time: what this machine sleeps through is nobody's fault."""
    seconds: list[float] = []
    with ExitStack() as stack:
        clients = [stack.enter_context(Client(hospital, hospital.person("front_desk"))) for _ in range(2)]
        for number in range(20):
            for client in clients:
                client.departments()
                assert client.cache.kept(organisation.departments, {})[0]
            rename(hospital, department, f"Name {number}")
            committed = time.monotonic()
            for client in clients:
                wait_until(lambda client=client, number=number: f"Name {number}" in client.departments())
                seconds.append(time.monotonic() - committed)
    assert sorted(seconds)[29] <= 1.0


def test_a_change_while_the_line_was_cut_is_read_after_it(hospital: Hospital, department: int) -> None:
    clerk = hospital.person("front_desk")
    with Proxy(clerk) as proxy, Client(hospital, clerk, proxy.through()) as client:
        client.departments()
        proxy.refusing = True
        proxy.cut()
        wait_until(lambda: not client.up)
        rename(hospital, department, "Renamed in silence")
        assert "Renamed in silence" in client.departments(), "without a line nothing is kept"
        proxy.refusing = False
        wait_until(lambda: client.up)
        assert "Renamed in silence" in client.departments()


def test_a_thousand_knocks_of_other_things_cost_no_answer(hospital: Hospital, department: int) -> None:
    with Client(hospital, hospital.person("front_desk")) as client:
        client.departments()
        for _ in range(100):
            hospital.sql("SELECT pg_notify('hms_changes', 'queue:' || n) FROM generate_series(1, 10) n")
        hospital.sql("SELECT pg_notify('hms_changes', 'queue:last')")
        wait_until(lambda: any(notice.key == "last" for notice in client.heard))
        assert client.cache.kept(organisation.departments, {})[0]
        rename(hospital, department, "Out-patients")
        wait_until(lambda: "Out-patients" in client.departments())


def test_the_medicines_of_every_day_are_learned_in_one_read_and_a_price_drops_only_its_own(hospital: Hospital) -> None:
    house = dispensing.pharmacy(hospital)
    other = medicines.make_medicine(hospital, "Warfarin")
    with dispensing.as_pharmacist(hospital) as connection:
        dispensing.dispense(connection, house, [dispensing.pick(house.line, house.first, 10)])
    with Client(hospital, hospital.person("pharmacist")) as client:
        assert client.database.read_now(queries_shelf.most_given, most=5) == (house.medicine,)
        warm_medicines(client.database, client.cache)
        client.database.cached_now(catalogue.medicine_facts, snapshot=True, medicine_id=other)

        def kept(medicine: int) -> bool:
            return client.cache.kept(catalogue.medicine_facts, {"medicine_id": medicine})[0]

        assert [kept(house.medicine), kept(other)] == [True, True]
        stock.make_batch(hospital, house.medicine, house.store, 5, lot="MF3", days=300)
        hospital.sql("UPDATE hms.medicines SET price = 3 WHERE id = %s", other)
        wait_until(lambda: not kept(other))
        assert kept(house.medicine), "neither another's price nor a change of its own stock is a change of the medicine"
