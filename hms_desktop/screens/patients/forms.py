"""The forms of the patients page: opened, left with what was typed in them, restored after a crash, saved."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QStackedWidget

from hms_desktop.clinic.patients import queries
from hms_desktop.clinic.patients.actions import Registered
from hms_desktop.clinic.patients.queries import Card
from hms_desktop.core.drafts import Draft
from hms_desktop.screens.patients.editor import Editor
from hms_desktop.screens.patients.keeping import offered, unsaved
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.draft_offer import DraftOffer
from hms_desktop.widgets.errands import Latest


class Forms(QObject):
    """One form for a new patient and one for each who is being edited, in the stack `views` behind the list."""

    opened = Signal(object)
    """The Editor that is shown now."""
    left = Signal()
    saved = Signal(object, bool)
    """The Registered, and whether they are new here."""
    meant = Signal(object)
    """The LikelyDuplicate who was registered already."""

    def __init__(self, desk: Desk, views: QStackedWidget) -> None:
        super().__init__(views)
        self._desk = desk
        self._views = views
        self._doing = Latest()
        self.new: Editor | None = None
        self.editors: dict[int, Editor] = {}
        self.offer = DraftOffer(desk.drafts, offered)
        self.offer.wanted.connect(lambda draft: self._doing.ask(self._restore(draft)))

    def register(self, typed: str) -> None:
        """Open the form for a new patient; what was begun in it is still there."""
        if self.new is None:
            self.new = self._made(None)
        self.new.begin_with(typed)
        self._show(self.new)

    async def edit(self, patient: int) -> None:
        """Open the form of somebody who is known; as it was left where something in it is not saved."""
        editor = self.editors.get(patient)
        if editor is None or not editor.unsaved():
            card = await self._desk.db.read(queries.patient_card, patient_id=patient)
            if editor is not None:
                self._drop(editor)
            editor = self.editors[card.id] = self._made(card)
        self._show(editor)

    def unsaved(self) -> int:
        """How many forms hold something that is not saved."""
        return sum(editor.unsaved() for editor in (*self.editors.values(), *([self.new] if self.new else ())))

    def close_forms(self) -> None:
        """Ask nothing more; called before the page is deleted."""
        self._doing.drop()
        for editor in (*self.editors.values(), *([self.new] if self.new else ())):
            editor.close_editor()

    async def _restore(self, draft: Draft) -> None:
        """Open the form again with what was typed in it; it goes on being kept under its own name."""
        found = unsaved(draft)
        if found is None:
            return
        if found.patient is None:
            if self.new is not None:
                self._drop(self.new)
            editor = self.new = self._made(None, found.name)
        else:
            card = await self._desk.db.read(queries.patient_card, patient_id=found.patient)
            if card.id in self.editors:
                self._drop(self.editors[card.id])
            editor = self.editors[card.id] = self._made(found.base(card), found.name)
        editor.restore(found.typed)
        self.offer.settled(found.name)
        self._show(editor)

    def _made(self, card: Card | None, draft: str = "") -> Editor:
        editor = Editor(self._desk, card, draft=draft or (f"edit {card.id}" if card else ""))
        editor.left.connect(self.left)
        editor.meant.connect(self.meant)
        editor.saved.connect(lambda saved: self._saved(editor, saved))
        self._views.addWidget(editor)
        return editor

    def _show(self, editor: Editor) -> None:
        self._views.setCurrentWidget(editor)
        self.opened.emit(editor)
        editor.form.family.setFocus(Qt.FocusReason.OtherFocusReason)

    def _saved(self, editor: Editor, saved: Registered) -> None:
        new = editor.card is None
        self.editors.pop(saved.id, None)
        if new:
            self.new = None
        self.left.emit()
        self._drop(editor)
        self.saved.emit(saved, new)

    def _drop(self, editor: Editor) -> None:
        editor.close_editor()
        self._views.removeWidget(editor)
        editor.deleteLater()
