"""What was encrypted comes back, and nothing that was changed, moved, left out or cut off ever does."""

import io
import random
from pathlib import Path

import pytest

from hms_desktop.clinic.operations.backups import encryption
from hms_desktop.clinic.operations.backups.encryption import (
    Encrypting,
    KeyFile,
    Passphrase,
    Secret,
    checked_passphrase,
    decrypted,
    make_key_file,
)
from hms_desktop.core.errors import Refused

CHUNK = 1000


@pytest.fixture(autouse=True)
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encryption, "CHUNK_BYTES", CHUNK)
    monkeypatch.setattr(encryption, "SCRYPT", {"n": 2**10, "r": 8, "p": 1})


@pytest.fixture
def secret(tmp_path: Path) -> Secret:
    make_key_file(tmp_path / "key")
    return KeyFile(tmp_path / "key")


def locked(plain: bytes, secret: Secret, piece: int = 333) -> bytes:
    file = io.BytesIO()
    encrypting = Encrypting(file, secret)
    for start in range(0, len(plain), piece):
        encrypting.write(plain[start : start + piece])
    encrypting.finish()
    return file.getvalue()


def opened(file: bytes, secret: Secret) -> bytes:
    return b"".join(decrypted(io.BytesIO(file), secret))


@pytest.mark.parametrize("length", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 7])
def test_what_was_locked_is_opened_whole(secret: Secret, length: int) -> None:
    plain = random.Random(length).randbytes(length)
    assert opened(locked(plain, secret), secret) == plain


def test_a_passphrase_opens_what_it_locked_and_another_does_not() -> None:
    file = locked(b"a row", checked_passphrase("correct horse battery"))
    assert opened(file, Passphrase("correct horse battery")) == b"a row"
    with pytest.raises(Refused) as refused:
        opened(file, Passphrase("correct horse batterz"))
    assert refused.value.code == "backup.wrong_key"


def test_a_short_passphrase_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        checked_passphrase("short")
    assert refused.value.code == "backup.passphrase_short"


def test_no_file_is_locked_twice_in_the_same_way(secret: Secret) -> None:
    assert locked(b"a row", secret) != locked(b"a row", secret)


def test_every_changed_byte_is_noticed(secret: Secret) -> None:
    file = locked(b"x" * (2 * CHUNK + 5), secret)
    for at in range(0, len(file), 13):
        changed = file[:at] + bytes([file[at] ^ 0x40]) + file[at + 1 :]
        with pytest.raises(Refused):
            opened(changed, secret)


def test_chunks_that_are_missing_moved_or_added_are_noticed(secret: Secret) -> None:
    file = locked(bytes(4 * CHUNK), secret)
    size = CHUNK + encryption.TAG_BYTES
    begins = len(file) - 4 * size
    head, chunks = file[:begins], [file[begins + n * size : begins + (n + 1) * size] for n in range(4)]
    for order in ([0, 1, 2], [1, 2, 3], [0, 2, 1, 3], [0, 1, 1, 3], [0, 1, 2, 3, 3], [0, 3]):
        with pytest.raises(Refused):
            opened(head + b"".join(chunks[n] for n in order), secret)


def test_a_chunk_of_another_file_is_noticed(secret: Secret) -> None:
    one, other = locked(bytes(100), secret), locked(bytes(100), secret)
    body = 100 + encryption.TAG_BYTES
    with pytest.raises(Refused):
        opened(one[:-body] + other[-body:], secret)


@pytest.mark.parametrize("text", ["", "no key", "c2hvcnQ=", "é"])
def test_what_is_no_key_is_one_sentence(tmp_path: Path, text: str) -> None:
    path = tmp_path / "key"
    path.touch(mode=0o600)
    path.write_text(text, "utf-8")
    with pytest.raises(Refused) as refused:
        KeyFile(path).key(b"")
    assert refused.value.code == "backup.key_form"


def test_a_key_is_never_replaced(tmp_path: Path) -> None:
    make_key_file(tmp_path / "key")
    with pytest.raises(Refused) as refused:
        make_key_file(tmp_path / "key")
    assert refused.value.code == "backup.key_exists"
