"""Says of a query which tables it reads, so that its answer may be kept until one of them changes."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

Query = TypeVar("Query", bound=Callable[..., Any])
_TABLES = "reference_tables"


def reference(*tables: str) -> Callable[[Query], Query]:
    """Marks a query of reference data, whose answer depends on these tables and on its arguments alone.

    `packs:medicine` means: of `packs` only the rows whose knock carries the value of the argument `medicine`.
    """

    def marked(query: Query) -> Query:
        setattr(query, _TABLES, tables)
        return query

    return marked


def tables_of(query: Callable[..., Any]) -> tuple[str, ...]:
    """The tables as they were marked; TypeError where the query is not marked as one of reference data."""
    found: tuple[str, ...] | None = getattr(query, _TABLES, None)
    if found is None:
        raise TypeError(f"{getattr(query, '__qualname__', query)} is not marked as a query of reference data")
    return found


def tags_of(query: Callable[..., Any], values: Mapping[str, Any]) -> frozenset[tuple[str, str]]:
    """What an answer to `query` depends on, as pairs of a table and a key; an empty key means all of the table."""
    named = (table.partition(":") for table in tables_of(query))
    return frozenset((table, str(values[argument]) if argument else "") for table, _, argument in named)
