"""The hospital's rules of messages: quiet hours, how many a minute, and who of the staff gets notices."""

from collections.abc import Hashable, Sequence

from hms_desktop.clinic.jobs import actions, queries
from hms_desktop.clinic.jobs.actions import MessageDraft
from hms_desktop.clinic.jobs.queries import MessageRulesNow
from hms_desktop.screens.jobs.fields import number_field, time_typed
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.editor_page import EditorPage, Values
from hms_desktop.widgets.forms import text_field

MOST_A_MINUTE = 6000


class MessageRulesPage(EditorPage[MessageRulesNow]):
    """Where messages go, and the secrets of that, stand in the worker's settings file and not here."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, self.tr("Rules of messages"), [], key=lambda row: "rules")
        self.set_subtitle(self.tr("Whether patients are reminded at all stands with the rules of booking."))
        hint = self.tr("empty: none")
        self.add("quiet_from", self.tr("No messages to patients from"), text_field(longest=5, hint=hint))
        self.add("quiet_until", self.tr("until"), text_field(longest=5, hint=hint))
        self.add("most_a_minute", self.tr("Messages a minute at most"), number_field(1, MOST_A_MINUTE))
        self.add(
            "notices_to",
            self.tr("Notices go to these e-mail addresses"),
            text_field(hint="pharmacy@hospital.example, it@hospital.example"),
            wide=True,
        )
        self.follow("messages")

    async def read(self) -> Sequence[MessageRulesNow]:
        return [await self.desk.db.read(queries.message_rules)]

    def values_of(self, row: MessageRulesNow | None) -> Values:
        if row is None:
            return {"quiet_from": "", "quiet_until": "", "most_a_minute": 1, "notices_to": ""}
        return {
            "quiet_from": f"{row.quiet_from:%H:%M}" if row.quiet_from else "",
            "quiet_until": f"{row.quiet_until:%H:%M}" if row.quiet_until else "",
            "most_a_minute": row.most_a_minute,
            "notices_to": ", ".join(row.notices_to),
        }

    def title_of(self, row: MessageRulesNow | None) -> str:
        return self.tr("Rules of messages")

    def fault(self, values: Values, row: MessageRulesNow | None) -> tuple[str, str] | None:
        if bool(values["quiet_from"]) != bool(values["quiet_until"]):
            return "quiet_until", self.tr("Type both times, or none.")
        for name in ("quiet_from", "quiet_until"):
            if values[name] and time_typed(values[name]) is None:
                return name, self.tr("Type a time of day as in 21:00.")
        return None

    async def save(self, values: Values, row: MessageRulesNow | None) -> Hashable:
        if row is None:
            return None
        addresses = (one.strip() for one in values["notices_to"].split(","))
        await self.wishes.run(
            actions.save_message_rules,
            version=row.version,
            draft=MessageDraft(
                time_typed(values["quiet_from"]),
                time_typed(values["quiet_until"]),
                values["most_a_minute"],
                tuple(filter(None, addresses)),
            ),
        )
        return "rules"
