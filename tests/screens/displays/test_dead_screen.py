"""A real screen that freezes, and one that is killed: both pages of the desk say so within 15 seconds."""

import signal
import sys
import time
from pathlib import Path

import pytest

from hms_desktop.screens.displays.health import HealthPage
from hms_desktop.screens.displays.screens import ScreensPage
from tests.factories import displays
from tests.hospital import Hospital
from tests.kiosk.running import RunningKiosk
from tests.screens.conftest import ClosingLoop
from tests.screens.desks import Seat, until

BOUND = 15.0


@pytest.mark.skipif(sys.platform == "win32", reason="freezes a process by signal")
def test_a_frozen_and_a_killed_screen_are_dead_at_the_desk_within_15_seconds(
    office: Seat, hospital: Hospital, loop: ClosingLoop, tmp_path: Path
) -> None:
    folders = [tmp_path / name for name in ("frozen", "killed")]
    for folder in folders:
        folder.mkdir()
    logins = [displays.screen(hospital, f"Hall {folder.name}") for folder in folders]

    async def steps(frozen: RunningKiosk, killed: RunningKiosk) -> None:
        pages = ScreensPage(office.desk), HealthPage(office.desk)
        for page in pages:
            office.show(page)

        def said(words: str) -> bool:
            return all(
                page.model.rowCount() == 2 and all(words in " ".join(page.model.cells(row).texts) for row in range(2))
                for page in pages
            )

        await until(lambda: said("alive"), "both screens were seen alive on both pages")
        frozen.process.send_signal(signal.SIGSTOP)
        killed.process.kill()
        at = time.monotonic()
        await until(lambda: said("dead since"), "both pages said that both are dead")
        assert time.monotonic() - at <= BOUND

    with RunningKiosk(logins[0], folders[0]) as frozen, RunningKiosk(logins[1], folders[1]) as killed:
        try:
            loop.run(steps(frozen, killed))
        finally:
            frozen.process.send_signal(signal.SIGCONT)
