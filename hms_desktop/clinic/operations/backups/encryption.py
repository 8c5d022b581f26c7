"""Encrypts a backup while it is written and reads it again: AES-256-GCM in chunks, so that nothing is held whole.

The construction is STREAM (Hoang, Reyhanitabar, Rogaway, Vizár: Online Authenticated-Encryption and its Nonce-Reuse
Misuse-Resistance, 2015): each chunk's nonce holds its number and whether it is the last, so chunks that were changed,
moved, left out or cut off are noticed. Each file has a key of its own, derived from IT's key and the file's header.
"""

import base64
import binascii
import contextlib
import json
import os
import secrets
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from hms_desktop.core.errors import Refused
from hms_desktop.core.settings_file import write_secret

MAGIC = b"HMS backup 1\n"
CHUNK_BYTES = 1024 * 1024
TAG_BYTES = 16
KEY_BYTES = 32
SHORTEST_PASSPHRASE = 12  # characters
LONGEST_HEADER = 4096  # bytes
# RFC 7914; 128 MB of memory and some tenths of a second for each guess.
SCRYPT = {"n": 2**17, "r": 8, "p": 1}


class Sink(Protocol):
    """Where the encrypted bytes go."""

    def write(self, piece: bytes, /) -> int:
        """Take all of `piece`."""


class Secret(Protocol):
    """What IT keeps so that backups can be read: a key file or a passphrase."""

    @property
    def kind(self) -> str:
        """The word for it in the file's header."""

    def key(self, salt: bytes) -> bytes:
        """The 32 bytes from which a file's own key is derived."""


@dataclass(frozen=True)
class KeyFile:
    """Random bytes in a file that only its owner may read."""

    path: Path
    kind: str = "key file"

    def key(self, salt: bytes) -> bytes:
        """The file's bytes, whatever the salt. Raises Refused where others may read it or it holds no key."""
        try:
            mode = self.path.stat().st_mode
            text = self.path.read_text(encoding="ascii").strip()
        except OSError as error:
            why = error.strerror or "unknown"
            raise Refused("backup.key_file", f"The key file {self.path} cannot be read: {why}.") from None
        except UnicodeDecodeError:
            text = ""
        if sys.platform != "win32" and mode & (stat.S_IRWXG | stat.S_IRWXO):
            raise Refused(
                "backup.key_open", f"Others may read the key file {self.path}; make it its owner's alone (chmod 600)."
            )
        with contextlib.suppress(binascii.Error):
            found = base64.b64decode(text, validate=True)
            if len(found) == KEY_BYTES:
                return found
        raise Refused(
            "backup.key_form", f"{self.path} is no key for backups; make one with: hms-admin backup key FILE."
        )


@dataclass(frozen=True)
class Passphrase:
    """Words that a person remembers; slow to guess (scrypt)."""

    words: str
    kind: str = "passphrase"

    def key(self, salt: bytes) -> bytes:
        return Scrypt(salt=salt, length=KEY_BYTES, **SCRYPT).derive(self.words.encode())


def make_key_file(path: Path) -> None:
    """Write a new random key; an older file of that name stays. Raises Refused, OSError."""
    if path.exists():
        raise Refused("backup.key_exists", f"{path} exists already; a key is never replaced, name a new file.")
    write_secret(path, base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode() + "\n")


def checked_passphrase(words: str) -> Passphrase:
    """A passphrase for a new backup. Raises Refused where it is short."""
    if len(words) < SHORTEST_PASSPHRASE:
        raise Refused(
            "backup.passphrase_short", f"A backup's passphrase has at least {SHORTEST_PASSPHRASE} characters."
        )
    return Passphrase(words)


class Encrypting:
    """Writes one encrypted stream to an open file: `write` in pieces of any size, then `finish` once."""

    def __init__(self, file: Sink, secret: Secret) -> None:
        self._file = file
        self._waiting = bytearray()
        self._number = 0
        salt = secrets.token_bytes(16)
        header = json.dumps({"secret": secret.kind, "salt": salt.hex(), "chunk": CHUNK_BYTES}).encode() + b"\n"
        self._cipher = _cipher(secret, salt, header)
        file.write(MAGIC + header)

    def write(self, piece: bytes) -> None:
        self._waiting += piece
        while len(self._waiting) > CHUNK_BYTES:  # the last chunk is written by finish, even when it is full
            self._put(bytes(self._waiting[:CHUNK_BYTES]), last=False)
            del self._waiting[:CHUNK_BYTES]

    def finish(self) -> None:
        """Write what is left as the last chunk; without it the file counts as cut off."""
        self._put(bytes(self._waiting), last=True)
        self._waiting.clear()

    def _put(self, chunk: bytes, *, last: bool) -> None:
        nonce = _nonce(self._number, last=last)
        self._file.write(self._cipher.encrypt(nonce, chunk, nonce))
        self._number += 1


def decrypted(file: BinaryIO, secret: Secret) -> Iterator[bytes]:
    """The plain chunks of an encrypted stream, each checked before it is given.

    Raises Refused where it is no backup, the secret does not fit, or anything of it was changed or is missing.
    """
    header = _header(file)
    if header.facts["secret"] != secret.kind:
        raise Refused("backup.other_secret", f"This backup was made with a {header.facts['secret']}; give that one.")
    cipher = _cipher(secret, bytes.fromhex(header.facts["salt"]), header.line)
    sealed = int(header.facts["chunk"]) + TAG_BYTES
    chunk, number = file.read(sealed), 0
    while True:
        following = file.read(sealed)
        nonce = _nonce(number, last=not following)
        try:
            yield cipher.decrypt(nonce, chunk, nonce)
        except InvalidTag:
            raise _unreadable(number) from None
        if not following:
            return
        chunk, number = following, number + 1


@dataclass(frozen=True)
class _Header:
    line: bytes
    facts: dict[str, Any]


def _header(file: BinaryIO) -> _Header:
    no_backup = Refused("backup.no_backup", "This file is no backup of this suite, or its beginning is damaged.")
    if file.read(len(MAGIC)) != MAGIC:
        raise no_backup
    line = file.readline(LONGEST_HEADER)
    try:
        facts = json.loads(line)
        if not 0 < int(facts["chunk"]) <= 64 * CHUNK_BYTES or len(bytes.fromhex(facts["salt"])) != 16:
            raise no_backup
        return _Header(line, {"secret": str(facts["secret"]), "salt": facts["salt"], "chunk": facts["chunk"]})
    except (ValueError, TypeError, KeyError):
        raise no_backup from None


def _cipher(secret: Secret, salt: bytes, header: bytes) -> AESGCM:
    derive = HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=MAGIC + header)
    return AESGCM(derive.derive(secret.key(salt)))


def _nonce(number: int, *, last: bool) -> bytes:
    """12 bytes: the chunk's number and the last flag, its associated data too; the key is this file's alone."""
    return number.to_bytes(11, "big") + bytes([last])


def _unreadable(number: int) -> Refused:
    if number == 0:
        return Refused("backup.wrong_key", "This key or passphrase does not open this backup, or its file is damaged.")
    return Refused("backup.damaged", "The backup's file was changed or cut off; use another backup.")


def sync_folder(folder: Path) -> None:
    """Make a rename in this folder outlive a power cut (Windows does so by itself)."""
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
