"""The step that lets desks and screens in: writes the block of pg_hba.conf, has the server judge it, and takes it back
where it is faulty."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from hms_desktop.clinic.operations.preparing import entry
from hms_desktop.clinic.operations.preparing.cluster import Cluster, ServerFiles
from hms_desktop.clinic.operations.preparing.entry import Entry
from hms_desktop.clinic.operations.preparing.reloading import reload_settings
from hms_desktop.clinic.operations.preparing.steps import Finding, Say, State
from hms_desktop.core.errors import HmsError, Misconfigured


@dataclass(frozen=True)
class Entering:
    """pg_hba.conf. `wish` is None where no subnet was named; its superusers are those that the server has."""

    cluster: Cluster
    wish: Entry | None
    clock: Callable[[], float] = time.time
    title: str = "Who may enter the database from where (pg_hba.conf)"
    undo: str = "put the file pg_hba.conf.before-hms-… beside it back in its place, then SELECT pg_reload_conf()."

    def examine(self) -> Finding:
        if self.wish is None:
            return Finding(State.UNASKED, ("--desks SUBNET lets workstations in, --screens SUBNET screens.",))
        made = entry.block(self._complete(self.wish))
        path, files = self.cluster.entry_file(), self.cluster.files()
        if files is None or not files.may_write(path.parent):
            return Finding(
                State.BY_HAND,
                (
                    f"{path} is not on this machine, or this account may not write it.",
                    "Put these lines at its beginning, then SELECT pg_reload_conf():",
                    *entry.shown(made),
                    *entry.NEEDED_BESIDE[self.wish.people],
                ),
            )
        there = entry.current_block(path.read_text("utf-8"))
        if there == made and path.read_text("utf-8").startswith(made):
            return Finding(State.THERE, (f"{path}.",))
        lines = (f"{path}, at its beginning:", *entry.shown(made), *entry.NEEDED_BESIDE[self.wish.people])
        return Finding(State.CHANGE if there else State.MAKE, lines)

    def do(self, say: Say) -> None:
        path, files = self.cluster.entry_file(), self.cluster.files()
        if self.wish is None or files is None:
            return
        before = path.read_text("utf-8")
        kept = self._keep(files, path, before)
        say(f"  The file as it was: {kept}")
        files.write(path, entry.with_block(before, entry.block(self._complete(self.wish))))
        try:
            self._refuse_faulty(path)
            reload_settings(self.cluster)
            self._enter_again()
        except HmsError:
            files.write(path, before)
            reload_settings(self.cluster)
            raise

    def _complete(self, wish: Entry) -> Entry:
        with self.cluster.opened() as connection:
            rows = connection.execute(
                "SELECT rolname FROM pg_roles WHERE rolsuper AND rolcanlogin ORDER BY 1"
            ).fetchall()
        return replace(wish, superusers=tuple(name for (name,) in rows))

    def _keep(self, files: ServerFiles, path: Path, text: str) -> Path:
        stamp = time.strftime("%Y%m%d-%H%M%S", time.gmtime(self.clock()))
        kept = next(
            place
            for number in range(1, 1000)
            if not (place := path.with_name(f"{path.name}.before-hms-{stamp}-{number}")).exists()
        )
        files.write(kept, text, path.stat().st_mode & 0o777)
        return kept

    def _refuse_faulty(self, path: Path) -> None:
        """Raises Misconfigured with the first fault that the server finds in the file on the disk."""
        with self.cluster.opened() as connection:
            fault = connection.execute(
                "SELECT line_number, error FROM pg_hba_file_rules WHERE error IS NOT NULL ORDER BY 1 LIMIT 1"
            ).fetchone()
        if fault is not None:
            raise Misconfigured(
                "entry.faulty", f"The server refuses line {fault[0]} of {path}: {fault[1]}. The old file is back."
            )

    def _enter_again(self) -> None:
        """Whoever prepares the server must still be let in, to the hospital's database, too."""
        try:
            self.cluster.opened(hospital=self.cluster.has_hospital()).close()
        except HmsError as error:
            raise Misconfigured(
                "entry.locked_out", "The new lines would lock the superuser out; the old file is back."
            ) from error
