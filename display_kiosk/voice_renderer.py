"""Makes the sounds of sentences: each by a synthesizer in a process of its own that is ended when it takes too long."""

import hashlib
import logging
import time
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from display_kiosk.sentences import Announcement
from display_kiosk.voice_sounds import Sound, Sounds
from display_kiosk.voice_synthesizers import Synthesizer, Synthesizers

LIMIT_MS = 5_000
"""A synthesizer that takes longer for one sentence hangs; a slow machine's Piper takes about as long as it speaks."""
FAILURES = 3
REST_SECONDS = 60.0
"""After so many failures in a row a synthesizer is left alone so long, and no call waits for it."""
REMEMBERED = 1_000
"""Names of sentences that were made ahead, so that each look at the queue does not open their files again."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Rendered:
    """A sentence that can be played, and the synthesizer that has made it."""

    sound: Sound
    synthesizer: str


@dataclass
class _Job:
    """One sentence on its way, through the synthesizers that may still be tried."""

    name: str
    announcement: Announcement
    ticket: str
    room: str
    who: tuple[Synthesizer, ...]
    left: deque[Synthesizer]

    def key(self, synthesizer: Synthesizer) -> str:
        return self.announcement.key(self.ticket, self.room, f"{synthesizer.name}:{synthesizer.voice}")


class Renderer(QObject):
    """Renders a sentence or finds it; `ready` carries the name that `render` gave it, and a Rendered or None."""

    ready = Signal(str, object)

    def __init__(
        self,
        sounds: Sounds,
        synthesizers: Synthesizers,
        *,
        limit_ms: int = LIMIT_MS,
        rest_seconds: float = REST_SECONDS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._sounds = sounds
        self._synthesizers = synthesizers
        self._limit_ms = limit_ms
        self._rest_seconds = rest_seconds
        self._running: dict[str, tuple[_Job, QProcess, QTimer]] = {}
        self._ahead: deque[tuple[Announcement, str, str]] = deque()
        self._failures: dict[str, int] = {}
        self._rests_until: dict[str, float] = {}
        self._made_ahead: set[str] = set()

    def render(self, announcement: Announcement, ticket: str, room: str, *, anew: bool = False) -> str:
        """Begin; the sentence's name. `ready` follows once, at the earliest from the event loop.

        `anew` does not look whether the sound is there: for a check of the synthesizers.
        """
        job = self._job(announcement, ticket, room)
        if job.name in self._running:
            return job.name
        found = None if anew else self._found(job)
        if found is not None or not job.left:
            QTimer.singleShot(0, lambda: self.ready.emit(job.name, found))
        else:
            self._start(job)
        return job.name

    def render_ahead(self, sentences: Iterable[tuple[Announcement, str, str]]) -> None:
        """Sentences (announcement, ticket, room) that will be wanted soon, instead of those asked for before.

        They are made one at a time, and only while no call waits for its own.
        """
        self._ahead = deque(sentences)
        self._go_on_ahead()

    def stop(self) -> None:
        """End every synthesizer."""
        self._ahead.clear()
        running, self._running = self._running, {}
        for _job, process, _guard in running.values():
            process.kill()
            process.waitForFinished(500)

    def _job(self, announcement: Announcement, ticket: str, room: str) -> _Job:
        said = f"{announcement.language}\0{announcement.text(ticket, room)}"
        now = time.monotonic()
        who = self._synthesizers.speaking(announcement)
        able = deque(one for one in who if one.program and self._rests_until.get(one.program, 0.0) <= now)
        return _Job(hashlib.sha256(said.encode()).hexdigest()[:40], announcement, ticket, room, who, able)

    def _found(self, job: _Job) -> Rendered | None:
        """What the best that can speak made before; where none can speak now, what any of them made."""
        for synthesizer in [job.left[0]] if job.left else job.who:
            sound = self._sounds.find(job.key(synthesizer))
            if sound is not None:
                return Rendered(sound, synthesizer.name)
        return None

    def _start(self, job: _Job) -> None:
        synthesizer = job.left[0]
        process = QProcess(self)
        guard = QTimer(process, singleShot=True, interval=self._limit_ms)
        guard.timeout.connect(process.kill)
        self._running[job.name] = (job, process, guard)
        process.setStandardOutputFile(QProcess.nullDevice())
        process.setStandardErrorFile(QProcess.nullDevice())
        process.finished.connect(self._collect)
        process.errorOccurred.connect(self._collect)
        # The text goes in by pipe, so that nothing in a room's name can be taken for an option.
        process.start(synthesizer.program, synthesizer.writing(self._sounds.part(job.key(synthesizer))))
        process.write(job.announcement.text(job.ticket, job.room).encode() + b"\n")
        process.closeWriteChannel()
        guard.start()

    def _collect(self) -> None:
        """Take what ended processes have made."""
        for name, (job, process, guard) in list(self._running.items()):
            if process.state() == QProcess.ProcessState.NotRunning:
                guard.stop()
                process.deleteLater()
                del self._running[name]
                self._settle(job, process)
        self._go_on_ahead()

    def _settle(self, job: _Job, process: QProcess) -> None:
        synthesizer = job.left[0]
        sound = self._taken(job.key(synthesizer), process)
        if sound is not None:
            self._failures.pop(synthesizer.program, None)
            self.ready.emit(job.name, Rendered(sound, synthesizer.name))
        elif self._sounds.step_aside():
            self._start(job)
        else:
            self._blame(synthesizer, process)
            job.left.popleft()
            if job.left:
                self._start(job)
            else:
                self.ready.emit(job.name, None)

    def _taken(self, key: str, process: QProcess) -> Sound | None:
        if process.exitStatus() == QProcess.ExitStatus.NormalExit and process.exitCode() == 0:
            return self._sounds.keep(key)
        self._sounds.drop(key)
        return None

    def _blame(self, synthesizer: Synthesizer, process: QProcess) -> None:
        """A synthesizer that fails again and again would make every call wait for nothing."""
        _log.warning("%s made no sound of a sentence: %s", synthesizer.name, process.errorString())
        failures = self._failures.get(synthesizer.program, 0) + 1
        if failures >= FAILURES:
            failures = 0
            self._rests_until[synthesizer.program] = time.monotonic() + self._rest_seconds
        self._failures[synthesizer.program] = failures

    def _go_on_ahead(self) -> None:
        while self._ahead and not self._running:
            job = self._job(*self._ahead.popleft())
            if job.left and job.name not in self._made_ahead and self._found(job) is None:
                self._start(job)
            self._made_ahead.add(job.name)
        if len(self._made_ahead) > REMEMBERED:
            self._made_ahead.clear()
