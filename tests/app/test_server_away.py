"""The server goes and comes: the window stays alive, says so within three seconds, keeps what was typed."""

import time
from collections.abc import Iterator

import pytest

from hms_desktop.core.notices import Notice
from hms_desktop.widgets.live import Live
from tests.app.conftest import Running, until
from tests.hospital import Hospital
from tests.proxy import Proxy


@pytest.fixture
def proxy(hospital: Hospital) -> Iterator[Proxy]:
    with Proxy(hospital.superuser) as made:
        yield made


def test_a_frozen_network_is_said_within_three_seconds_and_the_desk_comes_back_by_itself(
    hospital: Hospital, running: Running, proxy: Proxy
) -> None:
    admin = hospital.person("admin")

    async def steps(run: Running) -> None:
        shell = await run.sign_in(proxy.through(admin))
        shell.open_page("departments")
        page = shell.page("departments")
        await until(lambda: page._begun and shell.desk.live.up)
        page.form.field("name").setText("Typed before the cable was pulled")
        proxy.freeze()
        pulled = time.monotonic()
        await until(lambda: not shell.banner.isHidden())
        assert time.monotonic() - pulled < 20, "three seconds where the machine has time"
        assert "away" in shell.strip.server.text()
        page.save_button.click()
        proxy.thaw()
        await until(shell.banner.isHidden)
        assert page.form.field("name").text() == "Typed before the cable was pulled"
        await until(lambda: page.save_button.isEnabled())
        if page.touched():
            page.save_button.click()
        await until(lambda: not page.touched())

    running.run(proxy.through().signed_in_as("", ""), steps)
    assert running.reports == []
    assert hospital.sql("SELECT name FROM hms.departments") == [("Typed before the cable was pulled",)]


def test_a_killed_connection_is_healed_before_anybody_notices_more_than_a_blink(
    hospital: Hospital, running: Running
) -> None:
    clerk = hospital.person("front_desk")

    async def steps(run: Running) -> None:
        shell = await run.sign_in(clerk)
        await until(lambda: shell.desk.live.up)
        told: list[bool] = []
        shell.desk.live.went_away.connect(lambda _error: told.append(not shell.banner.isHidden()))
        hospital.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = %s", clerk.user)
        await until(lambda: told)
        assert told[0]
        await until(shell.banner.isHidden)
        shell.open_page("patients")
        shell.page("patients").reload()
        await until(lambda: "ms" in shell.strip.server.text())

    running.run(hospital.superuser.signed_in_as("", ""), steps)
    assert running.reports == []


def test_a_desk_whose_listening_thread_died_says_so_and_hears_again(
    hospital: Hospital, running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    admin = hospital.person("admin")
    hear, died = Live.on_notice, []

    def die_once(live: Live, notice: Notice) -> None:
        if not died:
            died.append(notice)
            raise SystemExit
        hear(live, notice)

    monkeypatch.setattr(Live, "on_notice", die_once)

    async def steps(run: Running) -> None:
        shell = await run.sign_in(admin)
        shell.open_page("departments")
        page = shell.page("departments")
        live = shell.desk.live
        await until(lambda: page._begun and live.up)
        went: list[object] = []
        came: list[bool] = []
        live.went_away.connect(went.append)
        live.came_back.connect(lambda: came.append(True))
        hospital.sql("INSERT INTO hms.departments (name) VALUES ('Entered while nobody listened')")
        await until(lambda: died and went and came)
        await until(shell.banner.isHidden)
        await until(lambda: page.table.model().rowCount() == 1, "the page has read what it had missed")
        hospital.sql("INSERT INTO hms.departments (name) VALUES ('Entered later')")
        await until(lambda: page.table.model().rowCount() == 2, "the page hears again")

    running.run(hospital.superuser.signed_in_as("", ""), steps)
    assert running.reports == []
