"""A small network between a client and the server that a test can freeze, cut, or cut exactly at COMMIT."""

import contextlib
import socket
import threading
from dataclasses import replace
from typing import Self

from hms_desktop.core.settings import Server

_COMMIT = b"COMMIT\0"  # a statement of its own, and not READ COMMITTED
_STATEMENTS = (b"Q", b"P", b"B")  # how the messages begin that make a statement, new or prepared


class Proxy:
    """Forwards loopback connections to `server`; each wire is two threads.

    Clients find it at `address`, and the server sees them come from there.
    `cut_at_commit` is "before" or "after" the next COMMIT that is sent, `cut_at_statement` the next statement.
    """

    def __init__(self, server: Server, address: str = "127.0.0.1") -> None:
        self._server, self._address = server, address
        self._door = socket.create_server((address, 0))
        self._flowing = threading.Event()
        self._flowing.set()
        self._wires: list[socket.socket] = []
        self._lock = threading.Lock()
        self._closed = False
        self.cut_at_commit = ""
        self.cut_at_statement = ""
        self.commits_cut = self.statements_cut = 0
        self.refusing = False
        threading.Thread(target=self._accept, daemon=True).start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._closed = True
        self._flowing.set()
        with contextlib.suppress(OSError):
            self._door.shutdown(socket.SHUT_RDWR)  # closing alone would leave the accepting thread waiting for ever
        self._door.close()
        self.cut()

    def through(self, server: Server | None = None) -> Server:
        """The same server as seen through this network."""
        return replace(server or self._server, host=self._address, port=self._door.getsockname()[1])

    def freeze(self) -> None:
        """Swallow packets from now on: nobody is told, nothing arrives."""
        self._flowing.clear()

    def thaw(self) -> None:
        self._flowing.set()

    def cut(self) -> None:
        """Break every wire at once."""
        with self._lock:
            wires, self._wires = self._wires, []
        for wire in wires:
            with contextlib.suppress(OSError):
                wire.shutdown(socket.SHUT_RDWR)
            wire.close()

    def _accept(self) -> None:
        while not self._closed:
            try:
                near, _ = self._door.accept()
            except OSError:
                return
            if self.refusing:
                near.close()
                continue
            far = self._connect()
            with self._lock:
                self._wires += [near, far]
            if self.refusing:  # since this one was accepted
                self._end(near, far)
            answer = _Answer()
            threading.Thread(target=self._ask, args=(near, far, answer), daemon=True).start()
            threading.Thread(target=self._reply, args=(far, near, answer), daemon=True).start()

    def _connect(self) -> socket.socket:
        if not self._server.host.startswith("/"):
            return socket.create_connection((self._server.host, self._server.port), source_address=(self._address, 0))
        far = socket.socket(socket.AF_UNIX)
        far.connect(f"{self._server.host}/.s.PGSQL.{self._server.port}")
        return far

    def _ask(self, near: socket.socket, far: socket.socket, answer: "_Answer") -> None:
        with contextlib.suppress(OSError):
            while data := near.recv(65536):
                self._flowing.wait()
                where = self._cut_here(data)
                if where == "before":
                    break
                if where == "after":
                    answer.lost = True
                far.sendall(data)
        self._end(near, far)

    def _cut_here(self, data: bytes) -> str:
        """Whether the wire breaks `before` this reaches the server or `after`; empty where it holds."""
        where = ""
        if self.cut_at_commit and _COMMIT in data:
            where, self.cut_at_commit = self.cut_at_commit, ""
            self.commits_cut += 1
        elif self.cut_at_statement and data[:1] in _STATEMENTS:
            where, self.cut_at_statement = self.cut_at_statement, ""
            self.statements_cut += 1
        return where

    def _reply(self, far: socket.socket, near: socket.socket, answer: "_Answer") -> None:
        with contextlib.suppress(OSError):
            while data := far.recv(65536):
                self._flowing.wait()
                if answer.lost:
                    break
                near.sendall(data)
        self._end(near, far)

    @staticmethod
    def _end(*wires: socket.socket) -> None:
        for wire in wires:
            with contextlib.suppress(OSError):
                wire.shutdown(socket.SHUT_RDWR)


class _Answer:
    """Whether the server's next answer on this wire is to be lost."""

    lost = False
