"""The administrator's page of how a room takes from the lines of several services."""

from collections.abc import Hashable, Sequence

from hms_desktop.clinic.queue import actions_planning, queries_planning
from hms_desktop.clinic.queue.queries_planning import RoomMixing
from hms_desktop.clinic.queue.rules import Mixing
from hms_desktop.screens.queue.hours import number_field
from hms_desktop.widgets.columns import Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.editor_page import EditorPage, Values
from hms_desktop.widgets.forms import choice_field
from hms_desktop.widgets.ranking import Ranking


class MixingPage(EditorPage[RoomMixing]):
    """Whoever waited long while priority tickets were called goes before every rule here."""

    def __init__(self, desk: Desk) -> None:
        self._words = {
            Mixing.TOGETHER.value: self.tr("as one line, by class and arrival"),
            Mixing.ORDER.value: self.tr("in this order, the first line first"),
            Mixing.SHARE.value: self.tr("by shares"),
            Mixing.LONGEST.value: self.tr("where somebody has waited longest"),
        }
        super().__init__(
            desk,
            self.tr("Mixed lines"),
            [
                Column(self.tr("Room or counter"), lambda row: row.room, width=170, strong=True),
                Column(self.tr("Takes"), lambda row: self._words[row.mixing], width=250),
                Column(self.tr("Services"), _services, stretch=True, muted=True, tip=_services),
            ],
            key=lambda row: row.room_id,
        )
        self.set_subtitle(self.tr("How a room that serves several services takes from their lines."))
        self.shares = Ranking(self.tr("{words} · share {n}"))
        self.add("mixing", self.tr("Takes from the lines"), choice_field(list(self._words.items())))
        self.add("shares", self.tr("Order and shares (Alt and arrows move, + and − change)"), self.shares)
        self.add("pass_limit", self.tr("In order: calls in a row that may pass who waited long"), number_field(1, 20))
        self.follow("organisation")
        self.table.set_empty_text(self.tr("No room serves more than one service."))

    async def read(self) -> Sequence[RoomMixing]:
        return await self.desk.db.read(queries_planning.room_mixings)

    def values_of(self, row: RoomMixing | None) -> Values:
        if row is None:
            return {"mixing": Mixing.TOGETHER.value, "shares": [], "pass_limit": 3}
        self.shares.offer([(share.service_id, share.service, share.weight) for share in row.shares])
        return {
            "mixing": row.mixing,
            "shares": [(share.service_id, share.weight) for share in row.shares],
            "pass_limit": row.pass_limit,
        }

    def title_of(self, row: RoomMixing | None) -> str:
        return row.room if row else self.tr("Mixed lines")

    async def save(self, values: Values, row: RoomMixing | None) -> Hashable:
        if row is None:
            return None
        await self.wishes.run(
            actions_planning.save_room_rule,
            wish=(
                row.room_id,
                row.version,
                values["mixing"],
                tuple(map(tuple, values["shares"])),
                values["pass_limit"],
            ),
            room=row.room_id,
            version=row.version,
            mixing=values["mixing"],
            pass_limit=values["pass_limit"],
            shares=[tuple(share) for share in values["shares"]],
        )
        return row.room_id


def _services(row: RoomMixing) -> str:
    if row.mixing == Mixing.SHARE:
        return ", ".join(f"{share.service} {share.weight}" for share in row.shares)
    return ", ".join(share.service for share in row.shares)
