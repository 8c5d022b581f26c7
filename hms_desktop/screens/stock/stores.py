"""The page of the stores: which places hold stock, of what kind, and whose they are."""

from collections.abc import Hashable, Sequence

from hms_desktop.clinic.organisation import queries as organisation
from hms_desktop.clinic.stock import actions, queries
from hms_desktop.clinic.stock.actions import StoreDraft
from hms_desktop.clinic.stock.queries import StoreRow
from hms_desktop.screens.stock.words import STORE_KINDS, translate
from hms_desktop.widgets.columns import Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.editor_page import EditorPage, Values
from hms_desktop.widgets.forms import choice_field, text_field

NAME_LENGTH = 120


class StoresPage(EditorPage[StoreRow]):
    """Nothing is given out from a quarantine store; a store is closed only when it is empty."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            self.tr("Stores"),
            [
                Column(self.tr("Name"), lambda row: row.name, stretch=True, strong=True),
                Column(self.tr("Kind"), lambda row: translate("stock", STORE_KINDS[row.kind]), width=120),
                Column(self.tr("Department"), lambda row: row.department or "–", width=180, muted=True),
                Column(
                    self.tr("State"),
                    lambda row: translate("stock", "in use") if row.active else translate("stock", "closed"),
                    width=96,
                    tone=lambda row: "done" if row.active else "neutral",
                ),
            ],
            key=lambda row: row.id,
            new_word=self.tr("New store"),
        )
        self.set_subtitle(self.tr("What patients bring back and what is held apart lies in a quarantine store."))
        self.department = choice_field([(None, "–")])
        kinds = [(key, translate("stock", words)) for key, words in STORE_KINDS.items()]
        self.add("name", self.tr("Name"), text_field(longest=NAME_LENGTH), required=True)
        self.add("kind", self.tr("Kind"), choice_field(kinds, "store"))
        self.add("department_id", self.tr("Department"), self.department)
        use = choice_field([(True, translate("stock", "in use")), (False, translate("stock", "closed"))], True)
        self.add("active", self.tr("State"), use)
        self.follow("stock")

    async def read(self) -> Sequence[StoreRow]:
        departments = await self.desk.db.read(organisation.departments)
        chosen = self.department.currentData()
        self.department.clear()
        for key, words in [(None, "–"), *((row.id, row.name) for row in departments if row.active)]:
            self.department.addItem(words, key)
        self.department.setCurrentIndex(max(self.department.findData(chosen), 0))
        return await self.desk.db.read(queries.stores)

    def values_of(self, row: StoreRow | None) -> Values:
        if row is None:
            return {"name": "", "kind": "store", "department_id": None, "active": True}
        return {"name": row.name, "kind": row.kind, "department_id": row.department_id, "active": row.active}

    def title_of(self, row: StoreRow | None) -> str:
        return row.name if row else self.tr("New store")

    async def save(self, values: Values, row: StoreRow | None) -> Hashable:
        draft = StoreDraft(**values, id=row.id if row else None, version=row.version if row else None)
        return await self.wishes.run(actions.save_store, draft=draft)
