"""A sound server of the test's own with a sink that can be heard and pulled out: PulseAudio under a private folder."""

import contextlib
import os
import shutil
import subprocess
import time
from array import array
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.waiting import PATIENCE

RATE = 44_100
LOUD = 300
"""Of 32,767: what is louder is no silence."""
CHUNK = RATE // 500
PROGRAMS = ("pulseaudio", "pactl", "parec")
needs_pulse = pytest.mark.skipif(
    not all(map(shutil.which, PROGRAMS)),
    reason="this machine has no PulseAudio (pulseaudio, pulseaudio-utils)",
)


class Pulse:
    """Runs from `with` to its end; `environment` is for the programs that are to use it."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, parents=True)
        self._log = folder / "pulse.log"
        self.environment = {
            "XDG_RUNTIME_DIR": str(folder),
            "PULSE_RUNTIME_PATH": str(folder),
            "PULSE_STATE_PATH": str(folder),
            "PULSE_COOKIE": str(folder / "cookie"),
            "PULSE_SERVER": f"unix:{folder / 'native'}",
        }

    def __enter__(self) -> "Pulse":
        self.live()
        return self

    def live(self) -> None:
        """Start; also again after `die`."""
        modules = ["module-native-protocol-unix", "module-always-sink", "module-null-sink sink_name=hdmi"]
        with self._log.open("w") as log:
            self._server = subprocess.Popen(
                ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--disable-shm=1",
                 *(part for module in modules for part in ("-L", module))],
                env=os.environ | self.environment, stderr=log,
            )  # fmt: skip
        ends = time.monotonic() + PATIENCE
        while "hdmi" not in self._control("list", "short", "sinks"):
            assert time.monotonic() < ends, self._log.read_text()
            time.sleep(0.05)

    def __exit__(self, *_: object) -> None:
        self._server.terminate()
        self._server.wait(PATIENCE)

    def die(self) -> None:
        """The sound server is killed."""
        self._server.kill()
        self._server.wait(PATIENCE)

    def pull_out(self) -> None:
        """The television is switched off."""
        self._control("unload-module", "module-null-sink")

    def plug_in(self) -> None:
        self._control("load-module", "module-null-sink", "sink_name=hdmi")
        self._control("set-default-sink", "hdmi")

    @contextlib.contextmanager
    def listening(self) -> Iterator["Ear"]:
        """Hears what the sink plays from now on."""
        ear = Ear(os.environ | self.environment)
        try:
            yield ear
        finally:
            ear.close()

    def _control(self, *words: str) -> str:
        done = subprocess.run(
            ["pactl", *words], env=os.environ | self.environment, capture_output=True, text=True, timeout=10
        )
        return done.stdout


class Ear:
    """Records the sink; `wait_for_sound` tells when something was first to be heard."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._recorder = subprocess.Popen(
            ["parec", "-d", "hdmi.monitor", "--format=s16le", "--channels=1", f"--rate={RATE}", "--latency-msec=2"],
            env=environment,
            stdout=subprocess.PIPE,
            bufsize=0,
        )
        assert self._recorder.stdout is not None
        self._sound = self._recorder.stdout
        self._sound.read(CHUNK)

    def wait_for_sound(self) -> float:
        """When the next sound was heard, by the clock that all processes share."""
        while True:
            heard = array("h", self._read())
            if heard and max(map(abs, heard)) > LOUD:
                return time.monotonic()

    def wait_for_silence(self, seconds: float) -> None:
        """Until nothing was heard for so long."""
        quiet = 0.0
        while quiet < seconds:
            heard = array("h", self._read())
            quiet = 0.0 if heard and max(map(abs, heard)) > LOUD else quiet + len(heard) / RATE

    def close(self) -> None:
        self._recorder.terminate()
        self._recorder.wait(10)
        self._sound.close()

    def _read(self) -> bytes:
        found = b""
        while len(found) < 2 * CHUNK:
            more = self._sound.read(2 * CHUNK - len(found))
            assert more, "the recorder ended"
            found += more
        return found
