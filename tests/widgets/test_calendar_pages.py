"""Pages of time: the newest wish wins, neighbours come by themselves, and what changed is read again."""

import asyncio

from hms_desktop.widgets.calendar_pages import KEPT, CalendarPages
from tests.waiting import PATIENCE, until
from tests.widgets.conftest import Loop


class Weeks:
    """A provider that remembers what it was asked, and a view that remembers what it was shown."""

    def __init__(self, slow: float = 0.0) -> None:
        self.slow = slow
        self.asked: list[int] = []
        self.shown: list[tuple[int, str]] = []
        self.coming: list[int] = []
        self.word = "as read"
        self.pages: CalendarPages[int, str] = CalendarPages(
            self.ask,
            show=lambda key, sheet: self.shown.append((key, sheet)),
            coming=self.coming.append,
            neighbours=lambda key: (key + 1, key - 1),
        )

    async def ask(self, key: int) -> str:
        self.asked.append(key)
        word = self.word
        await asyncio.sleep(self.slow)
        return word


def test_the_newest_wish_wins(loop: Loop) -> None:
    async def hurry() -> None:
        weeks = Weeks(slow=PATIENCE)
        for week in range(4):
            weeks.pages.turn_to(week)
            await until(lambda week=week: weeks.asked == list(range(week + 1)))
        weeks.slow = 0.0
        weeks.pages.turn_to(4)
        await until(lambda: weeks.shown)
        assert weeks.coming == [0, 1, 2, 3, 4]
        assert weeks.shown == [(4, "as read")]
        weeks.pages.forget_all()

    loop.run(hurry())


def test_neighbours_come_while_it_is_calm_and_are_shown_at_once(loop: Loop) -> None:
    async def wait() -> None:
        weeks = Weeks()
        weeks.pages.turn_to(7)
        await until(lambda: len(weeks.asked) >= 3)
        assert weeks.asked == [7, 8, 6]
        weeks.pages.turn_to(8)
        assert weeks.shown[-1] == (8, "as read")
        assert weeks.coming == [7]
        weeks.pages.forget_all()

    loop.run(wait())


def test_what_changed_is_shown_as_it_was_until_it_is_read_again(loop: Loop) -> None:
    async def change() -> None:
        weeks = Weeks()
        await weeks.pages.read_again(3)
        weeks.word = "changed"
        weeks.pages.grow_old()
        weeks.pages.turn_to(3)
        assert weeks.shown[-1] == (3, "as read")
        await until(lambda: weeks.shown[-1] == (3, "changed"))
        weeks.pages.forget_all()

    loop.run(change())


def test_only_so_many_pages_are_kept(loop: Loop) -> None:
    async def leaf() -> None:
        weeks = Weeks()
        for week in range(KEPT + 5):
            await weeks.pages.read_again(week)
        weeks.pages.turn_to(0)
        assert weeks.coming[-1] == 0
        weeks.pages.forget_all()

    loop.run(leaf())
