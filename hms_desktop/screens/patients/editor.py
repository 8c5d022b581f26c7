"""Registering and editing: the form, who is perhaps here already, and what is saved."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import uuid4

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from hms_desktop.clinic.organisation import queries as organisation
from hms_desktop.clinic.patients import queries
from hms_desktop.clinic.patients.actions import Registered
from hms_desktop.clinic.patients.queries import Card as PatientCard
from hms_desktop.clinic.patients.rules import PatientRecord, mrn_display
from hms_desktop.core.errors import HmsError, Refused
from hms_desktop.screens.patients.alike import Alike
from hms_desktop.screens.patients.form import PatientForm
from hms_desktop.screens.patients.keeping import Keeping
from hms_desktop.screens.patients.line_fields import Facts
from hms_desktop.screens.patients.saving import Editing, Registering
from hms_desktop.widgets.busy import Progress
from hms_desktop.widgets.buttons import PRIMARY, QUIET, Button
from hms_desktop.widgets.cards import Card
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.dialogs import Difference, DifferenceDialog, ask
from hms_desktop.widgets.errands import Latest, go
from hms_desktop.widgets.scrolled import scrolled
from hms_desktop.widgets.theme import Theme

PAUSE_MS = 250


class Editor(QWidget):
    """One form: a new patient, or one who is known. Esc steps back, and what was typed is still there next time.

    What is typed is kept as a draft named `draft` until it is saved, so that a crash loses nothing.
    """

    saved = Signal(object)
    """The Registered that was saved."""
    left = Signal()
    meant = Signal(object)
    """The LikelyDuplicate who was registered already."""

    def __init__(
        self, desk: Desk, card: PatientCard | None = None, *, draft: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._working = False
        self._learning = Latest()
        self._registering = Registering(desk)
        self._editing = Editing(desk, card) if card else None
        self._looked_at: frozenset[int] = frozenset()
        self.form = PatientForm(may_restrict=desk.who.has_duty("clinician", "manager"))
        self.alike = Alike(desk)
        self.alike.meant.connect(self.meant)
        self.progress = Progress()
        self._lay_out()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(lambda: self.alike.look_for(self.form.record_so_far()))
        if card is not None:
            self.form.put(card.record)
        self.keeping = Keeping(desk.drafts, draft or f"register {uuid4()}", self.form, card, self)
        if card is None:
            self.form.edited.connect(self._pause.start)
        self.form.done.connect(self.save.click)
        self._learning.ask(self._learn())
        self.setFocusProxy(self.form)

    def _lay_out(self) -> None:
        theme = Theme.current()
        self.save = Button(self.tr("Save"), keys="Ctrl+Return", kind=PRIMARY)
        self.save.clicked.connect(lambda: go(self._save()))
        self.back = Button(self.tr("Back"), keys="Esc", cap_only=True)
        self.back.clicked.connect(self.left)
        self.anew = Button(self.tr("Empty the form"), kind=QUIET)
        self.anew.clicked.connect(self._begin_anew)
        scroll = scrolled(self.form)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._keep_in_sight)
        self._scroll = scroll
        sheet = Card()
        sheet.column.addWidget(scroll)
        row = QHBoxLayout()
        row.setSpacing(theme.space["small"])
        for button in (self.anew, self.back, self.save):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        row.insertStretch(1, 1)
        left = QVBoxLayout()
        left.setSpacing(theme.space["medium"])
        left.addWidget(sheet, 1)
        left.addWidget(self.progress)
        left.addLayout(row)
        beside = QHBoxLayout(self)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(theme.space["wide"])
        beside.addLayout(left, 1)
        self.alike.setFixedWidth(theme.width["aside"])
        beside.addWidget(self.alike)
        for part in (self.alike, self.anew):
            part.setVisible(self._editing is None)

    @property
    def card(self) -> PatientCard | None:
        """Whom this form edits; None for a new patient."""
        return self._editing.card if self._editing else None

    def title(self) -> str:
        if self.card is None:
            return self.tr("Register a patient")
        return self.tr("Edit {name}").format(name=self.card.name)

    def subtitle(self) -> str:
        if self.card is None:
            return self.tr("Enter goes on to the next field; Esc steps back and loses nothing")
        return self.tr("MRN {number}").format(number=mrn_display(self.card.mrn))

    def begin_with(self, typed: str) -> None:
        """Take over what somebody typed while searching, unless something stands in the form already."""
        if self.form.empty() and typed.strip():
            record = _record_of(typed)
            self.form.put_typed({"family_name": record.family_name, "given_names": record.given_names})

    def restore(self, typed: Mapping[str, Any]) -> None:
        """Put back what was typed before a crash."""
        self.form.put_typed(typed)

    def unsaved(self) -> bool:
        """Whether leaving for good would lose something."""
        return self.form.touched()

    def close_editor(self) -> None:
        """Ask nothing more; called before the form is deleted."""
        self._pause.stop()
        self._learning.drop()
        self.alike.close_card()
        self.form.close_form()
        self.keeping.close()

    def _keep_in_sight(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Scroll to where the keys go now, however they came there."""
        if now is not None and self.form.isAncestorOf(now):
            self._scroll.ensureWidgetVisible(now, 0, Theme.current().height["row"])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    async def _learn(self) -> None:
        facts = Facts()
        facts.today = await self._desk.db.read(queries.today)
        facts.country = (await self._desk.db.cached(organisation.facility)).country
        self.form.learn(facts)

    async def _save(self) -> None:
        if self._working:
            return
        self._working = True
        self.form.clear_errors()
        try:
            with self.progress.working(self.save, self.tr("Saving…"), cancel=False):
                record = self.form.record()
                saved = await self._register(record) if self._editing is None else await self._edit(record)
        except HmsError as error:
            if not self.form.show_refusal(error):
                self._desk.tell(error)
            return
        finally:
            self._working = False
        if saved is not None:
            self.keeping.forget()
            self.saved.emit(saved)

    async def _register(self, record: PatientRecord) -> Registered | None:
        """Register, but not past a likely duplicate that nobody has looked at: then None, and it is said."""
        await self.alike.look(record)
        unseen = [one for one in self.alike.shown() if one.id not in self._looked_at]
        self._looked_at |= {one.id for one in self.alike.shown()}
        if any(one.sure for one in unseen):
            self._desk.say(
                self.tr("Perhaps this patient is registered already: look beside the form. Save again if not."),
                "warning",
            )
            return None
        try:
            return await self._registering.save(record, tuple(self._looked_at))
        except Refused as refused:
            if refused.code == "merging.not_shown":
                await self.alike.look(record, again=True)
                self._looked_at |= {one.id for one in self.alike.shown()}
            raise

    async def _edit(self, record: PatientRecord) -> Registered | None:
        assert self._editing is not None  # noqa: S101 - asked before
        return await self._editing.save(record, self._choose)

    async def _choose(self, differences: Sequence[Difference]) -> dict[str, bool] | None:
        dialog = DifferenceDialog(differences, parent=self.window())
        if not await ask(dialog):
            return None
        chosen = dialog.chosen()
        return {one.field: chosen[one.field] == one.yours for one in differences}

    def _begin_anew(self) -> None:
        self.form.put(PatientRecord())
        self.keeping.forget()
        self.alike.clear()
        self._looked_at = frozenset()
        self.form.setFocus()


def _record_of(typed: str) -> PatientRecord:
    """What was typed to find somebody, as a name: `Family, Given`, or all but the last word given."""
    words = typed.strip()
    if any(sign.isdecimal() for sign in words):
        return PatientRecord()
    family, comma, given = words.partition(",")
    if not comma:
        given, _, family = words.rpartition(" ")
    return PatientRecord(given_names=given.strip(), family_name=family.strip())
