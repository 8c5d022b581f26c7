"""The Settings page: look and language of this workstation, and what this program is."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from hms_desktop.app.release_news import ReleaseNews
from hms_desktop.app.signed_in import program_version
from hms_desktop.core.settings import Station
from hms_desktop.screens.printing.choices import PrinterChoices
from hms_desktop.widgets.buttons import Button
from hms_desktop.widgets.cards import Card
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.forms import Form, choice_field
from hms_desktop.widgets.page import Page
from hms_desktop.widgets.plain_text import Label, line, tip
from hms_desktop.widgets.scrolled import scrolled
from hms_desktop.widgets.theme import CONTRAST, DARK, LIGHT, SYSTEM, Theme

LANGUAGES: tuple[tuple[str, str], ...] = (("en", "English"), ("ar", "العربية"))
"""The languages that this program can show itself in, in their own words."""


class SettingsPage(Page):
    """Calls `wear(theme)` and `speak(language)` when another one is chosen."""

    def __init__(
        self,
        desk: Desk,
        *,
        theme: str,
        language: str,
        wear: Callable[[str], None],
        speak: Callable[[str], None],
        log_file: Path,
        station: Station,
        change_password: Callable[[], object],
        news: ReleaseNews,
        printing: PrinterChoices,
        scanner: Card,
    ) -> None:
        super().__init__(desk, "")
        self.set_title(self.tr("Settings"))
        self.set_subtitle(self.tr("They belong to this workstation: {name}").format(name=desk.workstation))
        look = Card()
        form = Form()
        self.theme = choice_field(
            [
                (SYSTEM, self.tr("As the computer does")),
                (LIGHT, self.tr("Light")),
                (DARK, self.tr("Dark")),
                (CONTRAST, self.tr("High contrast")),
            ],
            theme,
        )
        self.language = choice_field(list(LANGUAGES), language)
        form.add("theme", self.tr("Look"), self.theme)
        form.add("language", self.tr("Language"), self.language)
        look.column.addWidget(form)
        when = self.tr("Another language appears at once; while something typed is not saved, at your next sign-in.")
        look.column.addWidget(Label(when, "muted", wrap=True))
        for name, field in (("theme", self.theme), ("language", self.language)):
            if where := station.bound(name):
                self._take_from_hands(look, field, where)
        self.printing = printing
        account = self._made_account(station, change_password)
        self._lay_out((look, account, self._made_about(log_file, news)), (self.printing, scanner))
        self._follow(self.theme, wear)
        self._follow(self.language, speak)

    def _lay_out(self, *columns: Sequence[Card]) -> None:
        """Cards in columns, which can be scrolled where the window is small."""
        inside = QWidget()
        across = QHBoxLayout(inside)
        across.setContentsMargins(2, 2, 2, 2)
        across.setSpacing(Theme.current().space["large"])
        for cards in columns:
            column = QVBoxLayout()
            column.setSpacing(Theme.current().space["medium"])
            for card in cards:
                card.setMaximumWidth(520)
                column.addWidget(card)
            column.addStretch(1)
            across.addLayout(column, 20)
        across.addStretch(1)
        self.body.addWidget(scrolled(inside, sideways=True), 1)

    def _take_from_hands(self, card: Card, field: QComboBox, where: str) -> None:
        words = self.tr("{title} is set by your IT department ({where}).")
        sentence = words.format(title=field.accessibleName(), where=where)
        field.setEnabled(False)
        field.setAccessibleDescription(sentence)
        field.setToolTip(tip(sentence))
        card.column.addWidget(Label(sentence, "muted", wrap=True))

    def close_page(self) -> None:
        self.printing.close_choices()
        super().close_page()

    def _follow(self, field: QComboBox, take: Callable[[str], None]) -> None:
        field.currentIndexChanged.connect(lambda _place: take(field.currentData()))

    def _made_account(self, station: Station, change_password: Callable[[], object]) -> Card:
        card = Card()
        who = self.desk.who
        card.column.addWidget(Label(f"{who.display_name} ({who.login})", "strong", wrap=True))
        minutes = station.settings.lock_after_minutes
        words = (
            self.tr("The desk locks itself after {n} minutes without a key or a click.").format(n=minutes)
            if minutes
            else self.tr("The desk does not lock itself; Ctrl+L locks it.")
        )
        card.column.addWidget(Label(words, "muted", wrap=True))
        if where := station.bound("lock_after_minutes"):
            by_whom = self.tr("Your IT department has set this ({where}).").format(where=where)
            card.column.addWidget(Label(by_whom, "muted", wrap=True))
        if self.desk.db.server.by_directory:
            elsewhere = self.tr("Your password is that of the hospital's directory; it is changed there.")
            card.column.addWidget(Label(elsewhere, "muted", wrap=True))
            return card
        row = QHBoxLayout()
        change = Button(self.tr("Change password…"), icon="key-round")
        change.clicked.connect(change_password)
        row.addWidget(change)
        row.addStretch(1)
        card.column.addLayout(row)
        return card

    def _made_about(self, log_file: Path, news: ReleaseNews) -> Card:
        card = Card()
        card.column.addWidget(Label(self.tr("HMS Desktop {version}").format(version=program_version()), "strong"))
        self._newer = Label(role="muted", wrap=True)
        card.column.addWidget(self._newer)
        news.changed.connect(lambda _version, _told: self._show_newer(news))
        self._show_newer(news)
        card.column.addWidget(Label(self.tr("Log: {file}").format(file=log_file), "muted", wrap=True))
        return card

    def _show_newer(self, news: ReleaseNews) -> None:
        """A program never updates itself: IT installs what can be had."""
        words = self.tr("Version {version} can be had; IT installs it.").format(version=news.version)
        self._newer.setText(f"{words} {line(news.message)}".strip() if news.version else "")
        self._newer.setVisible(bool(news.version))
