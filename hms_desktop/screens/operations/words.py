"""What the alerts are called, and the units of their figures."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate
TONES: Mapping[str, str] = {"warning": "warning", "critical": "stop"}


def level_words() -> Mapping[str, str]:
    return {"warning": translate("alerts", "warning"), "critical": translate("alerts", "critical")}


def rule_words(name: str) -> str:
    """What a rule warns of; a rule that this program does not know keeps its own name."""
    return {
        "slow_work": translate("alerts", "Requests are slow"),
        "failing_work": translate("alerts", "Requests fail"),
        "cache_misses": translate("alerts", "The cache seldom has what is asked for"),
        "memory": translate("alerts", "A workstation is short of memory"),
        "disk": translate("alerts", "A workstation's disk is nearly full"),
        "server_disk": translate("alerts", "The server's disk is nearly full"),
        "server_memory": translate("alerts", "The server is short of memory"),
        "old_backup": translate("alerts", "The newest backup is old"),
        "dead_screen": translate("alerts", "A waiting-room screen is silent"),
        "failing_jobs": translate("alerts", "Work in the background fails"),
        "late_jobs": translate("alerts", "Work in the background is late"),
        "silent_worker": translate("alerts", "The worker is silent"),
        "unsent_messages": translate("alerts", "Messages were not sent"),
        "replication": translate("alerts", "The replica lags behind"),
        "archiving": translate("alerts", "The server's log is not archived"),
        "connections": translate("alerts", "The server has few connections left"),
        "long_transaction": translate("alerts", "A transaction lasts long"),
        "unsealed_trail": translate("alerts", "The audit trail is not sealed"),
        "late_trail": translate("alerts", "Entries of the audit trail came late"),
        "certificate": translate("alerts", "The server's certificate expires soon"),
        "old_clients": translate("alerts", "Programs are too old"),
        "crashes": translate("alerts", "Programs crashed"),
    }.get(name, name.replace("_", " "))


def unit_of(figure: str) -> str:
    """The unit that a figure's name ends with, as it is written after a number."""
    units = {
        "percent": "%",
        "ms": translate("alerts", "ms"),
        "seconds": translate("alerts", "s"),
        "minutes": translate("alerts", "min"),
        "hours": translate("alerts", "h"),
        "days": translate("alerts", "days"),
    }
    return units.get(figure.rpartition("_")[2], "")


def figure_words(value: float, unit: str) -> str:
    """A figure with its unit, without digits that nobody reads."""
    shown = f"{value:,.0f}" if abs(value) >= 100 or value == int(value) else f"{value:,.1f}"
    return f"{shown} {unit}".rstrip()
