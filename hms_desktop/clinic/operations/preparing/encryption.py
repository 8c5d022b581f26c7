"""The step that lets the server encrypt: its certificate, made by an authority of the hospital's own or given by IT."""

import datetime as dt
import os
from dataclasses import dataclass
from pathlib import Path

from psycopg import sql

from hms_desktop.clinic.operations.preparing import authority
from hms_desktop.clinic.operations.preparing.authority import Pair, Shown
from hms_desktop.clinic.operations.preparing.cluster import PEM_FOR_ALL, Cluster, ServerFiles
from hms_desktop.clinic.operations.preparing.reloading import reload_settings
from hms_desktop.clinic.operations.preparing.steps import Finding, Say, State
from hms_desktop.core.certificates import shown_by
from hms_desktop.core.errors import Misconfigured, Refused
from hms_desktop.core.settings import Server

_CA, _CA_KEY, _CERTIFICATE, _KEY = "ca.pem", "ca.key", "server.crt", "server.key"
_NEAREST = {"*": "127.0.0.1", "0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - what a server may listen on


@dataclass(frozen=True)
class Own:
    """An authority of the hospital's own, made in `folder`; `names` is what the desks connect to."""

    folder: Path
    hospital: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class Given:
    """The files that IT has from its own authority."""

    certificate: Path
    key: Path
    names: tuple[str, ...]


@dataclass(frozen=True)
class Encryption:
    """TLS: the certificate, and the settings `ssl…` that name it.

    Of an own authority ca.pem goes to the desks, and ca.key is best taken away once the server's certificate is made;
    it is needed again only to renew that, thirty days before it ends. No file is ever written over except a server's
    certificate that is renewed.
    """

    cluster: Cluster
    wish: Own | Given | None
    now: dt.datetime
    title: str = "Encryption of connections (TLS)"
    undo: str = "ALTER SYSTEM RESET ssl, ssl_cert_file and ssl_key_file each, then SELECT pg_reload_conf()."

    def examine(self) -> Finding:
        if self.wish is None:
            return Finding(State.UNASKED, (self._as_it_is(),))
        if not self.cluster.value("SELECT setting FROM pg_settings WHERE name = 'ssl_library'"):
            raise Misconfigured(
                "tls.not_built", "This PostgreSQL was built without TLS; install one that has it, such as Debian's."
            )
        if isinstance(self.wish, Given):
            return self._examine_given(self.wish)
        return self._examine_own(self.wish)

    def do(self, say: Say) -> None:
        if self.wish is None:
            return
        if isinstance(self.wish, Own):
            self._make(self.wish, self._files(), say)
        self._switch_on()

    def _examine_own(self, wish: Own) -> Finding:
        files = self.cluster.files()
        if files is None or not files.may_write(wish.folder):
            return Finding(State.BY_HAND, self._by_hand(wish))
        self._refuse_lost_authority(wish)
        lines: list[str] = []
        if not (wish.folder / _CA).exists():
            lines.append(f"An authority for ten years in {wish.folder}: {_CA} for the desks, {_CA_KEY} to be guarded.")
        if why := self._why_anew(wish):
            lines.append(f"{_CERTIFICATE} and {_KEY} for {', '.join(wish.names)}, for two years ({why}).")
        made = bool(lines)
        lines += self._settings_to_change()
        if not lines:
            return Finding(State.THERE, (self._as_it_is(),))
        return Finding(State.MAKE if made else State.CHANGE, tuple(lines))

    def _refuse_lost_authority(self, wish: Own) -> None:
        """Every desk trusts one authority: another is never put in its place without a word."""
        ca = wish.folder / _CA
        if not ca.exists():
            if (wish.folder / _CERTIFICATE).exists():
                raise Refused("tls.authority_gone", f"{ca} is not there; bring it back, every desk has a copy of it.")
        elif authority.shown(ca.read_text("utf-8")).days_left(self.now) < authority.RENEWED_BEFORE_DAYS:
            raise Refused(
                "tls.authority_ends",
                f"The authority {ca} ends; first add the ca.pem of a new one (--tls-folder NEW) to that of the desks.",
            )

    def _why_anew(self, wish: Own) -> str:
        """Why the server's certificate must be made; empty where the one that is there is good."""
        path = wish.folder / _CERTIFICATE
        if not path.exists():
            return "there is none"
        text = path.read_text("utf-8")
        found = authority.shown(text)
        if not authority.vouches_for((wish.folder / _CA).read_text("utf-8"), text):
            return "another authority made the one that is there"
        if not (wish.folder / _KEY).exists() or not authority.belongs(
            Pair(text, (wish.folder / _KEY).read_text("utf-8"))
        ):
            return "the key is another's"
        if set(wish.names) - set(found.names):
            return f"the one that is there knows only {', '.join(found.names)}"
        left = found.days_left(self.now)
        return f"{left:.0f} days are left" if left < authority.RENEWED_BEFORE_DAYS else ""

    def _make(self, wish: Own, files: ServerFiles, say: Say) -> None:
        files.make_folder(wish.folder)
        ca, ca_key = wish.folder / _CA, wish.folder / _CA_KEY
        if not ca.exists():
            made = authority.make_authority(wish.hospital, self.now)
            files.write(ca_key, made.key)  # first: an authority without its key could vouch for nothing
            files.write(ca, made.certificate, PEM_FOR_ALL)
            say(f"  {ca}: SHA-256 {authority.fingerprint(made.certificate)}")
        if self._why_anew(wish):
            if not ca_key.exists():
                raise Refused("tls.authority_away", f"{ca_key} is not there; bring it back to renew the certificate.")
            signer = Pair(ca.read_text("utf-8"), ca_key.read_text("utf-8"))
            server = authority.make_server(signer, wish.names, self.now)
            files.write(wish.folder / _KEY, server.key)
            files.write(wish.folder / _CERTIFICATE, server.certificate, PEM_FOR_ALL)
            say(f"  {wish.folder / _CERTIFICATE} for {', '.join(wish.names)}")
        say(f"  The desks need {ca}; take {ca_key} to a safe place.")

    def _examine_given(self, wish: Given) -> Finding:
        try:
            pair = Pair(wish.certificate.read_text("utf-8"), wish.key.read_text("utf-8"))
        except (OSError, UnicodeDecodeError):
            raise Misconfigured(
                "tls.files", f"{wish.certificate} or {wish.key} cannot be read here; run this on the server."
            ) from None
        found = authority.shown(pair.certificate)
        self._refuse_unfit(wish, pair, found)
        lines = self._settings_to_change()
        if not lines:
            return Finding(State.THERE, (self._as_it_is(),))
        return Finding(State.CHANGE, tuple(lines))

    def _refuse_unfit(self, wish: Given, pair: Pair, found: Shown) -> None:
        if not authority.belongs(pair):
            raise Misconfigured("tls.pair", f"{wish.key} is not the key of {wish.certificate}; give both of one pair.")
        if found.days_left(self.now) <= 0:
            raise Misconfigured("tls.expired", f"{wish.certificate} has ended on {found.until:%Y-%m-%d}; renew it.")
        if missing := set(wish.names) - set(found.names):
            raise Misconfigured(
                "tls.other_name",
                f"{wish.certificate} does not vouch for {', '.join(sorted(missing))}; desks would refuse the server.",
            )
        if _others_may_read(wish.key):
            raise Misconfigured("tls.open_key", f"Others may read {wish.key}; run chmod 600 on it first.")

    def _paths(self) -> tuple[Path, Path]:
        if isinstance(self.wish, Given):
            return self.wish.certificate.absolute(), self.wish.key.absolute()
        folder = self.wish.folder.absolute() if self.wish else Path()
        return folder / _CERTIFICATE, folder / _KEY

    def _wanted(self) -> dict[str, str]:
        certificate, key = self._paths()
        return {"ssl_cert_file": str(certificate), "ssl_key_file": str(key), "ssl": "on"}

    def _settings_to_change(self) -> list[str]:
        with self.cluster.opened() as connection:
            found = dict(
                connection.execute(
                    "SELECT name, setting FROM pg_settings WHERE name = ANY(%s)", (list(self._wanted()),)
                ).fetchall()
            )
        told = [f"{name}: {found[name]} → {value}" for name, value in self._wanted().items() if found[name] != value]
        if not told and not self._is_shown():
            told.append("The server still shows another certificate: it reads its configuration again.")
        return told

    def _switch_on(self) -> None:
        with self.cluster.opened() as connection:
            for name, value in self._wanted().items():
                connection.execute(sql.SQL("ALTER SYSTEM SET {} = {}").format(sql.Identifier(name), sql.Literal(value)))
        reload_settings(self.cluster)
        if not self._is_shown():
            raise Misconfigured(
                "tls.not_taken",
                "The server did not take the certificate; its log says why. Correct it and run this again.",
            )

    def _is_shown(self) -> bool:
        """The server says "ssl = on" even where it could not read the files; what it shows is the truth."""
        listening = self.cluster.value("SELECT current_setting('listen_addresses')")
        port = int(self.cluster.value("SELECT current_setting('port')"))
        address = self.cluster.superuser.host
        if self.cluster.superuser.local and not address[:1].isdigit():
            address = _NEAREST.get(listening, listening.split(",")[0].strip())
        if not address:
            return True  # it listens on its socket alone, where nothing is encrypted
        try:
            found = shown_by(Server(address, port))
            wanted = authority.fingerprint(self._paths()[0].read_text("utf-8"))
        except OSError:
            return False
        return found is not None and authority.print_of(found) == wanted

    def _files(self) -> ServerFiles:
        files = self.cluster.files()
        if files is None:
            raise Misconfigured("tls.files", "The server's files are not on this machine; run this on the server.")
        return files

    def _as_it_is(self) -> str:
        with self.cluster.opened() as connection:
            row = connection.execute("SELECT current_setting('ssl'), current_setting('ssl_cert_file')").fetchone()
        on, path = row or ("off", "")
        if on != "on":
            return "It is off: no desk elsewhere can sign in. --tls make, or --tls given, changes that."
        return f"It is on, with {path}{self._told(Path(path))}."

    def _told(self, path: Path) -> str:
        try:
            found = authority.shown(path.read_text("utf-8"))
        except (OSError, UnicodeDecodeError, Misconfigured):
            return ""
        return f" for {', '.join(found.names)} until {found.until:%Y-%m-%d}"

    def _by_hand(self, wish: Own) -> tuple[str, ...]:
        return (
            f"The server's files are not on this machine, or this account may not write in {wish.folder}.",
            "Run this there as the account that PostgreSQL runs under, or ask IT's own authority for a certificate of",
            f"{', '.join(wish.names)}, lay it and its key (mode 0600) beside the server's data, and set",
            "ssl_cert_file, ssl_key_file, then ssl = on, then SELECT pg_reload_conf().",
        )


def _others_may_read(key: Path) -> bool:
    """PostgreSQL refuses such a key; one of root's may be read by a group, as Debian's ssl-cert has it."""
    facts = key.stat()
    return os.name == "posix" and bool(facts.st_mode & (0o027 if facts.st_uid == 0 else 0o077))
