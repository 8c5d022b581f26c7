"""The sections of the form, drafts after a crash, the photo, the history, and hostile text in every field."""

import asyncio
import zlib
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hms_desktop.clinic.patients.allergies import ALLERGENS
from hms_desktop.core.drafts import Drafts
from hms_desktop.core.errors import Refused
from hms_desktop.screens.patients.care_words import allergens
from hms_desktop.screens.patients.history import HistoryDialog
from hms_desktop.screens.patients.page import PatientsPage
from hms_desktop.screens.patients.photo import photo_from, photo_of
from hms_desktop.widgets.camera import Camera, CameraDialog
from hms_desktop.widgets.lines_field import LinesField
from hms_desktop.widgets.pictures import MOST_PIXELS, read_picture
from tests.clinic.patients.test_hostile_text import corpus
from tests.factories import patients
from tests.hospital import Hospital
from tests.screens.desks import Seat, focused, press, settle, type_text, until
from tests.screens.patients.test_finding import opened
from tests.screens.patients.test_registering import SAVE, edit_first, form_of
from tests.widgets.conftest import Loop

CTRL = Qt.KeyboardModifier.ControlModifier
BACKWARDS = {"insurer": "SHA", "number": "1", "valid_from": "1/2027", "valid_until": "1/2026"}
BROKEN = (
    r"^(qt\.gui\.imageio|libpng|Corrupt JPEG|QImageReader|QImage|Unsupported|Premature|Invalid JPEG|JPEG datastream)"
)


def picture(form: str = "JPEG", width: int = 640, height: int = 480) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, form)
    return bytes(buffer.data().data())


