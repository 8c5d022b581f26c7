"""How old somebody is, in the language of the windows."""

from PySide6.QtCore import QObject

from hms_desktop.clinic.patients.rules import Age


def age_words(age: Age | None) -> str:
    """`34`, `~70`, `2 months`, `5 days`; empty where nothing is known."""
    if age is None:
        return ""
    told = str(age.count) if age.unit == "years" else _YoungAge().told(age)
    return f"~{told}" if age.about else told


class _YoungAge(QObject):
    """Its words have forms of one and many, which translators are asked for only where an object says them."""

    def told(self, age: Age) -> str:
        return self.tr("%n months", "", age.count) if age.unit == "months" else self.tr("%n days", "", age.count)
