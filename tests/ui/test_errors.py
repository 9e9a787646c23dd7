import errno
import sqlite3

import pytest

from annotator.core.errors import Phrase, UserError, why
from annotator.store.check import RULES
from annotator.store.failures import conflict, reason
from annotator.store.recovery import Owner
from annotator.store.rules import Mark
from annotator.ui import logs, phrases
from annotator.ui.dialogs.trouble import TroubleDialog


@pytest.fixture
def reporter(tmp_path):
    made = logs.ErrorReporter(tmp_path / "log" / "sanad.log")
    yield made
    made.remove()


def caught(reporter, error):
    heard = []
    reporter.caught.connect(heard.append)
    with pytest.raises(type(error)) as raised:
        raise error
    reporter.catch(raised.type, raised.value, raised.tb)
    return heard


def test_a_bug_is_logged_and_told_without_any_text_of_the_article(reporter, tmp_path, caplog):
    (details,) = caught(reporter, KeyError("نص سرّي"))

    written = (tmp_path / "log" / "sanad.log").read_text(encoding="utf-8")
    caplog.clear()
    for text in (details, written):
        assert "KeyError" in text
        assert "test_errors.py" in text
        assert "سرّي" not in text


def test_a_refusal_that_nobody_showed_is_no_bug(reporter):
    told = []
    reporter.refused.connect(told.append)
    error = UserError("The file is empty.")

    assert caught(reporter, error) == []
    assert told == [error]


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path):
    (tmp_path / "log").write_text("a file where the folder should be", encoding="utf-8")
    logs.ErrorReporter(tmp_path / "log" / "sanad.log").remove()


def test_the_dialog_gives_the_details_to_copy(qtbot, qapp):
    dialog = TroubleDialog("where it was")
    qtbot.addWidget(dialog)

    dialog._copy()

    assert qapp.clipboard().text() == "where it was"


def test_errors_are_told_in_the_language_of_the_window(start):
    start(language="ar")

    sentence = phrases.sentence_of(UserError("“{path}” exists already; choose another name.", path="a/b"))
    number = phrases.sentence_of(
        UserError(
            "The file has {size:,} bytes; an article may have {limit:,} at most.", size=21_000_000, limit=5
        )
    )

    assert sentence == "«\u2068a/b\u2069» موجود من قبل؛ اختر اسمًا آخر."
    assert "\u206621,000,000\u2069" in number


def test_an_error_inside_an_error_is_translated_too(start):
    start(language="ar")

    sentence = phrases.sentence_of(
        UserError("{file}: {problem}", file="a.txt", problem=UserError("The file is empty."))
    )

    assert sentence == "\u2068a.txt\u2069: الملف فارغ."


def test_the_words_inside_an_error_are_translated_too(start):
    start(language="ar")

    repeated = phrases.sentence_of(
        UserError("The label set has the {what} “{name}” twice.", what=Phrase("label"), name="label")
    )
    owner = phrases.sentence_of(Owner("سارة", "desk", 7, "2024-01-27 12:30").words())
    refused = phrases.sentence_of(conflict("tag"))
    full = phrases.sentence_of(reason(_full_drive()))
    gone = phrases.sentence_of(why(FileNotFoundError(errno.ENOENT, "nicht gefunden")))
    unusual = phrases.sentence_of(why(OSError(errno.ENOEXEC, "{odd}")))

    assert "صنف" in repeated
    assert "\u2068label\u2069" in repeated
    assert "منذ" in owner
    assert "وسم" in refused
    assert full == "امتلأ القرص؛ أفرغ بعض المساحة"
    assert gone == "لا ملف ولا مجلّد بهذا الاسم"
    assert unusual == "{odd}"


def test_what_a_check_finds_is_told_in_the_language_of_the_window(start):
    start(language="ar")
    subject = Mark(4, 10, "الأمير").about(found="الوزير")

    sentences = [phrases.sentence_of(Phrase(rule.sentence)) for rule in RULES]
    found = phrases.sentence_of(Phrase("{subject}", subject=subject.subject))

    assert not any(sentence == rule.sentence for sentence, rule in zip(sentences, RULES, strict=True))
    assert found == "«\u2068الأمير\u2069» عند \u20684–10\u2069"


def _full_drive():
    error = sqlite3.OperationalError("database or disk is full")
    error.sqlite_errorcode = sqlite3.SQLITE_FULL
    return error


@pytest.mark.parametrize("text", ["<b>bold</b>", "a & b", '"quoted"'])
def test_tooltips_show_markup_in_data_as_it_is(text):
    assert "<b>" not in phrases.tooltip(text)
