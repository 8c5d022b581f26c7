"""The administrator's page of rooms and counters, and which services each of them serves."""

from collections.abc import Hashable, Sequence

from hms_desktop.clinic.organisation import actions, queries, rules
from hms_desktop.clinic.organisation.actions import RoomDraft
from hms_desktop.clinic.organisation.queries import RoomRow
from hms_desktop.screens.organisation.words import in_use, open_tone, translate, use_field
from hms_desktop.widgets.columns import Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.editor_page import EditorPage, Values
from hms_desktop.widgets.forms import choice_field, text_field
from hms_desktop.widgets.ticks import Ticks


class RoomsPage(EditorPage[RoomRow]):
    """A room's name is what the waiting-room screen shows and says."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            self.tr("Rooms and counters"),
            [
                Column(self.tr("Name"), lambda row: row.name, width=170, strong=True),
                Column(self.tr("Kind"), lambda row: translate(rules.ROOM_KINDS[row.kind]), width=90, muted=True),
                Column(self.tr("Serves"), lambda row: ", ".join(row.services) or "–", stretch=True),
                Column(self.tr("State"), in_use, width=96, tone=open_tone),
            ],
            key=lambda row: row.id,
            new_word=self.tr("New room or counter"),
        )
        self.set_subtitle(self.tr("Where patients are called to, by the name that the screens show and say."))
        self.services = Ticks()
        kinds = [(key, translate(words)) for key, words in rules.ROOM_KINDS.items()]
        self.add("name", self.tr("Name"), text_field(longest=rules.NAME_LENGTHS["room"]), required=True)
        self.add("kind", self.tr("Kind"), choice_field(kinds, "room"))
        self.add("service_ids", self.tr("Serves (Space ticks)"), self.services)
        self.add("active", self.tr("State"), use_field())
        self.follow("organisation")

    async def read(self) -> Sequence[RoomRow]:
        services = await self.desk.db.cached(queries.services)
        self.services.offer([(row.id, f"{row.prefix} · {row.name}") for row in services if row.active])
        return await self.desk.db.read(queries.rooms)

    def values_of(self, row: RoomRow | None) -> Values:
        if row is None:
            return {"name": "", "kind": "room", "service_ids": [], "active": True}
        return {"name": row.name, "kind": row.kind, "service_ids": list(row.service_ids), "active": row.active}

    def title_of(self, row: RoomRow | None) -> str:
        return row.name if row else self.tr("New room or counter")

    def words_of(self, field: str, value: object) -> str:
        if field == "service_ids" and isinstance(value, list):
            return ", ".join(self.services.words(one) for one in value)
        return super().words_of(field, value)

    async def save(self, values: Values, row: RoomRow | None) -> Hashable:
        draft = RoomDraft(
            values["name"],
            values["kind"],
            tuple(values["service_ids"]),
            values["active"],
            id=row.id if row else None,
            version=row.version if row else None,
        )
        return await self.wishes.run(actions.save_room, draft=draft)
