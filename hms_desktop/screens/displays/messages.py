"""The messages at the screens' lower edge: what they say, where, on which days and in which hours."""

from collections.abc import Hashable, Sequence

from hms_desktop.clinic.displays import actions, queries, rules
from hms_desktop.clinic.displays.queries import MessageForm
from hms_desktop.clinic.patients.policies import day_as_typed
from hms_desktop.core.errors import Refused
from hms_desktop.screens.displays.fields import day_typed, days_shown, hours_shown, hours_typed, number_field
from hms_desktop.widgets.columns import Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.editor_page import EditorPage, Values
from hms_desktop.widgets.forms import choice_field, text_field
from hms_desktop.widgets.spoken import spoken
from hms_desktop.widgets.ticks import Ticks

HIGHEST_PLACE = 99
DAYS = ("valid_from", "valid_to")


class MessagesPage(EditorPage[MessageForm]):
    """Messages take turns on the screens in the order of their places."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            self.tr("Messages"),
            [
                Column(self.tr("Message"), lambda row: row.text, stretch=True, strong=True, tip=lambda row: row.text),
                Column(self.tr("On"), self._where, width=150, muted=True),
                Column(self.tr("When"), self._when, width=190, muted=True),
            ],
            key=lambda row: row.message_id,
            new_word=self.tr("New message"),
            form_columns=2,
        )
        self.set_subtitle(self.tr("What the screens say at their lower edge; several messages take turns."))
        self._names: dict[int, str] = {}
        self.screens = Ticks()
        day, hours = "2026-12-24", self.tr("for example 8-12")
        use = [(True, self.tr("in use")), (False, self.tr("withdrawn"))]
        self.add("text", self.tr("Message"), text_field(longest=rules.LONGEST_MESSAGE), required=True, wide=True)
        self.add("display_ids", self.tr("Screens (none ticked: every screen)"), self.screens, wide=True)
        self.add("valid_from", self.tr("From"), text_field(longest=20, hint=day))
        self.add("valid_to", self.tr("To and with"), text_field(longest=20, hint=day))
        self.add("hours", self.tr("Hours"), text_field(longest=20, hint=hours))
        self.add("place", self.tr("Place in the order"), number_field(1, HIGHEST_PLACE))
        self.add("active", self.tr("State"), choice_field(use, True), wide=True)
        self.follow("displays")

    async def read(self) -> Sequence[MessageForm]:
        screens = await self.desk.db.read(queries.displays)
        self._names = {one.display_id: one.name for one in screens}
        self.screens.offer([(one.display_id, one.name) for one in screens if one.active])
        return await self.desk.db.read(queries.messages)

    def values_of(self, row: MessageForm | None) -> Values:
        if row is None:
            empty = dict.fromkeys(("text", *DAYS, "hours"), "")
            return empty | {"display_ids": [], "place": 1, "active": True}
        return {
            "text": row.text,
            "display_ids": list(row.display_ids),
            "valid_from": day_typed(row.valid_from),
            "valid_to": day_typed(row.valid_to),
            "hours": hours_shown(row.time_from, row.time_to),
            "place": row.place,
            "active": row.active,
        }

    def title_of(self, row: MessageForm | None) -> str:
        return row.text if row else self.tr("New message")

    def fault(self, values: Values, row: MessageForm | None) -> tuple[str, str] | None:
        for name in DAYS:
            try:
                day_as_typed(values[name], last=name == "valid_to")
            except Refused as error:
                return name, spoken(error)
        if hours_typed(values["hours"]) is None:
            return "hours", self.tr("Type hours as in 8-12 or 08:00-12:00, or nothing.")
        return None

    async def save(self, values: Values, row: MessageForm | None) -> Hashable:
        time_from, time_to = hours_typed(values["hours"]) or (None, None)
        return await self.wishes.run(
            actions.save_message,
            text=values["text"],
            place=values["place"],
            valid_from=day_as_typed(values["valid_from"]),
            valid_to=day_as_typed(values["valid_to"], last=True),
            time_from=time_from,
            time_to=time_to,
            active=values["active"],
            display_ids=tuple(values["display_ids"]),
            message_id=row.message_id if row else None,
            version=row.version if row else None,
        )

    def _where(self, row: MessageForm) -> str:
        return ", ".join(self._names.get(one, "") for one in row.display_ids) or self.tr("every screen")

    def _when(self, row: MessageForm) -> str:
        if not row.active:
            return self.tr("withdrawn")
        parts = [days_shown(row.valid_from, row.valid_to), hours_shown(row.time_from, row.time_to)]
        return ", ".join(filter(None, parts)) or self.tr("always")
