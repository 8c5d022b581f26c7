"""The list of waiting-room screens: which rooms each shows, how and when, whether it lives, and a call to try it."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QComboBox

from hms_desktop.clinic.displays import actions, queries, rules
from hms_desktop.clinic.displays.queries import DisplayForm, DisplayState
from hms_desktop.clinic.displays.rules import DisplaySettings
from hms_desktop.clinic.organisation import queries as organisation
from hms_desktop.clinic.organisation.rules import LANGUAGES
from hms_desktop.screens.displays.fields import hours_shown, hours_typed, number_field
from hms_desktop.screens.displays.preview import PreviewDialog
from hms_desktop.widgets.buttons import Button
from hms_desktop.widgets.columns import Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.editor_page import EditorPage, Values
from hms_desktop.widgets.errands import go
from hms_desktop.widgets.forms import choice_field, text_field
from hms_desktop.widgets.plain_text import Label
from hms_desktop.widgets.ticks import Ticks

READ_EVERY_MS = 4000
HOURS = ("quiet", "dim")
_SETTINGS = (
    "layout", "video", "languages", "volume", "film_volume", "ducked_volume", "show_waiting", "show_estimates",
    "dwell_seconds",
)  # fmt: skip


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
                Column(self.tr("Screen"), lambda row: row.form.name, width=150, strong=True),
                Column(self.tr("Shows"), lambda row: row.rooms or self.tr("every room"), stretch=True),
                Column(self.tr("Last shown"), lambda row: row.state.last_ticket if row.state else "", width=100),
                Column(self.tr("State"), self._state, width=150, tone=_tone),
            ],
            key=lambda row: row.form.display_id,
            new_word=self.tr("New screen"),
            form_columns=2,
        )
        self.set_subtitle(
            self.tr("A screen shows and speaks the calls to its rooms; it does at once what is saved here.")
        )
        self.rooms = Ticks()
        self._add_what_it_shows()
        self._add_what_it_says()
        self.test = Button(self.tr("Test call"), keys="Ctrl+T")
        self.test.clicked.connect(lambda: go(self._test_call()))
        self.preview = Button(self.tr("Preview"), keys="Ctrl+E")
        self.preview.clicked.connect(self._open_preview)
        for button in (self.preview, self.test):
            self.buttons.addWidget(button)
        self.tested = Label("", "small", wrap=True)
        self.how = Label("", "small", wrap=True)
        for label in (self.tested, self.how):
            self.foot.addWidget(label)
        self._ticks = QTimer(self, interval=READ_EVERY_MS)
        self._ticks.timeout.connect(self.reload)
        self.follow("displays")
        self.follow("organisation")

    def _add_what_it_shows(self) -> None:
        layouts = [
            ("beside", self.tr("a video or a calm picture beside the list")),
            ("board", self.tr("the list alone")),
            ("portrait", self.tr("upright: the video above the list")),
        ]
        self.add("name", self.tr("Name"), text_field(longest=60), required=True, wide=True)
        self.add("room_ids", self.tr("Rooms (none ticked: every room)"), self.rooms, wide=True)
        self.add("layout", self.tr("Layout"), choice_field(layouts, "beside"), wide=True)
        self.add("video", self.tr("Video"), self._yes_or_no(self.tr("plays"), self.tr("off")))
        self.add("active", self.tr("State"), self._yes_or_no(self.tr("in use"), self.tr("closed")))
        shown, hidden = self.tr("shown"), self.tr("not shown")
        self.add("show_waiting", self.tr("How many wait"), self._yes_or_no(shown, hidden))
        self.add("show_estimates", self.tr("Expected waits"), self._yes_or_no(shown, hidden))
        dwell = number_field(rules.SHORTEST_DWELL, rules.LONGEST_DWELL, unit=self.tr(" s"))
        self.add("dwell_seconds", self.tr("A called ticket stands"), dwell)
        self.add("dim", self.tr("Dimmed"), text_field(longest=20, hint=self.tr("for example 22-6")))

    def _add_what_it_says(self) -> None:
        self.add("languages", self.tr("Speaks"), Ticks([(one, LANGUAGES[one]) for one in rules.LANGUAGES]), wide=True)
        self.add("volume", self.tr("Volume of the voice"), number_field(0, 100, unit=self.tr(" %")))
        self.add("quiet", self.tr("Silent, calls only shown"), text_field(longest=20, hint=self.tr("for example 22-6")))
        self.add("film_volume", self.tr("Volume of the film"), number_field(0, 100, unit=self.tr(" %")))
        self.add("ducked_volume", self.tr("… while somebody is called"), number_field(0, 100, unit=self.tr(" %")))

    def _yes_or_no(self, yes: str, no: str) -> QComboBox:
        return choice_field([(True, yes), (False, no)], True)

    async def read(self) -> Sequence[Screen]:
        rooms = await self.desk.db.cached(organisation.rooms)
        names = {row.id: row.name for row in rooms}
        self.rooms.offer([(row.id, row.name) for row in rooms if row.active])
        states = {one.display_id: one for one in await self.desk.db.read(queries.display_states)}
        forms = await self.desk.db.read(queries.displays)
        return [
            Screen(form, states.get(form.display_id), ", ".join(names[one] for one in form.room_ids if one in names))
            for form in forms
        ]

    async def load(self) -> None:
        await super().load()
        chosen = self._chosen_row()
        self._say_how_the_test_went(chosen.state if chosen else None)

    def values_of(self, row: Screen | None) -> Values:
        settings = row.form if row else DisplaySettings()
        values = {name: getattr(settings, name) for name in _SETTINGS}
        for name in HOURS:
            values[name] = hours_shown(getattr(settings, f"{name}_from"), getattr(settings, f"{name}_to"))
        return values | {
            "name": row.form.name if row else "",
            "room_ids": list(row.form.room_ids) if row else [],
            "languages": list(settings.languages),
            "active": row.form.active if row else True,
        }

    def title_of(self, row: Screen | None) -> str:
        if row is None or not row.form.login:
            words = self.tr("Its login is made at the screen's computer: hms-admin kiosk add NAME --settings FILE")
        else:
            words = self.tr("Signs in as {login}. A new secret: hms-admin kiosk add NAME --settings FILE").format(
                login=row.form.login
            )
        self.how.setText(words)
        for button in (self.test, self.preview):
            button.setEnabled(row is not None)
        self._say_how_the_test_went(row.state if row else None)
        return row.form.name if row else self.tr("New screen")

    def fault(self, values: Values, row: Screen | None) -> tuple[str, str] | None:
        if not values["languages"]:
            return "languages", self.tr("Choose at least one language.")
        wrong = next((name for name in HOURS if hours_typed(values[name]) is None), None)
        return (wrong, self.tr("Type hours as in 22-6 or 22:00-06:00, or nothing.")) if wrong else None

    async def save(self, values: Values, row: Screen | None) -> Hashable:
        typed = {name: values[name] for name in (*_SETTINGS, "name", "active", "room_ids")}
        for name in HOURS:
            typed[f"{name}_from"], typed[f"{name}_to"] = hours_typed(values[name]) or (None, None)
        return await self.wishes.run(
            actions.save_display,
            display_id=row.form.display_id if row else None,
            version=row.form.version if row else None,
            **{name: tuple(value) if isinstance(value, list) else value for name, value in typed.items()},
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ticks.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._ticks.stop()
        super().hideEvent(event)

    async def _test_call(self) -> None:
        """The screen itself tells how it went; the page follows it."""
        if self._row is not None:
            await self.wishes.run(actions.test_call, display_id=self._row.form.display_id)
            self.reload()

    def _say_how_the_test_went(self, state: DisplayState | None) -> None:
        words, tone = "", "neutral"
        if state is not None and state.test_id is not None:
            words, tone = self.tr("Test call: not shown yet"), "warning"
            if state.test_shown:
                words, tone = self.tr("Test call: shown, not spoken"), "done"
            if state.test_spoken:
                words = self.tr("Test call: shown and spoken")
        self.tested.setText(words)
        self.tested.set_tone(tone)

    def _chosen_row(self) -> Screen | None:
        """The shown screen as it was read last, also while something is typed about it."""
        if self._row is None:
            return None
        return self.model.row(self.model.place_of(self._row.form.display_id))

    def _open_preview(self) -> None:
        if self._row is not None:
            PreviewDialog(self.desk, self._row.form, self).open()

    def _state(self, row: Screen) -> str:
        if not row.form.active:
            return self.tr("closed")
        if row.state is None or row.state.seen_at is None:
            return self.tr("not set up yet") if not row.form.login else self.tr("never seen yet")
        if not row.state.alive:
            return self.tr("dead since {time}").format(time=row.state.seen_clock)
        return self.tr("out of service") if row.state.unfit else self.tr("alive")


def _tone(row: Screen) -> str | None:
    if not row.form.active or row.state is None or row.state.seen_at is None:
        return "neutral"
    return "done" if row.state.alive and not row.state.unfit else "stop"
