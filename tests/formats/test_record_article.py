"""The article a record is about."""

import pytest

from annotator.core.errors import UserError
from annotator.formats import record_article as module
from annotator.formats.draft import Draft
from annotator.formats.format import Reading
from annotator.formats.json_records import Record
from annotator.formats.options import Options
from annotator.formats.record_article import Strays, article, known_about

RECORD = Record("x.json, record 2", {}, 10, 2)


def test_a_document_knows_what_stands_beside_its_text():
    document = article(
        RECORD, "نص", {"id": "73c339ba-622d-4eeb-85f3-0c739647045a", "lang": "fa"}, {"url": "u"}
    )
    assert (document.uuid, document.name) == ("73c339ba-622d-4eeb-85f3-0c739647045a", "x.json:2")
    assert (document.language, document.source) == ("fa", "u")
    assert article(RECORD, "نص", known_about(document)).source == "u"


@pytest.mark.parametrize("text", [None, 5, "", " \n", "x" * 30])
def test_a_text_must_be_there_and_not_too_long(text, monkeypatch):
    monkeypatch.setattr(module, "MAX_BYTES", 20)
    with pytest.raises(UserError, match=r"^x\.json, record 2"):
        article(RECORD, text)


def test_fields_without_a_place_are_told_once_and_not_without_end():
    drafted, strays = Draft("قال", Reading(Options()), place="x.json, record 2"), Strays("text")
    strays.tell(drafted, {"text": 1, "title": "x", "_hash": 2, "empty": [], "topic": 3}, {"مؤلف": 4})
    strays.tell(drafted, {"topic": 5})
    strays.tell(drafted, {f"field {number}": 1 for number in range(100)})
    strays.tell(drafted, {"more": 1})
    first, second = drafted.warnings
    assert first.endswith("an article has no place for “topic”, “مؤلف”; they are left out here and below.")
    assert second.count("field") == 48
