"""The options of hms-admin init, and the steps that they mean; a malformed one is refused before anything is done."""

import argparse
import datetime as dt
import shlex
from collections.abc import Callable
from pathlib import Path

from hms_desktop.clinic.operations.preparing import authority, entry
from hms_desktop.clinic.operations.preparing.cluster import Cluster
from hms_desktop.clinic.operations.preparing.encryption import Encryption, Given, Own
from hms_desktop.clinic.operations.preparing.entering import Entering
from hms_desktop.clinic.operations.preparing.entry import Entry
from hms_desktop.clinic.operations.preparing.hospital import Facility, FirstPerson, HospitalDatabase, Roles, Schema
from hms_desktop.clinic.operations.preparing.pooling import Pooling
from hms_desktop.clinic.operations.preparing.steps import Step
from hms_desktop.clinic.operations.preparing.tuning import Statements, Tuning, Wish
from hms_desktop.core.errors import Refused

GB = 1024**3
_MOST_WORKSTATIONS = 5_000


def add_hospital(parser: argparse.ArgumentParser) -> None:
    what = parser.add_argument_group("the hospital")
    what.add_argument("--database", metavar="NAME", help="default: server.dbname of the settings, or hms")
    what.add_argument("--hospital", required=True, metavar="NAME", help="the hospital's name")
    what.add_argument("--time-zone", required=True, metavar="ZONE", help="IANA name, such as Africa/Nairobi")
    what.add_argument("--administrator", required=True, metavar="LOGIN", help="login of the first administrator")
    what.add_argument("--name", required=True, help="that person's name")
    what.add_argument(
        "--password-file", type=Path, metavar="FILE", help="that person's password is the first line; else it is asked"
    )
    what.add_argument(
        "--service-passwords",
        required=True,
        type=Path,
        metavar="FILE",
        help="where the services' new passwords are written, for their owner only",
    )


def add_encryption(parser: argparse.ArgumentParser) -> None:
    what = parser.add_argument_group("encryption")
    what.add_argument(
        "--tls",
        choices=("make", "given"),
        help="make: an authority of the hospital's own and a certificate, renewed by running this again in the last "
        "thirty days; given: IT's own files",
    )
    what.add_argument(
        "--host", action="append", default=[], metavar="NAME", help="name or address that desks connect to; may repeat"
    )
    what.add_argument(
        "--tls-folder",
        type=Path,
        metavar="FOLDER",
        help="where --tls make keeps ca.pem (for the desks), ca.key, server.crt, server.key; default: hms-tls beside "
        "pg_hba.conf",
    )
    what.add_argument("--tls-certificate", type=Path, metavar="FILE", help="with --tls given: PEM, the server's first")
    what.add_argument("--tls-key", type=Path, metavar="FILE", help="with --tls given: its key, PEM, mode 0600")


def add_entry(parser: argparse.ArgumentParser) -> None:
    what = parser.add_argument_group("who may enter from where (pg_hba.conf)")
    for name, who in (
        ("--desks", "people's workstations"),
        ("--screens", "waiting-room screens and check-in machines"),
        ("--services", "worker, monitor and backups on other machines"),
    ):
        what.add_argument(name, action="append", default=[], metavar="SUBNET", help=f"{who}, 10.20.0.0/16; may repeat")
    what.add_argument(
        "--people",
        choices=tuple(entry.DIRECTORIES),
        default="scram",
        help="how people prove who they are: the suite's own passwords (scram), LDAP, or Kerberos (gss)",
    )
    what.add_argument(
        "--directory",
        type=Path,
        metavar="FILE",
        help="for ldap and gss: options of pg_hba.conf, one name=value a line, such as ldapserver=dc1.hospital.example",
    )


def add_settings(parser: argparse.ArgumentParser) -> None:
    what = parser.add_argument_group("settings of PostgreSQL")
    what.add_argument("--recommended", action="store_true", help="write those that differ; without it they are shown")
    what.add_argument("--workstations", type=int, default=50, metavar="NUMBER", help="how many connect (default: 50)")
    what.add_argument("--memory", type=int, default=0, metavar="GB", help="default: this machine's, where it runs here")
    what.add_argument(
        "--restart",
        default="",
        metavar="COMMAND",
        help="restarts PostgreSQL where a setting needs it, such as 'systemctl restart postgresql'; never without it",
    )
    what.add_argument("--pooler", type=Path, metavar="FOLDER", help="write PgBouncer's configuration there")


def steps_of(
    options: argparse.Namespace, cluster: Cluster, password: Callable[[], str], now: dt.datetime
) -> tuple[Step, ...]:
    """The whole plan in its order. Raises Refused at the first option that cannot be so."""
    if not 1 <= options.workstations <= _MOST_WORKSTATIONS:
        raise Refused("init.workstations", f"Give --workstations from 1 to {_MOST_WORKSTATIONS}.")
    if options.memory < 0:
        raise Refused("init.memory", "Give --memory in GB, a whole number above 0.")
    _refuse_unknown_command(options.restart)
    tuning = Wish(
        options.recommended,
        options.workstations,
        memory=options.memory * GB,
        elsewhere=bool(options.desks or options.screens or options.services),
        restart=options.restart,
    )
    return (
        Roles(cluster, options.service_passwords.absolute()),
        HospitalDatabase(cluster),
        Schema(cluster),
        Facility(cluster, options.hospital, options.time_zone),
        FirstPerson(cluster, options.administrator, options.name, password),
        Encryption(cluster, _tls(options, cluster), now),
        Entering(cluster, _entry(options, cluster.dbname)),
        Tuning(cluster, tuning),
        Statements(cluster, options.recommended),
        Pooling(cluster, options.pooler.absolute() if options.pooler else None),
    )


def _tls(options: argparse.Namespace, cluster: Cluster) -> Own | Given | None:
    names = tuple(dict.fromkeys(authority.checked_name(name) for name in options.host))
    if options.tls is None:
        return None
    if not names:
        raise Refused("tls.no_name", "Say with --host under which name or address the desks reach the server.")
    if options.tls == "make":
        folder = options.tls_folder or cluster.entry_file().parent / "hms-tls"
        return Own(folder.absolute(), options.hospital, names)
    if not options.tls_certificate or not options.tls_key:
        raise Refused("tls.no_files", "With --tls given, name --tls-certificate and --tls-key, too.")
    return Given(options.tls_certificate.absolute(), options.tls_key.absolute(), names)


def _entry(options: argparse.Namespace, database: str) -> Entry | None:
    directory = _directory(options)
    desks, screens, services = (
        tuple(map(entry.checked_subnet, found)) for found in (options.desks, options.screens, options.services)
    )
    if not (desks or screens or services):
        return None
    pooled = options.pooler is not None
    if pooled and options.people != "scram":
        raise Refused(
            "entry.pooled_directory",
            "PgBouncer hands the suite's own passwords on; a directory needs none of --pooler.",
        )
    return Entry(database, desks, screens, services, options.people, directory, pooled)


def _directory(options: argparse.Namespace) -> tuple[tuple[str, str], ...]:
    if options.people == "scram":
        return ()
    if options.directory is None:
        raise Refused("entry.no_file", f"With --people {options.people}, name the options' file with --directory.")
    try:
        lines = options.directory.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise Refused("entry.file", f"The directory's file {options.directory} cannot be read.") from None
    return entry.directory_options(options.people, lines)


def _refuse_unknown_command(command: str) -> None:
    try:
        shlex.split(command)
    except ValueError:
        raise Refused("init.command", "The command of --restart has a quotation mark without its partner.") from None
