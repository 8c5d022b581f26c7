"""Which sentences will be wanted soon: the next tickets of each service, to the rooms that have called for it."""

from collections.abc import Iterable, Iterator, Sequence

from hms_desktop.clinic.displays.queries import Call, Waiting

ROOMS = 4
"""So many rooms of a service are thought of, those that called last; for another the chime leaves time enough."""


class Ahead:
    """A ticket's room is known only when it is called; those that called for its service before are the likely ones."""

    def __init__(self) -> None:
        self._rooms: dict[str, list[str]] = {}

    def learn(self, calls: Iterable[Call]) -> None:
        """These calls were made, the oldest first."""
        for call in calls:
            before = [room for room in self._rooms.get(call.service, ()) if room != call.room]
            self._rooms[call.service] = [call.room, *before][:ROOMS]

    def likely(self, services: Sequence[Waiting]) -> Iterator[tuple[str, str]]:
        """Ticket and room of the likely next calls, each service's first ticket before any service's second."""
        longest = max((len(service.next_tickets) for service in services), default=0)
        for nth in range(longest):
            for service in services:
                for ticket in service.next_tickets[nth : nth + 1]:
                    for room in self._rooms.get(service.service, ()):
                        yield ticket, room
