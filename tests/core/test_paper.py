"""What a layout says about one content, before any printer sees it."""

import datetime as dt

from hms_desktop.core.layouts import Words, read_layout
from hms_desktop.core.paper import Content, Word, filled


def test_words_are_translated_and_names_are_not() -> None:
    words = Words("es", {"May": "mayo", "Born": "Nacimiento", "female": "mujer"})
    layout = read_layout(
        '[[part]]\npair = "Born"\nvalue = "{born}"\n[[part]]\ntext = "{name} {sex}"\n',
        name="t",
        fields={"born", "name", "sex"},
    )
    content = Content("test", {"born": dt.date(1964, 5, 9), "name": "May", "sex": Word("female")})
    texts = [part.value or part.words for part in filled(layout, content, words)]
    assert texts == ["9 mayo 1964", "May mujer"]
