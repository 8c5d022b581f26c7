"""A mail server and an SMS gateway of this machine, which speak the real protocols and misbehave when told to."""

import json
import socketserver
import ssl
import threading
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, cast


@dataclass
class Posted:
    """What the gateway got: the JSON, and the headers by their small names."""

    body: Any
    headers: dict[str, str]


class MailTaker:
    """Takes e-mail over SMTP (RFC 5321) with STARTTLS where it has a certificate.

    `answers` are what it says instead of 250 to a command, by its first word (`.` is the end of a message); None cuts
    the line there. While `holding` is set it has a whole message and says nothing.
    """

    def __init__(self, certificate: ssl.SSLContext | None = None) -> None:
        self.letters: list[EmailMessage] = []
        self.answers: dict[str, str | None] = {}
        self.holding = threading.Event()
        self.has_one = threading.Event()
        self._let_go = threading.Event()
        taker = self

        class Handler(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                taker._talk(self, certificate)

        self._server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()

    @property
    def port(self) -> int:
        return int(self._server.server_address[1])

    def let_go(self) -> None:
        self.holding.clear()
        self._let_go.set()

    def close(self) -> None:
        self.let_go()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _talk(self, line: socketserver.StreamRequestHandler, certificate: ssl.SSLContext | None) -> None:
        line.wfile.write(b"220 mail.test ready\r\n")
        if certificate is None or not self._begin_tls(line.rfile, line.wfile):
            self._answer(line.rfile, line.wfile)
            return
        try:
            with (
                certificate.wrap_socket(line.request, server_side=True) as wire,
                wire.makefile("rb") as reader,
                wire.makefile("wb", buffering=0) as writer,
            ):
                self._answer(reader, writer)
        except (ssl.SSLError, OSError):  # whoever asked does not believe it
            return

    def _begin_tls(self, reader: Any, writer: Any) -> bool:
        """Answers until STARTTLS; False where it never comes."""
        while asked := reader.readline():
            if asked.upper().startswith(b"STARTTLS"):
                writer.write(b"220 begin\r\n")
                return True
            writer.write(b"250-mail.test\r\n250 STARTTLS\r\n")
        return False

    def _answer(self, reader: Any, writer: Any) -> None:
        while asked := reader.readline():
            word = asked.split()[0].upper().decode() if asked.split() else ""
            answer = self.answers.get(word, "354 go on" if word == "DATA" else "250 ok")
            if answer is None:
                return
            writer.write(f"{answer}\r\n".encode())
            if word == "QUIT":
                return
            if word == "DATA" and answer.startswith("354") and not self._take(reader, writer):
                return

    def _take(self, reader: Any, writer: Any) -> bool:
        lines = []
        while (text := reader.readline()) not in (b".\r\n", b""):
            lines.append(text[1:] if text.startswith(b"..") else text)
        self.has_one.set()
        if self.holding.is_set():
            self._let_go.wait()
        answer = self.answers.get(".", "250 taken")
        if answer is not None and answer.startswith("250"):
            self.letters.append(cast(EmailMessage, message_from_bytes(b"".join(lines), policy=default)))
        if answer is None:
            return False
        try:
            writer.write(f"{answer}\r\n".encode())
        except OSError:  # whoever sent it is gone
            return False
        return True


@dataclass
class GatewayTaker:
    """Takes JSON over HTTP and remembers keys, as a gateway does that takes each of them once.

    `answers` are the codes of the next answers; 0 cuts the line after the message was taken.
    """

    answers: list[int] = field(default_factory=list)
    posted: list[Posted] = field(default_factory=list)

    def __post_init__(self) -> None:
        taker = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                code = taker.answers.pop(0) if taker.answers else 202
                taker.posted.append(Posted(body, {name.lower(): value for name, value in self.headers.items()}))
                if code:
                    self.send_response(code)
                    self.send_header("Location", "http://127.0.0.1:9/elsewhere")
                    self.send_header("Content-Length", "0")
                    self.end_headers()
                else:
                    self.connection.close()

            def log_message(self, *_: object) -> None:
                """Nothing is printed."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/messages"

    @property
    def texts(self) -> dict[str, Any]:
        """What a gateway that takes each key once has delivered."""
        return {one.headers["idempotency-key"]: one.body for one in self.posted}

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
