"""A throw-away authority for proofs: makes a certificate for code signing, and certifies times while a command runs.

    python3 -m installer.windows.proof_authority FOLDER COMMAND…

FOLDER gets `signing` (settings for sign.sh and verify.sh) with keys and certificates beside it; an address on this
machine answers as a time-stamping service (RFC 3161) until COMMAND has ended. Needs openssl. Nobody trusts what is
signed this way, and nobody should.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from secrets import token_urlsafe
from threading import Lock, Thread

DAYS = "2"
_CONFIGURATION = """
[req]
distinguished_name = name
[name]
[authority]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[signing]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = codeSigning
[timestamping]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
[tsa]
default_tsa = service
[service]
serial = timestamps
signer_cert = timestamping.pem
signer_key = timestamping.key
certs = authority.pem
default_policy = 1.3.6.1.4.1.13762.3
signer_digest = sha256
digests = sha256, sha384, sha512
ess_cert_id_chain = no
"""
_SETTINGS = """CERTIFICATES=signing.pem
KEY=signing.key
PASSWORD_FILE=password
TIMESTAMP_URL={url}
AUTHORITY=authority.pem
TIMESTAMP_AUTHORITY=authority.pem
"""


def _openssl(folder: Path, *arguments: str) -> None:
    subprocess.run(
        ["openssl", *arguments],  # noqa: S607 - the system's
        cwd=folder,
        check=True,
        capture_output=True,
        timeout=120,
    )


def make_authority(folder: Path) -> None:
    """Make the authority and the two certificates that it gives out. Raises CalledProcessError."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "openssl.cnf").write_text(_CONFIGURATION, encoding="utf-8")
    (folder / "timestamps").write_text("01\n", encoding="utf-8")
    password = folder / "password"
    password.touch(mode=0o600)
    password.write_text(token_urlsafe(), encoding="utf-8")
    new = ("req", "-config", "openssl.cnf", "-newkey", "rsa:2048", "-sha256")
    _openssl(
        *(folder, *new, "-x509", "-noenc", "-keyout", "authority.key", "-out", "authority.pem"),
        *("-days", DAYS, "-subj", "/CN=Proof authority, trusted by nobody", "-extensions", "authority"),
    )
    for name, common_name, key in (
        ("signing", "HMS proof", ("-passout", "file:password")),
        ("timestamping", "Proof of time", ("-noenc",)),
    ):
        _openssl(folder, *new, *key, "-keyout", f"{name}.key", "-out", f"{name}.csr", "-subj", f"/CN={common_name}")
        _openssl(
            *(folder, "x509", "-req", "-in", f"{name}.csr", "-out", f"{name}.pem", "-days", DAYS, "-sha256"),
            *("-CA", "authority.pem", "-CAkey", "authority.key", "-CAcreateserial"),
            *("-extfile", "openssl.cnf", "-extensions", name),
        )


@contextmanager
def certifying(folder: Path) -> Iterator[Path]:
    """Make an authority in `folder` and certify times inside the block; the settings file for sign.sh."""
    make_authority(folder)
    one_at_a_time = Lock()

    class Answers(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            question = self.rfile.read(int(self.headers["Content-Length"]))
            with one_at_a_time, tempfile.TemporaryDirectory() as place:
                asked, answer = Path(place) / "asked", Path(place) / "answer"
                asked.write_bytes(question)
                _openssl(
                    *(folder, "ts", "-reply", "-config", "openssl.cnf", "-section", "service"),
                    *("-queryfile", str(asked), "-out", str(answer)),
                )
                told = answer.read_bytes()
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(told)))
            self.end_headers()
            self.wfile.write(told)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    settings = folder / "signing"
    settings.write_text(_SETTINGS.format(url=f"http://127.0.0.1:{server.server_port}"), encoding="utf-8")
    try:
        yield settings
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def main(arguments: Sequence[str]) -> int:
    """What the command returned."""
    folder, *command = arguments
    with certifying(Path(folder)):
        return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
