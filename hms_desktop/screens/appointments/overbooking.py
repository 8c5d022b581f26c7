"""Where this person may book on top of a full time; the server is asked once for each clinic."""

from PySide6.QtCore import QObject, Signal

from hms_desktop.clinic.appointments import timetable
from hms_desktop.clinic.appointments.queries import SessionBlock
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.errands import Latest


class Overbooking(QObject):
    """`learned` is emitted when more is known."""

    learned = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.known: dict[int, bool] = {}
        self._learning = Latest()

    def learn(self, clinics: set[int]) -> None:
        """Ask for those of `clinics` that are not known yet."""
        missing = clinics - self.known.keys()
        if missing:
            self._learning.ask(self._ask(missing))

    def allowed_in(self, clinic: int) -> bool:
        """Whether the person may; not before it is known."""
        return self.known.get(clinic, False)

    def allows(self, session: SessionBlock) -> bool:
        """Whether the person may, and the session takes one more."""
        return session.overbooked < session.overbook and self.allowed_in(session.clinic_id)

    def drop(self) -> None:
        self._learning.drop()

    async def _ask(self, clinics: set[int]) -> None:
        for clinic in sorted(clinics):
            self.known[clinic] = await self._desk.db.read(timetable.may_overbook, clinic=clinic)
        self.learned.emit()
