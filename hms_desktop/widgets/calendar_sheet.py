"""What a calendar shows, as plain data: columns of slots with entries in them, and the table model over its times."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from hms_desktop.widgets.columns import Index
from hms_desktop.widgets.plain_text import line

LINE_HEIGHT = 24
"""Pixels of one place or entry in a slot."""
GAP_HEIGHT = 10
"""Pixels of a stretch of time in which nobody works."""
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_SLOT_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


@dataclass(frozen=True)
class Entry:
    """Who or what takes a place. The icon's shape says the state where the tone is not seen; `spoken` says all."""

    key: Hashable
    text: str
    word: str
    spoken: str
    icon: str = ""
    tone: str = "neutral"
    movable: bool = False


@dataclass(frozen=True)
class Slot:
    """A stretch of time in one column that holds entries; minutes count from midnight.

    `free` are places that are left, `words` what stands in a free line, `spoken` what a reader hears of the slot.
    One that is not `open` takes nothing more.
    """

    key: Hashable
    column: int
    begins: int
    ends: int
    words: str
    spoken: str
    free: int = 0
    open: bool = True
    entries: tuple[Entry, ...] = ()

    @property
    def lines(self) -> int:
        return max(len(self.entries) + self.free, 1)


@dataclass(frozen=True)
class Heading:
    """A column's two lines; a `marked` one is today. `note` stands in a column without slots."""

    title: str
    subtitle: str = ""
    marked: bool = False
    note: str = ""


@dataclass(frozen=True)
class CalendarSheet:
    """One page of a calendar. `times` are the words at the edge by minute; `now` is the minute of today's line."""

    headings: tuple[Heading, ...] = ()
    slots: tuple[Slot, ...] = ()
    times: Mapping[int, str] = field(default_factory=dict)
    now: int | None = None


class CalendarModel(QAbstractTableModel):
    """A row for each moment at which a slot begins or ends somewhere; a cell of its first row holds the slot."""

    def __init__(self) -> None:
        super().__init__()
        self.sheet = CalendarSheet()
        self.coming = True
        self.moments: tuple[int, ...] = ()
        self._slots: dict[tuple[int, int], Slot] = {}
        self._rows: dict[int, int] = {}

    def show(self, sheet: CalendarSheet, *, coming: bool = False) -> None:
        """Show `sheet`; while it is `coming` its columns are known and their slots are not."""
        self.beginResetModel()
        self.sheet, self.coming = sheet, coming
        self.moments = tuple(sorted({at for slot in sheet.slots for at in (slot.begins, slot.ends)}))
        self._rows = {minute: row for row, minute in enumerate(self.moments)}
        self._slots = {(self._rows[slot.begins], slot.column): slot for slot in sheet.slots}
        self.endResetModel()

    def slot(self, row: int, column: int) -> Slot | None:
        """The slot that begins in this cell."""
        return self._slots.get((row, column))

    def place_of(self, key: Hashable) -> tuple[int, int] | None:
        """Row and column of the slot `key`."""
        return next((place for place, slot in self._slots.items() if slot.key == key), None)

    def place_of_entry(self, key: Hashable) -> tuple[int, int, int] | None:
        """Row and column of the slot that holds the entry `key`, and its line there."""
        for (row, column), slot in self._slots.items():
            for number, entry in enumerate(slot.entries):
                if entry.key == key:
                    return row, column, number
        return None

    def row_range(self, slot: Slot) -> range:
        """The rows that `slot` covers."""
        return range(self._rows[slot.begins], self._rows[slot.ends])

    def rows_of(self, slot: Slot) -> int:
        """How many rows `slot` covers."""
        return len(self.row_range(slot))

    def column_slots(self, column: int) -> list[tuple[int, Slot]]:
        """The slots of one column with their rows, in order of time."""
        return sorted(((row, slot) for (row, at), slot in self._slots.items() if at == column), key=lambda one: one[0])

    def heights(self) -> list[int]:
        """Pixels of each row, so that every slot has a line for each of its places."""
        heights = [GAP_HEIGHT] * max(len(self.moments) - 1, 0)
        for slot in sorted(self.sheet.slots, key=self.rows_of):
            covered = self.row_range(slot)
            missing = slot.lines * LINE_HEIGHT + 4 - sum(heights[at] for at in covered)
            if missing > 0:
                share, rest = divmod(missing, len(covered))
                for place, at in enumerate(covered):
                    heights[at] += share + (place < rest)
        return heights

    def time_words(self, row: int) -> str:
        return self.sheet.times.get(self.moments[row], "") if row < len(self.moments) else ""

    def now_row(self) -> int | None:
        """The row in which the present moment lies; None outside of all hours."""
        now = self.sheet.now
        if now is None:
            return None
        return next((row for row, (begins, ends) in enumerate(pairwise(self.moments)) if begins <= now < ends), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else max(len(self.moments) - 1, 0)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.sheet.headings)

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = self.slot(index.row(), index.column())
        return _SLOT_FLAGS if found is not None else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        if role not in (_DISPLAY, _ACCESSIBLE):
            return None
        found = self.slot(index.row(), index.column())
        return spoken_slot(self.sheet.headings[index.column()], found) if found is not None else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        if role not in (_DISPLAY, _ACCESSIBLE):
            return None
        if orientation == Qt.Orientation.Vertical:
            return self.time_words(section)
        heading = self.sheet.headings[section] if section < len(self.sheet.headings) else Heading("")
        return line(f"{heading.title} {heading.subtitle}".strip())


def spoken_slot(heading: Heading, slot: Slot) -> str:
    """Everything of a slot in one line, for a screen reader."""
    parts: Sequence[str] = [f"{heading.title} {heading.subtitle}".strip(), slot.spoken]
    return line("; ".join([*parts, *(entry.spoken for entry in slot.entries)]))
