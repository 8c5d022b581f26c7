"""Records of JSON and XML files, one at a time; what is broken or could ask for more than it holds is refused."""

from pathlib import Path

import pytest

from hms_desktop.core.errors import Refused
from hms_desktop.core.record_reader import read_json, read_xml


def written(folder: Path, content: str | bytes, name: str = "list.xml") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_elements_are_found_by_the_end_of_their_path(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "<L><FORM><INFO><CD>1</CD><DESC> Bath\nadditive </DESC></INFO></FORM>"
        "<ROUTE><INFO><CD>2</CD></INFO></ROUTE></L>",
    )
    assert list(read_xml(path, "FORM/INFO")) == [{"CD": "1", "DESC": "Bath\nadditive"}]
    assert [record["CD"] for record in read_xml(path, "INFO")] == ["1", "2"]


def test_fields_by_name_references_and_attributes_are_told(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        '<t><record model="a" id="r1"><field name="x" ref="r9"/><field name="y">A &amp; B</field></record>'
        '<record model="b" id="r2"/></t>',
    )
    assert list(read_xml(path, "record", {"model": "a"})) == [{"@model": "a", "@id": "r1", "x": "r9", "y": "A & B"}]


def test_other_encodings_are_read_as_they_say(tmp_path: Path) -> None:
    text = '<?xml version="1.0" encoding="iso-8859-1"?><a><b><c>Comprimé</c></b></a>'
    assert list(read_xml(written(tmp_path, text.encode("latin-1")), "b")) == [{"c": "Comprimé"}]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ('<!DOCTYPE a [<!ENTITY x "y">]><a><b>&x;</b></a>', "records.document_type"),
        ('<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', "records.document_type"),
        ("<a><b></a>", "records.xml"),
        ("", "records.xml"),
        (b"\xff\xfe\x00", "records.xml"),
        ("<a>&undefined;</a>", "records.xml"),
    ],
)
def test_a_document_type_and_broken_xml_are_refused(tmp_path: Path, content: str | bytes, code: str) -> None:
    with pytest.raises(Refused) as refused:
        list(read_xml(written(tmp_path, content), "b"))
    assert refused.value.code == code


def test_the_first_list_of_objects_in_a_json_file_is_read(tmp_path: Path) -> None:
    path = written(tmp_path, '{"about": {"n": 1}, "meds": [{"name": " A ", "n": 2, "x": null}]}', "a.json")
    assert list(read_json(path)) == [{"name": "A", "n": "2", "x": ""}]


@pytest.mark.parametrize(
    ("content", "code"),
    [("[1, 2]", "records.none"), ("{}", "records.none"), ("{", "records.json"), ("[" * 100_000, "records.json")],
)
def test_a_json_file_without_records_is_refused(tmp_path: Path, content: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        list(read_json(written(tmp_path, content, "a.json")))
    assert refused.value.code == code
