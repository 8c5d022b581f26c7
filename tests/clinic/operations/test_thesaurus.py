"""Lists of interactions as files: the ANSM's two releases as they were published, and a hospital's own CSV."""

from pathlib import Path

import pytest

from hms_desktop.clinic.operations.thesaurus import read_thesaurus
from hms_desktop.core.errors import Refused


def test_both_releases_of_the_thesaurus_are_read_whole(shared: Path) -> None:
    folder = shared / "ddi_ansm"
    old = read_thesaurus(folder / "thesaurus_mars_2018.json", index=folder / "index_substances_18_mars_2018.json")
    new = read_thesaurus(
        folder / "Thesaurus_09_2019.json",
        index=folder / "index_des_substances_09_2019.json",
        codes=[folder / "rxnorm_mappings.tsv", folder / "wikidata_mappings.tsv"],
    )
    assert (len(old.pairs), len(new.pairs)) == (1550, 1533)
    assert len(new.undefined) < 15
    warfarin = next(term for term in new.terms if term.name == "WARFARINE")
    assert warfarin.kind == "substance"
    assert "ANTIVITAMINES K" in warfarin.classes
    assert "RxNorm 11289" in warfarin.codes


def test_a_pair_of_several_levels_is_as_grave_as_the_gravest_and_says_them_all(shared: Path) -> None:
    folder = shared / "ddi_ansm"
    new = read_thesaurus(folder / "Thesaurus_09_2019.json", index=folder / "index_des_substances_09_2019.json")
    pair = next(one for one in new.pairs if {one.one, one.other} == {"ACIDE ACETYLSALICYLIQUE", "ANTICOAGULANTS ORAUX"})
    assert pair.gravity == "contraindication"
    assert "Association déconseillée avec" in pair.conduct
    assert "\n" not in pair.risk


def written(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def test_a_hospitals_own_list_is_two_plain_files(tmp_path: Path) -> None:
    pairs = written(
        tmp_path,
        "own.csv",
        "one,other,level,risk,conduct\nwarfarin,NSAIDs,contraindication,Bleeding,Take paracetamol\n"
        "NSAIDs,Warfarin,precaution,,\n",
    )
    classes = written(tmp_path, "classes.csv", "class,substance\nNSAIDs,ibuprofen\nNSAIDs,naproxen\n")
    found = read_thesaurus(pairs, index=classes)
    assert {term.name: term.kind for term in found.terms} == {
        "IBUPROFEN": "substance",
        "NAPROXEN": "substance",
        "NSAIDS": "class",
        "WARFARIN": "substance",
    }
    assert [(pair.gravity, pair.conduct) for pair in found.pairs] == [("contraindication", "Take paracetamol")]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.json", "{", "is not JSON"),
        ("a.json", '{"a": 1}', "not a list of entries"),
        ("a.json", '[{"main_drug": "A"}]', "entry 1"),
        ("a.csv", "one,other\nA,B\n", "no column level"),
        ("a.csv", "one,other,level\nA,B,deadly\n", "line 2: the level must be"),
        ("a.csv", "one,other,level\n,B,avoid\n", "line 2: a name has"),
    ],
)
def test_a_file_that_is_none_is_refused_with_its_place(tmp_path: Path, name: str, text: str, said: str) -> None:
    with pytest.raises(Refused, match=said):
        read_thesaurus(written(tmp_path, name, text))
