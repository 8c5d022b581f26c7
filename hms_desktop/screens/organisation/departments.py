"""The administrator's page of departments."""

from collections.abc import Hashable, Sequence

from hms_desktop.clinic.organisation import actions, queries, rules
from hms_desktop.clinic.organisation.actions import DepartmentDraft
from hms_desktop.clinic.organisation.queries import DepartmentRow
from hms_desktop.screens.organisation.words import in_use, open_tone, use_field
from hms_desktop.widgets.columns import END, Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.editor_page import EditorPage, Values
from hms_desktop.widgets.forms import text_field


class DepartmentsPage(EditorPage[DepartmentRow]):
    """Departments group services."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            self.tr("Departments"),
            [
                Column(self.tr("Department"), lambda row: row.name, stretch=True, strong=True),
                Column(self.tr("Services"), lambda row: str(row.services), align=END, width=90),
                Column(self.tr("State"), in_use, width=110, tone=open_tone),
            ],
            key=lambda row: row.id,
            new_word=self.tr("New department"),
        )
        self.set_subtitle(self.tr("A department groups the services that belong together."))
        self.add("name", self.tr("Name"), text_field(longest=rules.NAME_LENGTHS["department"]), required=True)
        self.add("active", self.tr("State"), use_field())
        self.follow("organisation")

    async def read(self) -> Sequence[DepartmentRow]:
        return await self.desk.db.read(queries.departments)

    def values_of(self, row: DepartmentRow | None) -> Values:
        return {"name": row.name, "active": row.active} if row else {"name": "", "active": True}

    def title_of(self, row: DepartmentRow | None) -> str:
        return row.name if row else self.tr("New department")

    async def save(self, values: Values, row: DepartmentRow | None) -> Hashable:
        draft = DepartmentDraft(
            values["name"], values["active"], id=row.id if row else None, version=row.version if row else None
        )
        return await self.wishes.run(actions.save_department, draft=draft)
