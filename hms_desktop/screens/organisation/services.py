"""The administrator's page of services: what a patient waits for."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit

from hms_desktop.clinic.organisation import actions, queries, rules
from hms_desktop.clinic.organisation.actions import ServiceDraft
from hms_desktop.clinic.organisation.queries import ServiceRow
from hms_desktop.screens.organisation.words import in_use, open_tone, use_field
from hms_desktop.widgets.columns import Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.editor_page import EditorPage, Values
from hms_desktop.widgets.forms import choice_field, text_field


class ServicesPage(EditorPage[ServiceRow]):
    """Each service has the letters that stand before its tickets' numbers."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            self.tr("Services"),
            [
                Column(self.tr("Letters"), lambda row: row.prefix, width=74, strong=True),
                Column(self.tr("Service"), lambda row: row.name, stretch=True),
                Column(self.tr("Department"), lambda row: row.department, width=160, muted=True),
                Column(self.tr("Rooms"), lambda row: ", ".join(row.rooms) or "–", width=190, muted=True),
                Column(self.tr("State"), in_use, width=96, tone=open_tone),
            ],
            key=lambda row: row.id,
            new_word=self.tr("New service"),
        )
        self.set_subtitle(self.tr("A patient waits for a service; its letters stand before the ticket's number."))
        self.departments = choice_field([])
        self.add("name", self.tr("Name"), text_field(longest=rules.NAME_LENGTHS["service"]), required=True)
        self.add("prefix", self.tr("Letters on the ticket, A to Z"), _prefix_field(), required=True)
        self.add("department_id", self.tr("Department"), self.departments, required=True)
        self.add("active", self.tr("State"), use_field())
        self.follow("organisation")

    async def read(self) -> Sequence[ServiceRow]:
        departments = await self.desk.db.cached(queries.departments)
        chosen = self.departments.currentData()
        known = [self.departments.itemData(place) for place in range(self.departments.count())]
        if known != [row.id for row in departments]:
            self.departments.clear()
            for row in departments:
                self.departments.addItem(row.name, row.id)
            self.departments.setCurrentIndex(max(0, self.departments.findData(chosen)))
        return await self.desk.db.read(queries.services)

    def values_of(self, row: ServiceRow | None) -> Values:
        if row is None:
            return {"name": "", "prefix": "", "department_id": self.departments.itemData(0), "active": True}
        return {"name": row.name, "prefix": row.prefix, "department_id": row.department_id, "active": row.active}

    def title_of(self, row: ServiceRow | None) -> str:
        return f"{row.prefix} · {row.name}" if row else self.tr("New service")

    def words_of(self, field: str, value: object) -> str:
        if field == "department_id":
            return self.departments.itemText(self.departments.findData(value))
        return super().words_of(field, value)

    def fault(self, values: Values, row: ServiceRow | None) -> tuple[str, str] | None:
        sentence = rules.prefix_fault(values["prefix"])
        return ("prefix", sentence) if sentence else None

    async def save(self, values: Values, row: ServiceRow | None) -> Hashable:
        draft = ServiceDraft(**values, id=row.id if row else None, version=row.version if row else None)
        return await self.wishes.run(actions.save_service, draft=draft)


def _prefix_field() -> QLineEdit:
    """Three letters at most, turned into capitals while they are typed."""
    field = text_field(longest=3, hint="A")
    field.setValidator(QRegularExpressionValidator(QRegularExpression("[A-Za-z]{0,3}"), field))
    field.textEdited.connect(lambda text: field.setText(text.upper()))
    return field
