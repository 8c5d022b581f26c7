"""Films at the desk: dropped, checked, converted, sent and removed; and the playlists that are made of them."""

import datetime as dt
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest

from hms_desktop.clinic.displays import queries_media
from hms_desktop.clinic.displays.rules_media import Times
from hms_desktop.screens.displays.films import FilmsPage
from hms_desktop.screens.displays.playlists import PlaylistsPage
from tests.factories import clips, displays, media
from tests.hospital import Hospital
from tests.screens.conftest import ClosingLoop
from tests.screens.desks import Seat
from tests.waiting import until

WITH_FFPROBE = pytest.mark.skipif(shutil.which("ffprobe") is None, reason="ffprobe is not installed")


def drop(page: FilmsPage, *paths: Path) -> None:
    """Drag files from a file manager onto the page and let go."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(page.rect().center(), Qt.DropAction.CopyAction, data, buttons, keys)
    page.dragEnterEvent(entering)
    assert entering.isAccepted()
    page.dropEvent(QDropEvent(QPointF(10, 10), Qt.DropAction.CopyAction, data, buttons, keys))


@WITH_FFPROBE
def test_dropped_films_are_checked_sent_and_listed_and_a_broken_one_says_why(
    office: Seat, loop: ClosingLoop, tmp_path: Path
) -> None:
    good, broken = clips.h264(tmp_path / "good.mp4"), clips.garbage(tmp_path / "broken.mp4")

    async def steps() -> None:
        page = FilmsPage(office.desk)
        office.show(page)
        drop(page, good)
        await until(lambda: "Films added: 1" in office.said(), "the film was added")
        await until(lambda: page.model.rowCount() == 1, "it is on the list")
        assert page.model.cells(0).texts[:3] == ("good.mp4", "H.264 320 × 240, 30/s", "0:01")
        drop(page, broken)
        await until(lambda: "broken.mp4 is empty or broken" in office.said(), "the refusal")
        await until(lambda: not page.busy_with_films, "all is done")
        assert page.add_button.isEnabled()
        page.table.choose(0)
        page.remove_button.click()
        await until(lambda: page.model.rowCount() == 0, "it was removed")

    loop.run(steps())


@WITH_FFPROBE
def test_what_the_computer_cannot_play_is_converted_at_the_desk(
    office: Seat, loop: ClosingLoop, tmp_path: Path
) -> None:
    wide = clips.h264(tmp_path / "wide.mp4", 1, "1920x1080", 5)

    async def steps() -> None:
        page = FilmsPage(office.desk)
        office.show(page)
        drop(page, wide)
        await until(page.refusal.isVisible, "the reasons")
        assert "1920 × 1080 is too large for a Raspberry Pi 4" in page.reasons.text()
        assert page.command.text().startswith("ffmpeg -i ")
        await until(lambda: not page.busy_with_films, "the check is done")
        page.convert_button.click()
        await until(lambda: page.model.rowCount() == 1, "the converted film")
        assert page.model.row(0).width == 1280
        assert not page.refusal.isVisible()

    loop.run(steps())


@WITH_FFPROBE
def test_a_cancelled_upload_leaves_the_desk_ready_for_the_next(
    office: Seat, loop: ClosingLoop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = clips.h264(tmp_path / "good.mp4")

    async def steps() -> None:
        page = FilmsPage(office.desk)
        office.show(page)
        page.advanced.connect(lambda _: page._cancelled.set(), Qt.ConnectionType.DirectConnection)
        drop(page, good)
        await until(lambda: "Cancelled" in office.said(), "it was cancelled")
        await until(lambda: not page.busy_with_films, "it has ended")
        assert page.model.rowCount() <= 1

    loop.run(steps())


def test_a_playlist_is_made_of_films_in_an_order_with_hours_and_days(
    hospital: Hospital, office: Seat, loop: ClosingLoop
) -> None:
    first, second = (media.film(hospital, name, name.encode()) for name in ("a.mp4", "b.mp4"))
    displays.screen(hospital, "Main hall")

    async def steps() -> None:
        page = PlaylistsPage(office.desk)
        office.show(page)
        await until(lambda: page.begun and page.films.offered.count() == 2, "the films are offered")
        page.put({"name": "Lunch", "hours": "12-13", "first_day": "2026-03-02", "last_day": "2026-03-06"})
        page.save_button.click()
        await until(lambda: page.form.field("film_ids").accessibleDescription(), "an empty list is refused")
        for film in (first, second):
            page.films.offered.setCurrentIndex(page.films.offered.findData(film))
            page.films.add_button.click()
        QTest.keyClick(page.films.order, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
        assert page.films.listed() == [second, first]
        page.save_button.click()
        await until(lambda: "Saved" in office.said(), "it was saved")
        assert page.model.cells(0).texts[:3] == ("Lunch", "2", "every screen")
        QTest.keyClick(page.films.order, Qt.Key.Key_Delete)
        assert len(page.films.listed()) == 1
        page.put({"hours": "noon"})
        page.save_button.click()
        await until(lambda: page.form.field("hours").accessibleDescription(), "hours that cannot be read are refused")

    loop.run(steps())
    [form] = office.database.read_now(queries_media.playlists)
    week = Times(dt.time(12), dt.time(13), dt.date(2026, 3, 2), dt.date(2026, 3, 6))
    assert (form.film_ids, form.times) == ((second, first), week)
