"""The administrator's page of journeys: the ways through several services that one ticket may take."""

from collections.abc import Hashable, Sequence

from PySide6.QtWidgets import QComboBox

from hms_desktop.clinic.organisation import queries as organisation
from hms_desktop.clinic.queue import actions_planning, queries_journeys
from hms_desktop.clinic.queue.actions_planning import JourneyDraft
from hms_desktop.clinic.queue.queries_journeys import JourneyRow
from hms_desktop.widgets.columns import Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.editor_page import EditorPage, Values
from hms_desktop.widgets.forms import choice_field, text_field
from hms_desktop.widgets.plain_text import line

MOST_STEPS = 8


class JourneysPage(EditorPage[JourneyRow]):
    """Tickets under way keep the steps that they were given."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            self.tr("Journeys"),
            [
                Column(self.tr("Journey"), lambda row: row.name, width=190, strong=True),
                Column(self.tr("Way"), lambda row: " → ".join(row.services), stretch=True, tip=_way),
                Column(self.tr("State"), self._state, width=96, tone=lambda row: "done" if row.active else "neutral"),
            ],
            key=lambda row: row.id,
            new_word=self.tr("New journey"),
        )
        self.set_subtitle(self.tr("One number for several services; finishing one opens the next by itself."))
        self.steps = [choice_field([]) for _ in range(MOST_STEPS)]
        self.add("name", self.tr("Name"), text_field(longest=120), required=True)
        for place, field in enumerate(self.steps, 1):
            self.add(f"step{place}", self.tr("Service {n}").format(n=place), field, required=place <= 2)
        use = [(True, self.tr("in use")), (False, self.tr("closed"))]
        self.add("active", self.tr("State"), choice_field(use, True))
        self.follow("organisation")

    def _state(self, row: JourneyRow) -> str:
        return self.tr("in use") if row.active else self.tr("closed")

    async def read(self) -> Sequence[JourneyRow]:
        services = [row for row in await self.desk.db.cached(organisation.services) if row.active]
        offered: list[tuple[int | None, str]] = [(None, "–")]
        offered += [(row.id, f"{row.prefix} · {row.name}") for row in services]
        for field in self.steps:
            _offer(field, offered)
        return await self.desk.db.read(queries_journeys.journeys)

    def values_of(self, row: JourneyRow | None) -> Values:
        way = (*row.service_ids, *[None] * MOST_STEPS)[:MOST_STEPS] if row else (None,) * MOST_STEPS
        steps = {f"step{place}": service for place, service in enumerate(way, 1)}
        return {"name": row.name if row else "", **steps, "active": row.active if row else True}

    def title_of(self, row: JourneyRow | None) -> str:
        return row.name if row else self.tr("New journey")

    def words_of(self, field: str, value: object) -> str:
        if field.startswith("step"):
            return self.steps[0].itemText(self.steps[0].findData(value))
        return super().words_of(field, value)

    def fault(self, values: Values, row: JourneyRow | None) -> tuple[str, str] | None:
        steps = [values[f"step{place}"] for place in range(1, MOST_STEPS + 1)]
        gap = next((place for place in range(1, MOST_STEPS) if steps[place] and not steps[place - 1]), None)
        return (f"step{gap}", self.tr("Choose the services without a gap between them.")) if gap else None

    async def save(self, values: Values, row: JourneyRow | None) -> Hashable:
        steps = (values[f"step{place}"] for place in range(1, MOST_STEPS + 1))
        draft = JourneyDraft(
            values["name"],
            tuple(step for step in steps if step),
            values["active"],
            id=row.id if row else None,
            version=row.version if row else None,
        )
        return await self.wishes.run(actions_planning.save_journey, draft=draft)


def _offer(field: QComboBox, offered: Sequence[tuple[int | None, str]]) -> None:
    """Offer these, and keep what was chosen where it is still offered."""
    if [field.itemData(place) for place in range(field.count())] == [value for value, _ in offered]:
        return
    kept = field.currentData()
    field.clear()
    for value, words in offered:
        field.addItem(line(words), value)
    field.setCurrentIndex(max(0, field.findData(kept)))


def _way(row: JourneyRow) -> str:
    return " → ".join(row.services)
