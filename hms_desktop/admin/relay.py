"""hms-admin relay: hears the server's knocks once for hundreds of workstations, which then ask each two seconds."""

import argparse

from hms_desktop.admin import connection
from hms_desktop.admin.commands import Commands
from hms_desktop.clinic.operations.relaying import Relay, relay_knocks

ABOUT = """\
Each change knocks at every workstation that listens, which is right for some 300 of them. Beyond that, let this run as
a service and set `server.knocks = "relay"` on the workstations: they no longer listen but ask what the relay has
heard, through the pooler too. Screens in waiting rooms listen as before. Runs until it is ended."""


def add_to(commands: Commands) -> None:
    parser = commands.add_parser("relay", help=__doc__, description=ABOUT)
    connection.add_options(parser, whose="hms_worker")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    with connection.signed_in(options) as database:
        database.run_now(relay_knocks, knocks=[])  # whoever may not is told before it says that it listens
        print("The relay is listening.", flush=True)
        Relay(database).run()
    return 0
