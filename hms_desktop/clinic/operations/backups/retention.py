"""Which backups stay: the newest of each of the last days, weeks and months."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Retention:
    """How many days, ISO weeks and months keep their newest backup; the newest of all always stays."""

    daily: int = 7
    weekly: int = 5
    monthly: int = 12

    def kept(self, made: Iterable[dt.datetime]) -> frozenset[dt.datetime]:
        """Those of `made` that stay, counted over days, weeks and months that have a backup at all."""
        newest_first = sorted(made, reverse=True)
        stays = set(newest_first[:1])
        for name, period in _PERIODS.items():
            seen: dict[tuple[int, ...], dt.datetime] = {}
            for moment in newest_first:
                seen.setdefault(period(moment), moment)
            stays |= set(list(seen.values())[: getattr(self, name)])
        return frozenset(stays)


_PERIODS: dict[str, Callable[[dt.datetime], tuple[int, ...]]] = {
    "daily": lambda moment: (moment.year, moment.month, moment.day),
    "weekly": lambda moment: moment.isocalendar()[:2],
    "monthly": lambda moment: (moment.year, moment.month),
}
