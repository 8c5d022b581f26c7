"""A page of entries: the list at the leading side, the form of the chosen one beside it, nothing typed is lost."""

import asyncio
from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any, Generic

from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from hms_desktop.core.errors import HmsError, Stale, Unreachable
from hms_desktop.widgets.busy import Progress
from hms_desktop.widgets.buttons import PRIMARY, QUIET, Button
from hms_desktop.widgets.cards import Card
from hms_desktop.widgets.columns import Column, Row
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.dialogs import Difference, DifferenceDialog, ask
from hms_desktop.widgets.errands import go
from hms_desktop.widgets.forms import Form
from hms_desktop.widgets.page import Page
from hms_desktop.widgets.plain_text import Label
from hms_desktop.widgets.rows_table import RowsModel
from hms_desktop.widgets.scrolled import scrolled
from hms_desktop.widgets.spoken import spoken
from hms_desktop.widgets.table_view import TableView
from hms_desktop.widgets.theme import Theme
from hms_desktop.widgets.ticks import Ticks
from hms_desktop.widgets.wishes import Wishes

Values = dict[str, Any]
FORM_WIDTH = 420


class EditorPage(Page, Generic[Row]):
    """A subclass adds fields to `self.form` and says how rows are read, shown in the form, checked and saved.

    What was typed into one entry is kept while another one is looked at, while the list is read again, and through
    every refusal. Where a colleague saved first, both changes meet, and the person settles what clashes.
    """

    def __init__(
        self,
        desk: Desk,
        title: str,
        columns: Sequence[Column[Row]],
        key: Callable[[Row], Hashable],
        *,
        new_word: str = "",
        form_columns: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, title, parent)
        self.wishes = Wishes(desk)
        self.model = RowsModel[Row](columns, key)
        self._key = key
        self._row: Row | None = None
        self._base: Values = {}
        self._drafts: dict[Hashable, tuple[Row | None, Values]] = {}
        self._titles: dict[str, str] = {}
        self._deed: asyncio.Task[Any] | None = None
        self._begun = False
        self._listed = bool(columns)
        self.form = Form(columns=form_columns)
        self.saving = Progress()
        self.form_title = Label("", "strong", wrap=True)
        self.save_button = Button(self.tr("Save"), keys="Ctrl+Return", kind=PRIMARY)
        self.save_button.clicked.connect(self._begin_saving)
        self.discard_button = Button(self.tr("Discard changes"), kind=QUIET)
        self.discard_button.clicked.connect(self.discard)
        self.table = TableView(title)
        self.table.setModel(self.model)
        if new_word:
            self.table.set_empty_text(self.tr("Nothing here yet. Ctrl+N begins with the first."))
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(lambda _row: self._focus_form())
        self.new_button = Button(new_word or self.tr("New"), keys="Ctrl+N", icon="plus")
        self.new_button.clicked.connect(self.begin_new)
        self.new_button.setVisible(bool(new_word))
        self.buttons.addWidget(self.new_button)
        self.card_buttons, self.foot = QHBoxLayout(), QVBoxLayout()
        self._lay_out()

    def _lay_out(self) -> None:
        theme = Theme.current()
        card = Card()
        card.column.setSpacing(theme.space["medium"])
        card.column.addWidget(self.form_title)
        card.column.addWidget(self._scrolled(self.form), 1)
        card.column.addLayout(self.foot)
        card.column.addWidget(self.saving)
        self.card_buttons.addWidget(self.discard_button)
        self.card_buttons.addStretch(1)
        self.card_buttons.addWidget(self.save_button)
        card.column.addLayout(self.card_buttons)
        across = QHBoxLayout()
        across.setSpacing(theme.space["large"])
        if self._listed:
            across.addWidget(self.table, 1)
            card.setFixedWidth(FORM_WIDTH)
        else:
            card.setMaximumWidth(2 * FORM_WIDTH)
            self.table.setParent(self)
            self.table.hide()
        across.addWidget(card, 0 if self._listed else 20)
        if not self._listed:
            across.addStretch(1)
        self.body.addLayout(across, 1)

    def _scrolled(self, form: QWidget) -> QScrollArea:
        inside = QWidget()
        column = QVBoxLayout(inside)
        ring, bar = 2, 10  # pixels kept free for the ring of the focus, and beside the scroll bar where lines end
        column.setContentsMargins(*((bar, ring, ring, ring) if self.isRightToLeft() else (ring, ring, bar, ring)))
        column.addWidget(form)
        column.addStretch(1)
        return scrolled(inside)

    def add(self, name: str, title: str, field: QWidget, *, required: bool = False, wide: bool = False) -> None:
        """Add a field to the form; a `wide` one takes a whole row."""
        self._titles[name] = title
        self.form.add(name, title, field, required=required, wide=wide)

    # What a subclass says

    async def read(self) -> Sequence[Row]:
        """The rows as they are now, and whatever the form's choices need."""
        raise NotImplementedError

    def values_of(self, row: Row | None) -> Values:
        """What the form shows for `row`; for None, what a new entry begins with."""
        raise NotImplementedError

    def title_of(self, row: Row | None) -> str:
        """The words above the form."""
        raise NotImplementedError

    def fault(self, values: Values, row: Row | None) -> tuple[str, str] | None:
        """The first field that cannot be so, and why; asked before anything is sent."""
        return None

    async def save(self, values: Values, row: Row | None) -> Hashable:
        """Save `values` as the next version of `row` (None: as a new entry); its key. Raises Refused, Stale."""
        raise NotImplementedError

    def words_of(self, field: str, value: Any) -> str:
        """A value as a colleague reads it, where two people changed the same field."""
        return ", ".join(map(str, value)) if isinstance(value, list) else str(value)

    # What the page does

    async def load(self) -> None:
        rows = await self.read()
        chosen = self._key(self._row) if self._row is not None else None
        self.model.show(rows)
        self._show_unsaved()
        if not self._begun:
            self._begun = True
            if rows:
                self.table.choose(0)
                self._show(rows[0])
            else:
                self.begin_new()
        elif self._row is not None and not self.touched():
            place = self.model.place_of(chosen)
            self._show(self.model.row(place) if place >= 0 else None)

    @property
    def begun(self) -> bool:
        """Whether the page was read, so that what is typed into the form now stays there."""
        return self._begun

    def begin_new(self) -> None:
        """Show an empty form for a new entry."""
        self.table.clearSelection()
        self.table.setCurrentIndex(self.model.index(-1, -1))
        self._leave()
        self._show(None)
        self._focus_form()

    def touched(self) -> bool:
        """Whether the form holds something that was not saved."""
        return bool(self._base) and self.form.values() != self._base

    def unsaved(self) -> int:
        """How many entries hold something that was not saved."""
        return len(self._drafts) + self.touched()

    def discard(self) -> None:
        """Forget what was typed into the shown entry; Undo in the message brings it back."""
        typed, row = self.form.values(), self._row
        if not self.touched():
            return
        self._fill(row, self.values_of(row))
        self.desk.say(self.tr("The changes were discarded."), "info", undo=lambda: self._bring_back(row, typed))

    def _bring_back(self, row: Row | None, typed: Values) -> None:
        self._leave()
        self._fill(row, self.values_of(row))
        self.put(typed)

    def put(self, values: Mapping[str, Any]) -> None:
        """Type `values` into the form."""
        for name, value in values.items():
            field = self.form.field(name)
            if isinstance(field, Ticks):
                field.choose(value)
            else:
                self.form.put(**{name: value})

    def close_page(self) -> None:
        """Besides: what comes back of a save under way finds nobody here any more."""
        if self._deed is not None:
            self._deed.cancel()
        super().close_page()

    def _begin_saving(self) -> None:
        if self._deed is None or self._deed.done():
            self._deed = go(self._save_typed())

    async def _save_typed(self) -> None:
        if not self.save_button.isEnabled() or not self.form.complete():
            return
        values, row = self.form.values(), self._row
        if fault := self.fault(values, row):
            self.form.show_error(*fault)
            return
        with self.saving.working(self.save_button, self.tr("Saving…")):
            try:
                key = await self._saved(values, row)
            except Unreachable as error:
                self.desk.tell(error)
                return
            except HmsError as error:
                if not self._show_below(error):
                    self.desk.tell(error)
                return
        if key is not None:
            await self._after(key, row, values)

    async def _saved(self, values: Values, row: Row | None) -> Hashable | None:
        """Save; where somebody else was first, let both changes meet. None where the person went back to the form."""
        while True:
            try:
                return await self.save(values, row)
            except Stale:
                rows = await self.read()
                theirs = next((one for one in rows if row is not None and self._key(one) == self._key(row)), None)
                if theirs is None:
                    raise
            met = await self._met(row, theirs, values)
            if met is None:
                return None
            values, row = met, theirs

    async def _met(self, seen: Row | None, theirs: Row, mine: Values) -> Values | None:
        old, new = self.values_of(seen), self.values_of(theirs)
        met = {name: new[name] if _same(mine[name], old[name]) else mine[name] for name in mine}
        clashes = [
            Difference(name, self._titles[name], self.words_of(name, mine[name]), self.words_of(name, new[name]))
            for name in mine
            if not any(
                _same(*pair) for pair in ((mine[name], old[name]), (new[name], old[name]), (new[name], mine[name]))
            )
        ]
        if not clashes:
            return met
        dialog = DifferenceDialog(clashes, parent=self)
        agreed = await ask(dialog)
        chosen = dialog.chosen()
        dialog.deleteLater()
        if not agreed:
            return None
        return met | {one.field: new[one.field] for one in clashes if chosen[one.field] != one.yours}

    async def _after(self, key: Hashable, row: Row | None, values: Values) -> None:
        self._drafts.pop(None if row is None else self._key(row), None)
        self._base = self.form.values()
        rows = await self.read()
        self.model.show(rows)
        place = self.model.place_of(key)
        typed = self.form.values() if self.touched() else {}  # while the list was read
        self.table.blockSignals(True)
        self.table.choose(place)
        self.table.blockSignals(False)
        self._show(self.model.row(place) if place >= 0 else None)
        self.put(typed)
        self.desk.say(self.tr("Saved: {name}").format(name=self.title_of(self._row)), "done")

    def _show_below(self, error: HmsError) -> bool:
        """Say `error` below the field that its params or its code name ('service.prefix_form' names `prefix`)."""
        about = error.code.partition(".")[2]
        fields = self.form.values()
        named = next((name for name in fields if error.params.get("field") == name or about.startswith(name)), "")
        return self.form.show_error(named, spoken(error))

    def _chosen(self, place: int) -> None:
        row = self.model.row(place)
        if row is None or (self._row is not None and self._key(row) == self._key(self._row)):
            return
        self._leave()
        self._show(row)

    def _leave(self) -> None:
        """Keep what was typed into the entry that is left."""
        if self.touched():
            key = None if self._row is None else self._key(self._row)
            self._drafts[key] = (self._row, self.form.values())

    def _show(self, row: Row | None) -> None:
        draft = self._drafts.pop(None if row is None else self._key(row), None)
        base = draft[0] if draft else row
        self._fill(base, self.values_of(base))
        if draft:
            self.put(draft[1])
        self._show_unsaved()

    def _fill(self, row: Row | None, values: Values) -> None:
        self._row = row
        self.form.clear_errors()
        self.put(values)
        self._base = self.form.values()
        self.form_title.setText(self.title_of(row))

    def _show_unsaved(self) -> None:
        many = len(self._drafts)
        self.set_hint(self.tr("Changed and not saved in other entries: {n}").format(n=many) if many else "")

    def _focus_form(self) -> None:
        first = next(iter(self.form.values()), "")
        if first:
            self.form.field(first).setFocus()


def _same(one: Any, other: Any) -> bool:
    """Equal, where the order of several ticked entries means nothing."""
    several = (list, tuple, frozenset)
    if isinstance(one, several) and isinstance(other, several):
        return set(one) == set(other)
    return bool(one == other)
