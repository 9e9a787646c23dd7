"""Which documents to read again, and which may hold a word that is newly marked."""

from typing import Any

import pytest

from annotator.review.consistency import Words, tokens
from annotator.review.consistency.forms import form_of
from annotator.review.consistency.matching import Strings
from annotator.store.fingerprints import documents_that_may_hold

TEXTS = (
    "قال إن للقوات دورا.",
    "وَالقُوَّات في العراق، وﻟﻠﻘﻮﺍﺕ كذلك.",
    "رئيس  الوزراء\nالسوداني، والرئيس.",
    "مسؤول كبير في US-Army.",
    "لا شيء هنا.",
)


@pytest.fixture
def shelf(desk: Any) -> Any:
    for text in TEXTS:
        desk.add(text)
    return desk.project


@pytest.mark.parametrize(
    "quote", ["القوات", "للقوات", "قوات", "رئيس الوزراء", "الوزراء السوداني", "مسؤول كبير", "us-army", "هنا"]
)
def test_no_document_that_holds_a_string_is_left_out(shelf: Any, quote: str) -> None:
    strings, form = Strings(), form_of(quote)
    strings.add(form)
    rows = shelf.database.execute("SELECT id, content FROM document JOIN text ON sha256 = text_sha256")
    holding = {number for number, text in rows.fetchall() if list(strings.find(Words(text)))}
    assert holding

    for word in tokens(form):
        told = documents_that_may_hold(shelf.database, word)
        assert told is None or holding <= told


def test_documents_that_hold_nothing_like_it_are_left_out(shelf: Any) -> None:
    told = documents_that_may_hold(shelf.database, "القوات")
    assert told is not None
    assert len(told) == 2
