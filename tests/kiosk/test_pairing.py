"""A new screen asks, shows its code, waits, and becomes the screen that somebody has accepted."""

import asyncio
import json
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest
import qasync
import shiboken6
from PySide6.QtWidgets import QApplication

from display_kiosk.pairing import Pairing, wordings
from display_kiosk.scene.pairing import PairingCard, PairingWindow
from hms_desktop.clinic.displays import actions_pairing as actions
from hms_desktop.clinic.displays import queries
from hms_desktop.clinic.displays import queries_pairing as pairing
from hms_desktop.core import places, settings
from hms_desktop.core.database import Database
from hms_desktop.core.settings import Server, Settings
from hms_desktop.core.settings_file import write_settings
from tests.hospital import Hospital
from tests.kiosk.images import pairing_login
from tests.kiosk.running import HOUSE
from tests.waiting import PATIENCE, until, wait_until

THEME = json.loads((places.resources() / "themes" / "kiosk.json").read_text("utf-8"))
WORDINGS = wordings(places.resources() / "pairing", "en")
PACE = 0.02


@pytest.fixture
def card(qapp: QApplication) -> Iterator[PairingCard]:
    made = PairingCard(THEME, WORDINGS)
    yield made
    shiboken6.delete(made)


@pytest.fixture
def admin(hospital: Hospital) -> Database:
    return hospital.database(hospital.person("admin"))


class Screen:
    """A new screen that asks, in this process; `code` is what stands on it."""

    def __init__(self, server: Server, file: Path, card: PairingCard) -> None:
        self.card = card
        found = Settings(server=server, workstation="new-pi")
        self.asking = asyncio.ensure_future(Pairing(found, server, file, card, pace=PACE).run())

    def code(self) -> str:
        return str(self.card.property("code")).replace(" ", "")

    async def shows_code(self, other_than: str = "") -> str:
        await until(lambda: self.code() not in ("", other_than), "a code is shown")
        return self.code()

    async def says(self, words: str) -> None:
        await until(lambda: words in self.card.property("note"), f"the screen says {words!r}")

    async def end(self) -> None:
        self.asking.cancel()
        await asyncio.gather(self.asking, return_exceptions=True)


Run = Callable[[Callable[[], Awaitable[None]]], None]


@pytest.fixture
def run(qt_loop: qasync.QEventLoop) -> Run:
    """Runs a test's steps on Qt's own loop."""
    return lambda steps: qt_loop.run_until_complete(steps())


def accept(admin: Database, code: str, name: str = "Hall A") -> None:
    admin.run_now(actions.accept_pairing, intent=uuid4(), code=code, name=name)


def test_an_accepted_screen_keeps_its_own_login_for_its_owner_only(
    hospital: Hospital, admin: Database, card: PairingCard, tmp_path: Path, run: Run
) -> None:
    file = tmp_path / "var" / "kiosk.toml"

    async def steps() -> None:
        screen = Screen(pairing_login(hospital), file, card)
        accept(admin, await screen.shows_code())
        own = await screen.asking
        assert own.workstation == "Hall A"

    run(steps)
    found, messages = settings.load(file, {})
    assert messages == ()
    assert found.server is not None
    assert found.server.user.startswith("kiosk-hall-a-")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    mine = hospital.database(found.server).read_now(queries.my_screen)
    assert mine is not None
    assert mine.name == "Hall A"


def test_a_refused_screen_says_so_and_asks_again_with_another_code(
    hospital: Hospital, admin: Database, card: PairingCard, tmp_path: Path, run: Run
) -> None:
    async def steps() -> None:
        screen = Screen(pairing_login(hospital), tmp_path / "kiosk.toml", card)
        first = await screen.shows_code()
        admin.run_now(actions.refuse_pairing, intent=uuid4(), code=first)
        await screen.says("turned away")
        assert screen.code() == ""
        second = await screen.shows_code(other_than=first)
        accept(admin, second)
        await screen.asking

    run(steps)


def test_an_expired_code_is_replaced_by_a_new_one(
    hospital: Hospital, card: PairingCard, tmp_path: Path, run: Run
) -> None:
    async def steps() -> None:
        screen = Screen(pairing_login(hospital), tmp_path / "kiosk.toml", card)
        first = await screen.shows_code()
        hospital.sql("UPDATE hms.kiosk_pairings SET asked_at = asked_at - interval '10 minutes'")
        await screen.shows_code(other_than=first)
        await screen.end()

    run(steps)


