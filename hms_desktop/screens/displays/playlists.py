"""The playlists: which films play in which order, on which screens, on which days and in which hours."""

import datetime as dt
from collections.abc import Hashable, Sequence

from hms_desktop.clinic.displays import actions_media, queries, queries_media
from hms_desktop.clinic.displays.queries_media import PlaylistForm
from hms_desktop.clinic.displays.rules_media import Times
from hms_desktop.clinic.patients.policies import day_as_typed
from hms_desktop.core.errors import Refused
from hms_desktop.screens.displays.fields import day_typed, days_shown, hours_shown, hours_typed
from hms_desktop.screens.displays.film_order import FilmOrder
from hms_desktop.widgets.columns import Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.editor_page import EditorPage, Values
from hms_desktop.widgets.forms import choice_field, text_field
from hms_desktop.widgets.spoken import spoken
from hms_desktop.widgets.ticks import Ticks

DAYS = ("first_day", "last_day")
ALL_DAY = dt.time()
"""As beginning and end: the list plays at every hour."""


class PlaylistsPage(EditorPage[PlaylistForm]):
    """Of several lists that play at one time on one screen the shortest goes before the others."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            self.tr("Playlists"),
            [
                Column(self.tr("Playlist"), lambda row: row.name, width=150, strong=True),
                Column(self.tr("Films"), lambda row: str(len(row.film_ids)), align="end", width=60),
                Column(self.tr("On"), self._where, stretch=True, muted=True),
                Column(self.tr("When"), self._when, width=260, muted=True),
            ],
            key=lambda row: row.playlist_id,
            new_word=self.tr("New playlist"),
        )
        self.set_subtitle(self.tr("Where several lists hold at once, the shortest plays: a week before every day."))
        self._names: dict[int, str] = {}
        self.films, self.screens = FilmOrder(), Ticks()
        day = self.tr("for example 2026-12-24")
        use = [(True, self.tr("in use")), (False, self.tr("rests"))]
        self.add("name", self.tr("Name"), text_field(longest=60), required=True)
        self.add("film_ids", self.tr("Films"), self.films)
        self.add("display_ids", self.tr("Screens (none ticked: every screen)"), self.screens)
        self.add("hours", self.tr("Hours (empty: all day)"), text_field(longest=20, hint=self.tr("for example 8-12")))
        self.add("first_day", self.tr("From"), text_field(longest=20, hint=day))
        self.add("last_day", self.tr("To and with"), text_field(longest=20, hint=day))
        self.add("active", self.tr("State"), choice_field(use, True))
        self.follow("displays")

    async def read(self) -> Sequence[PlaylistForm]:
        films = await self.desk.db.read(queries_media.films)
        self.films.offer([(film.film_id, film.name) for film in films if film.whole])
        screens = await self.desk.db.read(queries.displays)
        self._names = {one.display_id: one.name for one in screens}
        self.screens.offer([(one.display_id, one.name) for one in screens if one.active])
        return await self.desk.db.read(queries_media.playlists)

    def values_of(self, row: PlaylistForm | None) -> Values:
        if row is None:
            empty = dict.fromkeys(("name", "hours", *DAYS), "")
            return empty | {"film_ids": [], "display_ids": [], "active": True}
        return {
            "name": row.name,
            "film_ids": list(row.film_ids),
            "display_ids": list(row.display_ids),
            "hours": _hours_of(row.times),
            "first_day": day_typed(row.times.first_day),
            "last_day": day_typed(row.times.last_day),
            "active": row.active,
        }

    def title_of(self, row: PlaylistForm | None) -> str:
        return row.name if row else self.tr("New playlist")

    def fault(self, values: Values, row: PlaylistForm | None) -> tuple[str, str] | None:
        for name in DAYS:
            try:
                day_as_typed(values[name], last=name == "last_day")
            except Refused as error:
                return name, spoken(error)
        if hours_typed(values["hours"]) is None:
            return "hours", self.tr("Type hours as in 8-12 or 08:00-12:00, or nothing.")
        return None if values["film_ids"] else ("film_ids", self.tr("Add at least one film."))

    async def save(self, values: Values, row: PlaylistForm | None) -> Hashable:
        starts_at, ends_at = (one or ALL_DAY for one in hours_typed(values["hours"]) or (None, None))
        first_day, last_day = day_as_typed(values["first_day"]), day_as_typed(values["last_day"], last=True)
        return await self.wishes.run(
            actions_media.save_playlist,
            name=values["name"],
            film_ids=tuple(values["film_ids"]),
            times=Times(starts_at, ends_at, first_day, last_day),
            display_ids=tuple(values["display_ids"]),
            active=values["active"],
            playlist_id=row.playlist_id if row else None,
            version=row.version if row else None,
        )

    def words_of(self, field: str, value: object) -> str:
        if field == "film_ids" and isinstance(value, list):
            return ", ".join(self.films.name_of(film_id) for film_id in value)
        return super().words_of(field, value)

    def _where(self, row: PlaylistForm) -> str:
        return ", ".join(self._names.get(one, "") for one in row.display_ids) or self.tr("every screen")

    def _when(self, row: PlaylistForm) -> str:
        if not row.active:
            return self.tr("rests")
        parts = [days_shown(row.times.first_day, row.times.last_day), _hours_of(row.times)]
        return ", ".join(filter(None, parts)) or self.tr("always")


def _hours_of(times: Times) -> str:
    return "" if times.starts_at == times.ends_at else hours_shown(times.starts_at, times.ends_at)
