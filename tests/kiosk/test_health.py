"""How a screen's machine does, read from a made-up system, and as much of it as a heartbeat holds."""

import json
from pathlib import Path

from display_kiosk.health import MOST_BYTES, Machine, bounded, measured


def system(root: Path) -> Path:
    """A Raspberry Pi's files, as far as they are read."""
    files = {
        "sys/class/thermal/thermal_zone0/temp": "51234\n",
        "sys/class/thermal/thermal_zone1/temp": "48000\n",
        "proc/self/status": "Name:\thms-kiosk\nVmRSS:\t  287744 kB\n",
        "proc/meminfo": "MemTotal: 3882436 kB\nMemAvailable:  2048000 kB\n",
        "proc/uptime": "86400.55 300000.00\n",
    }
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    return root


def test_the_machine_is_read_where_linux_tells_it(tmp_path: Path) -> None:
    found = measured(tmp_path / "not" / "there" / "yet", system(tmp_path))
    assert (found.temperature, found.memory_used, found.memory_free, found.uptime) == (51.2, 281, 2000, 86400)
    assert found.disk_free is not None


def test_what_a_system_does_not_tell_is_not_known(tmp_path: Path) -> None:
    found = measured(tmp_path, tmp_path)
    assert found == Machine(None, None, None, found.disk_free, None)
    assert found.told().keys() == {"disk_free"}


def test_a_state_that_would_be_too_long_loses_the_least_needed_first() -> None:
    state = {"voice": "ready", "audio": {"device": "x" * 1500}, "machine": {"disk_free": 1}, "last_call": "y" * 600}
    kept = bounded(state)
    assert kept.keys() == {"voice", "machine", "last_call"}
    assert len(json.dumps(bounded({"voice": "é" * 5000}))) <= MOST_BYTES
