"""The administrator's page of the reasons for a priority class."""

from collections.abc import Hashable, Sequence

from hms_desktop.clinic.queue import actions_planning, queries_planning
from hms_desktop.clinic.queue.actions_planning import ReasonDraft
from hms_desktop.clinic.queue.queries_planning import ClassRow, ReasonRow
from hms_desktop.clinic.queue.rules import ReasonRule
from hms_desktop.widgets.columns import Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.editor_page import EditorPage, Values
from hms_desktop.widgets.forms import choice_field, text_field
from hms_desktop.widgets.plain_text import line


class ReasonsPage(EditorPage[ReasonRow]):
    """A class that asks for one of its list is given no other reason; what was issued keeps the words it had."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            self.tr("Reasons for priority"),
            [
                Column(self.tr("Reason"), lambda row: row.name, stretch=True, strong=True),
                Column(self.tr("Class"), lambda row: row.class_name, width=140),
                Column(self.tr("State"), self._state, width=116, tone=lambda row: "done" if row.active else "neutral"),
            ],
            key=lambda row: row.id,
            new_word=self.tr("New reason"),
        )
        self.set_subtitle(self.tr("What a desk may choose when somebody goes before others."))
        self._classes: dict[int, ClassRow] = {}
        self.classes = choice_field([])
        asks = [
            (ReasonRule.MAY.value, self.tr("no reason is needed")),
            (ReasonRule.MUST.value, self.tr("a reason is needed, any words")),
            (ReasonRule.LISTED.value, self.tr("one of the list is needed")),
        ]
        self.add("name", self.tr("Reason"), text_field(longest=60), required=True)
        self.add("class_id", self.tr("Priority class"), self.classes, required=True)
        self.add("rule", self.tr("A ticket of this class"), choice_field(asks, ReasonRule.MUST.value))
        use = [(True, self.tr("in use")), (False, self.tr("closed"))]
        self.add("active", self.tr("State"), choice_field(use, True))
        self.classes.currentIndexChanged.connect(self._fit_rule)
        self.follow("organisation")

    def _state(self, row: ReasonRow) -> str:
        return self.tr("in use") if row.active else self.tr("closed")

    async def read(self) -> Sequence[ReasonRow]:
        classes = await self.desk.db.read(queries_planning.classes)
        self._classes = {row.id: row for row in classes}
        if [self.classes.itemData(place) for place in range(self.classes.count())] != [row.id for row in classes]:
            self.classes.clear()
            for row in classes:
                self.classes.addItem(line(row.name), row.id)
        return await self.desk.db.read(queries_planning.reasons)

    def _fit_rule(self) -> None:
        """The rule is the class's: another class brings its own."""
        chosen = self._classes.get(self.classes.currentData() or 0)
        if chosen is not None:
            self.put({"rule": chosen.reason_rule})

    def values_of(self, row: ReasonRow | None) -> Values:
        class_id = row.class_id if row else self.classes.itemData(0)
        rule = self._classes[class_id].reason_rule if class_id in self._classes else ReasonRule.MUST.value
        name, active = (row.name, row.active) if row else ("", True)
        return {"name": name, "class_id": class_id, "rule": rule, "active": active}

    def title_of(self, row: ReasonRow | None) -> str:
        return row.name if row else self.tr("New reason")

    def words_of(self, field: str, value: object) -> str:
        if field == "class_id":
            return self.classes.itemText(self.classes.findData(value))
        return super().words_of(field, value)

    async def save(self, values: Values, row: ReasonRow | None) -> Hashable:
        draft = ReasonDraft(
            values["class_id"],
            values["name"],
            values["active"],
            id=row.id if row else None,
            version=row.version if row else None,
        )
        key = await self.wishes.run(actions_planning.save_priority_reason, draft=draft)
        of_class = self._classes[values["class_id"]]
        if of_class.reason_rule != values["rule"]:
            await self.wishes.run(
                actions_planning.save_reason_rule,
                priority_class=of_class.id,
                version=of_class.version,
                rule=values["rule"],
            )
        return key
