"""The first window of a fresh installation: connect to the hospital's server, or try the demo."""

import json
from collections.abc import Awaitable, Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from hms_desktop.app.face import Face
from hms_desktop.core.errors import HmsError, Misconfigured
from hms_desktop.core.settings import TYPED, Server, Station
from hms_desktop.widgets.buttons import PRIMARY, Button
from hms_desktop.widgets.cards import Card
from hms_desktop.widgets.errands import go
from hms_desktop.widgets.forms import Form, text_field
from hms_desktop.widgets.plain_text import Label
from hms_desktop.widgets.quantity import Quantity
from hms_desktop.widgets.theme import Theme

WRITTEN = tuple(name.removeprefix("server_") for name in TYPED)


class Welcome(Face):
    """Calls `test(server)`, which raises what is wrong with it; `connect_to` says which server is to be used."""

    connect_to = Signal(object)
    try_demo = Signal()

    def __init__(
        self,
        test: Callable[[Server], Awaitable[str]],
        station: Station,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            self.tr("Connect to the hospital's server"),
            self.tr("Your IT department knows what to type here. It is kept for the next start."),
            parent,
        )
        self._test = test
        self.form = Form(columns=2)
        self.form.add("host", self.tr("Address"), text_field(longest=255, hint="hms.example.org"), required=True)
        port = Quantity(1, 65535, 5432)
        port.setGroupSeparatorShown(False)
        self.form.add("port", self.tr("Port"), port)
        self.form.add("dbname", self.tr("Database"), text_field("hms", longest=63), required=True)
        self.form.add("sslrootcert", self.tr("Certificate file of the hospital"), self._file_field(), wide=True)
        if (server := station.settings.server) is not None:
            self.form.put(host=server.host, port=server.port, dbname=server.dbname)
            self.certificate.setText(server.sslrootcert)
        self._take_from_hands(station)
        self.card.column.addWidget(self.form)
        self.card.column.addWidget(self.laid_down)
        self.card.column.addWidget(self.progress)
        buttons = QHBoxLayout()
        self.test = Button(self.tr("Test"), keys="F5")
        self.go_on = Button(self.tr("Save and go on"), keys="Ctrl+Return", kind=PRIMARY)
        self.test.clicked.connect(lambda: go(self._try(self.test, save=False)))
        self.go_on.clicked.connect(lambda: go(self._try(self.go_on, save=True)))
        buttons.addStretch(1)
        buttons.addWidget(self.test, 0, Qt.AlignmentFlag.AlignVCenter)
        buttons.addWidget(self.go_on)
        self.card.column.addLayout(buttons)
        self.beside.insertWidget(2, self._demo_card(), 0, Qt.AlignmentFlag.AlignVCenter)

    def _take_from_hands(self, station: Station) -> None:
        """What IT lays down for this machine is shown and not typed: the person's own file would stand below it."""
        found = {name: where for name in WRITTEN if (where := station.laid_down(f"server_{name}"))}
        for name in found:
            self.form.field(name).setEnabled(False)
        words = self.tr("What is grey is set by your IT department ({where}).")
        self.laid_down = Label(words.format(where=", ".join(sorted(set(found.values())))), "muted", wrap=True)
        self.laid_down.setVisible(bool(found))

    def _file_field(self) -> QWidget:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        self.certificate = text_field(longest=4000, hint=self.tr("not needed for a server on this computer"))
        browse = Button(self.tr("Choose…"))
        browse.clicked.connect(self._choose_file)
        row.addWidget(self.certificate, 1)
        row.addWidget(browse)
        whole.setFocusProxy(self.certificate)
        return whole

    def _demo_card(self) -> Card:
        theme = Theme.current()
        card = Card()
        card.setFixedWidth(320)
        card.column.setSpacing(theme.space["medium"])
        card.column.addWidget(Label(self.tr("Try the demo"), "title"))
        words = self.tr(
            "A small hospital with invented patients on this computer, a day that runs by itself, and a "
            "waiting-room screen beside it. Nothing is sent anywhere."
        )
        card.column.addWidget(Label(words, "muted", wrap=True))
        self.demo = Button(self.tr("Start the demo"), keys="Ctrl+D", icon="play")
        self.demo.clicked.connect(self.try_demo)
        card.column.addWidget(self.demo)
        return card

    def take_focus(self) -> None:
        self.form.field("host").setFocus()

    def typed_server(self) -> Server:
        """The server that the form describes, without anybody's name."""
        typed = self.form.values()
        return Server(
            host=typed["host"],
            port=typed["port"],
            dbname=typed["dbname"],
            sslrootcert=self.certificate.text().strip(),
        )

    async def _try(self, button: Button, *, save: bool) -> None:
        self.messages.dismiss()
        if not self.form.complete():
            return
        server = self.typed_server()
        with self.progress.working(button, self.tr("Asking the server…")):
            try:
                fault = await self._test(server)
            except HmsError as error:
                self.tell(error)
                return
        if fault:
            self.messages.say(fault, "warning")
        elif save:
            self.connect_to.emit(server)
        else:
            self.messages.say(self.tr("The server answers and proved who it is."), "done")

    def _choose_file(self) -> None:
        chooser = QFileDialog(self, self.tr("Certificate file of the hospital"))
        chooser.setNameFilter(self.tr("Certificates (*.pem *.crt *.cer);;All files (*)"))
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.fileSelected.connect(self.certificate.setText)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.open()


def settings_text(server: Server) -> str:
    """The `[server]` table of a settings file (TOML) for `server`, without name and password."""
    lines = ["[server]"]
    for name in WRITTEN:
        value = getattr(server, name)
        if value != "":
            written = str(value) if isinstance(value, int) else json.dumps(value, ensure_ascii=False)
            lines.append(f"{name} = {written}".replace("\x7f", "\\u007f"))
    return "\n".join(lines) + "\n"


def save_server(file: Path, server: Server) -> None:
    """Write `server` to the settings file, whose other tables and values stay. Raises Misconfigured.

    Nothing is lost where it cannot be written: the new file takes the old one's place when it is whole.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        kept = _without_server(file.read_text("utf-8")) if file.exists() else ""
        fresh = file.with_suffix(".new")
        fresh.write_bytes((kept + settings_text(server)).encode())
        fresh.replace(file)
    except (OSError, ValueError) as error:
        sentence = f"The settings could not be written to {file}; check that you may write there."
        raise Misconfigured("settings.not_written", sentence, {"file": str(file)}) from error


def _without_server(text: str) -> str:
    """`text` up to and after its `[server]` table."""
    kept, inside = [], False
    for line in text.splitlines():
        if line.lstrip().startswith("["):
            inside = line.strip() == "[server]"
        if not inside:
            kept.append(line)
    return "\n".join(kept).rstrip() + "\n\n" if any(line.strip() for line in kept) else ""
