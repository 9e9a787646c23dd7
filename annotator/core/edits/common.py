"""What all edits share."""

from collections.abc import Iterable

from msgspec.structs import replace

from annotator.core.change import Change, EditContext, Transaction
from annotator.core.errors import UserError
from annotator.core.records import Annotation, Document, Layer, Relation, Span, Status
from annotator.text.graphemes import snap, trim

_SUBJECT_LENGTH = 60


def new_layer(context: EditContext, document: Document) -> Layer:
    """The still unwritten layer of the context's reviewer on a document; the first edit writes it."""
    return Layer(id=context.new_id(), document_id=document.id, reviewer_id=context.reviewer_id)


def attached(annotation: Annotation, relations: Iterable[Relation]) -> list[Relation]:
    """The relations that start from or lead to an annotation."""
    return [link for link in relations if annotation.id in (link.source_id, link.target_id)]


def settle(text: str, span: Span) -> Span:
    """The span as it may stand: inside the text, snapped outward to whole grapheme clusters.

    Raises:
        UserError: it lies outside the text, or holds nothing but spaces.
    """
    check_inside(text, span)
    start, end = snap(text, span.start, span.end)
    inner = trim(text, start, end)
    if inner[0] == inner[1]:
        raise UserError("There is nothing but spaces there; select some text first.")
    return Span(start, end)


def check_inside(text: str, span: Span) -> None:
    """Raise a UserError unless the span lies in the text."""
    if not 0 <= span.start <= span.end <= len(text):
        raise UserError(
            "The span {start}–{end} lies outside the text of {length} characters.",
            start=span.start,
            end=span.end,
            length=len(text),
        )


def layer_edit(
    context: EditContext,
    layer: Layer,
    name: str,
    changes: Iterable[Change],
    subject: str,
    status: Status | None = None,
) -> Transaction:
    """A transaction on a layer, which notes the time and is started, if it was new, by any edit."""
    if status is None:
        status = "started" if layer.status == "new" else layer.status
    touched = replace(layer, updated=context.at, status=status)
    written = Change(layer if layer.updated else None, touched)
    return Transaction(name, (written, *changes), context.reviewer_id, context.at, shorten(subject))


def project_edit(context: EditContext, name: str, changes: Iterable[Change], subject: str) -> Transaction:
    """A transaction on what belongs to no layer.

    Annotations in any layer may change with it; the layers' times stay, so that their writers can still
    undo what they did to them.
    """
    return Transaction(name, tuple(changes), context.reviewer_id, context.at, shorten(subject))


def shorten(subject: str) -> str:
    """A subject on one line, cut with an ellipsis if it is long."""
    line = " ".join(subject.split())
    return line if len(line) <= _SUBJECT_LENGTH else line[: _SUBJECT_LENGTH - 1] + "…"
