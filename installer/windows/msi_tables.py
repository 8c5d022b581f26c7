"""What the Windows package holds beside the program's files: settings, shortcuts, folders, as tables."""

from dataclasses import dataclass

from installer.freeze.identity import NAME

PROGRAM = "hms-desktop.exe"
SETTINGS_KEY = r"Software\HMS\Desktop"
"""Under HKEY_LOCAL_MACHINE, 64-bit view; the program reads the settings there (core/settings)."""
INSTALLED_KEY = SETTINGS_KEY + r"\Installed"
RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"
STATION_FOLDER_RIGHTS = "D:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;GRGX;;;BU)"
"""Who may do what in %ProgramData%\\HMS (SDDL): everyone reads; who writes there could name another server."""


@dataclass(frozen=True)
class Setting:
    """A property of msiexec's command line and the registry value that it becomes."""

    property: str
    value: str

    @property
    def component(self) -> str:
        return f"Setting.{self.value}"


@dataclass(frozen=True)
class Kept:
    """A property that an upgrade finds again at `key`, `value`, unless the command line says otherwise.

    `becomes` is what the property is then set to.
    """

    property: str
    key: str
    value: str
    becomes: str

    @property
    def found(self) -> str:
        """The property that holds what was found."""
        return f"KEPT{self.property}"

    @property
    def action(self) -> str:
        return f"Keep.{self.property}"


@dataclass(frozen=True)
class Shortcut:
    """An entry in every user's start menu; `opens` is what hms-desktop shows first."""

    id: str
    words: str
    opens: str
    tip: str


SETTINGS = (
    Setting("SERVERHOST", "server_host"),
    Setting("SERVERPORT", "server_port"),
    Setting("DBNAME", "server_dbname"),
    Setting("SSLROOTCERT", "server_sslrootcert"),
    Setting("ACCOUNTS", "server_accounts"),
    Setting("REPLICA", "server_replica"),
    Setting("REPLICALAG", "server_replica_lag_seconds"),
    Setting("POOLER", "server_pooler"),
    Setting("KNOCKS", "server_knocks"),
    Setting("WORKSTATION", "workstation"),
    Setting("LANGUAGE", "language"),
    Setting("THEME", "theme"),
    Setting("LOCKAFTERMINUTES", "lock_after_minutes"),
)
"""No login and no password: what stands on msiexec's command line stands in its log."""

KEPT = (
    *(Kept(one.property, SETTINGS_KEY, one.value, f"[KEPT{one.property}]") for one in SETTINGS),
    Kept("INSTALLDIR", INSTALLED_KEY, "Folder", "[KEPTINSTALLDIR]"),
    Kept("STARTWITHWINDOWS", RUN_KEY, NAME, "1"),
)

SHORTCUTS = (
    Shortcut("FrontDesk", "HMS Front Desk", "queue", "The queue, patients and appointments"),
    Shortcut("Pharmacy", "HMS Pharmacy", "dispensing", "What is to be dispensed"),
    Shortcut("CounterWindow", "HMS Counter Window", "counter", "Calls the next; stays above other programs"),
)
