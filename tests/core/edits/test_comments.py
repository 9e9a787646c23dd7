"""Comments and dismissals: what people say about annotations and about findings."""

from typing import Any

import pytest
from msgspec.structs import replace

from annotator.core import edits
from annotator.core.change import Change, EditContext
from annotator.core.errors import UserError
from annotator.core.lint import Finding
from annotator.core.records import Comment, Dismissal, Document, Layer, Span

DOCUMENT = Document(id=1, uuid="d", name="a.txt", position=1, text_sha256="", length=5)
LAYER = Layer(id=2, document_id=1, reviewer_id=7, updated="before", status="started")
OWN = Comment(id=3, uuid="c", document_id=1, reviewer_id=7, at="then", text="من؟")
OTHERS = replace(OWN, reviewer_id=8)
FINDING = Finding("no source", "warning", 9, Span(0, 3), "u9", {"quote": "قال"})


def test_a_comment_is_on_a_document_or_an_annotation(context: EditContext, spot: Any) -> None:
    ((_, on_all),) = edits.add_comment(context, DOCUMENT, None, " من قال؟\n").of(Comment)
    assert on_all == Comment(id=1000, uuid="uuid-1", document_id=1, reviewer_id=7, at="now", text="من قال؟")
    item = spot("قال", "قال")
    ((_, on_one),) = edits.add_comment(context, DOCUMENT, item, "x").of(Comment)
    assert on_one is not None
    assert on_one.annotation_id == item.id


def test_an_empty_comment_is_refused(context: EditContext) -> None:
    with pytest.raises(UserError, match="empty"):
        edits.add_comment(context, DOCUMENT, None, " \n")
    with pytest.raises(UserError, match="empty"):
        edits.edit_comment(context, OWN, "")


def test_a_comment_is_changed_and_deleted_by_who_wrote_it(context: EditContext) -> None:
    assert edits.edit_comment(context, OWN, "ماذا؟").changes == (Change(OWN, replace(OWN, text="ماذا؟")),)
    assert edits.delete_comment(context, OWN).changes == (Change(OWN, None),)
    with pytest.raises(UserError, match="Another reviewer"):
        edits.edit_comment(context, OTHERS, "x")
    with pytest.raises(UserError, match="Another reviewer"):
        edits.delete_comment(context, OTHERS)


def test_anybody_resolves_and_reopens(context: EditContext) -> None:
    done = edits.resolve_comment(context, OTHERS)
    assert done.changes == (Change(OTHERS, replace(OTHERS, resolved=True)),)
    again = edits.resolve_comment(context, replace(OTHERS, resolved=True), resolved=False)
    assert again.changes == done.inverse().changes
    assert (done.name, again.name) == ("resolve comment", "reopen comment")


def test_a_finding_is_dismissed_for_a_reason_and_shown_again(context: EditContext) -> None:
    transaction = edits.dismiss(context, LAYER, FINDING, " لا يُعرف ")
    ((_, made),) = transaction.of(Dismissal)
    assert made == Dismissal(
        id=1000, layer_id=2, rule="no source", subject="u9", reason="لا يُعرف", reviewer_id=7, at="now"
    )
    assert list(edits.undismiss(context, LAYER, made).of(Dismissal)) == [(made, None)]


def test_a_dismissal_needs_a_reason_and_is_made_once(context: EditContext) -> None:
    with pytest.raises(UserError, match="Say why"):
        edits.dismiss(context, LAYER, FINDING, "  ")
    made = Dismissal(id=1, layer_id=2, rule="x", subject="y", reason="z", reviewer_id=7, at="t")
    with pytest.raises(UserError, match="already"):
        edits.dismiss(context, LAYER, replace(FINDING, dismissal=made), "x")
