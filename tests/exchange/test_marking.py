"""Mark all like this, over a whole project."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.core import edits
from annotator.core.records import Annotation, Document, Span
from annotator.exchange import marking
from annotator.exchange.lexica import history
from annotator.exchange.marking import Request, find_mentions
from annotator.store import queries
from annotator.suggest.mentions import Mention, Sought, sought

TEXTS = (
    "بحث العراق الأمر في العراق",
    "وقال العراق إن للعراق حقا",
    "عنوان جانبي عن العراق\nوالعراقية هنا",
    "لا شيء هنا",
)


@pytest.fixture
def documents(desk: Any) -> list[Document]:
    return [desk.add(text, f"{number}.txt") for number, text in enumerate(TEXTS)]


@pytest.fixture
def marked(desk: Any, documents: list[Document]) -> Annotation:
    annotation: Annotation = desk.tag(documents[0], 4, 10)
    return annotation


@pytest.fixture
def look(desk: Any, marked: Annotation) -> Any:
    def find(**more: Any) -> list[Mention]:
        request = Request(what=sought(TEXTS[0], marked), reviewer_id=desk.reviewer_id, **more)
        return list(find_mentions(desk.project.path, request))

    return find


def test_the_whole_project_is_looked_through_in_order(look: Any, documents: list[Document]) -> None:
    found = look()
    assert [(item.document_id, item.form) for item in found] == [
        (documents[0].id, "العراق"),
        (documents[1].id, "العراق"),
        (documents[1].id, "للعراق"),
        (documents[2].id, "العراق"),
    ]


def test_one_document_alone_can_be_looked_through(look: Any, documents: list[Document]) -> None:
    assert [item.document_id for item in look(document_id=documents[2].id)] == [documents[2].id]
    assert look(document_id=documents[3].id) == []


def test_documents_the_reviewer_is_done_with_are_left_out_unless_asked_for(
    look: Any, desk: Any, documents: list[Document]
) -> None:
    layer = desk.layer(documents[1])
    desk.project.apply(edits.set_status(desk.context, layer, "done", documents[1].name))
    assert documents[1].id not in {item.document_id for item in look()}
    assert documents[1].id in {item.document_id for item in look(done=True)}


def test_what_is_not_the_article_is_left_out_unless_asked_for(
    look: Any, desk: Any, documents: list[Document]
) -> None:
    kind = desk.project.label_set.zone_kind_by_name["boilerplate"]
    span = edits.settle(TEXTS[2], headline(TEXTS[2]))
    zone = edits.mark_zone(desk.context, desk.layer(documents[2]), TEXTS[2], span, kind, [])
    desk.project.apply(zone)
    assert documents[2].id not in {item.document_id for item in look()}
    (found,) = (item for item in look(outside=True) if item.document_id == documents[2].id)
    assert not found.ticked


def headline(text: str) -> Span:
    return Span(0, text.index("\n"))


def test_it_tells_how_far_it_is_and_stops_when_told(desk: Any, marked: Annotation) -> None:
    request = Request(what=sought(TEXTS[0], marked), reviewer_id=desk.reviewer_id)
    told: list[tuple[int, int]] = []
    list(find_mentions(desk.project.path, request, progress=lambda *far: told.append(far)))
    assert told == [(1, 3), (2, 3), (3, 3)], "the index knows that one article has not the word"
    found = find_mentions(desk.project.path, request, cancelled=lambda: bool(told))
    assert list(found) == []


def test_the_labels_the_same_words_carry_elsewhere_tell_by_the_word_before(
    look: Any, desk: Any, documents: list[Document]
) -> None:
    where = TEXTS[0].index("في العراق") + 3
    desk.tag(documents[0], where, where + 6, "location")
    reasons = {item.form: str(item.reason) for item in look() if item.document_id == documents[1].id}
    assert reasons["العراق"] == "after “وقال” it is more likely actor"
    assert not any(item.ticked for item in look() if item.form == "للعراق")


def test_all_documents_are_one_step_and_undone_as_one(
    look: Any, desk: Any, documents: list[Document], dump: Any
) -> None:
    project, found = desk.project, look()
    before = dump(project)
    with project.bulk("mark all", "العراق", desk.reviewer_id):
        for document in documents:
            here = [item for item in found if item.document_id == document.id]
            layer = desk.layer(document)
            there = queries.annotations(project.database, layer.id)
            text = queries.text(project.database, document.text_sha256)
            transaction = edits.accept_suggestions(
                desk.context, layer, text, here, project.label_set, there, []
            )
            if transaction.changes:
                project.apply(transaction)
    assert [len(desk.annotations(document)) for document in documents[:3]] == [2, 2, 1]
    assert look() == []
    project.undo(desk.reviewer_id)
    assert dump(project) == before


def test_the_history_counts_all_layers(desk: Any, documents: list[Document], marked: Annotation) -> None:
    other = desk.join("مراجعة")
    other.tag(documents[1], 5, 11, "location")
    labels = desk.project.label_set.label_by_name
    known = history(desk.project.database)
    assert known.labels("العِراق") == {labels["actor"].id: 1, labels["location"].id: 1}


PIECES = st.sampled_from(
    [
        *(
            "العراق",
            "لعراق",
            "أميركا",
            "امريكا",
            "القوات",
            "لقوات",
            "الأميركية",
            "الامريكيه",
            "رئيس",
            "الوزراء",
        ),
        *(
            "و",
            "ف",
            "ب",
            "ل",
            "لل",
            "ك",
            " ",
            " ",
            " ",
            "\u064e",
            "\u0651",
            "ـ",
            "\n",
            "\r\n",
            "😀",
            "\u00a0",
        ),
        *("\ufefb", "\ufedf", "ى", "ي", "ة", "ه", "إ", "1", "١", "\u200f", "\u200c", "ئ", "ء", "«", '"'),
    ]
)
WORDS = ("العراق", "القوات", "القوات الأميركية", "أميركا", "رئيس الوزراء", "في", "ى", "لا", "١", "«العراق»")


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    texts=st.lists(st.lists(PIECES, min_size=1, max_size=25).map("".join), min_size=1, max_size=4),
    words=st.sampled_from(WORDS) | st.lists(PIECES, min_size=1, max_size=6).map("".join),
    names=st.lists(st.sampled_from(WORDS), max_size=2),
)
def test_the_index_leaves_out_no_mention(
    desk: Any, monkeypatch: pytest.MonkeyPatch, texts: list[str], words: str, names: list[str]
) -> None:
    for text in texts:
        desk.add(text)
    label = desk.project.label_set.label_by_name["actor"]
    what = Sought(words=words, label_id=label.id, names=tuple(names))
    request = Request(what=what, reviewer_id=desk.reviewer_id)
    found = told(desk, request)
    with monkeypatch.context() as patched:
        patched.setattr(marking, "candidates", lambda *_args, **_more: None)
        everywhere = told(desk, request)
    assert found == everywhere


def told(desk: Any, request: Request) -> list[tuple[Any, ...]]:
    found = find_mentions(desk.project.path, request)
    return [(item.document_id, item.span, item.confidence, str(item.reason)) for item in found]


def test_of_many_articles_only_those_are_read_that_may_hold_the_words(
    desk: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(30):
        desk.add(f"{number} لا شيء هنا")
    desk.add("عادت للقوات الأمريكية قوتها")
    label = desk.project.label_set.label_by_name["actor"]
    what = Sought(words="القوات الأميركية", label_id=label.id)
    request = Request(what=what, reviewer_id=desk.reviewer_id)
    read: list[str] = []
    whole = queries.text
    monkeypatch.setattr(queries, "text", lambda *args: read.append(args[1]) or whole(*args))
    (found,) = find_mentions(desk.project.path, request)
    assert (found.form, len(read)) == ("للقوات الأمريكية", 1)
