"""What IT has laid down is shown at the desk as such, and nobody can change it there."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from hms_desktop.app.settings_page import SettingsPage
from hms_desktop.app.welcome import Welcome
from hms_desktop.core.setting_table import Place
from hms_desktop.core.settings import Server, Settings, Station, Value
from hms_desktop.widgets.plain_text import Label
from hms_desktop.widgets.theme import Appearance
from tests.app.conftest import Running
from tests.hospital import Hospital

POLICY = r"HKEY_LOCAL_MACHINE\Software\Policies\HMS\Desktop"
MACHINE = r"HKEY_LOCAL_MACHINE\Software\HMS\Desktop"


async def _nobody_asks(_server: Server) -> str:
    return ""


@pytest.mark.usefixtures("qapp")
def test_a_server_that_it_has_set_is_shown_and_not_typed(appearance: Appearance) -> None:
    appearance.wear("light")
    station = Station(
        Settings(Server("db.example", sslrootcert="ca.pem")),
        {"server_host": Value("db.example", Place.MACHINE, MACHINE), "language": Value("ar", Place.OWN_FILE, "own")},
    )
    face = Welcome(_nobody_asks, station)
    fields = {name: face.form.field(name).isEnabled() for name in ("host", "port", "dbname", "sslrootcert")}
    assert fields == {"host": False, "port": True, "dbname": True, "sslrootcert": True}
    assert MACHINE in face.laid_down.text()
    assert face.typed_server() == Server("db.example", sslrootcert="ca.pem")
    free = Welcome(_nobody_asks, Station(Settings()))
    assert free.form.field("host").isEnabled()
    assert free.laid_down.isHidden()
    face.deleteLater()
    free.deleteLater()


def test_look_language_and_lock_by_policy_are_told_and_stand_above_what_was_chosen_before(
    hospital: Hospital, running: Running, tmp_path: Path, qapp: QApplication
) -> None:
    (tmp_path / "workstation.json").write_text('{"theme": "light", "language": "ar"}', encoding="utf-8")
    policies = {"theme": "dark", "language": "en", "lock_after_minutes": 7}
    running.station = Station(
        Settings(workstation="test-pc", theme="dark", language="en", lock_after_minutes=7),
        {name: Value(value, Place.POLICY, POLICY) for name, value in policies.items()},
    )

    async def steps(now: Running) -> None:
        shell = await now.sign_in(hospital.person("front_desk"))
        shell.open_page("settings")
        page = shell.page("settings")
        assert isinstance(page, SettingsPage)
        assert (page.theme.currentData(), page.theme.isEnabled()) == ("dark", False)
        assert (page.language.currentData(), page.language.isEnabled()) == ("en", False)
        assert POLICY in page.theme.accessibleDescription()
        told = [label.text() for label in page.findChildren(Label) if POLICY in label.text()]
        assert len(told) == 3

    running.run(hospital.superuser.signed_in_as("", ""), steps)
