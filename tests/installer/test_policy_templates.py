"""The Group Policy templates: what an editor shows for each setting, and that it writes what the programs read."""

import importlib.util
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as Xml

import pytest

from hms_desktop.core.setting_places import KEYS, from_registry
from hms_desktop.core.setting_table import SETTINGS, Choice, Number, Place
from hms_desktop.core.settings import load_station

POLICY = Path(__file__).parents[2] / "installer" / "windows" / "policy"
SPACE = {"p": "http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions"}
ADMX = Xml.parse(POLICY / "hms.admx").getroot()
ADML = Xml.parse(POLICY / "en-US" / "hms.adml").getroot()
BY_POLICY = [setting for setting in SETTINGS.values() if Place.POLICY in setting.places]
BOXES = {"text": "textBox", "decimal": "decimalTextBox", "enum": "dropdownList"}


def policies() -> dict[str, Xml.Element]:
    return {policy.attrib["name"]: policy for policy in ADMX.iterfind("p:policies/p:policy", SPACE)}


def element_of(policy: Xml.Element) -> tuple[str, Xml.Element]:
    elements = policy.find("p:elements", SPACE)
    assert elements is not None
    (element,) = elements
    return element.tag.rpartition("}")[2], element


def strings() -> dict[str, str]:
    return {one.attrib["id"]: one.text or "" for one in ADML.iterfind("p:resources/p:stringTable/p:string", SPACE)}


def test_the_files_are_what_the_table_of_settings_gives() -> None:
    spec = importlib.util.spec_from_file_location("templates", POLICY / "templates.py")
    assert spec is not None
    assert spec.loader is not None
    templates: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(templates)
    again = "run python installer/windows/policy/templates.py and commit what it writes"
    assert (POLICY / "hms.admx").read_text(encoding="utf-8") == templates.admx(), again
    assert (POLICY / "en-US" / "hms.adml").read_text(encoding="utf-8") == templates.adml(), again


def test_there_is_a_policy_for_every_setting_but_logins_and_their_passwords() -> None:
    assert set(policies()) == set(SETTINGS) - {"server_user", "server_password"}


@pytest.mark.parametrize("setting", BY_POLICY, ids=lambda setting: setting.name)
def test_a_policy_writes_the_key_and_the_value_that_the_programs_read_within_its_limits(setting: Any) -> None:
    policy = policies()[setting.name]
    assert (policy.attrib["class"], policy.attrib["key"]) == ("Machine", KEYS[Place.POLICY])
    kind, element = element_of(policy)
    assert (element.attrib["valueName"], element.attrib["required"]) == (setting.name, "true")
    if isinstance(setting.kind, Number):
        assert kind == "decimal"
        assert (int(element.attrib["minValue"]), int(element.attrib["maxValue"])) == (
            setting.kind.least,
            setting.kind.most,
        )
    elif isinstance(setting.kind, Choice):
        assert kind == "enum"
        words = [one.text for one in element.iterfind("p:item/p:value/p:string", SPACE)]
        assert words == list(setting.kind.words)
    else:
        assert (kind, element.attrib["maxLength"]) == ("text", str(setting.kind.longest))


def test_every_word_and_presentation_that_the_policies_name_is_there_and_no_other_one() -> None:
    named = {
        value.removeprefix("$(string.").removesuffix(")")
        for node in ADMX.iter()
        for value in node.attrib.values()
        if value.startswith("$(string.")
    }
    assert named == set(strings())
    assert all(strings().values())
    presentations = {
        one.attrib["id"]: [(box.tag.rpartition("}")[2], box.attrib["refId"]) for box in one]
        for one in ADML.iterfind("p:resources/p:presentationTable/p:presentation", SPACE)
    }
    assert presentations == {
        name: [(BOXES[element_of(policy)[0]], element_of(policy)[1].attrib["id"])]
        for name, policy in policies().items()
    }
    categories = {one.attrib["name"] for one in ADMX.iterfind("p:categories/p:category", SPACE)}
    parents = {one.attrib["ref"] for one in ADMX.iter(f"{{{SPACE['p']}}}parentCategory")}
    assert parents == categories


class Editor:
    """A registry in which the policy editor has written the highest, longest or last that it lets one choose."""

    def values(self, key: str) -> list[tuple[str, Any]]:
        if key != KEYS[Place.POLICY]:
            raise FileNotFoundError(key)
        return [(name, self._chosen(*element_of(policy))) for name, policy in policies().items()]

    def _chosen(self, kind: str, element: Xml.Element) -> Any:
        if kind == "decimal":
            return int(element.attrib["maxValue"])
        if kind == "enum":
            return [one.text for one in element.iterfind("p:item/p:value/p:string", SPACE)][-1]
        longest = int(element.attrib["maxLength"])
        return "en" if element.attrib["valueName"] == "language" else "h" * longest


def test_what_an_editor_writes_at_the_limits_is_taken_by_the_programs(tmp_path: Path) -> None:
    messages: list[str] = []
    said = from_registry(Place.POLICY, Editor(), messages)
    station = load_station(own_file=tmp_path / "none", environ={}, folder=tmp_path, registry=Editor())
    assert (messages, station.messages) == ([], ())
    assert {name: value.value for name, value in station.values.items()} == said.values
    assert {value.place for value in station.values.values()} == {Place.POLICY}
