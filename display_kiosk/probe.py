"""Which decoder really plays a film: the devices and libraries that this process has open, and what a picture costs."""

import json
import re
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QObject, QTimer, QUrl, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem, QQuickView

from display_kiosk.video import Film
from hms_desktop.clinic.displays.signs_of_life import Decoder

PLAY_SECONDS = 5.0
PATIENCE_SECONDS = 20
"""A computer that is busy may begin late; what has not played by then does not."""
ATTEMPTS = 2
"""A film that was skipped so often cannot be played."""
SETTLE_SECONDS = 1.0
"""Opening a film costs more than playing it; it is left out of the measurement."""
NOTHING_PLAYED, SOFTWARE = 1, 3  # exit codes
HARDWARE = (
    (re.compile(r"Raspberry Pi (5|500|Compute Module 5)"), frozenset({"H265"})),
    (re.compile(r"Raspberry Pi (4|400|Compute Module 4)"), frozenset({"H264", "H265"})),
    (re.compile(r"Raspberry Pi (3|Zero 2|Compute Module 3)"), frozenset({"H264"})),
)
"""What each Raspberry Pi decodes in hardware (raspberrypi/documentation); of other computers nothing is expected."""
_DECODER = re.compile(r"codec-decode|hevc|rpivid|h264|[-_]dec\b", re.IGNORECASE)
_FILM = Path(__file__).with_name("scene") / "Film.qml"


@dataclass(frozen=True)
class Decoding:
    """What was seen while a film played.

    `machine` is the computer's model, empty where it names none; `devices` the decoders that were open, each with the
    kernel's name for it; `library` the libavcodec that was loaded; `cpu_ms` of processor time for each of `frames`
    pictures that reached the scene in `seconds`, everything else that this program did included; `presented` how many
    times the window was painted meanwhile; `fault` why nothing played.
    """

    machine: str
    qt: str
    codec: str
    devices: tuple[str, ...]
    library: str
    frames: int
    presented: int
    seconds: float
    cpu_ms: float
    fault: str = ""

    @property
    def decoder(self) -> str:
        """`hardware`, `software`, or `none` where no picture came."""
        if not self.frames:
            return "none"
        return "hardware" if self.devices else "software"

    @property
    def expected(self) -> bool:
        """Whether this computer has a hardware decoder for the film's codec."""
        found = next((codecs for model, codecs in HARDWARE if model.search(self.machine)), frozenset[str]())
        return self.codec in found

    @property
    def exit_code(self) -> int:
        """0; 1 where nothing played; 3 where software decoded what the computer has hardware for."""
        if self.decoder == "none":
            return NOTHING_PLAYED
        return SOFTWARE if self.expected and self.decoder == "software" else 0

    def told(self) -> dict[str, Any]:
        """For the heartbeat and the status page, which say it in their own languages."""
        by = Decoder.UNEXPECTED if self.exit_code == SOFTWARE else Decoder(self.decoder)
        return {"by": by, "codec": self.codec, "devices": ", ".join(self.devices), "cpu_ms": round(self.cpu_ms, 1)}

    def words(self) -> str:
        """One line for the log and the command line."""
        if self.decoder == "none":
            return f"nothing played: {self.fault}" if self.fault else "nothing played"
        where = f" ({', '.join(self.devices)})" if self.devices else ""
        wrong = ", hardware was expected" if self.exit_code == SOFTWARE else ""
        return f"{self.codec} in {self.decoder}{where}{wrong}, {self.cpu_ms:.1f} ms of CPU a picture, Qt {self.qt}"

    def as_json(self) -> str:
        told = asdict(self) | {"decoder": self.decoder, "expected": self.expected, "exit_code": self.exit_code}
        return json.dumps(told, indent=2)


def machine(root: Path = Path("/")) -> str:
    """The model as the device tree names it; empty on computers without one."""
    try:
        return (root / "proc/device-tree/model").read_text(encoding="utf-8", errors="replace").rstrip("\0\n")
    except OSError:
        return ""