def huge_png() -> bytes:
    """A file of some hundred bytes that claims to hold 100,000 x 100,000 pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    header = (100_000).to_bytes(4, "big") * 2 + b"\x08\x02\x00\x00\x00"
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")
    )


def test_everything_is_registered_by_keyboard(hospital: Hospital, sit: Callable[..., Seat], loop: Loop) -> None:
    hospital.sql("UPDATE hms.facility SET country = 'KE'")

    async def register() -> None:
        seat = sit()
        page = opened(seat)
        editor = await form_of(page)
        await until(lambda: editor.form.facts.country == "KE")
        type_text("Okafor")
        press(Qt.Key.Key_Return)
        type_text("Amina")
        press(Qt.Key.Key_Return)
        type_text("about 40")
        press(Qt.Key.Key_Return, Qt.Key.Key_Return)
        type_text("0712 123456")
        press(*[Qt.Key.Key_Tab] * 5)
        sections = editor.form.sections
        await until(sections["about"].header.hasFocus)
        press(Qt.Key.Key_Tab, Qt.Key.Key_Return)
        await until(editor.form.allergies.status.hasFocus)
        press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
        await until(editor.form.allergies.known.fields(0)["substance"].hasFocus)
        type_text("Latex")
        if offered := QApplication.activePopupWidget():
            press(Qt.Key.Key_Escape, on=offered)
            await seat.come_to_front()
        press(SAVE)
        await until(page.card.issue_button.hasFocus)

    loop.run(register())
    assert hospital.sql("SELECT number, e164 FROM hms.patient_phones") == [("0712 123456", "+254712123456")]
    assert hospital.sql("SELECT substance, system, code FROM hms.patient_allergies") == [("Latex", "hms", "latex")]
    assert hospital.sql("SELECT allergy_status, birth_precision FROM hms.patients") == [("known", "age")]


def test_the_tab_key_follows_the_eye_also_after_lines_came_and_went(
    hospital: Hospital, sit: Callable[..., Seat], loop: Loop
) -> None:
    async def walk() -> None:
        page = opened(sit())
        editor = await form_of(page)
        form = editor.form
        form.phones.add.click()
        for section in form.sections.values():
            section.open()
        form.family.setFocus()
        seen: list[QWidget] = []
        while focused() not in seen:
            seen.append(focused())
            press(Qt.Key.Key_Tab)
        inside = [one for one in seen if form.isAncestorOf(one)]
        assert seen[: len(inside)] == inside
        places = [one.mapTo(form, QPoint(0, 0)) for one in inside]
        rows = [place.y() // 30 for place in places]
        assert len(inside) > 30
        assert sum(after < before for before, after in pairwise(rows)) <= 1  # the second column of the first lines

    loop.run(walk())


def test_enter_in_the_last_essential_field_saves(hospital: Hospital, sit: Callable[..., Seat], loop: Loop) -> None:
    async def register() -> None:
        page = opened(sit())
        await form_of(page)
        type_text("Okafor")
        for text in ("Amina", "1990", "", "0712 123456", "A-77"):
            press(Qt.Key.Key_Return)
            if text:
                type_text(text)
        press(Qt.Key.Key_Return)
        await until(page.card.issue_button.hasFocus)

    loop.run(register())
    assert hospital.sql("SELECT value FROM hms.patient_identifiers") == [("A-77",)]


@pytest.mark.parametrize(
    ("section", "field", "values", "sentence"),
    [
        ("policies", "policies", BACKWARDS, "ends before it begins"),
        ("policies", "policies", {**BACKWARDS, "valid_until": "soon"}, "not a day"),
        ("contacts", "contacts", {"number": "0712 123456"}, "needs a name"),
        ("allergies", "known", {"reaction": "rash"}, "names no substance"),
    ],
)
def test_what_is_refused_opens_its_section_and_nothing_is_lost(
    hospital: Hospital,
    sit: Callable[..., Seat],
    loop: Loop,
    section: str,
    field: str,
    values: dict[str, str],
    sentence: str,
) -> None:
    async def refuse() -> None:
        page = opened(sit())
        editor = await form_of(page)
        type_text("Okafor")
        form = editor.form
        lines = form.allergies.known if field == "known" else getattr(form, field)
        assert isinstance(lines, LinesField)
        for name, text in values.items():
            lines.fields(0)[name].setText(text)  # type: ignore[union-attr]
        assert not form.sections[section].opened
        press(SAVE)
        holder = form._forms[section].field(section)
        await until(lambda: sentence in holder.accessibleDescription())
        assert form.sections[section].opened
        assert lines.lines()[0].values.items() >= values.items()

    loop.run(refuse())
    assert hospital.sql("SELECT count(*) FROM hms.patients") == [(0,)]


def test_none_known_beside_a_listed_allergy_is_refused_and_alone_is_kept(
    hospital: Hospital, sit: Callable[..., Seat], loop: Loop
) -> None:
    async def answer() -> None:
        page = opened(sit())
        editor = await form_of(page)
        type_text("Okafor")
        field = editor.form.allergies
        field.known.fields(0)["substance"].setText("Egg")
        assert field.allergies().status == "known"
        field.status.setCurrentIndex(field.status.findData("none_known"))
        press(SAVE)
        await until(lambda: "none known" in editor.form._forms["allergies"].field("allergies").accessibleDescription())
        field.known.put(())
        press(SAVE)
        await until(page.card.issue_button.hasFocus)

    loop.run(answer())
    assert hospital.sql("SELECT allergy_status FROM hms.patients") == [("none_known",)]


def test_an_unverified_number_is_said_to_be_one_and_kept(
    hospital: Hospital, sit: Callable[..., Seat], loop: Loop
) -> None:
    async def register() -> None:
        page = opened(sit())
        editor = await form_of(page)
        type_text("Okafor")
        number = editor.form.phones.fields(0)["number"]
        number.setText("+254 12")
        await until(lambda: "unverified" in number.accessibleDescription())
        press(SAVE)
        await until(page.card.issue_button.hasFocus)

    loop.run(register())
    assert hospital.sql("SELECT number, e164 FROM hms.patient_phones") == [("+254 12", "")]


def test_the_words_for_allergens_are_those_of_the_list() -> None:
    assert list(allergens()) == list(allergens().values()) == list(ALLERGENS)


# Drafts -------------------------------------------------------------------------------------------------------------


def test_what_was_typed_before_a_crash_is_offered_and_goes_on_where_it_was(
    hospital: Hospital, sit: Callable[..., Seat], loop: Loop, tmp_path: Path
) -> None:
    async def crash() -> None:
        seat = sit()
        seat.desk.drafts = Drafts(tmp_path, "clerk")
        editor = await form_of(opened(seat))
        type_text("Okafor")
        editor.form.birth.edit.setText("in spri")
        editor.form.contacts.fields(0)["name"].setText("Baba")
        await until(lambda: [dict(one.values)["title"] for one in Drafts(tmp_path, "clerk").kept()] == ["Okafor"])

    async def go_on() -> None:
        seat = sit()
        seat.desk.drafts = Drafts(tmp_path, "clerk")
        page = opened(seat)
        await until(lambda: page._answered is not None)
        assert not page.forms.offer.isHidden()
        page.forms.offer.restore.click()
        await until(lambda: page.forms.new is not None)
        editor = page.forms.new
        assert editor is not None
        assert page.forms.offer.isHidden()
        assert (editor.form.family.text(), editor.form.birth.edit.text()) == ("Okafor", "in spri")
        assert editor.form.contacts.contacts()[0].name == "Baba"
        editor.form.birth.edit.setText("1990")
        press(SAVE)
        await until(page.card.issue_button.hasFocus)

    loop.run(crash())
    loop.run(go_on())
    assert Drafts(tmp_path, "clerk").kept() == ()
    assert hospital.sql("SELECT family_name FROM hms.patients") == [("Okafor",)]


def test_a_restored_edit_meets_what_a_colleague_saved_meanwhile(
    hospital: Hospital, sit: Callable[..., Seat], loop: Loop, tmp_path: Path
) -> None:
    patients.patient(hospital, "Okafor", "Amina")

    async def crash() -> None:
        seat = sit()
        seat.desk.drafts = Drafts(tmp_path, "clerk")
        editor = await edit_first(opened(seat))
        editor.form.address.setPlainText("12 Hill Road")
        editor.keeping.keep_now()

    async def go_on() -> None:
        seat = sit()
        seat.desk.drafts = Drafts(tmp_path, "clerk")
        page = opened(seat)
        await until(lambda: page._answered is not None)
        page.forms.offer.restore.click()
        await until(lambda: bool(page.forms.editors))
        press(SAVE)
        await until(page.card.issue_button.hasFocus)

    loop.run(crash())
    hospital.sql("UPDATE hms.patients SET family_name = 'Okafor-Bello'")
    loop.run(go_on())
    assert hospital.sql("SELECT family_name, address FROM hms.patients") == [("Okafor-Bello", "12 Hill Road")]


def test_a_restricted_record_leaves_no_draft_on_this_machine(
    hospital: Hospital, sit: Callable[..., Seat], loop: Loop, tmp_path: Path
) -> None:
    async def type_it() -> None:
        seat = sit("Counter 1", "clinician")
        seat.desk.drafts = Drafts(tmp_path, "clerk")
        editor = await form_of(opened(seat))
        type_text("Famous")
        editor.form.restricted.setChecked(True)
        editor.keeping.keep_now()
        assert Drafts(tmp_path, "clerk").kept() == ()
        editor.form.restricted.setChecked(False)
        editor.keeping.keep_now()
        assert len(Drafts(tmp_path, "clerk").kept()) == 1

    loop.run(type_it())


# Photo and history --------------------------------------------------------------------------------------------------


def test_a_photo_is_kept_small_and_shown_on_the_card(
    hospital: Hospital, sit: Callable[..., Seat], loop: Loop, tmp_path: Path
) -> None:
    file = tmp_path / "amina.png"
    file.write_bytes(picture("PNG", 3000, 2000))

    async def keep() -> None:
        page = opened(sit())
        editor = await form_of(page)
        type_text("Okafor")
        await editor.form.photo.keep_file(file)
        assert editor.form.photo.photo() is not None
        press(SAVE)
        await until(page.card.issue_button.hasFocus)
        await until(lambda: not page.card._photo.isHidden())

    loop.run(keep())
    [(thumbnail, kept)] = hospital.sql("SELECT thumbnail, picture FROM hms.patient_photos")
    assert max(read_picture(bytes(kept), side=9999).size().toTuple()) == 1024
    assert max(read_picture(bytes(thumbnail), side=9999).size().toTuple()) == 192


@pytest.mark.qt_log_ignore(BROKEN)
@pytest.mark.parametrize(
    "contents",
    [
        b"",
        b"\xff\xd8\xff",
        b"\x89PNG\r\n\x1a\n" + b"\0" * 100,
        picture()[:200],
        b"GIF89a" + b"\0" * 50,
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"MZ" + b"\0" * 100,
        huge_png(),
        b"\xff\xd8\xff" + b"\0" * (20 * 1024 * 1024),
    ],
    ids=["empty", "beginning", "broken", "cut", "gif", "svg", "program", "bomb", "large"],
)
def test_a_hostile_file_is_refused_with_one_sentence(qapp: QApplication, tmp_path: Path, contents: bytes) -> None:
    file = tmp_path / "photo.jpg"
    file.write_bytes(contents)
    with pytest.raises(Refused) as refused:
        photo_from(file)
    assert refused.value.sentence.endswith(".")


def test_what_is_no_file_is_refused(qapp: QApplication, tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing.jpg", Path("/dev/zero")):
        with pytest.raises(Refused):
            photo_from(path)
    assert MOST_PIXELS < 100_000**2


def test_the_camera_dialog_takes_what_it_sees_and_says_where_there_is_no_camera(appearance: object, loop: Loop) -> None:
    class NoCamera(Camera):
        def start(self) -> None:
            self.failed.emit()

    async def look() -> None:
        camera = NoCamera()
        dialog = CameraDialog(camera)
        dialog.open()
        assert "No camera" in dialog._said.text()
        assert not dialog.take.isEnabled()
        frame = QImage(320, 240, QImage.Format.Format_RGB32)
        frame.fill(Qt.GlobalColor.red)
        camera.seen.emit(frame)
        assert dialog.take.isEnabled()
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        assert dialog.image.size() == frame.size()
        assert photo_of(dialog.image).thumbnail.startswith(b"\xff\xd8\xff")
        dialog.deleteLater()
        await asyncio.sleep(0)

    loop.run(look())


def test_the_history_is_shown_by_its_key_newest_first(hospital: Hospital, sit: Callable[..., Seat], loop: Loop) -> None:
    patients.patient(hospital, "Okafor", "Amina", birth_date="1990-05-17", birth_precision="day")
    hospital.sql("UPDATE hms.patients SET family_name = 'Otieno'")

    async def look() -> None:
        page: PatientsPage = opened(sit())
        await until(lambda: page.found.rowCount() == 1)
        page.results.choose(0)
        await until(page.card.history_button.isEnabled)
        press((CTRL, Qt.Key.Key_H))
        await until(lambda: isinstance(QApplication.activeWindow(), HistoryDialog))
        dialog = QApplication.activeWindow()
        assert isinstance(dialog, HistoryDialog)
        await until(lambda: dialog.model.rowCount() > 3)
        assert dialog.model.cells(0).texts[3:] == ("Family name", "Okafor", "Otieno")
        told = [dialog.model.cells(row).texts[3:] for row in range(dialog.model.rowCount())]
        assert ("+ Birth", "", "17 May 1990") in told
        press(Qt.Key.Key_Escape)
        await until(lambda: not dialog.isVisible())
        await settle()

    loop.run(look())


@pytest.mark.parametrize("step", [300, pytest.param(150, marks=pytest.mark.soak)])
def test_hostile_text_in_every_field_of_every_section_is_kept_as_plain_text_or_refused_with_a_sentence(
    hospital: Hospital, sit: Callable[..., Seat], loop: Loop, shared: Path, step: int
) -> None:
    sample = corpus(shared)[step // 2 :: step]
    kept: list[str] = []

    async def torment() -> None:
        seat = sit()
        page = opened(seat)
        await until(lambda: page._answered is not None)
        for number, text in enumerate(sample):
            editor = await form_of(page)
            form = editor.form
            form.family.setText(f"Name {number}")
            form.address.setPlainText(text)
            for lines, name in (
                (form.identifiers, "value"),
                (form.contacts, "name"),
                (form.policies, "insurer"),
                (form.policies, "number"),
                (form.policies, "cover"),
                (form.allergies.known, "substance"),
                (form.allergies.known, "reaction"),
            ):
                lines.fields(0)[name].setText(text)
            substance = form.allergies.known.fields(0)["substance"].text().strip()
            seat.messages.dismiss()
            await editor._save()
            if page.forms.new is editor:
                described = [one.field(name).accessibleDescription() for name, one in form._forms.items()]
                assert seat.said() or any(described), repr(text)
                editor._begin_anew()
                editor.left.emit()
            else:
                kept.append(substance)
                await until(lambda: page.forms.new is None and page.views.currentIndex() == 0)

    loop.run(torment())
    stored = [name for (name,) in hospital.sql("SELECT substance FROM hms.patient_allergies ORDER BY id")]
    assert stored == [one for one in kept if one]
    assert len(kept) > len(sample) / 3
