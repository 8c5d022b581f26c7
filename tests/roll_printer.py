"""A virtual roll printer: a real TCP server that obeys ESC/POS as a printer does and notes what it was told."""

import socket
import socketserver
import threading
from dataclasses import dataclass, field

from tests.waiting import wait_until

ESC, GS, DLE, LF = 0x1B, 0x1D, 0x10, 0x0A
LENGTHS = {
    (ESC, ord("@")): 0,
    (ESC, ord("t")): 1,
    (ESC, ord("a")): 1,
    (ESC, ord("E")): 1,
    (ESC, ord("M")): 1,
    (ESC, ord("d")): 1,
    (GS, ord("!")): 1,
    (GS, ord("V")): 1,
}
"""The commands that the house's own layouts use, and how many bytes follow each."""
REAL_TIME = (b"\x10\x04", b"\x10\x05", b"\x10\x14")
PAGES = {0: "cp437", 2: "cp850", 18: "cp852", 19: "cp858", 17: "cp866", 16: "cp1252"}


@dataclass
class Paper:
    """What a stream of bytes put on paper, and everything in it that a layout never says."""

    lines: list[str] = field(default_factory=list)
    pictures: list[tuple[int, int, bytes]] = field(default_factory=list)
    """Width and height in dots, and the rows of each."""
    commands: list[bytes] = field(default_factory=list)
    strange: list[str] = field(default_factory=list)
    cuts: int = 0

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


def read_paper(data: bytes) -> Paper:
    """What a printer does with `data`."""
    paper, at, line, page = Paper(), 0, bytearray(), "cp437"
    while at < len(data):
        byte = data[at]
        if byte == LF:
            paper.lines.append(bytes(line).decode(page))
            line.clear()
            at += 1
        elif byte >= 0x20 and byte != 0x7F:
            line.append(byte)
            at += 1
        elif data[at : at + 3] == b"\x1dv0":
            width, height = (int.from_bytes(data[at + 4 + 2 * n : at + 6 + 2 * n], "little") for n in (0, 1))
            rows = data[at + 8 : at + 8 + width * height]
            paper.pictures.append((width * 8, height, rows))
            paper.strange += [f"a real-time command in a picture at {at}" for one in REAL_TIME if one in rows]
            at += 8 + width * height
        elif (byte, data[at + 1] if at + 1 < len(data) else 0) in LENGTHS:
            end = at + 2 + LENGTHS[byte, data[at + 1]]
            paper.commands.append(data[at:end])
            paper.cuts += data[at : at + 2] == b"\x1dV"
            page = PAGES[data[end - 1]] if data[at : at + 2] == b"\x1bt" else page
            at = end
        else:
            paper.strange.append(f"{data[at : at + 3]!r} at {at}")
            at += 1
    if line:
        paper.strange.append(f"an unfinished line {bytes(line)!r}")
    return paper


class RollPrinter:
    """Listens on a port of this machine. Its condition may be changed at any time.

    `status` answers DLE EOT 2 and 4 (None: it answers nothing); `takes` is how many bytes it accepts before it stops
    reading; `cuts_off_after` closes the line after so many bytes; `runs_out_after` bytes it has no paper.
    """

    def __init__(self) -> None:
        self.cause: int | None = 0x12
        self.paper_sensor = 0x12
        self.takes: int | None = None
        self.cuts_off_after: int | None = None
        self.runs_out_after: int | None = None
        self.got: list[bytes] = []
        self._stopped = threading.Event()
        printer = self

        class Handler(socketserver.BaseRequestHandler):
            def handle(self) -> None:
                printer._serve(self.request)

        self._server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self._server.server_address[1]}"

    def papers(self, count: int = 1) -> list[Paper]:
        """What came out; waits until `count` connections have ended."""
        wait_until(lambda: len(self.got) >= count, f"{count} papers had come")
        return [read_paper(data) for data in self.got]

    def close(self) -> None:
        self._stopped.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _serve(self, line: socket.socket) -> None:
        received, begun = bytearray(), b""
        line.settimeout(0.2)
        while not self._stopped.is_set():
            if self.takes is not None and len(received) >= self.takes:
                self._stopped.wait(0.05)
                continue
            try:
                data = line.recv(512)
            except TimeoutError:
                continue
            except OSError:
                break
            if not data:
                break
            data, begun = _whole(begun + data)
            received += self._answer(line, data)
            if self.runs_out_after is not None and len(received) > self.runs_out_after:
                self.paper_sensor = 0x72
            if self.cuts_off_after is not None and len(received) >= self.cuts_off_after:
                break
        self.got.append(bytes(received) + begun)

    def _answer(self, line: socket.socket, data: bytes) -> bytes:
        """Answer the real-time questions; what is not one of them goes to the paper."""
        for question, state in ((b"\x10\x04\x02", self.cause), (b"\x10\x04\x04", self.paper_sensor)):
            if question in data:
                data = data.replace(question, b"")
                if self.cause is not None and state is not None:
                    line.sendall(bytes([state]))
        return data


def _whole(data: bytes) -> tuple[bytes, bytes]:
    """`data` up to a question that may have only begun at its end, and that beginning."""
    for tail in (b"\x10\x04", b"\x10"):
        if data.endswith(tail):
            return data[: -len(tail)], tail
    return data, b""
