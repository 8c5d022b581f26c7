"""Notices a statement that one line sends again and again in one unit of work, where one could ask for all."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import sqlalchemy as sa

from hms_desktop.core.frames import asking_line

MOST_ALIKE = 3
"""So many equal statements of one line are nobody's fault; one more is a loop that asks row by row (N+1)."""


class Repeats:
    """Counts what each connection sends between the beginning and the end of a unit of work.

    `found` hears of a repeated statement and the line (`module:number`) that sends it, once a unit of work.
    """

    def __init__(self, found: Callable[[str, str], None]) -> None:
        self._found = found

    def watch(self, engine: sa.Engine | type[sa.Engine]) -> None:
        """Count what goes through `engine`."""
        for event, hear in self._hearers():
            sa.event.listen(engine, event, hear)

    def leave(self, engine: sa.Engine | type[sa.Engine]) -> None:
        """Count no more."""
        for event, hear in self._hearers():
            sa.event.remove(engine, event, hear)

    def _hearers(self) -> tuple[tuple[str, Callable[..., None]], ...]:
        return (("begin", self._begin), ("before_cursor_execute", self._count))

    def _begin(self, connection: sa.Connection) -> None:
        connection.info[self] = (set(), Counter())

    def _count(self, connection: sa.Connection, _cursor: Any, statement: str, *_rest: Any) -> None:
        sent: tuple[set[str], Counter[tuple[str, str]]] | None = connection.info.get(self)
        if sent is None:
            return
        before, again = sent
        if statement not in before:
            before.add(statement)
        elif line := asking_line():
            again[statement, line] += 1
            if again[statement, line] == MOST_ALIKE:
                self._found(statement, line)
