"""The page of suppliers: whom the hospital buys from, and how long they take."""

from collections.abc import Hashable, Sequence

from hms_desktop.clinic.medicines.scanning import Scan
from hms_desktop.clinic.purchasing import actions, queries, queries_medicine
from hms_desktop.clinic.purchasing.actions import SupplierDraft
from hms_desktop.clinic.purchasing.queries import SupplierRow
from hms_desktop.clinic.purchasing.queries_medicine import Sale
from hms_desktop.screens.purchasing.fields import number_field
from hms_desktop.screens.purchasing.words import count, date, price
from hms_desktop.screens.scanned import heard, medicine_scanned, next_of
from hms_desktop.widgets.columns import END, Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.editor_page import EditorPage, Values
from hms_desktop.widgets.errands import Latest
from hms_desktop.widgets.forms import choice_field, text_field
from hms_desktop.widgets.plain_text import line

MOST_DAYS = 730


class SuppliersPage(EditorPage[SupplierRow]):
    """What they promise stands here; what they kept is on the page of figures."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            self.tr("Suppliers"),
            [
                Column(self.tr("Supplier"), lambda row: row.name, stretch=True, strong=True),
                Column(self.tr("Contact"), lambda row: row.contact or row.phone or row.email, width=150, muted=True),
                Column(self.tr("Delivers in, days"), lambda row: str(row.lead_days), align=END, width=116),
                Column(self.tr("Open orders"), lambda row: str(row.open_orders or "–"), align=END, width=96),
                Column(self.tr("State"), self._state, width=116, tone=lambda row: "done" if row.active else "neutral"),
            ],
            key=lambda row: row.id,
            new_word=self.tr("New supplier"),
        )
        self._asked: int | None = None
        self.set_subtitle(self.tr("Their delivery time is what an order promises when it is sent."))
        self.add("name", self.tr("Name"), text_field(longest=300), required=True)
        self.add("lead_days", self.tr("Delivery time in days"), number_field(0, MOST_DAYS))
        self.add("contact", self.tr("Contact person"), text_field(longest=200))
        self.add("phone", self.tr("Phone"), text_field(longest=60))
        self.add("email", self.tr("E-mail"), text_field(longest=200))
        self.add("address", self.tr("Address, in one line"), text_field(longest=500))
        self.add("note", self.tr("Note"), text_field(longest=500))
        use = [(True, self.tr("in use")), (False, self.tr("closed"))]
        self.add("active", self.tr("State"), choice_field(use, True))
        self.table.set_empty_text(self.tr("No supplier yet. Fill in the form to add the first one."))
        self._finding = Latest()
        self.hear_scans()
        self.follow("purchasing")

    def close_page(self) -> None:
        """Besides: what a scan asked for ends."""
        self._finding.drop()
        super().close_page()

    def take_scan(self, text: str) -> bool:
        """A pack or a batch label chooses who delivered it last; scanned again, who did before."""
        scan = heard(self.desk, text)
        if scan is not None:
            self._finding.ask(self._find_seller(scan))
        return True

    async def _find_seller(self, scan: Scan) -> None:
        medicine = await medicine_scanned(self.desk.db, self.desk, scan)
        if medicine is None:
            return
        sales = await self.desk.db.read(queries_medicine.sold_by, medicine=medicine.id)
        if not sales:
            words = self.tr("No supplier has delivered {name} yet.")
            self.desk.say(words.format(name=medicine.title), "info")
            return
        at_hand = self.model.row(self.table.chosen_row())
        again = self._asked == medicine.id
        self._asked = medicine.id
        found = next_of([one.supplier_id for one in sales], at_hand.id if at_hand and again else None, looked_at=True)
        self.table.choose(self.model.place_of(found))
        self.table.setFocus()
        self.desk.say(self._told(medicine.title, sales), "info")

    def _told(self, name: str, sales: Sequence[Sale]) -> str:
        last, others = sales[0], ", ".join(line(one.supplier) for one in sales[1:])
        words = self.tr("{name}: last of {supplier} on {date}, {price} for {units}.").format(
            name=name,
            supplier=line(last.supplier),
            date=date(last.received_on),
            price=price(last.pack_price),
            units=count(last.pack_units),
        )
        return f"{words} {self.tr('Before that: {others}.').format(others=others)}" if others else words

    def _state(self, row: SupplierRow) -> str:
        return self.tr("in use") if row.active else self.tr("closed")

    async def read(self) -> Sequence[SupplierRow]:
        return await self.desk.db.read(queries.suppliers)

    def values_of(self, row: SupplierRow | None) -> Values:
        if row is None:
            empty = dict.fromkeys(("name", "contact", "phone", "email", "address", "note"), "")
            return {**empty, "lead_days": 14, "active": True}
        names = ("name", "lead_days", "contact", "phone", "email", "address", "note", "active")
        return {name: getattr(row, name) for name in names}

    def title_of(self, row: SupplierRow | None) -> str:
        return row.name if row else self.tr("New supplier")

    async def save(self, values: Values, row: SupplierRow | None) -> Hashable:
        draft = SupplierDraft(**values, id=row.id if row else None, version=row.version if row else None)
        return await self.wishes.run(actions.save_supplier, draft=draft)
