"""Qt's positions are the text's UTF-16 offsets, whatever the text is made of."""

import pytest
from PySide6.QtGui import QGuiApplication

from annotator.core.records import Span
from annotator.ui.article.display import display_text

STRANGE = {
    "nbsp": "قال\u00a0ثم",
    "crlf": "قال\r\nثم\r\n\r\nعاد\r\n",
    "lone cr": "قال\rثم\r\rعاد\r",
    "mixed ends": "قال\n\rثم\r\n\nعاد",
    "blank lines": "\n\nقال\n\n\nثم\n\n",
    "bom": "\ufeffقال",
    "two boms": "\ufeff\ufeffقال\ufeff",
    "line separator": "قال\u2028ثم\u2029عاد",
    "form feed": "قال\x0cثم\x0bعاد\x85كان",
    "noncharacters": "\ufdd0قال\ufdd1ثم\ufffe\uffff",
    "swapped bom": "\ufffeقال",
    "object": "قال\ufffcثم",
    "astral": "قال😀ثم\U0001e900\U0001e943 \U0002f800",
    "joined emoji": "قال 👨\u200d👩\u200d👧 ثم",
    "bidi controls": "قال \u202bثم\u202c \u2067عاد\u2069 \u200f\u200e\u061c",
    "soft hyphen": "قا\u00adل\u200bثم\u2060",
    "marks": "تمّٓ حٓزيران الاستراتيجيِّ",
    "tab": "\tقال\tثم",
    "controls": "\x01\x02\x1c\x1d\x1e\x1f\x7f",
    "empty": "",
    "newline": "\n",
}


@pytest.mark.parametrize("text", STRANGE.values(), ids=STRANGE)
def test_the_display_copy_has_the_length_of_the_text(text):
    assert len(display_text(text)) == len(text)
    assert len(display_text(text).encode("utf-16-le")) == len(text.encode("utf-16-le"))


@pytest.mark.parametrize("text", STRANGE.values(), ids=STRANGE)
def test_qt_keeps_every_unit(view, text):
    view.show_document(text, "rtl")
    units = len(text.encode("utf-16-le")) // 2
    assert view.document().characterCount() == units + 1


@pytest.mark.parametrize("text", STRANGE.values(), ids=STRANGE)
def test_selecting_and_copying_gives_the_stored_text(view, text, qapp):
    view.show_document(text, "rtl")
    view.select(Span(0, len(text)))
    assert view.selection() == (Span(0, len(text)) if text else None)
    view.copy_selection()
    if text:
        assert QGuiApplication.clipboard().text() == text


@pytest.mark.parametrize("text", STRANGE.values(), ids=STRANGE)
def test_every_offset_comes_back(view, text):
    view.show_document(text, "rtl")
    for offset in range(len(text) + 1):
        view.set_caret(offset)
        assert view.caret() == offset


@pytest.mark.parametrize("direction", ["rtl", "ltr"])
def test_every_paragraph_has_the_direction_asked_for(view, direction):
    view.show_document("قال\n2500\n\nSkip to main content\r\n59", direction)
    block = view.document().firstBlock()
    while block.isValid():
        assert (block.textDirection().name == "RightToLeft") == (direction == "rtl")
        block = block.next()


def test_lone_surrogates_do_not_shift_what_follows(view):
    text = "قال\ud83dثم"
    view.show_document(text, "rtl")
    assert view.document().characterCount() == len(text) + 1
