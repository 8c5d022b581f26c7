"""What warnings about medicines say: their kinds, levels and sentences in the person's language."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from hms_desktop.clinic.safety.rules import Finding
from hms_desktop.widgets.moments import day_words

translate = QCoreApplication.translate
TONES: Mapping[str, str] = {"stop": "stop", "warning": "warning", "info": "info", "hidden": "neutral"}


def level_word(level: str) -> str:
    """How a warning is shown, in a word or two."""
    return {
        "stop": translate("warnings", "stop"),
        "warning": translate("warnings", "warning"),
        "info": translate("warnings", "information"),
        "hidden": translate("warnings", "not shown"),
    }.get(level, level)


def level_meaning(level: str) -> str:
    """What a level asks of whoever goes on in spite of the warning."""
    return {
        "stop": translate("warnings", "stop: a reason and a colleague"),
        "warning": translate("warnings", "warning: a reason"),
        "info": translate("warnings", "information: nothing"),
        "hidden": translate("warnings", "not shown"),
    }.get(level, level)


def kind_words(kind: str) -> str:
    """The name of a kind of warning, for lists."""
    return {
        "allergy.substance": translate("warnings", "Allergy to the substance"),
        "allergy.class": translate("warnings", "Allergy to its class"),
        "allergy.words": translate("warnings", "Allergy, by its words"),
        "allergy.not_asked": translate("warnings", "Allergies not asked about"),
        "interaction.contraindication": translate("warnings", "Interaction: contraindicated"),
        "interaction.avoid": translate("warnings", "Interaction: better avoided"),
        "interaction.precaution": translate("warnings", "Interaction: needs precaution"),
        "interaction.note": translate("warnings", "Interaction: to be kept in mind"),
        "duplicate.substance": translate("warnings", "Same substance twice"),
        "duplicate.class": translate("warnings", "Same group twice"),
        "dose.most": translate("warnings", "Dose too high"),
        "dose.least": translate("warnings", "Dose too low"),
        "dose.unknown": translate("warnings", "Dose not checked"),
        "age": translate("warnings", "Wrong age"),
        "age.unknown": translate("warnings", "Age not known"),
        "pregnancy": translate("warnings", "Possible pregnancy"),
        "supply": translate("warnings", "Supply not used up"),
        "unchecked": translate("warnings", "Nothing could be checked"),
    }.get(kind, kind)


def title_of(finding: Finding) -> str:
    """The one line that says what is wrong with what."""
    templates = {
        "allergy.substance": translate("warnings", "{medicine}: the patient is allergic to {allergy}"),
        "allergy.class": translate("warnings", "{medicine}: of a class the patient is allergic to ({allergy})"),
        "allergy.words": translate("warnings", "{medicine}: perhaps what the patient is allergic to ({allergy})"),
        "allergy.not_asked": translate("warnings", "Nobody has asked this patient about allergies"),
        "interaction.contraindication": translate("warnings", "{medicine} with {other}: contraindicated"),
        "interaction.avoid": translate("warnings", "{medicine} with {other}: better avoided"),
        "interaction.precaution": translate("warnings", "{medicine} with {other}: needs precaution"),
        "interaction.note": translate("warnings", "{medicine} with {other}: to be kept in mind"),
        "duplicate.substance": translate("warnings", "{medicine} and {other}: the same substance twice"),
        "duplicate.class": translate("warnings", "{medicine} and {other}: two of one group"),
        "dose.most": translate("warnings", "{medicine}: more than usual"),
        "dose.least": translate("warnings", "{medicine}: less than usual"),
        "dose.unknown": translate("warnings", "{medicine}: the dose could not be checked"),
        "age": translate("warnings", "{medicine}: not at the age of {age}"),
        "age.unknown": translate("warnings", "{medicine}: age not known, limits by age were not checked"),
        "pregnancy": translate("warnings", "{medicine}: not in pregnancy"),
        "supply": translate("warnings", "{medicine}: supplied already, lasts until {until}"),
        "unchecked": translate("warnings", "{medicine}: nothing could be checked"),
    }
    return _filled(templates.get(finding.kind, kind_words(finding.kind)), finding)


def text_of(finding: Finding) -> str:
    """What may happen and what to do; empty where the title says it all."""
    params = finding.params
    if finding.cause == "interaction":
        return "  ".join(part for part in (params.get("risk", ""), params.get("conduct", "")) if part)
    if finding.cause == "allergy":
        return "; ".join(part for part in (_severity(params), params.get("reaction", "")) if part)
    if finding.kind == "unchecked":
        return translate("warnings", "The catalogue knows neither its substances nor its ATC code. Compare by hand.")
    if finding.kind == "dose.unknown":
        words = translate("warnings", "Its strength does not say how much {substance} is in one {base_unit}.")
        return words.format(substance=params.get("substance", ""), base_unit=params.get("base_unit", ""))
    if finding.kind == "age.unknown":
        words = translate("warnings", "{substance} has limits by age. Ask for the birth date or the approximate age.")
        return words.format(substance=params.get("substance", ""))
    if finding.cause == "dose":
        return " ".join(part for part in (_dose(params), params.get("words", "")) if part)
    if finding.cause == "duplicate":
        return str(params.get("shared") or "")
    return str(params.get("words", ""))


def source_of(finding: Finding) -> str:
    """Where it is written: the list and the terms that met, or the book."""
    params = finding.params
    if finding.cause == "interaction":
        return f"{params['source']}: {params['one_term'].lower()} × {params['other_term'].lower()}"
    return str(params.get("source", ""))


def _filled(template: str, finding: Finding) -> str:
    values = {**finding.params, "medicine": finding.medicine, "other": finding.other or ""}
    if "until" in values:
        values["until"] = day_words(dt.date.fromisoformat(str(values["until"])))
    for name in ("allergy", "age"):
        values.setdefault(name, "?")
    return template.format(**values)


def _severity(params: Mapping[str, Any]) -> str:
    return {
        "mild": translate("warnings", "mild"),
        "moderate": translate("warnings", "moderate"),
        "severe": translate("warnings", "severe"),
    }.get(str(params.get("severity", "")), "")


def _dose(params: Mapping[str, Any]) -> str:
    told = {name: f"{value:g}" for name, value in params.items() if isinstance(value, int | float)}
    told["unit"], told["substance"] = str(params.get("unit", "")), str(params.get("substance", ""))
    parts = []
    if "at_once" in told and "most" in told:
        parts.append(translate("warnings", "{substance} {at_once} {unit} at once, at most {most}."))
    if "at_once" in told and "least" in told:
        parts.append(translate("warnings", "{substance} {at_once} {unit} at once, at least {least}."))
    if "a_day" in told and "most_a_day" in told:
        parts.append(translate("warnings", "{substance} {a_day} {unit} a day, at most {most_a_day}."))
    return " ".join(part.format(**told) for part in parts)
