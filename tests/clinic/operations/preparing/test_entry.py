"""The lines of pg_hba.conf: first in the file, once, and only of what may be so."""

import pytest

from hms_desktop.clinic.operations.preparing import entry
from hms_desktop.clinic.operations.preparing.entry import Entry
from hms_desktop.core.errors import Misconfigured, Refused

HOSPITAL = Entry("hms", ("10.1.0.0/16",), screens=("10.2.0.0/16",), superusers=("postgres", "d.ba"))
THEIRS = "# IT's own\nlocal all postgres peer\nhost all all 0.0.0.0/0 md5\n"


def rows(made: str) -> list[list[str]]:
    return [line.split() for line in made.splitlines() if not line.startswith("#")]


def test_the_block_stands_first_and_the_rest_of_the_file_stays() -> None:
    made = entry.with_block(THEIRS, entry.block(HOSPITAL))
    assert made.startswith(entry.BEGIN)
    assert made.endswith(THEIRS)
    assert entry.without_block(made) == THEIRS


def test_written_again_it_stands_there_once() -> None:
    once = entry.with_block(THEIRS, entry.block(HOSPITAL))
    assert entry.with_block(once, entry.block(HOSPITAL)) == once
    assert entry.current_block(once) == entry.block(HOSPITAL)
    assert entry.current_block(THEIRS) == ""


@pytest.mark.parametrize("gone", [entry.BEGIN, entry.END])
def test_a_file_with_one_mark_is_not_guessed_at(gone: str) -> None:
    torn = entry.with_block(THEIRS, entry.block(HOSPITAL)).replace(gone, "#")
    with pytest.raises(Misconfigured, match="only a part"):
        entry.without_block(torn)


def test_from_elsewhere_nobody_enters_without_encryption() -> None:
    for kind, _database, _who, where, *method in rows(entry.block(HOSPITAL)):
        if where[:2] == "10":
            assert (kind, method) == ("hostssl", ["scram-sha-256"])


def test_desks_are_for_people_and_screens_for_screens() -> None:
    who = {where: names for _kind, _database, names, where, *_method in rows(entry.block(HOSPITAL))}
    assert who["10.1.0.0/16"] == "+hms_staff"
    assert who["10.2.0.0/16"] == "+hms_kiosk,+hms_checkin,hms_pairing"


def test_the_last_lines_refuse_everybody_but_the_superusers_of_whom_the_file_speaks_below() -> None:
    assert rows(entry.block(HOSPITAL))[-2:] == [
        ["local", "hms", '"/^(?!(d\\.ba|postgres)$)"', "reject"],
        ["host", "hms", '"/^(?!(d\\.ba|postgres)$)"', "all", "reject"],
    ]


def test_a_directory_answers_for_people_and_never_for_screens_and_services() -> None:
    directory = entry.directory_options(
        "ldap", ["# the domain's", "ldapserver = dc1.example", "ldapscheme=ldaps", 'ldapprefix=a"b']
    )
    made = rows(entry.block(Entry("hms", ("10.1.0.0/16",), ("10.2.0.0/16",), ("10.3.0.5/32",), "ldap", directory)))
    method = {(names, where): " ".join(rest) for _kind, _database, names, where, *rest in made}
    assert method["+hms_staff", "10.1.0.0/16"] == 'ldap ldapserver="dc1.example" ldapscheme="ldaps" ldapprefix="a""b"'
    assert {rest for (names, _where), rest in method.items() if "hms_worker" in names or "kiosk" in names} <= {
        "scram-sha-256",
        "",
    }


def test_kerberos_names_its_realm_and_is_left_out_on_the_socket() -> None:
    directory = entry.directory_options("gss", ["krb_realm=HOSPITAL.EXAMPLE"])
    made = entry.block(Entry("hms", ("10.1.0.0/16",), people="gss", directory=directory))
    assert 'hostssl hms  +hms_staff  10.1.0.0/16  gss krb_realm="HOSPITAL.EXAMPLE" include_realm="0"' in made
    assert "local   hms  +hms_staff  scram-sha-256" in made


@pytest.mark.parametrize(
    ("people", "lines", "why"),
    [
        ("ldap", ["ldapscheme=ldaps"], "no ldapserver"),
        ("ldap", ["ldapserver=dc1"], "told every password"),
        ("ldap", ["ldapserver=dc1", "ldaptls=1", "trust"], "none of"),
        ("gss", ["include_realm=0"], "no krb_realm"),
        ("gss", ["krb_realm=A", "ldapserver=dc1"], "none of"),
    ],
)
def test_a_directory_that_would_not_be_safe_is_refused(people: str, lines: list[str], why: str) -> None:
    with pytest.raises(Refused, match=why):
        entry.directory_options(people, lines)


@pytest.mark.parametrize("text", ["10.1.2.3/16", "desks", "10.1.0.0/33", "0.0.0.0/0", "::/0", "", "10.1.0.0/16 trust"])
def test_what_is_no_subnet_of_desks_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="subnet"):
        entry.checked_subnet(text)


@pytest.mark.parametrize("name", ["HMS", "all,postgres", "/.*", "+hms", "hms prod", "", "1hms"])
def test_a_database_name_that_pg_hba_could_misread_is_refused(name: str) -> None:
    with pytest.raises(Refused, match="cannot be the database's name"):
        entry.checked_database(name)


def test_the_password_by_which_a_directory_is_asked_for_names_is_shown_to_nobody() -> None:
    secret = 'no "one" reads this'
    options = entry.directory_options(
        "ldap", ["ldapserver=dc1.hospital.example", "ldaptls=1", f"ldapbindpasswd={secret}", "ldapport=389"]
    )
    made = entry.block(Entry("hms", ("10.1.0.0/16",), people="ldap", directory=options))
    assert secret.replace('"', '""') in made
    told = "\n".join(entry.shown(made))
    assert "reads this" not in told
    assert 'ldapbindpasswd="…" ldapport="389"' in told
