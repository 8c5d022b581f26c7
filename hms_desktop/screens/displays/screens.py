"""The list of waiting-room screens: which rooms each shows, how, and whether it lives."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent

from hms_desktop.clinic.displays import actions, queries, rules
from hms_desktop.clinic.displays.queries import DisplayForm, DisplayState
from hms_desktop.clinic.organisation import queries as organisation
from hms_desktop.clinic.organisation.rules import LANGUAGES
from hms_desktop.widgets.columns import Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.editor_page import EditorPage, Values
from hms_desktop.widgets.forms import choice_field, text_field
from hms_desktop.widgets.plain_text import Label
from hms_desktop.widgets.ticks import Ticks

READ_EVERY_MS = 5000


@dataclass(frozen=True)
class Screen:
    """One screen as it is set up, and how it does."""

    form: DisplayForm
    state: DisplayState | None
    rooms: str


class ScreensPage(EditorPage[Screen]):
    """Adding a screen here makes the entry; its login is made where the screen's own computer is set up."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            self.tr("Screens"),
            [
                Column(self.tr("Screen"), lambda row: row.form.name, width=170, strong=True),
                Column(self.tr("Shows"), lambda row: row.rooms or self.tr("every room"), stretch=True),
                Column(self.tr("State"), self._state, width=150, tone=_tone),
            ],
            key=lambda row: row.form.display_id,
            new_word=self.tr("New screen"),
        )
        self.set_subtitle(self.tr("A screen shows and speaks the calls to its rooms."))
        self.rooms = Ticks()
        layouts = [
            ("beside", self.tr("a video or a calm picture beside the list")),
            ("board", self.tr("the list alone")),
        ]
        use = [(True, self.tr("in use")), (False, self.tr("closed"))]
        self.add("name", self.tr("Name"), text_field(longest=60), required=True)
        self.add("room_ids", self.tr("Rooms (none ticked: every room)"), self.rooms)
        self.add("languages", self.tr("Speaks"), Ticks([(one, LANGUAGES[one]) for one in rules.LANGUAGES]))
        self.add("layout", self.tr("Layout"), choice_field(layouts, "beside"))
        self.add("video", self.tr("Video"), choice_field([(True, self.tr("plays")), (False, self.tr("off"))], True))
        self.add("active", self.tr("State"), choice_field(use, True))
        self.how = Label("", "small", wrap=True)
        self.foot.addWidget(self.how)
        self._ticks = QTimer(self, interval=READ_EVERY_MS)
        self._ticks.timeout.connect(self.reload)
        self.follow("displays")
        self.follow("organisation")

    async def read(self) -> Sequence[Screen]:
        rooms = await self.desk.db.read(organisation.rooms)
        names = {row.id: row.name for row in rooms}
        self.rooms.offer([(row.id, row.name) for row in rooms if row.active])
        states = {one.display_id: one for one in await self.desk.db.read(queries.display_states)}
        forms = await self.desk.db.read(queries.displays)
        return [
            Screen(form, states.get(form.display_id), ", ".join(names[one] for one in form.room_ids if one in names))
            for form in forms
        ]

    def values_of(self, row: Screen | None) -> Values:
        if row is None:
            return {"name": "", "room_ids": [], "languages": ["en"], "layout": "beside", "video": True, "active": True}
        form = row.form
        return {
            "name": form.name,
            "room_ids": list(form.room_ids),
            "languages": list(form.languages),
            "layout": form.layout,
            "video": form.video,
            "active": form.active,
        }

    def title_of(self, row: Screen | None) -> str:
        if row is None or not row.form.login:
            words = self.tr("Its login is made at the screen's computer: hms-admin kiosk add NAME --settings FILE")
        else:
            words = self.tr("Signs in as {login}. A new secret: hms-admin kiosk add NAME --settings FILE").format(
                login=row.form.login
            )
        self.how.setText(words)
        return row.form.name if row else self.tr("New screen")

    def fault(self, values: Values, row: Screen | None) -> tuple[str, str] | None:
        return None if values["languages"] else ("languages", self.tr("Choose at least one language."))

    async def save(self, values: Values, row: Screen | None) -> Hashable:
        return await self.wishes.run(
            actions.save_display,
            display_id=row.form.display_id if row else None,
            version=row.form.version if row else None,
            **{name: tuple(value) if isinstance(value, list) else value for name, value in values.items()},
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ticks.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._ticks.stop()
        super().hideEvent(event)

    def _state(self, row: Screen) -> str:
        if not row.form.active:
            return self.tr("closed")
        if row.state is None or row.state.seen_at is None:
            return self.tr("not set up yet") if not row.form.login else self.tr("never seen yet")
        seconds = int(row.state.silent.total_seconds()) if row.state.silent else 0
        if row.state.alive:
            return self.tr("alive")
        return self.tr("silent {n} min").format(n=max(1, seconds // 60))


def _tone(row: Screen) -> str | None:
    if not row.form.active or row.state is None or row.state.seen_at is None:
        return "neutral"
    return "done" if row.state.alive else "stop"
