"""The administrator's page of people: their duties, new passwords, and whether an account is open."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from hms_desktop.clinic.staff import actions, queries, rules
from hms_desktop.clinic.staff.queries import PersonRow
from hms_desktop.widgets.buttons import Button
from hms_desktop.widgets.columns import Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.dialogs import ask
from hms_desktop.widgets.editor_page import EditorPage, Values
from hms_desktop.widgets.errands import go
from hms_desktop.widgets.forms import FormDialog, choice_field, text_field
from hms_desktop.widgets.ticks import Ticks


class StaffPage(EditorPage[PersonRow]):
    """Nobody is deleted: an account is closed, and what the person did keeps their name."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            self.tr("Staff"),
            [
                Column(self.tr("Name"), lambda row: row.display_name, stretch=True, strong=True),
                Column(self.tr("Signs in as"), lambda row: row.login, width=150, muted=True),
                Column(self.tr("Duties"), lambda row: ", ".join(map(_duty, row.duties)), width=200),
                Column(
                    self.tr("Account"),
                    lambda row: self.tr("open") if row.active else self.tr("closed"),
                    width=90,
                    tone=lambda row: "done" if row.active else "neutral",
                ),
            ],
            key=lambda row: row.id,
            new_word=self.tr("New person"),
        )
        self.set_subtitle(self.tr("Each person signs in with an account of their own; duties decide what it may do."))
        self.login = text_field(longest=40, hint="a.name")
        self.password = text_field(longest=200)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.add("display_name", self.tr("Name"), text_field(longest=200), required=True)
        self.add("login", self.tr("Signs in as"), self.login, required=True)
        self.add("password", self.tr("First password"), self.password)
        self.add("duties", self.tr("Duties (Space ticks)"), Ticks([(key, _duty(key)) for key in rules.DUTIES]))
        self.add(
            "active",
            self.tr("Account"),
            choice_field([(True, self.tr("open")), (False, self.tr("closed, cannot sign in"))], True),
        )
        self.reset = Button(self.tr("New password…"), icon="key-round")
        self.reset.clicked.connect(lambda: go(self._give_password()))
        row = QHBoxLayout()
        row.addWidget(self.reset)
        row.addStretch(1)
        self.foot.addLayout(row)
        self.follow("staff")

    async def read(self) -> Sequence[PersonRow]:
        return await self.desk.db.read(queries.people)

    def values_of(self, row: PersonRow | None) -> Values:
        if row is None:
            return {"display_name": "", "login": "", "password": "", "duties": [], "active": True}
        return {
            "display_name": row.display_name,
            "login": row.login,
            "password": "",
            "duties": list(row.duties),
            "active": row.active,
        }

    def title_of(self, row: PersonRow | None) -> str:
        new = row is None
        self.login.setReadOnly(not new)
        self.password.setEnabled(new)
        self.password.setPlaceholderText("" if new else self.tr("not shown to anybody"))
        self.reset.setVisible(not new)
        return row.display_name if row else self.tr("New person")

    def words_of(self, field: str, value: object) -> str:
        if field == "duties" and isinstance(value, list):
            return ", ".join(map(_duty, value))
        return super().words_of(field, value)

    def fault(self, values: Values, row: PersonRow | None) -> tuple[str, str] | None:
        if not values["duties"]:
            return "duties", self.tr("Choose at least one duty for this person.")
        if row is not None:
            return None
        if sentence := rules.login_fault(values["login"]):
            return "login", sentence
        sentence = rules.password_fault(self.password.text(), values["login"])
        return ("password", sentence) if sentence else None

    async def save(self, values: Values, row: PersonRow | None) -> Hashable:
        if row is None:
            return await self.wishes.run(
                actions.add_staff,
                login=values["login"],
                display_name=values["display_name"],
                duties=tuple(values["duties"]),
                password=self.password.text(),
            )
        await self.wishes.run(
            actions.save_staff,
            person_id=row.id,
            version=row.version,
            display_name=values["display_name"],
            duties=tuple(values["duties"]),
            active=values["active"],
        )
        return row.id

    async def _give_password(self) -> None:
        person = self._row
        if person is None:
            return

        async def give(_typed: Values) -> None:
            await self.wishes.run(
                actions.set_staff_password, person_id=person.id, login=person.login, password=field.text()
            )

        sentence = self.tr("{name} signs in with it from now on; tell it to nobody else.")
        dialog = FormDialog(
            self.tr("A new password"),
            self.tr("Give this password"),
            give,
            sentence=sentence.format(name=person.display_name),
            parent=self,
        )
        field = text_field(longest=200)
        field.setEchoMode(QLineEdit.EchoMode.Password)
        dialog.form.add("password", self.tr("New password"), field, required=True)
        field.setFocus()
        if await ask(dialog):
            self.desk.say(self.tr("{name} has a new password.").format(name=person.display_name), "done")
        dialog.deleteLater()


def _duty(key: str) -> str:
    return QCoreApplication.translate("staff", rules.DUTIES.get(key, key))
