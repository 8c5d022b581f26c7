"""How a new screen gets in: it makes its own password, shows a code, and waits until an administrator has answered."""

import asyncio
import json
import logging
import secrets
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from display_kiosk.scene.pairing import PairingCard, Wording
from hms_desktop.clinic.displays import actions_pairing as actions
from hms_desktop.clinic.displays import queries_pairing as queries
from hms_desktop.clinic.displays import rules
from hms_desktop.clinic.displays.queries_pairing import PairingState
from hms_desktop.core.database import Database
from hms_desktop.core.errors import HmsError
from hms_desktop.core.settings import Server, Settings
from hms_desktop.core.settings_file import write_secret, write_settings

LOOK_SECONDS = 2.0
SHORT_PAUSE = 5.0
LONG_PAUSE = 60.0
"""How long a screen that was turned away, or found too many others asking, waits before it asks again."""
NOTES: dict[str, tuple[str, float]] = {
    "refused": ("pair_refused", LONG_PAUSE),
    "expired": ("", 0.0),
    "pairing.full": ("pair_busy", LONG_PAUSE),
    "pairing.too_often": ("pair_busy", LONG_PAUSE),
    "server.away": ("pair_away", SHORT_PAUSE),
    "server.full": ("pair_away", SHORT_PAUSE),
    "sign_in.wrong": ("pair_old_image", LONG_PAUSE),
    "sign_in.closed": ("pair_old_image", LONG_PAUSE),
}
"""What the screen says after each ending of a request, and how long it waits then; others' own sentence is shown."""
_log = logging.getLogger(__name__)


def wordings(folder: Path, first: str) -> tuple[Wording, ...]:
    """What the pairing screen says in each language, beginning with `first`."""
    paths = sorted(folder.glob("*.json"), key=lambda path: (path.stem != first, path.stem != "en", path.stem))
    return tuple(Wording(**json.loads(path.read_text(encoding="utf-8"))) for path in paths)


class Pairing:
    """One screen that has no login yet; `run` returns its settings once it has one."""

    def __init__(
        self, found: Settings, server: Server, settings: Path, card: PairingCard, *, pace: float = 1.0,
        noted: Callable[[str], None] = lambda _code: None,
    ) -> None:  # fmt: skip
        """`server` is signed in as the images' login; `settings` is the file that will hold the screen's own.

        `pace` multiplies all waits, for tests; `noted` hears each code that is shown.
        """
        self._found = found
        self._server = server
        self._settings = settings
        self._card = card
        self._pace = pace
        self._noted = noted
        self._database = Database(server, workstation=found.workstation, application="hms-kiosk-pairing")

    async def run(self) -> Settings:
        """Ask until somebody accepts; the settings file is written then, for its owner only."""
        try:
            while True:
                try:
                    _try_to_write(self._settings)
                    password = secrets.token_urlsafe(24)
                    answer = await self._ask(password)
                    if answer.state == "accepted":
                        return self._keep(answer, password)
                    await self._wait(*NOTES[answer.state])
                except HmsError as error:
                    await self._wait(*NOTES.get(error.code, (error.sentence, LONG_PAUSE)))
                except OSError as error:
                    _log.error("the settings file cannot be written: %s", error.strerror)
                    await self._wait("pair_no_file", LONG_PAUSE, str(self._settings))
        finally:
            self._database.close()

    async def _ask(self, password: str) -> PairingState:
        """Show a code for as long as it holds; the answer. Raises HmsError where not even the question arrived."""
        code = rules.new_code()
        begun = time.monotonic()
        handle = await self._database.run(
            actions.ask_to_pair, code=code, password=password, machine=self._found.workstation
        )
        self._card.show_code(rules.spaced_code(code))
        self._noted(code)
        left = rules.PAIRING_LASTS.total_seconds()
        while (seconds := left - (time.monotonic() - begun)) > 0:
            self._card.set_left(round(seconds))
            answer = await self._look(handle)
            if answer is not None and answer.state != "waiting":
                return answer
            await asyncio.sleep(LOOK_SECONDS * self._pace)
        return PairingState("expired", 0)

    async def _look(self, handle: UUID) -> PairingState | None:
        """What became of the request; None while the server does not say."""
        try:
            answer = await self._database.read(queries.pairing_state, handle=handle)
        except HmsError as error:
            self._card.say(NOTES.get(error.code, (error.sentence, 0))[0])
            return None
        self._card.say("")
        return answer

    async def _wait(self, note: str, seconds: float, about: str = "") -> None:
        self._card.show_code("")
        self._card.say(note, about)
        await asyncio.sleep(seconds * self._pace)

    def _keep(self, answer: PairingState, password: str) -> Settings:
        own = Settings(self._server.signed_in_as(answer.login, password), workstation=answer.display)
        write_settings(self._settings, own)
        _log.info("paired as the screen of login %s", answer.login)
        return replace(self._found, server=own.server, workstation=own.workstation)


def _try_to_write(path: Path) -> None:
    """Raises OSError where the settings could not be kept, before anybody is asked to accept them."""
    path.parent.mkdir(parents=True, exist_ok=True)
    probe = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    write_secret(probe, "")
    probe.unlink()
