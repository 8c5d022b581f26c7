"""hms-admin settings: every setting, what it is on this machine, and which place says so."""

import argparse
import json
import sys

from hms_desktop.admin import connection
from hms_desktop.admin.commands import Commands
from hms_desktop.core.setting_table import SETTINGS, Setting
from hms_desktop.core.settings import Station, default_of

NOT_ALL_USED = 1  # exit code
_DEFAULT = "default"


def add_to(commands: Commands) -> None:
    parser = commands.add_parser(
        "settings",
        help=__doc__,
        description=f"{__doc__} Exit code 1 where something that was set is not used; stderr says what and why.",
    )
    connection.add_places(parser)
    parser.add_argument("--json", action="store_true", help="one object instead of lines")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    station = connection.station_of(options)
    found = {setting.dotted: _seen(setting, station) for setting in SETTINGS.values()}
    if options.json:
        print(json.dumps(found, ensure_ascii=False))
    else:
        for name, seen in found.items():
            print(f"{name + ':':28}{seen['value']!s:32} {seen['where']}")
    for message in station.messages:
        print(message, file=sys.stderr)
    return NOT_ALL_USED if station.messages else 0


def _seen(setting: Setting, station: Station) -> dict[str, str | int]:
    """Value and place of a setting; of a secret only whether there is one."""
    said = station.values.get(setting.name)
    value = said.value if said else default_of(setting.name)
    return {
        "value": ("set" if value else "not set") if setting.secret else value,
        "where": said.where if said else _DEFAULT,
    }
