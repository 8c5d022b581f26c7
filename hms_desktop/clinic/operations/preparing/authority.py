"""A private certificate authority of one hospital, and the certificate of its server: made, read and judged.

Pure functions over PEM texts; nothing here knows files or a database.
"""

import datetime as dt
import ipaddress
import re
from collections.abc import Sequence
from dataclasses import dataclass

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from hms_desktop.core.errors import Misconfigured, Refused

AUTHORITY_DAYS = 3652
SERVER_DAYS = 730
RENEWED_BEFORE_DAYS = 30
_A_DAY_AGO = dt.timedelta(days=1)  # a desk's clock may be behind
_DNS_NAME = re.compile(r"(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")
_LONGEST_COMMON_NAME = 64  # RFC 5280, ub-common-name


@dataclass(frozen=True)
class Pair:
    """A certificate and the key that belongs to it, as PEM."""

    certificate: str
    key: str


@dataclass(frozen=True)
class Shown:
    """What a certificate says: whom it vouches for and until when (UTC)."""

    names: tuple[str, ...]
    until: dt.datetime

    def days_left(self, now: dt.datetime) -> float:
        return (self.until - now).total_seconds() / 86400


def make_authority(hospital: str, now: dt.datetime) -> Pair:
    """An authority that can vouch for servers only, for ten years; ECDSA on P-256, as every libpq of today takes it."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, hospital[:_LONGEST_COMMON_NAME]),
            x509.NameAttribute(NameOID.COMMON_NAME, "HMS server authority"),
        ]
    )
    usage = _key_usage(certificates=True)
    certificate = (
        _begun(subject, subject, key.public_key(), now, AUTHORITY_DAYS)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
    return _pair(certificate, key)


def make_server(authority: Pair, names: Sequence[str], now: dt.datetime) -> Pair:
    """The certificate of a server that answers to `names` (host names and addresses), signed by `authority`.

    It lasts two years, and never longer than the authority. Raises Misconfigured where the authority cannot be read.
    """
    signer, signer_key = _read(authority.certificate), _read_key(authority.key)
    if not isinstance(signer_key, ec.EllipticCurvePrivateKey):
        raise Misconfigured("tls.authority", "The authority's key is not one that this program made; name IT's files.")
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, names[0][:_LONGEST_COMMON_NAME])])
    days = min(SERVER_DAYS, (signer.not_valid_after_utc - now).days)
    certificate = (
        _begun(subject, signer.subject, key.public_key(), now, days)
        .add_extension(x509.SubjectAlternativeName([_general(name) for name in names]), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_key_usage(certificates=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(signer_key.public_key()),
            critical=False,
        )
        .sign(signer_key, hashes.SHA256())
    )
    return _pair(certificate, key)


def shown(certificate: str) -> Shown:
    """What the first certificate of a PEM text says. Raises Misconfigured where there is none."""
    read = _read(certificate)
    try:
        found = read.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        return Shown((), read.not_valid_after_utc)
    names = [
        *found.get_values_for_type(x509.DNSName),
        *map(str, found.get_values_for_type(x509.IPAddress)),
    ]
    return Shown(tuple(names), read.not_valid_after_utc)


def belongs(pair: Pair) -> bool:
    """Whether the key is the certificate's. Raises Misconfigured where one of them cannot be read."""
    form = serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    of_key = _read_key(pair.key).public_key().public_bytes(*form)
    return of_key == _read(pair.certificate).public_key().public_bytes(*form)


def vouches_for(authority: str, certificate: str) -> bool:
    """Whether the first certificate in `authority` signed the first in `certificate`."""
    try:
        _read(certificate).verify_directly_issued_by(_read(authority))
    except Exception:
        return False
    return True


def checked_name(name: str) -> str:
    """A host name or an address as certificates have it. Raises Refused where it can be neither."""
    try:
        return str(ipaddress.ip_address(name))
    except ValueError:
        plain = name.lower().rstrip(".")
    if not _DNS_NAME.fullmatch(plain):
        raise Refused("tls.name", f"{name} is neither a host name nor an address; give what the desks connect to.")
    return plain


def fingerprint(certificate: str) -> str:
    """The SHA-256 of a certificate, by which a person compares two."""
    return print_of(_read(certificate))


def print_of(certificate: x509.Certificate) -> str:
    return certificate.fingerprint(hashes.SHA256()).hex(":").upper()


def _general(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        return x509.DNSName(name)


def _begun(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePublicKey, now: dt.datetime, days: int
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _A_DAY_AGO)
        .not_valid_after(now + dt.timedelta(days=days))
    )


def _key_usage(*, certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not certificates,
        key_cert_sign=certificates,
        crl_sign=certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def _pair(certificate: x509.Certificate, key: ec.EllipticCurvePrivateKey) -> Pair:
    written = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return Pair(certificate.public_bytes(serialization.Encoding.PEM).decode(), written.decode())


def _read(certificate: str) -> x509.Certificate:
    try:
        return x509.load_pem_x509_certificate(certificate.encode())
    except ValueError:
        raise Misconfigured("tls.certificate", "The certificate is not a PEM file; give one that is.") from None


def _read_key(key: str) -> PrivateKeyTypes:
    try:
        return serialization.load_pem_private_key(key.encode(), password=None)
    except (ValueError, TypeError):
        raise Misconfigured(
            "tls.key", "The key is not a PEM file without a passphrase; the server could not read it."
        ) from None
