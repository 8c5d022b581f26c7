"""The sentences that are likely wanted next."""

import datetime as dt

from display_kiosk.voice_ahead import ROOMS, Ahead
from hms_desktop.clinic.displays.queries import Call, Waiting


def call(number: int, room: str, service: str = "Laboratory") -> Call:
    now = dt.datetime(2026, 11, 23, tzinfo=dt.UTC)
    return Call(number, f"L {number}", room, service, "call", now, dt.timedelta(), False, True)


def test_the_next_tickets_are_likely_called_to_the_rooms_that_called_for_their_service() -> None:
    ahead = Ahead()
    ahead.learn([call(1, "1"), call(2, "2"), call(3, "9", "Pharmacy"), call(4, "1")])
    services = [
        Waiting("Laboratory", 5, ("L 5", "L 6")),
        Waiting("Pharmacy", 1, ("P 1",)),
        Waiting("X-ray", 1, ("X 1",)),
    ]
    assert list(ahead.likely(services)) == [
        ("L 5", "1"), ("L 5", "2"), ("P 1", "9"), ("L 6", "1"), ("L 6", "2"),
    ]  # fmt: skip


def test_only_the_rooms_that_called_last_are_thought_of() -> None:
    ahead = Ahead()
    ahead.learn(call(number, f"Room {number}") for number in range(20))
    assert len(list(ahead.likely([Waiting("Laboratory", 1, ("L 5",))]))) == ROOMS
