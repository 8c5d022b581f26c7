"""Writes the Group Policy templates from the table of settings: hms.admx, and en-US/hms.adml with its words.

python installer/windows/policy/templates.py     (in the environment of the suite; a test holds the files to the table)
"""

from pathlib import Path
from xml.etree import ElementTree as Xml

from hms_desktop.core.setting_places import KEYS
from hms_desktop.core.setting_table import SETTINGS, Choice, Number, Place, Setting
from hms_desktop.core.settings import default_of

HERE = Path(__file__).resolve().parent
SPACE = "http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions"
CATEGORIES = {"Desk": "Desk", "Server": "Server", "Screen": "Waiting-room screen"}
OF_SCREENS = ("videos", "voices", "share")
OF_THE_MACHINE = ("workstation",)
"""Settings whose default is the machine's own and not one value for all."""


def policies() -> list[Setting]:
    """The settings that a policy may say, in the order of the table."""
    return [setting for setting in SETTINGS.values() if Place.POLICY in setting.places]


def admx() -> str:
    """The policies: which value each writes under which key, and what it may be."""
    root = Xml.Element("policyDefinitions", {"revision": "1.0", "schemaVersion": "1.0", "xmlns": SPACE})
    spaces = Xml.SubElement(root, "policyNamespaces")
    Xml.SubElement(spaces, "target", prefix="hms", namespace="HMS.Policies.Desktop")
    Xml.SubElement(root, "resources", minRequiredRevision="1.0")
    definitions = Xml.SubElement(Xml.SubElement(root, "supportedOn"), "definitions")
    Xml.SubElement(definitions, "definition", name="SUPPORTED_HMS", displayName="$(string.SUPPORTED_HMS)")
    categories = Xml.SubElement(root, "categories")
    Xml.SubElement(categories, "category", name="HMS", displayName="$(string.HMS)")
    for name in CATEGORIES:
        category = Xml.SubElement(categories, "category", name=name, displayName=f"$(string.{name})")
        Xml.SubElement(category, "parentCategory", ref="HMS")
    listed = Xml.SubElement(root, "policies")
    for setting in policies():
        _add_policy(listed, setting)
    return _written(root)


def adml() -> str:
    """The words of the policies, in English."""
    root = Xml.Element("policyDefinitionResources", {"revision": "1.0", "schemaVersion": "1.0", "xmlns": SPACE})
    Xml.SubElement(root, "displayName").text = "HMS Desktop"
    Xml.SubElement(root, "description").text = "Settings of HMS Desktop that the people at the desk cannot change"
    resources = Xml.SubElement(root, "resources")
    strings = Xml.SubElement(resources, "stringTable")
    told = {"HMS": "HMS Desktop", "SUPPORTED_HMS": "HMS Desktop 0.1 or newer", **CATEGORIES}
    for setting in policies():
        told[setting.name] = setting.title
        told[f"{setting.name}_explained"] = _explained(setting)
        if isinstance(setting.kind, Choice):
            told |= {f"{setting.name}_{word}": words for word, words in setting.kind.words.items()}
    for name, words in told.items():
        Xml.SubElement(strings, "string", id=name).text = words
    presentations = Xml.SubElement(resources, "presentationTable")
    for setting in policies():
        _add_presentation(presentations, setting)
    return _written(root)


def _add_policy(policies: Xml.Element, setting: Setting) -> None:
    policy = Xml.SubElement(
        policies,
        "policy",
        {
            "name": setting.name,
            "class": "Machine",
            "displayName": f"$(string.{setting.name})",
            "explainText": f"$(string.{setting.name}_explained)",
            "key": KEYS[Place.POLICY],
            "presentation": f"$(presentation.{setting.name})",
        },
    )
    Xml.SubElement(policy, "parentCategory", ref=_category(setting))
    Xml.SubElement(policy, "supportedOn", ref="SUPPORTED_HMS")
    elements = Xml.SubElement(policy, "elements")
    value = {"id": setting.name, "valueName": setting.name, "required": "true"}
    kind = setting.kind
    if isinstance(kind, Number):
        Xml.SubElement(elements, "decimal", value | {"minValue": str(kind.least), "maxValue": str(kind.most)})
    elif isinstance(kind, Choice):
        choice = Xml.SubElement(elements, "enum", value)
        for word in kind.words:
            item = Xml.SubElement(choice, "item", displayName=f"$(string.{setting.name}_{word})")
            Xml.SubElement(Xml.SubElement(item, "value"), "string").text = word
    else:
        Xml.SubElement(elements, "text", value | {"maxLength": str(kind.longest)})


def _add_presentation(presentations: Xml.Element, setting: Setting) -> None:
    presentation = Xml.SubElement(presentations, "presentation", id=setting.name)
    default = "" if setting.name in OF_THE_MACHINE else default_of(setting.name)
    if isinstance(setting.kind, Number):
        box = Xml.SubElement(presentation, "decimalTextBox", refId=setting.name, defaultValue=str(default))
        box.text = f"{setting.title}{setting.kind.unit and f' ({setting.kind.unit})'}:"
    elif isinstance(setting.kind, Choice):
        place = list(setting.kind.words).index(str(default))
        box = Xml.SubElement(presentation, "dropdownList", refId=setting.name, noSort="true", defaultItem=str(place))
        box.text = f"{setting.title}:"
    else:
        box = Xml.SubElement(presentation, "textBox", refId=setting.name)
        Xml.SubElement(box, "label").text = f"{setting.title}:"
        if default:
            Xml.SubElement(box, "defaultValue").text = str(default)


def _category(setting: Setting) -> str:
    if setting.name.startswith("server_"):
        return "Server"
    return "Screen" if setting.name in OF_SCREENS else "Desk"


def _explained(setting: Setting) -> str:
    return (
        f"{setting.says}\n\nIt must be {setting.kind.limits}. Not configured: what the installer, the station file or "
        f"the person says counts. It writes the value {setting.name} under HKEY_LOCAL_MACHINE\\{KEYS[Place.POLICY]}."
    )


def _written(root: Xml.Element) -> str:
    Xml.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + Xml.tostring(root, encoding="unicode") + "\n"


if __name__ == "__main__":
    (HERE / "hms.admx").write_text(admx(), encoding="utf-8")
    (HERE / "en-US" / "hms.adml").write_text(adml(), encoding="utf-8")
