"""The real kiosk with films from the database: it plays them, and whatever becomes of them, the calls are shown."""

import hashlib
import shutil
from pathlib import Path

from tests.factories import displays, media, queue
from tests.hospital import Hospital
from tests.kiosk.running import RunningKiosk


def test_films_come_from_the_database_and_a_lost_folder_costs_no_call(
    hospital: Hospital, tmp_path: Path, shared: Path
) -> None:
    house = queue.house(hospital)
    displays.tickets(hospital, house, 2)
    content = (shared / "video_mp4" / "bikes.mp4").read_bytes()
    media.playlist(hospital, "All day", [media.film(hospital, "bikes.mp4", content)])
    films = tmp_path / "films"
    login = displays.screen(hospital, video=True)
    with RunningKiosk(login, tmp_path, "--films", str(films)) as kiosk:
        kiosk.wait_for(lambda: bool(kiosk.events("film")), "the film's first picture")
        assert kiosk.events("film")[0] == f"{hashlib.sha256(content).hexdigest()}.mp4"
        shutil.rmtree(films)
        call = displays.call_next(hospital, house.rooms["Counter 1"])
        kiosk.wait_until_painted([call])
        assert "Traceback" not in kiosk.errors()