def open_decoders(root: Path = Path("/")) -> tuple[str, ...]:
    """The video devices that this process has open and whose kernel name is a decoder's, not a camera's."""
    found = set()
    try:
        for descriptor in (root / "proc/self/fd").iterdir():
            try:
                device = descriptor.readlink()
            except OSError:  # closed meanwhile
                continue
            if re.fullmatch(r"/dev/video\d+", str(device)):
                name = _text(root / "sys/class/video4linux" / device.name / "name")
                if _DECODER.search(name):
                    found.add(f"{device} {name}")
    except OSError:
        return ()
    return tuple(sorted(found))


def loaded_libavcodec(root: Path = Path("/")) -> str:
    """The libavcodec that this process runs, with its path; empty where there is none."""
    found = re.search(r"(/\S*libavcodec\S*)", _text(root / "proc/self/maps"))
    return found[1] if found else ""


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""


class DecoderWatch(QObject):
    """Looks at the films that the kiosk plays anyway: some seconds after the first picture of each codec.

    `seen` is what was found last; None before a film has played.
    """

    def __init__(self, film: Film, found: Callable[[Decoding], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._film = film
        self._found = found
        self.seen: Decoding | None = None
        self._begun = (0.0, 0.0, 0)
        self._presented = 0
        self._settled = QTimer(self, singleShot=True, interval=int(SETTLE_SECONDS * 1000))
        self._settled.timeout.connect(self._begin)
        self._measured = QTimer(self, singleShot=True, interval=int((PLAY_SECONDS - SETTLE_SECONDS) * 1000))
        self._measured.timeout.connect(self.look)
        film.played.connect(self._on_played)

    def present(self) -> None:
        """The window was painted."""
        self._presented += 1

    def _on_played(self) -> None:
        news = self.seen is None or self.seen.codec != self._film.codec()
        if news and not (self._settled.isActive() or self._measured.isActive()):
            self._settled.start()

    def _begin(self) -> None:
        self._presented = 0
        self._begun = (time.monotonic(), time.process_time(), self._film.frames)
        self._measured.start()

    def look(self) -> None:
        """Take stock of what has been played since the film had settled."""
        at, processor, before = self._begun
        frames = self._film.frames - before if at else 0
        self.seen = Decoding(
            machine=machine(),
            qt=qVersion(),
            codec=self._film.codec(),
            devices=open_decoders(),
            library=loaded_libavcodec(),
            frames=frames,
            presented=self._presented,
            seconds=round(time.monotonic() - at, 2) if at else 0.0,
            cpu_ms=round((time.process_time() - processor) * 1000 / frames, 2) if frames else 0.0,
        )
        self._found(self.seen)


def probe_video(path: Path) -> Decoding:
    """Play that file for five seconds in a window of its own, the way the kiosk does; needs a QGuiApplication."""
    window = QQuickView()
    window.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
    window.setSource(QUrl.fromLocalFile(str(_FILM)))
    window.resize(1280, 720)
    window.show()
    output = window.rootObject()
    assert isinstance(output, QQuickItem)  # noqa: S101 - tells the type checker what Film.qml is
    film = Film(lambda: (path,), output, back_off_ms=(1_000,))
    playing = QEventLoop()
    watch = DecoderWatch(film, lambda _: playing.quit())
    faults: list[str] = []

    def note(fault: str) -> None:
        faults.append(fault)
        if len(faults) == ATTEMPTS:
            playing.quit()

    film.skipped.connect(note)
    window.frameSwapped.connect(watch.present)
    QTimer.singleShot(PATIENCE_SECONDS * 1000, playing.quit)
    film.want(True)
    playing.exec()
    if watch.seen is None:
        watch.look()
    film.want(False)
    window.close()
    QGuiApplication.processEvents()
    assert watch.seen is not None  # noqa: S101 - look has set it
    return watch.seen if watch.seen.frames else replace(watch.seen, fault=faults[-1] if faults else "")
