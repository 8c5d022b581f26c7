"""Layouts are data: what stands in them is understood wholly, or refused with the line of the mistake."""

from pathlib import Path

import pytest

from hms_desktop.clinic.organisation.rules import LANGUAGES
from hms_desktop.clinic.printing.rules import DOCUMENTS
from hms_desktop.core.errors import Misconfigured
from hms_desktop.core.layouts import FIELD, Layouts, read_layout, read_words
from hms_desktop.core.paper import MONTHS
from hms_desktop.core.places import resources

SHIPPED = resources() / "layouts"
FIELDS = {"name", "code", "lines"}


def read(text: str) -> None:
    read_layout(text, name="mine.toml", fields=FIELDS)


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ('[[part]]\ntext = "a"\n\n[[part]]\nsize = "normal"\n', 4, "exactly one of"),
        ('# a remark\n[[part]]\ntext = "a"\nsize = "enormous"\n', 4, "size must be one of small, normal, large, huge"),
        ('[[part]]\ntext = "{name}"\n[[part]]\ntext = "{secret}"\n', 4, "no field secret"),
        ('[[part]]\ntext = "a"\nwhen = "sercet"\n', 3, "no field sercet"),
        ('[[part]]\nqr = "{code}"\nwidth = 500\n', 3, "width must be a number from 10 to 80"),
        ('[[part]]\nqr = "{code}"\n', 2, "qr needs width"),
        ('[[part]]\npair = "Name"\n', 2, "pair needs value"),
        ('[[part]]\ntext = "a"\nlines = true\n', 3, "lines must be a number"),
        ('[[part]]\ntext = "a"\nlines = 2.5\n', 3, "lines must be a whole number"),
        ('[[part]]\ntext = "a"\ncolour = "red"\n', 3, "colour does not belong to text"),
        ('margin = 3\nfonts = 2\n[[part]]\ntext = "a"\n', 2, "fonts is not known here"),
        ('margin = 999\n[[part]]\ntext = "a"\n', 1, "margin must be a number"),
        ('[[part]]\nlogo = "../../etc/passwd"\nwidth = 9\n', 2, "must name a .png beside the layout"),
        ('[[part]]\ntext = "a\\u001b"\n', 2, "must be text"),
        ('[[part]]\ntext = "a\n', 2, "Illegal character"),
        ('[[part]]\ntext = "a"\ntext = "b"\n', 3, "overwrite"),
        ("[[part]]\ncut = false\n", 2, "cut must be true"),
        ('[[part]]\ntable = "lines"\n', 2, "table needs columns"),
        ('[[part]]\ntable = "lines"\ncolumns = []\n', 3, "columns must be a list of 1 to 10 columns"),
        ('[[part]]\ntable = "lines"\ncolumns = [{ title = "a" }]\n', 3, "columns needs title and width"),
        ('[[part]]\ntable = "lines"\ncolumns = [{ title = "a", width = 0 }]\n', 3, "columns has a width that must be"),
        (
            '[[part]]\ntable = "lines"\ncolumns = [{ title = "a", width = 9 }]\nspare = 0.5\n',
            4,
            "spare must be a whole number",
        ),
        ('[[part]]\ntable = "secret"\ncolumns = [{ title = "a", width = 9 }]\n', 2, "no field secret"),
        ('[[part]]\npage = "{pages} {secret}"\n', 2, "no field secret"),
        ("part = 3\n", 1, "at least one [[part]]"),
        ("", 1, "at least one [[part]]"),
    ],
)
def test_a_mistake_is_refused_with_its_line(text: str, line: int, why: str) -> None:
    with pytest.raises(Misconfigured) as refused:
        read(text)
    assert refused.value.params["line"] == line
    assert f"mine.toml has a mistake in line {line}" in refused.value.sentence
    assert why in refused.value.sentence


@pytest.mark.parametrize("form", ["roll", "label"])
@pytest.mark.parametrize(
    "part", ['page = "Page {page} of {pages}"', 'table = "lines"\ncolumns = [{ title = "a", width = 9 }]']
)
def test_a_table_and_numbers_of_pages_stand_on_pages_only(form: str, part: str) -> None:
    text = f"[[part]]\n{part}\n"
    read(text)
    with pytest.raises(Misconfigured, match=r"in line 2: .* stands on pages only"):
        read_layout(text, name="mine.toml", fields=FIELDS, form=form)


def test_every_shipped_layout_is_right_and_has_a_paper_that_it_belongs_to() -> None:
    layouts = Layouts([SHIPPED], DOCUMENTS)
    files = [file for file in SHIPPED.glob("*.toml") if not file.name.startswith("words.")]
    assert {file.name.split(".")[0] for file in files} == set(DOCUMENTS)
    for file in files:
        document, form, _toml = file.name.split(".")
        assert layouts.layout(document, form).parts


def test_every_word_of_every_layout_is_known_in_every_language() -> None:
    layouts = Layouts([SHIPPED], DOCUMENTS)
    needed = set(MONTHS)
    for file in SHIPPED.glob("*.toml"):
        document, form, _toml = file.name.split(".")
        if document == "words":
            continue
        for part in layouts.layout(document, form).parts:
            told = (part.words, part.value) if part.kind in ("text", "pair", "page") else ()
            told += tuple(column.title for column in part.columns)
            needed |= {word for word in told if FIELD.sub("", word).strip() and word != "A123"}
    for language in set(LANGUAGES) - {"en"}:
        assert sorted(needed - set(layouts.words(language).known)) == [], language


def test_a_translation_names_the_same_fields_as_its_original() -> None:
    with pytest.raises(Misconfigured, match="line 2"):
        read_words('"Name" = "Nombre"\n"about {minutes} min" = "unos min"\n', language="es", name="words.es.toml")


def test_the_hospitals_own_layout_stands_above_the_shipped_one(tmp_path: Path) -> None:
    layouts = Layouts([tmp_path, SHIPPED], DOCUMENTS)
    assert len(layouts.layout("ticket", "roll").parts) > 1
    (tmp_path / "ticket.roll.toml").write_text('[[part]]\ntext = "{ticket}"\n', "utf-8")
    assert len(layouts.layout("ticket", "roll").parts) == 1
    (tmp_path / "ticket.roll.toml").write_bytes(b'[[part]]\ntext = "\xff"\n')
    with pytest.raises(Misconfigured, match=r"ticket\.roll\.toml cannot be read"):
        layouts.layout("ticket", "roll")


def test_a_paper_without_a_layout_for_this_printer_says_so() -> None:
    with pytest.raises(Misconfigured, match=r"There is no layout ticket\.label\.toml"):
        Layouts([SHIPPED], DOCUMENTS).layout("ticket", "label")
