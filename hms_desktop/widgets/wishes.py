"""What a person wished and whose answer was lost: pressed again, it is asked again and never done twice."""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar
from uuid import UUID

from hms_desktop.core.errors import Unreachable
from hms_desktop.widgets.desk import Desk

T = TypeVar("T")


class Wishes:
    """Runs actions under an intent id that stays with a wish until its answer is known."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._open: dict[Hashable, UUID] = {}

    async def run(self, action: Callable[..., T], *, wish: Hashable = None, **values: Any) -> T:
        """Do `action(session, intent=…, **values)`.

        The same wish after Unreachable carries the same intent. Two wishes are the same when action and values are;
        `wish` names one whose values may change between two attempts.
        """
        key = (action, wish if wish is not None else tuple(sorted(values.items())))
        intent = self._open.setdefault(key, self._desk.new_intent())
        try:
            result = await self._desk.db.run(action, intent=intent, **values)
        except Unreachable:
            raise
        except Exception:
            del self._open[key]
            raise
        self.forget()
        return result

    def forget(self) -> None:
        """What was wished is settled, one way or the other: the next attempt is a new wish."""
        self._open.clear()

    @property
    def unanswered(self) -> bool:
        """Whether there is a wish whose answer was lost."""
        return bool(self._open)
