"""The address that was typed at the first start is written down so that it is read again as it was typed."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
import qasync
from PySide6.QtWidgets import QApplication

from hms_desktop.app.welcome import Welcome, save_server
from hms_desktop.core.errors import Misconfigured, Unreachable
from hms_desktop.core.settings import Server, Settings, Station, load
from hms_desktop.widgets.theme import Appearance
from tests.corpus import corpus

OTHERS = 'workstation = "desk-3"\n[server]\nhost = "old.example"\n[more]\nkept = 1\n'


def test_every_hostile_line_is_read_again_as_it_was_typed_or_refused(tmp_path: Path, shared: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(OTHERS, "utf-8")
    for text in corpus(shared):
        before = file.read_bytes()
        typed = text.strip() or "x"
        server = Server(typed[:255], dbname=typed[:63], sslrootcert=text.strip()[:1023])
        try:
            save_server(file, server)
        except Misconfigured:
            assert file.read_bytes() == before, "what stood there is kept"
            continue
        found, messages = load(file, {})
        assert (found.server, found.workstation, messages) == (server, "desk-3", ())


@pytest.mark.usefixtures("appearance")
def test_every_hostile_line_in_the_address_is_asked_for_or_answered_with_a_sentence(
    qapp: QApplication, qt_loop: qasync.QEventLoop, appearance: Appearance, shared: Path
) -> None:
    asked: list[Server] = []

    async def away(server: Server) -> str:
        asked.append(server)
        raise Unreachable("server.away", "The server does not answer.")

    appearance.wear("light")
    face = Welcome(away, Station(Settings()))

    async def type_all() -> None:
        for text in corpus(shared)[::5]:
            for name in ("host", "dbname"):
                face.form.field(name).setText(text)
            face.certificate.setText(text)
            face.messages.dismiss()
            await face._try(face.test, save=False)
            filled = all(face.form.values()[name] for name in ("host", "dbname"))
            assert bool(face.messages.message()) == filled, repr(text)
            if filled:
                assert replace(asked[-1], sslrootcert="", port=5432) == Server(
                    face.form.values()["host"], dbname=face.form.values()["dbname"]
                )

    qt_loop.run_until_complete(asyncio.wait_for(type_all(), 60))
    face.deleteLater()
