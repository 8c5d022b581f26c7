"""Writing a prescription, or a new version of one: lines typed at once, fields to correct them, and the order."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from hms_desktop.clinic.organisation import queries as organisation
from hms_desktop.clinic.prescriptions import actions, queries
from hms_desktop.clinic.prescriptions.queries import Favourite, Sheet
from hms_desktop.clinic.prescriptions.written import line_values
from hms_desktop.core.errors import HmsError
from hms_desktop.screens.prescriptions.asking import FavouriteDialog
from hms_desktop.screens.prescriptions.draft import DraftLine, again
from hms_desktop.screens.prescriptions.kept import Amending, Unwritten
from hms_desktop.screens.prescriptions.line_form import LineForm
from hms_desktop.screens.prescriptions.order_form import OrderForm
from hms_desktop.screens.prescriptions.quick_line import Offer, QuickLine
from hms_desktop.screens.prescriptions.words import line_words, quantity_words
from hms_desktop.screens.warnings import WarningsPanel
from hms_desktop.widgets.buttons import PRIMARY, QUIET, Button
from hms_desktop.widgets.cards import Card
from hms_desktop.widgets.columns import END, Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.dialogs import ask
from hms_desktop.widgets.errands import Latest, go
from hms_desktop.widgets.page import Page
from hms_desktop.widgets.rows_table import RowsModel
from hms_desktop.widgets.table_view import TableView
from hms_desktop.widgets.theme import Theme
from hms_desktop.widgets.wishes import Wishes


def _words(draft: DraftLine) -> str:
    return line_words(draft.line, draft.drug.unit, draft.drug.form)


def _asked(place: int, draft: DraftLine, amending: Amending | None) -> dict[str, Any]:
    """A line as safety asks about it; in a new version it names the prescription that is replaced."""
    said = line_values(draft.line)
    taken = {name: said[name] for name in ("dose", "frequency", "daily_maximum", "taper")}
    wish = {"place": place, "medicine": draft.drug.id, **taken}
    return wish | {"amends": amending.id} if amending else wish


class WritingView(QWidget):
    """Everything by keyboard: type and Enter, type and Enter, Ctrl+Return. Esc leaves it and keeps the lines."""

    written = Signal(object)
    """What was prescribed, as actions.Written."""
    left = Signal()
    edited = Signal()
    """Something of it was typed, taken away or written: what is kept of it is no longer right."""

    def __init__(self, desk: Desk, page: Page) -> None:
        super().__init__()
        self._desk, self._page, self._wishes = desk, page, Wishes(desk)
        self._patient: int | None = None
        self._amending: Amending | None = None
        self._working = False
        self._reading = Latest()
        self.quick = QuickLine(desk, rows=4)
        self.quick.picked.connect(self._add)
        self.lines = LineForm()
        self.lines.changed.connect(self._corrected)
        self.model: RowsModel[DraftLine] = RowsModel(self._columns(), key=lambda draft: draft.key)
        self.table = TableView(self.tr("Lines of this prescription"))
        self.table.setModel(self.model)
        self.table.set_empty_text(self.tr("No line yet."))
        self.table.chosen.connect(lambda _row: self._show_chosen())
        self.table.opened.connect(lambda _row: self.lines.go_to_gap())
        self.order = OrderForm(desk)
        self.order.department.currentIndexChanged.connect(lambda _at: self._reading.ask(self._read_favourites()))
        self.order.edited.connect(self.edited)
        self.warnings, self._checking = WarningsPanel(desk, answering=False), Latest()
        self._make_buttons()
        self._lay_out()

    def _columns(self) -> Sequence[Column[DraftLine]]:
        return [
            Column(self.tr("Medicine"), lambda draft: draft.drug.words, stretch=True, strong=True),
            Column(self.tr("Taken"), _words, stretch=True, muted=True, tip=_words),
            Column(
                self.tr("Quantity"),
                lambda draft: quantity_words(draft.line) if draft.complete else self.tr("missing"),
                END,
                width=96,
                tone=lambda draft: None if draft.complete else "warning",
            ),
        ]

    def _make_buttons(self) -> None:
        self.back = Button(self.tr("Back"), keys="Esc", kind=QUIET, cap_only=True)
        self.keep = Button(self.tr("Keep as favourite"), keys="F8")
        self.drop = Button(self.tr("Remove line"), keys="Del", cap_only=True)
        self.save = Button(self.tr("Prescribe"), keys="Ctrl+Return", kind=PRIMARY)
        self.back.clicked.connect(self.left.emit)
        self.keep.clicked.connect(lambda: go(self._keep()))
        self.drop.clicked.connect(self._remove)
        self.save.clicked.connect(lambda: go(self._save()))
        delete = QShortcut(QKeySequence("Del"), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._remove)
        forget = QShortcut(QKeySequence("Del"), self.quick.table)
        forget.setContext(Qt.ShortcutContext.WidgetShortcut)
        forget.activated.connect(lambda: go(self._drop_favourite()))
        leave = QShortcut(QKeySequence("Esc"), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self._step_back)

    def _lay_out(self) -> None:
        space = Theme.current().space
        left, row = QVBoxLayout(), QHBoxLayout()
        left.setSpacing(space["small"])
        row.setSpacing(space["small"])
        for button in (self.back, self.drop, self.keep):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.save)
        left.addWidget(self.quick)
        left.addWidget(self.table, 1)
        left.addWidget(self.order)
        left.addLayout(row)
        card = Card()
        card.column.addWidget(self.lines)
        told, inside, below = QScrollArea(), QWidget(), QVBoxLayout()
        inside.setLayout(below)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self.warnings)
        below.addStretch(1)
        told.setWidget(inside)
        told.setWidgetResizable(True)
        told.setFrameShape(QFrame.Shape.NoFrame)
        told.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        aside = QVBoxLayout()
        aside.setSpacing(space["small"])
        aside.addWidget(card)
        aside.addWidget(told, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(space["large"])
        whole.addLayout(left, 3)
        whole.addLayout(aside, 2)
        self.setFocusProxy(self.quick)

    # What is written -------------------------------------------------------------------------------------------------

    @property
    def drafts(self) -> list[DraftLine]:
        return self.model.rows()

    @property
    def amending(self) -> Amending | None:
        return self._amending

    def restore(self, found: Unwritten) -> None:
        """Go on with what was typed before a crash."""
        self._begin(found.patient, found.amending, list(found.lines))
        self.order.put(found.order, amending=found.amending is not None)

    def begin(self, patient: int) -> None:
        """A new prescription for this patient; one that was begun for the same goes on."""
        if self._patient == patient and self._amending is None and self.drafts:
            return
        self._begin(patient, None, [])

    def repeat(self, sheet: Sheet) -> None:
        """The same once more: every line whose medicine is still used."""
        self._begin(sheet.patient_id, None, [again(one) for one in sheet.lines if one.in_use])
        self.order.show_order(sheet, amending=False)

    def amend(self, sheet: Sheet) -> None:
        """A new version of a prescription, with its lines as they stand."""
        self._begin(sheet.patient_id, Amending(sheet.id, sheet.version), [again(one) for one in sheet.lines])
        self.order.show_order(sheet, amending=True)

    def _begin(self, patient: int, amending: Amending | None, lines: list[DraftLine]) -> None:
        self._patient, self._amending = patient, amending
        self._wishes.forget()
        self.order.clear()
        self.quick.search.clear()
        self.save.set_text(self.tr("Save the new version") if amending else self.tr("Prescribe"))
        self._show(lines)
        self.table.choose(0)
        self._show_chosen()

    def drop_questions(self) -> None:
        """Ask nothing more: the page is closed."""
        self._reading.drop()
        self._checking.drop()

    async def load(self) -> None:
        """Read what may be chosen: departments, the hospital's rules, favourites."""
        departments = await self._desk.db.cached(organisation.departments)
        rules = await self._desk.db.read(queries.prescribing_rules)
        room = self._desk.room.department if self._desk.room else ""
        here = next((one.id for one in departments if one.active and one.name == room), None)
        self.order.set_up(rules, departments, here)
        await self._read_favourites()

    async def _read_favourites(self) -> None:
        department = self.order.department_id
        self.quick.department_id = department
        self.quick.offer_favourites(await self._desk.db.read(queries.favourites, department=department))

    def _add(self, offer: Offer) -> None:
        """Add the line; where something is missing the hands go there, else on to the next line."""
        chosen = offer.draft
        draft = DraftLine(chosen.drug, chosen.line, chosen.counted)
        self._show([*self.drafts, draft])
        self.table.choose(self.model.place_of(draft.key))
        self._show_chosen()
        self.quick.search.clear()
        if draft.complete:
            self.quick.search.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.lines.go_to_gap()

    def _corrected(self, draft: DraftLine) -> None:
        self._show([draft if one.key == draft.key else one for one in self.drafts])

    def _remove(self) -> None:
        chosen = self.model.row(self.table.chosen_row())
        if chosen is not None:
            self._show([one for one in self.drafts if one.key != chosen.key])
            self._show_chosen()

    def _show(self, lines: list[DraftLine]) -> None:
        self.model.show(lines)
        self.order.say_controlled(any(one.drug.controlled for one in lines))
        self._show_buttons()
        self._checking.ask(self._check(lines))
        self.edited.emit()

    async def _check(self, lines: Sequence[DraftLine]) -> None:
        """Show what speaks against the lines, as they are now and with what the patient takes."""
        if self._patient is None or not lines:
            self.warnings.clear()
            return
        asked = [_asked(place, one, self._amending) for place, one in enumerate(lines, 1)]
        await self.warnings.check(self._patient, asked)

    def _show_chosen(self) -> None:
        self.lines.show_line(self.model.row(self.table.chosen_row()))
        self._show_buttons()

    def _show_buttons(self) -> None:
        chosen = self.model.row(self.table.chosen_row())
        self.drop.setEnabled(chosen is not None)
        self.keep.setEnabled(chosen is not None and chosen.complete)
        self.save.setEnabled(bool(self.drafts))

    def _step_back(self) -> None:
        """Esc goes from the fields to the box, and from the empty box back to the list."""
        if self.lines.isAncestorOf(self.focusWidget() or self) or self.order.isAncestorOf(self.focusWidget() or self):
            self.quick.search.take_focus()
        else:
            self.left.emit()

    # Wishes ----------------------------------------------------------------------------------------------------------

    async def _save(self) -> None:
        if self._working or self._patient is None or not self.order.complete():
            return
        gap = next((one for one in self.drafts if not one.complete), None)
        if gap is not None:
            self.table.choose(self.model.place_of(gap.key))
            self._show_chosen()
            self.lines.go_to_gap()
            return
        self._working = True
        try:
            with self._page.busy(self.save, self.tr("Prescribing…"), cancel=False):
                written = await self._prescribed()
        except HmsError as error:
            self._go_to_fault(error)
            raise
        finally:
            self._working = False
        self._show([])
        self._show_chosen()
        self._amending = None
        self.written.emit(written)

    async def _prescribed(self) -> actions.Written:
        values: dict[str, Any] = {
            "order": self.order.order(),
            "lines": tuple(draft.line for draft in self.drafts),
        }
        if self._amending is not None:
            old = {"prescription": self._amending.id, "version": self._amending.version}
            return await self._wishes.run(actions.amend_prescription, **old, **values)
        return await self._wishes.run(actions.write_prescription, patient=self._patient, **values)

    def _go_to_fault(self, error: HmsError) -> None:
        """A refusal that names a line chooses it."""
        place = error.params.get("line")
        if isinstance(place, int):
            self.table.choose(place - 1)
            self._show_chosen()

    async def _keep(self) -> None:
        """Keep the chosen line as a favourite."""
        chosen = self.model.row(self.table.chosen_row())
        if chosen is None or not chosen.complete:
            return
        department = self.order.department.currentText() if self.order.department_id else ""
        dialog = FavouriteDialog(chosen.drug.words, department, self)
        if not await ask(dialog):
            return
        owner = self.order.department_id if dialog.for_department() else None
        await self._wishes.run(actions.save_favourite_line, name=dialog.name(), line=chosen.line, department=owner)
        self._desk.say(self.tr("Kept as a favourite: {name}.").format(name=dialog.name()), "done")
        await self._read_favourites()

    async def _drop_favourite(self) -> None:
        """Del on a favourite in the list takes it off; the message offers to undo that."""
        offer = self.quick.model.row(self.quick.table.chosen_row())
        if offer is None or offer.favourite is None:
            return
        one = offer.favourite
        owner = None if one.own else self.order.department_id
        await self._wishes.run(actions.drop_favourite_line, favourite=one.id)
        await self._read_favourites()
        told = self.tr("No longer a favourite: {name}.").format(name=one.name)
        self._desk.say(told, "info", lambda: go(self._restore_favourite(one, owner)))

    async def _restore_favourite(self, one: Favourite, owner: int | None) -> None:
        await self._wishes.run(actions.save_favourite_line, name=one.name, line=one.line, department=owner)
        await self._read_favourites()