def test_two_screens_at_once_show_two_codes_and_become_two_screens(
    hospital: Hospital, admin: Database, card: PairingCard, tmp_path: Path, run: Run
) -> None:
    async def steps() -> None:
        server = pairing_login(hospital)
        one = Screen(server, tmp_path / "one.toml", card)
        other = Screen(server, tmp_path / "other.toml", PairingCard(THEME, WORDINGS, card))
        codes = (await one.shows_code(), await other.shows_code())
        assert codes[0] != codes[1]
        accept(admin, codes[1], "Hall B")
        assert (await other.asking).workstation == "Hall B"
        assert not one.asking.done()
        accept(admin, codes[0], "Hall A")
        assert (await one.asking).workstation == "Hall A"

    run(steps)


def test_while_five_others_wait_the_screen_says_that_it_asks_again(
    hospital: Hospital, admin: Database, card: PairingCard, tmp_path: Path, run: Run
) -> None:
    async def steps() -> None:
        server = pairing_login(hospital)
        image = hospital.database(server)
        for number in range(5):
            image.run_now(actions.ask_to_pair, code=f"AAAA000{number}", password="x" * 32, machine="pi")
        screen = Screen(server, tmp_path / "kiosk.toml", card)
        await screen.says("Too many screens")
        admin.run_now(actions.refuse_pairing, intent=uuid4(), code="AAAA0000")
        await screen.shows_code()
        await screen.end()

    run(steps)


def test_an_image_whose_secret_was_renewed_says_what_to_do(
    hospital: Hospital, card: PairingCard, tmp_path: Path, run: Run
) -> None:
    async def steps() -> None:
        old = replace(pairing_login(hospital), password="an older image's")
        screen = Screen(old, tmp_path / "kiosk.toml", card)
        await screen.says("Ask IT for a new image")
        await screen.end()

    run(steps)


def test_where_the_settings_cannot_be_kept_nobody_is_asked(
    hospital: Hospital, card: PairingCard, tmp_path: Path, run: Run
) -> None:
    (tmp_path / "in-the-way").write_text("a file where a folder should be")

    async def steps() -> None:
        screen = Screen(pairing_login(hospital), tmp_path / "in-the-way" / "kiosk.toml", card)
        await screen.says("cannot be written")
        await screen.end()

    run(steps)
    assert hospital.sql("SELECT count(*) FROM hms.kiosk_pairings") == [(0,)]


def test_every_language_has_all_words_of_the_pairing_screen() -> None:
    assert {path.stem for path in (places.resources() / "pairing").glob("*.json")} == {
        path.stem for path in (places.resources() / "announcements").glob("*.json")
    }
    for wording in WORDINGS:
        assert wording.words.keys() == WORDINGS[0].words.keys()
        assert all(text.strip() for text in wording.words.values())
        assert [name for name, text in wording.words.items() if "%1" in text] == ["pair_left", "pair_no_file"]


def test_the_steps_are_shown_in_one_language_after_another_and_the_code_stays(card: PairingCard) -> None:
    window = PairingWindow(card)
    card.show_code("4K7P 2MXA")
    titles = []
    for _ in WORDINGS:
        titles.append(card.property("title"))
        card.next_language()
        assert card.property("code") == "4K7P 2MXA"
    assert len(set(titles)) == len(WORDINGS) == 5
    assert card.property("title") == titles[0]
    window.dismiss()


def test_the_real_program_pairs_and_then_shows_the_board(hospital: Hospital, admin: Database, tmp_path: Path) -> None:
    image, report = tmp_path / "image.toml", tmp_path / "report.jsonl"
    write_settings(image, Settings(server=pairing_login(hospital), workstation="new-pi"))
    command = [
        sys.executable, "-m", "display_kiosk.main", "--offscreen", "--report", str(report),
        "--settings", str(tmp_path / "own.toml"), "--pairing", str(image),
    ]  # fmt: skip
    environment = os.environ | {"XDG_CACHE_HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path)}
    with (tmp_path / "errors.txt").open("w") as errors:
        kiosk = subprocess.Popen(command, cwd=HOUSE, env=environment, stderr=errors)
    try:
        code = _reported(report, "code", kiosk)
        assert [one.code for one in admin.read_now(pairing.waiting_pairings)] == [code]
        accept(admin, str(code))
        assert _reported(report, "online", kiosk) is True
    finally:
        kiosk.send_signal(signal.SIGTERM)
        assert kiosk.wait(PATIENCE) == 0
    assert "Traceback" not in (tmp_path / "errors.txt").read_text()


def _reported(report: Path, event: str, kiosk: "subprocess.Popen[bytes]") -> object:
    """The value of the first such event, once it has happened."""
    found: list[object] = []

    def happened() -> bool:
        assert kiosk.poll() is None, "the kiosk ended"
        lines = report.read_text().splitlines(keepends=True) if report.exists() else []
        whole = [json.loads(line) for line in lines if line.endswith("\n")]
        found.extend(one[event] for one in whole if event in one)
        return bool(found)

    wait_until(happened, f"{event} is reported")
    return found[0]
